import { describe, expect, test } from 'vitest'
import { parseTarget } from '../../../core/arguments/target.ts'
import { CellError, type Cell, type Decode } from '../../../core/cell.ts'
import {
  dateIn,
  hoursIn,
  isFurtherTitle,
  isOnTop,
  isTitle,
  labelIn,
  mayBeTitle,
  numberIn,
} from '../../../core/reading/cells.ts'
import { evidenceOf } from '../../../core/reading/evidence.ts'
import { rangeOf } from '../../../core/reading/range.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'

/** A cell that the host shows as a date or a time. */
const dated = (serial: number) => ({ serial })
const decode: Decode = Object.assign(
  (raw: unknown): Cell =>
    typeof raw === 'object' && raw !== null && 'serial' in raw ? (raw.serial as number) : plain(raw),
  // Only what is an object is asked.
  { isDate: (raw: unknown) => 'serial' in (raw as object) },
)

type Reader = (raw: unknown, range: ReturnType<typeof rangeOf>, row: number, column: number, decode: Decode) => number
/** What a reader makes of each cell of a column, and the sentences. */
function readAll(reader: Reader, ...cells: unknown[]): (number | string)[] {
  const range = rangeOf(
    'cells',
    cells.map((cell) => [cell]),
  )
  return cells.map((cell, row) => {
    try {
      return reader(cell, range, row, 0, decode)
    } catch (error) {
      if (error instanceof CellError) return error.message
      throw error
    }
  })
}
const scale =
  (min: number, max: number): Reader =>
  (raw, range, row, column, decode) =>
    numberIn(raw, range, row, column, decode, { min, max })

