import { describe, expect, test } from 'vitest'
import { glossary, lookUp, needColumn, rowOf, segmentName, type Glossary } from '../../../core/arguments/glossary.ts'
import { CellError } from '../../../core/cell.ts'
import { metric } from '../../../core/metric.ts'
import { readCall } from '../../../core/reading/evaluate.ts'
import { plain } from '../../close.ts'
import { failure } from '../../compute.ts'

const spec = () => ({
  name: 'TRY',
  summary: '',
  questions: [],
  args: [glossary('targets', '')] as const,
  returns: {},
  examples: [],
  source: '',
})
const read = (raw?: unknown) => readCall(spec(), [raw], plain).values[0] as Glossary | null
const sheet = (...lines: unknown[][]): Glossary => read(lines)!

/** What a function that asks the glossary says when it is wrong. */
const wrong = (lines: unknown, ask: (book: Glossary) => void = () => undefined) =>
  failure(
    metric(spec(), (book) => {
      ask(book!)
      return 0
    }),
    lines,
  )

describe('a glossary', () => {
  test('may be left out', () => {
    for (const none of [undefined, null, '', '  ']) expect(read(none)).toBeNull()
    expect(glossary('targets', '').optional).toBe(true)
  })

  test('has its columns in any order and any case, among others of one’s own', () => {
    const book = sheet([' Owner', 'TARGET ', 'Metric', null, 2026], ['Ann', '>= 50', 'NPS', 'x', 'y'])
    expect(book).toMatchObject({ name: 'targets', fields: ['owner', 'target', 'metric', '', '2026'] })
    expect(lookUp(book, 'NPS', '', 'target')).toEqual({ value: '>= 50', row: 2 })
    expect(lookUp(book, 'NPS', '', 'owner')).toEqual({ value: 'Ann', row: 2 })
  })

  test('needs a title over the metrics', () => {
    const needs = '#VALUE! TRY: targets needs a header row with metric, segment and target, it has'
    expect(wrong([['NPS', '', '>= 50']])).toBe(`${needs} nps, >= 50`)
    expect(wrong([[null, ' ']])).toBe(`${needs} none`)
    expect(wrong([])).toBe(`${needs} none`)
    expect(wrong([['m'.repeat(50), 'target']])).toBe(`${needs} ${'m'.repeat(39)}…, target`)
  })

  test('passes an error in any of its cells on, with its place', () => {
    expect(
      wrong([
        ['metric', 'target'],
        ['NPS', new CellError('#REF!', '')],
      ]),
    ).toBe('#REF! TRY: targets row 2 column 2 is #REF!')
  })

  test('without a column of segments speaks of every segment', () => {
    const book = sheet(['metric', 'target'], ['NPS', 50])
    expect(lookUp(book, 'NPS', '', 'target')).toEqual({ value: 50, row: 2 })
    expect(lookUp(book, 'NPS', 'Retail', 'target')).toEqual({ value: 50, row: 2 })
  })
})

describe('a metric', () => {
  const book = () =>
    sheet(['metric', 'target'], [null, 'a note'], ['=nps()', 50], ['  ', 7], ['Wow rate', '> 3'], ['NPS', 50])

  test.each([
    ['NPS', 3],
    ['nps', 3],
    ['=NPS(A:A)', 3],
    ['WOW_RATE', 5],
    ['wow-rate', 5],
    ['CSAT', undefined],
    ['', undefined],
  ])('“%s” is first in row %s, whatever is above it', (name, row) => {
    expect(rowOf(book(), name)).toBe(row)
  })

  test('that stands there twice with the same is told by the first row', () => {
    expect(lookUp(book(), 'Nps', '', 'target')).toEqual({ value: 50, row: 3 })
  })

  test('that is not there has nothing said about it, nor has a column that is not there', () => {
    expect(lookUp(book(), 'CSAT', '', 'target')).toBeUndefined()
    expect(lookUp(book(), '', '', 'target')).toBeUndefined()
    expect(lookUp(book(), 'NPS', '', 'owner')).toBeUndefined()
  })
})

test('what is said may be a number, TRUE, or a text, without the spaces around it', () => {
  const book = sheet(['metric', 'target'], ['a', 0], ['b', false], ['c', '  >= 50 '])
  expect(['a', 'b', 'c'].map((name) => lookUp(book, name, '', 'target')?.value)).toEqual([0, false, '>= 50'])
})

