import { describe, expect, test } from 'vitest'
import { numberColumn, words } from '../../../../core/arguments/index.ts'
import { CellError } from '../../../../core/cell.ts'
import { metric, type Arg } from '../../../../core/metric.ts'
import { column, compute, failure } from '../../../compute.ts'

/** A function that gives the words as they are read, one after the other. */
const tell = (kinds: Arg<string[]>, ...others: Arg<Float64Array>[]) =>
  metric(
    {
      name: 'TRY',
      summary: '',
      questions: [],
      args: [kinds, ...others] as [Arg<string[]>],
      returns: {},
      examples: [],
      source: '',
    },
    (read) => read.map((word) => word || '(none)').join(' '),
  )
const kinds = { tangible: ['physical'], intangible: ['soft', 'felt or promised'] } as const
const plainly = () => tell(words('kinds', '', kinds))
const kept = () => tell(words('kinds', '', kinds, { blank: 'kept' }))
const titled = () => tell(words('kinds', '', kinds, { titles: ['kind', 'sort of cue'] }))
const beside = () => tell(words('kinds', '', kinds, { titles: ['kind'] }), numberColumn('n', ''))

describe('a known word', () => {
  test.each([
    ['tangible', 'tangible'],
    ['TANGIBLE', 'tangible'],
    [' Physical ', 'tangible'],
    ['soft', 'intangible'],
    ['Felt  or promised', 'intangible'],
  ])('“%s” is read as %s', (written, word) => {
    expect(compute(plainly(), written)).toBe(word)
    expect(compute(plainly(), column(written, 'tangible', written))).toBe(`${word} tangible ${word}`)
  })

  test.each(['tangibl', 'tangible cue', 'so ft', '-1'])(
    '“%s” is none, and those that are known are told',
    (written) => {
      expect(failure(plainly(), column('soft', written))).toBe(
        `#VALUE! TRY: kinds row 2 has “${written}”, use tangible or intangible`,
      )
    },
  )

  test('of three is told with the others', () => {
    expect(failure(tell(words('kinds', '', { a: [], b: [], c: [] })), 'd')).toBe(
      '#VALUE! TRY: kinds has “d”, use a, b or c',
    )
  })
})

describe('a title', () => {
  test('above the words is no word, wherever blanks follow', () => {
    expect(compute(titled(), column('Kind', 'soft', null, 'tangible', '', 'soft'))).toBe(
      'intangible tangible intangible',
    )
    expect(compute(titled(), column('Sort of cue', 'soft'))).toBe('intangible')
    expect(compute(beside(), column('Kind', null, 'soft', 'tangible'), column('N', 1, 2, 3))).toBe(
      'intangible tangible',
    )
  })

  test('is needed in all columns or in none: every row would have its neighbour’s', () => {
    expect(failure(beside(), column('soft', 'soft'), column('N', 2))).toBe(
      '#VALUE! TRY: n begins with a header and kinds does not, select the same rows in both',
    )
    expect(failure(beside(), column('Kind', 'soft'), column(1, 2))).toBe(
      '#VALUE! TRY: kinds begins with a header and n does not, select the same rows in both',
    )
  })

  test('is no number, and no word that is neither known nor a title', () => {
    expect(failure(titled(), column(7, 'soft'))).toBe('#VALUE! TRY: kinds row 1 has 7, use tangible or intangible')
    expect(failure(titled(), column(true, 'soft'))).toBe(
      '#VALUE! TRY: kinds row 1 has TRUE, use tangible or intangible',
    )
    expect(failure(titled(), column('Art', 'soft'))).toBe(
      '#VALUE! TRY: kinds row 1 has “Art”, use tangible or intangible; if that is a title, select from the row below it',
    )
  })
})

describe('a row without a word', () => {
  test('is left out, with its other columns', () => {
    expect(compute(plainly(), column(null, 'soft', '', ' ', 'tangible'))).toBe('intangible tangible')
    expect(failure(plainly(), column(null, '', ' '))).toBe('#N/A TRY: kinds has no values')
  })

  test('stays where blanks are kept', () => {
    expect(compute(kept(), column('soft', null, '', 'tangible'))).toBe('intangible (none) (none) tangible')
  })
})

test('the words are needed, and an error among them is passed on', () => {
  expect(failure(plainly())).toBe('#VALUE! TRY: kinds is missing')
  expect(failure(plainly(), column('soft', new CellError('#REF!', '')))).toBe('#REF! TRY: kinds row 2 is #REF!')
})
