import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abTest } from '../../../../core/metrics/experiments/abTest.ts'
import { fisherExact } from '../../../../core/statistics/inference/fisherExact.ts'
import { newcombeInterval } from '../../../../core/statistics/inference/proportion.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

type Row = [
  rateA: number,
  rateB: number,
  lift: number | '',
  difference: number,
  low: number,
  high: number,
  p: number,
  verdict: string,
]
const tested = (...cells: unknown[]): Row => (compute(abTest, ...cells) as unknown[][])[1] as Row

test('it agrees with statsmodels and with prop.test of R, without its correction', () => {
  expectClose(
    tested(1000, 200, 1000, 250),
    [
      0.2,
      0.25,
      0.25,
      0.04999999999999999,
      0.01346362168753984,
      0.08653637831246014,
      0.007419649261025687,
      'B is better (z test)',
    ],
    1e-11,
  )
})

test('Fisher’s lady who tastes tea gets the exact test: 0.4857', () => {
  const [, , , difference, low, high, p, verdict] = tested(4, 3, 4, 1)
  expectClose(p, 34 / 70)
  expect(verdict).toBe("no clear difference (Fisher's exact test)")
  expect(difference).toBe(-0.5)
  expect({ low, high }).toEqual(newcombeInterval(3, 4, 1, 4, 0.95))
})

test('a rate of 0 or 1 is no certainty: the limits are Newcombe’s then, in large samples too', () => {
  // Nobody of 20 and all of 10 by Newcombe (1998), table II, method 10; 0.6791 to 1.
  expect(tested(20, 0, 10, 10)[4]).toBeCloseTo(0.6791, 4)
  expect(tested(20, 0, 10, 10)[5]).toBe(1)
  // All of 10 and nobody of 10: each Wilson interval is z² / (10 + z²) wide.
  const width = 3.841458820694124 / 13.841458820694124
  expect(tested(10, 10, 10, 0)[4]).toBe(-1)
  expectClose(tested(10, 10, 10, 0)[5], Math.SQRT2 * width - 1)
  for (const cells of [
    [1000, 0, 1000, 20],
    [1000, 20, 1000, 0],
    [300, 300, 500, 450],
    [300, 270, 500, 500],
  ] as const) {
    const [, , , , low, high, , verdict] = tested(...cells)
    expect(verdict).toContain('z test')
    expect({ low, high }).toEqual(newcombeInterval(cells[1], cells[0], cells[3], cells[2], 0.95))
  }
})

test('A may be the better one', () => {
  const [, , lift, difference, , high, , verdict] = tested(1000, 250, 1000, 200)
  expectClose([lift, difference], [-0.2, -0.05])
  expect(high).toBeLessThan(0)
  expect(verdict).toBe('A is better (z test)')
  expect(tested(20, 12, 20, 2)[7]).toBe('A is better (z test)')
  expect(tested(12, 10, 12, 1)[7]).toBe('A is better (z test)')
  expect(tested(8, 7, 8, 0)[7]).toBe("A is better (Fisher's exact test)")
})

test('the exact test begins where fewer than 5 conversions, or fewer than 5 others, are expected in a variant', () => {
  expect(tested(100, 4, 100, 6)[7]).toContain('z test')
  expect(tested(100, 4, 100, 5)[7]).toContain('Fisher')
  expect(tested(100, 96, 100, 94)[7]).toContain('z test')
  expect(tested(100, 96, 100, 95)[7]).toContain('Fisher')
  expect(tested(1000, 20, 100, 2)[7]).toContain('Fisher')
})

const variant = fc
  .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const)

/** Two variants with somebody who converted and somebody who did not: all that there is to compare. */
const variants = fc.tuple(variant, variant).filter(([[n1, c1], [n2, c2]]) => c1 + c2 > 0 && c1 + c2 < n1 + n2)

