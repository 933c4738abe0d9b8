import { excelFunctions, sheetsFunctions } from './bundles.ts'
import { compared, type Line } from './lines.ts'
import { randomFrom, side } from './measure.ts'

const MILLION = 1_000_000

/** NPS and CSAT over a million rows, through both bundles, against the bare loop; and a summary of them against all rows. */
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
    const summary = tallied(scores.map(([score], i) => [score!, i % 40]))
    const all = [scores, scores.map((_, i) => [`region ${i % 40}`])] as const
    const [answers, regions, counts] = [0, 1, 2].map((at) =>
      summary.map((row) => [at === 1 ? `region ${row[1]}` : row[at]!]),
    )
    const counted = [
      side(
        15,
        () => functions.NPS!(answers, counts),
        () => functions.NPS!(scores),
      ),
      side(
        9,
        () => functions.NPS_TABLE!(answers, regions, undefined, counts),
        () => functions.NPS_TABLE!(...all),
      ),
    ] as const
    return [
      compared(`NPS, ${summary.length} rows that stand for 1,000,000, ${host}`, counted[0], 'all rows', 1.5),
      compared(`NPS_TABLE, ${summary.length} rows that stand for 1,000,000, ${host}`, counted[1], 'all rows', 1),
      compared(`NPS, 1,000,000 rows, ${host}`, nps, 'the bare loop', 3),
      compared(`CSAT, 1,000,000 rows, ${host}`, csat, 'the bare loop', 3),
    ]
  })
}

/** Each pair once, with how often it came. */
function tallied(pairs: readonly (readonly [number, number])[]): [number, number, number][] {
  const counts = new Map<number, number>()
  for (const [score, group] of pairs) counts.set(100 * score + group, (counts.get(100 * score + group) ?? 0) + 1)
  return Array.from(counts, ([key, count]) => [Math.floor(key / 100), key % 100, count])
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
