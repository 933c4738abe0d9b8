import { describe, expect, test } from 'vitest'
import {
  dates,
  flags,
  keys,
  numberBlock,
  numberColumn,
  segments,
  texts,
  words,
  type Arg,
} from '../../../core/arguments/index.ts'
import type { Spec } from '../../../core/metric.ts'
import { readCall } from '../../../core/reading/evaluate.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column } from '../../compute.ts'
import { doubt, failure, read, readBody } from '../arguments/trying.ts'

type Args = readonly Arg<unknown>[]

/** How many rows on top of the columns are titles. */
function titles(args: Args, ...raw: unknown[]): number {
  const spec: Spec = { name: 'TRY', summary: '', questions: [], args, returns: {}, examples: [], source: '' }
  return readCall(spec, raw, plain).columnsOf(args[0]!.name)!.titleRows
}

const amounts = numberColumn('amounts', '')
const scores = numberColumn('scores', '', { blank: 'kept' })
const starts = dates('starts', '')
const reasons = segments('reasons', '')
const notes = texts('notes', '')
const day = serialOf(2026, 3, 1)

describe('a first row is a header', () => {
  test.each<[string, Args, unknown[]]>([
    ['where it is text above numbers', [amounts], [column('Amount', 1)]],
    ['where it is text above dates', [starts], [column('Start', day)]],
    ['where one cell of it is, and the other is blank', [amounts, scores], [column('Amount', 1), column(null, 2)]],
    ['where the title stands over the later column', [scores, amounts], [column('', 1), column('Amount', 2)]],
    ['where it is known as a title of words', [reasons], [column('Cancellation Reason', 'price', 'bugs')]],
    ['where just one word stands below it', [reasons], [column('Cancellation Reason', 'price')]],
    ['where one of two columns of words has one', [reasons, notes], [column('a', 'b'), column('Comment', 'c')]],
    ['where text stands above nothing but numbers', [reasons], [column('Plan A', 1, 2)]],
    [
      'where all columns of a block have one',
      [numberBlock('drivers', '')],
      [
        [
          ['A', 'B'],
          [1, 2],
        ],
      ],
    ],
    [
      'where one column of a block has one',
      [numberBlock('drivers', '')],
      [
        [
          [null, 'B'],
          [1, 2],
        ],
      ],
    ],
    ['where it is a word of the trade above truths', [flags('kept', '')], [column('Active', true, false)]],
    ['also where it comes again among the numbers', [amounts], [column('Amount', 1, 'Amount', 2)]],
    ['in a single row of cells', [amounts], [[['Amount', 1, 2]]]],
  ])('%s', (_, args, raw) => {
    expect(titles(args, ...raw)).toBe(1)
  })

  test.each<[string, Args, unknown[]]>([
    ['where it is a value', [amounts], [column(1, 2)]],
    ['where it is blank', [scores], [column(null, 2)]],
    ['where it stands for no value', [amounts], [column('n/a', 2)]],
    [
      'where one column of a block has a value',
      [numberBlock('drivers', '')],
      [
        [
          ['A', 5],
          [1, 2],
        ],
      ],
    ],
    [
      'where the second column of a block has text',
      [numberBlock('drivers', '')],
      [
        [
          [5, 'A'],
          [1, 2],
        ],
      ],
    ],
    ['where it is all there is', [scores], ['Score']],
    ['where it comes again below', [reasons], [column('Reason', 'price', 'Reason')]],
    ['where a number beside it is a value', [reasons, amounts], [column('Reason', 'price', 'bugs'), column(1, 2, 3)]],
    ['where a truth beside it is a value', [reasons, flags('kept', '')], [column('Status', 'a'), column('yes', 'no')]],
    ['where it is a word that the metric knows', [words('kinds', '', { a: [], b: [] })], [column('a', 'b')]],
    ['where nothing stands below it', [reasons], [column('Reason', null)]],
  ])('but not %s', (_, args, raw) => {
    expect(titles(args, ...raw)).toBe(0)
  })

  test('is left out of the values', () => {
    expect(read([amounts, notes], column('Amount', 1, 2), column('Note', 'a', 'b'))).toEqual([
      Float64Array.of(1, 2),
      ['a', 'b'],
    ])
    expect(read([scores], 'Score')).toEqual([Float64Array.of(NaN)])
  })

  test('is none among rows whose title has been cut already', () => {
    expect(readBody([scores], column('Score', 5))).toEqual([Float64Array.of(NaN, 5)])
    expect(readBody([notes], column('Comment', 'a'))).toEqual([['Comment', 'a']])
    expect(read([scores], column('Score', 5))).toEqual([Float64Array.of(5)])
  })
})

