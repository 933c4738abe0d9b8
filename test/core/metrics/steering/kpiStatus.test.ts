import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kpiStatus } from '../../../../core/metrics/steering/kpiStatus.ts'
import { compute, failure } from '../../../compute.ts'

const status = (...cells: unknown[]) => compute(kpiStatus, ...cells)

test('on target is green, a miss of up to a tenth of the target amber, more is red', () => {
  expect([0.96, 0.95, 0.9, 0.855, 0.85].map((value) => status(value, '>=95%'))).toEqual([
    'green',
    'green',
    'amber',
    'amber',
    'red',
  ])
  expect([2.4, 2.5, 2.75, 2.76].map((value) => status(value, '< 2.5'))).toEqual(['green', 'amber', 'amber', 'red'])
})

test('exactly on a limit is on target, and below it for “<”', () => {
  expect(status(2.5, '<= 2.5')).toBe('green')
  expect(status(2.5, '< 2.5')).toBe('amber')
  expect(status(0.1 + 0.2, '<= 0.3')).toBe('green')
  expect(status(0.1 + 0.2, '< 0.3')).toBe('amber')
  expect(status(1 - 0.05, '>= 95%')).toBe('green')
})

test('a range is reached from below unless a direction is given', () => {
  expect(status(0.66, '60%-70%')).toBe('green')
  expect(status(0.8, '60%-70%')).toBe('green')
  expect(status(0.55, '60%-70%')).toBe('amber')
  expect(status(0.5, '60%-70%', 'lower')).toBe('green')
  expect(status(0.72, '60%-70%', 'lower')).toBe('amber')
  expect(status(0.66, '60%-70%', 'within')).toBe('green')
  expect(status(0.75, '60%-70%', 'within')).toBe('amber')
  expect(status(0.55, '60%-70%', 'within')).toBe('amber')
  expect(status(0.4, '60%-70%', 'within')).toBe('red')
})

test('a plain number is a limit to reach, or to keep below', () => {
  expect(status(0.95, 0.95)).toBe('green')
  expect(status(1.2, 0.95)).toBe('green')
  expect(status(1.2, 0.95, 'lower')).toBe('red')
  expect(status(50, '50')).toBe('green')
})

test('times are compared in hours, days or months', () => {
  expect(status(4.5 / 60, 'under 5 min')).toBe('green')
  expect(status(6 / 60, 'under 5 min')).toBe('red')
  expect(status(20, 'within 24 h')).toBe('green')
  expect(status(9, 'within 7-14 days')).toBe('green')
  expect(status(20, 'within 7-14 days')).toBe('red')
  expect(status(14, '<= 1 year')).toBe('red')
})

test('a time without a sign is not to be exceeded, unless a direction is given', () => {
  expect(status(3, '4 h')).toBe('green')
  expect(status(5, '4 h')).toBe('red')
  expect(status(9, '7-14 days')).toBe('green')
  expect(status(3, '7-14 days')).toBe('green')
  expect(status(20, '7-14 days')).toBe('red')
  expect(status(30, '24 months', 'higher')).toBe('green')
  expect(status(3, '7-14 days', 'within')).toBe('red')
  expect(status(3, 'within 7-14 days', 'within')).toBe('red')
  expect(failure(kpiStatus, 30, 'within 24 months', 'higher')).toBe(
    '#VALUE! KPI_STATUS: direction is higher, but the target says that lower is better',
  )
})

test('the amber band is a share of the target', () => {
  expect(status(45, '>= 50', null, 0)).toBe('red')
  expect(status(26, '>= 50', null, 0.5)).toBe('amber')
  expect(status(-0.1, '>= 0')).toBe('red')
  expect(status(0.1, '>= 50', null, 1)).toBe('amber')
  expect(failure(kpiStatus, 45, '>= 50', null, 10)).toBe(
    '#VALUE! KPI_STATUS: amber_band is 10, outside 0 to 1, write 10% or 0.1',
  )
})

test('more of what is better never worsens the colour', () => {
  const rank = ['red', 'amber', 'green']
  const numbers = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 10)
  fc.assert(
    fc.property(numbers, numbers, numbers, (a, b, target) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(rank.indexOf(String(status(high, target)))).toBeGreaterThanOrEqual(
        rank.indexOf(String(status(low, target))),
      )
      expect(rank.indexOf(String(status(low, target, 'lower')))).toBeGreaterThanOrEqual(
        rank.indexOf(String(status(high, target, 'lower'))),
      )
    }),
  )
})

test('percentage points against a percentage are refused, growth above 100 % is not', () => {
  expect(failure(kpiStatus, 85, '85%-90%')).toBe(
    '#VALUE! KPI_STATUS: value is 85 and the target 90%, write 85% or 0.85',
  )
  expect(failure(kpiStatus, 15, '>= 85%')).toBe('#VALUE! KPI_STATUS: value is 15 and the target 85%, write 15% or 0.15')
  expect(failure(kpiStatus, 7, '< 7%')).toBe('#VALUE! KPI_STATUS: value is 7 and the target 7%, write 7% or 0.07')
  expect(failure(kpiStatus, 2.01, '99%')).toContain('write 2.01% or 0.0201')
  expect(failure(kpiStatus, 99.5, '>= 100%')).toContain('write 99.5% or 0.995')
  expect(status(2.5, '>= 100%')).toBe('green')
  expect(failure(kpiStatus, 105, '110%-120%')).toContain('write 105% or 1.05')
  expect(status(1.2, '>= 100%')).toBe('green')
  expect(status(2, '>= 85%')).toBe('green')
  expect(status(2.5, '>= 110%')).toBe('green')
  expect(status(15, '>= 85')).toBe('red')
})

