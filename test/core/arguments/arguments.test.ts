import { expect, test } from 'vitest'
import { dates, numberColumn, numbers, segments, texts, words } from '../../../core/arguments/index.ts'
import { CellError } from '../../../core/cell.ts'
import { column } from '../../compute.ts'
import { failure, read } from './trying.ts'

test('columns that may be empty are, when every column of the call may', () => {
  const log = [dates('starts', '', { empty: 'allowed' }), dates('ends', '', { empty: 'allowed' })]
  expect(read(log, column(null, ''), column(null, null))).toEqual([new Float64Array(0), new Float64Array(0)])
  expect(read(log, null, '')).toEqual([new Float64Array(0), new Float64Array(0)])
  expect(read(log, column('From', null), column('To', null))).toEqual([new Float64Array(0), new Float64Array(0)])
  expect(failure(log, column(null))).toBe('#VALUE! TRY: ends is missing')
  expect(failure([log[0]!, numberColumn('hours', '')], column(null), column(null))).toBe(
    '#N/A TRY: starts and hours have no complete row',
  )
})

test('a bag of numbers may be empty where that is allowed, and is missed all the same', () => {
  const scores = [numbers('scores', '', { empty: 'allowed' })]
  expect(read(scores, column(null, 'n/a'))).toEqual([new Float64Array(0)])
  expect(read(scores, null)).toEqual([new Float64Array(0)])
  expect(failure(scores)).toBe('#VALUE! TRY: scores is missing')
})

test.each(['TBD', 'tba', 'T.B.C.', 'nobody', 'No one', 'n/a', '-'])(
  '“%s” in the first cell is no title: the row is left out, and the others keep theirs',
  (word) => {
    expect(read([numberColumn('scores', '')], column(word, 5, 7))).toEqual([Float64Array.of(5, 7)])
    expect(read([texts('names', ''), numberColumn('scores', '')], column('Ann', 'Ben'), column(word, 7))).toEqual([
      ['Ben'],
      Float64Array.of(7),
    ])
    expect(
      read([texts('names', ''), numberColumn('scores', '', { blank: 'kept' })], column('Ann', 'Ben'), column(word, 7)),
    ).toEqual([['Ann', 'Ben'], Float64Array.of(NaN, 7)])
    expect(read([numbers('costs', '')], column(word, 5))).toEqual([Float64Array.of(5)])
    expect(read([numberColumn('a', ''), numberColumn('b', '')], column('A', 5), column(word, 7))).toEqual([
      Float64Array.of(5),
      Float64Array.of(7),
    ])
  },
)

test.each(['TB', 'TBDs', 'Nobody’s', 'No one else', 'Tbd date'])('“%s” is a title', (word) => {
  expect(
    read([texts('names', ''), numberColumn('scores', '', { blank: 'kept' })], column('Name', 'Ben'), column(word, 7)),
  ).toEqual([['Ben'], Float64Array.of(7)])
})

test('a usual title in the first cell of a column of text is one, alone and in any case', () => {
  for (const arg of [texts('notes', '', { titles: ['note'] }), segments('notes', '', { titles: ['note'] })]) {
    const notes = (...cells: unknown[]) => {
      const [values] = read([arg], column(...cells)) as [string[] | { codes: Int32Array; labels: string[] }]
      return Array.isArray(values) ? values : Array.from(values.codes, (code) => values.labels[code])
    }
    expect(notes(' NOTE', 'a', 'note')).toEqual(['a', 'note'])
    expect(notes('a note', 'b')).toEqual(['a note', 'b'])
    expect(notes('note')).toEqual(['note'])
    expect(notes('a', 'note')).toEqual(['a', 'note'])
  }
})

test('columns of texts and of groups may be left out', () => {
  const args = [
    numberColumn('n', ''),
    texts('labels', '', { default: null }),
    segments('topics', '', { default: null }),
  ]
  expect(read(args, column(1, 2))).toEqual([Float64Array.of(1, 2), null, null])
  expect(
    read(
      args,
      column(1, 2),
      null,
      ['a', 'A'].map((topic) => [topic]),
    ).slice(1),
  ).toEqual([null, { codes: Int32Array.of(0, 0), labels: ['a'] }])
  expect(read(args, column(1, 2), column('x', 'y'))[1]).toEqual(['x', 'y'])
})

test('blank groups stay as -1 where blanks are kept', () => {
  const args = [segments('topics', '', { blank: 'kept' })]
  expect(read(args, column('a', null, 'A'))).toEqual([{ codes: Int32Array.of(0, -1, 0), labels: ['a'] }])
})

const kinds = words('kinds', '', { tangible: [], intangible: ['soft'] })

test('a column of known words is read in any case and by its other spellings', () => {
  expect(read([kinds], column('Tangible', ' INTANGIBLE ', 'Soft'))).toEqual([['tangible', 'intangible', 'intangible']])
})

test('a title above known words is a header, any other word is refused', () => {
  const titled = words('kinds', '', { tangible: [] }, { titles: ['kind of cue'] })
  expect(read([titled], column('Kind_of cue:', 'tangible'))).toEqual([['tangible']])
  expect(read([kinds, numberColumn('scores', '')], column('Art', 'tangible'), column('Score', 5))[0]).toEqual([
    'tangible',
  ])
  expect(failure([kinds], column('physical', 'tangible'))).toBe(
    '#VALUE! TRY: kinds row 1 has “physical”, use tangible or intangible; if that is a title, select from the row below it',
  )
  expect(failure([kinds], column('tangible', 'both'))).toBe(
    '#VALUE! TRY: kinds row 2 has “both”, use tangible or intangible',
  )
  expect(failure([kinds], 'both')).toBe('#VALUE! TRY: kinds has “both”, use tangible or intangible')
  expect(failure([kinds], column(7, 'tangible'))).toBe('#VALUE! TRY: kinds row 1 has 7, use tangible or intangible')
  expect(failure([kinds], column('tangible', new CellError('#REF!', '')))).toBe('#REF! TRY: kinds row 2 is #REF!')
})

test('a row without a known word is left out, or stays as "" where blanks are kept', () => {
  expect(read([kinds], column('tangible', ' ', 'soft'))).toEqual([['tangible', 'intangible']])
  expect(read([words('kinds', '', { a: [] }, { blank: 'kept' })], column('a', null, 'A'))).toEqual([['a', '', 'a']])
})