describe('a header in one column and none in another is refused', () => {
  test('where a value stands beside it', () => {
    expect(failure([amounts, scores], column('Amount', 1), column(2, 3))).toBe(
      '#VALUE! TRY: amounts begins with a header and scores does not, select the same rows in both',
    )
    expect(failure([amounts, scores], column(1, 2), column('Score', 3))).toBe(
      '#VALUE! TRY: scores begins with a header and amounts does not, select the same rows in both',
    )
    expect(failure([amounts, scores], column('Amount', null), 7)).toBe(
      '#VALUE! TRY: amounts begins with a header and scores does not, select the same rows in both',
    )
  })

  test('where a value stands beside words that are plainly a title', () => {
    expect(failure([reasons, amounts], column('Cancellation Reason', 'price'), column(1, 2))).toBe(
      '#VALUE! TRY: reasons begins with a header and amounts does not, select the same rows in both',
    )
  })

  test('where the first cell of the other comes again below, as values do', () => {
    expect(failure([amounts, notes], column('Amount', 1, 2, 3), column('a', 'b', 'c', 'a'))).toBe(
      '#VALUE! TRY: amounts begins with a header and notes does not: “a” comes again in row 4; select the same rows in both',
    )
    expect(failure([notes, amounts], column('a', 'a'), column('Amount', 1))).toBe(
      '#VALUE! TRY: amounts begins with a header and notes does not: “a” comes again in row 2; select the same rows in both',
    )
    expect(titles([amounts, notes], column('Amount', 1, 2, 3), column('a', 'b', 'c', 'A'))).toBe(1)
  })

  test('where their selections are not equally high', () => {
    expect(failure([amounts, notes], column('Amount', 1), column('a', 'b', null))).toBe(
      '#VALUE! TRY: amounts has 2 rows and notes has 3, select the same rows in both',
    )
    expect(failure([amounts, notes], column('Amount', null), 'a')).toBe(
      '#VALUE! TRY: amounts begins with a header and notes does not, select the same rows in both',
    )
  })

  test('but blank cells come again without harm', () => {
    const kept = texts('notes', '', { blank: 'kept' })
    for (const blank of [null, '']) {
      expect(titles([amounts, kept], column('Amount', 1, 2), column(blank, 'a', blank))).toBe(1)
    }
  })

  test('but a text among dates is told for what it is', () => {
    expect(failure([starts, amounts], column('Start', day), column(1, 2))).toBe(
      '#VALUE! TRY: starts row 1 has “Start”, use a date cell or text such as 2026-03-01',
    )
  })
})

describe('further titles', () => {
  test.each<[string, unknown[], number]>([
    ['are the second line of a survey program', ['Score', 'Response', 7], 2],
    ['are a second and a third line', ['Score', 'Response', '{"ImportId":"QID1"}', 7], 3],
    ['are no fourth line', ['Score', 'Response', 'Response', 'Response', 7], 3],
    ['leave a row to be a value', ['Score', 'Response', 'Response'], 2],
    ['leave the only row to be a value', ['Score', 'Response'], 1],
    ['end where a value stands', ['Score', 7, 'Response', 8], 1],
    ['are no blank row', ['Score', null, 'Response', 8], 1],
    ['are no other words', ['Score', 'late', 8], 1],
  ])('%s', (_, cells, rows) => {
    expect(titles([scores], column(...cells))).toBe(rows)
  })

  test('stand above one column or above all', () => {
    expect(titles([scores, notes], column('Score', 'Response', 7), column('Note', 'x', 'y'))).toBe(2)
    expect(titles([scores, notes], column('Score', null, 7), column('Note', 'Open-Ended Response', 'y'))).toBe(2)
    expect(titles([scores, notes], column('Score', 'Response', 7), column('Note', 'Response', 'y'))).toBe(2)
  })

  test('stand beside no value', () => {
    expect(titles([scores, notes], column('Score', 7, 8), column('Note', 'Response', 'y'))).toBe(1)
    expect(titles([notes, scores], column('Note', 'Response', 'y'), column('Score', 7, 8))).toBe(1)
  })
})

describe('a column of words alone may begin with its title', () => {
  test('or not, which is told with the way on', () => {
    expect(doubt([reasons], column('Price', 'bugs', 'support'))).toBe(
      'reasons row 1 (“Price”) counts; if that is a title, select from the row below it',
    )
    expect(titles([reasons], column('Price', 'bugs', 'support'))).toBe(0)
  })

  test('as is likely where all others come again', () => {
    const cells = column('Why', 'price', 'bugs', 'price', 'bugs')
    expect(doubt([reasons], cells)).toBe(
      'reasons row 1 (“Why”) is taken for the title; if it is a value, put a title above it',
    )
    expect(titles([reasons], cells)).toBe(1)
  })

  test.each<[string, Args, unknown[]]>([
    ['a known title', [reasons], [column('Reason', 'price', 'bugs')]],
    ['a first cell that comes again', [reasons], [column('price', 'bugs', 'price')]],
    ['a single cell', [reasons], ['price']],
    ['a number beside it', [reasons, amounts], [column('Price', 'bugs'), column(1, 2)]],
    ['a header beside it', [reasons, amounts], [column('Price', 'bugs'), column('Amount', 2)]],
    ['other words beside it', [reasons, notes], [column('Price', 'bugs'), column('a', 'b')]],
    ['numbers', [amounts], [column(1, 2)]],
    ['ids, which hardly come again', [keys('ids', '')], [column('ann', 'ben')]],
    ['a blank first cell', [reasons], [column(null, 'bugs', 'price')]],
  ])('and there is no doubt with %s', (_, args, raw) => {
    expect(doubt(args, ...raw)).toBeUndefined()
  })
})
