import gammaln from '@stdlib/math-base-special-gammaln'
import { expect, test } from 'vitest'
import { spendFit } from '../../../../core/metrics/prediction/spendFit.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const frequency = [1, 2, 6, 5, 4, 0, 3, 8]
const spend = [12, 35, 150, 41, 20, 0, 33, 30]

test('it is the maximum of the likelihood in Fader and Hardie (2013), equation 1a', () => {
  const [title, row] = compute(spendFit, column(...frequency), column(...spend)) as [string[], number[]]
  expect(title).toEqual(['p', 'q', 'gamma', 'log_likelihood', 'converged'])
  const [p, q, gamma, logLikelihood, converged] = row as [number, number, number, number, unknown]
  expect(converged).toBe(true)
  const at = (p: number, q: number, gamma: number) =>
    frequency.reduce((total, x, i) => {
      if (x === 0) return total
      const z = spend[i]!
      const shares = q * Math.log(gamma) + (p * x - 1) * Math.log(z) + p * x * Math.log(x)
      return total + gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + shares - (p * x + q) * Math.log(gamma + x * z)
    }, 0)
  expectClose(at(p, q, gamma), logLikelihood)
  for (const k of [0.99, 1.01]) {
    for (const near of [at(p * k, q, gamma), at(p, q * k, gamma), at(p, q, gamma * k)]) {
      expect(near).toBeLessThan(logLikelihood)
    }
  }
})

test('a whole column, a header and blank cells change nothing', () => {
  expect(compute(spendFit, column('x', ...frequency, 4, null, ''), column('m', ...spend, ' ', 3, ''))).toEqual(
    compute(spendFit, column(...frequency), column(...spend)),
  )
})

test('too little to learn from is said in words', () => {
  expect(failure(spendFit, column(0, 0, 3), column(0, 0, 12))).toBe(
    '#N/A SPEND_FIT: needs 2 customers whose repeat orders came to more than 0, has 1',
  )
  expect(failure(spendFit, column(1, 2, 3), column(12, -3, 0))).toContain('has 1')
  expect(failure(spendFit, column(1, 2, 3), column(12, 12, 12))).toBe(
    '#N/A SPEND_FIT: needs customers who differ, the mean spend of all 3 who ordered again is 12',
  )
  expect(failure(spendFit, column(null), column(null))).toBe(
    '#N/A SPEND_FIT: frequency and mean_spend have no complete row',
  )
})

test('where there is no best fit the numbers are finite and converged is FALSE', () => {
  const [, row] = compute(spendFit, column(3, 4, 5), column(10, 11, 10.5)) as unknown[][]
  expect(row![4]).toBe(false)
  row!.slice(0, 4).forEach((value) => expect(Number.isFinite(value)).toBe(true))
})

test('wrong cells are named', () => {
  expect(failure(spendFit, column(1, 2.5), column(12, 13))).toBe(
    '#VALUE! SPEND_FIT: frequency row 2 has 2.5, not a whole number',
  )
  expect(failure(spendFit, column(1, 2), column(12, '13+'))).toBe(
    '#VALUE! SPEND_FIT: mean_spend row 2 has “13+”, keep only the number, or clear the cell if there is none',
  )
  expect(failure(spendFit, column(1, 2), column(12))).toContain('frequency has 2 rows and mean_spend has 1')
})
