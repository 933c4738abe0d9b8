import { expect, test } from 'vitest'
import { nps } from '../../../../core/metrics/experience/nps.ts'
import { npsMoe } from '../../../../core/metrics/experience/npsMoe.ts'
import { npsTable } from '../../../../core/metrics/experience/npsTable.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

/** Scores with this many promoters, passives and detractors. */
const answers = (promoters: number, passives: number, detractors: number): number[] => [
  ...new Array<number>(promoters).fill(9),
  ...new Array<number>(passives).fill(8),
  ...new Array<number>(detractors).fill(3),
]

test('it agrees with R package NPS on its test data, by business unit', () => {
  const counts = {
    Apples: [120, 47, 83],
    Bananas: [115, 44, 91],
    Berries: [117, 36, 97],
    Oranges: [110, 49, 91],
  } as const
  const units = Object.entries(counts)
  const scores = units.flatMap(([, [promoters, passives, detractors]]) => answers(promoters, passives, detractors))
  const segments = units.flatMap(([unit]) => new Array<string>(250).fill(unit))
  const [, ...rows] = compute(npsTable, column(...scores), column(...segments)) as unknown[][]
  const z = 1.959963984540054
  const published = [
    ['Apples', 14.8, 5.62172927131857 * z],
    ['Bananas', 9.6, 5.70888430431026 * z],
    ['Berries', 8, 5.82957974471574 * z],
    ['Oranges', 7.6, 5.65057165249676 * z],
    ['All', 10, 2.85306852353742 * z],
  ]
  expectClose(
    rows.map(([segment, , , , , score, margin]) => [segment, score, margin]),
    published,
    1e-11,
  )
  expect(rows.map((row) => row.slice(1, 5))).toEqual([...units.map(([, c]) => [250, ...c]), [1000, 462, 176, 362]])
})

test('few answers have the margin of NPS_MOE, and a single one has none', () => {
  const [, a, b, all] = compute(npsTable, column(9, 10, 3), column('a', 'a', 'b')) as unknown[][]
  expect(a).toEqual(['a', 2, 2, 0, 0, 100, compute(npsMoe, column(9, 10))])
  expect(b).toEqual(['b', 1, 0, 0, 1, -100, ''])
  expect(all![6]).toBe(compute(npsMoe, column(9, 10, 3)))
})

test('the last row is NPS of all rows that count', () => {
  const scores = column(10, 3, 8, null, 9)
  const table = compute(npsTable, scores, column('a', 'b', 'a', 'b', 'c')) as unknown[][]
  expect(table[table.length - 1]![5]).toBe(compute(nps, scores))
})

test('segments stand in reading order: numbers first, then text whatever its case', () => {
  const table = compute(npsTable, column(9, 9, 9, 9, 9), column('beta', 10, 'Alpha', 9, 'ALPHA')) as unknown[][]
  expect(table.slice(1).map(([segment]) => segment)).toEqual([9, 10, 'Alpha', 'beta', 'All'])
})

test('a segment with too few answers shows its counts and no score', () => {
  const table = compute(npsTable, column(9, 9, 3), column('a', 'a', 'b'), 2) as unknown[][]
  expect(table[2]).toEqual(['b', 1, 0, 0, 1, '', ''])
})

test('rows without a score or a segment are left out', () => {
  const table = compute(
    npsTable,
    column('Score', 9, null, 'n/a', 3),
    column('Region', 'N', 'N', 'S', null),
  ) as unknown[][]
  expect(table.map((row) => row.slice(0, 2))).toEqual([
    ['segment', 'answers'],
    ['N', 1],
    ['All', 1],
  ])
})

test('wrong cells are named', () => {
  expect(failure(npsTable, column(9, 12), column('a', 'b'))).toBe(
    '#VALUE! NPS_TABLE: scores row 2 has 12, outside 0 to 10',
  )
  expect(failure(npsTable, column(9, 8, 7), column('a', 'b'))).toBe(
    '#VALUE! NPS_TABLE: scores has 3 rows and segments has 2, select the same rows in both',
  )
  expect(failure(npsTable, column(9), column('a'), 0)).toBe('#VALUE! NPS_TABLE: min_answers is 0, below 1')
})
