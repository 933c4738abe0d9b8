import { expect, test } from 'vitest'
import {
  aliveParetoNbd,
  fitParetoNbd,
  ordersWhileAlive,
  type ParetoNbd,
} from '../../../../core/statistics/customers/paretoNbd.ts'
import { groupHistories } from '../../../../core/statistics/customers/purchaseHistory.ts'
import { expectClose } from '../../../close.ts'
import { pnbdCustomers, type History } from '../../../simulated.ts'
import { gammaAverage } from '../../../story.ts'

const fit = (rows: readonly History[]) =>
  fitParetoNbd(
    groupHistories({
      frequency: Float64Array.from(rows, ([frequency]) => frequency),
      recency: Float64Array.from(rows, ([, recency]) => recency),
      age: Float64Array.from(rows, ([, , age]) => age),
    }),
  )

const customers: History[] = [
  [0, 0, 26],
  [7, 12, 26],
  [6, 26, 26],
  [1, 5, 26],
  [0, 0, 26],
  [4, 42, 52],
  [0, 0, 52],
  [0, 0, 26],
]

/** How likely a history is: by a customer who is still there, or who left at any time since the last order. */
function story({ r, alpha, s, beta }: ParetoNbd, [x, last, age]: History): [stayed: number, left: number] {
  const ordered = (until: number) => gammaAverage(r, alpha, (rate) => rate ** x * Math.exp(-rate * until))
  const stayed = ordered(age) * gammaAverage(s, beta, (rate) => Math.exp(-rate * age))
  // Simpson’s rule over the time of leaving.
  const steps = 400
  let left = 0
  for (let k = 0; k <= steps; k++) {
    const time = last + ((age - last) * k) / steps
    const weight = k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2
    left += weight * ordered(time) * gammaAverage(s, beta, (rate) => rate * Math.exp(-rate * time))
  }
  return [stayed, (left * (age - last)) / steps / 3]
}

test('the log-likelihood is that of rates drawn for each customer and of every time of leaving', () => {
  const { value, converged, ...model } = fit(customers)
  expect(converged).toBe(true)
  const different = new Map(customers.map((customer) => [customer.join(), customer]))
  const logs = new Map(
    [...different].map(([key, customer]) => {
      const [stayed, left] = story(model, customer)
      expectClose(aliveParetoNbd(model)(...customer), stayed / (stayed + left), 1e-7)
      return [key, Math.log(stayed + left)]
    }),
  )
  expectClose(
    customers.reduce((total, customer) => total + logs.get(customer.join())!, 0),
    value,
    1e-8,
  )
})

test('with alpha = beta the chance to be there still is elementary', () => {
  const model = { r: 0.7, alpha: 9, s: 1.3, beta: 9 }
  for (const [x, last, age] of [
    [0, 0, 40],
    [3, 20, 40],
    [300, 39.5, 40],
  ] as const) {
    const power = model.r + x + model.s
    const left = (model.s / power) * (((9 + age) / (9 + last)) ** power - 1)
    expectClose(aliveParetoNbd(model)(x, last, age), 1 / (1 + left), 1e-11)
  }
})

// The integral in closed form with 2F1, by mpmath with 60 digits.
test.each([
  [0.553, 10.578, 0.606, 11.669, 2, 30.43, 38.86, 0.86916755915301119],
  [0.553, 10.578, 0.606, 11.669, 0, 0, 38.86, 0.29528660461689415],
  [0.553, 10.578, 0.606, 11.669, 26, 30.86, 31, 0.99791873105515829],
  [12, 900, 0.8, 0.5, 500, 49.5, 55, 0.6415805339682399],
  [0.05, 3, 20, 0.02, 3, 1, 400, 1.0905227357371502e-58],
  [2, 2, 0.3, 2, 5, 7, 9, 0.87971647913957658],
  [0.02, 0.01, 0.05, 500, 0, 0, 1000, 0.94518103234182054],
  [50, 0.04, 0.1, 0.015, 2, 440, 489, 0.68116664872675205],
])('r %d, alpha %d, s %d, beta %d, x %d, t_x %d, T %d', (r, alpha, s, beta, x, last, age, expected) => {
  expectClose(aliveParetoNbd({ r, alpha, s, beta })(x, last, age), expected, 1e-11)
})

