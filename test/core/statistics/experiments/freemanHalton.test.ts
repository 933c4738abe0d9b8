import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freemanHalton } from '../../../../core/statistics/experiments/freemanHalton.ts'
import { fisherExact } from '../../../../core/statistics/inference/fisherExact.ts'
import { expectClose } from '../../../close.ts'

test('it agrees with whole-number arithmetic', () => {
  // python3: the sum of the products of math.comb over all splits whose product is no larger than the observed one.
  const computed: [successes: number[], trials: number[], p: number][] = [
    [[3, 1, 5], [20, 22, 19], 0.1440238496090597],
    [[0, 2, 7, 1], [30, 28, 33, 31], 0.009647545861752873],
    [[2, 9, 4, 5, 1, 3], [40, 41, 43, 39, 38, 42], 0.08202161331814217],
    [[48, 55, 60, 2], [500, 510, 490, 20], 0.6119438585635327],
    [[39, 38, 40, 40], [40, 41, 41, 42], 0.7820010330264637],
    [[5, 0, 0, 0], [5, 60, 60, 60], 5.847774835303533e-10],
  ]
  for (const [successes, trials, p] of computed) expectClose(freemanHalton(successes, trials), p)
})

test('it agrees with fisher.test of R, which joins splits of nearly the same likelihood', () => {
  // R: fisher.test(cbind(x, n - x), workspace = 2e7)$p.value
  const trials = [40, 41, 43, 39, 38, 42, 44, 37, 36, 45]
  expectClose(freemanHalton([3, 5, 2, 8, 1, 4, 6, 3, 2, 5], trials), 0.33564501734763846, 1e-9)
  expectClose(freemanHalton([10, 0, 0, 0, 0, 0, 0, 0, 0, 0], trials), 8.7470485251968855e-11, 1e-9)
})

const groups = fc.array(
  fc.tuple(fc.nat(7), fc.nat(7)).filter(([yes, no]) => yes + no > 0),
  { minLength: 2, maxLength: 4 },
)

test('it is the share of all ways to deal out the successes that are as unlikely or more', () => {
  const choose = (n: number, k: number): number => {
    let ways = 1
    for (let i = 1; i <= k; i++) ways = (ways * (n - k + i)) / i
    return Math.round(ways)
  }
  fc.assert(
    fc.property(groups, (found) => {
      const [successes, trials] = [found.map(([yes]) => yes), found.map(([yes, no]) => yes + no)]
      const all = successes.reduce((sum, count) => sum + count, 0)
      const observed = successes.reduce((ways, count, i) => ways * choose(trials[i]!, count), 1)
      let [extreme, whole] = [0, 0]
      const deal = (i: number, left: number, ways: number): void => {
        if (i === trials.length) {
          if (left === 0) whole += ways
          if (left === 0 && ways <= observed) extreme += ways
          return
        }
        for (let x = 0; x <= Math.min(left, trials[i]!); x++) deal(i + 1, left - x, ways * choose(trials[i]!, x))
      }
      deal(0, all, 1)
      expectClose(freemanHalton(successes, trials), extreme / whole)
    }),
  )
})

test('of two groups it is Fisher’s test', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(400), fc.nat(400), (yesA, yesB, noA, noB) => {
      fc.pre(yesA + noA > 0 && yesB + noB > 0)
      const p = freemanHalton([yesA, yesB], [yesA + noA, yesB + noB])
      expectClose(p, fisherExact(yesA, yesA + noA, yesB, yesB + noB), 1e-11)
    }),
  )
})

test('groups may be exchanged, and successes with failures', () => {
  fc.assert(
    fc.property(groups, (found) => {
      const p = freemanHalton(
        found.map(([yes]) => yes),
        found.map(([yes, no]) => yes + no),
      )
      const turned = found.slice().reverse()
      const back = freemanHalton(
        turned.map(([, no]) => no),
        turned.map(([yes, no]) => yes + no),
      )
      expectClose(back, p, 1e-11)
    }),
  )
})

test('no success and no failure at all are no surprise', () => {
  expect(freemanHalton([0, 0, 0], [4, 5, 6])).toBe(1)
  expect(freemanHalton([4, 5, 6], [4, 5, 6])).toBe(1)
})

test('groups of equal size, of which many splits are equally likely', () => {
  // python3, as above: ten of each, and twelve of each
  expectClose(freemanHalton([1, 2, 3, 4], [10, 10, 10, 10]), 0.6217530610319985)
  expectClose(freemanHalton([1, 0, 1, 1, 0, 5], [12, 12, 12, 12, 12, 12]), 0.027839028320752118)
})

test('where there are too many ways it says so', () => {
  const many = Array.from({ length: 20 }, (_, i) => i)
  expect(
    freemanHalton(
      many.map((i) => 20 + i),
      many.map((i) => 400 + i),
    ),
  ).toBe(null)
  expect(freemanHalton([9000, 9100, 3], [90_000, 91_000, 40])).toBe(null)
  expect(freemanHalton([500, 10, 20, 30, 0, 0], [600, 610, 620, 630, 40, 50])).toBe(null)
})
