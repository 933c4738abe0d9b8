import { describe, expect, test } from 'vitest'
import { isoText } from '../../../core/statistics/time/calendar.ts'
import { readCsv } from '../../../core/data/csv/csv.ts'
import { csvText } from '../../../workbench/files/csv/csvText.ts'

const rowsOf = (text: string) => readCsv(text).rows
/** The cells of a file with one column, beside a column of words that keeps the delimiter certain. */
const columnOf = (cells: readonly string[], delimiter = ',') => {
  const quoted = cells.map((cell) => `x${delimiter}"${cell}"`)
  return rowsOf(['word', ...quoted].join('\n').replace('word', `word${delimiter}column`))
    .slice(1)
    .map((row) => row[1])
}
const formatOf = (cells: readonly string[]) =>
  readCsv(['a,b', ...cells.map((cell) => `x,"${cell}"`)].join('\n')).formats[1]

describe('the cells of a file', () => {
  test.each([
    ['commas', 'a,b\n1,x\n2,y'],
    ['semicolons', 'a;b\n1;x\n2;y'],
    ['tabs', 'a\tb\n1\tx\n2\ty'],
    ['bars', 'a|b\n1|x\n2|y'],
    ['the delimiter named in the first line', 'sep=;\na;b\n1;x\n2;y'],
    ['Windows line ends', 'a,b\r\n1,x\r\n2,y\r\n'],
  ])('%s are recognised', (_, text) => {
    expect(rowsOf(text)).toEqual([
      ['a', 'b'],
      [1, 'x'],
      [2, 'y'],
    ])
  })

  test('semicolons are recognised beside decimal commas', () => {
    expect(rowsOf('a;b\n1,5;2,5\n3,25;4,75')).toEqual([
      ['a', 'b'],
      [1.5, 2.5],
      [3.25, 4.75],
    ])
  })

  test('a file of one column needs no delimiter', () => {
    expect(rowsOf('score\n9\n10\n')).toEqual([['score'], [9], [10]])
  })

  test('a quoted cell may hold delimiters, quotes and line breaks', () => {
    expect(rowsOf('a,b\n"one, two","she said ""no""\nand left"')[1]).toEqual(['one, two', 'she said "no"\nand left'])
  })

  test('an empty cell is blank, and a cell of one space is that space', () => {
    expect(columnOf(['', ' ', 'x'])).toEqual([null, ' ', 'x'])
  })

  test('a blank line between others is a blank row, and those at the end are none', () => {
    expect(rowsOf('score\n9\n\n10\n\n\n')).toEqual([['score'], [9], [null], [10]])
  })

  test('a row may be shorter than the others', () => {
    expect(rowsOf('a,b\n1\n2,3')).toEqual([['a', 'b'], [1], [2, 3]])
  })

  test('an empty file has no rows', () => {
    expect(readCsv('')).toEqual({ rows: [], formats: [] })
  })

  test('text that looks like a formula is text', () => {
    expect(columnOf(['=1+1', '+A1', '@x'])).toEqual(['=1+1', '+A1', '@x'])
  })

  test('TRUE and FALSE are yes and no, in any case', () => {
    expect(columnOf(['TRUE', 'false', 'yes'])).toEqual([true, false, 'yes'])
  })
})

describe('numbers', () => {
  test.each([
    ['whole numbers', ['0', '12', '-7', '+3'], [0, 12, -7, 3]],
    ['decimal points', ['1.5', '.25', '-0.75'], [1.5, 0.25, -0.75]],
    ['decimal commas', ['12,5', '0,25', '-3,1'], [12.5, 0.25, -3.1]],
    ['commas between thousands', ['1,234.50', '999', '1,234,567'], [1234.5, 999, 1234567]],
    ['points between thousands', ['1.234,56', '12,5', '1.234.567'], [1234.56, 12.5, 1234567]],
    ['powers of ten', ['1.5e-7', '2E+05'], [1.5e-7, 200000]],
    ['spaces around', [' 9 ', ' 10'], [9, 10]],
  ])('%s are read', (_, cells, values) => {
    expect(columnOf(cells)).toEqual(values)
  })

  test('words between numbers stay words', () => {
    expect(columnOf(['9', 'n/a', '10'])).toEqual([9, 'n/a', 10])
  })

  test('1,234 is a thousand where commas part the cells, which leaves them out of numbers', () => {
    expect(columnOf(['1,234', '5,678'])).toEqual([1234, 5678])
  })

  test.each(['1,234', '1.234'])('%s alone stays text where semicolons part the cells', (cell) => {
    expect(columnOf([cell, cell], ';')).toEqual([cell, cell])
  })

  test('another column can settle what 1.234 means', () => {
    expect(rowsOf('a;b\n1.234;0,5\n5.678;12,25').slice(1)).toEqual([
      [1234, 0.5],
      [5678, 12.25],
    ])
  })

  test('a column in which both marks are decimal stays text', () => {
    expect(columnOf(['12,5', '12.5'])).toEqual(['12,5', '12.5'])
  })

  test('a column with leading zeros or more than 15 digits holds ids, which are text', () => {
    expect(columnOf(['007', '12'])).toEqual(['007', '12'])
    expect(columnOf(['1234567890123456', '12'])).toEqual(['1234567890123456', '12'])
    expect(columnOf(['123456789012345', '0'])).toEqual([123456789012345, 0])
  })

  test('percentages are shares, shown as they were written', () => {
    expect(columnOf(['80%', '7 %', '12.5%'])).toEqual([0.8, 0.07, 0.125])
    expect(formatOf(['80%', '7%'])).toBe('0%')
    expect(formatOf(['80%', '12.5%'])).toBe('0.0%')
  })

  test.each([
    ['money with its sign before', ['$1,234.50', '$9', '-$3.00', '($4.00)'], [1234.5, 9, -3, -4], '[$$]#,##0.00'],
    ['money with its sign behind', ['1.234,50 €', '12,00 €'], [1234.5, 12], '#,##0.00[$ €]'],
    ['money in letters', ['R$ 50,00', 'R$ 1.000,00'], [50, 1000], '[$R$ ]#,##0.00'],
    ['negative numbers in brackets', ['(99.00)', '12.00'], [-99, 12], undefined],
    ['numbers behind an apostrophe', ["'-60", "'5"], [-60, 5], undefined],
    ['the minus of Unicode', ['\u22125', '5'], [-5, 5], undefined],
  ])('%s is read as in formulas', (_, cells, values, format) => {
    expect(columnOf(cells)).toEqual(values)
    expect(formatOf(cells)).toBe(format)
  })

  test('amounts of two currencies stay text, so that nothing adds them up', () => {
    expect(columnOf(['$5.00', '€6.00'])).toEqual(['$5.00', '€6.00'])
  })

  test.each(['1.5k', '< 50', '10 - Extremely likely', 'Q1', '3/4', '12:30', 'Item 12'])('“%s” stays text', (cell) => {
    expect(columnOf([cell, cell])).toEqual([cell, cell])
  })

  test('numbers beside percentages are not shown as percentages', () => {
    expect(formatOf(['80%', '0.8'])).toBeUndefined()
  })
})