test('with alpha = beta it is elementary however far the density falls between the last order and now', () => {
  const model = { r: 0.7, alpha: 9, s: 1.3, beta: 9 }
  const alive = aliveParetoNbd(model)
  for (const x of [0, 1, 4, 30, 200]) {
    const power = model.r + x + model.s
    for (let fall = 0.01; fall < 1000; fall *= 1.3) {
      const age = 49 * Math.exp(fall / (power + 1)) - 9
      const left = (model.s / power) * Math.expm1(power * Math.log((9 + age) / 49))
      if (x > 0) expectClose(alive(x, 40, age), 1 / (1 + left), 2e-12)
    }
  }
})

/** The log-likelihood from the chance to be there still: how likely that is, over its share. */
const logLikelihood = (model: ParetoNbd, rows = customers) => {
  const alive = aliveParetoNbd(model)
  return rows.reduce((total, [x, last, age]) => {
    let stayed = model.s * Math.log(model.beta / (model.beta + age))
    stayed += model.r * Math.log(model.alpha / (model.alpha + age)) - x * Math.log(model.alpha + age)
    for (let k = 0; k < x; k++) stayed += Math.log(model.r + k)
    return total + stayed - Math.log(alive(x, last, age))
  }, 0)
}

test('no parameter can be moved, alone or with another, without making the histories less likely', () => {
  const { value, ...model } = fit(customers)
  expectClose(logLikelihood(model), value, 1e-11)
  const names = ['r', 'alpha', 's', 'beta'] as const
  for (const one of names) {
    for (const other of names) {
      for (const [up, over] of [
        [1.01, 1.01],
        [0.99, 1.01],
        [0.99, 0.99],
      ] as const) {
        if (one === other && up !== over) continue
        const moved = { ...model, [one]: model[one] * up }
        moved[other] *= over
        expect(logLikelihood(moved)).toBeLessThan(value)
      }
    }
  }
})

test('10,000 customers drawn from the model give its parameters back, within three standard errors', () => {
  const truth = { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }
  const found = fit(pnbdCustomers(10000, 1987, truth.r, truth.alpha, truth.s, truth.beta))
  expect(found.converged).toBe(true)
  // The spread of the logarithms over 60 such samples.
  const errors = { r: 0.0454, alpha: 0.0342, s: 0.1631, beta: 0.2979 }
  for (const name of ['r', 'alpha', 's', 'beta'] as const) {
    expect(Math.abs(Math.log(found[name] / truth[name])), name).toBeLessThan(3 * errors[name])
  }
})

test('thousands of customers are fitted to all of them, though the climb begins with a few', () => {
  const rows = pnbdCustomers(4000, 11, 0.553, 10.578, 0.606, 11.669)
  const { value, converged, ...model } = fit(rows)
  expect(converged).toBe(true)
  expectClose(logLikelihood(model, rows), value, 1e-11)
  for (const name of ['r', 'alpha', 's', 'beta'] as const) {
    for (const by of [0.999, 1.001]) {
      expect(logLikelihood({ ...model, [name]: model[name] * by }, rows), name).toBeLessThan(value)
    }
  }
})

test.each<[string, History[]]>([
  ['of one kind', pnbdCustomers(4000, 11, 0.553, 10.578, 0.606, 11.669)],
  [
    'of two kinds, who buy often and leave soon, or buy seldom and stay',
    [...pnbdCustomers(2000, 3, 4, 2, 3, 12), ...pnbdCustomers(2000, 4, 0.6, 60, 0.8, 400)],
  ],
])('of thousands of customers %s, no parameters far away are likelier than the fit', (_, rows) => {
  const { value, converged, ...model } = fit(rows)
  expect(converged).toBe(true)
  const powers = [-1, 0, 1].flatMap((r) => [-1, 0, 1].flatMap((s) => [-1, 0, 1].map((time) => [r, s, time] as const)))
  for (const [r, s, time] of powers) {
    for (const alpha of [-1, 0, 1]) {
      const far = {
        r: model.r * 8 ** r,
        alpha: model.alpha * 8 ** (alpha + time),
        s: model.s * 8 ** s,
        beta: model.beta * 8 ** time,
      }
      expect(logLikelihood(far, rows), JSON.stringify(far)).toBeLessThanOrEqual(value + 1e-9 * Math.abs(value))
    }
  }
})

