import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDuration } from '../../../../core/reading/texts/durations.ts'
import { runs } from '../../../properties.ts'

test.each<[string, number]>([
  ['1 h 23 m', 83 / 60],
  ['1h 23m', 83 / 60],
  ['1h23m', 83 / 60],
  ['01h 02m 03s', 1 + 2 / 60 + 3 / 3600],
  ['1 hr 5 min 6 sec', 1.085],
  ['1 hr. 5 min.', 65 / 60],
  ['1 hour and 5 minutes', 65 / 60],
  ['1 hour, 5 minutes and 6 seconds', 1.085],
  ['5 minutes, 30 seconds', 5.5 / 60],
  ['90 min', 1.5],
  ['90m', 1.5],
  ['90 mins', 1.5],
  ['1.5 h', 1.5],
  ['1,5 h', 1.5],
  ['45 s', 45 / 3600],
  ['500 ms', 500 / 3.6e6],
  ['2 days 3 hours', 51],
  ['1d 2h', 26],
  ['2 weeks', 336],
  ['90 Minuten', 1.5],
  ['1 Std. 5 Min.', 65 / 60],
  ['2 Tage und 3 Stunden', 51],
  ['2 heures et 30 minutes', 2.5],
  ['3 horas', 3],
  ['2 días', 48],
  ['99:30:00', 99.5],
  ['0:12:34', 754 / 3600],
  ['1000:00:00', 1000],
  ['12:34:56.789', 12 + 34 / 60 + 56.789 / 3600],
  ['1 day, 2:03:04', 24 + 2 + 3 / 60 + 4 / 3600],
  ['2 days, 0:00:00', 48],
  ['0 days 01:23:45', 1 + 23 / 60 + 45 / 3600],
  ['0 days 01:30:00.000000', 1.5],
  ['1.02:03:04', 24 + 2 + 3 / 60 + 4 / 3600],
  ['1d 05:30', 29.5],
  ['PT1H30M', 1.5],
  ['P1DT2H', 26],
  ['PT1.5H', 1.5],
  ['P1W', 168],
  ['PT0S', 0],
  ['00:00:00', 0],
  ['٩٠ min', 1.5],
  ['９０ min', 1.5],
  ['"1:30:00"', 1.5],
  ["'1:30:00", 1.5],
  ['="1:30:00"', 1.5],
  ['1\u00a0h\u00a030\u00a0min', 1.5],
])('“%s” is %d hours', (text, hours) => {
  const reading = readDuration(text)
  expect(reading.kind).toBe('hours')
  if (reading.kind === 'hours') expect(reading.hours).toBeCloseTo(hours, 12)
})

test.each<[string, number, number]>([
  ['12:34', 12 + 34 / 60, (12 + 34 / 60) / 60],
  ['1:23 h', 83 / 60, 83 / 3600],
  ['100:00', 100, 100 / 60],
])('“%s” is hours and minutes or minutes and seconds', (text, asHours, asMinutes) => {
  const reading = readDuration(text)
  expect(reading.kind).toBe('either')
  if (reading.kind !== 'either') return
  expect(reading.asHours).toBeCloseTo(asHours, 12)
  expect(reading.asMinutes).toBeCloseTo(asMinutes, 12)
})

test.each(
  (
    '1h23|1 h 30|1h:30m|5 min 30|30 s 5 min|1 h 1 h|1 mo|1 month|1 year 2 days|1,234 min|1.234 h|1 234 min|-1:30:00|-90 min|(90 min)|1:75:00|1:2:3|12:34 PM|9:05 am|' +
    '12:34 min|~5 min|< 5 min|5+ min|about 1 hour|an hour|half an hour|½ h|5-10 min|5 min ago|in 5 min|1 business day|4 business hours|P|PT|P1M|P1Y|2024-03-01|1 q|' +
    '45"|5\'|5|3.5|n/a||soon'
  ).split('|'),
)('“%s” is no length of time without doubt', (text) => {
  expect(readDuration(text)).toEqual({ kind: 'none' })
})

test('whole seconds come back in every spelling', () => {
  const spellings: ((hours: number, minutes: number, seconds: number) => string)[] = [
    (h, m, s) => `${h}:${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`,
    (h, m, s) => `${h} h ${m} min ${s} s`,
    (h, m, s) => `${h}h${m}m${s}s`,
    (h, m, s) => `PT${h}H${m}M${s}S`,
    (h, m, s) => `${h} hours, ${m} minutes and ${s} seconds`,
    (h, m, s) => `${Math.floor(h / 24)} days, ${h % 24}:${String(m).padStart(2, '0')}:${String(s).padStart(2, '0')}`,
    (h, m, s) => `${h * 3600 + m * 60 + s} sec`,
  ]
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.nat(59),
      fc.nat(59),
      fc.constantFrom(...spellings),
      (hours, minutes, seconds, spelling) => {
        const reading = readDuration(spelling(hours, minutes, seconds))
        expect(reading.kind).toBe('hours')
        if (reading.kind === 'hours') expect(reading.hours).toBeCloseTo(hours + minutes / 60 + seconds / 3600, 9)
      },
    ),
    { numRuns: runs() },
  )
})
