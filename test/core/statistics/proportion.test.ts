import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Z95, zOf } from '../../../core/statistics/normal.ts'
import { wilsonInterval } from '../../../core/statistics/proportion.ts'
import { expectClose } from '../../close.ts'

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
