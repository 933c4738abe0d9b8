import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pnbdDert } from '../../../../core/metrics/prediction/pnbdDert.ts'
import { pnbdExpected } from '../../../../core/metrics/prediction/pnbdExpected.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { gammaAverage } from '../../../story.ts'

const published = [[0.553, 10.578, 0.606, 11.669]]
const block = [['r', 'alpha', 's', 'beta'], published[0]]
/** The yearly 15 % of the paper, which it compounds continuously in weeks. */
const weekly = Math.expm1(0.0027)

// Equation 2 of the paper with its U and 2F1, python3 with mpmath, 60 digits: alpha**r*beta**s*d**(s-1)*gamma(r+x+1)
// *hyperu(s,s,d*(beta+T))/(gamma(r)*(alpha+T)**(r+x+1)*L), where d is the continuous rate and L the likelihood by hyp2f1.
test.each([
  [published, 0, 0, 39, 0.0027, 0.47498390749053176],
  [published, 2, 30.43, 38.86, 0.0027, 6.4837735677307388],
  [published, 7, 35, 39, 0.0027, 20.55964963625024],
  [[[0.553, 10.578, 1, 11.669]], 7, 35, 39, 0.2, 0.62323989590365102],
  [[[12, 900, 0.8, 0.5]], 500, 49.5, 55, 0.01, 18.791918451275743],
  [[[2, 0.5, 3.2, 40]], 3, 10, 50, 1e-6, 0.0017955221141792708],
  [published, 100000, 38.9, 39, 0.0027, 1.0097896525406066e-77],
])('with params %j, frequency %d, recency %d, age %d and rate %d', (params, x, last, age, rate, expected) => {
  expectClose(compute(pnbdDert, params, x, last, age, Math.expm1(rate)), expected, 1e-9)
})

test('it is every order of PNBD_EXPECTED, discounted from its time', () => {
  // The orders until t, E(t), discounted: the integral of rate x e^(-rate t) E(t), by equal steps of the logarithm of t.
  const rate = 0.05
  const step = 1 / 8
  let total = 0
  for (let log = -30; log < 7; log += step) {
    const time = Math.exp(log)
    total += rate * Math.exp(-rate * time) * (compute(pnbdExpected, published, 2, 30.43, 38.86, time) as number) * time
  }
  expectClose(compute(pnbdDert, published, 2, 30.43, 38.86, Math.expm1(rate)), total * step, 1e-9)
})

test('of a new customer it is the mean over paces of ordering and of leaving: pace / (pace of leaving + rate)', () => {
  const [r, alpha, s, beta] = published[0] as [number, number, number, number]
  const rate = 0.0027
  const expected = gammaAverage(r, alpha, (pace) => pace) * gammaAverage(s, beta, (leaving) => 1 / (leaving + rate))
  expectClose(compute(pnbdDert, published, 0, 0, 0, Math.expm1(rate)), expected, 1e-9)
})

test('without a discount it is what PNBD_EXPECTED comes to in the end, where it has an end', () => {
  const model = [[2, 5, 2.5, 40]]
  expectClose(compute(pnbdDert, model, 3, 10, 50, 0), compute(pnbdExpected, model, 3, 10, 50, 1e12), 1e-9)
  expectClose(compute(pnbdDert, model, 3, 10, 50, 1e-12), compute(pnbdDert, model, 3, 10, 50, 0), 1e-9)
  expect(failure(pnbdDert, published, 2, 30.43, 38.86, 0)).toBe(
    '#NUM! PNBD_DERT: the orders have no end: with s at 0.606, not above 1, some customers hardly ever leave; give a discount_rate above 0',
  )
})

test('a higher rate leaves less, whoever the customer is', () => {
  const positive = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(positive(0.1, 10), positive(0.1, 50), positive(0.1, 10), positive(0.1, 50)),
      fc.integer({ min: 0, max: 300 }),
      positive(0, 1),
      positive(1, 100),
      positive(1e-4, 0.5),
      (params, x, share, age, rate) => {
        const at = (discount: number) =>
          compute(pnbdDert, [params], x, x === 0 ? 0 : share * age, age, discount) as number
        expect(at(rate)).toBeGreaterThanOrEqual(0)
        expect(at(rate * 1.5)).toBeLessThanOrEqual(at(rate))
      },
    ),
  )
})

test('weeks or days, the orders are the same at the same yearly rate', () => {
  const days = [[0.553, 10.578 * 7, 0.606, 11.669 * 7]]
  const weeks = compute(pnbdDert, published, 2, 30.43, 38.86, 0.00268)
  expectClose(compute(pnbdDert, days, 2, 213.01, 272.02, 1.00268 ** (1 / 7) - 1), weeks, 1e-9)
})

test('the orders stand beside the customers, with a title beside the header, and blank rows at the end are none', () => {
  const one = (x: number, last: number, age: number) => compute(pnbdDert, published, x, last, age, weekly)
  const cells = [
    column('x', 2, null, 0, 0, ''),
    column('t', 30.43, 1, 0, 0, ' '),
    column('T', 38.86, 38.86, 38.86, 9, null),
  ]
  expect(compute(pnbdDert, block, ...cells, weekly)).toEqual(
    column('residual_orders', one(2, 30.43, 38.86), '', one(0, 0, 38.86), one(0, 0, 9)),
  )
})

test('wrong arguments are named', () => {
  expect(failure(pnbdDert, published, column(1, 2), column(3, 40), column(38, 39), 0.1)).toBe(
    '#VALUE! PNBD_DERT: recency row 2 has 40, more than age (39)',
  )
  expect(failure(pnbdDert, published, column(1, 'x'), column(3, 4), column(38, '39 weeks'), 0.1)).toContain(
    'PNBD_DERT: age row 2 has “39 weeks”',
  )
  expect(failure(pnbdDert, published, 2, 4, 38.86, 15)).toBe(
    '#VALUE! PNBD_DERT: discount_rate is 15, outside 0 to 1, write 15% or 0.15',
  )
  expect(failure(pnbdDert, published, 2, 4, 38.86)).toBe('#VALUE! PNBD_DERT: discount_rate is missing')
  expect(failure(pnbdDert, published, column(1, 2), column(3), column(38, 39), 0.1)).toContain(
    'frequency has 2 rows and recency has 1',
  )
  expect(failure(pnbdDert, [['r', 'alpha', 'a', 'b'], published[0]], 2, 4, 38.86, 0.1)).toBe(
    '#VALUE! PNBD_DERT: params has r, alpha, a, b, a result of BGNBD_FIT; select the result of PNBD_FIT (r, alpha, s, beta)',
  )
  const edge = [[1e308, 5e-324, 1e308, 5e-324]]
  expect(failure(pnbdDert, edge, 2, 30.43, 38.86, 0.1)).toBe('#NUM! PNBD_DERT: the result is too large or not a number')
})
