import { expect, test } from 'vitest'
import { pnbdFit } from '../../../../core/metrics/prediction/pnbdFit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const frequency = [0, 7, 6, 1, 0, 4, 0, 0]
const recency = [0, 12, 26, 5, 0, 42, 0, 0]
const age = [26, 26, 26, 26, 26, 52, 52, 26]

test('it is the maximum of the Pareto/NBD likelihood, with 2F1 as Fader and Hardie write it', () => {
  const [title, row] = compute(pnbdFit, column(...frequency), column(...recency), column(...age)) as [
    string[],
    number[],
  ]
  expect(title).toEqual(['r', 'alpha', 's', 'beta', 'log_likelihood', 'converged'])
  const [r, alpha, s, beta, logLikelihood, converged] = row as [number, number, number, number, number, unknown]
  expect(converged).toBe(true)
  /** 2F1 (a, b; c; z) by its series, for beta above alpha. */
  const series = (a: number, b: number, c: number, z: number) => {
    let term = 1
    let sum = 1
    for (let k = 0; term > 1e-17 * sum; k++) sum += term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1))
    return sum
  }
  const at = (r: number, alpha: number, s: number, beta: number) =>
    frequency.reduce((total, x, i) => {
      const power = r + x + s
      const from = (time: number) =>
        series(power, r + x, power + 1, (beta - alpha) / (beta + time)) / (beta + time) ** power
      const left = (s / power) * (from(recency[i]!) - from(age[i]!))
      const stayed = (alpha + age[i]!) ** -(r + x) * (beta + age[i]!) ** -s
      let steps = 1
      for (let k = 0; k < x; k++) steps *= r + k
      return total + Math.log(steps * alpha ** r * beta ** s * (stayed + left))
    }, 0)
  expectClose(at(r, alpha, s, beta), logLikelihood, 1e-11)
  for (const k of [0.99, 1.01]) {
    for (const near of [
      at(r * k, alpha, s, beta),
      at(r, alpha * k, s, beta),
      at(r, alpha, s * k, beta),
      at(r, alpha, s, beta * k),
    ]) {
      expect(near).toBeLessThan(logLikelihood)
    }
  }
})

test('a whole column, a header and blank cells change nothing', () => {
  expect(
    compute(
      pnbdFit,
      column('frequency', ...frequency, 4, null, '', null),
      column('recency', ...recency, ' ', 3, '', null),
      column('age', ...age, 9, 10, '', null),
    ),
  ).toEqual(compute(pnbdFit, column(...frequency), column(...recency), column(...age)))
})

test('too little to learn from is said in words', () => {
  expect(failure(pnbdFit, column(0, 0, 0), column(0, 0, 0), column(26, 39, 52))).toBe(
    '#N/A PNBD_FIT: needs customers who ordered again, none of the 3 did',
  )
  expect(failure(pnbdFit, 2, 5, 26)).toBe('#N/A PNBD_FIT: needs 2 customers, has 1')
  expect(failure(pnbdFit, column(2, 2), column(5, 5), column(9, 9))).toContain(
    '#N/A PNBD_FIT: needs customers who differ',
  )
})

test('where there is no best fit the numbers are finite and converged is FALSE', () => {
  const [, row] = compute(pnbdFit, column(5, 5, 6), column(9, 9, 9), column(10, 10, 10)) as unknown[][]
  expect(row![5]).toBe(false)
  row!.slice(0, 5).forEach((value) => expect(Number.isFinite(value)).toBe(true))
})

test('histories that nobody can have are named', () => {
  expect(failure(pnbdFit, column('x', 1, 2), column('t', 5, 30), column('T', 9, 26))).toBe(
    '#VALUE! PNBD_FIT: recency row 3 has 30, more than age (26)',
  )
  expect(failure(pnbdFit, column(1, 1.5), column(5, 3), column(9, 26))).toBe(
    '#VALUE! PNBD_FIT: frequency row 2 has 1.5, not a whole number',
  )
  expect(failure(pnbdFit, column(1, 2), column(5, 3), column(9))).toContain('frequency has 2 rows and age has 1')
})