describe('numbers in a range', () => {
  test('are numbers, texts that are ones, and nothing where a cell says nothing', () => {
    expect(readAll(numberIn, 5, '6', '$1,234.50', '80%', '(40)', null, '', ' ', 'n/a', '-', 'Refunded', true)).toEqual([
      5,
      6,
      1234.5,
      0.8,
      -40,
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ])
  })

  test('whose mark is in doubt are read by the other rows', () => {
    expect(readAll(numberIn, '1,234', '1.5')).toEqual([1234, 1.5])
    expect(readAll(numberIn, '1.234', '1,5')).toEqual([1234, 1.5])
    expect(readAll(numberIn, '1.234', '12.345.678')).toEqual([1234, 12345678])
    expect(readAll(numberIn, '$1,234', '7')).toEqual([1234, 7])
  })

  test('whose mark stays in doubt are refused with both readings', () => {
    const problem = 'turn it into a number, as Data in the sidebar does'
    expect(readAll(numberIn, '7', '1,234')[1]).toBe(`cells row 2 has “1,234”, which may be 1.234 or 1234: ${problem}`)
    expect(readAll(numberIn, '1,234', '1.5', '1,5')[0]).toContain('which may be 1.234 or 1234')
    expect(readAll(numberIn, '€1.234', '7')[0]).toContain('which may be')
  })

  test('that are none without doubt name their row and what to do', () => {
    expect(readAll(numberIn, 7, '< 50')[1]).toBe(
      'cells row 2 has “< 50”, keep only the number, or clear the cell if there is none',
    )
    expect(readAll(numberIn, 'about 5', 7)[0]).toBe(
      'cells row 1 has “about 5”, keep only the number; if that is a title, select from the row below it',
    )
  })

  test('are no dates and no times', () => {
    expect(readAll(numberIn, dated(serialOf(2026, 3, 1)), dated(0.5), dated(4 / 24))).toEqual([
      'cells row 1 has the date 2026-03-01, not a number',
      'cells row 2 has the time 12:00, not a number',
      'cells row 3 has the time 4:00, not a number',
    ])
    expect(readAll(numberIn, dated(0), dated(4.5 / 24), dated(serialOf(1950, 1, 1)), dated(-1))).toEqual([
      'cells row 1 has the time 0:00, not a number',
      'cells row 2 has the time 4:30, not a number',
      'cells row 3 has the date 1950-01-01, not a number',
      'cells row 4 has the date 1899-12-29, not a number',
    ])
  })

  test('are what they are where the host does not tell which ones it shows as dates', () => {
    const bare: Decode = (raw) => (raw as { serial: number }).serial
    expect(numberIn(dated(5), rangeOf('cells', dated(5)), 0, 0, bare)).toBe(5)
  })

  test('in two currencies are refused, each beside the other', () => {
    expect(readAll(numberIn, '$5', '€6', 7)).toEqual([
      'cells row 1 has “$5” beside amounts in EUR, bring them to one currency',
      'cells row 2 has “€6” beside amounts in USD, bring them to one currency',
      7,
    ])
    expect(readAll(numberIn, '5 kr', '$6', '8')).toEqual([
      'cells row 1 has “5 kr” beside amounts in USD, bring them to one currency',
      'cells row 2 has “$6” beside amounts in KR, bring them to one currency',
      8,
    ])
    expect(readAll(numberIn, '$5', '6 USD', 7)).toEqual([5, 6, 7])
  })

  test('are answers of a scale also with their words', () => {
    expect(readAll(scale(0, 10), '9 - Likely', 'Satisfied (4)', '5 stars', '0-Not at all')).toEqual([9, 4, 5, 0])
    expect(readAll(scale(0, 10), '4 of 5', '12 - Never', '80%').every((found) => typeof found === 'string')).toBe(true)
    expect(readAll(numberIn, '9 - Likely')[0]).toContain('has “9 - Likely”')
    expect(readAll(scale(0, 10), '80%')[0]).toBe(
      'cells has “80%”, a share of a hundred where an answer of the scale belongs',
    )
    expect(readAll(scale(0, 1), '80%')).toEqual([0.8])
    expect(readAll(scale(1, 5), '1 - Never', '5 - Always')).toEqual([1, 5])
    const mend = 'keep only the number, or clear the cell if there is none'
    expect(readAll(scale(1, 5), '0 - Never')).toEqual([`cells has “0 - Never”, ${mend}`])
    expect(readAll(scale(1, 5), '6 - Always')).toEqual([`cells has “6 - Always”, ${mend}`])
  })

  test('without an upper or a lower limit are no answers of a scale', () => {
    const mend = 'keep only the number, or clear the cell if there is none'
    expect(readAll(scale(0, Infinity), '9 - Likely')).toEqual([`cells has “9 - Likely”, ${mend}`])
    expect(readAll(scale(-Infinity, 10), '9 - Likely')).toEqual([`cells has “9 - Likely”, ${mend}`])
    expect(readAll(scale(-Infinity, 10), '80%')).toEqual([0.8])
  })

  test('side by side are read by their own column, in one row by that row', () => {
    const range = rangeOf('cells', [
      ['1,234', '1,234'],
      ['1.5', '1,5'],
    ])
    expect(numberIn('1,234', range, 0, 0, decode)).toBe(1234)
    expect(numberIn('1,234', range, 0, 1, decode)).toBe(1.234)
    const across = rangeOf('cells', [['1,234', '1.5']])
    expect(numberIn('1,234', across, 0, 0, decode)).toBe(1234)
  })

  test('an error is that error, at its place', () => {
    expect(readAll(numberIn, new CellError('#REF!', ''), 5)[0]).toBe('cells row 1 is #REF!')
  })
})

