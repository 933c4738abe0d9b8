import {
  columnSheet,
  edits,
  fractions,
  nativeTriangle,
  ourTriangle,
  recalculation,
  rowSheet,
} from '../test/hosts/workbench/speed.ts'
import { compared, type Line } from './lines.ts'
import { side } from './measure.ts'

const ROWS = 100_000

/** Formulas in the workbench's engine against the native formulas a user would write, or the least that the engine can do. */
export function workbench(): Line[] {
  const native = '=100*(COUNTIF(A:A,">=9")-COUNTIF(A:A,"<=6"))/COUNT(A:A)'
  const nps = side(25, edits(columnSheet(ROWS, '=NPS(A:A)')), edits(columnSheet(ROWS, native)))
  const ltv = side(15, recalculation(rowSheet(10_000, '=LTV(A#,B#,C#)')), recalculation(rowSheet(10_000, '=A#*B#/C#')))
  const triangle = side(3, recalculation(ourTriangle(2000)), recalculation(nativeTriangle(2000)))
  return [
    compared('cohort triangle of 2,000 orders, workbench', triangle, '`MINIFS`, `COUNTIFS` and `SUMIFS`', 1),
    compared('10,000 LTV cells, workbench', ltv, '`=A2*B2/C2`', 1.5),
    compared('NPS, 100,000 rows, one answer edited, workbench', nps, '`COUNTIF`', 1.2),
    ...['median', 'p90', 'mean'].map((statistic) => {
      const ours = columnSheet(ROWS, `=RESPONSE_TIME(A:A,,"${statistic}")`, fractions)
      const turns = side(25, edits(ours), edits(columnSheet(ROWS, '=COUNTIF(A:A,">=9")', fractions)))
      const what = `RESPONSE_TIME, ${statistic} of 100,000 fractions, one of them edited, workbench`
      return compared(what, turns, 'one `COUNTIF`', 1.5)
    }),
  ]
}
