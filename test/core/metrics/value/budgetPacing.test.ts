import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budgetPacing } from '../../../../core/metrics/value/budgetPacing.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]) => (compute(budgetPacing, ...cells) as unknown[][])[1] as number[]

test('the plan is even over the days, the first and the last one included', () => {
  expectClose(compute(budgetPacing, 3000, 1200, '2026-11-01', '2026-11-30', '2026-11-10'), [
    ['planned', 'spent', 'pace', 'projected', 'over_budget'],
    [1000, 1200, 1.2, 3600, 600],
  ])
  expectClose(row(3000, 50, '2026-11-01', '2026-11-30', '2026-11-01'), [100, 50, 0.5, 1500, -1500])
})

test('without as_of the period is over', () => {
  expect(row(3000, 2700, '2026-11-01', '2026-11-30')).toEqual([3000, 2700, 0.9, 2700, -300])
  expect(row(3000, 2700, '2026-11-01', '2026-11-30', '2026-12-24')).toEqual([3000, 2700, 0.9, 2700, -300])
})

test('a period of one day is spent on that day', () => {
  expect(row(100, 100, '2026-11-01', '2026-11-01', '2026-11-01T12:00')).toEqual([100, 100, 1, 100, 0])
})

test('spending what the plan says, day by day, keeps the pace at 1 and ends on budget', () => {
  const days = fc.integer({ min: 1, max: 400 })
  fc.assert(
    fc.property(days, days, fc.integer({ min: 1, max: 1e6 }), (a, b, daily) => {
      const [elapsed, whole] = [Math.min(a, b), Math.max(a, b)]
      const spent = column(...new Array<number>(elapsed).fill(daily))
      const [planned, total, pace, projected, over] = row(daily * whole, spent, 46000, 45999 + whole, 45999 + elapsed)
      expectClose([planned, total, pace, projected], [daily * elapsed, daily * elapsed, 1, daily * whole], 1e-11)
      expect(Math.abs(over!)).toBeLessThan(1e-9 * daily * whole)
    }),
  )
})

test('no budget is #DIV/0!', () => {
  expect(failure(budgetPacing, 0, 5, '2026-11-01', '2026-11-30')).toBe(
    '#DIV/0! BUDGET_PACING: budget is 0, so there is no pace',
  )
})

test('dates in the wrong order are refused', () => {
  expect(failure(budgetPacing, 3000, 1200, '2026-11-30', '2026-11-01')).toBe(
    '#VALUE! BUDGET_PACING: end_date (2026-11-01) is before start_date (2026-11-30)',
  )
  expect(failure(budgetPacing, 3000, 1200, '2026-11-01', '2026-11-30', '2026-10-31')).toBe(
    '#VALUE! BUDGET_PACING: as_of (2026-10-31) is before start_date (2026-11-01)',
  )
})

test('headers and blanks are skipped, wrong cells are named', () => {
  expect(row(300, column('Spent', 100, null, 50), '2026-11-01', '2026-11-30')[1]).toBe(150)
  expect(failure(budgetPacing, 3000, 1200, null, '2026-11-30')).toBe('#VALUE! BUDGET_PACING: start_date is blank')
  expect(failure(budgetPacing, 3000, 1200, '2026-11-01', '31.11.2026')).toBe(
    '#VALUE! BUDGET_PACING: end_date has “31.11.2026”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(budgetPacing, 3000, 1200, '2026-11-01', '12/11/2026')).toBe(
    '#VALUE! BUDGET_PACING: end_date has “12/11/2026”, which may be 2026-11-12 or 2026-12-11: write the one that is meant',
  )
  expect(row(300, column('Spent', '100', '$50'), '1.11.2026', '30.11.2026')).toEqual(
    row(300, column('Spent', 100, 50), '2026-11-01', '2026-11-30'),
  )
  expect(failure(budgetPacing, -1, 1200, '2026-11-01', '2026-11-30')).toBe(
    '#VALUE! BUDGET_PACING: budget is -1, below 0',
  )
  expect(failure(budgetPacing, 3000, 'n/a', '2026-11-01', '2026-11-30')).toBe(
    '#N/A BUDGET_PACING: spent has no numbers',
  )
})
