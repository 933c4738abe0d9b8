import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spendExpected } from '../../../../core/metrics/prediction/spendExpected.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const published = [[6.25, 3.74, 15.44]]
const spend = (x: unknown, mean: unknown, model: unknown = published): number =>
  compute(spendExpected, model, x, mean) as number

test('the customers of CDNOW in Hardie’s note 025: 24.65 18.91 35.17 71.46 27.28', () => {
  // From the parameters as printed; the same as R BTYD 2.4.3.
  expectClose(
    [spend(2, 22.35), spend(1, 11.77), spend(0, 0), spend(7, 73.74)],
    [24.663713910761153, 18.916852057842046, 35.21897810218978, 71.46967089696709],
  )
})

test('it lies between the mean of all customers and their own, nearer to their own the more they ordered', () => {
  const all = spend(0, 0)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 500, noNaN: true }), (x, mean) => {
      const [low, high] = [Math.min(all, mean), Math.max(all, mean)]
      const value = spend(x, mean)
      expect(value >= low - 1e-9 && value <= high + 1e-9).toBe(true)
      expect(Math.abs(spend(x + 1, mean) - mean)).toBeLessThanOrEqual(Math.abs(value - mean) + 1e-9)
    }),
  )
})

test('a mean_spend of a customer who never came back does not count, and may be blank', () => {
  expect(spend(0, null)).toBe(spend(0, 0))
  expect(spend(0, ' ')).toBe(spend(0, 999))
})

test('less than 0 after refunds counts as 0', () => {
  expect(spend(3, -20)).toBe(spend(3, 0))
  expect(spend(3, 0)).toBeGreaterThan(0)
})

test('money scales it', () => {
  expectClose(spend(4, 3000, [[6.25, 3.74, 1544]]), 100 * spend(4, 30))
})

test('it stands beside the customers, blank where the spend of a repeat customer is not known', () => {
  const block = [
    ['p', 'q', 'gamma', 'log_likelihood', 'converged'],
    [...published[0]!, -4058, true],
  ]
  expect(compute(spendExpected, block, column('x', 2, 3, 0, null), column('m', 22.35, null, '', 9))).toEqual(
    column('expected_spend', spend(2, 22.35), '', spend(0, 0), ''),
  )
})

test('with q of 1 or less customers with few orders have no mean', () => {
  expect(failure(spendExpected, [[6.25, 0.9, 15.44]], 0, 0)).toBe(
    '#NUM! SPEND_EXPECTED: with q at 0.9, not above 1, the mean spend of all customers has no end',
  )
  expect(failure(spendExpected, [[6.25, 1, 15.44]], 0, 0)).toContain('#NUM!')
  expectClose(spend(2, 30, [[6.25, 0.9, 15.44]]), (6.25 * (15.44 + 60)) / 12.4)
})

test('wrong arguments are named', () => {
  expect(failure(spendExpected, published, column(1, -2), column(3, 4))).toBe(
    '#VALUE! SPEND_EXPECTED: frequency row 2 has -2, outside 0 to 100000',
  )
  expect(failure(spendExpected, [[0.668, 3.806]], 1, 3)).toBe(
    '#VALUE! SPEND_EXPECTED: params has 2 values; select the result of SPEND_FIT (p, q, gamma)',
  )
  expect(failure(spendExpected, published, column(1, 2), column(3, '4+'))).toBe(
    '#VALUE! SPEND_EXPECTED: mean_spend row 2 has “4+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(spendExpected, published, column(1, '2'), column(3, '4'))).toEqual(
    compute(spendExpected, published, column(1, 2), column(3, 4)),
  )
})
