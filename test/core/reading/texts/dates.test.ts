import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dates } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import {
  dateBy,
  dateOrderOf,
  daysIn,
  hasLateDay,
  isDateText,
  mayBeDate,
  readDate,
  readIso,
  zoneIn,
  zoneText,
} from '../../../../core/reading/texts/dates.ts'
import { readCall } from '../../../../core/reading/evaluate.ts'
import { parseIso, serialOf } from '../../../../core/statistics/time/calendar.ts'
import { plain } from '../../../close.ts'
import { runs } from '../../../properties.ts'

const MARCH = serialOf(2024, 3, 1)
const at = (hour: number, minute = 0, second = 0) => (hour * 3600 + minute * 60 + second) / 86400
const isNear = (a: number, b: number) => Math.abs(a - b) < 1e-7

test('what Date itself writes is read, or refused where it is two dates', () => {
  const date = new Date(2024, 2, 1, 10, 5, 9)
  const serial = MARCH + at(10, 5, 9)
  const read = (text: string) => {
    const reading = readDate(text)
    return reading.kind === 'date' && isNear(reading.serial, serial)
  }
  expect(read(date.toString())).toBe(true)
  const utc = new Date(Date.UTC(2024, 2, 1, 10, 5, 9))
  expect(read(utc.toUTCString())).toBe(true)
  expect(read(utc.toISOString())).toBe(true)
  expect(read(utc.toLocaleString('sv-SE', { timeZone: 'UTC' }))).toBe(true)
  expect(readDate(utc.toLocaleString('en-US', { timeZone: 'UTC' })).kind).toBe('either')
})

