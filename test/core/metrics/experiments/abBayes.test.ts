import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abBayes } from '../../../../core/metrics/experiments/abBayes.ts'
import { abTest } from '../../../../core/metrics/experiments/abTest.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const judged = (...cells: unknown[]): unknown[] => {
  const [header, row] = compute(abBayes, ...cells) as unknown[][]
  expect(header).toEqual(['chance_b_better', 'expected_loss_a', 'expected_loss_b', 'verdict'])
  return row!
}

test('it agrees with Miller’s formula and Stucchio’s loss, by mpmath with 30 digits', () => {
  expectClose(
    judged(1000, 200, 1000, 250),
    [0.99628332913044021, 0.049921563227601009, 2.1363626802606041e-5, 'B is better (uniform prior)'],
    1e-10,
  )
})

test('it agrees with quadrature of scipy, with a prior of one’s own', () => {
  // scipy: quad(lambda p: beta(25, 475).pdf(p) * beta(31, 479).sf(p), 0, 1); the losses by quad of cdf times sf
  expectClose(
    judged(400, 20, 410, 26, 5, 95),
    [0.7751103643957908, 0.012653401353981589, 0.0018690876284913895, 'no clear difference (your prior)'],
    1e-10,
  )
})

test('a prior in fractions, such as that of Jeffreys', () => {
  // mpmath: betainc with 30 digits
  expectClose(
    judged(1000, 200, 1000, 250, 0.5, 0.5).slice(0, 3),
    [0.99631104382992215, 0.049971241666948361, 2.1191716898411308e-5],
    1e-9,
  )
})

test('before anybody came there is nothing to judge by', () => {
  const nobody = '#N/A AB_BAYES: needs 1 visitor of a variant, has 0'
  expect(failure(abBayes, 0, 0, 0, 0)).toBe(nobody)
  expect(failure(abBayes, 0, 0, 0, 0, 5, 95)).toBe(nobody)
  expect(failure(abBayes, 0, 1, 0, 0)).toBe('#VALUE! AB_BAYES: conversions_a is 1, more than visitors_a (0)')
})

test('a variant nobody has seen yet is as its prior says', () => {
  // P(B > A) for a uniform B is 1 less the mean of A, which is 1 / 3 of Beta(1, 2).
  expectClose(judged(1, 0, 0, 0)[0], 2 / 3)
  expectClose(judged(0, 0, 1, 0)[0], 1 / 3)
})

const group = fc
  .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 2000 }))
  .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const)
const prior = fc.constantFrom([1, 1], [5, 95], [0.5, 0.5], [2.5, 1])

test('exchanging the variants turns the chance, the losses and the name', () => {
  fc.assert(
    fc.property(group, group, prior, ([visitorsA, a], [visitorsB, b], prior) => {
      fc.pre(visitorsA + visitorsB > 0)
      const [chance, lossA, lossB, verdict] = judged(visitorsA, a, visitorsB, b, ...prior) as [
        number,
        number,
        number,
        string,
      ]
      const [back, backA, backB, turned] = judged(visitorsB, b, visitorsA, a, ...prior) as [
        number,
        number,
        number,
        string,
      ]
      expect(back).toBeCloseTo(1 - chance, 10)
      expectClose([backA, backB], [lossB, lossA], 1e-9)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      const names = { A: 'B is', B: 'A is' }
      expect(turned).toBe(verdict.replace(/^([AB]) is/, (_, name: 'A' | 'B') => names[name]))
      // Who is better on average loses less.
      const mean = (conversions: number, visitors: number) =>
        (conversions + prior[0]!) / (visitors + prior[0]! + prior[1]!)
      expect(lossA - lossB).toBeCloseTo(mean(b, visitorsB) - mean(a, visitorsA), 9)
    }),
  )
})

test('in large samples the chance is half the p-value of the z test, on its side', () => {
  for (const [a, b] of [
    [20_000, 20_300],
    [20_000, 19_800],
    [50_000, 50_500],
  ] as const) {
    const [, row] = compute(abTest, 200_000, a, 200_000, b) as number[][]
    const chance = b > a ? 1 - row![6]! / 2 : row![6]! / 2
    expect(judged(200_000, a, 200_000, b)[0]).toBeCloseTo(chance, 4)
  }
})

test('the verdict names a variant from 95 % on', () => {
  expect(judged(100, 10, 100, 17)[3]).toBe('no clear difference (uniform prior)')
  expect(judged(100, 10, 100, 20)[3]).toBe('B is better (uniform prior)')
  expect(judged(100, 20, 100, 10)[3]).toBe('A is better (uniform prior)')
})

test('a prior with many visitors holds both back', () => {
  const [without] = judged(100, 10, 100, 20)
  const [held] = judged(100, 10, 100, 20, 100, 900)
  expect(held).toBeLessThan(without as number)
  expect(judged(100, 10, 100, 20, null, '')).toEqual(judged(100, 10, 100, 20, 1, 1))
})

test('a million visitors of each are counted one by one', () => {
  // scipy: quad of beta(100001, 900001).pdf(p) * beta(101001, 899001).sf(p)
  expectClose(judged(1_000_000, 100_000, 1_000_000, 101_000)[0], 0.9906586836367178, 1e-9)
})

test('wrong cells are named', () => {
  expect(failure(abBayes, 100, 120, 100, 8)).toBe('#VALUE! AB_BAYES: conversions_a is 120, more than visitors_a (100)')
  expect(failure(abBayes, 100, 12, 100, 101)).toBe('#VALUE! AB_BAYES: conversions_b is 101, more than visitors_b (100)')
  expect(failure(abBayes, 100, 10.5, 100, 8)).toBe('#VALUE! AB_BAYES: conversions_a is 10.5, not a whole number')
  expect(failure(abBayes, 2e9, 10, 100, 8)).toBe('#VALUE! AB_BAYES: visitors_a is 2000000000, outside 0 to 1000000000')
  expect(failure(abBayes, 100, 10, 100, 8, 0)).toBe(
    '#VALUE! AB_BAYES: prior_successes is 0, outside 0.01 to 1000000000',
  )
  expect(failure(abBayes, 100, 10, ' ', 8)).toBe('#VALUE! AB_BAYES: visitors_b is blank')
  expect(failure(abBayes, 100, 10, 100)).toBe('#VALUE! AB_BAYES: conversions_b is missing')
  expect(failure(abBayes, 100, 'ten', 100, 8)).toBe('#VALUE! AB_BAYES: conversions_a is the text “ten”, not a number')
})
