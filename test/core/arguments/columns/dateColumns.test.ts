import { describe, expect, test } from 'vitest'
import { dates, hoursColumn, number, numberColumn, startsOrHours, texts } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { dated, failure, read, readBody } from '../trying.ts'

const day = 46023 // 2026-01-01
const error = new CellError('#REF!', '')
const useDate = 'use a date cell or text such as 2026-03-01'
const differ = 'select the same rows in both'

describe('a column of dates', () => {
  const args = () => [dates('days', '')]

  test.each<[fact: string, cells: unknown[], serials: number[]]>([
    ['holds serial numbers and date cells', [day, dated(day + 1), day + 0.5], [day, day + 1, day + 0.5]],
    ['holds text that is a date without doubt', ['2026-01-01', '1 Jan 2026', '13/01/2026'], [day, day, day + 12]],
    ['holds days in one number', [20260101, '20260102'], [day, day + 1]],
    ['begins in 1950', [18264, '1950-01-01'], [18264, 18264]],
    ['takes a day before the end of 2099 for one', [73049, '2099-12-30'], [73049, 73049]],
    ['takes the end of 2099 and what programs write for never for none', [day, 73050, 2958465, '9999-12-31'], [day]],
    ['takes the moment from which computers count for none, and its noon for a date', [25569, 25569.5], [25569.5]],
    ['loses blanks, zeros and words for none', [day, null, '', ' ', 0, dated(0), 'n/a', '-'], [day]],
    ['may have a title', ['Day', day, null], [day]],
    ['may have a title with a digit', ['Q1 day', day], [day]],
    ['may have two lines of titles', ['Day', 'When did you order?', '2026-01-01'], [day]],
    ['may be a single cell', ['2026-01-01'], [day]],
  ])('%s', (_, cells, serials) => {
    expect(read(args(), column(...cells))).toEqual([Float64Array.from(serials)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    [`#VALUE! TRY: days row 2 has 18263, ${useDate}`, [day, 18263]],
    [`#VALUE! TRY: days row 2 has -1, ${useDate}`, [day, -1]],
    [`#VALUE! TRY: days row 2 has TRUE, ${useDate}`, [day, true]],
    [`#VALUE! TRY: days row 1 has TRUE, ${useDate}`, [true, day]],
    [`#VALUE! TRY: days row 2 has “later”, ${useDate}`, [day, 'later']],
    [`#VALUE! TRY: days row 2 has “open”, ${useDate}`, [day, 'open']],
    [`#VALUE! TRY: days row 1 has “2026-13-45”, ${useDate}`, ['2026-13-45', day]],
    [`#VALUE! TRY: days row 1 has “Mid March 26”, ${useDate}`, ['Mid March 26', day]],
    [`#VALUE! TRY: days has “later”, ${useDate}`, ['later']],
    [
      '#VALUE! TRY: days has “01/02/2026”, which may be 2026-02-01 or 2026-01-02: write the one that is meant',
      ['01/02/2026'],
    ],
    ['#REF! TRY: days row 3 is #REF!', ['Day', day, error]],
    ['#N/A TRY: days has no values', [null, '', 0]],
    ['#N/A TRY: days has no values', ['Day', 'n/a']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(sentence)
  })

  test('a day and a month are told apart by other rows', () => {
    expect(read(args(), column('01/02/2026', '13/01/2026'))).toEqual([Float64Array.of(day + 31, day + 12)])
  })
})

describe('a date that is kept where it is blank', () => {
  const kept = () => [texts('names', ''), dates('ends', '', { blank: 'kept' })]

  test('is NaN, also where a word says that it has not happened yet', () => {
    expect(read(kept(), column('a', 'b', 'c', 'd', 'e', 'f'), column(day, null, ' ', 0, 'n/a', 'Still open'))).toEqual([
      ['a', 'b', 'c', 'd', 'e', 'f'],
      Float64Array.of(day, NaN, NaN, NaN, NaN, NaN),
    ])
  })

  test('is refused where a word says anything else', () => {
    expect(failure(kept(), column('a', 'b'), column(day, 'later'))).toBe(
      `#VALUE! TRY: ends row 2 has “later”, ${useDate}`,
    )
  })
})

describe('a column of dates beside another', () => {
  const args = () => [dates('days', ''), numberColumn('n', '')]

  test('both lose a row that is incomplete in either', () => {
    expect(read(args(), column('Day', day, null, day + 2), column('N', 1, 2, 'x'))).toEqual([
      Float64Array.of(day),
      Float64Array.of(1),
    ])
  })

  test.each([[null], [' '], ['n/a'], ['Day']])('%j in its first cell goes with a title beside it', (first) => {
    expect(read(args(), column(first, day), column('N', 6))).toEqual([Float64Array.of(day), Float64Array.of(6)])
  })

  test.each([[day], [0], [true], ['2026-01-01'], ['1 Jan 2026'], ['2026-13-45'], ['Mid March 26'], [dated(day)]])(
    '%j in its first cell does not',
    (first) => {
      expect(failure(args(), column(first, day), column('N', 6))).toBe(
        `#VALUE! TRY: n begins with a header and days does not, ${differ}`,
      )
    },
  )

  test('a date in another language is told from a title', () => {
    expect(failure(args(), column('1 mars 2026', day), column('N', 6))).toBe(
      `#VALUE! TRY: n begins with a header and days does not, ${differ}`,
    )
  })

  test('a word above dates beside a value is no title, but what is wrong', () => {
    expect(failure(args(), column('Day', day), column(5, 6))).toBe(`#VALUE! TRY: days row 1 has “Day”, ${useDate}`)
    expect(read(args(), column('n/a', day), column(5, 6))).toEqual([Float64Array.of(day), Float64Array.of(6)])
  })

  test('the heights must be equal', () => {
    expect(failure(args(), column(day, day, day), column(1, 2))).toBe(
      `#VALUE! TRY: days has 3 rows and n has 2, ${differ}`,
    )
  })

  test.each([{ default: null }, { leftOut: 'allowed' }] as const)('it may be left out with %j', (options) => {
    const optional = [numberColumn('n', ''), dates('days', '', options), numberColumn('m', '')]
    for (const blank of [undefined, null, '']) {
      expect(read(optional, column(1, 2), blank, column(3, 4))).toEqual([
        Float64Array.of(1, 2),
        null,
        Float64Array.of(3, 4),
      ])
    }
    expect(read(optional, column(1, 2), column(day, day), column(3, 4))[1]).toEqual(Float64Array.of(day, day))
  })

  test('it may not be left out unless that is said', () => {
    const needed = [numberColumn('n', ''), dates('days', '', { empty: 'refused' })]
    expect(failure(needed, column(1, 2))).toBe('#VALUE! TRY: days is missing')
    expect(failure(needed, column(1, 2), '')).toBe(`#VALUE! TRY: n has 2 rows and days has 0, ${differ}`)
    expect(failure(needed, column(1, 2), column(null, null))).toBe('#N/A TRY: n and days have no complete row')
  })
})

describe('times that state their zone', () => {
  const three = () => [dates('asked', ''), dates('seen', ''), dates('done', '')]

  test('are read at their own clock', () => {
    expect(read([dates('seen', '')], column('2026-01-01T06:00:00Z', '2026-01-01T12:00:00+02:00'))).toEqual([
      Float64Array.of(day + 0.25, day + 0.5),
    ])
  })

  test('are refused where two of a row differ by more than an hour', () => {
    expect(
      failure(
        three().slice(1),
        column('Seen', '2026-01-01T06:00:00Z', '2026-01-02T06:00:00Z'),
        column('Done', '2026-01-01T06:00:00+01:00', '2026-01-02T09:00:00+02:00'),
      ),
    ).toBe('#VALUE! TRY: done row 3 is at +02:00 and seen at UTC, bring both to one zone')
  })

  test('are compared with one another, whatever column states none', () => {
    expect(failure(three(), day, '2026-01-01T06:00:00Z', '2026-01-01T09:00:00+02:00')).toBe(
      '#VALUE! TRY: done is at +02:00 and seen at UTC, bring both to one zone',
    )
    expect(read(three().slice(1), '2026-01-01T06:00:00Z', '2026-01-01 12:00')).toEqual([
      Float64Array.of(day + 0.25),
      Float64Array.of(day + 0.5),
    ])
    expect(read(three(), day, '2026-01-01T06:00:00Z', day + 1)).toEqual([
      Float64Array.of(day),
      Float64Array.of(day + 0.25),
      Float64Array.of(day + 1),
    ])
  })
})

describe('starts, or hours where no ends are given', () => {
  const args = () => [startsOrHours('starts', '', 'ends'), dates('ends', '', { default: null })]
  const hours = (...cells: unknown[]) => Array.from(read(args(), column(...cells))[0] as Float64Array)

  test('beside ends they are dates', () => {
    expect(read(args(), column(day, '2026-01-02', null), column(day + 1, day + 2, day + 3))).toEqual([
      Float64Array.of(day, day + 1),
      Float64Array.of(day + 1, day + 2),
    ])
    expect(failure(args(), column(5, 6), column(day, day))).toBe(`#VALUE! TRY: starts row 1 has 5, ${useDate}`)
    expect(failure(args(), column('1 h', day), column(day, day))).toBe(
      `#VALUE! TRY: starts row 1 has “1 h”, ${useDate}`,
    )
  })

  test('a word above dates beside a value is no title, but what is wrong', () => {
    expect(
      failure([...args(), numberColumn('n', '')], column('Opened', day), column(null, day + 1), column(5, 6)),
    ).toBe(`#VALUE! TRY: starts row 1 has “Opened”, ${useDate}`)
  })

  test.each<[fact: string, cells: unknown[], hours: number[]]>([
    ['are numbers', [1.5, 0, 300], [1.5, 0, 300]],
    ['are text with units, and numbers in text', ['1 h 30 m', '90 min', '2', 'PT2H'], [1.5, 1.5, 2, 2]],
    ['may begin with a text that has no digit first', ['PT1H30M', 2], [1.5, 2]],
    ['are times of a clock and lengths of time', [dated(0.5), dated(1.25), '1:30:00'], [12, 30, 1.5]],
    ['lose blanks, words and words for none', [2, null, '', ' ', 'n/a', 'late', 3], [2, 3]],
    ['may begin with a blank, a zero or a word for none', [null, ' ', 0, 'n/a', 3], [0, 3]],
    ['may have a title', ['Waited', 2, 3], [2, 3]],
    ['may have a title above blanks', ['Waited', null, '-', 3], [3]],
    ['are less than what would be a day', [18263, 2], [18263, 2]],
  ])('hours %s', (_, cells, expected) => {
    expect(hours(...cells)).toEqual(expected)
  })

  test.each<[fact: string, cells: unknown[], serials: number[]]>([
    ['is a date', [day, day + 1], [day, day + 1]],
    ['is the first day that is one', [18264, day], [18264, day]],
    ['is a date in text', ['2026-01-01', day + 1], [day, day + 1]],
    ['is a date below blanks, zeros and words for none', [null, '', 0, 'n/a', day], [day]],
    ['is a date below a title', ['Start', '-', '1 Jan 2026'], [day]],
  ])('they are dates where the first cell that says something %s', (_, cells, serials) => {
    expect(hours(...cells)).toEqual(serials)
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['#VALUE! TRY: starts row 2 has -1, below 0', [2, -1]],
    ['#VALUE! TRY: starts row 3 has the date 2026-01-01, not a length of time in hours', ['Waited', 2, day]],
    [`#VALUE! TRY: starts row 2 has 5, ${useDate}`, [day, 5]],
    [`#VALUE! TRY: starts row 2 has “1 h”, ${useDate}`, ['2026-01-01', '1 h']],
    [`#VALUE! TRY: starts has TRUE, ${useDate}`, [true]],
    ['#REF! TRY: starts row 2 is #REF!', [2, error]],
    ['#N/A TRY: starts has no values', [null, '', 'n/a']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(sentence)
  })

  test('a length of time in the first cell does not go with a title beside it', () => {
    const beside = () => [args()[0]!, args()[1]!, numberColumn('n', '')]
    expect(failure(beside(), column('PT1H', 2), null, column('N', 5))).toBe(
      `#VALUE! TRY: n begins with a header and starts does not, ${differ}`,
    )
    expect(read(beside(), column('Waited', 2), null, column('N', 5))[0]).toEqual(Float64Array.of(2))
    expect(read(beside(), column(null, 2), null, column('N', 5))[0]).toEqual(Float64Array.of(2))
    expect(failure(beside(), column(1, 2), null, column('N', 5))).toBe(
      `#VALUE! TRY: n begins with a header and starts does not, ${differ}`,
    )
  })

  test('they are needed', () => {
    expect(failure(args())).toBe('#VALUE! TRY: starts is missing')
    expect(failure([numberColumn('n', ''), ...args()], column(1, 2), null)).toBe(
      `#VALUE! TRY: n has 2 rows and starts has 0, ${differ}`,
    )
  })
})

describe('a column of hours', () => {
  const args = () => [hoursColumn('waits', '', { min: 0, max: 1000 })]
  const beside = () => [args()[0]!, numberColumn('n', '')]

  test.each<[fact: string, cells: unknown[], hours: number[]]>([
    ['holds numbers from limit to limit', [0, 1000, 1.5], [0, 1000, 1.5]],
    ['holds text with units, and numbers in text', ['1 h 30 m', '90 min', '2'], [1.5, 1.5, 2]],
    ['holds times of a clock and lengths of time', [dated(0.5), dated(1.25), '1:30:00'], [12, 30, 1.5]],
    ['may begin with a text that has no digit first', ['PT1H30M', 2], [1.5, 2]],
    ['loses blanks, words for none and other words', [2, null, '', ' ', 'n/a', 'late', 3], [2, 3]],
    ['may have a title', ['Hours', 2], [2]],
    ['may have a title with a digit', ['Hours of Q1 2026', 2], [2]],
    ['may have a title above a blank', ['Hours', null, 3], [3]],
    ['may be a single cell', ['1 h'], [1]],
  ])('%s', (_, cells, hours) => {
    expect(read(args(), column(...cells))).toEqual([Float64Array.from(hours)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['#VALUE! TRY: waits row 2 has -0.5, outside 0 to 1000', [2, -0.5]],
    ['#VALUE! TRY: waits row 1 has 1001, outside 0 to 1000', ['1001 h', 2]],
    ['#VALUE! TRY: waits row 2 has the date 1950-01-01, not a length of time in hours', [2, 18264]],
    ['#VALUE! TRY: waits row 2 has 18263, outside 0 to 1000', [2, 18263]],
    [
      '#VALUE! TRY: waits row 1 has “12:34”, which may be hours and minutes or minutes and seconds: write 0:12:34 or "12 min"',
      ['12:34', 2],
    ],
    [
      '#VALUE! TRY: waits row 1 has “5 apples”, keep only the number; if that is a title, select from the row below it',
      ['5 apples', 2],
    ],
    [
      '#VALUE! TRY: waits row 1 has “~ 5 apples”, keep only the number; if that is a title, select from the row below it',
      ['~ 5 apples', 2],
    ],
    ['#REF! TRY: waits row 3 is #REF!', ['Hours', 2, error]],
    ['#N/A TRY: waits has no values', ['Hours', null, 'n/a']],
    ['#VALUE! TRY: waits is missing', []],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), ...(cells.length > 0 ? [column(...cells)] : []))).toBe(sentence)
  })

  test.each([[null], [' '], ['n/a'], [true], ['Hours']])(
    '%j in its first cell goes with a title beside it',
    (first) => {
      expect(read(beside(), column(first, 2), column('N', 6))).toEqual([Float64Array.of(2), Float64Array.of(6)])
    },
  )

  test.each([[2], [0], ['2'], ['1 h'], ['PT1H'], ['5 apples'], ['(5 apples)']])(
    '%j in its first cell does not',
    (first) => {
      expect(failure(beside(), column(first, 2), column('N', 6))).toBe(
        `#VALUE! TRY: n begins with a header and waits does not, ${differ}`,
      )
    },
  )

  test('a title above it and none beside it is refused', () => {
    expect(failure(beside(), column('Hours', 2), column(5, 6))).toBe(
      `#VALUE! TRY: waits begins with a header and n does not, ${differ}`,
    )
  })

  test('one cell stands for all rows where that is allowed', () => {
    const shared = [numberColumn('n', ''), hoursColumn('waits', '', { min: 0, oneForAll: true })]
    expect(read(shared, column(1, null, 3), '30 min')).toEqual([Float64Array.of(1, 3), Float64Array.of(0.5, 0.5)])
    expect(failure(shared, column(1, 2), -1)).toBe('#VALUE! TRY: waits has -1, below 0')
    expect(failure([beside()[1]!, args()[0]!], column(1, 2), 3)).toBe(
      `#VALUE! TRY: n has 2 rows and waits has 1, ${differ}`,
    )
  })

  test('its limits may be given in another argument', () => {
    const limited = [hoursColumn('waits', '', { min: 0, max: 'most' }), number('most', '', { default: 10 })]
    expect(failure(limited, column(3, '6 h'), 5)).toBe('#VALUE! TRY: waits row 2 has 6, outside 0 to 5')
    expect(read(limited, column(3, 5), 5)[0]).toEqual(Float64Array.of(3, 5))
  })
})

test.each([
  'Hours (last 7 days)',
  'Wait (h) last 30 days',
  'Hours open in days off',
  'Wait (hours, not days)',
  'Waited in the last 14 days',
])('under “%s” numbers are hours', (title) => {
  expect(read([hoursColumn('waits', '', { min: 0 })], column(title, 5))).toEqual([Float64Array.of(5)])
})

test('a title over hours beside a value is refused: its row would be lost', () => {
  const args = () => [
    startsOrHours('started', '', 'ended'),
    dates('ended', '', { blank: 'kept', leftOut: 'allowed' }),
    hoursColumn('target_hours', '', { min: 0, oneForAll: true }),
  ]
  expect(failure(args(), column('Waited', 2, 3), undefined, column(4, 5, 6))).toBe(
    '#VALUE! TRY: started row 1 has “Waited”, no length of time; if that is a title, select from the row below it',
  )
  const [started, , target] = read(args(), column('Waited', 2, 3), undefined, column('Target', 5, 6))
  expect([started, target]).toEqual([Float64Array.of(2, 3), Float64Array.of(5, 6)])
  expect(read(args(), column('n/a', 2, 3), undefined, column(4, 5, 6))[0]).toEqual(Float64Array.of(2, 3))
  expect(read(args(), column('Waited', 2, 3), undefined, 4)[0]).toEqual(Float64Array.of(2, 3))
})

describe.each([
  ['starts', () => [startsOrHours('waits', '', 'ends'), dates('ends', '', { default: null })]],
  ['hours', () => [hoursColumn('waits', '', { min: 0 })]],
])('a title that says another unit, above %s', (_, args) => {
  test.each([
    ['Wait in milliseconds', 'divide by 3600000'],
    ['latency ms', 'divide by 3600000'],
    ['Latency (milliseconds)', 'divide by 3600000'],
    ['First reply in seconds', 'divide by 3600'],
    ['Wait (sec)', 'divide by 3600'],
    ['Wait [secs]', 'divide by 3600'],
    ['wait_seconds', 'divide by 3600'],
    ['First reply time in minutes', 'divide by 60'],
    ['Wait in minutes per case', 'divide by 60'],
    ['Wait (min)', 'divide by 60'],
    ['WAIT_MINS:', 'divide by 60'],
    ['Duration in days', 'multiply by 24'],
    ['resolution_days', 'multiply by 24'],
  ])('%s: numbers are refused, %s', (title, remedy) => {
    expect(failure(args(), column(title, null, 90))).toBe(
      `#VALUE! TRY: waits row 3 has 90 under “${title}”, and hours are wanted: ${remedy}`,
    )
    expect(failure(args(), column(title, '1,5'))).toBe(
      `#VALUE! TRY: waits row 2 has “1,5” under “${title}”, and hours are wanted: ${remedy}`,
    )
  })

  test.each([['Wait (hours)'], ['Hours'], ['minutes'], ['Admins'], ['Weekdays'], ['Wait in minute'], ['Days open']])(
    '%s says none',
    (title) => {
      expect(read(args(), column(title, 90))[0]).toEqual(Float64Array.of(90))
    },
  )

  test('a length with its unit, a time cell, zero and what says nothing are taken', () => {
    expect(
      read(args(), column('Wait (min)', '90 min', dated(0.5), 0, null, '', 'n/a', 'late', true, '1:00:00'))[0],
    ).toEqual(Float64Array.of(1.5, 12, 0, 1))
  })

  test('a number that may be two is a number, and an error stays one', () => {
    expect(failure(args(), column('Wait (min)', '1,234'))).toBe(
      '#VALUE! TRY: waits row 2 has “1,234” under “Wait (min)”, and hours are wanted: divide by 60',
    )
    expect(failure(args(), column('Wait (min)', 0, error))).toBe('#REF! TRY: waits row 3 is #REF!')
  })

  test('the unit may stand in a second line of titles', () => {
    expect(failure(args(), column('Wait', 'How long did you wait (minutes)?', 90))).toBe(
      '#VALUE! TRY: waits row 3 has 90 under “How long did you wait (minutes)?”, and hours are wanted: divide by 60',
    )
  })

  test('a text below the titles says nothing of it', () => {
    expect(read(args(), column('Wait', 90, 'wait (min)'))[0]).toEqual(Float64Array.of(90))
    expect(read(args(), column('Wait', 'wait (min)', 90))[0]).toEqual(Float64Array.of(90))
  })
})

test('a length of time with no digit first is no title where the title has been cut', () => {
  expect(readBody([hoursColumn('waits', '', { min: 0 })], column('PT1H', 2))).toEqual([Float64Array.of(1, 2)])
})
