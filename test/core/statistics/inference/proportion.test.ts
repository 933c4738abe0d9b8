import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Z95, zOf } from '../../../../core/statistics/inference/normal.ts'
import { newcombeInterval, wilsonInterval } from '../../../../core/statistics/inference/proportion.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with Newcombe (1998), table I, method 3, and with statsmodels to all digits', () => {
  expectClose(wilsonInterval(81, 263, 0.95).low, 0.255288519878274)
  expectClose(wilsonInterval(81, 263, 0.95).high, 0.3662095769828)
  expectClose(wilsonInterval(15, 148, 0.95).low, 0.0623863995307363)
  expectClose(wilsonInterval(15, 148, 0.95).high, 0.160487241723308)
})

test('225 satisfied of 300 lie between 69.8 % and 79.6 %', () => {
  expectClose(wilsonInterval(225, 300, 0.95).low, 0.6980484035459826)
  expectClose(wilsonInterval(225, 300, 0.95).high, 0.7956301108417443)
})

test('none of them makes the lower limit exactly 0, all of them the upper one exactly 1', () => {
  for (const trials of [1, 3, 10, 148, 12345]) {
    const none = wilsonInterval(0, trials, 0.95)
    expect(none.low).toBe(0)
    expectClose(none.high, Z95 ** 2 / (trials + Z95 ** 2))
    const all = wilsonInterval(trials, trials, 0.95)
    expect(all.high).toBe(1)
    expectClose(all.low, trials / (trials + Z95 ** 2))
  }
})

const sample = fc
  .tuple(fc.integer({ min: 0, max: 1e5 }), fc.integer({ min: 1, max: 1e5 }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

test('at a limit the observed share is z standard errors away: what the interval is', () => {
  fc.assert(
    fc.property(sample, fc.constantFrom(0.8, 0.9, 0.95, 0.99), ([successes, trials], confidence) => {
      const { low, high } = wilsonInterval(successes, trials, confidence)
      const share = successes / trials
      for (const limit of [low, high]) {
        const error = Math.sqrt((limit * (1 - limit)) / trials)
        expect(Math.abs(Math.abs(share - limit) - zOf(confidence) * error)).toBeLessThan(1e-10)
      }
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
    }),
  )
})

test('failures have the mirror image of the interval of successes', () => {
  fc.assert(
    fc.property(sample, ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials, 0.95)
      const mirrored = wilsonInterval(trials - successes, trials, 0.95)
      expect(Math.abs(mirrored.low - (1 - high))).toBeLessThan(1e-13)
      expect(Math.abs(mirrored.high - (1 - low))).toBeLessThan(1e-13)
    }),
  )
})

test('the interval of a difference agrees with Newcombe (1998), table II, method 10', () => {
  const published: [number, number, number, number, number, number][] = [
    [48, 80, 56, 70, 0.0524, 0.3339],
    [3, 10, 9, 10, 0.1705, 0.809],
    [2, 7, 6, 7, 0.0582, 0.8062],
    [0, 29, 5, 56, -0.0381, 0.1926],
    [0, 20, 0, 10, -0.1611, 0.2775],
    [0, 20, 10, 10, 0.6791, 1],
  ]
  for (const [a, trialsA, b, trialsB, low, high] of published) {
    const interval = newcombeInterval(a, trialsA, b, trialsB, 0.95)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  }
  // The first one to all digits, by mpmath.
  expectClose(newcombeInterval(48, 80, 56, 70, 0.95).low, 0.0524314724024, 1e-11)
  expectClose(newcombeInterval(48, 80, 56, 70, 0.95).high, 0.333872654037, 1e-11)
})

test('the interval of a difference holds it, stays within -1 and 1, and turns its sign when the groups are exchanged', () => {
  fc.assert(
    fc.property(sample, sample, ([a, trialsA], [b, trialsB]) => {
      const { low, high } = newcombeInterval(a, trialsA, b, trialsB, 0.95)
      const difference = b / trialsB - a / trialsA
      expect(low).toBeGreaterThanOrEqual(-1)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(difference)
      expect(high).toBeGreaterThanOrEqual(difference)
      const exchanged = newcombeInterval(b, trialsB, a, trialsA, 0.95)
      expect(exchanged.low).toBeCloseTo(-high, 13)
      expect(exchanged.high).toBeCloseTo(-low, 13)
    }),
  )
})
