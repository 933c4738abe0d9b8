import fc from 'fast-check'
import { expect, test } from 'vitest'
import { downtimeBudget } from '../../../../core/metrics/reliability/downtimeBudget.ts'
import { uptime } from '../../../../core/metrics/reliability/uptime.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]): unknown[] => (compute(downtimeBudget, ...cells) as unknown[][])[1]!
const year = ['2026-01-01', '2027-01-01']

test('the table of nines: 36.5 days to 5.26 minutes a year (“Site Reliability Engineering”, appendix A)', () => {
  const targets = [0.9, 0.99, 0.999, 0.9995, 0.9999, 0.99999]
  const minutes = targets.map((target) => 60 * (row(target, ...year)[0] as number))
  expectClose(minutes, [52560, 5256, 525.6, 262.8, 52.56, 5.256])
})

test('99.9 % of 30 days leaves 43.2 minutes', () => {
  expectClose(row(0.999, '2026-04-01', '2026-05-01')[0], 0.72)
})

test('what is left may be less than nothing', () => {
  expectClose(row(0.99, '2026-04-01', '2026-05-01', 9), [7.2, 9, -1.8, 1.25])
})

test('nothing used leaves all of it, used hours left out leave the rest blank', () => {
  expectClose(row(0.99, '2026-04-01', '2026-05-01', 0), [7.2, 0, 7.2, 0])
  expectClose(row(0.99, '2026-04-01', '2026-05-01', null), [7.2, '', '', ''])
})

test('a target of 100 % allows nothing, of which nothing is a share', () => {
  expect(row(1, ...year, 2)).toEqual([0, 2, -2, ''])
})

test('an outage as long as the budget brings uptime down to the target', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 400 }), (thousandths, days) => {
      const target = thousandths / 1000
      const allowed = row(target, 46023, 46023 + days)[0] as number
      const down = compute(uptime, column(46023), column(46023 + allowed / 24), 46023, 46023 + days)
      expectClose(down, target, 1e-6)
      expectClose((allowed / 24 + target * days) / days, 1)
    }),
  )
})

test('wrong cells are named', () => {
  expect(failure(downtimeBudget, 99.9, ...year)).toBe(
    '#VALUE! DOWNTIME_BUDGET: target is 99.9, outside 0 to 1, write 99.9% or 0.999',
  )
  expect(failure(downtimeBudget, 0.999, '2026-01-01', '2026-01-01')).toBe(
    '#VALUE! DOWNTIME_BUDGET: to_time (2026-01-01) is not after from_time (2026-01-01)',
  )
  expect(failure(downtimeBudget, 0.999, ...year, -1)).toBe('#VALUE! DOWNTIME_BUDGET: used_hours is -1, below 0')
  expect(failure(downtimeBudget, 0.999, null, '2026-01-01')).toBe('#VALUE! DOWNTIME_BUDGET: from_time is blank')
})
