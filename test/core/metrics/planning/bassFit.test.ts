import { expect, test } from 'vitest'
import { bassFit } from '../../../../core/metrics/planning/bassFit.ts'
import { bassForecast } from '../../../../core/metrics/planning/bassForecast.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['p', 'q', 'm', 'peak_period', 'r_squared', 'converged', 'warning']
const televisions = [747, 1480, 2646, 5118, 5777, 5982, 5962, 4631]
const fit = (...cells: unknown[]) => {
  const [first, ...rows] = compute(bassFit, ...cells) as unknown[][]
  expect(first).toEqual(header)
  expect(rows).toHaveLength(1)
  return rows[0]!
}

// python3, mpmath.findroot with 40 digits on the slopes of the squares; R 4.2 nls agrees to its 7 digits.
test('the sales of colour televisions 1963 to 1970 peak in the sixth year, of a market of 40 million', () => {
  const expected = [0.018466445243879139, 0.61586334405593204, 39658.624487657214, 6, 0.96949723292920618, true, '']
  expectClose(fit(column(...televisions)), expected, 1e-9)
})

// Rscript -e 'f<-lm(s~Y+I(Y^2))' and the roots of its parabola.
test('ols is the regression of Bass (1969), with its R²', () => {
  const expected = [0.0356932803120471, 0.671931353772461, 35494.6446836269, 5, 0.92786960001981, true, '']
  expectClose(fit(column(...televisions), 'ols'), expected, 1e-9)
})

test('before the peak has passed m is a guess, and the warning says so', () => {
  expect(fit(column(...televisions.slice(0, 5)))[6]).toBe('the peak has hardly passed: m is little more than a guess')
  const early = fit(column(...televisions.slice(0, 3)), 'nls', 40000)
  expect(early[6]).toBe(`the peak, in period ${String(early[3])}, is still to come: p and q are uncertain`)
  expect(early[2]).toBe(40000)
})

test('a known market_size is kept, and 3 periods are enough', () => {
  const expected = [0.010569877142359431, 0.80854699628681806, 40000]
  expectClose(fit(column(...televisions.slice(0, 4)), null, 40000).slice(0, 3), expected, 1e-9)
})

test('growth that tells no m is an error in words', () => {
  const sentence =
    '#NUM! BASS_FIT: the adopters still rise or stay level, so m cannot be told: wait for sales to slow down, or give market_size'
  expect(failure(bassFit, column(100, 200, 400, 800, 1600))).toBe(sentence)
  expect(failure(bassFit, column(...televisions.slice(0, 4)))).toBe(sentence)
  expect(failure(bassFit, column(7, 7, 7, 7))).toBe(sentence)
  expect(failure(bassFit, column(100, 0, 0, 0))).toBe(
    '#NUM! BASS_FIT: nearly all adopt in one period, so p and q cannot be told',
  )
  expect(failure(bassFit, column(100, 200, 400, 800, 1600), 'ols')).toBe(
    '#NUM! BASS_FIT: the regression finds no rise to a peak and fall after it: use the method nls',
  )
})

test('a level launch with a known market has no R², which would be of a spread of 0', () => {
  const [, , m, , rSquared, converged] = fit(column(5, 5, 5, 5), 'nls', 1000)
  expect([m, rSquared, converged]).toEqual([1000, '', true])
})

test('blank cells at the end are periods to come, whatever their spelling, and a header is none', () => {
  const expected = fit(column(...televisions))
  expect(fit(column(...televisions, null, '', '  '))).toEqual(expected)
  expect(fit(column('Adopters', ...televisions, ...Array.from({ length: 5000 }, () => null)))).toEqual(expected)
  expect(fit([televisions])).toEqual(expected)
})

test('a gap is refused, since each period has its place', () => {
  expect(failure(bassFit, column(747, null, 2646, 5118, 4000))).toBe(
    '#VALUE! BASS_FIT: adopters row 2 has no number, and others follow',
  )
  expect(failure(bassFit, column(747, 'soon', 2646, 5118, 4000))).toBe(
    '#VALUE! BASS_FIT: adopters row 2 has no number, and others follow',
  )
})

test('wrong cells and too few are named', () => {
  expect(failure(bassFit, column(747, -5, 2646, 5118))).toBe('#VALUE! BASS_FIT: adopters row 2 has -5, below 0')
  expect(failure(bassFit, column(747, 1480, 2646))).toBe('#N/A BASS_FIT: needs 4 periods, has 3')
  expect(failure(bassFit, column(747, 1480), 'nls', 5000)).toBe('#N/A BASS_FIT: needs 3 periods, has 2')
  expect(failure(bassFit, 747)).toBe('#N/A BASS_FIT: needs 4 periods, has 1')
  expect(failure(bassFit, column(0, 0, 0, 0))).toBe('#N/A BASS_FIT: needs adopters, they add up to 0')
  expect(failure(bassFit, null)).toBe('#N/A BASS_FIT: adopters has no numbers')
  expect(failure(bassFit)).toBe('#VALUE! BASS_FIT: adopters is missing')
  expect(failure(bassFit, column(...televisions), 'nls', 100)).toBe(
    '#VALUE! BASS_FIT: market_size is 100, less than all the adopters so far (32343)',
  )
  expect(failure(bassFit, column(...televisions), 'ols', 40000)).toBe(
    '#VALUE! BASS_FIT: market_size is only for the method nls, leave it out',
  )
  expect(failure(bassFit, column(...televisions), 'mle')).toBe(
    '#VALUE! BASS_FIT: method is the text “mle”, use nls or ols',
  )
})

test('the block of the fit goes straight into BASS_FORECAST, as a whole or its values alone', () => {
  const block = compute(bassFit, column(...televisions)) as unknown[][]
  const whole = compute(bassForecast, block, 8) as number[][]
  expect(compute(bassForecast, [block[1]], 8)).toEqual(whole)
  const squares = whole.slice(1).reduce((total, [, adopters], i) => total + (televisions[i]! - adopters!) ** 2, 0)
  // R 4.2: deviance(nls(…))
  expectClose(squares, 955792.031746428, 1e-9)
})

test('a market of which less than half has come in, without a rise that tells its size, is a guess', () => {
  const [, , m, , , , warning] = fit(column(100, 101, 99, 100, 98, 100, 99))
  expect(697 / (m as number)).toBeLessThan(0.5)
  expect(warning).toMatch(
    /^only \d+% of m have adopted, and no rise tells where it ends: m is little more than a guess$/,
  )
})

test('a column that never falls over many periods is asked whether it is a running total', () => {
  const totals = [144, 259, 392, 572, 815, 1110, 1468, 1859, 2262, 2624, 2908, 3131, 3297, 3414]
  expect(fit(column(...totals))[6]).toContain('not a running total')
})
