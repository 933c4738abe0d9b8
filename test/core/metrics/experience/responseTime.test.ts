import fc from 'fast-check'
import { expect, test } from 'vitest'
import { responseTime } from '../../../../core/metrics/experience/responseTime.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const START = 46082.375
/** Cases that came in at one moment, and the hours each took; null is still open. */
const after = (...hours: (number | null)[]) => [
  column(...hours.map(() => START)),
  column(...hours.map((hour) => (hour === null ? null : START + hour / 24))),
]

test('the median is meant when nothing is said, the mean, a percentile and the longest on demand', () => {
  const cells = after(1, 2, 3, 10)
  expectClose(compute(responseTime, ...cells), 2.5)
  expectClose(compute(responseTime, ...cells, 'median'), 2.5)
  expectClose(compute(responseTime, ...cells, 'Mean'), 4)
  expectClose(compute(responseTime, ...cells, 'p90'), 3 + 0.7 * 7)
  expectClose(compute(responseTime, ...cells, 'P95'), 3 + 0.85 * 7)
  expectClose(compute(responseTime, ...cells, 'longest'), 10)
})

test('hours are those of the clock until a calendar is given', () => {
  const friday = '2026-03-06T16:00'
  const monday = '2026-03-09T10:00'
  expect(compute(responseTime, friday, monday)).toBe(66)
  expect(compute(responseTime, friday, monday, null, '09:00')).toBe(2)
  expect(compute(responseTime, friday, monday, null, null, '18:00')).toBe(3)
  expect(compute(responseTime, friday, monday, null, null, null, 'Mon-Sat')).toBe(10)
  expect(compute(responseTime, friday, monday, null, null, null, null, column('2026-03-09'))).toBe(1)
  expect(compute(responseTime, friday, monday, null, '', null, ' ', null)).toBe(66)
})

test('a case that is still open is not counted', () => {
  expectClose(compute(responseTime, ...after(1, null, 3, null)), 2)
  expectClose(compute(responseTime, ...after(1, null, 3, null), 'mean'), 2)
  expectClose(compute(responseTime, ...after(1, null, 3, null), 'longest'), 3)
})

test('it agrees with sorting and counting, in any order', () => {
  const minutes = fc.array(fc.integer({ min: 0, max: 1e5 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(minutes, (list) => {
      const sorted = list.map((minute) => minute / 60).sort((a, b) => a - b)
      const one = (statistic: string, hours: number[]) => compute(responseTime, ...after(...hours), statistic)
      const last = sorted.length - 1
      // Type 7: the height of the line through the sorted values, spread evenly from 0 to 1.
      const height = (p: number) => sorted.reduce((sum, v, i) => sum + v * Math.max(0, 1 - Math.abs(p * last - i)), 0)
      const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
      for (const hours of [sorted, sorted.slice().reverse()]) {
        expectClose(one('median', hours), height(0.5), 1e-9)
        expectClose(one('p90', hours), height(0.9), 1e-9)
        expectClose(one('p95', hours), height(0.95), 1e-9)
        expectClose(one('longest', hours), sorted[last], 1e-9)
        expectClose(one('mean', hours), mean, 1e-9)
      }
    }),
  )
})

test('a header, blank rows and rows without a beginning are left out', () => {
  const starts = column('From', START, null, START, ' ', null)
  expectClose(compute(responseTime, starts, column('To', START + 0.25, START, '', START, null)), 6)
})

test('nothing to count is #N/A in words', () => {
  expect(failure(responseTime, ...after(null, null))).toBe('#N/A RESPONSE_TIME: needs 1 case with a reply, has 0')
  expect(failure(responseTime, column(null), column(null))).toBe(
    '#N/A RESPONSE_TIME: created and replied have no complete row',
  )
})

test('wrong cells are named', () => {
  expect(
    failure(responseTime, column('From', '2026-03-06', '2026-03-06T10:00'), column('To', '', '2026-03-06T09:00')),
  ).toBe('#VALUE! RESPONSE_TIME: replied row 3 has 2026-03-06T09:00, before the time in created (2026-03-06T10:00)')
  expect(failure(responseTime, '2026-03-06', '2026-03-07', 'p99')).toBe(
    '#VALUE! RESPONSE_TIME: statistic is the text “p99”, use median, mean, p90, p95 or longest',
  )
  expect(failure(responseTime, column(START, 'soon'), column(null, null))).toBe(
    '#VALUE! RESPONSE_TIME: created row 2 has “soon”, use a date cell or text such as 2026-03-01',
  )
  expect(failure(responseTime, column(START, START), column(START + 1))).toBe(
    '#VALUE! RESPONSE_TIME: created has 2 rows and replied has 1, select the same rows in both',
  )
  expect(failure(responseTime, ...after(1), null, '9h')).toBe(
    '#VALUE! RESPONSE_TIME: open_time is the text “9h”, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24',
  )
})
