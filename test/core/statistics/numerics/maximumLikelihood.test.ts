import { describe, expect, test } from 'vitest'
import { maximise, type Point } from '../../../../core/statistics/numerics/maximumLikelihood.ts'
import { expectClose } from '../../../close.ts'

const point = (value: number, gradient: number[], hessian: number[]): Point => ({
  value,
  gradient: Float64Array.from(gradient),
  hessian: Float64Array.from(hessian),
})

test('the summit of a paraboloid, from anywhere', () => {
  const paraboloid = ([x, y]: Float64Array) =>
    point(
      7 - (x! - 1) ** 2 - 3 * (x! - 1) * (y! + 2) - 4 * (y! + 2) ** 2,
      [-2 * (x! - 1) - 3 * (y! + 2), -3 * (x! - 1) - 8 * (y! + 2)],
      [-2, -3, -3, -8],
    )
  for (const start of [
    [0, 0],
    [15, -20],
    [1, -2],
  ] as [number, number][]) {
    const { at, value, converged } = maximise([start], paraboloid)
    expectClose([...at, value, converged], [1, -2, 7, true])
  }
})

test('the bent valley of Rosenbrock, upside down', () => {
  const rosenbrock = ([x, y]: Float64Array) =>
    point(
      -((1 - x!) ** 2) - 100 * (y! - x! * x!) ** 2,
      [2 * (1 - x!) + 400 * x! * (y! - x! * x!), -200 * (y! - x! * x!)],
      [-2 + 400 * (y! - 3 * x! * x!), 400 * x!, 400 * x!, -200],
    )
  for (const start of [
    [-1.2, 1],
    [4, -9],
    [0, 0],
  ] as [number, number][]) {
    const { at, converged } = maximise([start], rosenbrock)
    expect(converged).toBe(true)
    expectClose([...at], [1, 1], 1e-9)
  }
})

test('the rate of exponential waiting times is 1 over their mean, from any start', () => {
  const [count, total] = [8, 25.6]
  for (const start of [-9, 0, 9]) {
    const { at, converged } = maximise([[start]], ([log]) => {
      const rate = Math.exp(log!)
      return point(count * log! - rate * total, [count - rate * total], [-rate * total])
    })
    expect(converged).toBe(true)
    expectClose(Math.exp(at[0]!), count / total)
  }
})

describe('what has no summit ends all the same, and says so', () => {
  test.each([
    ['a rise without end', ([x]: Float64Array) => point(x!, [1], [0])],
    [
      'a rise to a height that is never reached',
      ([x]: Float64Array) => point(-Math.exp(-x!), [Math.exp(-x!)], [-Math.exp(-x!)]),
    ],
    ['a plain', () => point(5, [0], [0])],
    ['a pit', ([x]: Float64Array) => point(x! * x!, [2 * x!], [2])],
    ['a saddle', ([x, y]: Float64Array) => point(x! * x! - y! * y!, [2 * x!, -2 * y!], [2, 0, 0, -2])],
    ['no number', () => point(NaN, [NaN], [NaN])],
  ])('%s', (_, surface) => {
    const { at, converged } = maximise([surface(Float64Array.of(1, 1)).gradient.length === 2 ? [1, 1] : [1]], surface)
    expect(converged).toBe(false)
    at.forEach((value) => expect(Number.isFinite(value)).toBe(true))
  })
})

test('the highest place counts that any start leads to', () => {
  // Rises for ever to the right of 0, with a hill at -3.
  const hill = ([x]: Float64Array) =>
    x! < 0 ? point(9 - (x! + 3) ** 2, [-2 * (x! + 3)], [-2]) : point(-Math.exp(-x!), [Math.exp(-x!)], [-Math.exp(-x!)])
  expect(maximise([[1]], hill).converged).toBe(false)
  const { at, value, converged, start } = maximise([[1], [-1]], hill)
  expectClose([at[0], value, converged], [-3, 9, true])
  expect(start).toEqual([-1])
  expect(maximise([[1], [5]], hill).value).toBe(Math.max(maximise([[1]], hill).value, maximise([[5]], hill).value))
})

test('settled says that little is left to gain', () => {
  const fading = ([x]: Float64Array) => point(-Math.exp(-x!), [Math.exp(-x!)], [-Math.exp(-x!)])
  expect(maximise([[0]], fading)).toMatchObject({ converged: false, settled: true })
  expect(maximise([[0]], ([x]) => point(x!, [1], [0]))).toMatchObject({ converged: false, settled: false })
  expect(maximise([[0]], ([x]) => point(-x! * x!, [-2 * x!], [-2]))).toMatchObject({ converged: true, settled: true })
})