test('what contradicts itself or cannot be read is refused', () => {
  expect(failure(kpiStatus, 1, '>= 95%', 'lower')).toBe(
    '#VALUE! KPI_STATUS: direction is lower, but the target says that higher is better',
  )
  expect(failure(kpiStatus, 1, 'good')).toContain('target “good” cannot be read')
  expect(failure(kpiStatus, 1, true)).toBe('#VALUE! KPI_STATUS: target is TRUE, not a target')
  expect(failure(kpiStatus, null, '>= 1')).toBe('#VALUE! KPI_STATUS: value is blank')
  expect(failure(kpiStatus, 1, ' ')).toBe('#VALUE! KPI_STATUS: target is blank')
  expect(failure(kpiStatus, '96%+', '>= 95%')).toBe('#VALUE! KPI_STATUS: value is the text “96%+”, not a number')
  expect(compute(kpiStatus, '96%', '>= 95%')).toBe('green')
  expect(compute(kpiStatus, '50%', '>= 95%')).toBe('red')
  expect(failure(kpiStatus, 1)).toBe('#VALUE! KPI_STATUS: target is missing')
})

test('near 100 % the amber band is a share of what may fail, as it is near 0', () => {
  expect([0.999, 0.9989, 0.9988, 0.99, 0.9].map((value) => status(value, '>= 99.9%'))).toEqual([
    'green',
    'amber',
    'red',
    'red',
    'red',
  ])
  expect([0.001, 0.0011, 0.0012, 0.01, 0.1].map((value) => status(value, '<= 0.1%'))).toEqual([
    'green',
    'amber',
    'red',
    'red',
    'red',
  ])
  expect(status(0.998, '>= 99.9%', null, 1)).toBe('amber')
  expect(status(0.9, 0.999)).toBe('red')
  expect(status(0.96, '97%-99%')).toBe('red')
  expect(status(0.96, '97%-99%', 'within')).toBe('red')
})

test('what is kept has the colour of what fails', () => {
  const share = fc.integer({ min: 1, max: 9999 }).map((n) => n / 10000)
  const nearAll = fc.integer({ min: 9501, max: 9999 }).map((n) => n / 10000)
  fc.assert(
    fc.property(share, nearAll, fc.constantFrom(0, 0.1, 0.5), (value, target, band) => {
      const failing = Number((1 - value).toFixed(4))
      const mayFail = Number((1 - target).toFixed(4))
      const edge = Math.abs(failing - mayFail * (1 + band))
      fc.pre(edge > 1e-9)
      expect(status(value, target, null, band)).toBe(status(failing, mayFail, 'lower', band))
    }),
  )
})

test('up to 95 %, and from 100 % on, the band is a share of the target', () => {
  expect([status(0.9, '>= 95%'), status(0.9, '>= 95.1%')]).toEqual(['amber', 'red'])
  expect([status(0.95, '>= 100%'), status(0.89, '>= 100%'), status(1, '>= 110%')]).toEqual(['amber', 'red', 'amber'])
})

test('a value that would keep a limit in hours or days is not taken for a wide miss in days or months', () => {
  expect(failure(kpiStatus, 20, '< 1 day')).toBe(
    '#VALUE! KPI_STATUS: value is 20 and the target counts days: if the value counts hours, write the target so too (< 24 h); if it counts days, write only the number (< 1)',
  )
  expect([status(20, '< 24 h'), status(20, '< 1')]).toEqual(['green', 'red'])
  expect(failure(kpiStatus, 36, 'within 2 days')).toContain(
    '(<= 48 h); if it counts days, write only the number (<= 2)',
  )
  expect(failure(kpiStatus, 100, 'at most 1 week')).toContain('(<= 168 h)')
  expect(failure(kpiStatus, 200, '7-14 days')).toContain('(<= 336 h)')
  expect(failure(kpiStatus, 20, '< 1 month')).toBe(
    '#VALUE! KPI_STATUS: value is 20 and the target counts months: if the value counts hours or days, write the target so too; if it counts months, write only the number (< 1)',
  )
  expect(failure(kpiStatus, 300, 'under 1 year')).toContain('(< 12)')
})

test('a miss in days or months is a miss', () => {
  expect(status(25, '< 1 day')).toBe('red')
  expect(status(1.2, '< 1 day')).toBe('red')
  expect(status(4, 'within 3 days')).toBe('red')
  expect(status(9, 'within 1 week')).toBe('red')
  expect(status(45, 'within 7-14 days')).toBe('red')
  expect(status(36, '<= 12 months')).toBe('red')
  expect([status(60, '>= 30 days'), status(200, '24 months', 'higher')]).toEqual(['green', 'green'])
})