const day = 0
const ten = at(10, 5)
const nine = at(10, 5, 9)
test.each<[string, number]>([
  ['2024-03-01', day],
  ['2024-3-1', day],
  ['2024/03/01', day],
  ['2024.03.01', day],
  ['2024. 03. 01.', day],
  ['20240301', day],
  ['Mar 1, 2024', day],
  ['Mar. 1, 2024', day],
  ['Mar 1,2024', day],
  ['March 1st, 2024', day],
  ['1st of March 2024', day],
  ['1 Mar 2024', day],
  ['1 Mar 24', day],
  ["1 Mar '24", day],
  ['01-Mar-24', day],
  ['01-MAR-2024', day],
  ['1/Mar/24', day],
  ['1.Mar.2024', day],
  ['Mar-01-2024', day],
  ['2024 Mar 1', day],
  ['2024-Mar-01', day],
  ['Friday, March 1, 2024', day],
  ['Fri 1 Mar 2024', day],
  ['Fr., 1. März 2024', day],
  ['ven. 1 mars 2024', day],
  ['1er mars 2024', day],
  ['1 de marzo de 2024', day],
  ['1º de março de 2024', day],
  ['1 marca 2024', day],
  ['1 марта 2024 г.', day],
  ['2024年3月1日', day],
  ['2024年3月1日(金)', day],
  ['2024년 3월 1일', day],
  ['2024-03-01 (Fri)', day],
  ['01.03.2024', day],
  ['1. 3. 2024', day],
  ['01.03.24', day],
  ["01.03.'24", day],
  ["Mar 1, '24", day],
  ['segunda-feira, 1 de março de 2024', day],
  ['٢٠٢٤-٠٣-٠١', day],
  ['２０２４／０３／０１', day],
  ['\u200e2024-03-01', day],
  ["'2024-03-01", day],
  ['="2024-03-01"', day],
  ['"2024-03-01"', day],
  ['2024-03-01 10:05', ten],
  ['2024-03-01T10:05', ten],
  ['2024-03-01, 10:05', ten],
  ['2024-03-01 at 10:05 AM', ten],
  ['01.03.2024, 10:05', ten],
  ['01.03.2024 10:05 Uhr', ten],
  ['01.03.2024 10:05uhr', ten],
  ['01.03.2024 um 10:05', ten],
  ['1 mars 2024 à 10:05', ten],
  ['10:05 1 March 2024', ten],
  ['10:05 01 March 2024', ten],
  ['10:05, 1 March 2024', ten],
  ['10:05 UTC, 1 March 2024', ten],
  ['Fri 10:05 UTC, 1 March 2024', ten],
  ['1/Mar/24 10:05 AM', ten],
  ['Mar 1, 2024 10:05 a.m.', ten],
  ['Mar 1, 2024, 10:05 a. m.', ten],
  ['2024-03-01T10:05:09Z', nine],
  ['2024-03-01T10:05:09.000Z', nine],
  ['2024-03-01 10:05:09.000000', nine],
  ['2024-03-01 10:05:09 +0000', nine],
  ['2024-03-01 10:05:09 -0800', nine],
  ['2024-03-01 10:05:09 UTC', nine],
  ['2024/03/01 10:05:09 AM GMT+1', nine],
  ['2024/03/01 10:05:09 AM GMT+5:30', nine],
  ['2024-03-01T10:05:09+05:30', nine],
  ['2024-03-01 10:05:09 PST', nine],
  ['2024-03-01 10:05:09 MEZ', nine],
  ['2024-03-01T10:05:09+01:00[Europe/Paris]', nine],
  ['2024-03-01 10:05:09 America/New_York', nine],
  ['20240301T100509Z', nine],
  ['20240301100509', nine],
  ['20240301T100509+0100', nine],
  ['202403011005', ten],
  ['20240301T1005+01:00', ten],
  ['20240301T220509Z', at(22, 5, 9)],
  ['01.03.2024 10:05:09,25', nine + at(0, 0, 0.25)],
  ['Mar 1, 2024 10:05:09.5 AM', nine + at(0, 0, 0.5)],
  ['Fri Mar  1 10:05:09 2024', nine],
  ['Fri Mar 1 10:05:09 UTC 2024', nine],
  ['Fri, 01 Mar 2024 10:05:09 +0100', nine],
  ['Fri Mar 01 2024 10:05:09 GMT+0100 (Mitteleuropäische Normalzeit)', nine],
  ['Mar 1, 2024 12:00AM', day],
  ['Mar 1, 2024 12:00 PM', 0.5],
  ['1 March 2024 5 pm', at(17)],
  ['5 p.m. 1 March 2024', at(17)],
  ['2024-03-01 0:30 AM', at(0, 30)],
])('“%s” is a date', (text, time) => {
  const reading = readDate(text)
  expect(reading.kind === 'date' && isNear(reading.serial, MARCH + time)).toBe(true)
  expect(isDateText(text)).toBe(true)
})

test.each<[string, number | undefined]>([
  ['2024-03-01T10:00Z', 0],
  ['2024-03-01T10:00:00+05:30', 330],
  ['2024-03-01 10:00 -0800', -480],
  ['2024-03-01 10:00 GMT+1', 60],
  ['2024-03-01 10:00 +1400', 840],
  ['2024-03-01 10:00 +0259', 179],
  ['2024/03/01 10:00 UTC', 0],
  ['20240301T1000-0330', -210],
  ['01/02/2024 10:00 GMT', 0],
  ['2024-03-01 10:00 PST', undefined],
  ['2024-03-01 10:00 MEZ', undefined],
  ['2024-03-01 10:00', undefined],
  ['2024-03-01 10:00 +1500', undefined],
  ['Order 5-7 in GMT', undefined],
])('“%s” states that its clock is ahead of UTC by %s minutes', (text, offset) => {
  expect((readDate(text) as { offset?: number }).offset).toBe(offset)
  expect(zoneIn(text)).toBe(offset)
})

test.each<[number, string]>([
  [0, 'UTC'],
  [120, '+02:00'],
  [-480, '-08:00'],
  [330, '+05:30'],
  [-210, '-03:30'],
  [840, '+14:00'],
])('a clock %d minutes ahead of UTC is at %s', (minutes, text) => {
  expect(zoneText(minutes)).toBe(text)
})

