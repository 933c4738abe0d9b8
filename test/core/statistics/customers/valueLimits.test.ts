import { describe, expect, test } from 'vitest'
import { fitBetaGeometricNbd } from '../../../../core/statistics/customers/betaGeometricNbd.ts'
import { groupHistories } from '../../../../core/statistics/customers/purchaseHistory.ts'
import { learnSpending } from '../../../../core/statistics/customers/spending.ts'
import { valueLimits, type Learnt } from '../../../../core/statistics/customers/valueLimits.ts'
import { expectClose } from '../../../close.ts'
import { draws, type Draws } from '../../../simulated.ts'

const YEAR = 365.25

/** Customers who order and spend as the models say, and what each spent in the year after they were looked at. */
function shop(random: Draws, customers: number): { learnt: Learnt; spent: Float64Array } {
  const frequency = new Float64Array(customers)
  const recency = new Float64Array(customers)
  const age = new Float64Array(customers)
  const meanSpend = new Float64Array(customers)
  const spent = new Float64Array(customers)
  for (let i = 0; i < customers; i++) {
    const pace = random.gamma(0.8) / 60
    const leaves = random.beta(0.8, 2.5)
    const scale = 20 / random.gamma(4)
    age[i] = 30 + Math.floor(random.uniform() * 500)
    let money = 0
    for (let time = random.exponential() / pace; time < age[i]! + YEAR; time += random.exponential() / pace) {
      const amount = random.gamma(5) * scale
      if (time > age[i]!) spent[i]! += amount
      else {
        frequency[i]!++
        recency[i] = time
        money += amount
      }
      if (random.uniform() < leaves) break
    }
    meanSpend[i] = frequency[i] === 0 ? 0 : money / frequency[i]!
  }
  return { learnt: learn(frequency, recency, age, meanSpend), spent }
}

function learn(frequency: Float64Array, recency: Float64Array, age: Float64Array, meanSpend: Float64Array): Learnt {
  const histories = { frequency, recency, age }
  return {
    histories,
    meanSpend,
    orderModel: fitBetaGeometricNbd(groupHistories(histories)),
    spending: learnSpending(frequency, meanSpend),
  }
}
const ones = (length: number) => new Float64Array(length).fill(1)
const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

test('of customers drawn from the models 95 in 100 are within their limits, and as many totals, the models being learnt', () => {
  const random = draws(2026)
  const [sets, customers] = [200, 200]
  let each = 0
  let totals = 0
  for (let set = 0; set < sets; set++) {
    const { learnt, spent } = shop(random, customers)
    const { low, high, total: all } = valueLimits(learnt, YEAR, ones(customers))
    each += spent.filter((money, i) => money >= low[i]! && money <= high[i]!).length
    if (total(spent) >= all.low && total(spent) <= all.high) totals++
  }
  expect(Math.abs(each / (sets * customers) - 0.95)).toBeLessThan(0.01)
  // Of 5000 such shops it is 94.4 %; two standard errors of two hundred are 3 %.
  expect(totals / sets).toBeGreaterThanOrEqual(0.92)
  expect(totals / sets).toBeLessThanOrEqual(0.98)
}, 60_000)

describe('the total', () => {
  const { learnt } = shop(draws(12), 300)

  test('lies between its limits, the nearer the more customers are alike', () => {
    const { total: once } = valueLimits(learnt, YEAR, ones(300))
    const twice = (values: Float64Array) => Float64Array.of(...values, ...values)
    const { frequency, recency, age } = learnt.histories
    const double = learn(twice(frequency), twice(recency), twice(age), twice(learnt.meanSpend))
    const { total: both } = valueLimits(double, YEAR, ones(600))
    // Twice as much of everything: the variance of chance and that of the estimates are half as large beside the square.
    const squared = ({ low, high }: { low: number; high: number }) =>
      Math.expm1((Math.log(high / low) / 2 / 1.959963984540054) ** 2)
    expectClose(squared(both), squared(once) / 2, 1e-6)
    expectClose(both.low * both.high * (1 + squared(both)), 4 * once.low * once.high * (1 + squared(once)), 1e-6)
  })

  test('is what a discount leaves of it', () => {
    const whole = valueLimits(learnt, YEAR, ones(300))
    const half = valueLimits(
      learnt,
      YEAR,
      ones(300).map(() => 0.5),
    )
    expectClose([half.total.low, half.total.high], [whole.total.low / 2, whole.total.high / 2], 1e-9)
    expectClose([...half.high], [...whole.high.map((high) => high / 2)], 1e-12)
  })

  test('has no limits where the spread of the amounts has no end, and customers have theirs', () => {
    const model = { p: 6, q: 1.8, gamma: 15 }
    const wild: Learnt = { ...learnt, spending: { ...learnt.spending, model } }
    const { total: all, high } = valueLimits(wild, YEAR, ones(300))
    expect(all).toEqual({ low: NaN, high: NaN })
    expect(high.every((value) => value >= 0 && value < Infinity)).toBe(true)
  })
})

test('with one amount for all limits are whole numbers of orders', () => {
  const { learnt } = shop(draws(3), 200)
  const { frequency, recency, age } = learnt.histories
  const {
    low,
    high,
    total: all,
  } = valueLimits(learn(frequency, recency, age, frequency.map(Math.sign)), YEAR, ones(200))
  expect([...low, ...high].every(Number.isInteger)).toBe(true)
  expect(all.low > 0 && all.low < all.high).toBe(true)
})

test('where spend is not known nothing is', () => {
  const { learnt } = shop(draws(3), 50)
  const spending = { perOrder: () => NaN, remark: 'unknown', model: null, isAlike: false }
  const { low, high, total: all } = valueLimits({ ...learnt, spending }, YEAR, ones(50))
  for (const value of [...low, ...high, all.low, all.high]) expect(value).toBeNaN()
})

test('customers who do not seem to leave have limits too, and their total', () => {
  const rows = Array.from({ length: 60 }, (_, i) => [10 + (i % 5), 350 + (i % 9), 360 + (i % 7), 20 + (i % 11)])
  const [frequency, recency, age, meanSpend] = [0, 1, 2, 3].map((k) => Float64Array.from(rows, (row) => row[k]!))
  const learnt = learn(frequency!, recency!, age!, meanSpend!)
  expect(learnt.spending.model).not.toBeNull()
  const { low, high, total: all } = valueLimits(learnt, YEAR, ones(60))
  expect(low.every((value, i) => value > 0 && value < high[i]!)).toBe(true)
  expect(all.low > total(low) && all.high < total(high)).toBe(true)
})
