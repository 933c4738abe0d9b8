import { describe, expect, test } from 'vitest'
import { CellError } from '../../../core/cell.ts'
import { metric } from '../../../core/metric.ts'
import { parseIso } from '../../../core/statistics/time/calendar.ts'
import { DAY, HOUR, momentOf } from '../../../core/statistics/time/moments.ts'
import type { WorkingTime } from '../../../core/statistics/time/workingTime.ts'
import {
  calendarArgs,
  givenCalendar,
  optionalCalendarArgs,
  workingCalendar,
} from '../../../core/arguments/workingCalendar.ts'
import { column, compute, failure } from '../../compute.ts'

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }
/** The hours worked on each day of a week, from Monday 2026-03-02 to Sunday 2026-03-08. */
const week = (working: WorkingTime | null) =>
  Array.from({ length: 7 }, (_, i) => {
    const day = momentOf(parseIso('2026-03-02')) + i * DAY
    return working === null ? 'clock' : (working.upTo(day + DAY) - working.upTo(day)) / HOUR
  }).join(' ')
const always = metric({ ...bare, args: [...calendarArgs] }, (...values) => week(workingCalendar(values)))
const whenGiven = metric({ ...bare, args: [...optionalCalendarArgs] }, (...values) => week(givenCalendar(values)))

/** The hours at which work begins and ends, and the workdays, as they are read. */
const readTimes = metric(
  { ...bare, args: [...calendarArgs] },
  (open, close) => `${open!.time / HOUR} ${close!.time / HOUR}`,
)
const readDays = metric({ ...bare, args: [...calendarArgs] }, (...[, , days]) => (days ?? []).join(''))
const times = (open: unknown, close: unknown) => compute(readTimes, open, close)
const days = (cells: unknown) => compute(readDays, null, null, cells)

describe('defaults', () => {
  test('work is from 9 to 17 on Monday to Friday', () => {
    expect(compute(always)).toBe('8 8 8 8 8 0 0')
    expect(compute(always, null, '', '  ', null)).toBe('8 8 8 8 8 0 0')
  })

  test('where the calendar is an option, one argument of it brings the others', () => {
    expect(compute(whenGiven)).toBe('clock clock clock clock clock clock clock')
    expect(compute(whenGiven, null, '', '  ', null)).toBe(compute(whenGiven))
    expect(compute(whenGiven, '9:00')).toBe('8 8 8 8 8 0 0')
    expect(compute(whenGiven, null, 18)).toBe('9 9 9 9 9 0 0')
    expect(compute(whenGiven, null, null, 'Sat')).toBe('0 0 0 0 0 8 0')
    expect(compute(whenGiven, null, null, null, '2026-03-03')).toBe('8 0 8 8 8 0 0')
  })

  test('holidays without a date count as left out', () => {
    for (const none of [
      column(null, ''),
      column('Holidays', null),
      column(0, ' '),
      null,
      '',
      0,
      'n/a',
      '9999-12-31',
      [],
    ]) {
      expect(compute(whenGiven, null, null, null, none)).toBe('clock clock clock clock clock clock clock')
      expect(compute(whenGiven, 9, null, null, none)).toBe('8 8 8 8 8 0 0')
    }
  })
})