test('the order of customers does not matter at all, nor does the unit of time', () => {
  const { value, ...model } = fit(customers)
  expect(fit([...customers].reverse())).toEqual({ ...model, value })
  const inDays = fit(customers.map(([x, last, age]) => [x, last * 7, age * 7]))
  expectClose(
    [inDays.r, inDays.alpha / 7, inDays.s, inDays.beta / 7, inDays.value + 18 * Math.log(7)],
    [model.r, model.alpha, model.s, model.beta, value],
    1e-9,
  )
})

test('orders while alive are the integral of the mean rate of those who are left', () => {
  for (const s of [0.4, 1, 1 + 1e-9, 3]) {
    const model = { r: 0.553, alpha: 10.578, s, beta: 11.669 }
    const [x, age, ahead] = [2, 38.86, 39]
    const rate = (2 + 0.553) / (10.578 + 38.86)
    let expected = 0
    for (let k = 0; k < 3900; k++) {
      expected += 0.01 * rate * ((11.669 + age) / (11.669 + age + (k + 0.5) * 0.01)) ** s
    }
    expectClose(ordersWhileAlive(model, x, age, ahead), expected, 1e-7)
  }
})

test('customers who never leave, or never differ, have no best fit: finite numbers, not converged', () => {
  const steady = Array.from({ length: 6 }, (_, i): History => [10 + (i % 2), 50, 52])
  const loyal: History[] = [
    [1, 51, 52],
    [9, 52, 52],
    [30, 52, 52],
    [3, 50, 52],
    [80, 52, 52],
  ]
  for (const rows of [steady, loyal]) {
    const { converged, settled, ...numbers } = fit(rows)
    expect([converged, settled]).toEqual([false, true])
    for (const value of Object.values(numbers)) expect(Number.isFinite(value)).toBe(true)
  }
})

test('a buyer with hundreds of orders among thousands without one is fitted', () => {
  const { converged } = fit([...pnbdCustomers(1000, 2, 0.553, 10.578, 0.606, 11.669), [400, 38.5, 39]])
  expect(converged).toBe(true)
})

test('chances and orders stay finite and within bounds for parameters and histories of any size', () => {
  const sizes = [1e-8, 0.7, 1, 1e8]
  for (const r of sizes) {
    for (const alpha of sizes) {
      for (const s of sizes) {
        for (const beta of sizes) {
          const model = { r, alpha, s, beta }
          for (const [x, last, age] of [
            [0, 0, 0],
            [0, 0, 5000],
            [1, 1e-3, 5000],
            [700, 5000, 5000],
          ] as const) {
            const alive = aliveParetoNbd(model)(x, last, age)
            expect(alive >= 0 && alive <= 1).toBe(true)
            for (const time of [0, 1e-6, 50, 1e7]) {
              const orders = ordersWhileAlive(model, x, age, time)
              expect(orders >= 0 && orders <= ((r + x) / (alpha + age)) * time * (1 + 1e-9)).toBe(true)
            }
          }
        }
      }
    }
  }
})

test('customers who are all alike order and leave at one rate, however large the parameters', () => {
  // Who orders and leaves once in a unit of time each is there still with e^-2t of the likelihood at the last order.
  const expected = 1 / (1 + Math.expm1(2 * 8.43) / 2)
  for (const size of [1e12, 1e300, 1e308]) {
    const model = { r: size, alpha: size, s: size, beta: size }
    expectClose(aliveParetoNbd(model)(2, 30.43, 38.86), expected, 1e-9)
    expectClose(ordersWhileAlive(model, 2, 38.86, 39), -Math.expm1(-39), 1e-9)
  }
})

test('a time without measure beside alpha and beta ends the search for where it matters', () => {
  for (const [r, alpha, s, beta] of [
    [5e-324, 5e-324, 5e-324, 5e-324],
    [1, 1, 1e300, 5e-324],
    [0.5, 1e-300, 0.6, 1e300],
  ] as const) {
    const alive = aliveParetoNbd({ r, alpha, s, beta })(100000, 1e-300, 1e308)
    expect(alive >= 0 && alive <= 1).toBe(true)
  }
  expect(aliveParetoNbd({ r: 1e308, alpha: 5e-324, s: 1e308, beta: 5e-324 })(100000, 1e-300, 1e308)).toBeNaN()
})
