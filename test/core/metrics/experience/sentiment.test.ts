import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentiment } from '../../../../core/metrics/experience/sentiment.ts'
import { CellError } from '../../../../core/cell.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const words = [
  ['gut', 2],
  ['nicht gut', -2],
  ['langsam', -1],
]

test('English without a lexicon, by VADER; with one the mean weight of its words', () => {
  const scores = compute(sentiment, column('The book was good.', 'Not bad at all', 'Today SUX!')) as number[][]
  expect(scores.map(([score]) => score!.toFixed(4))).toEqual(['0.4404', '0.4310', '-0.5461'])
  expect(compute(sentiment, column('gut!', 'Nicht gut und LANGSAM', 'good'), words)).toEqual([[1], [-0.75], [0]])
})

test('a score beside each comment: blanks and what is no comment stay blank, a title stands over it', () => {
  expect(compute(sentiment, column('Comment', 'gut', null, ' ', '', 'n/a', '-', 'langsam', null), words)).toEqual([
    ['sentiment'],
    [1],
    [''],
    [''],
    [''],
    [''],
    [''],
    [-0.5],
  ])
  expect(compute(sentiment, 'gut', words)).toBe(1)
  expect(compute(sentiment, column(null, 'gut'), words)).toEqual([[''], [1]])
})

test('numbers, dates and TRUE among comments are texts without a word: 0', () => {
  expect(compute(sentiment, column('gut', 0, 5, 46082, true), words)).toEqual([[1], [0], [0], [0], [0]])
  expect(
    compute(sentiment, column('gut', 5), [
      ['5', -1],
      ['gut', 1],
    ]),
  ).toEqual([[1], [-1]])
})

test('no comment at all is #N/A, and an error stays one', () => {
  expect(failure(sentiment, column(null, ''))).toBe('#N/A SENTIMENT: texts has no values')
  expect(failure(sentiment, column('good', new CellError('#REF!', '')))).toBe('#REF! SENTIMENT: texts row 2 is #REF!')
  expect(failure(sentiment)).toBe('#VALUE! SENTIMENT: texts is missing')
  expect(
    failure(sentiment, [
      ['good', 'bad'],
      ['fine', 'ok'],
    ]),
  ).toBe('#VALUE! SENTIMENT: texts must be one column, not 2')
})

test('a blank lexicon is none', () => {
  for (const blank of [null, '', ' ', undefined]) expectClose(compute(sentiment, 'good', blank), 0.44043357076016854)
})

test('a comment has its score whatever stands beside it', () => {
  const text = fc
    .array(fc.constantFrom('gut', 'nicht', 'langsam', 'good', 'BAD!', '😡', 'x'))
    .map((said) => said.join(' ') || 'x')
  fc.assert(
    fc.property(fc.array(text, { minLength: 2 }), fc.boolean(), (texts, isOwn) => {
      const lexicon = isOwn ? words : undefined
      const all = compute(sentiment, column(...texts), lexicon) as number[][]
      texts.forEach((one, i) => expect(compute(sentiment, one, lexicon)).toBe(all[i]![0]))
    }),
  )
})
