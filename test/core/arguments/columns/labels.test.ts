import { describe, expect, test } from 'vitest'
import { keys, numberColumn, segments, texts, type Keys } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { isPlaceholder } from '../../../../core/reading/texts/placeholders.ts'
import { column } from '../../../compute.ts'
import { dated, doubt, failure, read } from '../trying.ts'

const error = new CellError('#REF!', '')
const ids = () => [keys('customers', '')]
const groups = () => [segments('regions', '')]
const notes = () => [texts('notes', '')]
/** The label of each row, null for none. */
const labels = (args: Parameters<typeof read>[0], ...cells: unknown[]) => {
  const [{ codes, labels }] = read(args, column(...cells)) as [Keys]
  return Array.from(codes, (code) => (code < 0 ? null : labels[code]))
}

describe('keys', () => {
  test('the same label has the same code, in the order in which they come', () => {
    expect(read(ids(), column('b7', 'a3', 'b7', 'c1'))).toEqual([
      { codes: Int32Array.of(0, 1, 0, 2), labels: ['b7', 'a3', 'c1'] },
    ])
  })

  test.each<[fact: string, cells: unknown[], labels: unknown[]]>([
    ['a number and the same number in text are one', [7, '7', 8], [7, 7, 8]],
    ['a text and the same number are one', ['7', 7], ['7', '7']],
    ['a number that is shown as a date is the same number', [dated(46023), 46023, '46023'], [46023, 46023, 46023]],
    ['007 and 7 are two', ['007', 7], ['007', 7]],
    ['TRUE and the text of it are one', [true, 'TRUE', false], [true, true, false]],
    ['labels in another case are others', ['x7', 'X7'], ['x7', 'X7']],
    ['spaces around and marks that nobody sees are not part of them', ['x7', ' x7 ', 'x7\u200b'], ['x7', 'x7', 'x7']],
    ['blanks and words for none are left out', ['x7', null, '', ' ', 'n/a', '-', 'x8'], ['x7', 'x8']],
  ])('%s', (_, cells, expected) => {
    expect(labels(ids(), ...cells)).toEqual(expected)
  })

  test.each<[fact: string, cells: unknown[], labels: unknown[]]>([
    ['a word over numbers is their title', ['Zeta', 7, 8], [7, 8]],
    ['a word over ids with digits is their title, whatever is blank', ['Zeta', 'x7', null, 'x8'], ['x7', 'x8']],
    ['a word over addresses is their title', ['Zeta', 'a@b.c'], ['a@b.c']],
    ['a known title is one over names', ['Customer ID', 'Ann', 'Ben'], ['Ann', 'Ben']],
    ['a name over names is one of them', ['Ann', 'Ben'], ['Ann', 'Ben']],
    ['a name that comes again is no title', ['Customer', 'Ben', 'Customer'], ['Customer', 'Ben', 'Customer']],
    ['a word over nothing is a label', ['Zeta', null], ['Zeta']],
    ['an id with a digit is one over others', ['x1', 'x7'], ['x1', 'x7']],
  ])('%s', (_, cells, expected) => {
    expect(labels(ids(), ...cells)).toEqual(expected)
    expect(doubt(ids(), column(...cells))).toBeUndefined()
  })

  test('a question over names is taken for the title, which is said', () => {
    const cells = column('Who answered this?', 'Ann', 'Ben')
    expect(read(ids(), cells)).toEqual([{ codes: Int32Array.of(0, 1), labels: ['Ann', 'Ben'] }])
    expect(doubt(ids(), cells)).toBe(
      'customers row 1 (“Who answered this?”) is taken for the title; if it is a value, put a title above it',
    )
  })

  test('a number on top is no title', () => {
    expect(failure([...ids(), numberColumn('n', '')], column(7, 8), column('Orders', 5))).toBe(
      '#VALUE! TRY: n begins with a header and customers does not, select the same rows in both',
    )
    expect(read([...ids(), numberColumn('n', '')], column('Ann', 'Ben'), column('Orders', 5))[0]).toEqual({
      codes: Int32Array.of(0),
      labels: ['Ben'],
    })
  })

  test('only labels of complete rows are there', () => {
    expect(read([...ids(), numberColumn('n', '')], column('a', 'b', 'c', 'a', null), column(1, '', 3, 4, 5))).toEqual([
      { codes: Int32Array.of(0, 1, 0), labels: ['a', 'c'] },
      Float64Array.of(1, 3, 4),
    ])
  })

  test('a blank that is kept is -1, with all others or with some', () => {
    const kept = [keys('customers', '', { blank: 'kept' }), numberColumn('n', '')]
    const cells = column('a', null, 'n/a', 'b', 'a')
    expect(read(kept, cells, column(1, 2, 3, 4, 5))[0]).toEqual({
      codes: Int32Array.of(0, -1, -1, 1, 0),
      labels: ['a', 'b'],
    })
    expect(read(kept, cells, column('', 2, 3, 4, null))[0]).toEqual({ codes: Int32Array.of(-1, -1, 0), labels: ['b'] })
  })

  test('an error is named, and no label at all is nothing to compute from', () => {
    expect(failure(ids(), column('a', error))).toBe('#REF! TRY: customers row 2 is #REF!')
    expect(failure(ids(), column('Customer ID', 'a', error))).toBe('#REF! TRY: customers row 3 is #REF!')
    expect(failure(ids(), column(null, '', 'n/a'))).toBe('#N/A TRY: customers has no values')
    expect(failure(ids())).toBe('#VALUE! TRY: customers is missing')
    expect(failure([numberColumn('n', ''), ...ids()], column(1, 2), null)).toBe(
      '#VALUE! TRY: n has 2 rows and customers has 0, select the same rows in both',
    )
  })
})