describe('dates', () => {
  const datesOf = (cells: readonly string[]) =>
    columnOf(cells).map((value) => (typeof value === 'number' ? isoText(value) : value))

  test('ISO dates are dates', () => {
    expect(datesOf(['2026-03-01', '1999-12-31'])).toEqual(['2026-03-01', '1999-12-31'])
    expect(columnOf(['2026-03-01'])).toEqual([46082])
    expect(formatOf(['2026-03-01'])).toBe('yyyy-mm-dd')
  })

  test('an ISO date may have a time, which is that of the clock on the wall', () => {
    expect(datesOf(['2026-03-01T09:30', '2026-03-01 23:59:00', '2026-03-01T12:00:00Z'])).toEqual([
      '2026-03-01T09:30',
      '2026-03-01T23:59',
      '2026-03-01T12:00',
    ])
    expect(formatOf(['2026-03-01T09:30'])).toBe('yyyy-mm-dd hh:mm')
  })

  test('one day above 12 tells for the whole column that days come first', () => {
    expect(datesOf(['01/02/2026', '13/02/2026'])).toEqual(['2026-02-01', '2026-02-13'])
    expect(datesOf(['1.2.2026', '28.2.2026 08:15'])).toEqual(['2026-02-01', '2026-02-28T08:15'])
  })

  test('one day above 12 tells for the whole column that months come first', () => {
    expect(datesOf(['01/02/2026', '02/13/2026'])).toEqual(['2026-01-02', '2026-02-13'])
  })

  test('dates of exports are read as in formulas', () => {
    expect(datesOf(['01-Mar-24', '15/Jan/24 10:30 AM'])).toEqual(['2024-03-01', '2024-01-15T10:30'])
    expect(datesOf(['Mar 1, 2024', '1 March 2024'])).toEqual(['2024-03-01', '2024-03-01'])
    expect(datesOf(['2024-03-01 10:00:00 +0000', '2024-03-02 9:05 UTC'])).toEqual([
      '2024-03-01T10:00',
      '2024-03-02T09:05',
    ])
  })

  test('clocks of two zones in one file stay text, so that nothing takes the hours between them', () => {
    const cells = ['2024-03-01T10:00:00Z', '2024-03-01T12:00:00+02:00']
    expect(rowsOf(`created,replied\n${cells.join(',')}`)[1]).toEqual(cells)
  })

  test('a column that leaves the order open stays text', () => {
    expect(columnOf(['01/02/2026', '03/04/2026'])).toEqual(['01/02/2026', '03/04/2026'])
  })

  test('a column that contradicts itself stays text', () => {
    expect(columnOf(['13/02/2026', '02/13/2026'])).toEqual(['13/02/2026', '02/13/2026'])
  })

  test('a day that no calendar has stays text', () => {
    expect(columnOf(['2026-02-30', '2026-13-01'])).toEqual(['2026-02-30', '2026-13-01'])
    expect(datesOf(['31/02/2026', '28/02/2026'])).toEqual(['31/02/2026', '2026-02-28'])
  })

  test('dates among numbers stay text, since a column has one format', () => {
    expect(columnOf(['2026-03-01', '5'])).toEqual(['2026-03-01', 5])
  })
})

describe('the bytes of a file', () => {
  const text = 'größe,café\n5,ja'
  const utf16 = (bigEndian: boolean) => {
    const bytes = new Uint8Array(2 + 2 * text.length)
    const view = new DataView(bytes.buffer)
    ;['\ufeff', ...text].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), !bigEndian))
    return bytes
  }

  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16(false)],
    ['UTF-16, high byte first', utf16(true)],
    ['Windows-1252', Uint8Array.from([...text], (letter) => letter.charCodeAt(0))],
  ])('%s is recognised', (_, bytes) => {
    expect(csvText(bytes)).toBe(text)
  })
})