test('the z test is Pearson’s chi-square test of the 2 x 2 table: z squared is its statistic', () => {
  fc.assert(
    fc.property(variants, ([[visitorsA, conversionsA], [visitorsB, conversionsB]]) => {
      const all = conversionsA + conversionsB
      const cells = [
        [conversionsA, visitorsA, all],
        [visitorsA - conversionsA, visitorsA, visitorsA + visitorsB - all],
        [conversionsB, visitorsB, all],
        [visitorsB - conversionsB, visitorsB, visitorsA + visitorsB - all],
      ] as const
      let chiSquare = 0
      let fewest = Infinity
      for (const [observed, visitors, total] of cells) {
        const expected = (visitors * total) / (visitorsA + visitorsB)
        chiSquare += (observed - expected) ** 2 / expected
        fewest = Math.min(fewest, expected)
      }
      fc.pre(Math.abs(fewest - 5) > 1e-9)
      const [, , , , , , p, verdict] = tested(visitorsA, conversionsA, visitorsB, conversionsB)
      expect(verdict).toContain(fewest < 5 ? 'Fisher' : 'z test')
      if (fewest < 5) expect(p).toBe(fisherExact(conversionsA, visitorsA, conversionsB, visitorsB))
      // The chi-square distribution of 1 degree of freedom, from the normal one by Simpson's rule.
      else expect(p).toBeCloseTo(1 - within(Math.sqrt(chiSquare)), 9)
    }),
  )
})

/** The chance of a standard normal value between -z and z. */
function within(z: number): number {
  const steps = 2000
  const width = Math.min(z, 9) / steps
  let area = 0
  for (let i = 0; i <= steps; i++) {
    area += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * Math.exp(-((i * width) ** 2) / 2)
  }
  return (2 * area * width) / 3 / Math.sqrt(2 * Math.PI)
}

test('exchanging the variants turns the signs and the name, and nothing else', () => {
  fc.assert(
    fc.property(variants, ([[visitorsA, conversionsA], [visitorsB, conversionsB]]) => {
      const [rateA, rateB, , difference, low, high, p, verdict] = tested(
        visitorsA,
        conversionsA,
        visitorsB,
        conversionsB,
      )
      const back = tested(visitorsB, conversionsB, visitorsA, conversionsA)
      expect([back[0], back[1]]).toEqual([rateB, rateA])
      expect(back[3]).toBeCloseTo(-difference, 14)
      expect(back[4]).toBeCloseTo(-high, 12)
      expect(back[5]).toBeCloseTo(-low, 12)
      expect(back[6]).toBeCloseTo(p, 12)
      expect(back[7]).toBe(verdict.replace(/^[AB] is/, (name) => (name === 'A is' ? 'B is' : 'A is')))
      expect(low).toBeLessThanOrEqual(difference)
      expect(high).toBeGreaterThanOrEqual(difference)
      expect(p).toBeGreaterThanOrEqual(0)
      expect(p).toBeLessThanOrEqual(1 + 1e-12)
    }),
  )
})

test('the verdict follows p_value, and asks for more with more confidence', () => {
  expect(tested(1000, 200, 1000, 250, 0.99)[7]).toBe('B is better (z test)')
  expect(tested(1000, 200, 1000, 250, 0.995)[7]).toBe('no clear difference (z test)')
  expect(tested(1000, 200, 1000, 250, null)).toEqual(tested(1000, 200, 1000, 250, 0.95))
})

test('where the test and the limits disagree, the verdict says so', () => {
  expect(tested(40, 10, 200, 22)[7]).toBe('A is better (z test); close: the limits just include 0')
  expect(tested(200, 22, 40, 10)[7]).toBe('B is better (z test); close: the limits just include 0')
  expect(tested(20, 5, 20, 11)[7]).toBe('no clear difference (z test); close: the limits just leave out 0')
  expect(tested(40, 0, 200, 18)[7]).toBe("B is better (Fisher's exact test); close: the limits just include 0")
  expect(tested(20, 6, 20, 1)[7]).toBe("no clear difference (Fisher's exact test); close: the limits just leave out 0")
})

