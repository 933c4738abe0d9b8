import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { sentiment } from '../../../../core/metrics/experience/sentiment.ts'
import { column, compute, failure } from '../../../compute.ts'

const score = (text: string, lexicon: unknown): unknown => compute(sentiment, text, lexicon)
const refusal = (lexicon: unknown): string => failure(sentiment, 'good', lexicon).replace(' SENTIMENT:', '')

test('two columns, with or without a title row', () => {
  expect(
    score('good', [
      ['good', 2],
      ['bad', -4],
    ]),
  ).toBe(0.5)
  expect(
    score('good', [
      ['Word', 'Weight'],
      ['good', 2],
      ['bad', -4],
    ]),
  ).toBe(0.5)
  expect(
    score('word', [
      ['Word', 'Weight'],
      ['good', 2],
    ]),
  ).toBe(0)
  expect(score('good', [['good', 2]])).toBe(1)
})

test('weights as text are read as numbers are anywhere', () => {
  expect(
    score('bad', [
      ['good', '1,5'],
      ['bad', '-0,75'],
    ]),
  ).toBe(-0.5)
  expect(
    score('bad', [
      ['good', '2'],
      ['bad', '\u22121'],
    ]),
  ).toBe(-0.5)
  expect(score('404', [[404, -1]])).toBe(-1)
})

test('rows without a weight are left out, in every spelling of blank', () => {
  for (const blank of [null, '', ' ', 'n/a', '-', 0]) {
    expect(
      score('good slow', [
        ['good', 2],
        ['slow', blank],
        [null, null],
        ['', ''],
      ]),
      String(blank),
    ).toBe(1)
  }
  expect(
    score('good', [
      ['good', 2],
      [null, 0],
      ['', ''],
    ]),
  ).toBe(1)
})

test('a word that comes again with the same weight is one', () => {
  expect(
    score('good', [
      ['good', 2],
      ['GOOD ', 2],
      ['bad', -2],
    ]),
  ).toBe(1)
})

test('wrong cells are named', () => {
  expect(
    refusal([
      ['good', 2],
      ['Good', 1],
    ]),
  ).toBe('#VALUE! lexicon rows 1 and 2 differ: “Good” weighs 2 and 1')
  expect(
    refusal([
      ['good', 2],
      [null, 1],
    ]),
  ).toBe('#VALUE! lexicon row 2 column 1 is blank, beside the weight 1')
  expect(
    refusal([
      ['good', 2],
      ['bad', 'negative'],
    ]),
  ).toBe('#VALUE! lexicon row 2 column 2 has “negative”, a weight belongs there')
  expect(
    refusal([
      ['good', 2],
      ['bad', true],
    ]),
  ).toBe('#VALUE! lexicon row 2 column 2 has TRUE, a weight belongs there')
  expect(
    refusal([
      ['good', 2],
      ['bad', '1k'],
    ]),
  ).toMatch(/^#VALUE! lexicon row 2 column 2 has “1k”, write it out/)
  expect(
    refusal([
      ['good', 2],
      ['x'.repeat(101), 1],
    ]),
  ).toBe(`#VALUE! lexicon row 2 column 1 has “${'x'.repeat(39)}…”, a word or phrase belongs there`)
  expect(refusal(column('good', 'bad'))).toBe('#VALUE! lexicon has 1 column, it needs two: words and their weights')
  expect(refusal([['good', 1, 2]])).toBe('#VALUE! lexicon has 3 columns, it needs two: words and their weights')
  expect(
    refusal([
      ['good', 0],
      ['bad', 0],
    ]),
  ).toBe('#VALUE! lexicon has only weights of 0, use such as 1 for good and -1 for bad words')
  expect(
    refusal([
      ['Word', 'Weight'],
      [null, null],
    ]),
  ).toBe('#N/A lexicon has no words')
  expect(
    refusal([
      ['good', 2],
      ['bad', new CellError('#N/A', '')],
    ]),
  ).toBe('#N/A lexicon row 2 column 2 is #N/A')
  expect(
    refusal([
      ['good', 2],
      [new CellError('#REF!', ''), 1],
    ]),
  ).toBe('#REF! lexicon row 2 column 1 is #REF!')
})
