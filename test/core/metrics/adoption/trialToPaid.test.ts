import fc from 'fast-check'
import { expect, test } from 'vitest'
import { activationRate } from '../../../../core/metrics/adoption/activationRate.ts'
import { trialToPaid } from '../../../../core/metrics/adoption/trialToPaid.ts'
import { column, compute, failure } from '../../../compute.ts'

test('54 of 240 trials that ended are 22.5 %', () => {
  const trials = new Array<number>(240).fill(46000)
  const paid = trials.map((start, i) => (i < 54 ? start + (i % 31) : null))
  expect(compute(trialToPaid, column(...trials), column(...paid), 30, 46030)).toBe(0.225)
})

test('trials that still run are in neither number', () => {
  const trials = column('2026-01-01', '2026-01-01', '2026-01-20', '2026-01-21')
  const paid = column('2026-01-10', null, '2026-01-21', null)
  expect(compute(trialToPaid, trials, paid, null, '2026-01-31')).toBe(0.5)
})

test('a payment on the last day of the window counts, a later one does not', () => {
  const trials = column('2026-01-01', '2026-01-01')
  expect(compute(trialToPaid, trials, column('2026-01-31', '2026-02-01'))).toBe(0.5)
  expect(compute(trialToPaid, trials, column('2026-01-15', '2026-01-16'), 14)).toBe(0.5)
})

test('with the same window it is the rule of ACTIVATION_RATE', () => {
  const trial = fc.tuple(fc.integer({ min: 46000, max: 46060 }), fc.option(fc.integer({ min: 0, max: 60 })))
  fc.assert(
    fc.property(fc.array(trial, { minLength: 1 }), fc.integer({ min: 0, max: 40 }), (trials, days) => {
      const cells = [
        column(...trials.map(([start]) => start)),
        column(...trials.map(([start, wait]) => (wait === null ? null : start + wait))),
        days,
        46100,
      ]
      expect(compute(trialToPaid, ...cells)).toBe(compute(activationRate, ...cells))
    }),
  )
})

test('a header and rows without a trial are left out', () => {
  const trials = column('Trial', '2026-01-01', null, '2026-01-02')
  expect(compute(trialToPaid, trials, column('Paid', '2026-01-03', '2026-01-04', ' '), 7, '2026-02-01')).toBe(0.5)
})

test('wrong cells are named, no trial over is #N/A', () => {
  expect(failure(trialToPaid, column('2026-01-05', '2026-01-09'), column(null, '2026-01-08'))).toBe(
    '#VALUE! TRIAL_TO_PAID: paid_dates row 2 has 2026-01-08, before the date in trial_dates (2026-01-09)',
  )
  expect(failure(trialToPaid, column('2026-01-05'), column('2026-01-06'))).toBe(
    '#N/A TRIAL_TO_PAID: needs a date in trial_dates that is 30 days or more before as_of (2026-01-06), has none',
  )
  expect(failure(trialToPaid, '2026-01-05', null, 1.5)).toBe(
    '#VALUE! TRIAL_TO_PAID: window_days is 1.5, not a whole number',
  )
})
