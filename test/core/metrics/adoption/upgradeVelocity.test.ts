import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeToValue } from '../../../../core/metrics/adoption/timeToValue.ts'
import { upgradeVelocity } from '../../../../core/metrics/adoption/upgradeVelocity.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]) => (compute(upgradeVelocity, ...cells) as unknown[][])[1]!

test('it is upgrades over the months until the upgrade, or until as_of', () => {
  // 59 days until one upgrade and 150 without: 209 days.
  const starts = column('2026-01-01', '2026-02-01')
  expect(compute(upgradeVelocity, starts, column('2026-03-01', null), '2026-07-01')).toEqual([
    ['upgrades_per_100_months', 'median_days'],
    [100 / (209 / 30.4375), 59],
  ])
})

test('a hundred customers who upgrade after a month each make 100', () => {
  const starts = new Array<number>(4).fill(46000)
  // Four months of 30.4375 days are 121.75 days.
  expectClose(row(column(...starts), column(46030, 46030, 46031, 46031))[0], 100 * (121.75 / 122))
})

test('the median is that of TIME_TO_VALUE, blank where that is not known yet', () => {
  const customer = fc.tuple(fc.integer({ min: 46000, max: 46060 }), fc.option(fc.integer({ min: 1, max: 60 })))
  fc.assert(
    fc.property(fc.array(customer, { minLength: 1 }), (customers) => {
      const starts = column(...customers.map(([start]) => start))
      const upgrades = column(...customers.map(([start, wait]) => (wait === null ? null : start + wait)))
      const [rate, median] = row(starts, upgrades, 46070)
      if (median === '') expect(failure(timeToValue, starts, upgrades, null, 46070)).toContain('fewer than half')
      else expect(median).toBe(compute(timeToValue, starts, upgrades, null, 46070))
      // Day by day: everyone who is there and has not upgraded lives one more day at risk.
      let [days, count] = [0, 0]
      for (let day = 46000; day <= 46070; day++) {
        for (const [start, wait] of customers) {
          const upgrade = start + (wait ?? Infinity)
          if (day > start && day <= upgrade) days++
          if (day === upgrade) count++
        }
      }
      expectClose(rate, (100 * count * 30.4375) / days)
      expectClose(row([starts.flat().reverse()], [upgrades.flat().reverse()], 46070), [rate, median])
    }),
  )
})

test('an upgrade after as_of has not happened', () => {
  expect(row('2026-01-01', '2026-03-01', '2026-02-01')).toEqual([0, ''])
})

test('a header and rows without a start are left out', () => {
  expectClose(row(column('Start', 46000, null, 46000), column('Upgrade', 46010, 46020, ' '), 46020), [
    100 / (30 / 30.4375),
    10,
  ])
})

test('no time at risk is #DIV/0!', () => {
  expect(failure(upgradeVelocity, column(46000, 46000), column(46000, null))).toBe(
    '#DIV/0! UPGRADE_VELOCITY: no day has passed since the start of any customer',
  )
})

test('wrong cells are named', () => {
  expect(failure(upgradeVelocity, column('2026-01-02', '2026-01-02'), column('2026-01-02', '2026-01-01'))).toBe(
    '#VALUE! UPGRADE_VELOCITY: upgrade_dates row 2 has 2026-01-01, before the date in start_dates (2026-01-02)',
  )
  expect(failure(upgradeVelocity, column('2026-01-02', '2026-01-02'), column('2026-01-02'))).toBe(
    '#VALUE! UPGRADE_VELOCITY: start_dates has 2 rows and upgrade_dates has 1, select the same rows in both',
  )
  expect(failure(upgradeVelocity, column(null), column(null))).toBe(
    '#N/A UPGRADE_VELOCITY: start_dates and upgrade_dates have no complete row',
  )
})