describe('dates in a range', () => {
  const march = serialOf(2026, 3, 1)

  test('are date cells and texts, and nothing where a cell stands for none', () => {
    expect(readAll(dateIn, march, '2026-03-01', '1 Mar 2026', 20260301, '20260301')).toEqual([
      march,
      march,
      march,
      march,
      march,
    ])
    expect(
      readAll(
        dateIn,
        'n/a',
        '-',
        '9999-12-31',
        '31.12.9999',
        '1900-01-01',
        '0000-00-00',
        serialOf(9999, 12, 31),
        99991231,
      ),
    ).toEqual(Array<number>(8).fill(NaN))
  })

  test('are the days from 1950 to the last one of a spreadsheet', () => {
    expect(readAll(dateIn, serialOf(1950, 1, 1), '1950-01-01')).toEqual([18264, 18264])
    expect(readAll(dateIn, serialOf(1949, 12, 31))).toEqual([
      'cells has 18263, use a date cell or text such as 2026-03-01',
    ])
    expect(readAll(dateIn, serialOf(9999, 12, 31) + 0.5)).toEqual([NaN])
    expect(readAll(dateIn, serialOf(9999, 12, 31) + 1)).toEqual([
      'cells has 2958466, use a date cell or text such as 2026-03-01',
    ])
  })

  test('far away stand for none at the ends of a year, and may be amounts or ids in between', () => {
    for (const [year, month, day] of [
      [2900, 1, 1],
      [2999, 12, 31],
      [9999, 1, 1],
    ] as const)
      expect(readAll(dateIn, serialOf(year, month, day)), `${year}`).toEqual([NaN])
    for (const [year, month, day] of [
      [2999, 12, 30],
      [2999, 10, 31],
      [2999, 1, 2],
      [2999, 2, 1],
    ] as const) {
      const serial = serialOf(year, month, day)
      expect(readAll(dateIn, serial)).toEqual([`cells has ${serial}, use a date cell or text such as 2026-03-01`])
    }
  })

  test('are also year, month and day in one number, from 1900 on', () => {
    expect(readAll(dateIn, 19500101, 20240229, 19000101)).toEqual([18264, serialOf(2024, 2, 29), NaN])
    for (const cell of [18991231, 20240230, 20240301100509])
      expect(readAll(dateIn, cell)).toEqual([`cells has ${cell}, use a date cell or text such as 2026-03-01`])
  })

  test('that are 1 or 2 among others are the first days of a calendar, and stand for none', () => {
    expect(readAll(dateIn, 1, 2, march)).toEqual([NaN, NaN, march])
    expect(readAll(dateIn, 1)).toEqual(['cells has 1, use a date cell or text such as 2026-03-01'])
    expect(readAll(dateIn, 3, march)[0]).toBe('cells row 1 has 3, use a date cell or text such as 2026-03-01')
  })

  test('in doubt in one row are read by that row, and the column is to be mended', () => {
    const row = rangeOf('cells', [['01/02/2026', '03/02/2026']])
    expect(() => dateIn('01/02/2026', row, 0, 0, decode)).toThrow(
      new CellError(
        '#VALUE!',
        'cells column 1 has “01/02/2026”, which may be 2026-02-01 or 2026-01-02: ' +
          'turn the column into dates, as Data in the sidebar does',
      ),
    )
  })

  test('in doubt are read by the other rows, or refused with what they may be', () => {
    expect(readAll(dateIn, '01/02/2026', '13/02/2026')[0]).toBe(serialOf(2026, 2, 1))
    expect(readAll(dateIn, '01/02/2026', '02/13/2026')[0]).toBe(serialOf(2026, 1, 2))
    expect(readAll(dateIn, '13/02/24', '31/01/24')[0]).toBe(serialOf(2024, 2, 13))
    const mend = 'turn the column into dates, as Data in the sidebar does'
    expect(readAll(dateIn, '01/02/2026', '03/02/2026')[0]).toBe(
      `cells row 1 has “01/02/2026”, which may be 2026-02-01 or 2026-01-02: ${mend}`,
    )
    expect(readAll(dateIn, '13/02/24')[0]).toBe(
      `cells has “13/02/24”, which may be 2024-02-13 or 2013-02-24: write the one that is meant`,
    )
    expect(readAll(dateIn, '01/02/2026', '13/02/2026', '02/13/2026')[0]).toBe(
      `cells row 1 has “01/02/2026”, which may be 2026-02-01 or 2026-01-02, and other rows say the one as well as the other: ${mend}`,
    )
  })

  test('beside which date cells may have been swapped are refused', () => {
    expect(readAll(dateIn, dated(serialOf(2026, 2, 1)), '13/02/2026', '1 Mar 2026', '2026-03-01')).toEqual([
      serialOf(2026, 2, 1),
      'cells row 2 has “13/02/2026”, among date cells whose days are all up to 12, such as 2026-02-01: ' +
        'day and month may have been swapped in those, import the column again as text',
      march,
      march,
    ])
    expect(readAll(dateIn, dated(serialOf(2026, 2, 14)), '13/02/2026')[1]).toBe(serialOf(2026, 2, 13))
  })

  test('are no amounts, counts or ids, and say how to mend what counts from 1970', () => {
    for (const cell of [5, 29.33, -1, 7043, 1e6, 20261301]) {
      expect(readAll(dateIn, cell)[0], String(cell)).toBe(
        `cells has ${cell}, use a date cell or text such as 2026-03-01`,
      )
    }
    for (const [cell, by] of [
      [1e9, 86400],
      [1772323200, 86400],
      [99999999999, 86400],
      [1e11, 86400000],
      [1772323200000, 86400000],
      [9999999999999, 86400000],
    ] as const)
      expect(readAll(dateIn, cell)[0]).toBe(
        `cells has ${cell}, which counts from 1970: divide it by ${by} and add 25569`,
      )
    for (const cell of [999999999, 1772323200.5, 1e13])
      expect(readAll(dateIn, cell)[0]).toBe(`cells has ${cell}, use a date cell or text such as 2026-03-01`)
    expect(readAll(dateIn, true)[0]).toContain('has TRUE')
    expect(readAll(dateIn, '1949-12-31')[0]).toContain('dates begin in 1950')
  })
})

