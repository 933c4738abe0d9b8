import { describe, expect, test } from 'vitest'
import { number, numberBlock, numberColumn, texts, type NumberBlock } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { dated, failure, read } from '../trying.ts'

const args = () => [numberColumn('scores', '')]
const values = (...cells: unknown[]) => Array.from(read(args(), column(...cells))[0] as Float64Array)

describe('a column of numbers', () => {
  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['holds numbers of any size', [-1.5, 0, 1e300], [-1.5, 0, 1e300]],
    ['holds numbers in text', ['5', ' 1,234.5 ', '80%', '($40)'], [5, 1234.5, 0.8, -40]],
    ['loses blanks, words and TRUE', [5, null, '', ' ', 'late', 'n/a', true, 0], [5, 0]],
    ['may have a title', ['Score', 5, 6], [5, 6]],
    ['may have a title with a digit', ['Q1 score', 5, 6], [5, 6]],
    ['may have a title above a blank', ['Score', null, 6], [6]],
    ['may be a single cell', [5], [5]],
    ['may begin with TRUE, which is no title', [true, 5], [5]],
  ])('%s', (_, cells, expected) => {
    expect(values(...cells)).toEqual(expected)
  })

  test('a single row is a column that lies down', () => {
    expect(read(args(), [['Score', 5, null, 6]])).toEqual([Float64Array.of(5, 6)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    [
      '#VALUE! TRY: scores row 2 has “5 apples”, keep only the number, or clear the cell if there is none',
      [5, '5 apples'],
    ],
    [
      '#VALUE! TRY: scores row 1 has “5 apples”, keep only the number; if that is a title, select from the row below it',
      ['5 apples', 5],
    ],
    ['#VALUE! TRY: scores row 2 has the date 2026-01-01, not a number', [5, dated(46023)]],
    ['#REF! TRY: scores row 3 is #REF!', ['Score', 5, new CellError('#REF!', '')]],
    ['#N/A TRY: scores has no values', [null, '', ' ']],
    ['#N/A TRY: scores has no values', ['Score', 'late']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(sentence)
  })

  test('it is one column', () => {
    expect(
      failure(args(), [
        [1, 2],
        [3, 4],
      ]),
    ).toBe('#VALUE! TRY: scores must be one column, not 2')
  })
})

describe('limits of a column of numbers', () => {
  const whole = () => [numberColumn('scores', '', { min: -1, max: 10, whole: true, hint: 'as asked' })]

  test('values at the limits are within them, in text as well', () => {
    expect(read(whole(), column(-1, 10, '-1', '10', 0))).toEqual([Float64Array.of(-1, 10, -1, 10, 0)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['scores row 2 has -2, outside -1 to 10, as asked', [5, -2]],
    ['scores row 3 has 11, outside -1 to 10, as asked', ['Score', 5, 11]],
    ['scores row 2 has 10.5, outside -1 to 10, as asked', [5, '10.5']],
    ['scores row 1 has 4.5, not a whole number', [4.5, 5]],
    ['scores row 2 has 4.5, not a whole number', [5, '4.5']],
    ['scores has 11, outside -1 to 10, as asked', [11]],
  ])('%s', (sentence, cells) => {
    expect(failure(whole(), column(...cells))).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('they may be open on one side', () => {
    expect(failure([numberColumn('n', '', { min: 0 })], column(-0.5, 1e9))).toBe(
      '#VALUE! TRY: n row 1 has -0.5, below 0',
    )
    expect(failure([numberColumn('n', '', { max: 1 })], column(-1e9, 1.5))).toBe(
      '#VALUE! TRY: n row 2 has 1.5, above 1',
    )
    expect(read([numberColumn('n', '', { min: 0 })], column(0.5, 1e9))).toEqual([Float64Array.of(0.5, 1e9)])
  })

  test('they may be given in another argument', () => {
    const scaled = [numberColumn('scores', '', { min: 0, max: 'top' }), number('top', '', { default: 10 })]
    expect(read(scaled, column(0, 10))[0]).toEqual(Float64Array.of(0, 10))
    expect(failure(scaled, column(0, 6), 5)).toBe('#VALUE! TRY: scores row 2 has 6, outside 0 to 5')
  })

  test('an answer of the scale may have its words behind it', () => {
    const scaled = [numberColumn('scores', '', { min: 0, max: 10 })]
    expect(read(scaled, column('9 - Likely', 10))).toEqual([Float64Array.of(9, 10)])
  })
})

describe('a blank that is kept is NaN', () => {
  const kept = () => [texts('names', ''), numberColumn('scores', '', { blank: 'kept', min: 0 })]

  test('as are words, and the row stays', () => {
    expect(read(kept(), column('a', 'b', 'c', 'd'), column(5, null, 'late', 7))).toEqual([
      ['a', 'b', 'c', 'd'],
      Float64Array.of(5, NaN, NaN, 7),
    ])
  })

  test('unless the row is blank in another column', () => {
    expect(read(kept(), column('a', null, 'c'), column(5, 6, ''))).toEqual([['a', 'c'], Float64Array.of(5, NaN)])
  })
})

describe('where a word among numbers is refused', () => {
  const strict = () => [numberColumn('scores', '', { refuseWords: 'write 0 for none' })]

  test('blanks, words for none, TRUE and a title are not', () => {
    expect(read(strict(), column('Score', 5, null, ' ', 'n/a', '-', true, 6))).toEqual([Float64Array.of(5, 6)])
  })

  test('it is named with its place and how to mend it', () => {
    expect(failure(strict(), column(5, 'late'))).toBe('#VALUE! TRY: scores row 2 has “late”, write 0 for none')
    expect(failure(strict(), column('Score', 5, 'late'))).toBe('#VALUE! TRY: scores row 3 has “late”, write 0 for none')
    expect(failure(strict(), 'late')).toBe('#VALUE! TRY: scores has “late”, write 0 for none')
  })
})

describe('a column of numbers beside another', () => {
  const two = () => [numberColumn('a', ''), numberColumn('b', '')]

  test.each([[null], [' '], ['n/a'], [true]])('%j in its first cell goes with a title beside it', (first) => {
    expect(read(two(), column(first, 5), column('Score', 6))).toEqual([Float64Array.of(5), Float64Array.of(6)])
  })

  test.each([[4], ['4'], ['4 stars'], ['four']])('%j in its first cell does not', (first) => {
    expect(failure(two(), column(first, 5), column('Score', 6))).toBe(
      '#VALUE! TRY: b begins with a header and a does not, select the same rows in both',
    )
  })

  test('one cell stands for all rows where that is allowed', () => {
    const shared = [numberColumn('a', ''), numberColumn('b', '', { oneForAll: true, max: 9 })]
    expect(read(shared, column('A', 1, null, 3), 7)).toEqual([Float64Array.of(1, 3), Float64Array.of(7, 7)])
    expect(failure(shared, column(1, 2), 10)).toBe('#VALUE! TRY: b has 10, above 9')
    expect(failure(shared, column(1, 2), '')).toBe('#VALUE! TRY: b is blank')
    expect(failure(two(), column(1, 2), 7)).toBe('#VALUE! TRY: a has 2 rows and b has 1, select the same rows in both')
  })

  test('it may be left out where that is allowed', () => {
    const optional = [numberColumn('a', ''), numberColumn('b', '', { default: null })]
    for (const blank of [undefined, null, '']) {
      expect(read(optional, column(1, 2), blank)).toEqual([Float64Array.of(1, 2), null])
    }
    expect(read(optional, column(1, 2), column(3, 4))[1]).toEqual(Float64Array.of(3, 4))
    expect(failure(two(), column(1, 2))).toBe('#VALUE! TRY: b is missing')
    expect(failure(two(), column(1, 2), null)).toBe(
      '#VALUE! TRY: a has 2 rows and b has 0, select the same rows in both',
    )
  })
})

describe('a block of numbers', () => {
  const block = () => [numberBlock('drivers', '')]
  const drivers = (...rows: unknown[][]) => read(block(), rows)[0] as NumberBlock

  test('its columns stand side by side, without a row that has a blank in any', () => {
    expect(drivers([1, '2'], [3, null], ['late', 5], [6, 7])).toEqual({
      columns: [Float64Array.of(1, 6), Float64Array.of(2, 7)],
      titles: null,
    })
  })

  test('its header names them, "" where it does not', () => {
    expect(drivers(['Speed', ' ', 'Price  paid'], [1, 2, 3], [4, 5, 6])).toEqual({
      columns: [Float64Array.of(1, 4), Float64Array.of(2, 5), Float64Array.of(3, 6)],
      titles: ['Speed', '', 'Price paid'],
    })
  })

  test('below a header a row with a blank is left out as well', () => {
    expect(drivers(['Speed', 'Price'], [1, null], [3, 4], [5, 6], ['', '8'])).toEqual({
      columns: [Float64Array.of(3, 5), Float64Array.of(4, 6)],
      titles: ['Speed', 'Price'],
    })
  })

  test('a column without a number is named, not the whole block', () => {
    expect(
      failure(block(), [
        ['Speed', 'Loyal'],
        [1, 'yes'],
        [2, 'no'],
      ]),
    ).toBe('#N/A TRY: drivers column 2 has no numbers; write yes and no as 1 and 0')
    expect(
      failure(block(), [
        [true, 1, 2],
        [false, 3, 4],
      ]),
    ).toBe('#N/A TRY: drivers column 1 has no numbers; write yes and no as 1 and 0')
    expect(
      failure(block(), [
        ['Speed', 'Loyal'],
        ['late', 'yes'],
      ]),
    ).toBe('#N/A TRY: drivers has no values')
  })

  test('a cell is named by its row and column', () => {
    expect(
      failure(block(), [
        ['Speed', 'Price'],
        [1, new CellError('#N/A', '')],
      ]),
    ).toBe('#N/A TRY: drivers row 2 column 2 is #N/A')
    expect(
      failure(block(), [
        [1, dated(46023)],
        [2, 3],
      ]),
    ).toBe('#VALUE! TRY: drivers row 1 column 2 has the date 2026-01-01, not a number')
  })

  test('it cannot be left out', () => {
    expect(failure(block())).toBe('#VALUE! TRY: drivers is missing')
    expect(failure([numberColumn('a', ''), block()[0]!], column(1, 2), null)).toBe(
      '#VALUE! TRY: a has 2 rows and drivers has 0, select the same rows in both',
    )
  })
})