test('with a handful of visitors nothing is close', () => {
  expect(tested(2, 0, 2, 2)[7]).toBe(
    "no clear difference (Fisher's exact test); too few visitors to be sure: the limits leave out 0",
  )
  expect(tested(1, 0, 1, 1, 0.8)[7]).toContain('too few visitors to be sure')
})

test('the verdict is in doubt exactly where p_value and the limits decide otherwise', () => {
  const few = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([a, b]) => [Math.max(a, b), Math.min(a, b)] as const)
  fc.assert(
    fc.property(few, few, fc.constantFrom(0.8, 0.9, 0.95), ([visitorsA, a], [visitorsB, b], confidence) => {
      fc.pre(a + b > 0 && a + b < visitorsA + visitorsB)
      const [, , , , low, high, p, verdict] = tested(visitorsA, a, visitorsB, b, confidence)
      const byLimits = low <= 0 && high >= 0 ? 'include' : 'leave out'
      const byTest = p < 1 - confidence ? 'leave out' : 'include'
      const [, doubt, said] =
        /; (close: the limits just|too few visitors to be sure: the limits) (.*) 0$/.exec(verdict) ?? []
      expect(said).toBe(byLimits === byTest ? undefined : byLimits)
      const ratio = p / (1 - confidence)
      if (said) expect(doubt!.startsWith('close')).toBe(ratio > 0.25 && ratio < 3)
    }),
    { numRuns: 1000 },
  )
})

test('without conversions in A there is no lift', () => {
  expect(tested(100, 0, 100, 12)[2]).toBe('')
  expect(tested(100, 12, 100, 0)[2]).toBe(-1)
})

test('more conversions than visitors are refused', () => {
  expect(failure(abTest, 100, 120, 100, 8)).toBe('#VALUE! AB_TEST: conversions_a is 120, more than visitors_a (100)')
  expect(failure(abTest, 100, 12, 100, 101)).toBe('#VALUE! AB_TEST: conversions_b is 101, more than visitors_b (100)')
})

test('no visitors, and rates of 0 or of 1 in both, are #DIV/0!', () => {
  expect(failure(abTest, 100, 12, 0, 0)).toBe('#DIV/0! AB_TEST: visitors_b is 0, so nobody could convert')
  expect(failure(abTest, 100, 0, 90, 0)).toBe(
    '#DIV/0! AB_TEST: nobody converted in both variants, so there is nothing to compare',
  )
  expect(failure(abTest, 100, 100, 90, 90)).toBe(
    '#DIV/0! AB_TEST: everybody converted in both variants, so there is nothing to compare',
  )
})

test('wrong cells are named', () => {
  expect(failure(abTest, 100, 10.5, 100, 8)).toBe('#VALUE! AB_TEST: conversions_a is 10.5, not a whole number')
  expect(failure(abTest, 100, -1, 100, 8)).toBe('#VALUE! AB_TEST: conversions_a is -1, below 0')
  expect(failure(abTest, '1,000', 10, 100, 8)).toBe(
    '#VALUE! AB_TEST: visitors_a is the text “1,000”, which may be 1 or 1000: turn it into a number',
  )
  expect(compute(abTest, '1 000', '10', 100, 8)).toEqual(compute(abTest, 1000, 10, 100, 8))
  expect(failure(abTest, 100, 10, null, 8)).toBe('#VALUE! AB_TEST: visitors_b is blank')
  expect(failure(abTest, 100, 10, 100)).toBe('#VALUE! AB_TEST: conversions_b is missing')
  expect(failure(abTest, 100, 10, 100, 8, 95)).toBe(
    '#VALUE! AB_TEST: confidence is 95, outside 0.5 to 0.9999, write 95% or 0.95',
  )
})
