import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Share } from '../../../../core/metric.ts'
import { share, shareValue } from '../../../../core/metric.ts'
import {
  limitsMethod,
  partsTold,
  pooled,
  shareChange,
  shareLimits,
  without,
} from '../../../../core/statistics/inference/shares.ts'
import { expectClose } from '../../../close.ts'

const net = (promoters: number, detractors: number, answers: number): Share => ({
  part: promoters,
  against: detractors,
  whole: answers,
  of: 'answers',
})
const cases = (part: number, whole: number): Share => ({ part, whole, of: 'cases' })

function expectLimits(rate: Share, low: number, high: number): void {
  const limits = shareLimits(rate, 0.95)!
  expectClose([limits.low, limits.high], [low, high], 1e-11)
}

function expectChange(from: Share, to: Share, isMore: boolean, p: number): void {
  const change = shareChange(from, to)!
  expect(change.isMore).toBe(isMore)
  expectClose(change.p, p, 1e-11)
}

describe('limits', () => {
  test('of a share are Wilson’s: 225 of 300 satisfied, and Newcombe’s 81 of 263', () => {
    expectLimits(cases(225, 300), 0.6980484035459826, 0.7956301108417443)
    expectLimits(cases(81, 263), 0.255288519878274, 0.3662095769828)
    expect(limitsMethod(cases(81, 263))).toBe('Wilson')
  })

  test('of a net score below 100 answers are those of adjusted Wald, around the adjusted score', () => {
    expectLimits(net(15, 6, 30), 0.68127201140043, 53.864182534054116)
    expect(limitsMethod(net(15, 6, 30))).toBe('adjusted Wald')
  })

  test('of a net score from 100 answers on are Wald’s', () => {
    // score 30, error 100 x sqrt((0.5 + 0.2 - 0.09) / 100)
    const half = 1.959963984540054 * Math.sqrt(0.61 * 100)
    expectLimits(net(50, 20, 100), 30 - half, 30 + half)
    expect(limitsMethod(net(50, 20, 100))).toBe('Wald')
  })

  test('of a net score hold it, also where all of a few count alike, and stay on its scale', () => {
    expect(shareLimits(net(1, 0, 1), 0.95)!.high).toBe(100)
    expect(shareLimits(net(0, 1, 1), 0.95)!.low).toBe(-100)
    expect(shareLimits(net(4, 0, 4), 0.95)!.high).toBe(100)
    expect(shareLimits(net(0, 4, 4), 0.95)!.low).toBe(-100)
  })

  test('are not known of an amount, nor where the part is more than the whole', () => {
    expect(shareLimits({ part: 430, whole: 500 }, 0.95)).toBeUndefined()
    expect(shareLimits(cases(7, 5), 0.95)).toBeUndefined()
    expect(shareLimits(cases(-1, 5), 0.95)).toBeUndefined()
    expect(shareLimits(cases(0, 0), 0.95)).toBeUndefined()
  })

  test('hold the value, and become wider with more confidence', () => {
    const counts = fc.tuple(fc.nat(500), fc.nat(500)).filter(([part, rest]) => part + rest > 0)
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.98, noNaN: true }), ([part, rest], confidence) => {
        const limits = shareLimits(cases(part, part + rest), confidence)!
        const wider = shareLimits(cases(part, part + rest), confidence + 0.01)!
        expect(limits.low).toBeLessThanOrEqual(part / (part + rest))
        expect(limits.high).toBeGreaterThanOrEqual(part / (part + rest))
        expect(wider.low).toBeLessThanOrEqual(limits.low)
        expect(wider.high).toBeGreaterThanOrEqual(limits.high)
      }),
    )
  })
})

describe('two rates', () => {
  test('are compared as AB_TEST does: 20% and 25% of 1,000 each by the z test, 3 and 1 of 4 by Fisher’s', () => {
    expectChange(cases(200, 1000), cases(250, 1000), true, 0.007419649261025687)
    expectChange(cases(3, 4), cases(1, 4), false, 34 / 70)
  })

  test('of net scores as NPS_COMPARE does: 3 of 4 promoters after 1 of 4, dealt by hand', () => {
    expectChange(net(1, 3, 4), net(3, 1, 4), true, 34 / 70)
  })

  test('cannot be compared where all count alike, where one has nothing, and of amounts', () => {
    expect(shareChange(cases(0, 5), cases(0, 9))).toBeUndefined()
    expect(shareChange(cases(5, 5), cases(9, 9))).toBeUndefined()
    expect(shareChange(cases(0, 0), cases(3, 9))).toBeUndefined()
    expect(shareChange({ part: 1, whole: 5 }, { part: 3, whole: 9 })).toBeUndefined()
    expect(shareChange(cases(1, 5.5), cases(3, 9))).toBeUndefined()
  })
})

test('several rates together, less one of them, are the others together', () => {
  const [a, b, c] = [net(3, 1, 9), net(5, 2, 8), net(0, 4, 4)]
  expect(pooled([a, b, c])).toEqual(net(8, 7, 21))
  expect(without(pooled([a, b, c]), c)).toEqual(pooled([a, b]))
  expect(pooled([cases(1, 2), cases(3, 5)])).toEqual(cases(4, 7))
  expect(without(cases(4, 7), cases(3, 5))).toEqual(cases(1, 2))
})

test('the value of a net score counts what is against it', () => {
  expect(shareValue(net(3, 1, 8))).toBe(25)
  expect(partsTold(net(3, 1, 8))).toEqual({ part: 2, whole: 8 })
  expect(shareValue(cases(3, 8))).toBe(0.375)
  expect(partsTold(cases(3, 8))).toEqual({ part: 3, whole: 8 })
})

test('a share of nothing is #DIV/0!', () => {
  expect(() => share(0, 0)).toThrow('there is nothing to take a share of')
  expect(() => share(0, 0, { of: 'cases', none: 'no case was closed' })).toThrow('no case was closed')
  expect(share(1, 2, { of: 'cases', none: 'no case was closed' })).toEqual(cases(1, 2))
})
