import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bgnbdExpected } from '../../../../core/metrics/prediction/bgnbdExpected.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const published = [[0.243, 4.414, 0.793, 2.426]]

test('Hardie’s spreadsheet: customer 1 of CDNOW will order 1.226 times in 39 weeks', () => {
  expectClose(compute(bgnbdExpected, published, 2, 30.43, 38.86, 39), 1.22602817476714, 1e-12)
})

test('Hardie’s spreadsheet: a new customer’s orders, over a day to 78 weeks', () => {
  // .0078 .0532 .1506 1.0405 1.0437 1.8576 there; to all digits by numerical integration.
  const unrounded = [[0.24259395, 4.41359091, 0.79291919, 2.42590055]]
  const orders = [0.1429, 1, 3, 31.8571, 32, 78].map((weeks) => compute(bgnbdExpected, unrounded, 0, 0, 0, weeks))
  expectClose(
    orders,
    [
      0.007816001582233847, 0.05318429787269008, 0.15063085063374565, 1.0404893646840085, 1.0437322683047123,
      1.8579594496683969,
    ],
  )
})

/** Equation 10 of Fader, Hardie and Lee (2005), 2F1 by its power series. */
function equation10(
  [r, alpha, a, b]: [number, number, number, number],
  x: number,
  last: number,
  age: number,
  t: number,
): number {
  const z = t / (alpha + age + t)
  let sum = 1
  let term = 1
  for (let k = 0; term > 1e-17 * sum; k++) {
    term *= ((r + x + k) * (b + x + k) * z) / ((a + b + x - 1 + k) * (k + 1))
    sum += term
  }
  const future = ((a + b + x - 1) / (a - 1)) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * sum)
  const left = x > 0 ? (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x) : 0
  return future / (1 + left)
}

test('it is equation 10 of Fader, Hardie and Lee (2005)', () => {
  const size = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(size(0.05, 5), size(0.5, 50), size(1.2, 5), size(0.1, 9)),
      fc.integer({ min: 0, max: 30 }),
      size(0, 1),
      size(1, 60),
      size(0.1, 90),
      (model, x, share, age, t) => {
        const last = x === 0 ? 0 : share * age
        expectClose(compute(bgnbdExpected, [model], x, last, age, t), equation10(model, x, last, age, t), 1e-10)
      },
    ),
  )
})

test('a = 1, where the formula divides by 0, lies between its neighbours', () => {
  const at = (a: number) => compute(bgnbdExpected, [[0.243, 4.414, a, 2.426]], 2, 30.43, 38.86, 39) as number
  expectClose(at(1), (at(1 - 1e-5) + at(1 + 1e-5)) / 2, 1e-9)
})

test('no time ahead is no order, more time is more orders, and fewer each week', () => {
  const at = (weeks: number) => compute(bgnbdExpected, published, 2, 30.43, 38.86, weeks) as number
  expect(at(0)).toBe(0)
  const weeks = [1, 2, 10, 100, 1000, 1e6]
  weeks.slice(1).forEach((week, i) => {
    expect(at(week)).toBeGreaterThan(at(weeks[i]!))
    expect(at(week) / week).toBeLessThan(at(weeks[i]!) / weeks[i]!)
  })
})

test('weeks or days, the orders are the same', () => {
  const weeks = compute(bgnbdExpected, published, 2, 30.43, 38.86, 39)
  expectClose(compute(bgnbdExpected, [[0.243, 4.414 * 7, 0.793, 2.426]], 2, 213.01, 272.02, 273), weeks, 1e-11)
})

test('the orders stand beside the customers, in any order, with a title beside the header', () => {
  const block = [
    ['r', 'alpha', 'a', 'b', 'log_likelihood', 'converged'],
    [...published[0]!, -9582.4, true],
  ]
  const one = (x: number, last: number) => compute(bgnbdExpected, published, x, last, 38.86, 39)
  expect(
    compute(
      bgnbdExpected,
      block,
      column('x', 2, null, 0, 1, 2),
      column('t', 30.43, 1, 0, 1.71, 30.43),
      column('T', 38.86, 38.86, 38.86, 38.86, 38.86),
      39,
    ),
  ).toEqual(column('expected_orders', one(2, 30.43), '', one(0, 0), one(1, 1.71), one(2, 30.43)))
})

test('wrong arguments are named', () => {
  expect(failure(bgnbdExpected, published, 2, 40, 38.86, 39)).toBe(
    '#VALUE! BGNBD_EXPECTED: recency has 40, more than age (38.86)',
  )
  expect(failure(bgnbdExpected, published, column(1, 2), column(3, 40), column(38, 39), 39)).toBe(
    '#VALUE! BGNBD_EXPECTED: recency row 2 has 40, more than age (39)',
  )
  expect(failure(bgnbdExpected, published, 2, 4, 38.86, -1)).toBe('#VALUE! BGNBD_EXPECTED: horizon is -1, below 0')
  expect(failure(bgnbdExpected, published, 2, 4, 38.86)).toBe('#VALUE! BGNBD_EXPECTED: horizon is missing')
  expect(failure(bgnbdExpected, [[0.668, 3.806]], 2, 4, 38.86, 1)).toBe(
    '#VALUE! BGNBD_EXPECTED: params has 2 values; select the result of BGNBD_FIT (r, alpha, a, b)',
  )
})

test('parameters of any size end', () => {
  const history = [2, 30.43, 38.86, 39]
  // All leave with the chance 1/2 after an order, and nobody has before: (1 - (1 + t / 2 (alpha + T))^-(r + x)) / (1/2).
  const orders = 2 * (1 - (1 + 39 / (2 * (4.4 + 38.86))) ** -2.24)
  const alive = 1 / (1 + ((4.4 + 38.86) / (4.4 + 30.43)) ** 2.24)
  const expected = compute(bgnbdExpected, [[0.24, 4.4, 1e300, 1e300]], ...history) as number
  expectClose(expected, orders * alive, 1e-9)
  for (const params of [
    [0.24, 4.4, 1e160, 1e-160],
    [0.24, 4.4, 0.8, 5e-324],
    [0.24, 4.4, 5e-324, 2.4],
    [1e-300, 1e300, 1e-300, 1e300],
  ]) {
    expect(Number.isFinite(compute(bgnbdExpected, [params], ...history) as number)).toBe(true)
  }
})
