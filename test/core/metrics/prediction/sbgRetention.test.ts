import { expect, test } from 'vitest'
import { sbgFit } from '../../../../core/metrics/prediction/sbgFit.ts'
import { sbgRetention } from '../../../../core/metrics/prediction/sbgRetention.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const highEnd = [[0.668, 3.806]]
const rows = (params: unknown, periods: number) => (compute(sbgRetention, params, periods) as number[][]).slice(1)

test('survival of years 8 to 12 as Fader and Hardie (2007) project it: .460 .436 .414 .395 .378', () => {
  const survival = rows(highEnd, 12).map(([, , survival]) => survival)
  expectClose(
    survival.slice(7),
    [0.4604789588092741, 0.4358196719338055, 0.41421305616626924, 0.3950964110426637, 0.3780404201820915],
  )
})

test('survival is the chance not to have left: B(alpha, beta + t) / B(alpha, beta)', () => {
  // With alpha = 1 it is beta / (beta + t).
  rows([[1, 3]], 50).forEach(([t, , survival]) => expectClose(survival, 3 / (3 + t!)))
})

test('retention rises with age, survival falls, and one is the ratio of the other', () => {
  const table = rows(highEnd, 100)
  expect(table.map(([period]) => period)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  table.forEach(([, retention, survival], i) => {
    const [, before, left] = i === 0 ? [0, 0, 1] : table[i - 1]!
    expect(retention! > before! && retention! < 1).toBe(true)
    expectClose(survival! / left!, retention)
  })
})

test('it takes the block of SBG_FIT, and comes near the cohort it was fitted to', () => {
  const shares = [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1]
  const projected = rows(compute(sbgFit, [shares]), 7)
  projected.forEach(([, , survival], i) => expect(Math.abs(100 * survival! - shares[i + 1]!)).toBeLessThan(2))
})

test('the header names the columns', () => {
  expect(compute(sbgRetention, [[1, 1]], 1)).toEqual([
    ['period', 'retention', 'survival'],
    [1, 0.5, 0.5],
  ])
})

test('wrong arguments are named', () => {
  expect(failure(sbgRetention, highEnd, 0)).toBe('#VALUE! SBG_RETENTION: periods is 0, outside 1 to 10000')
  expect(failure(sbgRetention, highEnd, 2.5)).toBe('#VALUE! SBG_RETENTION: periods is 2.5, not a whole number')
  expect(failure(sbgRetention, highEnd)).toBe('#VALUE! SBG_RETENTION: periods is missing')
  expect(failure(sbgRetention, [[0.2, 4, 0.8, 2.4, -9582, true]], 3)).toBe(
    '#VALUE! SBG_RETENTION: params has 6 values; select the result of SBG_FIT (alpha, beta)',
  )
})
