import { expect, test } from 'vitest'
import {
  aliveBetaGeometricNbd,
  curvatureBetaGeometricNbd,
  fitBetaGeometricNbd,
  whileAlive,
  type BetaGeometricNbd,
} from '../../../../core/statistics/customers/betaGeometricNbd.ts'
import { groupHistories, type Histories } from '../../../../core/statistics/customers/purchaseHistory.ts'
import { expectClose } from '../../../close.ts'
import { bgnbdCustomers, type History } from '../../../simulated.ts'
import { betaAverage, gammaAverage } from '../../../story.ts'

const columns = (rows: readonly History[]): Histories => ({
  frequency: Float64Array.from(rows, ([frequency]) => frequency),
  recency: Float64Array.from(rows, ([, recency]) => recency),
  age: Float64Array.from(rows, ([, , age]) => age),
})
const fit = (rows: readonly History[]) => fitBetaGeometricNbd(groupHistories(columns(rows)))

const customers: History[] = [
  [2, 5, 26],
  [1, 12, 52],
  [6, 44, 52],
  [3, 28, 52],
  [7, 34, 52],
  [0, 0, 52],
  [1, 7, 52],
  [8, 24, 26],
]

/** How likely a history is: by a customer who is still there, and by one who left after the last order. */
function story({ r, alpha, a, b }: BetaGeometricNbd, [x, last, age]: History): [stayed: number, left: number] {
  const stayed =
    gammaAverage(r, alpha, (rate) => rate ** x * Math.exp(-rate * age)) * betaAverage(a, b, (p) => (1 - p) ** x)
  if (x === 0) return [stayed, 0]
  const left =
    gammaAverage(r, alpha, (rate) => rate ** x * Math.exp(-rate * last)) *
    betaAverage(a, b, (p) => p * (1 - p) ** (x - 1))
  return [stayed, left]
}
const logLikelihood = (model: BetaGeometricNbd) =>
  customers.reduce((total, customer) => total + Math.log(story(model, customer)[0] + story(model, customer)[1]), 0)

test('the log-likelihood is that of rates and chances drawn for each customer, summed over a grid', () => {
  const { value, ...model } = fit(customers)
  expectClose(logLikelihood(model), value, 1e-11)
})

test('no parameter can be moved, alone or with another, without making the histories less likely', () => {
  const { value, converged, ...model } = fit(customers)
  expect(converged).toBe(true)
  const names = ['r', 'alpha', 'a', 'b'] as const
  for (const one of names) {
    for (const other of names) {
      for (const [up, over] of [
        [1.01, 1.01],
        [0.99, 1.01],
        [0.99, 0.99],
      ] as const) {
        const moved = { ...model, [one]: model[one] * up }
        moved[other] *= over
        if (one === other && up !== over) continue
        expect(logLikelihood(moved)).toBeLessThan(value)
      }
    }
  }
})

test('the curvature is that of the log-likelihood by the logarithms of the parameters', () => {
  const names = ['r', 'alpha', 'a', 'b'] as const
  const model = { r: 0.8, alpha: 9, a: 0.6, b: 2 }
  const step = 1e-2
  const at = (i: number, by: number, j: number, over: number) => {
    const moved = { ...model }
    moved[names[i]!] *= Math.exp(by)
    moved[names[j]!] *= Math.exp(over)
    return logLikelihood(moved)
  }
  const curvature = curvatureBetaGeometricNbd(model, groupHistories(columns(customers)))
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 4; j++) {
      const bend = at(i, step, j, step) - at(i, step, j, -step) - at(i, -step, j, step) + at(i, -step, j, -step)
      // The differences leave an error of the square of the step.
      expect(Math.abs(curvature[4 * i + j]! - bend / (4 * step * step))).toBeLessThan(2e-3)
    }
  }
})

test('the chance to be still there is the share of the likelihood that it has', () => {
  const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  for (const customer of customers) {
    const [stayed, left] = story(model, customer)
    expectClose(aliveBetaGeometricNbd(model, ...customer), stayed / (stayed + left), 1e-11)
  }
})

/** The orders until then. */
const until = (time: number) => ({ times: [time], weights: [1] })

test('the orders of a customer who has not left are those of all rates and chances that fit the history', () => {
  const model = { r: 0.243, alpha: 4.414, a: 1, b: 2.426 }
  const some = [customers[0]!, customers[5]!]
  const { frequency, age } = columns(some)
  const orders = whileAlive(model, frequency, age, until(30))
  some.forEach(([x, , age], i) => {
    // At rate l, leaving with chance p after each order: (1 - exp(-l p t)) / p orders in a time t.
    const expected = betaAverage(model.a, model.b + x, (p) =>
      gammaAverage(model.r + x, model.alpha + age, (rate) => -Math.expm1(-rate * p * 30) / p),
    )
    expectClose(orders[i], expected, 1e-10)
  })
})

test.each([
  [0.243, 4.414, 0.793, 2.426],
  [2, 1e-3, 1e-4, 0.01],
  [0.01, 900, 40, 3],
  [300, 12, 1, 5000],
])('many customers have the orders that each has alone: r %d, alpha %d, a %d, b %d', (r, alpha, a, b) => {
  const model = { r, alpha, a, b }
  const ages = Float64Array.from({ length: 300 }, (_, i) => 0.01 * 1.05 ** i)
  for (const x of [0, 1, 60]) {
    const together = whileAlive(
      model,
      ages.map(() => x),
      ages,
      until(50),
    )
    const alone = ages.map((age) => whileAlive(model, Float64Array.of(x), Float64Array.of(age), until(50))[0]!)
    expectClose([...together], [...alone], 1e-12)
  }
})

