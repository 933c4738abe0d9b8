import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherExact } from '../../../../core/statistics/inference/fisherExact.ts'
import { expectClose } from '../../../close.ts'

test('Fisher’s lady who tastes tea: 0.4857 two-sided', () => {
  expectClose(fisherExact(3, 4, 1, 4), 34 / 70)
})

test('it agrees with whole-number arithmetic, in large and in lopsided samples', () => {
  expectClose(fisherExact(1, 40, 4, 40), 0.35886897912214366)
  expectClose(fisherExact(12, 50, 3, 2000), 4.708690164315563e-18)
  expectClose(fisherExact(400, 1000, 460, 1000), 0.007686551076477004)
  expectClose(fisherExact(0, 1e6, 7, 1e6), 2 / 2 ** 7, 1e-4)
  expectClose(fisherExact(0, 1e6, 7, 1e6), 0.015624835937828126)
  expectClose(fisherExact(3, 1e6, 12, 1.3e6), 0.07320313922648787)
})

const group = fc.tuple(fc.nat(12), fc.nat(12)).filter(([yes, no]) => yes + no > 0)

test('it is the share of all ways to deal out the successes that are as unlikely or more', () => {
  const choose = (n: number, k: number): number => {
    let ways = 1
    for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
    return Math.round(ways)
  }
  fc.assert(
    fc.property(group, group, ([yesA, noA], [yesB, noB]) => {
      const [a, b, successes] = [yesA + noA, yesB + noB, yesA + yesB]
      const ways = (x: number) => (x > a || successes - x > b ? 0 : choose(a, x) * choose(b, successes - x))
      let all = 0
      let extreme = 0
      for (let x = 0; x <= successes; x++) {
        all += ways(x)
        if (ways(x) <= ways(yesA)) extreme += ways(x)
      }
      expectClose(fisherExact(yesA, a, yesB, b), extreme / all)
    }),
  )
})

test('groups may be exchanged, and successes with failures', () => {
  fc.assert(
    fc.property(group, group, ([yesA, noA], [yesB, noB]) => {
      const [a, b] = [yesA + noA, yesB + noB]
      const p = fisherExact(yesA, a, yesB, b)
      expectClose(fisherExact(yesB, b, yesA, a), p)
      expectClose(fisherExact(noA, a, noB, b), p)
    }),
  )
})

test('groups of the same rate, and no success at all, are no surprise', () => {
  expectClose(fisherExact(2, 10, 4, 20), 1)
  expect(fisherExact(0, 10, 0, 3)).toBe(1)
  expect(fisherExact(10, 10, 3, 3)).toBe(1)
})

test('a split too unlikely for a number has no chance', () => {
  expect(fisherExact(0, 1e6, 1e6, 1e6)).toBe(0)
})
