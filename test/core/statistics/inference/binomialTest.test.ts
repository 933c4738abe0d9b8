import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialTest } from '../../../../core/statistics/inference/binomialTest.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with binom.test of R', () => {
  // R: binom.test(x, n, p)$p.value
  expectClose(binomialTest(7, 20, 0.5), 0.26317596435546875)
  expectClose(binomialTest(3, 4000, 0.001), 0.8045354325320242)
  expectClose(binomialTest(15, 4000, 0.001), 1.965121662166861e-5, 1e-11)
  expectClose(binomialTest(4, 9, 1 / 3), 0.49276024996189616)
  expectClose(binomialTest(821588, 1637070, 0.5), 1.8288296199648975e-6, 1e-10)
})

test('none of 20 coins is two of a million sides', () => {
  expectClose(binomialTest(0, 20, 0.5), 2 / 2 ** 20)
  expectClose(binomialTest(10, 10, 0.3), 0.3 ** 10, 1e-11)
})

test('it is the sum of all counts that are as unlikely or more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(25), fc.integer({ min: 1, max: 19 }), (n, k, twentieths) => {
      fc.pre(k <= n)
      const share = twentieths / 20
      const chance = (x: number): number => {
        let ways = 1
        for (let i = 1; i <= x; i++) ways = (ways * (n - x + i)) / i
        return ways * share ** x * (1 - share) ** (n - x)
      }
      let extreme = 0
      for (let x = 0; x <= n; x++) if (chance(x) <= chance(k) * (1 + 1e-9)) extreme += chance(x)
      expectClose(binomialTest(k, n, share), extreme, 1e-11)
      expectClose(binomialTest(n - k, n, 1 - share), extreme, 1e-11)
    }),
  )
})

test('a count too unlikely for a number has no chance', () => {
  expect(binomialTest(0, 5000, 0.5)).toBe(0)
})
