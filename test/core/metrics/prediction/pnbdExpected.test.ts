import { expect, test } from 'vitest'
import { pAlive } from '../../../../core/metrics/prediction/pAlive.ts'
import { pnbdExpected } from '../../../../core/metrics/prediction/pnbdExpected.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const published = [[0.553, 10.578, 0.606, 11.669]]
const block = [['r', 'alpha', 's', 'beta'], published[0]]

test('a new customer’s orders with the CDNOW parameters of Fader, Hardie and Lee (2005), as R BTYD and mpmath have them', () => {
  const orders = [1, 39, 52, 78].map((weeks) => compute(pnbdExpected, published, 0, 0, 0, weeks))
  expectClose(orders, [0.0509798432459909, 1.21300284428102, 1.47299680337511, 1.90939812931369], 1e-12)
})

test('it is P_ALIVE times the orders of a customer who is there', () => {
  const [r, alpha, s, beta] = published[0] as [number, number, number, number]
  const [x, last, age, ahead] = [2, 30.43, 38.86, 39]
  const alive = compute(pAlive, block, x, last, age) as number
  const power = 1 - ((beta + age) / (beta + age + ahead)) ** (s - 1)
  const orders = (((r + x) * (beta + age)) / ((alpha + age) * (s - 1))) * power
  expectClose(compute(pnbdExpected, block, x, last, age, ahead), alive * orders)
})

test('no time ahead is no order, more time is more orders, and fewer each week', () => {
  const at = (weeks: number) => compute(pnbdExpected, published, 2, 30.43, 38.86, weeks) as number
  expect(at(0)).toBe(0)
  const weeks = [1, 2, 10, 100, 1000, 1e6]
  weeks.slice(1).forEach((week, i) => {
    expect(at(week)).toBeGreaterThan(at(weeks[i]!))
    expect(at(week) / week).toBeLessThan(at(weeks[i]!) / weeks[i]!)
  })
})

test('weeks or days, the orders are the same', () => {
  const days = [[0.553, 10.578 * 7, 0.606, 11.669 * 7]]
  const weeks = compute(pnbdExpected, published, 2, 30.43, 38.86, 39)
  expectClose(compute(pnbdExpected, days, 2, 213.01, 272.02, 273), weeks, 1e-11)
})

test('the orders stand beside the customers, with a title beside the header', () => {
  const one = (x: number, last: number) => compute(pnbdExpected, published, x, last, 38.86, 39)
  const cells = [column('x', 2, null, 0), column('t', 30.43, 1, 0), column('T', 38.86, 38.86, 38.86)]
  expect(compute(pnbdExpected, block, ...cells, 39)).toEqual(column('expected_orders', one(2, 30.43), '', one(0, 0)))
})

test('wrong arguments are named', () => {
  expect(failure(pnbdExpected, published, column(1, 2), column(3, 40), column(38, 39), 39)).toBe(
    '#VALUE! PNBD_EXPECTED: recency row 2 has 40, more than age (39)',
  )
  expect(failure(pnbdExpected, published, 2, 4, 38.86, -1)).toBe('#VALUE! PNBD_EXPECTED: horizon is -1, below 0')
  expect(failure(pnbdExpected, [['r', 'alpha', 'a', 'b'], published[0]], 2, 4, 38.86, 1)).toBe(
    '#VALUE! PNBD_EXPECTED: params has r, alpha, a, b, a result of BGNBD_FIT; select the result of PNBD_FIT (r, alpha, s, beta)',
  )
})
