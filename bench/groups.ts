import { excelFunctions, type Formula } from './bundles.ts'
import { compared, type Line } from './lines.ts'
import { columnOf, randomFrom, side } from './measure.ts'

/** Functions that group rows, as ids are texts and as there are more rows. */
export function groups(): Line[] {
  const functions = excelFunctions()
  return [
    compared('RFM, 300,000 orders, ids that are text, Excel bundle', textIds(functions, 300_000), 'numbers for ids', 2),
    compared(
      'METRIC_BY of NPS, 3,000,000 rows, 200 segments, Excel bundle',
      threeMillion(functions),
      'three calls over a million each',
      1.2,
    ),
  ]
}

/** RFM of ten orders a customer with ids of text, against the same with numbers for ids. */
function textIds({ RFM }: Record<string, Formula>, rows: number) {
  const random = randomFrom(3)
  const column = (cell: () => number) => columnOf(rows, cell)
  const numbers = column(() => Math.floor((random() * rows) / 10))
  const texts = numbers.map(([id]) => [`C${id}`])
  const dates = column(() => 45000 + Math.floor(random() * 700))
  const amounts = column(() => Math.round(1000 + random() * 9000) / 100)
  return side(
    5,
    () => RFM!(texts, dates, amounts, null, null),
    () => RFM!(numbers, dates, amounts, null, null),
  )
}

/** A metric of three times a million rows by segment, against three calls over a million each. */
function threeMillion({ METRIC_BY }: Record<string, Formula>) {
  const random = randomFrom(7)
  const column = <T>(cell: () => T) => columnOf(1_000_000, cell)
  const [groups, scores] = [
    column(() => `Segment ${Math.floor(random() * 200)}`),
    column(() => Math.floor(random() * 11)),
  ]
  const [allGroups, allScores] = [groups, scores].map((cells) => [...cells, ...cells, ...cells])
  return side(
    5,
    () => METRIC_BY!('NPS', allGroups, [allScores]),
    () => [1, 2, 3].map(() => METRIC_BY!('NPS', groups, [scores])),
  )
}