describe('hours in a range', () => {
  test('are numbers, times and lengths of time', () => {
    expect(readAll(hoursIn, 4, dated(0.25), '1 h 30 m', '99:30:00', '90 min', '2.5', 'PT1H', '1 day, 2:00:00')).toEqual(
      [4, 6, 1.5, 99.5, 1.5, 2.5, 1, 26],
    )
    expect(readAll(hoursIn, null, ' ', 'n/a', '-', '(none)', true)).toEqual(Array<number>(6).fill(NaN))
    expect(readAll(hoursIn, 18263.5, serialOf(9999, 12, 31))).toEqual([18263.5, 2958465])
  })

  test('are refused where they may be minutes, a date or part of a sentence', () => {
    expect(readAll(hoursIn, '12:34')[0]).toBe(
      'cells has “12:34”, which may be hours and minutes or minutes and seconds: write 0:12:34 or "12 min"',
    )
    expect(readAll(hoursIn, serialOf(2026, 3, 1))[0]).toBe(
      'cells has the date 2026-03-01, not a length of time in hours',
    )
    expect(readAll(hoursIn, serialOf(1950, 1, 1), serialOf(9999, 12, 30), dated(serialOf(9999, 12, 31)))).toEqual([
      'cells row 1 has the date 1950-01-01, not a length of time in hours',
      'cells row 2 has the date 9999-12-30, not a length of time in hours',
      'cells row 3 has the date 9999-12-31, not a length of time in hours',
    ])
    for (const cell of ['~5 min', '< 5 min', '5+ hours', '1 h 30', '1,234 min', '2 business days', '5 min ago']) {
      expect(readAll(hoursIn, cell)[0], cell).toContain(`cells has “${cell}”`)
    }
  })
})

