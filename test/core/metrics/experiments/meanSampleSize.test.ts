import { expect, test } from 'vitest'
import { meanSampleSize } from '../../../../core/metrics/experiments/meanSampleSize.ts'
import { compute, failure } from '../../../compute.ts'

const size = (...cells: unknown[]): number => compute(meanSampleSize, ...cells) as number

test('it agrees with power.t.test of R, rounded up', () => {
  // R: power.t.test(delta = 5, sd = 80, power = 0.8)$n, and so on
  expect(size(50, 80, 0.1)).toBe(Math.ceil(4019.587013868554))
  expect(size(50, 50, 1, 0.05, 0.9)).toBe(Math.ceil(22.021095570093962))
  expect(size(10, 10, -0.3, 0.01, 0.95)).toBe(Math.ceil(397.53290725505002))
})

test('it needs some more than the normal curve says', () => {
  const byNormal = 2 * ((1.959963984540054 + 0.8416212335729142) / 0.5) ** 2
  expect(Math.ceil(byNormal)).toBe(63)
  expect(size(50, 50, 0.5)).toBe(64)
})

test('a fall needs as many as a rise, and money in cents as many as in whole', () => {
  expect(size(50, 80, -0.1)).toBe(size(50, 80, 0.1))
  expect(size(5000, 8000, 0.1)).toBe(size(50, 80, 0.1))
})

test('twice the deviation needs four times as many', () => {
  expect(size(50, 160, 0.1) / size(50, 80, 0.1)).toBeCloseTo(4, 2)
  expect(size(50, 80, 0.1, null, ' ')).toBe(size(50, 80, 0.1, 0.05, 0.8))
})

test('a mean may be above 1, and a lift above 200 % is taken for a slip', () => {
  expect(size(3, 5, 2)).toBeGreaterThan(2)
  expect(failure(meanSampleSize, 3, 5, 2.5)).toBe(
    '#VALUE! MEAN_SAMPLE_SIZE: relative_lift is 2.5, outside -1 to 2, write 2.5% or 0.025; a lift above 200% is not taken',
  )
})

test('nothing to find, and nothing that varies, are #DIV/0!', () => {
  expect(failure(meanSampleSize, 50, 80, 0)).toBe(
    '#DIV/0! MEAN_SAMPLE_SIZE: relative_lift is 0, so there is no difference to find',
  )
  expect(failure(meanSampleSize, 0, 80, 0.1)).toBe(
    '#DIV/0! MEAN_SAMPLE_SIZE: base_mean is 0, which no lift changes, so there is no difference to find',
  )
  expect(failure(meanSampleSize, 50, 0, 0.1)).toBe(
    '#DIV/0! MEAN_SAMPLE_SIZE: deviation is 0, so any difference is there for all to see',
  )
})

test('so small a lift that the number has no end is #NUM!', () => {
  expect(failure(meanSampleSize, 1e-300, 1e300, 0.1)).toBe(
    '#NUM! MEAN_SAMPLE_SIZE: the result is too large or not a number',
  )
})

test('wrong cells are named', () => {
  expect(failure(meanSampleSize, -50, 80, 0.1)).toBe('#VALUE! MEAN_SAMPLE_SIZE: base_mean is -50, below 0')
  expect(failure(meanSampleSize, 50, -80, 0.1)).toBe('#VALUE! MEAN_SAMPLE_SIZE: deviation is -80, below 0')
  expect(failure(meanSampleSize, 50, null, 0.1)).toBe('#VALUE! MEAN_SAMPLE_SIZE: deviation is blank')
  expect(failure(meanSampleSize, 50, 80)).toBe('#VALUE! MEAN_SAMPLE_SIZE: relative_lift is missing')
  expect(failure(meanSampleSize, 50, 80, 0.1, 0.05, 80)).toBe(
    '#VALUE! MEAN_SAMPLE_SIZE: power is 80, outside 0.5 to 0.9999, write 80% or 0.8',
  )
})
