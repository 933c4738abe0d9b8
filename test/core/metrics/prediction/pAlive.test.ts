import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pAlive } from '../../../../core/metrics/prediction/pAlive.ts'
import { pnbdExpected } from '../../../../core/metrics/prediction/pnbdExpected.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const published = [[0.243, 4.414, 0.793, 2.426]]
const chance = (x: number, last: number, age: number, model = published): number =>
  compute(pAlive, model, x, last, age) as number

test('customer 1 of CDNOW, from Bayes’ rule on the paper’s likelihood', () => {
  // L(still there) / (L(still there) + L(left after the last order)), equation 3 of the paper, gamma and beta integrated.
  const stayed = (4.414 + 38.86) ** -2.243
  const left = (0.793 / (2.426 + 1)) * (4.414 + 30.43) ** -2.243
  expectClose(chance(2, 30.43, 38.86), stayed / (stayed + left))
})

test('who never came back cannot have left yet', () => {
  expect(chance(0, 0, 38.86)).toBe(1)
  expect(chance(0, 0, 0)).toBe(1)
})

test('the longer a customer stays away the smaller it is, and the more so the more often they ordered before', () => {
  const ages = [30.43, 35, 40, 60, 200, 1e6]
  for (const x of [1, 5, 40, 700]) {
    const chances = ages.map((age) => chance(x, 30.43, age))
    chances.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual(chances[i]!))
    expectClose(chances[0], 1 / (1 + 0.793 / (2.426 + x - 1)))
  }
  expect(chance(40, 30.43, 40)).toBeLessThan(chance(5, 30.43, 40))
  expect(chance(700, 30.43, 1e6)).toBe(0)
})

test('it is a chance, whatever the customer', () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(
      fc.tuple(positive, positive, positive, positive),
      fc.integer({ min: 0, max: 100000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      positive,
      (model, x, share, age) => {
        const value = chance(x, x === 0 ? 0 : share * age, age, [model])
        expect(value >= 0 && value <= 1).toBe(true)
      },
    ),
  )
})

test('weeks or days, the chance is the same', () => {
  expectClose(chance(2, 213.01, 272.02, [[0.243, 4.414 * 7, 0.793, 2.426]]), chance(2, 30.43, 38.86), 1e-11)
})

test('the chances stand beside the customers, with a title beside the header', () => {
  expect(
    compute(pAlive, published, column('x', 2, 3, 0), column('t', 30.43, null, 0), column('T', 38.86, 38.86, 9)),
  ).toEqual(column('p_alive', chance(2, 30.43, 38.86), '', 1))
})

test('wrong arguments are named', () => {
  expect(failure(pAlive, published, column('x', 2), column('t', 40), column('T', 38.86))).toBe(
    '#VALUE! P_ALIVE: recency row 2 has 40, more than age (38.86)',
  )
  expect(failure(pAlive, published, 0, 4, 38.86)).toBe('#VALUE! P_ALIVE: recency has 4, it is 0 where frequency is 0')
  expect(failure(pAlive, [[0.668, 3.806]], 2, 4, 38.86)).toContain(
    'params has 2 values; select the result of BGNBD_FIT',
  )
})

test('with a block of PNBD_FIT it is the chance of that model, where one-time buyers may have left', () => {
  const block = [
    ['r', 'alpha', 's', 'beta'],
    [0.553, 10.578, 0.606, 11.669],
  ]
  // By 2F1 of mpmath.
  expectClose(
    [compute(pAlive, block, 2, 30.43, 38.86), compute(pAlive, block, 0, 0, 38.86)],
    [0.86916755915301119, 0.29528660461689415],
    1e-11,
  )
  expect(compute(pAlive, block, 0, 0, 0)).toBe(1)
  expect(
    failure(
      pAlive,
      [
        ['p', 'q', 'gamma'],
        [1, 2, 3],
      ],
      2,
      4,
      38.86,
    ),
  ).toContain('select the result of BGNBD_FIT (r, alpha, a, b) or PNBD_FIT (r, alpha, s, beta)')
})

test('a chance that is no number is told, in PNBD_EXPECTED too', () => {
  const edge = [
    ['r', 'alpha', 's', 'beta'],
    [1e308, 5e-324, 1e308, 5e-324],
  ]
  expect(failure(pAlive, edge, 2, 30.43, 38.86)).toBe('#NUM! P_ALIVE: the result is too large or not a number')
  expect(failure(pnbdExpected, edge, 2, 30.43, 38.86, 39)).toBe(
    '#NUM! PNBD_EXPECTED: the result is too large or not a number',
  )
})
