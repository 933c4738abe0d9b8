import { expect, test } from 'vitest'
import { bgnbdFit } from '../../../../core/metrics/prediction/bgnbdFit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'
import { bgnbdCustomers } from '../../../simulated.ts'

const frequency = [2, 1, 6, 3, 7, 0, 1, 8]
const recency = [5, 12, 44, 28, 34, 0, 7, 24]
const age = [26, 52, 52, 52, 52, 52, 52, 26]
const header = ['r', 'alpha', 'a', 'b', 'log_likelihood', 'converged']

test('it is the maximum of the likelihood in Fader, Hardie and Lee (2005), equation 6', () => {
  const [title, row] = compute(bgnbdFit, column(...frequency), column(...recency), column(...age)) as [
    string[],
    number[],
  ]
  expect(title).toEqual(header)
  const [r, alpha, a, b, logLikelihood, converged] = row as [number, number, number, number, number, unknown]
  expect(converged).toBe(true)
  // Γ(r + x) / Γ(r) and B(a, b + x) / B(a, b) are products over x steps.
  const at = (r: number, alpha: number, a: number, b: number) =>
    frequency.reduce((total, x, i) => {
      let steps = 1
      for (let k = 0; k < x; k++) steps *= ((r + k) * (b + k)) / (a + b + k)
      const stayed = (alpha + age[i]!) ** -(r + x)
      const left = x > 0 ? (a / (b + x - 1)) * (alpha + recency[i]!) ** -(r + x) : 0
      return total + Math.log(steps * alpha ** r * (stayed + left))
    }, 0)
  expectClose(at(r, alpha, a, b), logLikelihood)
  for (const k of [0.99, 1.01]) {
    for (const near of [
      at(r * k, alpha, a, b),
      at(r, alpha * k, a, b),
      at(r, alpha, a * k, b),
      at(r, alpha, a, b * k),
    ]) {
      expect(near).toBeLessThan(logLikelihood)
    }
  }
})

test('a whole column, a header and blank cells change nothing', () => {
  const plain = compute(bgnbdFit, column(...frequency), column(...recency), column(...age))
  expect(
    compute(
      bgnbdFit,
      column('frequency', ...frequency, 4, null, '', null),
      column('recency', ...recency, ' ', 3, '', null),
      column('age', ...age, 9, 10, '', null),
    ),
  ).toEqual(plain)
})

test('100,000 customers have the best fit of the different ones among them, each as often as it comes', () => {
  const rows = bgnbdCustomers(500, 3, 0.5, 8, 0.8, 2.4)
  const fit = (times: number) => {
    const cells = [0, 1, 2].map((k) =>
      column(...Array.from({ length: times }, () => rows.map((row) => row[k]!)).flat()),
    )
    return (compute(bgnbdFit, ...cells) as [unknown, number[]])[1]
  }
  const [once, often] = [fit(1), fit(200)]
  expectClose(often.slice(0, 4), once.slice(0, 4), 1e-9)
  expectClose(often[4]! / 200, once[4]!, 1e-11)
  expect(often[5]).toBe(true)
})

test('too little to learn from is said in words', () => {
  expect(failure(bgnbdFit, column(0, 0, 0), column(0, 0, 0), column(26, 39, 52))).toBe(
    '#N/A BGNBD_FIT: needs customers who ordered again, none of the 3 did',
  )
  expect(failure(bgnbdFit, 2, 5, 26)).toBe('#N/A BGNBD_FIT: needs 2 customers, has 1')
  expect(failure(bgnbdFit, column(2, 2), column(5, 5), column(9, 9))).toBe(
    '#N/A BGNBD_FIT: needs customers who differ, all 2 have the same frequency, recency and age',
  )
  expect(failure(bgnbdFit, column(null), column(null), column(null))).toBe(
    '#N/A BGNBD_FIT: frequency, recency and age have no complete row',
  )
})

test('where there is no best fit the numbers are finite and converged is FALSE', () => {
  const [, row] = compute(bgnbdFit, column(5, 5, 6), column(9, 9, 9), column(10, 10, 10)) as unknown[][]
  expect(row![5]).toBe(false)
  row!.slice(0, 5).forEach((value) => expect(Number.isFinite(value)).toBe(true))
})

test('histories that nobody can have are named', () => {
  expect(failure(bgnbdFit, column('x', 1, 2), column('t', 5, 30), column('T', 9, 26))).toBe(
    '#VALUE! BGNBD_FIT: recency row 3 has 30, more than age (26)',
  )
  expect(failure(bgnbdFit, column(1, 0), column(5, 3), column(9, 26))).toBe(
    '#VALUE! BGNBD_FIT: recency row 2 has 3, it is 0 where frequency is 0',
  )
  expect(failure(bgnbdFit, column(1, 0), column(0, 0), column(0, 26))).toBe(
    '#VALUE! BGNBD_FIT: age row 1 has 0, and frequency is 1',
  )
  expect(failure(bgnbdFit, column(1, 1.5), column(5, 3), column(9, 26))).toBe(
    '#VALUE! BGNBD_FIT: frequency row 2 has 1.5, not a whole number',
  )
  expect(failure(bgnbdFit, column(1, -1), column(5, 3), column(9, 26))).toContain(
    'frequency row 2 has -1, outside 0 to',
  )
  expect(failure(bgnbdFit, column(1, 2), column(5, '3+'), column(9, 26))).toBe(
    '#VALUE! BGNBD_FIT: recency row 2 has “3+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(bgnbdFit, column(1, 2), column(5, 3), column(9))).toContain('frequency has 2 rows and age has 1')
})
