import { expect, test } from 'vitest'
import {
  discountedLifetime,
  fitShiftedBetaGeometric,
  renewalRate,
  type Renewals,
} from '../../../../core/statistics/customers/shiftedBetaGeometric.ts'
import { expectClose } from '../../../close.ts'
import { draws } from '../../../simulated.ts'
import { betaAverage } from '../../../story.ts'

/** Renewals from the numbers of survivors of one cohort. */
function renewals(...survivors: number[]): Renewals {
  const kept = Float64Array.from(survivors.slice(1))
  return { kept, lost: kept.map((count, i) => survivors[i]! - count) }
}

test('the log-likelihood is that of chances drawn for each customer, summed over a grid', () => {
  const { kept, lost } = renewals(100, 87, 74, 65, 59)
  const { alpha, beta, value } = fitShiftedBetaGeometric({ kept, lost })
  const leftAt = Array.from(lost, (_, i) => betaAverage(alpha, beta, (p) => p * (1 - p) ** i))
  const stayed = betaAverage(alpha, beta, (p) => (1 - p) ** 4)
  const story = 59 * Math.log(stayed) + leftAt.reduce((total, chance, i) => total + lost[i]! * Math.log(chance), 0)
  expectClose(value, story, 1e-11)
})

test('10,000 customers drawn from the model give its parameters back, within three standard errors', () => {
  const random = draws(2007)
  const survivors = [10000, 0, 0, 0, 0, 0, 0, 0]
  for (let i = 0; i < 10000; i++) {
    const chance = random.beta(0.668, 3.806)
    for (let t = 1; t < 8 && random.uniform() > chance; t++) survivors[t]!++
  }
  const { alpha, beta, converged } = fitShiftedBetaGeometric(renewals(...survivors))
  expect(converged).toBe(true)
  // The spread of the logarithms over 100 such samples.
  expect(Math.abs(Math.log(alpha / 0.668))).toBeLessThan(3 * 0.0595)
  expect(Math.abs(Math.log(beta / 3.806))).toBeLessThan(3 * 0.0801)
})

test('a period that nobody reached tells nothing', () => {
  const { kept, lost } = renewals(100, 87, 74, 65, 59)
  const longer = { kept: Float64Array.of(...kept, 0, 0), lost: Float64Array.of(...lost, 0, 0) }
  expect(fitShiftedBetaGeometric(longer)).toEqual(fitShiftedBetaGeometric({ kept, lost }))
})

test('with retention that does not rise there is no best fit, but the rate is right', () => {
  for (const survivors of [
    [1000, 800, 640, 512],
    [1000, 900, 500],
    [1000, 1000, 0],
  ]) {
    const { converged, ...model } = fitShiftedBetaGeometric(renewals(...survivors))
    expect(converged).toBe(false)
    const [first, , last] = survivors as [number, number, number]
    const atRisk = first + survivors[1]! + (survivors.length > 3 ? last : 0)
    const stayed = survivors.slice(1).reduce((total, count) => total + count, 0)
    expectClose(renewalRate(model, 1), stayed / atRisk, 1e-4)
  }
})

test('the discounted lifetime is the sum of its payments, of a new customer and of one about to renew', () => {
  const model = { alpha: 2.5, beta: 3.8 }
  for (const [rate, n] of [
    [0.1, 0],
    [0.5, 3],
    [0.02, 12],
  ] as const) {
    let survival = 1
    let due = 0
    let paid = 1
    for (let t = 1; t < 20000; t++) {
      survival *= renewalRate(model, n + t)
      due += survival / (1 + rate) ** (t - 1)
      if (n === 0) paid += survival / (1 + rate) ** t
    }
    expectClose(discountedLifetime(model, rate, n), due, 1e-10)
    if (n === 0) expectClose(discountedLifetime(model, rate, null), paid, 1e-10)
  }
})

test('without a discount rate it is the mean lifetime, which a tiny rate comes near', () => {
  const model = { alpha: 2.5, beta: 3.8 }
  expectClose(discountedLifetime(model, 0, null), 5.3 / 1.5)
  expectClose(discountedLifetime(model, 0, 4), 7.8 / 1.5)
  expectClose(discountedLifetime(model, 1e-9, null), discountedLifetime(model, 0, null), 1e-7)
  expectClose(discountedLifetime(model, 1e-9, 4), discountedLifetime(model, 0, 4), 1e-7)
})

test('parameters of any size have their renewal rates and their mean lifetime', () => {
  expectClose(renewalRate({ alpha: 1e308, beta: 1e308 }, 7), 0.5)
  expectClose(renewalRate({ alpha: 5e-324, beta: 5e-324 }, 1), 0.5)
  expectClose(renewalRate({ alpha: 1e-20, beta: 3e-20 }, 1), 0.75)
  expect(renewalRate({ alpha: 5e-324, beta: 5e-324 }, 2)).toBe(1)
  expect(renewalRate({ alpha: 1e160, beta: 1e-160 }, 1)).toBe(1e-320)
  expect(renewalRate({ alpha: 1, beta: 1.5 }, 1), 'no digit is lost on the way').toBe(0.6)
  expectClose(discountedLifetime({ alpha: 1e308, beta: 1e308 }, 0, null), 2)
})
