import { describe, expect, test } from 'vitest'
import { flags, numberColumn } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { failure, read } from '../trying.ts'

const args = () => [flags('paid', '')]
const beside = () => [flags('paid', ''), numberColumn('amounts', '')]

describe('yes is 1 and no is 0', () => {
  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['in TRUE and FALSE', [true, false], [1, 0]],
    ['in numbers and numbers in text', [1, 0, '1', '0'], [1, 0, 1, 0]],
    ['in words, in any case', ['yes', 'NO', ' Oui', 'nein'], [1, 0, 1, 0]],
    ['in words of satisfaction', ['yes', 'Good', 'Bad'], [1, 1, 0]],
    ['without the rows that are blank', [true, null, '', ' ', false], [1, 0]],
    ['without the rows whose words stand for none', ['n/a', 'yes', '-', 'unknown', 'no'], [1, 0]],
    ['below a title', ['Paid', true, false, null], [1, 0]],
    ['below a title and a blank', ['Paid', null, true], [1]],
    ['below two lines of titles', ['Paid', 'Was the invoice paid?', 'no', 'yes'], [0, 1]],
    ['in a single cell', [true], [1]],
  ])('%s', (_, cells, values) => {
    expect(read(args(), column(...cells))).toEqual([Uint8Array.from(values)])
  })

  test.each([
    ['good', 'Happy', 'Unhappy'],
    ['resolved', 'Won', 'Lost'],
    ['ended', 'Lost', 'Won'],
    ['renewed', 'Won', 'Lost'],
  ] as const)('where the question is for what is %s, %s says yes and %s no', (sense, yes, no) => {
    expect(read([flags('paid', '', { sense })], column(1, yes, no))).toEqual([Uint8Array.of(1, 1, 0)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['paid row 2 has “maybe”, use TRUE or FALSE, 1 or 0, yes or no', [true, 'maybe']],
    ['paid row 3 has “maybe”, use TRUE or FALSE, 1 or 0, yes or no', ['Paid', true, 'maybe']],
    ['paid row 2 has “Won”, use TRUE or FALSE, 1 or 0, yes or no', [true, 'Won']],
    ['paid row 2 has 2, use TRUE or FALSE, 1 or 0, yes or no', [1, 2]],
    ['paid row 1 has -1, use TRUE or FALSE, 1 or 0, yes or no', [-1, 1]],
    ['paid has “maybe”, use TRUE or FALSE, 1 or 0, yes or no', ['maybe']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('an error in a cell is named', () => {
    expect(failure(args(), column(true, new CellError('#N/A', '')))).toBe('#N/A TRY: paid row 2 is #N/A')
  })

  test.each([[[null, '']], [['n/a', '-']], [['Paid', null]]])('%j says neither', (cells) => {
    expect(failure(args(), column(...cells))).toBe('#N/A TRY: paid has no values')
  })
})

describe('a first word of the trade', () => {
  const ended = () => [flags('ended', '', { sense: 'ended' })]

  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['is the title of TRUE and FALSE', ['Active', true, false], [1, 0]],
    ['is the title of yes and no, whatever is blank', ['Active', null, 'no', 'n/a'], [0]],
    ['is the title of what says neither yet', ['Active', 'no', 'yes', 'TRUE'], [0, 1, 1]],
    ['is an answer beside its like', ['Active', 'Canceled'], [0, 1]],
    ['is an answer beside its like and TRUE', ['Active', true, 'Canceled'], [0, 1, 1]],
    ['is an answer above nothing', ['Active', null], [0]],
    ['is an answer above words for none', ['Active', 'n/a', '-'], [0]],
    ['is an answer alone', ['Active'], [0]],
  ])('%s', (_, cells, values) => {
    expect(read(ended(), column(...cells))).toEqual([Uint8Array.from(values)])
  })

  test('is the title of numbers that are neither, which are refused', () => {
    expect(failure(ended(), column('Active', 1, 7))).toBe(
      '#VALUE! TRY: ended row 3 has 7, use TRUE or FALSE, 1 or 0, yes or no',
    )
  })
})

describe('beside another column', () => {
  test('both lose a row that is incomplete in either', () => {
    expect(read(beside(), column(true, null, 'no', 'yes'), column(5, 6, null, 8))).toEqual([
      Uint8Array.of(1, 1),
      Float64Array.of(5, 8),
    ])
  })

  test('a title above it and none beside it is refused, and the reverse', () => {
    expect(failure(beside(), column('Paid', true), column(5, 6))).toBe(
      '#VALUE! TRY: paid begins with a header and amounts does not, select the same rows in both',
    )
    expect(failure(beside(), column('yes', true), column('Amount', 6))).toBe(
      '#VALUE! TRY: amounts begins with a header and paid does not, select the same rows in both',
    )
    expect(failure(beside(), column(7, true), column('Amount', 6))).toBe(
      '#VALUE! TRY: amounts begins with a header and paid does not, select the same rows in both',
    )
  })

  test.each([['Satisfied'], [null], [' '], ['n/a']])('%j in the first cell goes with a title beside it', (first) => {
    expect(read(beside(), column(first, true), column('Amount', 6))).toEqual([Uint8Array.of(1), Float64Array.of(6)])
  })

  test('the heights must be equal', () => {
    expect(failure(beside(), column(true, false, true), column(5, 6))).toBe(
      '#VALUE! TRY: paid has 3 rows and amounts has 2, select the same rows in both',
    )
  })

  test('it may be left out where that is allowed', () => {
    const optional = [numberColumn('amounts', ''), flags('paid', '', { default: null })]
    for (const blank of [undefined, null, '']) {
      expect(read(optional, column(5, 6), blank)).toEqual([Float64Array.of(5, 6), null])
    }
    expect(read(optional, column(5, 6), column(true, false))[1]).toEqual(Uint8Array.of(1, 0))
    expect(failure(beside())).toBe('#VALUE! TRY: paid is missing')
    expect(failure([numberColumn('amounts', ''), flags('paid', '')], column(5, 6), null)).toBe(
      '#VALUE! TRY: amounts has 2 rows and paid has 0, select the same rows in both',
    )
  })
})
