import { expect, test } from 'vitest'
import { chebyshev } from '../../../../core/statistics/numerics/chebyshev.ts'
import { expectClose } from '../../../close.ts'

const across = (from: number, to: number) => Array.from({ length: 21 }, (_, i) => from + ((to - from) * i) / 20)

test('n nodes give a polynomial of degree n - 1 back', () => {
  const cubic = (x: number) => 2 * x ** 3 - 5 * x + 1
  const near = chebyshev(cubic, -1, 4, 4)
  for (const x of across(-1, 4)) expectClose(near(x), cubic(x), 1e-12)
  expect(Math.abs(chebyshev(cubic, -1, 4, 3)(3.7) / cubic(3.7) - 1)).toBeGreaterThan(1e-3)
})

test('a constant, with a single node', () => {
  expect(chebyshev(() => 7, 2, 3, 1)(2.9)).toBe(7)
})

test('an analytic function is met to the last digits', () => {
  const near = chebyshev(Math.exp, 10, 11, 14)
  for (const x of across(10, 11)) expectClose(near(x), Math.exp(x), 1e-14)
})

test('the error falls by the sum of the axes of the ellipse that fits between the poles', () => {
  const runge = (x: number) => 1 / (1 + x * x)
  const error = (n: number) => {
    const near = chebyshev(runge, -1, 1, n)
    return Math.max(...across(-1, 1).map((x) => Math.abs(near(x) - runge(x))))
  }
  // Poles at i and -i: 1 + sqrt 2 for each node.
  expectClose(Math.log(error(11) / error(31)) / 20, Math.log(1 + Math.SQRT2), 0.05)
})
