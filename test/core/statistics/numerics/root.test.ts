import { describe, expect, test } from 'vitest'
import { crossing, lookouts } from '../../../../core/statistics/numerics/root.ts'

const exact = { isWhole: false, size: 0 }
const between = (f: (x: number) => number, from: number, to: number) => crossing(f, { from, to }, exact)

describe('where a function crosses 0', () => {
  test.each<[string, (x: number) => number, number, number, number]>([
    ['a line', (x) => 3 * x - 1, 0, 1, 1 / 3],
    ['the other way round', (x) => 3 * x - 1, 1, 0, 1 / 3],
    ['falling', (x) => 2 - x * x, 0, 5, Math.SQRT2],
    ['at an end', (x) => x, 0, 5, 0],
    ['at the other end', (x) => x - 5, 0, 5, 5],
    ['both ends are one', (x) => x - 5, 5, 5, 5],
    ['between the largest numbers', (x) => x - 1e300, -1.7e308, 1.7e308, 1e300],
    ['between small ones', (x) => x - 1e-300, 0, 1e-290, 1e-300],
    ['at an end, whatever comes between', (x) => x * (x - 1), 0, 5, 0],
    ['at the other end, whatever comes between', (x) => (4 - x) * (5 - x), 0, 5, 5],
    ['of large values, of which none is 0', (x) => 1e9 * (x * x - 2), 0, 2, Math.SQRT2],
    ['steeply', (x) => Math.expm1(x - 20), 0, 700, 20],
  ])('%s', (_, f, from, to, expected) => {
    const found = between(f, from, to)!
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(2e-15 * Math.abs(expected))
  })

  test('as the shortest number that is as good', () => {
    expect(between((x) => 80 / x - 1600, 0.001, 1)).toBe(0.05)
    // Some numbers around 0.05 give exactly 1.05.
    expect(between((x) => 1 + x - 1.05, 0, 1)).toBe(0.05)
    const digits = 0.123456789012345
    expect(between((x) => (Math.abs(x - digits) < 3e-16 ? 0 : x - digits), 0, 1)).toBe(digits)
  })

  test('in the middle of a level stretch, not at a shorter number of another size', () => {
    const level = (from: number, to: number) => (x: number) => (x < from ? -1 : x > to ? 1 : 0)
    expect(between(level(0.2, 0.7), 0, 1.1)).toBe(0.55)
    expect(between(level(2e-9, 7e-9), 0, 1.1e-8)).toBe(5.5e-9)
  })

  test('not where it jumps over 0, or has no value on the way', () => {
    expect(between((x) => 1 / (x - Math.SQRT1_2), 0, 1)).toBeUndefined()
    expect(between((x) => (x < 0.3 ? -1 : 2), 0, 1)).toBeUndefined()
    expect(between((x) => (x < 0.3 ? -1e-5 : 1e-5), 0, 1)).toBeUndefined()
    expect(between((x) => (x > 0.2 && x < 0.8 ? NaN : x - 0.5), 0, 1)).toBeUndefined()
  })

  test('of differences between large numbers as far as they can be told', () => {
    const f = (x: number) => x * 1e9 - 1e9
    expect(crossing(f, { from: 1 - 1e-12, to: 1 + 1e-12 }, { isWhole: false, size: 1e9 })).toBe(1)
  })

  test('of whole numbers the first beyond it, seen from the beginning', () => {
    const whole = { isWhole: true, size: 0 }
    expect(crossing((x) => x - 6.5, { from: 1, to: 100 }, whole)).toBe(7)
    expect(crossing((x) => x - 6.5, { from: 100, to: 1 }, whole)).toBe(6)
    expect(crossing((x) => x - 6, { from: 1, to: 100 }, whole)).toBe(6)
    expect(crossing((x) => x + 6.5, { from: 1, to: -100 }, whole)).toBe(-7)
    expect(crossing((x) => x, { from: -1, to: 1 }, whole)).toBe(0)
    expect(crossing((x) => x - 6, { from: 6, to: 100 }, whole)).toBe(6)
    expect(crossing((x) => (x === 50 ? NaN : x - 6.5), { from: 0, to: 100 }, whole)).toBeUndefined()
  })
})

describe('where to look for a crossing', () => {
  test('from limit to limit, closely beside both and beside the start', () => {
    const points = lookouts(0, 1, 0.05, false)
    expect([points[0], points[points.length - 1]]).toEqual([0, 1])
    expect(points[1]).toBeLessThan(1e-12)
    expect(points.some((x) => x > 0.05 && x < 0.05 + 1e-12)).toBe(true)
    expect(points.every((x, i) => i === 0 || (x > points[i - 1]! && x - points[i - 1]! < 0.0051))).toBe(true)
  })

  test('far away where there is no limit, on both sides', () => {
    const points = lookouts(-Infinity, Infinity, NaN, false)
    expect(points[0]).toBeLessThan(-1e18)
    expect(points[points.length - 1]).toBeGreaterThan(1e18)
    expect(points).toContain(0)
    expect(lookouts(0, Infinity, 100, false)[0]).toBe(0)
    expect(lookouts(-Infinity, 5, NaN, false).at(-1)).toBe(5)
  })

  test('a start outside of the limits is none', () => {
    expect(lookouts(2, 3, 100, false).every((x) => x >= 2 && x <= 3)).toBe(true)
    for (const start of [1.697, 3.303]) expect(lookouts(2, 3, start, false)).toEqual(lookouts(2, 3, NaN, false))
  })

  test('between limits wherever they lie, and the farther apart these are, the farther apart in proportion', () => {
    const points = lookouts(0, 1, NaN, false)
    expect(lookouts(0, 4, NaN, false)).toEqual(points.map((x) => 4 * x))
    const beyond = lookouts(2, 3, NaN, false)
    expect(beyond.every((x, i) => i === 0 || x - beyond[i - 1]! < 0.0051)).toBe(true)
  })

  test('at whole numbers alone where only these are taken', () => {
    const points = lookouts(1, Infinity, 7, true)
    expect(points.every(Number.isInteger)).toBe(true)
    expect(points).toEqual(expect.arrayContaining([1, 2, 5, 6, 7, 8, 9, 11]))
  })
})
