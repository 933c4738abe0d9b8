import { describe, expect, test } from 'vitest'
import { leastSquares, type CurveAt } from '../../../../core/statistics/numerics/leastSquares.ts'
import { expectClose } from '../../../close.ts'

const data = [2.1, 3.4, 4.9, 6.8, 9.7, 13.5, 18.8, 26.9]
/** y = a e^(bx) + c */
const growth = (at: Float64Array): CurveAt => {
  const [a, b, c] = [at[0]!, at[1]!, at[2]!]
  const of = (value: (x: number) => number) => Float64Array.from(data, (_, i) => value(i + 1))
  return {
    residuals: of((x) => data[x - 1]! - a * Math.exp(b * x) - c),
    slopes: [of((x) => Math.exp(b * x)), of((x) => a * x * Math.exp(b * x)), of(() => 1)],
  }
}
const free = { low: [-Infinity, -Infinity, -Infinity], high: [Infinity, Infinity, Infinity], rounding: 0, rounds: 500 }

// Rscript -e 'x<-1:8; y<-c(2.1,3.4,4.9,6.8,9.7,13.5,18.8,26.9); nls(y~a*exp(b*x)+c, start=list(a=1,b=.4,c=0))' to its
// 7 digits; the others by python3, mpmath.findroot with 40 digits on the slopes of the squares.
test('it is the fit of R’s nls, from near and from far', () => {
  const expected = [1.8275712051698282, 0.33675033744008202, -0.25641378734635283]
  for (const start of [
    [1, 0.4, 0],
    [10, 0.05, -5],
    [0.1, 0.8, 20],
  ]) {
    const { at, squares, converged } = leastSquares(start, free, growth)
    expectClose([...at], expected, 1e-11)
    expectClose(squares, 0.15600545250807458, 1e-12)
    expect(converged).toBe(true)
  }
})

describe('a limit', () => {
  test('holds a parameter, and the others are the best for it', () => {
    const held = leastSquares([1, 0.4, 0.5], { ...free, low: [-Infinity, -Infinity, 0] }, growth)
    expect(held.at[2]).toBe(0)
    expect(held.converged).toBe(true)
    const fixed = leastSquares(
      [1, 0.4, 0],
      { ...free, low: [-Infinity, -Infinity, 0], high: [Infinity, Infinity, 0] },
      growth,
    )
    expectClose([...held.at], [...fixed.at], 1e-9)
    expect(held.squares).toBeGreaterThan(0.156005452508077)
  })

  test('that is not reached changes nothing', () => {
    const wide = leastSquares([1, 0.4, 0], { ...free, low: [0, 0, -1], high: [10, 1, 1] }, growth)
    expectClose([...wide.at], [...leastSquares([1, 0.4, 0], free, growth).at], 1e-9)
  })

  test('holds a start outside as well', () => {
    const { at } = leastSquares([1, 3, 0], { ...free, high: [Infinity, 0.3, Infinity] }, growth)
    expect(at[1]).toBe(0.3)
  })
})

test('a straight line is found in one step, whatever the start', () => {
  const line = ([a, b]: Float64Array): CurveAt => ({
    residuals: Float64Array.of(3, 5, 7).map((y, i) => y - a! - b! * i),
    slopes: [Float64Array.of(1, 1, 1), Float64Array.of(0, 1, 2)],
  })
  const { at, squares } = leastSquares([1e6, -1e6], { ...free, rounding: 1e-20 }, line)
  expectClose([...at], [3, 2], 1e-9)
  expect(squares).toBeLessThan(1e-18)
})

test('a parameter that changes nothing stays, and the others are found', () => {
  const curve = ([a]: Float64Array): CurveAt => ({
    residuals: Float64Array.of(1, 2, 6).map((y) => y - a!),
    slopes: [Float64Array.of(1, 1, 1), Float64Array.of(0, 0, 0)],
  })
  const { at, converged } = leastSquares([0, 42], free, curve)
  expectClose([...at], [3, 42])
  expect(converged).toBe(true)
})

test('where no step comes nearer, as with slopes of another curve, the search ends, not converged', () => {
  const curve = ([x]: Float64Array): CurveAt => ({
    residuals: Float64Array.of(1 + Math.abs(x!)),
    slopes: [Float64Array.of(1)],
  })
  const { at, converged } = leastSquares([0], free, curve)
  expect(converged).toBe(false)
  expect(at[0]).toBe(0)
})

test('it gives up after so many rounds, where it is', () => {
  const { at, converged } = leastSquares([0.1, 0.8, 20], { ...free, rounds: 2 }, growth)
  expect(converged).toBe(false)
  expect([...at].every(Number.isFinite)).toBe(true)
})