describe('groups', () => {
  test.each<[fact: string, cells: unknown[], labels: unknown[]]>([
    ['are the same in any case, as the first one is written', ['East', 'EAST', ' east '], ['East', 'East', 'East']],
    ['are the same with an accent in either spelling', ['Caf\u00e9', 'CAFE\u0301'], ['Caf\u00e9', 'Caf\u00e9']],
    ['may be numbers and TRUE', [7, '7', true, 'True'], [7, 7, true, true]],
    ['are left out where they are blank', ['East', null, '', ' ', 'West'], ['East', 'West']],
    ['may be called n/a', ['East', 'n/a', 'N/A'], ['East', 'n/a', 'n/a']],
    ['have a title in any word over numbers', ['Zeta', 7, null, 8], [7, 8]],
    ['have a known title', ['Region', 'East', 'West'], ['East', 'West']],
    ['have none above blanks', ['Zeta', null, ''], ['Zeta']],
    ['have none in a word over numbers and words', ['Zeta', 7, 'b'], ['Zeta', 7, 'b']],
  ])('%s', (_, cells, expected) => {
    expect(labels(groups(), ...cells)).toEqual(expected)
  })

  test('a first group that does not come again counts, or is taken for the title where all others do, which is said', () => {
    const once = column('East', 'West', 'North')
    expect(read(groups(), once)).toEqual([{ codes: Int32Array.of(0, 1, 2), labels: ['East', 'West', 'North'] }])
    expect(doubt(groups(), once)).toBe(
      'regions row 1 (“East”) counts; if that is a title, select from the row below it',
    )
    const again = column('East', 'West', 'North', 'North', 'West')
    expect(read(groups(), again)).toEqual([{ codes: Int32Array.of(0, 1, 1, 0), labels: ['West', 'North'] }])
    expect(doubt(groups(), again)).toBe(
      'regions row 1 (“East”) is taken for the title; if it is a value, put a title above it',
    )
    expect(doubt(groups(), column('Region', 'West'))).toBeUndefined()
    expect(doubt(groups(), column('Zeta', 7))).toBeUndefined()
  })

  test('a number on top is no title, and a word goes with a title beside it', () => {
    const beside = [...groups(), numberColumn('n', '')]
    expect(failure(beside, column(7, 'East'), column('Orders', 5))).toBe(
      '#VALUE! TRY: n begins with a header and regions does not, select the same rows in both',
    )
    expect(read(beside, column('Part', 'East'), column('Orders', 5))[0]).toEqual({
      codes: Int32Array.of(0),
      labels: ['East'],
    })
  })

  test('a title that the argument names is one, whatever stands beside and below', () => {
    const titled = [segments('regions', '', { titles: ['part of town'] }), numberColumn('n', '')]
    expect(failure(titled, column('Part_of town:', 'East'), column(5, 6))).toBe(
      '#VALUE! TRY: regions begins with a header and n does not, select the same rows in both',
    )
    expect(read(titled, column('Part', 'East'), column(5, 6))[0]).toEqual({
      codes: Int32Array.of(0, 1),
      labels: ['Part', 'East'],
    })
    expect(read(titled, column(7, 'East'), column(5, 6))[0]).toEqual({
      codes: Int32Array.of(0, 1),
      labels: [7, 'East'],
    })
  })

  test('words that the argument takes for none are left out or kept as none', () => {
    const cells = ['East', 'n/a', 7, '-', 'West']
    expect(labels([segments('regions', '', { isNone: isPlaceholder })], ...cells)).toEqual(['East', 7, 'West'])
    expect(labels([segments('regions', '', { isNone: isPlaceholder, blank: 'kept' })], ...cells)).toEqual([
      'East',
      null,
      7,
      null,
      'West',
    ])
  })

  test('they may be left out where that is allowed', () => {
    const optional = [numberColumn('n', ''), segments('regions', '', { default: null })]
    for (const blank of [undefined, null, '']) {
      expect(read(optional, column(1, 2), blank)).toEqual([Float64Array.of(1, 2), null])
    }
    expect(failure([numberColumn('n', ''), ...groups()], column(1, 2), '')).toBe(
      '#VALUE! TRY: n has 2 rows and regions has 0, select the same rows in both',
    )
  })
})