test.each([
  ['E-mail', 'email'],
  ['e mail', 'email'],
  ['Small_ -business', 'smallbusiness'],
  ['All', ''],
  [' ALL ', ''],
  ['*', ''],
  ['', ''],
  ['All-in', 'allin'],
  ['**', '**'],
])('the segment “%s” is looked up as “%s”', (written, name) => {
  expect(segmentName(written)).toBe(name)
})

describe('a segment', () => {
  const book = () =>
    sheet(
      ['Metric', 'Segment', 'Target', 'Note'],
      ['NPS', 'All', 50, 'yearly'],
      ['NPS', 'E-mail', 40, null],
      ['NPS', 'Retail', 'n/a', '-'],
      ['NPS', 'Online', '', 'weekly'],
      ['CES', 'E-mail', 5, ''],
      ['CSAT', null, '85%', ''],
    )
  const said = (name: string, segment: string, field = 'target') => lookUp(book(), name, segment, field)

  test('has the row that is its own, whatever comes first', () => {
    expect(said('NPS', 'e mail')).toEqual({ value: 40, row: 3 })
    expect(said('NPS', 'online', 'note')).toEqual({ value: 'weekly', row: 5 })
  })

  test('has the row for every segment where its own says nothing', () => {
    expect(said('NPS', 'Phone')).toEqual({ value: 50, row: 2 })
    expect(said('NPS', 'Retail')).toEqual({ value: 50, row: 2 })
    expect(said('NPS', 'Online')).toEqual({ value: 50, row: 2 })
    expect(said('NPS', 'Retail', 'note')).toEqual({ value: 'yearly', row: 2 })
    expect(said('CSAT', 'Phone')).toEqual({ value: '85%', row: 7 })
  })

  test('may stand in the first column', () => {
    const turned = sheet(['Segment', 'Metric', 'Target'], ['Retail', 'NPS', 40], ['', 'NPS', 50])
    expect(lookUp(turned, 'NPS', 'Phone', 'target')).toEqual({ value: 50, row: 3 })
    expect(lookUp(turned, 'NPS', 'retail', 'target')).toEqual({ value: 40, row: 2 })
  })

  test('has nothing where only others have a row', () => {
    expect(said('CES', 'Phone')).toBeUndefined()
    expect(said('CES', '')).toBeUndefined()
  })
})

describe('two rows', () => {
  const header = ['metric', 'segment', 'target']
  const differ = (...lines: unknown[][]) =>
    wrong([header, ...lines], (book) => {
      lookUp(book, 'nps', 'Retail', 'target')
    })

  test('that say different things about one segment are named, with what they say', () => {
    expect(differ(['NPS', 'Retail', 50], ['CSAT', 'Retail', 5], ['nps', 'retail', '>= 50'])).toBe(
      '#VALUE! TRY: targets rows 2 and 4 differ: target is 50 and “>= 50”',
    )
    expect(differ(['NPS', '', 50], ['NPS', 'all', 50], ['NPS', '*', true])).toBe(
      '#VALUE! TRY: targets rows 2 and 4 differ: target is 50 and TRUE',
    )
  })

  test('are no contradiction where only one says something, or both say the same', () => {
    const book = sheet(
      header,
      ['NPS', 'Retail', 'TBD'],
      ['NPS', 'Retail', null],
      ['NPS', 'Retail', 50],
      ['NPS', 'Retail', 50],
    )
    expect(lookUp(book, 'NPS', 'Retail', 'target')).toEqual({ value: 50, row: 4 })
  })

  test('for every segment may differ where the segment has its own', () => {
    const book = sheet(header, ['NPS', '', 1], ['NPS', '', 2], ['NPS', 'Retail', 3])
    expect(lookUp(book, 'NPS', 'Retail', 'target')).toEqual({ value: 3, row: 4 })
  })
})

test('a column that is needed and not there is told, with those that are', () => {
  const lines = [
    ['Metric', null, 'Goal'],
    ['NPS', '', 50],
  ]
  expect(wrong(lines, (book) => needColumn(book, 'target', ', or leave it out'))).toBe(
    '#VALUE! TRY: targets has no column target, only metric, goal: title the one you mean target, or leave it out',
  )
  expect(wrong(lines, (book) => needColumn(book, 'target'))).toBe(
    '#VALUE! TRY: targets has no column target, only metric, goal: title the one you mean target',
  )
  expect(() => needColumn(sheet(...lines), 'goal')).not.toThrow()
})
