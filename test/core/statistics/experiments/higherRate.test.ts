import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceHigher, expectedLoss, type Belief } from '../../../../core/statistics/experiments/higherRate.ts'
import { expectClose } from '../../../close.ts'

const belief = (successes: number, failures: number): Belief => ({ successes, failures })

test('it agrees with mpmath, for whole numbers and for fractions', () => {
  // Miller’s sum where the successes of the second are whole, else the mean of betainc, with 30 digits.
  const computed: [number, number, number, number, chance: number, loss: number][] = [
    [201, 801, 251, 751, 0.99628332913044021, 0.049921563227601009],
    [5, 3, 2, 9, 0.01753393665158371, 0.001388317564788153],
    [200.5, 800.5, 250.5, 750.5, 0.99631104382992215, 0.049971241666948361],
    [1, 100.5, 3.3, 50, 0.97231716709339856, 0.052328364611251977],
    [0.5, 20.5, 0.5, 30.5, 0.43655657223758017, 0.0089866418511027231],
    [101, 2, 3, 50, 6.7265443749689308e-37, 4.5131932486618388e-39],
  ]
  for (const [a, b, c, d, chance, loss] of computed) {
    expectClose(chanceHigher(belief(a, b), belief(c, d)), chance, 1e-11)
    expectClose(expectedLoss(belief(a, b), belief(c, d)), loss, 1e-10)
  }
})

test('the mean of the higher one alone is a closed form of uniform rates: a sixth', () => {
  expectClose(chanceHigher(belief(1, 1), belief(1, 1)), 0.5)
  expectClose(expectedLoss(belief(1, 1), belief(1, 1)), 1 / 6)
})

const count = fc.integer({ min: 1, max: 400 })
const beliefs = fc
  .tuple(count, count, count, count, fc.constantFrom(0, 0.5, 0.25))
  .map(([a, b, c, d, part]) => [belief(a + part, b + part), belief(c + part, d + part)] as const)

test('one of them is higher', () => {
  fc.assert(
    fc.property(beliefs, ([first, second]) => {
      expect(chanceHigher(first, second) + chanceHigher(second, first)).toBeCloseTo(1, 10)
    }),
  )
})

test('what is lost by the one is what is lost by the other and the difference of their means', () => {
  const mean = ({ successes, failures }: Belief): number => successes / (successes + failures)
  fc.assert(
    fc.property(beliefs, ([first, second]) => {
      const difference = expectedLoss(first, second) - expectedLoss(second, first)
      expect(difference).toBeCloseTo(mean(second) - mean(first), 10)
      expect(expectedLoss(first, second)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('fractions lie between whole numbers', () => {
  const chanceAt = (part: number) => chanceHigher(belief(200 + part, 800), belief(230, 780))
  expect(chanceAt(0.5)).toBeLessThan(chanceAt(0))
  expect(chanceAt(0.5)).toBeGreaterThan(chanceAt(1))
})

test('a million of each have an answer', () => {
  // scipy: quad of the density of the one times the survival function of the other
  expectClose(chanceHigher(belief(100_001, 900_001), belief(101_001, 899_001)), 0.9906586836367178, 1e-9)
  expectClose(chanceHigher(belief(100_000.5, 900_000.5), belief(101_000.5, 899_000.5)), 0.9906588174307892, 1e-9)
})
