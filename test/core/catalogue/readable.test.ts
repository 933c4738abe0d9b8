import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brief, readable } from '../../../core/catalogue/readable.ts'

test('a rate is a percentage, a day a date, and what has no unit stands as it is', () => {
  expect(readable(0.4, 'fraction')).toBe('40%')
  expect(readable(0.2333333333, 'fraction', 3)).toBe('23.3%')
  expect(readable(0.0004, 'fraction', 3)).toBe('0.04%')
  expect(readable(46_054, 'date')).toBe('2026-02-01')
  expect(readable(46_054.5, 'date')).toBe('2026-02-01T12:00')
  expect(readable(0.98040672133, 'ratio')).toBe('0.980407')
  expect(readable('n/a', 'fraction')).toBe('n/a')
  expect(readable('', 'hours')).toBe('')
  expect(readable(false)).toBe('false')
})

test('what stands before the point is never rounded away', () => {
  expect(readable(123_456, 'count', 4)).toBe('123456')
  expect(readable(-1_234_567.89, 'money')).toBe('-1234568')
  expect(readable(99.996, 'hours', 4)).toBe('100')
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 10 }), (whole, digits) => {
      expect(readable(whole, 'count', digits)).toBe(String(whole))
    }),
  )
})

test('what is not all of it is never shown as 100 %', () => {
  expect(readable(0.9996, 'fraction', 3)).toBe('99.96%')
  expect(readable(1, 'fraction', 3)).toBe('100%')
  expect(readable(1.00001, 'fraction', 3)).toBe('100.001%')
})

test('a short value has its unit, and the decimals of its cell', () => {
  expect(brief(4.251, { unit: 'hours' })).toBe('4.25 h')
  expect(brief(8.184, { unit: 'seconds' })).toBe('8.2 sec')
  expect(brief(31, { unit: 'days' })).toBe('31.0 days')
  expect(brief(1, { unit: 'months' })).toBe('1.0 month')
  expect(brief(-41.96, { unit: 'points' })).toBe('-42.0 points')
  expect(brief(0.8531, { unit: 'fraction' })).toBe('85.3%')
  expect(brief(0.98562, { unit: 'fraction', digits: 3 })).toBe('98.562%')
  expect(brief(0.99996, { unit: 'fraction' })).toBe('99.996%')
  expect(brief(1, { unit: 'fraction' })).toBe('100.0%')
  expect(brief(0.0004, { unit: 'fraction' })).toBe('0.04%')
  expect(brief(1250, { unit: 'money' })).toBe('1,250.00')
  expect(brief(212, { unit: 'count' })).toBe('212')
  expect(brief(0.0021, { unit: 'hours' })).toBe('0.0021 h')
  expect(brief(0, { unit: 'hours' })).toBe('0.00 h')
  expect(brief(1234.5, { unit: 'ratio' })).toBe('1234.50')
  expect(brief('#N/A', { unit: 'hours' })).toBe('#N/A')
})
