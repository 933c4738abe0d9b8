import { describe, expect, test } from 'vitest'
import { CellError, type Decode } from '../../../core/cell.ts'
import {
  columnOf,
  isBlankRow,
  place,
  rangeOf,
  unequalHeights,
  usedRows,
  type Range,
} from '../../../core/reading/range.ts'
import { plain } from '../../close.ts'
import { column } from '../../compute.ts'
import { refusal } from '../arguments/trying.ts'

describe('the cells of an argument', () => {
  test.each<[string, unknown, Omit<Range, 'name' | 'across'>]>([
    [
      'a block',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      {
        cells: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        rows: 2,
        columns: 3,
      },
    ],
    ['a column', column(1, 2), { cells: [[1], [2]], rows: 2, columns: 1 }],
    ['a single row', [[1, 2]], { cells: [[1, 2]], rows: 1, columns: 2 }],
    ['one cell in a box', [[7]], { cells: [[7]], rows: 1, columns: 1 }],
    ['one cell without a box', 7, { cells: [[7]], rows: 1, columns: 1 }],
    ['an argument left out', undefined, { cells: [[undefined]], rows: 1, columns: 1 }],
    ['a range without a row, as blank as one blank cell', [], { cells: [[null]], rows: 1, columns: 1 }],
    ['a row without a cell', [[]], { cells: [[]], rows: 1, columns: 0 }],
  ])('are a range of rows: %s', (_, raw, expected) => {
    expect(rangeOf('scores', raw)).toEqual({ name: 'scores', across: false, ...expected })
  })

  test('are one column where one is wanted, and a single row is laid down as one', () => {
    expect(columnOf('scores', column(1, 2, 3))).toEqual({
      name: 'scores',
      cells: [[1], [2], [3]],
      rows: 3,
      columns: 1,
      across: false,
    })
    expect(columnOf('scores', [[1, 2, 3]])).toEqual({
      name: 'scores',
      cells: [[1], [2], [3]],
      rows: 3,
      columns: 1,
      across: true,
    })
    expect(columnOf('scores', [[1, 2]])).toMatchObject({ rows: 2, across: true })
    expect(columnOf('scores', [[1]])).toMatchObject({ rows: 1, across: false })
    expect(columnOf('scores', 1)).toMatchObject({ cells: [[1]], across: false })
    expect(columnOf('scores', [[]])).toMatchObject({ rows: 1, columns: 0, across: false })
  })

  test.each([
    [
      [
        [1, 2],
        [3, 4],
      ],
      2,
    ],
    [
      [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ],
      3,
    ],
  ])('are refused as one column when they are a block: %j', (block, width) => {
    expect(refusal(() => columnOf('scores', block))).toBe(`#VALUE! scores must be one column, not ${width}`)
  })
})

describe('a cell is named as people count, from the top left of the range', () => {
  test.each<[string, Range, [number, number], string]>([
    ['a single cell by the argument alone', rangeOf('scores', 7), [0, 0], 'scores'],
    ['one of a column by its row', rangeOf('scores', column(1, 2, 3)), [2, 0], 'scores row 3'],
    ['the first of a column by row 1', rangeOf('scores', column(1, 2, 3)), [0, 0], 'scores row 1'],
    ['one of a single row by its column', rangeOf('scores', [[1, 2, 3]]), [0, 1], 'scores column 2'],
    [
      'one of a single row that was laid down by its column',
      columnOf('scores', [[1, 2, 3]]),
      [2, 0],
      'scores column 3',
    ],
    [
      'one of a block by both',
      rangeOf('scores', [
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
      [2, 1],
      'scores row 3 column 2',
    ],
    [
      'one of two columns by both',
      rangeOf('scores', [
        [1, 2],
        [3, 4],
      ]),
      [1, 0],
      'scores row 2 column 1',
    ],
  ])('%s', (_, range, [row, column], name) => {
    expect(place(range, row, column)).toBe(name)
  })
})

describe('blank rows', () => {
  test.each<[string, unknown[][], number]>([
    ['at the end are cut', column(1, 2, null, '', undefined, ' ', '\u00a0'), 2],
    ['between others are not', column(1, null, 3, null), 3],
    ['are all there is', column(null, '', undefined), 0],
    ['hold no zero, no FALSE and no text', [[0], [null], [false], [''], ['x'], [null]], 5],
    [
      'of a block are blank in every column',
      [
        [1, 2],
        [null, 3],
        ['', null],
      ],
      2,
    ],
    [
      'of a block end where the last column does',
      [
        [null, null],
        [null, 0],
        [null, null],
      ],
      2,
    ],
    ['hold no error', column(1, new CellError('#N/A', ''), null), 2],
  ])('%s', (_, cells, used) => {
    expect(usedRows(rangeOf('scores', cells), plain)).toBe(used)
  })

  test('are blank where the host spells a blank cell in its own way', () => {
    const decode: Decode = (raw) => (raw === 'EMPTY' ? null : plain(raw))
    expect(usedRows(rangeOf('scores', column('a', 'EMPTY')), decode)).toBe(1)
    expect(usedRows(rangeOf('scores', column('a', 'EMPTY')), plain)).toBe(2)
  })

  test('are looked at no further than the columns of the range', () => {
    expect(isBlankRow([null, '', 5], 2, plain)).toBe(true)
    expect(isBlankRow([null, '', 5], 3, plain)).toBe(false)
    expect(isBlankRow([], 0, plain)).toBe(true)
    expect(isBlankRow(['x'], 0, plain)).toBe(true)
  })

  test('and numbers are the same in every host, which is asked for neither', () => {
    const asked: unknown[] = []
    const decode: Decode = (raw) => {
      asked.push(raw)
      return plain(raw)
    }
    for (const cell of [null, '', undefined, 0, 7]) isBlankRow([cell], 1, decode)
    expect(asked).toEqual([])
    for (const cell of [' ', 'x', true]) isBlankRow([cell], 1, decode)
    expect(asked).toEqual([' ', 'x', true])
  })
})

describe('ranges that are not equally high', () => {
  const ranges = ['ids', 'dates', 'amounts'].map((name) => rangeOf(name, column(1)))

  test.each([
    [[5, 4], 'ids has 5 rows and dates has 4, select the same rows in both'],
    [[1, 4], 'ids has 1 row and dates has 4, select the same rows in both'],
    [[0, 1], 'ids has 0 rows and dates has 1, select the same rows in both'],
    [[5, 5, 1], 'ids has 5 rows and amounts has 1, select the same rows in both'],
    [[5, 4, 3], 'ids has 5 rows and dates has 4, select the same rows in both'],
  ])('with %j rows are named by the first, and the first that differs from it', (heights, sentence) => {
    const error = unequalHeights(ranges, heights)
    expect(error).toBeInstanceOf(CellError)
    expect(`${error.code} ${error.message}`).toBe(`#VALUE! ${sentence}`)
  })
})