test('a year of two digits is one from 1950 to 2029, and none in between', () => {
  expect(readDate('1 Mar 29')).toEqual({ kind: 'date', serial: serialOf(2029, 3, 1) })
  expect(readDate('1 Mar 50')).toEqual({ kind: 'date', serial: serialOf(1950, 3, 1) })
  expect(readDate('1 Mar 99')).toEqual({ kind: 'date', serial: serialOf(1999, 3, 1) })
  expect(readDate('1 Mar 00')).toEqual({ kind: 'date', serial: serialOf(2000, 3, 1) })
  expect(readDate('1 Mar 30')).toEqual({ kind: 'none' })
  expect(readDate('1 Mar 49')).toEqual({ kind: 'none' })
})

test('a date has a year from 1000 on', () => {
  expect(readDate('1 Mar 1000')).toEqual({ kind: 'date', serial: serialOf(1000, 3, 1) })
  expect(readDate('1 Mar 0999')).toEqual({ kind: 'none' })
  expect(readDate('01.01.0001')).toEqual({ kind: 'none' })
})

test.each([
  ['Z', 0],
  ['+02:00', 120],
  ['-05:30', -330],
  ['+14:59', 899],
])('ISO text at %s is the clock that it states, to the last bit, whatever follows the minutes', (zone, offset) => {
  for (const text of [
    '2024-03-01T10:20',
    '2024-02-29 23:59:59',
    '1000-01-01T00:00:00.5',
    '2024-03-01T10:20:30.123456789',
  ]) {
    expect(readIso(` ${text}${zone}`), text).toEqual({ serial: parseIso(text), offset })
    expect(readDate(`${text}${zone}`)).toEqual({ kind: 'date', serial: parseIso(text), offset })
  }
})

test.each([
  '2024-03-01T10:20+15:00',
  '2024-03-01T10:20+02:60',
  '2024-03-01T24:00Z',
  '2024-03-01T10:60Z',
  '2024-03-01T10:20:60Z',
  '2023-02-29T10:20Z',
  '2024-03-01Z',
  '0999-03-01T10:20Z',
  '2024-03-01T10:20:30.1234567890Z',
  '2024-03-01T10:20:30.Z',
  '2024-03-01T10:20:Z',
])('%s is no moment', (text) => {
  expect(readIso(text)).toBeNull()
  expect(readDate(text)).toEqual({ kind: 'none' })
})

test('a date has up to 80 signs, with the name of its zone', () => {
  const written = (length: number) => `Fri Mar 01 2024 10:05:09 GMT+0100 (${'x'.repeat(length - 36)})`
  expect(written(80)).toHaveLength(80)
  expect(isDateText(written(80))).toBe(true)
  expect(isDateText(written(81))).toBe(false)
})

test.each<[string, string[]]>([
  ['01/02/2024', ['2024-02-01', '2024-01-02']],
  ['1-2-2024 10:05', ['2024-02-01', '2024-01-02']],
  ['13/02/24', ['2024-02-13', '2013-02-24']],
  ['24-01-05', ['2005-01-24', '2024-01-05']],
  ['24-01-05 10:05', ['2005-01-24', '2024-01-05']],
  ['10:05 UTC 1-2-2024', ['2024-02-01', '2024-01-02']],
  ['01/02/03', ['2003-02-01', '2003-01-02', '2001-02-03']],
  ['24. 01. 05.', ['2005-01-24', '2024-01-05']],
])('“%s” may be each of %j', (text, days) => {
  const reading = readDate(text)
  expect(reading.kind).toBe('either')
  if (reading.kind !== 'either') return
  const isoOf = (serial: number) => new Date((Math.floor(serial) - 25569) * 864e5).toISOString().slice(0, 10)
  expect(daysIn(reading).map(isoOf)).toEqual(days)
})

