import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activationRate } from '../../../../core/metrics/adoption/activationRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const signups = [
  '2024-01-01',
  '2024-01-02',
  '2024-01-02',
  '2024-01-05',
  '2024-01-06',
  '2024-01-10',
  '2024-01-20',
  '2024-01-25',
]
const activations = ['2024-01-03', '2024-01-09', '2024-01-17', null, '2024-01-06', '2024-01-24', null, null]

test('users whose window has not passed are left out: 3 of 7 in 7 days, 4 of 6 in 14 (recomputed with pandas)', () => {
  expectClose(compute(activationRate, column(...signups), column(...activations), 7, '2024-01-31'), 3 / 7)
  expectClose(compute(activationRate, column(...signups), column(...activations), 14, '2024-01-31'), 4 / 6)
})

test('the last day of the window counts, the day after does not', () => {
  const signup = column('2026-01-01', '2026-01-01')
  expect(compute(activationRate, signup, column('2026-01-15', '2026-01-16'))).toBe(0.5)
  expect(compute(activationRate, signup, column('2026-01-15', '2026-01-16'), 15)).toBe(1)
})

test('as_of is the latest date in both columns when left out', () => {
  const signup = column('2026-01-01', '2026-01-10')
  expect(compute(activationRate, signup, column('2026-01-02', null), 7)).toBe(1)
  expect(compute(activationRate, signup, column('2026-01-17', null), 7)).toBe(0)
})

test('an activation after as_of has not happened, but it says nothing about the others', () => {
  const signup = column('2026-01-01', '2026-01-20')
  expect(compute(activationRate, signup, column('2026-01-25', '2026-01-21'), 14, '2026-01-15')).toBe(0)
})

test('a window of 0 days is the day of the sign-up, whatever the time of day', () => {
  const signup = column('2026-01-01T18:00', '2026-01-01T18:00')
  expect(compute(activationRate, signup, column('2026-01-01', '2026-01-02T06:00'), 0)).toBe(0.5)
})

test('it is a fraction that does not fall with a longer window on the same users, whatever their order', () => {
  const user = fc.tuple(fc.integer({ min: 46000, max: 46030 }), fc.option(fc.integer({ min: 0, max: 60 })))
  fc.assert(
    fc.property(fc.array(user, { minLength: 1 }), fc.integer({ min: 0, max: 40 }), (users, days) => {
      const rate = (list: typeof users, window: number) =>
        compute(
          activationRate,
          column(...list.map(([start]) => start)),
          column(...list.map(([start, wait]) => (wait === null ? null : start + wait))),
          window,
          47000,
        ) as number
      const whole = rate(users, days)
      expect(whole).toBeGreaterThanOrEqual(0)
      expect(whole).toBeLessThanOrEqual(rate(users, days + 1))
      expect(rate(users, 60)).toBe(users.filter(([, wait]) => wait !== null).length / users.length)
      expect(rate(users.slice().reverse(), days)).toBe(whole)
    }),
  )
})

test('a header, blank rows and rows without a sign-up are left out', () => {
  expect(
    compute(
      activationRate,
      column('Signed up', '2026-01-01', null, '2026-01-02', ' ', null),
      column('Activated', '2026-01-03', '2026-01-05', '', null, null),
      2,
      '2026-02-01',
    ),
  ).toBe(0.5)
  expect(compute(activationRate, '2026-01-01', null, 7, '2026-02-01')).toBe(0)
})

test('wrong cells are named', () => {
  expect(failure(activationRate, column('Day', '2026-01-05', '2026-01-09'), column('Day', null, '2026-01-08'))).toBe(
    '#VALUE! ACTIVATION_RATE: activation_dates row 3 has 2026-01-08, before the date in signup_dates (2026-01-09)',
  )
  expect(failure(activationRate, column('2026-01-05'), column('soon'))).toBe(
    '#VALUE! ACTIVATION_RATE: activation_dates has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(activationRate, column('2026-01-05', '2026-01-06'), column('2026-01-06'))).toBe(
    '#VALUE! ACTIVATION_RATE: signup_dates has 2 rows and activation_dates has 1, select the same rows in both',
  )
  expect(failure(activationRate, '2026-01-05', '2026-01-06', -1)).toBe(
    '#VALUE! ACTIVATION_RATE: window_days is -1, below 0',
  )
})

test('no user old enough is #N/A in words', () => {
  expect(failure(activationRate, column('2026-01-05', '2026-01-06'), column('2026-01-06', null))).toBe(
    '#N/A ACTIVATION_RATE: needs a date in signup_dates that is 14 days or more before as_of (2026-01-06), has none',
  )
  expect(failure(activationRate, column(null), column(null))).toBe(
    '#N/A ACTIVATION_RATE: signup_dates and activation_dates have no complete row',
  )
})
