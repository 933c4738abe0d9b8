import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMetric } from '../../../../core/catalogue/catalogue.ts'
import { conversionRate } from '../../../../core/metrics/adoption/conversionRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const metricBy = findMetric('METRIC_BY')!

test('it is converted over base', () => {
  expect(compute(conversionRate, 54, 240)).toBe(0.225)
  expect(compute(conversionRate, 0, 240)).toBe(0)
  expect(compute(conversionRate, 240, 240)).toBe(1)
})

test('with confidence it agrees with Newcombe (1998), table I, method 3', () => {
  expectClose(
    compute(conversionRate, 81, 263, 0.95),
    [
      ['rate', 'low', 'high'],
      [81 / 263, 0.255288519878274, 0.3662095769828],
    ],
    1e-12,
  )
  expectClose(
    (compute(conversionRate, 15, 148, 0.95) as unknown[][])[1],
    [15 / 148, 0.0623863995307363, 0.160487241723308],
    1e-12,
  )
})

test('a blank confidence is left out', () => {
  expect(compute(conversionRate, 1, 4, null)).toBe(0.25)
  expect(compute(conversionRate, 1, 4, '')).toBe(0.25)
})

test('the limits hold the rate, stay within 0 and 1, and widen with the confidence', () => {
  const count = fc.integer({ min: 0, max: 1e6 })
  fc.assert(
    fc.property(count, count, (a, b) => {
      const [converted, base] = [Math.min(a, b), Math.max(a, b, 1)]
      const row = (confidence: number) => (compute(conversionRate, converted, base, confidence) as number[][])[1]!
      const [rate, low, high] = row(0.8) as [number, number, number]
      const [, lower, higher] = row(0.99) as [number, number, number]
      const ordered = [0, lower, low, rate, high, higher, 1]
      ordered.slice(1).forEach((limit, i) => expect(limit).toBeGreaterThanOrEqual(ordered[i]!))
    }),
  )
})

test('by segment it gives the rate, and refuses a table within the table', () => {
  const groups = column('a', 'b')
  expect(compute(metricBy, 'CONVERSION_RATE', groups, column(10, 20), column(100, 100))).toEqual([
    ['segment', 'rows', 'CONVERSION_RATE'],
    ['a', 1, 0.1],
    ['b', 1, 0.2],
  ])
  expect(failure(metricBy, 'CONVERSION_RATE', groups, column(10, 20), column(100, 100), 0.95)).toBe(
    '#VALUE! METRIC_BY: “a”: CONVERSION_RATE gives a table with these arguments, leave out the option for it',
  )
})

test('more converted than there were is refused', () => {
  expect(failure(conversionRate, 12, 10)).toBe('#VALUE! CONVERSION_RATE: converted is 12, more than base (10)')
})

test('nobody to convert is #DIV/0!', () => {
  expect(failure(conversionRate, 0, 0, 0.95)).toBe('#DIV/0! CONVERSION_RATE: base is 0, so nobody could convert')
})

test('wrong cells are named', () => {
  expect(failure(conversionRate, 1, 4, 95)).toBe(
    '#VALUE! CONVERSION_RATE: confidence is 95, outside 0 to 0.9999, write 95% or 0.95',
  )
  expect(failure(conversionRate, -1, 4)).toBe('#VALUE! CONVERSION_RATE: converted is -1, below 0')
  expect(failure(conversionRate, 1, 'many')).toBe('#VALUE! CONVERSION_RATE: base is the text “many”, not a number')
  expect(failure(conversionRate, null, 4)).toBe('#VALUE! CONVERSION_RATE: converted is blank')
})