test('the column says which order is meant', () => {
  expect(dateOrderOf(['01/02/2024', '13/02/2024'])).toBe('day first')
  expect(dateOrderOf(['01/02/2024', '02/13/2024'])).toBe('month first')
  expect(dateOrderOf(['01/02/24', '31/12/24'])).toBe('day first')
  expect(dateOrderOf(['01/02/24', '12/31/24'])).toBe('month first')
  expect(dateOrderOf(['24-01-05', '99-12-31'])).toBe('year first')
  expect(dateOrderOf(['13/02/2024', '02/13/2024'])).toBe('both')
  expect(dateOrderOf(['13/02/2024', '14/02/2024'])).toBe('day first')
  expect(dateOrderOf(['13/02/2024', '2024-03-01', '01/02/2024', 'n/a'])).toBe('day first')
  expect(dateOrderOf(['01/02/2024', 'n/a', '2024-03-01'])).toBeUndefined()
  const reading = readDate('01/02/03')
  expect(dateBy(reading, 'day first')).toBe(serialOf(2003, 2, 1))
  expect(dateBy(reading, 'month first')).toBe(serialOf(2003, 1, 2))
  expect(dateBy(reading, 'year first')).toBe(serialOf(2001, 2, 3))
  expect(dateBy(readDate('13/02/24'), 'month first')).toBeNaN()
  expect(dateBy(reading, 'both')).toBeNaN()
  expect(dateBy(reading, undefined)).toBeNaN()
  expect(dateBy(readDate('n/a'), 'day first')).toBeNaN()
})

test('a day above 12 shows which number is the day, where numbers stand in an order of a country', () => {
  for (const text of ['13/02/2024', '02/13/2024', '31.01.2024', '13-02-2024 10:05'])
    expect(hasLateDay(text), text).toBe(true)
  for (const text of ['12.01.2024', '01/02/2024', '2024-02-13', '13 Feb 2024', 'n/a'])
    expect(hasLateDay(text), text).toBe(false)
})

test.each(
  (
    'Mar 2024|March 2024|2024-03|2024|Q1 2024|Week 12 2024|2024-W09-5|2024-060|2024-02-30|2024-13-01|31/04/2024|2/29/2023|0000-00-00|12:30|5 pm|1 March|' +
    'March 1|Mar 24|Jan-24|24-Jan|1-2-3|1.2.3.4|2024-03-01 - 2024-03-05|2024-03-01, 2024-03-02|2024-03-01 25:00|2024-03-01 24:00|2024-03-01 10:75|' +
    '2024-03-01 13:00 PM|2024-03-01T10:05:60|2024-03-01 10|before 5/01/2024|since 2024-03-01|until 1 Mar 2024|Due 5 Jan 2024|do 5.01.2024|to 5.1.2024|' +
    '~2024-03-01|2024-03-01?|2024-03-01+|1 jui 2024|5 listopada 2024|1 Mar 45|24. Mar 01.|1709287509|1709287509000|yesterday|3 days ago|today|soon|n/a||3.15.2024|' +
    '2024-03-01T10:05 +99:00|2024-03-01 10:05 in Berlin|1 Foo 2024|A1042|inv-1042|mar2024|x20240301|ann12@example.com|t5pm|' +
    '2024-03-0110:05|1 Mar 2024 10:05 +0260|1 au 2024|32 Mar 2024|0 Mar 2024|01.03.2024 10:05 oder so'
  ).split('|'),
)('“%s” is no date without doubt', (text) => {
  expect(readDate(text)).toEqual({ kind: 'none' })
})

test('a text that may be meant as a date is no title', () => {
  for (const text of [
    '03/01/2026',
    '1 March 2026',
    'March 1, 2026',
    'Sun 1 Mar 2026',
    '20260301',
    '2026-02-30',
    '(2026)',
    'Sun, March the 1st',
  ])
    expect(mayBeDate(text), text).toBe(true)
  for (const text of [
    'Order date',
    'order_date_2',
    'Date (Q1 2026)',
    'Signup',
    'n/a',
    'March sales',
    `${'so '.repeat(60)}Mar 1`,
  ])
    expect(mayBeDate(text), text).toBe(false)
})

