import { expect, test } from 'vitest'
import {
  amountsAfter,
  curvatureGammaGamma,
  expectedSpend,
  fitGammaGamma,
  type GammaGamma,
} from '../../../../core/statistics/customers/gammaGamma.ts'
import { expectClose } from '../../../close.ts'
import { draws } from '../../../simulated.ts'
import { gammaAverage } from '../../../story.ts'

type Customer = readonly [orders: number, mean: number]
const customers: Customer[] = [
  [1, 12],
  [2, 35],
  [6, 150],
  [5, 41],
  [4, 20],
  [3, 33],
  [8, 30],
]
const fit = (rows: readonly Customer[]) =>
  fitGammaGamma(
    Float64Array.from(rows, ([orders]) => orders),
    Float64Array.from(rows, ([, mean]) => mean),
  )

/** How likely the mean is at scale 1 / v: x amounts of gamma shape p have a mean of shape p x and rate v x. */
function density(p: number, [x, mean]: Customer): (v: number) => number {
  // Γ(p x) as an integral, so that nothing of the fit is used.
  let whole = 0
  for (let u = -60; u < 8; u += 1 / 32) whole += Math.exp(p * x * u - Math.exp(u)) / 32
  return (v) => ((v * x) ** (p * x) * mean ** (p * x - 1) * Math.exp(-v * x * mean)) / whole
}
const logLikelihood = ({ p, q, gamma }: GammaGamma) =>
  customers.reduce((total, one) => total + Math.log(gammaAverage(q, gamma, density(p, one))), 0)

test('the log-likelihood is that of scales drawn for each customer, summed over a grid', () => {
  const { value, ...model } = fit(customers)
  expectClose(logLikelihood(model), value, 1e-10)
})

test('no parameter can be moved without making the amounts less likely', () => {
  const { value, converged, ...model } = fit(customers)
  expect(converged).toBe(true)
  for (const [i, j, k] of [
    [1.01, 1, 1],
    [1, 1.01, 1],
    [1, 1, 1.01],
    [1, 1.01, 1.01],
    [1.01, 1, 0.99],
    [0.99, 1.01, 1.01],
  ] as const) {
    expect(logLikelihood({ p: model.p * i, q: model.q * j, gamma: model.gamma * k })).toBeLessThan(value)
    expect(logLikelihood({ p: model.p / i, q: model.q / j, gamma: model.gamma / k })).toBeLessThan(value)
  }
})

test('the curvature is that of the log-likelihood by the logarithms of the parameters', () => {
  const names = ['p', 'q', 'gamma'] as const
  const model = { p: 4, q: 3, gamma: 24 }
  const step = 1e-2
  const at = (i: number, by: number, j: number, over: number) => {
    const moved = { ...model }
    moved[names[i]!] *= Math.exp(by)
    moved[names[j]!] *= Math.exp(over)
    return logLikelihood(moved)
  }
  const [orders, means] = [0, 1].map((k) => Float64Array.from(customers, (one) => one[k]!))
  const curvature = curvatureGammaGamma(model, orders!, means!)
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      const bend = at(i, step, j, step) - at(i, step, j, -step) - at(i, -step, j, step) + at(i, -step, j, -step)
      // The differences leave an error of the square of the step.
      expect(Math.abs(curvature[3 * i + j]! / (bend / (4 * step * step)) - 1)).toBeLessThan(2e-3)
    }
  }
})

test('the amounts after some orders have the expected spend for a mean', () => {
  const model = { p: 6.25, q: 3.74, gamma: 15.44 }
  for (const [x, mean] of [
    [0, 0],
    [1, 12],
    [6, 150],
    [3, -4],
  ] as Customer[]) {
    const { p, shape, scale } = amountsAfter(model, x, mean)
    expectClose((p * scale) / (shape - 1), expectedSpend(model, x, mean))
  }
})

test('the expected spend is the mean amount over all scales that fit the customer', () => {
  const model = { p: 6.25, q: 3.74, gamma: 15.44 }
  for (const one of [
    [1, 12],
    [6, 150],
    [8, 30],
  ] as Customer[]) {
    const likelihood = density(model.p, one)
    const likely = gammaAverage(model.q, model.gamma, likelihood)
    const spend = gammaAverage(model.q, model.gamma, (v) => (likelihood(v) * model.p) / v)
    expectClose(expectedSpend(model, ...one), spend / likely, 1e-10)
  }
  expectClose(
    expectedSpend(model, 0, 99),
    gammaAverage(model.q, model.gamma, (v) => model.p / v),
    1e-10,
  )
})

test('10,000 customers drawn from the model give its parameters back, within three standard errors', () => {
  const random = draws(2013)
  const rows = Array.from({ length: 10000 }, (): Customer => {
    const orders = 1 + Math.floor(2 * random.exponential())
    const v = random.gamma(3.74) / 15.44
    return [orders, random.gamma(6.25 * orders) / v / orders]
  })
  const { p, q, gamma, converged } = fit(rows)
  expect(converged).toBe(true)
  // The spread of the logarithms over 60 such samples.
  expect(Math.abs(Math.log(p / 6.25))).toBeLessThan(3 * 0.0588)
  expect(Math.abs(Math.log(q / 3.74))).toBeLessThan(3 * 0.0224)
  expect(Math.abs(Math.log(gamma / 15.44))).toBeLessThan(3 * 0.0793)
})

test('the order of customers does not matter at all, and money scales gamma alone', () => {
  const { value, ...model } = fit(customers)
  expect(fit([...customers].reverse())).toEqual({ ...model, value })
  const inCents = fit(customers.map(([orders, mean]) => [orders, mean * 100]))
  expectClose(
    [inCents.p, inCents.q, inCents.gamma, inCents.value],
    [model.p, model.q, model.gamma * 100, value - 7 * Math.log(100)],
    1e-9,
  )
})

test('customers without repeat orders, or with nothing left after refunds, tell nothing', () => {
  expect(fit([...customers, [0, 0], [3, -5], [2, 0]])).toEqual(fit(customers))
})

test('amounts that hardly differ, or of a single kind, have no best fit: finite numbers, not converged', () => {
  for (const rows of [
    [
      [3, 10],
      [4, 11],
      [5, 10.5],
    ],
    [
      [1, 10],
      [1, 11],
    ],
    [
      [1, 10],
      [400, 11],
      [900, 300],
    ],
  ] as Customer[][]) {
    const { converged, settled, ...numbers } = fit(rows)
    expect(converged).toBe(false)
    expect(settled).toBe(true)
    for (const value of Object.values(numbers)) expect(Number.isFinite(value)).toBe(true)
  }
})

test('amounts and parameters near the largest number have a mean between that of all and the customer’s own', () => {
  expectClose(expectedSpend({ p: 1e308, q: 1e308, gamma: 1e308 }, 2, 30), 1e308 / 3)
  expectClose(expectedSpend({ p: 6, q: 4, gamma: 15 }, 100000, 1e308), 1e308 / (1 + 0.5e-5))
  expect(expectedSpend({ p: 2, q: 1, gamma: 15 }, 0, 0)).toBeNaN()
})