describe('what the cells of a column say about its texts', () => {
  const evidence = (...cells: unknown[]) =>
    evidenceOf(
      rangeOf(
        'cells',
        cells.map((cell) => [cell]),
      ),
      0,
      decode,
    )

  test('is the decimal mark, the order of dates, and whether dates stand in it', () => {
    expect(evidence('1.5', '31/01/2026', null, 5)).toEqual({
      mark: '.',
      order: 'day first',
      hasDates: false,
      currencies: new Set(),
      swapped: undefined,
    })
    expect(evidence('1,5', '1.5').mark).toBe('both')
    expect(evidence(dated(serialOf(2026, 2, 14)), 'x')).toMatchObject({ hasDates: true, swapped: undefined })
    expect(evidence(serialOf(2026, 2, 1), '13/02/2026').swapped).toBe(serialOf(2026, 2, 1))
    expect(evidence(serialOf(2026, 2, 2), '13/02/2026').swapped).toBeUndefined()
    expect(evidence(serialOf(2026, 2, 1), '01/02/2026').swapped).toBeUndefined()
    expect(evidence('$5', '6 EUR', 'USD 7').currencies).toEqual(new Set(['usd', 'eur']))
    expect(evidence()).toEqual({
      mark: undefined,
      order: undefined,
      hasDates: false,
      currencies: new Set(),
      swapped: undefined,
    })
  })

  test('is that of each column of a block', () => {
    const range = rangeOf('cells', [['1.5', '1,5']].concat([['2.5', '2,5']]))
    expect([0, 1].map((column) => evidenceOf(range, column, decode).mark)).toEqual(['.', ','])
  })
})

test('a title on top of numbers is words, also with a digit, and no number', () => {
  for (const cell of [
    'Score',
    'Amount (€)'.replace('€', 'net'),
    'Q1 score',
    'Revenue 2024',
    'How likely are you?',
    'Total',
    'Rating (4)',
  ])
    expect(isTitle(cell), cell).toBe(true)
  for (const cell of [
    '5',
    '$50',
    'R$ 50,00',
    '< 5',
    '1.5k',
    '2024-03-01',
    'n/a',
    '-',
    '',
    null,
    5,
    true,
    '½',
    'about 1.5',
  ])
    expect(isTitle(cell), String(cell)).toBe(false)
  expect(isTitle('Satisfied (4)', { min: 1, max: 5 })).toBe(false)
  expect(isTitle('Never (1)', { min: 1, max: 5 })).toBe(false)
  expect(isTitle('Always (5)', { min: 1, max: 5 })).toBe(false)
  expect(isTitle('Rating (4)', { min: 1, max: 3 })).toBe(true)
  expect(isTitle('Rating (0)', { min: 1, max: 3 })).toBe(true)
})

test('a cell may be a title where it is a text in the first of several rows', () => {
  const range = rangeOf('scores', [['Score'], [9]])
  expect(mayBeTitle('Score', range, 0)).toBe(true)
  expect(mayBeTitle('Score', range, 1)).toBe(false)
  expect(mayBeTitle(9, range, 0)).toBe(false)
  expect(mayBeTitle('Score', rangeOf('scores', 'Score'), 0)).toBe(false)
})

test('up to three rows on top are titles, as survey programs write them', () => {
  const range = rangeOf('scores', [['Q1'], ['How likely are you to recommend us?'], ['{"ImportId":"QID1"}'], ['9']])
  expect([0, 1, 2, 3].map((row) => isOnTop(range, row, 0, decode))).toEqual([true, true, true, false])
  expect(isOnTop(rangeOf('scores', [['Score']]), 0, 0, decode)).toBe(false)
  expect(isOnTop(rangeOf('scores', [['Score'], [9]]), 0, 0, decode)).toBe(true)
  expect([0, 1, 2, 3].map((row) => isFurtherTitle('Response', row))).toEqual([false, true, true, false])
})

test('a label is what it reads as', () => {
  const range = rangeOf('ids', [['a']])
  expect([' Ann\u00a0Lee ', '\u200b', 7, true, 0, false].map((cell) => labelIn(cell, range, 0, 0))).toEqual([
    'Ann Lee',
    null,
    7,
    true,
    0,
    false,
  ])
})

test('a target is read with blanks around and within it, and cut in the sentence', () => {
  expect(parseTarget(`${' '.repeat(100)}>=  95 per  cent `)).toMatchObject({ low: 0.95, better: 'higher' })
  expect(() => parseTarget('x'.repeat(100_000))).toThrow(/^target “x{39}…” cannot be read/)
})
