import { excelFunctions, sheetsFunctions } from './bundles.ts'
import { compared, type Line } from './lines.ts'
import { randomFrom, side } from './measure.ts'

const MILLION = 1_000_000

/** NPS and CSAT over a million rows, through both bundles, against the bare loop. */
export function surveys(): Line[] {
  const random = randomFrom(1)
  const scores = Array.from({ length: MILLION }, () => [Math.floor(random() * 11)])
  const ratings = Array.from({ length: MILLION }, () => [1 + Math.floor(random() * 5)])
  const hosts = { 'Sheets bundle': sheetsFunctions(), 'Excel bundle': excelFunctions() }
  return Object.entries(hosts).flatMap(([host, functions]) => {
    const nps = side(
      15,
      () => functions.NPS!(scores),
      () => bareNps(scores),
    )
    const csat = side(
      15,
      () => functions.CSAT!(ratings),
      () => bareCsat(ratings),
    )
    return [
      compared(`NPS, 1,000,000 rows, ${host}`, nps, 'the bare loop', 3),
      compared(`CSAT, 1,000,000 rows, ${host}`, csat, 'the bare loop', 3),
    ]
  })
}

function bareNps(rows: readonly (readonly number[])[]): number {
  let promoters = 0
  let detractors = 0
  for (let i = 0; i < rows.length; i++) {
    const score = rows[i]![0]!
    if (score >= 9) promoters++
    else if (score <= 6) detractors++
  }
  return (100 * (promoters - detractors)) / rows.length
}

function bareCsat(rows: readonly (readonly number[])[]): number {
  let satisfied = 0
  for (let i = 0; i < rows.length; i++) if (rows[i]![0]! >= 4) satisfied++
  return satisfied / rows.length
}