describe('a date in any spelling', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
  const two = (value: number) => String(value).padStart(2, '0')
  type Parts = { year: number; month: number; day: number }
  const spellings: ((parts: Parts) => string)[] = [
    ({ year, month, day }) => `${year}-${two(month)}-${two(day)}`,
    ({ year, month, day }) => `${year}/${month}/${day}`,
    ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
    ({ year, month, day }) => `${two(day)}.${two(month)}.${year}`,
    ({ year, month, day }) => `${two(day)}/${two(month)}/${year}`,
    ({ year, month, day }) => `${month}/${day}/${year}`,
    ({ year, month, day }) => `${two(day)}-${two(month)}-${year % 100 < 10 ? `0${year % 100}` : year % 100}`,
    ({ year, month, day }) => `${day} ${months[month - 1]!} ${year}`,
    ({ year, month, day }) => `${months[month - 1]!} ${day}, ${year}`,
    ({ year, month, day }) => `${two(day)}-${months[month - 1]!.toUpperCase()}-${two(year % 100)}`,
    ({ year, month, day }) => `${year}年${month}月${day}日`,
  ]
  const times = [
    '',
    ' 10:05',
    'T10:05:09',
    ' 10:05 AM',
    ', 10:05',
    ' 10:05:09 +0000',
    ' 10:05 UTC',
    ' 10:05 GMT+2',
    'T10:05:09.123Z',
    ' 10:05 maybe',
  ]
  const fronts = ['', '', '', '\u200e', ' ', "'", 'Fri, ', '~', 'before ', '<', '(', 'on ']
  const backs = ['', '', '', '\u200b', '\u00a0', '?', ' or later', ')', '+', '*']
  const written = fc
    .record({
      year: fc.integer({ min: 1990, max: 2029 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
      spelling: fc.constantFrom(...spellings),
      time: fc.constantFrom(...times),
      front: fc.constantFrom(...fronts),
      back: fc.constantFrom(...backs),
      zero: fc.constantFrom(0x30, 0x30, 0x660, 0x966, 0xff10),
    })
    .map(({ year, month, day, spelling, time, front, back, zero }) => ({
      day: serialOf(year, month, day),
      text: `${front}${spelling({ year, month, day })}${time}${back}`.replace(/\d/g, (digit) =>
        String.fromCodePoint(zero + Number(digit)),
      ),
    }))
  const spec = {
    name: 'TRY',
    summary: '',
    questions: [],
    args: [dates('dates', '')],
    returns: {},
    examples: [],
    source: '',
  }

  test('is that day, or an error that names its row', () => {
    let read = 0
    fc.assert(
      fc.property(written, ({ text, day }) => {
        try {
          const [found] = readCall(spec, [[[46082], [text], [46083]]], plain).values as [Float64Array]
          expect(Array.from(found, Math.floor), text).toEqual([46082, day, 46083])
          read++
        } catch (error) {
          if (!(error instanceof CellError)) throw error
          expect(error.message).toContain('dates row 2 has ')
          expect(error.message.length).toBeLessThan(250)
        }
      }),
      { numRuns: runs() },
    )
    expect(read).toBeGreaterThan(runs() / 6)
  })

  test('a column in one order of numbers is that order, or refused', () => {
    const parts = fc.record({
      year: fc.integer({ min: 1990, max: 2029 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 8 }), fc.constantFrom(...spellings), (rows, spelling) => {
        const cells = rows.map((row) => [spelling(row)])
        try {
          const [found] = readCall(spec, [cells], plain).values as [Float64Array]
          expect(Array.from(found)).toEqual(rows.map(({ year, month, day }) => serialOf(year, month, day)))
        } catch (error) {
          if (!(error instanceof CellError)) throw error
          expect(error.message).toMatch(/dates(?: row \d+)? has /)
        }
      }),
      { numRuns: runs() },
    )
  })
})