describe('texts', () => {
  test.each<[fact: string, cells: unknown[], texts: string[]]>([
    ['stand as they are written', ['Late again', 'late again'], ['Late again', 'late again']],
    ['are clean of spaces that nobody means', [' Late  again\n', 'a\u00a0b'], ['Late again', 'a b']],
    ['may be numbers and TRUE', ['Late', 7, true], ['Late', '7', 'true']],
    ['are left out where they are blank', ['Late', null, '', ' ', 'Slow'], ['Late', 'Slow']],
    ['may be n/a', ['Late', 'n/a'], ['Late', 'n/a']],
    ['have a known title', ['Comment (optional)', 'Late', null], ['Late']],
    ['have no title in a first text that comes again', ['Comment', 'Late', 'comment'], ['Comment', 'Late', 'comment']],
    ['have none where the others come again', ['Zeta', 'a', 'b', 'a', 'b'], ['Zeta', 'a', 'b', 'a', 'b']],
  ])('%s', (_, cells, expected) => {
    expect(read(notes(), column(...cells))).toEqual([expected])
    expect(doubt(notes(), column(...cells))).toBeUndefined()
  })

  test('a question over answers is taken for the title, which is said', () => {
    const cells = column('What went wrong?', 'Late', 'Slow')
    expect(read(notes(), cells)).toEqual([['Late', 'Slow']])
    expect(doubt(notes(), cells)).toBe(
      'notes row 1 (“What went wrong?”) is taken for the title; if it is a value, put a title above it',
    )
  })

  test('a title that the argument names is one, whatever stands beside and below', () => {
    const titled = [texts('notes', '', { titles: ['says'] }), numberColumn('n', '')]
    expect(failure(titled, column('Says', 'Late'), column(5, 6))).toBe(
      '#VALUE! TRY: notes begins with a header and n does not, select the same rows in both',
    )
    expect(read(titled, column('Said', 'Late'), column(5, 6))[0]).toEqual(['Said', 'Late'])
    expect(read(titled, column(null, 'Late'), column('Score', 6))[0]).toEqual(['Late'])
  })

  test('a blank that is kept is "", as is a word that the argument takes for none', () => {
    const cells = column('Late', null, ' ', 'n/a')
    expect(read([texts('notes', '', { blank: 'kept' })], cells)).toEqual([['Late', '', '', 'n/a']])
    expect(read([texts('notes', '', { blank: 'kept', isNone: isPlaceholder })], cells)).toEqual([['Late', '', '', '']])
    expect(read([texts('notes', '', { isNone: isPlaceholder })], cells)).toEqual([['Late']])
  })

  test('a row that is incomplete is left out, below a title as well', () => {
    const beside = [...notes(), numberColumn('n', '')]
    expect(read(beside, column('Comment', null, 'b', 'c'), column('Score', 6, 7, ''))).toEqual([
      ['b'],
      Float64Array.of(7),
    ])
  })

  test('an error is named, and no text at all is nothing to compute from', () => {
    expect(failure(notes(), column('Late', error))).toBe('#REF! TRY: notes row 2 is #REF!')
    expect(failure(notes(), column('Comments', 'Late', error))).toBe('#REF! TRY: notes row 3 is #REF!')
    expect(failure(notes(), column(null, '', ' '))).toBe('#N/A TRY: notes has no values')
    expect(failure(notes())).toBe('#VALUE! TRY: notes is missing')
  })

  test('they may be left out where that is allowed', () => {
    const optional = [numberColumn('n', ''), texts('notes', '', { default: null })]
    for (const blank of [undefined, null, '']) expect(read(optional, column(1, 2), blank)[1]).toBeNull()
    expect(failure([numberColumn('n', ''), ...notes()], column(1, 2), '')).toBe(
      '#VALUE! TRY: n has 2 rows and notes has 0, select the same rows in both',
    )
  })
})
