import { describe, expect, test } from 'vitest'
import { maximise, varianceAt, type Point } from '../../../../core/statistics/numerics/maximumLikelihood.ts'
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

describe('of two places the higher one counts, and of equal ones a summit, else the first', () => {
  const hill = (height: number, top: number) => (x: number) => point(height - (x - top) ** 2, [-2 * (x - top)], [-2])
  const plain = (height: number) => () => point(height, [0], [0])
  type Side = (x: number) => Point
  test.each<[string, Side, Side, number]>([
    ['a higher hill first', hill(9, -3), hill(5, 3), -1],
    ['a higher hill last', hill(5, -3), hill(9, 3), 1],
    ['hills below 0', hill(-5, -3), hill(-9, 3), -1],
    ['hills as high as each other', hill(9, -3), hill(9, 3), -1],
    ['hills as high as each other but for rounding', hill(9, -3), hill(9 + 1e-8, 3), -1],
    ['a plain and a hill as high', plain(9), hill(9, 3), 1],
    ['a hill and a plain as high', hill(9, -3), plain(9), -1],
    ['a plain and a hill that is higher but for rounding', plain(9 + 1e-8), hill(9, 3), 1],
    ['a plain and a lower hill', plain(9), hill(5, 3), -1],
    ['a hill and a higher plain', hill(5, -3), plain(9), 1],
    ['a plain and a lower one', plain(9), plain(5), -1],
    ['plains as high as each other', plain(9), plain(9), -1],
  ])('%s', (_, left, right, expected) => {
    const { start } = maximise([[-1], [1]], ([x]) => (x! < 0 ? left(x!) : right(x!)))
    expect(start).toEqual([expected])
  })
})

test('no step is longer than 2, and none leads farther than 25', () => {
  const visited: number[] = []
  const { at } = maximise([[1]], ([x]) => {
    visited.push(x!)
    return point(x!, [1], [0])
  })
  visited.forEach((x, i) => {
    expect(Math.abs(x - (visited[i - 1] ?? 1))).toBeLessThan(2 + 1e-9)
    expect(Math.abs(x)).toBeLessThanOrEqual(25)
  })
  expectClose([...at], [25])
})

test('a hill whose top is overshot by whole steps is climbed all the same', () => {
  // -ln(cosh(5x)): the step of Newton from 0.5 leads to -6.9, and shortened to -1.5, which is lower.
  const { at, converged } = maximise([[0.5]], ([x]) =>
    point(-Math.log(Math.cosh(5 * x!)), [-5 * Math.tanh(5 * x!)], [-25 / Math.cosh(5 * x!) ** 2]),
  )
  expect(converged).toBe(true)
  expect(at[0]).toBeCloseTo(0, 9)
})

test('the place of a summit is known better than its height tells', () => {
  // The height of a million hides the rise of 4e-7. One step leaves an error of 4e-7, two of 1e-13.
  const { at, converged } = maximise([[9e-4]], ([x]) =>
    point(x! - Math.exp(x!) - 1e6, [1 - Math.exp(x!)], [-Math.exp(x!)]),
  )
  expect(converged).toBe(true)
  expect(Math.abs(at[0]!)).toBeLessThan(1e-12)
})

test('a summit is found where rounding makes the place before it look higher', () => {
  const start = 1e-5
  const { at, converged } = maximise([[start]], ([x]) => point(-1e6 - (x === start ? 0 : 1e-8), [-2 * x!], [-2]))
  expect(converged).toBe(true)
  expect(at[0]).toBeCloseTo(0, 15)
})

describe('after the step to the summit another one is only taken where it is no longer', () => {
  test.each<[string, Point]>([
    ['a longer one', point(-1e6, [0.01], [-1])],
    ['no step at all, on a plain', point(-1e6, [0], [0])],
  ])('%s', (_, atSummit) => {
    const { at, converged } = maximise([[2 ** -11]], ([x]) => (x === 0 ? atSummit : point(-1e6, [-x!], [-1])))
    expect([at[0], converged]).toEqual([0, true])
  })
})

describe('the variance of what follows from the estimates', () => {
  const hessian = Float64Array.of(-4, -1, -1, -9)

  test('is that of the inverse of the curvature', () => {
    // The inverse of (4, 1; 1, 9) is (9, -1; -1, 4) / 35.
    expectClose(varianceAt(Float64Array.of(1, 0), hessian), 9 / 35)
    expectClose(varianceAt(Float64Array.of(2, 3), hessian), (4 * 9 - 2 * 6 + 9 * 4) / 35)
    expect(varianceAt(Float64Array.of(0, 0), hessian)).toBe(0)
  })

  test('knows a parameter of which the likelihood tells nothing to a factor of e to the 5', () => {
    const flat = Float64Array.of(-4, 0, 0, 0)
    expectClose(varianceAt(Float64Array.of(0, 1), flat), 25, 1e-9)
    expectClose(varianceAt(Float64Array.of(2, 0.01), flat), 4 / (4 + 1 / 25) + 25e-4, 1e-9)
  })

  test('is unknown where there is no summit', () => {
    expect(varianceAt(Float64Array.of(1, 1), Float64Array.of(-4, 0, 0, 3))).toBeUndefined()
    expect(varianceAt(Float64Array.of(1, 1), Float64Array.of(NaN, 0, 0, -3))).toBeUndefined()
  })
})
