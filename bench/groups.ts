import type { Formula } from './bundles.ts'
import { logOf } from './logs.ts'
import { randomFrom, side } from './measure.ts'

/** A call over so many rows with ten rows a customer, against the same with numbers as ids, which need no text looked at. */
export function textIds(call: Formula, rows: number) {
  const { ids, dates, amounts } = logOf(rows)
  const numbers = ids.map(([id]) => [Number(id!.slice(1))])
  return side(
    5,
    () => call(ids, dates, amounts, null, null),
    () => call(numbers, dates, amounts, null, null),
  )
}

/** A metric of three times a million rows by segment, against three calls over a million each. */
export function threeMillion({ METRIC_BY }: Record<string, Formula>) {
  const random = randomFrom(7)
  const column = <T>(cell: () => T): T[][] => Array.from({ length: 1_000_000 }, () => [cell()])
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
