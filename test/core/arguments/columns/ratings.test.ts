import { describe, expect, test } from 'vitest'
import { numberColumn, ratings } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { column } from '../../../compute.ts'
import { dated, failure, read, readBody } from '../trying.ts'

const args = () => [ratings('ratings', '', { min: 1, max: 5 })]
const [yes, no] = [Infinity, -Infinity]
const answers = (...cells: unknown[]) => Array.from(read(args(), column(...cells))[0] as Float64Array)

describe('answers in numbers', () => {
  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['from limit to limit', [1, 5, 3], [1, 5, 3]],
    ['in text', ['4', ' 5 '], [4, 5]],
    ['below a title', ['Rating', 4, 5], [4, 5]],
    ['below a title that is an answer elsewhere', ['Satisfied', 4, 5], [4, 5]],
    ['below two lines of titles', ['Rating', 'Response', 4], [4]],
    ['beside blanks, placeholders and words that say nothing', [4, null, '', ' ', 'n/a', 'later', 5], [4, 5]],
    ['beside what help desks write where nobody answered', [4, 'Offered', 'not  offered', 'UNRATED', 5], [4, 5]],
    ['with words behind them', ['5 - Very good', '1 - Bad'], [5, 1]],
    ['beside a sign that says nothing', [4, '-', 5], [4, 5]],
  ])('%s', (_, cells, values) => {
    expect(answers(...cells)).toEqual(values)
  })

  test('they may stand in a block or a single cell', () => {
    expect(
      read(args(), [
        ['Rating', 'Again'],
        [4, null],
        [5, 3],
      ]),
    ).toEqual([Float64Array.of(4, 5, 3)])
    expect(read(args(), 4)).toEqual([Float64Array.of(4)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['ratings row 2 has 0, outside 1 to 5', [1, 0]],
    ['ratings row 1 has 6, outside 1 to 5', [6, 5]],
    ['ratings row 2 has “Good” among numbers, write it as a number too', [4, 'Good']],
    ['ratings row 3 has “👎”, keep only the number, or clear the cell if there is none', ['Rating', 4, '👎']],
    ['ratings row 3 has “Satisfied” among numbers, write it as a number too', ['Rating', 4, 'Satisfied']],
    ['ratings row 2 has “Good” among numbers, write it as a number too', ['4', 'Good']],
    ['ratings row 1 has “👍”, keep only the number; if that is a title, select from the row below it', ['👍', '4']],
    ['ratings row 1 has the date 2026-01-01, not a number', [dated(46023), '👍']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('TRUE and FALSE among numbers are skipped, as native functions skip them', () => {
    expect(answers(4, true, false, 5)).toEqual([4, 5])
  })

  test('where a word stands in a block is said with its column', () => {
    expect(failure(args(), [[4, 'Bad']])).toBe(
      '#VALUE! TRY: ratings column 2 has “Bad” among numbers, write it as a number too',
    )
    expect(
      failure(args(), [
        [4, 5],
        [3, 'Bad'],
      ]),
    ).toBe('#VALUE! TRY: ratings row 2 column 2 has “Bad” among numbers, write it as a number too')
  })

  test('a first answer in words is no title where the title has been cut', () => {
    expect(readBody(args(), column(4, 'later'))).toEqual([Float64Array.of(4)])
    expect(() => readBody(args(), column('Good', 4))).toThrow('ratings row 1 has “Good” among numbers')
  })
})

describe('answers in words', () => {
  test.each<[fact: string, cells: unknown[], values: number[]]>([
    ['good and bad', ['Good', 'bad', ' GREAT '], [yes, no, yes]],
    ['yes and no', ['yes', 'No'], [yes, no]],
    ['TRUE and FALSE', [true, false, false], [yes, no, no]],
    ['words beside TRUE', ['Good', true], [yes, yes]],
    ['signs', ['👍', '👎', '👍🏽'], [yes, no, yes]],
    ['signs and words', ['👍', 'bad'], [yes, no]],
    ['below a title', ['Rating', 'Good', 'Bad'], [yes, no]],
    ['below two lines of titles', ['Rating', 'How satisfied were you with us?', 'Good', 'Bad'], [yes, no]],
    ['signs below a title', ['Rating', '👍'], [yes]],
    ['beside blanks and placeholders', ['Good', null, '', ' ', 'n/a', '-', 'Bad'], [yes, no]],
    ['beside what help desks write where nobody answered', ['Good', 'Offered', 'Not offered', 'unoffered'], [yes]],
    ['below an answer that may be a title', ['Satisfied', 'Unsatisfied'], [yes, no]],
    ['a satisfied customer alone', ['Satisfied'], [yes]],
  ])('%s', (_, cells, values) => {
    expect(answers(...cells)).toEqual(values)
  })

  test('they may stand in a block or a single cell', () => {
    expect(
      read(args(), [
        ['Rating', 'Again'],
        ['Good', null],
        ['Bad', true],
      ]),
    ).toEqual([Float64Array.of(yes, no, yes)])
    expect(read(args(), '👍')).toEqual([Float64Array.of(yes)])
  })

  test.each<[sentence: string, cells: unknown[]]>([
    ['ratings row 2 has “later”, use numbers, or words such as good and bad', ['Good', 'later']],
    ['ratings row 3 has “🌵”, use numbers, or words such as good and bad', ['Rating', '👍', '🌵']],
    ['ratings has “later”, use numbers, or words such as good and bad', ['later']],
  ])('%s', (sentence, cells) => {
    expect(failure(args(), column(...cells))).toBe(`#VALUE! TRY: ${sentence}`)
  })

  test('a first word that says neither is no title where the title has been cut', () => {
    expect(() => readBody(args(), column('Rating', 'Good'))).toThrow(
      'ratings row 1 has “Rating”, use numbers, or words such as good and bad',
    )
    expect(readBody(args(), column('Good', 'Bad'))).toEqual([Float64Array.of(yes, no)])
  })

  test('a word for no answer has up to 20 characters with its spaces, a longer text is looked at', () => {
    expect(answers('Good', `not${' '.repeat(10)}offered`)).toEqual([yes])
    expect(failure(args(), column('Good', `not${' '.repeat(11)}offered`))).toBe(
      `#VALUE! TRY: ratings row 2 has “not${' '.repeat(11)}offered”, use numbers, or words such as good and bad`,
    )
  })
})

describe('nothing to compute from', () => {
  test.each([[[null]], [['', ' ']], [['n/a', '-', 'Offered']], [['Rating', null]], [['Rating', 'unrated']]])(
    '%j has no numbers',
    (cells) => {
      expect(failure(args(), column(...cells))).toBe('#N/A TRY: ratings has no numbers')
    },
  )

  test('no range at all is missing', () => {
    expect(failure(args())).toBe('#VALUE! TRY: ratings is missing')
  })

  test('an error in a cell is named, whatever the answers are', () => {
    const error = new CellError('#REF!', '')
    expect(failure(args(), column(4, error))).toBe('#REF! TRY: ratings row 2 is #REF!')
    expect(failure(args(), column('Good', error))).toBe('#REF! TRY: ratings row 2 is #REF!')
  })
})

describe('the first cell, as columns beside it see it', () => {
  test.each([
    [5, 'value'],
    [true, 'value'],
    ['Rating', 'title'],
    ['Good', 'either'],
    ['5', 'either'],
    ['n/a', 'either'],
    [null, 'either'],
  ] as const)('%j: %s', (cell, kind) => {
    expect(args()[0]!.firstCell(cell)).toBe(kind)
  })

  test('a word of satisfaction is the title of numbers and an answer among its like', () => {
    const topOf = args()[0]!.topOf!
    expect(topOf('Satisfied', () => [null, 4, 'x'])).toBe('title')
    expect(topOf('Satisfied', () => ['Unsatisfied', null])).toBe('either')
    expect(topOf('Satisfied', () => [])).toBe('either')
  })
})

test('the limits are those of the argument', () => {
  expect(read([ratings('stars', '', { min: 0 })], column(0, 100))).toEqual([Float64Array.of(0, 100)])
  expect(failure([ratings('stars', '', { min: 0 }), numberColumn('n', '')], column(-1), column(1))).toBe(
    '#VALUE! TRY: stars has -1, below 0',
  )
})
