import { describe, expect, test } from 'vitest'
import { names, number, numberColumn, numbers, table, unread, unreadRest } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { cells as decode, dated, failure, read, readBody } from '../trying.ts'

const error = new CellError('#REF!', '')

describe('the numbers of a range', () => {
  const args = () => [numbers('costs', '')]

  test.each<[fact: string, range: unknown, values: number[]]>([
    [
      'are read row by row',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [1, 2, 3, 4, 5, 6],
    ],
    ['may be text', column('5', '1,234.5', '80%'), [5, 1234.5, 0.8]],
    [
      'stand among blanks, words and TRUE',
      [
        [1, null, 'late'],
        ['', true, 2],
        [' ', 'n/a', 0],
      ],
      [1, 2, 0],
    ],
    ['may be one', 7, [7]],
    [
      'may have titles',
      [
        ['Cost', 'Price'],
        [1, 2],
      ],
      [1, 2],
    ],
    [
      'may have titles with a digit',
      [
        ['Q1 costs', 'Q2 costs'],
        [1, 2],
      ],
      [1, 2],
    ],
    ['may have three rows of titles', column('Q1 costs', 'Response', 'What did quarter 1 cost?', 5), [5]],
  ])('%s', (_, range, values) => {
    expect(read(args(), range)).toEqual([Float64Array.from(values)])
  })

  test.each<[sentence: string, range: unknown]>([
    [
      '#VALUE! TRY: costs row 2 column 2 has “5 apples”, keep only the number, or clear the cell if there is none',
      [
        [1, 2],
        [3, '5 apples'],
      ],
    ],
    [
      '#VALUE! TRY: costs row 4 has “Q1 costs”, keep only the number, or clear the cell if there is none',
      column('Costs', 'Response', 'What did it cost?', 'Q1 costs', 5),
    ],
    [
      '#VALUE! TRY: costs row 2 has “Q1 costs”, keep only the number, or clear the cell if there is none',
      column(4, 'Q1 costs'),
    ],
    ['#VALUE! TRY: costs column 2 has the date 2026-01-01, not a number', [[1, dated(46023)]]],
    [
      '#REF! TRY: costs row 2 column 1 is #REF!',
      [
        [1, 2],
        [error, 4],
      ],
    ],
    ['#N/A TRY: costs has no numbers', column(null, '', ' ')],
    ['#N/A TRY: costs has no numbers', column('Cost', 'late', true)],
    ['#N/A TRY: costs has no numbers', null],
    ['#N/A TRY: costs has no numbers', []],
  ])('%s', (sentence, range) => {
    expect(failure(args(), range)).toBe(sentence)
  })

  test('a title is looked for only where it has not been cut already', () => {
    expect(() => readBody(args(), column('Q1 costs', 5))).toThrow('costs row 1 has “Q1 costs”')
    expect(readBody(args(), column('Costs', 5))).toEqual([Float64Array.of(5)])
  })

  test('they may be left out, or be none, only where that is allowed', () => {
    const optional = [numbers('costs', '', { default: null })]
    for (const blank of [undefined, null, '', column(null, ' '), column('late')]) {
      expect(read(optional, blank)).toEqual([null])
    }
    expect(read(optional, column(5, null))).toEqual([Float64Array.of(5)])
    expect(failure(args())).toBe('#VALUE! TRY: costs is missing')
    expect(read([numbers('costs', '', { empty: 'allowed' })], column('Cost', null))).toEqual([new Float64Array(0)])
    expect(failure([numbers('costs', '', { empty: 'allowed' })])).toBe('#VALUE! TRY: costs is missing')
    expect(failure([numbers('costs', '', { empty: 'refused' })], '')).toBe('#N/A TRY: costs has no numbers')
  })

  test('an argument that may be left out says so, and one that may not', () => {
    expect([numbers('costs', '', { default: null }).optional, args()[0]!.optional]).toEqual([true, false])
    expect([names('stages', '', { default: null }).optional, names('stages', '').optional]).toEqual([true, false])
  })

  test('they need not be as many as the rows of a column', () => {
    expect(read([numberColumn('a', ''), numbers('costs', '')], column(1, 2), column(3, 4, 5))).toEqual([
      Float64Array.of(1, 2),
      Float64Array.of(3, 4, 5),
    ])
  })
})

