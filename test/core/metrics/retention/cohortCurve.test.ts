import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohortCurve } from '../../../../core/metrics/retention/cohortCurve.ts'
import { cohortRetention } from '../../../../core/metrics/retention/cohortRetention.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const triangle = [
  ['cohort', 'customers', 0, 1, 2],
  [46023, 30, 1, 0.5, 0.4],
  [46054, 10, 1, 0.3, ''],
]
const header = ['period', 'retention']

test('every customer weighs the same by default, every cohort with equal', () => {
  expectClose(compute(cohortCurve, triangle), [header, [0, 1], [1, (15 + 3) / 40], [2, 0.4]])
  expectClose(compute(cohortCurve, triangle, 'equal'), [header, [0, 1], [1, 0.4], [2, 0.4]])
})

test('a cohort too young for a period is not part of it; one in which nobody came back is', () => {
  const rows = [
    [46023, 30, 1, 0.5, 0],
    [46054, 10, 1, 0.3, null],
  ]
  expectClose(compute(cohortCurve, rows), [header, [0, 1], [1, 0.45], [2, 0]])
})

// Active customers of the cohorts of January to March 1997 in their first months, counted from the CDNOW order log
// (Fader and Hardie) with pandas and with SQLite.
const cdnow = [
  [35431, 781, 781, 124, 95, 70],
  [35462, 857, 857, 134, 110, 75],
  [35490, 719, 719, 87, 84, 78],
]

test('counts are known by period 0, and agree with the rates: three months of the CDNOW orders', () => {
  const pooled = [header, [0, 1], [1, 345 / 2357], [2, 289 / 2357], [3, 223 / 2357]]
  expectClose(compute(cohortCurve, cdnow), pooled)
  const rates = cdnow.map(([cohort, customers, ...counts]) => [
    cohort,
    customers,
    ...counts.map((count) => count / customers!),
  ])
  expectClose(compute(cohortCurve, rates), pooled)
  const mean = (124 / 781 + 134 / 857 + 87 / 719) / 3
  expectClose((compute(cohortCurve, cdnow, 'equal') as unknown[][])[2], [1, mean])
})

test('it reads what COHORT_RETENTION gives, as rates or counts alike, whatever the order of cohorts', () => {
  const order = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 46000, max: 46400 }))
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 60 }), (orders) => {
      const cells = [column(...orders.map(([id]) => id)), column(...orders.map(([, date]) => date))]
      const table = (output: string) => compute(cohortRetention, ...cells, 'month', 'exact', output) as unknown[][]
      const [names, ...counts] = table('count')
      const curve = compute(cohortCurve, table('rate')) as unknown[][]
      expectClose(compute(cohortCurve, table('count')), curve)
      expectClose(compute(cohortCurve, counts), curve)
      expectClose(compute(cohortCurve, [names, ...counts.reverse()]), curve)
      const known = counts.filter((row) => row[3] !== undefined && row[3] !== '') as number[][]
      const share = known.reduce((sum, row) => sum + row[3]!, 0) / known.reduce((sum, row) => sum + row[1]!, 0)
      if (known.length > 0) expectClose(curve[2], [1, share])
    }),
  )
})

test('with cohorts of equal size both weightings agree', () => {
  const rows = [
    [1, 20, 20, 12, 5],
    [2, 20, 20, 8, ''],
  ]
  expectClose(compute(cohortCurve, rows, 'equal'), compute(cohortCurve, rows))
})

test('a cohort of one customer is a rate and a count at once', () => {
  expect(compute(cohortCurve, [['2026-01', 1, 1, 0, 1]])).toEqual([header, [0, 1], [1, 0], [2, 1]])
})

test('blank rows and columns around the table are nothing, a period that no cohort knows is blank', () => {
  const rows = [
    ['cohort', 'customers', 0, 1, 2, '', ''],
    [46023, 30, 1, ' ', 0.4, '', null],
    ['', null, '', '', '', '', ''],
  ]
  expect(compute(cohortCurve, rows)).toEqual([header, [0, 1], [1, ''], [2, 0.4]])
})

test('a table that does not hold cohorts is refused in words', () => {
  expect(failure(cohortCurve, [[46023, 30, 12, 8]])).toBe(
    '#VALUE! COHORT_CURVE: cohort_table row 1 column 3 has 12, period 0 is 1 for rates or 30 for counts',
  )
  expect(failure(cohortCurve, [[46023, 30, '', 8]])).toContain('row 1 column 3 is blank, period 0 is 1')
  expect(failure(cohortCurve, [triangle[0], [46023, 30, 1, 1.2, 0.4]])).toBe(
    '#VALUE! COHORT_CURVE: cohort_table row 2 column 4 has 1.2, outside 0 to 1',
  )
  expect(failure(cohortCurve, [[46023, 30, 30, 31]])).toContain('row 1 column 4 has 31, outside 0 to 30')
  expect(failure(cohortCurve, [[46023, 30, 30, 'n/a']])).toContain('row 1 column 4 has “n/a”, outside 0 to 30')
  expect(failure(cohortCurve, [triangle[0], [46023, '', 1, 0.5, '']])).toBe(
    '#VALUE! COHORT_CURVE: cohort_table row 2 column 2 is blank, the number of customers belongs there',
  )
  expect(failure(cohortCurve, [[46023, 0, 0]])).toContain('column 2 has 0, the number of customers')
  expect(failure(cohortCurve, column(1, 0.5))).toBe(
    '#VALUE! COHORT_CURVE: cohort_table has 1 column, it needs cohort, customers and at least period 0',
  )
})

test('no cohort is #N/A, one cell in error and an unknown word are named', () => {
  expect(failure(cohortCurve, [triangle[0]])).toBe('#N/A COHORT_CURVE: cohort_table needs 1 cohort, has 0')
  expect(failure(cohortCurve)).toBe('#VALUE! COHORT_CURVE: cohort_table is missing')
  expect(failure(cohortCurve, triangle, 'customers')).toBe(
    '#VALUE! COHORT_CURVE: weighting is the text “customers”, use size or equal',
  )
})
