import { describe, expect, test } from 'vitest'
import { names, numberColumn } from '../../../../core/arguments/index.ts'
import { yesOrLabel } from '../../../../core/arguments/columns/yesOrLabel.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { failure, read, readBody } from '../trying.ts'

const args = () => [yesOrLabel('outcomes', '', { which: 'count' }), names('count', '', { default: null })]
const beside = () => [yesOrLabel('outcomes', '', { which: 'count' }), numberColumn('days', ''), args()[1]!]
const mend = 'use yes or no, TRUE or FALSE, 1 or 0, or name the values to count in count'
const ifTitle = 'if that is a title, select from the row below it'

describe('without names', () => {
  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['yes and no are 1 and 0', ['yes', 'No', true, false, 1, 0, '1'], [1, 0, 1, 0, 1, 0, 1]],
    ['words of satisfaction are as well', ['Good', 'Bad'], [1, 0]],
    ['blanks and words for none are left out', ['yes', null, '', ' ', 'n/a', '-', 'no'], [1, 0]],
    ['a first word over yes and no is their title', ['Solved', 'yes', null, 'no'], [1, 0]],
    ['a word of satisfaction on top is an answer', ['Good', 'yes'], [1, 1]],
    ['a title is followed by blanks too', ['Solved', null, 'no'], [0]],
    ['a single cell is an answer', ['yes'], [1]],
  ])('%s', (_, cells, values) => {
    expect(read(args(), column(...cells))).toEqual([Uint8Array.from(values), null])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    [`outcomes row 2 has “maybe”, ${mend}`, ['yes', 'maybe']],
    [`outcomes row 4 has “maybe”, ${mend}`, ['Outcome', null, 'yes', 'maybe']],
    [`outcomes row 1 has “sold”, ${mend}; ${ifTitle}`, ['sold', 'lost']],
    [`outcomes row 1 has “sold”, ${mend}; ${ifTitle}`, ['sold', 'yes', 'lost']],
    [`outcomes row 1 has 7, ${mend}`, [7, 'yes']],
    [`outcomes row 2 has 2, ${mend}`, ['yes', 2]],
    [`outcomes has “sold”, ${mend}`, ['sold']],
    [`outcomes row 1 has “sold”, ${mend}; ${ifTitle}`, ['sold', null]],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(`#VALUE! TRY: ${sentence}`)
  })
})

describe('with names', () => {
  test.each<[fact: string, cells: unknown[], count: unknown, values: number[]]>([
    ['the labels that are named are the yes', ['sold', 'lost', 'kept'], 'sold', [1, 0, 0]],
    ['several may be named', ['sold', 'lost', 'kept'], column('sold', 'kept'), [1, 0, 1]],
    ['one that is not there does no harm beside one that is', ['sold', 'lost'], column('gone', 'sold'), [1, 0]],
    ['labels and names are the same in any case', ['SOLD', 'Lost', 'sold'], 'Sold', [1, 0, 1]],
    ['labels may be numbers and TRUE', [7, 8, true, 8], column(8, 'true'), [0, 1, 1, 1]],
    ['yes is a label as any other', ['yes', 'no', 'yes'], 'no', [0, 1, 0]],
    ['blanks and words for none are left out', ['sold', null, ' ', 'n/a', 'lost'], 'sold', [1, 0]],
    ['a title on top is none', ['Outcome', 'sold', 'lost'], 'sold', [1, 0]],
    ['a title is none above a blank', ['Outcome', null, 'lost', 'sold'], 'sold', [0, 1]],
    ['a blank name is as good as none', ['yes', 'no'], null, [1, 0]],
  ])('%s', (_, cells, count, values) => {
    expect(read(args(), column(...cells), count)[0]).toEqual(Uint8Array.from(values))
  })

  test.each<[sentence: string, cells: unknown[], count: unknown]>([
    ['count has “won”, which outcomes has not: it has “sold”, “lost”', ['sold', 'lost', 'SOLD', 'n/a', null], 'won'],
    ['count has “won”, which outcomes has not: it has “sold”, 7, TRUE', ['sold', 7, true], column('won', 'gone')],
    ['count has “sol”, which outcomes has not: it has “sold”', ['sold'], 'sol'],
  ])('%s', (sentence, cells, count) => {
    expect(failure(args(), column(...cells), count)).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('a name is not missed where no label is there at all', () => {
    expect(failure(args(), column(null, 'n/a'), 'won')).toBe('#N/A TRY: outcomes has no values')
  })

  test('a first label that stands once above labels that come again is taken for the title, which is said', () => {
    expect(failure(args(), column('Zeta', 'sold', 'lost', 'sold', 'lost'), 'sold')).toBe(
      '#VALUE! TRY: outcomes row 1 (“Zeta”) is taken for the title; if it is a value, put a title above it',
    )
    expect(read(args(), column('Zeta', 'sold', 'lost'), 'sold')[0]).toEqual(Uint8Array.of(0, 1, 0))
  })
})

describe('beside another column', () => {
  test('both lose a row that is incomplete in either', () => {
    expect(read(beside(), column('yes', null, 'no', 'yes'), column(5, 6, null, 8)).slice(0, 2)).toEqual([
      Uint8Array.of(1, 1),
      Float64Array.of(5, 8),
    ])
  })

  test('a label goes with a title beside it, and yes does not', () => {
    expect(read(beside(), column('Result', 'no'), column('Days', 6)).slice(0, 2)).toEqual([
      Uint8Array.of(0),
      Float64Array.of(6),
    ])
    expect(failure(beside(), column('yes', 'no'), column('Days', 6))).toBe(
      '#VALUE! TRY: days begins with a header and outcomes does not, select the same rows in both',
    )
  })

  test('the row of what is wrong is counted from the top, below titles as well', () => {
    expect(failure(beside(), column('Result', 'no', 'maybe'), column('Days', 6, 7))).toBe(
      `#VALUE! TRY: outcomes row 3 has “maybe”, ${mend}`,
    )
  })
})

test('an error in a cell is named, and no column at all is missed', () => {
  expect(failure(args(), column('yes', new CellError('#DIV/0!', '')))).toBe('#DIV/0! TRY: outcomes row 2 is #DIV/0!')
  expect(failure(args(), column('Outcome', 'yes', new CellError('#DIV/0!', '')))).toBe(
    '#DIV/0! TRY: outcomes row 3 is #DIV/0!',
  )
  expect(failure(args())).toBe('#VALUE! TRY: outcomes is missing')
  expect(failure(args(), column(null, ''))).toBe('#N/A TRY: outcomes has no values')
})

test('the first word counts where the title has been cut', () => {
  expect(readBody(args(), column('Outcome', 'sold'), 'sold')[0]).toEqual(Uint8Array.of(0, 1))
})