describe('times', () => {
  test('a time cell is a fraction of a day, a number from 1 on the hour', () => {
    expect(times(0.375, 17 / 24)).toBe('9 17')
    expect(times(9, 17.5)).toBe('9 17.5')
    expect(times(1, 2)).toBe('1 2')
    expect(times([[8]], [[16]])).toBe('8 16')
  })

  test.each([
    ['09:00', 9],
    ['9:30', 9.5],
    ['9', 9],
    ['9am', 9],
    ['9 a.m.', 9],
    [' 5:30 pm ', 17.5],
    ['5:30PM', 17.5],
    ['17.5', 17.5],
    ['12am', 0],
    ['12:15 am', 0.25],
    ['12pm', 12],
    ['1 am', 1],
    ['1pm', 13],
    ['12:59 pm', 12 + 59 / 60],
    ['00:00', 0],
    ['7:30:36', 7.51],
  ])('“%s” is hour %d', (text, hour) => {
    expect(times(text, 20)).toBe(`${hour} 20`)
  })

  test('0 is midnight, and at the end 0 and 24 are the end of the day', () => {
    for (const end of [0, 24, '0:00', '24:00', '12am']) {
      expect(compute(always, 16, end)).toBe('8 8 8 8 8 0 0')
      expect(compute(always, 9, end)).toBe('15 15 15 15 15 0 0')
      expect(compute(always, null, end)).toBe('15 15 15 15 15 0 0')
    }
    for (const start of [0, '0', '00:00', '12 am'])
      expect(compute(always, start, 24, 'all')).toBe('24 24 24 24 24 24 24')
  })

  test('work that begins at midnight ends at 17 where no end is given', () => {
    expect(compute(always, 0)).toBe('17 17 17 17 17 0 0')
  })

  test('an error in their place is passed on', () => {
    expect(failure(always, 9, new CellError('#REF!', ''))).toBe('#REF! TRY: close_time is #REF!')
  })

  test('a time that ends before it begins is a shift over night', () => {
    expect(compute(always, '22:00', '06:00', 'Mon-Fri')).toBe('2 8 8 8 8 6 0')
    expect(compute(always, '22:00', '06:00', 'Mon-Fri', '2026-03-04')).toBe('2 8 6 2 8 6 0')
  })

  test.each([
    [22, 6, 8],
    ['20:00', '04:00', 8],
    ['8 pm', '4 am', 8],
    [13, 1 / 24, 12],
    [6, 2, 20],
    [6, '01:00', 19],
    ['9:30', '5:30', 20],
    ['12:00', '04:00', 16],
    [12, '4 am', 16],
    ['9 am', '5 am', 20],
    ['9 am', '5 am ', 20],
    ['9 am', '5 a. m.', 20],
    ['12:00', '04:00:00', 16],
    [9, 17, 8],
    [7, 12, 5],
  ])('%j to %j is open for %d hours', (open, close, hours) => {
    expect(compute(always, open, close, 'all')).toBe(new Array(7).fill(hours).join(' '))
  })

  test.each([
    [9, 5, '05:00', '09:00', '17 for 5 pm'],
    ['9:00', '5:00', '05:00', '09:00', '17 for 5 pm'],
    [7, 3, '03:00', '07:00', '15 for 3 pm'],
    [12, 8, '08:00', '12:00', '20 for 8 pm'],
    [0.375, 5 / 24, '05:00', '09:00', '17 for 5 pm'],
    ['8 am', '01:00', '01:00', '08:00', '13 for 1 pm'],
    ['12:00', '4:00:00', '04:00', '12:00', '16 for 4 pm'],
    ['11:00', '04:00', '04:00', '11:00', '16 for 4 pm'],
    ['7:00', '6', '06:00', '07:00', '18 for 6 pm'],
  ])('%j to %j is no shift over night', (open, close, end, begin, mend) => {
    expect(failure(always, open, close)).toBe(
      `#VALUE! TRY: close_time is ${end}, before open_time (${begin}), write ${mend}, or "${Number(end.slice(0, 2))} am" for the next morning`,
    )
  })

  test.each([
    [[9, '9:00'], 'open_time and close_time are both 09:00, write 0 and 24 for day and night'],
    [[0, 0], 'open_time and close_time are both 00:00, write 0 and 24 for day and night'],
    [[24, 24], 'open_time is 24:00, write 0 for midnight'],
    [[18], 'close_time is 17:00 when left out, before open_time (18:00), give both for a shift over night'],
    [[null, '8:00'], 'close_time is 08:00, before open_time (09:00 when left out), give both for a shift over night'],
    [[17], 'open_time and close_time are both 17:00, write 0 and 24 for day and night'],
    [[9, 1], 'close_time is 1, write "01:00" or "24:00"'],
    [[46082.375], 'open_time is 46082.375, a date; keep only the time, such as 09:00'],
    [[18264], 'open_time is 18264, a date; keep only the time, such as 09:00'],
    [[18263], 'open_time is 18263, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[2958465.5], 'open_time is 2958465.5, a date; keep only the time, such as 09:00'],
    [[2958466], 'open_time is 2958466, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [['46082'], 'open_time is the text “46082”, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[24.5], 'open_time is 24.5, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[25], 'open_time is 25, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[-1], 'open_time is -1, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [['nine'], 'open_time is the text “nine”, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[9, true], 'close_time is TRUE, write a time such as "09:00" or "5:30 pm", or an hour from 0 to 24'],
    [[column(9, 10)], 'open_time must be one cell, not 2'],
  ])('%j is refused', (cells, message) => {
    expect(failure(always, ...cells)).toBe(`#VALUE! TRY: ${message}`)
  })

  test.each(['24:30', '25', '9:60', '13pm', '0am', '9.30', '9-17', '9:5', '12:00:60'])('“%s” is no time', (text) => {
    expect(failure(always, text)).toContain(`open_time is the text “${text}”, write a time`)
  })
})

describe('workdays', () => {
  test.each([
    ['Mon-Fri', '12345'],
    ['mon - fri', '12345'],
    ['MON\u2013FRI', '12345'],
    ['Monday to Friday', '12345'],
    ['Mon thru Sat', '123456'],
    ['Mon-Fri, Sun', '123457'],
    ['Sun-Thu', '12347'],
    ['Fri-Mon', '1567'],
    ['Mon,Wed,Fri', '135'],
    ['Mon Wed; Fri', '135'],
    ['Tuesday and Thursday', '24'],
    ['Tues, Thurs', '24'],
    ['1-5', '12345'],
    ['1,2,7', '127'],
    ['6-1', '167'],
    ['Sat', '6'],
    ['all', '1234567'],
    ['Mon-Sun', '1234567'],
    [' ALL ', '1234567'],
    ['Mon  to  Fri', '12345'],
    ['Mon,', '1'],
    ['; Mon,, Wed and', '13'],
    [' 1-5 ', '12345'],
    ['Thu-Thu', '4'],
  ])('%j', (cell, expected) => {
    expect(days(cell)).toBe(expected)
  })

  test('they may stand in a range, as numbers or names, in any order', () => {
    expect(days(column(5, 1, null, 3))).toBe('135')
    expect(days([['Mon', 'Tue', '', 'Sat-Sun']])).toBe('1267')
    expect(days(column(null, ''))).toBe('')
    expect(days([[1, 3]])).toBe('13')
    expect(days(column(5, 3))).toBe('35')
    expect(
      days([
        [7, 'Mon'],
        ['wed', 2],
      ]),
    ).toBe('1237')
  })

  test('they may be written in 200 characters at most', () => {
    const longest = `Mon${','.repeat(194)}Tue`
    expect(days(longest)).toBe('12')
    expect(failure(always, null, null, `${longest}s`)).toContain('write days such as "Mon-Fri"')
  })

  test.each([
    [5, '5', 'Fri'],
    [1, '1', 'Mon'],
    ['7', '“7”', 'Sun'],
    [' 5 ', '“ 5 ”', 'Fri'],
    [[[3]], '3', 'Wed'],
  ])('%j alone may be a day or a number of days', (cell, shown, day) => {
    expect(failure(always, null, null, cell)).toBe(
      `#VALUE! TRY: workdays is ${shown}, write "${day}" for that day alone, or "Mon-Fri"`,
    )
  })

  test.each([
    [column(1, 1, 1, 1, 1, 0, 0), 'workdays row 2 has 1, which names Monday again'],
    [column('Mon-Fri', null, 'Wed'), 'workdays row 3 has “Wed”, which names Wednesday again'],
    ['Mon,Tue,Mon', 'workdays has “Mon,Tue,Mon”, which names Monday again'],
    ['Fri-Mon, Sun', 'workdays has “Fri-Mon, Sun”, which names Sunday again'],
  ])('%j names a day twice', (cells, message) => {
    expect(failure(always, null, null, cells)).toBe(`#VALUE! TRY: ${message}`)
  })

  test.each([
    'Mo-Fr',
    'Mon-',
    'Mon-Wed-Fri',
    '0-5',
    '1-8',
    'lunes',
    'Mon-Frx',
    'Mon, holidays',
    'Mo, Tue',
    'weekdays',
    8,
    0,
    1.5,
    46027,
    true,
  ])('%j is refused, and the sentence shows how to write it', (cell) => {
    const shown = typeof cell === 'string' ? `“${cell}”` : String(cell).toUpperCase()
    expect(failure(always, null, null, cell)).toBe(
      `#VALUE! TRY: workdays has ${shown}, write days such as "Mon-Fri" or "Mon,Wed,Fri", or numbers from 1 (Monday) to 7 (Sunday)`,
    )
  })

  test('a wrong cell of a range is named', () => {
    expect(failure(always, null, null, column(1, 2, 'x'))).toContain('workdays row 3 has “x”')
    expect(failure(always, null, null, column(1, new CellError('#REF!', '')))).toBe(
      '#REF! TRY: workdays row 2 is #REF!',
    )
  })
})

describe('holidays', () => {
  test('date cells and ISO text, with a title, blanks, times and repeats', () => {
    const cells = column('Holidays', 46084.5, null, '2026-03-03', '  ', 0, '2026-03-04T12:00', '2026-03-07')
    expect(compute(always, null, null, null, cells)).toBe('8 0 0 8 8 0 0')
    expect(compute(always, null, null, null, [['2026-03-03', null, 46085]])).toBe('8 0 0 8 8 0 0')
  })

  test('wrong cells are named', () => {
    expect(failure(always, null, null, null, column('Holidays', 'Easter'))).toBe(
      '#VALUE! TRY: holidays row 2 has “Easter”, use a date cell or text such as 2026-03-01',
    )
    expect(failure(always, null, null, null, column('05/06/2026', 46084))).toBe(
      '#VALUE! TRY: holidays row 1 has “05/06/2026”, which may be 2026-06-05 or 2026-05-06: turn the column into dates, as Data in the sidebar does',
    )
    expect(failure(always, null, null, null, column('31.11.2026', 46084))).toContain('holidays row 1 has “31.11.2026”')
    expect(failure(always, null, null, null, 'Easter')).toContain('holidays has “Easter”')
    expect(failure(always, null, null, null, column(12))).toContain('holidays has 12,')
    expect(failure(always, null, null, null, column(46084, new CellError('#N/A', '')))).toBe(
      '#N/A TRY: holidays row 2 is #N/A',
    )
  })
})
