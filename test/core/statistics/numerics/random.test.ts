import { expect, test } from 'vitest'
import { randomNumbers, spreadNumbers } from '../../../../core/statistics/numerics/random.ts'

const many = (count: number, seed: number) => {
  const random = randomNumbers(seed)
  return Array.from({ length: count }, random)
}

test('a seed gives the same numbers every time, and another one others', () => {
  expect(many(100, 7)).toEqual(many(100, 7))
  expect(many(100, 7).filter((value) => many(100, 8).includes(value))).toEqual([])
  expect(many(5, 0).every((value) => value > 0 && value < 1)).toBe(true)
  expect(many(5, 4294967295)).not.toEqual(many(5, 0))
})

// By the algorithms in whole numbers of any size, in Python: the steps of xoshiro128++ gave the 641, 1573767, 3222811527 …
// of the authors’ own program from the state 1, 2, 3, 4.
test.each([
  [0, [0.41331402612804535, 0.9325141131854022, 0.15988454754840864, 0.8160195680176873]],
  [1, [0.21170693118443384, 0.2849854001785209, 0.655028200605504, 0.4313565197842302]],
  [4294967295, [0.9664099409341665, 0.8385468531530864, 0.38306072594328633, 0.0214046619386139]],
])('the seed %d gives the numbers of xoshiro128++ begun with splitmix32', (seed, expected) => {
  expect(many(4, seed)).toEqual(expected)
})

test('they lie evenly from 0 to 1, and one says nothing about the next', () => {
  const numbers = many(100_000, 1)
  expect(Math.min(...numbers.slice(0, 50_000))).toBeGreaterThanOrEqual(0)
  expect(Math.max(...numbers.slice(0, 50_000))).toBeLessThan(1)
  const tenths = new Array<number>(10).fill(0)
  const pairs = new Array<number>(100).fill(0)
  numbers.forEach((value, i) => {
    tenths[Math.floor(10 * value)]!++
    if (i % 2 === 0) pairs[10 * Math.floor(10 * value) + Math.floor(10 * numbers[i + 1]!)]!++
  })
  const chiSquare = (counts: readonly number[], expected: number) =>
    counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
  // 99.9 % of such sums are below 27.9 with 9 degrees of freedom, and below 148.2 with 99.
  expect(chiSquare(tenths, 10_000)).toBeLessThan(27.9)
  expect(chiSquare(pairs, 500)).toBeLessThan(148.2)
})

test('spread numbers lie one in each part, in random order', () => {
  const numbers = spreadNumbers(1000, randomNumbers(3))
  expect([...numbers].sort((a, b) => a - b).every((value, i) => value >= i / 1000 && value < (i + 1) / 1000)).toBe(true)
  const rising = numbers.filter((value, i) => i > 0 && value > numbers[i - 1]!).length
  expect(rising).toBeGreaterThan(430)
  expect(rising).toBeLessThan(570)
  expect(spreadNumbers(1, () => 0.5)).toEqual(Float64Array.of(0.5))
})

test('the order of spread numbers is that of the draws', () => {
  const draws = (...values: number[]) => {
    const left = values.values()
    return () => left.next().value ?? NaN
  }
  // The last of those left changes places with the first of them, with the middle one or with itself.
  expect(spreadNumbers(4, draws(0, 0, 0, 0, 0, 0, 0))).toEqual(Float64Array.of(0.25, 0.5, 0.75, 0))
  expect(spreadNumbers(4, draws(0, 0, 0, 0, 0.5, 0.5, 0.5))).toEqual(Float64Array.of(0, 0.75, 0.25, 0.5))
  expect(spreadNumbers(4, draws(0, 0, 0, 0, 0.99, 0.99, 0.99))).toEqual(Float64Array.of(0, 0.25, 0.5, 0.75))
})