test('orders until several times count by the weights of these, for many customers as for one', () => {
  const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  const ahead = { times: [1, 5, 90, 3000], weights: [0.5, 0, 2, 1] }
  const ages = Float64Array.from({ length: 200 }, (_, i) => i)
  const frequency = ages.map((age) => age % 2)
  const each = ahead.times.map((time) => whileAlive(model, frequency, ages, until(time)))
  const expected = ages.map((_, i) => ahead.weights.reduce((sum, weight, k) => sum + weight * each[k]![i]!, 0))
  expectClose([...whileAlive(model, frequency, ages, ahead)], [...expected], 1e-12)
  const [one] = whileAlive(model, Float64Array.of(1), Float64Array.of(77), ahead)
  expectClose(one, expected[77], 1e-12)
})

test('orders too few for a number are as good as none, for many customers as for one', () => {
  const model = { r: 1, alpha: 1e300, a: 1, b: 1 }
  const ages = Float64Array.from({ length: 500 }, (_, i) => i * 1e299)
  const frequency = new Float64Array(500)
  for (const orders of whileAlive(model, frequency, ages, until(1e-30))) {
    expect(orders).toBeGreaterThanOrEqual(0)
    expect(orders).toBeLessThan(1e-300)
  }
})

test('10,000 customers drawn from the model give its parameters back, within three standard errors', () => {
  const truth = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }
  const { converged, ...found } = fit(bgnbdCustomers(10000, 2005, truth.r, truth.alpha, truth.a, truth.b))
  expect(converged).toBe(true)
  // The spread of the logarithms over 60 such samples.
  const errors = { r: 0.026, alpha: 0.0438, a: 0.1175, b: 0.1494 }
  for (const name of ['r', 'alpha', 'a', 'b'] as const) {
    expect(Math.abs(Math.log(found[name] / truth[name])), name).toBeLessThan(3 * errors[name])
  }
})

test('the order of customers does not matter at all, nor does the unit of time', () => {
  const { value, ...model } = fit(customers)
  expect(fit([...customers].reverse())).toEqual({ ...model, value })
  const inDays = fit(customers.map(([x, last, age]) => [x, last * 7, age * 7]))
  expectClose(
    [inDays.r, inDays.alpha / 7, inDays.a, inDays.b, inDays.value + 28 * Math.log(7)],
    [model.r, model.alpha, model.a, model.b, value],
    1e-9,
  )
})

test('every customer twice is the same model, twice as likely', () => {
  const once = fit(customers)
  const twice = fit([...customers, ...customers])
  expectClose(
    [twice.r, twice.alpha, twice.a, twice.b, twice.value],
    [once.r, once.alpha, once.a, once.b, 2 * once.value],
    1e-9,
  )
})

test('a buyer with hundreds of orders among thousands without one is fitted', () => {
  const rows = bgnbdCustomers(2000, 1, 0.243, 4.414, 0.793, 2.426)
  const { converged, r, alpha, a, b } = fit([...rows, [400, 38.5, 39]])
  expect(converged).toBe(true)
  for (const value of [r, alpha, a, b]) expect(value > 0 && value < 100).toBe(true)
})

test('customers who never leave, or never differ, have no best fit: finite numbers, not converged', () => {
  const steady = (count: number): History[] => Array.from({ length: count }, (_, i) => [10 + (i % 2), 50, 52])
  const loyal: History[] = [
    [1, 51, 52],
    [9, 52, 52],
    [30, 52, 52],
    [3, 50, 52],
    [80, 52, 52],
  ]
  const once: History[] = [
    [1, 0.1, 52],
    [1, 0.1, 52],
    [1, 0.2, 52],
  ]
  for (const rows of [steady(6), loyal, once]) {
    const { converged, settled, ...numbers } = fit(rows)
    expect(converged).toBe(false)
    expect(settled).toBe(true)
    for (const value of Object.values(numbers)) expect(Number.isFinite(value)).toBe(true)
  }
})

test('chances and orders stay finite and within bounds for parameters and histories of any size', () => {
  const sizes = [1e-9, 0.7, 1, 1e9]
  for (const r of sizes) {
    for (const alpha of sizes) {
      for (const a of sizes) {
        for (const b of sizes) {
          const model = { r, alpha, a, b }
          for (const [x, last, age] of [
            [0, 0, 0],
            [0, 0, 5000],
            [1, 1e-3, 5000],
            [700, 5000, 5000],
          ] as const) {
            const alive = aliveBetaGeometricNbd(model, x, last, age)
            expect(alive >= 0 && alive <= 1).toBe(true)
            for (const time of [0, 1e-6, 50, 1e7]) {
              const [orders] = whileAlive(model, Float64Array.of(x), Float64Array.of(age), until(time))
              // No more than at the mean rate without leaving.
              const most = ((r + x) / (alpha + age)) * time
              expect(orders! >= 0 && orders! <= most * (1 + 1e-9)).toBe(true)
            }
          }
        }
      }
    }
  }
})