describe('limits of the numbers of a range', () => {
  const args = () => [numbers('costs', '', { min: -1, max: 10, whole: true, hint: 'as asked' })]

  test('values at the limits are within them, in text as well', () => {
    expect(read(args(), column(-1, 10, '-1', '10', 0))).toEqual([Float64Array.of(-1, 10, -1, 10, 0)])
  })

  test.each<[sentence: string, range: unknown]>([
    ['costs row 2 has -2, outside -1 to 10, as asked', column(5, -2)],
    ['costs row 2 has 11, outside -1 to 10, as asked', column(5, '11')],
    [
      'costs row 2 column 2 has 10.5, outside -1 to 10, as asked',
      [
        [1, 2],
        [3, 10.5],
      ],
    ],
    ['costs row 1 has 4.5, not a whole number', column(4.5, 5)],
    ['costs has 11, outside -1 to 10, as asked', 11],
  ])('%s', (sentence, range) => {
    expect(failure(args(), range)).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('they may be open on one side', () => {
    expect(failure([numbers('n', '', { min: 0 })], column(-0.5, 1e9))).toBe('#VALUE! TRY: n row 1 has -0.5, below 0')
    expect(failure([numbers('n', '', { max: 1 })], column(-1e9, 1.5))).toBe('#VALUE! TRY: n row 2 has 1.5, above 1')
    expect(read([numbers('n', '', { min: 0 })], column(0.5, 1e9))).toEqual([Float64Array.of(0.5, 1e9)])
  })

  test('they may be given in another argument', () => {
    const scaled = [numbers('scores', '', { min: 0, max: 'top' }), number('top', '', { default: 10 })]
    expect(failure(scaled, column(0, 6), 5)).toBe('#VALUE! TRY: scores row 2 has 6, outside 0 to 5')
    expect(read(scaled, column('9 - Likely', '10'))[0]).toEqual(Float64Array.of(9, 10))
  })
})

describe('where the place of each number counts', () => {
  const strict = () => [numbers('flows', '', { gaps: 'refused' })]
  const open = () => [numbers('flows', '', { gaps: 'at the end' })]

  test.each<[fact: string, range: unknown, values: number[]]>([
    ['every cell has one', column(1, '2', 0), [1, 2, 0]],
    ['a title is no gap', column('Flow', 1, 2), [1, 2]],
    ['two lines of titles are none', column('Flow', 'Response', 1, 2), [1, 2]],
    ['a title with a digit is none', column('Q1 flow', 1, 2), [1, 2]],
    ['a cell alone has no place', 7, [7]],
  ])('%s', (_, range, values) => {
    expect(read(strict(), range)).toEqual([Float64Array.from(values)])
    expect(read(open(), range)).toEqual([Float64Array.from(values)])
  })

  test.each<[place: string, range: unknown]>([
    ['row 2', column(1, null, 3)],
    ['row 3', column('Flow', 1, '', 'late', 3)],
    ['row 1', column(null, 3)],
    ['column 2', [[1, 'n/a', 3]]],
    [
      'row 1 column 2',
      [
        [1, ' '],
        [3, 4],
      ],
    ],
    [
      'row 2 column 1',
      [
        [1, 2],
        [true, 4],
      ],
    ],
  ])('the first gap is named: %s', (place, range) => {
    expect(failure(strict(), range)).toBe(`#VALUE! TRY: flows ${place} has no number, write 0 if there is none`)
    expect(failure(open(), range)).toBe(`#VALUE! TRY: flows ${place} has no number, and others follow`)
  })

  test('gaps at the end are allowed where it is said so, and refused otherwise', () => {
    expect(read(open(), column('Flow', 1, 2, null, '', 'n/a'))).toEqual([Float64Array.of(1, 2)])
    expect(failure(strict(), column('Flow', 1, 2, null))).toBe(
      '#VALUE! TRY: flows row 4 has no number, write 0 if there is none',
    )
  })

  test('a blank cell alone is no gap, there are no numbers', () => {
    for (const blank of [null, '', ' ', column(null)]) {
      expect(failure(strict(), blank)).toBe('#N/A TRY: flows has no numbers')
      expect(failure(open(), blank)).toBe('#N/A TRY: flows has no numbers')
    }
  })

  test('gaps are nothing to speak of unless it is said so', () => {
    expect(read([numbers('flows', '')], column(1, null, 3))).toEqual([Float64Array.of(1, 3)])
  })
})

describe('a list of names', () => {
  const args = () => [names('stages', '')]

  test('it is read row by row, without blanks and repeats', () => {
    expect(
      read(args(), [
        ['Visit', ' Sign  up '],
        [null, 'Visit'],
        ['', 'Buy'],
      ]),
    ).toEqual([['Visit', 'Sign up', 'Buy']])
  })

  test('names in another case are others, and numbers and TRUE are names', () => {
    expect(read(args(), column('visit', 'Visit', 7, '7', true))).toEqual([['visit', 'Visit', '7', 'true']])
    expect(read(args(), 'Visit')).toEqual([['Visit']])
  })

  test('it may be left out where that is allowed', () => {
    const optional = [names('stages', '', { default: null })]
    for (const blank of [undefined, null, '', column(null, ' ')]) expect(read(optional, blank)).toEqual([null])
    expect(read(optional, column('Visit', null))).toEqual([['Visit']])
    for (const blank of [null, '', column(null, ' ')]) {
      expect(failure(args(), blank)).toBe('#N/A TRY: stages has no names')
    }
  })

  test('an error in it is named by its row and column', () => {
    expect(
      failure(args(), [
        ['Visit', 'Buy'],
        ['Pay', error],
      ]),
    ).toBe('#REF! TRY: stages row 2 column 2 is #REF!')
  })
})

describe('a block of cells', () => {
  const args = () => [table('block', '')]

  test('it stays as it is, but for blank rows at the end', () => {
    expect(
      read(args(), [
        ['a', null],
        [null, ''],
        [5, true],
        [null, ' '],
        ['', ''],
      ]),
    ).toEqual([
      [
        ['a', null],
        [null, ''],
        [5, true],
      ],
    ])
    expect(
      read(args(), [
        ['a', null],
        [null, 7],
      ]),
    ).toEqual([
      [
        ['a', null],
        [null, 7],
      ],
    ])
  })

  test('a single cell is a block, and one row remains of blanks', () => {
    expect(read(args(), 7)).toEqual([[[7]]])
    expect(
      read(args(), [
        [null, ''],
        [' ', null],
      ]),
    ).toEqual([[[null, '']]])
  })

  test('an error in it is named by its row and column', () => {
    expect(
      failure(args(), [
        ['a', 1],
        ['b', error],
      ]),
    ).toBe('#REF! TRY: block row 2 column 2 is #REF!')
  })

  test('it is needed, and its rows are its own', () => {
    expect(failure(args())).toBe('#VALUE! TRY: block is missing')
    expect(args()[0]).toMatchObject({ optional: false, ownRows: true })
    expect(read([numberColumn('a', ''), args()[0]!], column(1, 2), column(3, 4, 5))[1]).toEqual([[3], [4], [5]])
  })
})

describe('cells that another metric reads', () => {
  test('they come as the host gave them, with what reads them', () => {
    const range = column(1, 'x', error)
    expect(read([unread('data', '')], range)).toEqual([{ raw: range, decode, find: expect.any(Function) as unknown }])
    expect(failure([unread('data', '')])).toBe('#VALUE! TRY: data is missing')
    expect(unread('data', '').optional).toBe(false)
  })

  test('all arguments from one on come together, and at least one is needed', () => {
    const args = () => [number('n', ''), unreadRest('more', '')]
    const rest = (raw: unknown[]) => ({ raw, decode, find: expect.any(Function) as unknown })
    expect(read(args(), 7, 'a')).toEqual([7, rest(['a'])])
    expect(read(args(), 7, 'a', null, column(1, 2))).toEqual([7, rest(['a', null, column(1, 2)])])
    expect(failure(args(), 7)).toBe('#VALUE! TRY: more is missing')
    expect(args()[1]!.optional).toBe(false)
  })
})
