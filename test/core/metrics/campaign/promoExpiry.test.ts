import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promoExpiry } from '../../../../core/metrics/campaign/promoExpiry.ts'
import { column, compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]): unknown[] => (compute(promoExpiry, ...cells) as unknown[][])[1]!

test('the last 7 days end with the expiry date', () => {
  const days = column('2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01')
  expect(row(days, '2026-11-30')).toEqual([3, 2 / 3, 1, 'expired'])
})

test('the whole day of expiry is on time, whatever the hour', () => {
  expect(row(column('2026-11-30T23:59', '2026-12-01T00:00'), '2026-11-30')).toEqual([1, 1, 1, 'expired'])
  expect(row(column('2026-11-30T23:59'), '2026-11-30T08:00')).toEqual([1, 1, 0, 'open'])
})

test('last_days of 1 is the expiry date alone', () => {
  expect(row(column('2026-11-29', '2026-11-30'), '2026-11-30', 1, '2026-12-31')).toEqual([2, 0.5, 0, 'expired'])
})

test('an offer is open on its expiry date and expired on the next day', () => {
  expect(row(column('2026-11-02'), '2026-11-30', 7, '2026-11-30')[3]).toBe('open')
  expect(row(column('2026-11-02'), '2026-11-30', 7, '2026-12-01')[3]).toBe('expired')
})

test('without as_of the latest redemption says how far the data go', () => {
  expect(row(column('2026-11-02', '2026-11-25'), '2026-11-30')).toEqual([2, 0.5, 0, 'open'])
  expect(row(column('2026-11-02', '2026-12-01'), '2026-11-30')).toEqual([1, 0, 1, 'expired'])
})

test('redemptions after as_of have not happened yet', () => {
  const days = column('2026-11-02', '2026-11-26', '2026-12-05')
  expect(row(days, '2026-11-30', 7, '2026-11-26')).toEqual([2, 0.5, 0, 'open'])
  expect(row(days, '2026-11-30', 7, '2026-10-31')).toEqual([0, '', 0, 'open'])
})

test('before the last days begin their share cannot be known', () => {
  expect(row(column('2026-11-02'), '2026-11-30', 7, '2026-11-23')[1]).toBe('')
  expect(row(column('2026-11-02'), '2026-11-30', 7, '2026-11-24')[1]).toBe(0)
})

test('with late redemptions only there is nothing on time to share out', () => {
  expect(row(column('2026-12-02'), '2026-11-30')).toEqual([0, '', 1, 'expired'])
})

test('it agrees with a count of filtered days, in any order', () => {
  const days = fc.array(fc.integer({ min: 46000, max: 46060 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 46000, max: 46070 }), (list, width, asOf) => {
      const expiry = 46040
      const seen = list.filter((day) => day <= asOf)
      const onTime = seen.filter((day) => day <= expiry)
      const window = Array.from({ length: width }, (_, i) => expiry - i)
      const share = onTime.filter((day) => window.includes(day)).length / onTime.length
      const known = onTime.length > 0 && window.some((day) => day <= asOf)
      const status = asOf <= expiry ? 'open' : 'expired'
      const expected = [onTime.length, known ? share : '', seen.length - onTime.length, status]
      expect(row(column(...list), expiry, width, asOf)).toEqual(expected)
      expect(row(column(...list.reverse()), expiry, width, asOf)).toEqual(expected)
    }),
  )
})

test('blank rows and a header are no redemptions', () => {
  const days = column('Redeemed on', '2026-11-28', null, '  ', '2026-11-29', '')
  expect(row(days, '2026-11-30')).toEqual([2, 1, 0, 'open'])
})

test('wrong cells are named', () => {
  expect(failure(promoExpiry, column('2026-11-02', '03/11/2026'), '2026-11-30')).toBe(
    '#VALUE! PROMO_EXPIRY: redeem_dates row 2 has “03/11/2026”, which may be 2026-11-03 or 2026-03-11: turn the column into dates, as Data in the sidebar does',
  )
  expect(compute(promoExpiry, column('2026-11-02', '3.11.2026'), '30.11.2026')).toEqual(
    compute(promoExpiry, column('2026-11-02', '2026-11-03'), '2026-11-30'),
  )
  expect(failure(promoExpiry, column(null, ''), '2026-11-30')).toBe('#N/A PROMO_EXPIRY: redeem_dates has no values')
  expect(failure(promoExpiry, column('2026-11-02'), null)).toBe('#VALUE! PROMO_EXPIRY: expiry_date is blank')
  expect(failure(promoExpiry, column('2026-11-02'), '2026-11-30', 0)).toBe(
    '#VALUE! PROMO_EXPIRY: last_days is 0, below 1',
  )
  expect(failure(promoExpiry, column('2026-11-02'), '2026-11-30', 1.5)).toBe(
    '#VALUE! PROMO_EXPIRY: last_days is 1.5, not a whole number',
  )
})
