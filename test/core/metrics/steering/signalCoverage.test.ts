import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signalCoverage } from '../../../../core/metrics/steering/signalCoverage.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['outcome', 'cues', 'tangible', 'intangible', 'no_owner', 'no_metric', 'warning']
type Cue = readonly [type: string | null, outcome: string | null, owner: string | null, metric: string | null]
const run = (...cues: Cue[]): unknown[][] =>
  compute(signalCoverage, ...[0, 1, 2, 3].map((i) => column(...cues.map((cue) => cue[i])))) as unknown[][]
const warningOf = (...types: (string | null)[]): unknown =>
  run(...types.map((type): Cue => [type, 'Safe', 'Ann', 'NPS']))[1]![6]

test('cues of each kind, and those without an owner or a metric, for each outcome and in all', () => {
  expect(
    run(
      ['tangible', 'Safe', 'Ann', 'NPS'],
      ['intangible', 'Safe', null, 'CSAT'],
      ['tangible', 'Fast', 'Ben', ' '],
      ['intangible', 'Fast', '', null],
    ),
  ).toEqual([header, ['Fast', 2, 1, 1, 1, 2, ''], ['Safe', 2, 1, 1, 1, 0, ''], ['All', 4, 2, 2, 2, 2, '']])
})

test.each(['-', '\u2013', 'n/a', 'N.A.', 'none', 'TBD', 't.b.d.', 'tba', 'TBC', '?', 'Nobody', 'no one', ' unknown '])(
  '“%s” is no owner and no metric',
  (word) => {
    expect(run(['tangible', 'Safe', word, 'NPS'], ['intangible', 'Safe', 'Ann', word])[1]).toEqual([
      'Safe',
      2,
      1,
      1,
      1,
      1,
      '',
    ])
    expect(run(['tangible', 'Safe', 'Ann', 'NPS'], [null, null, word, word])[2]).toEqual(['All', 1, 1, 0, 0, 0, ''])
  },
)

test('names that only begin like those words are names', () => {
  expect(run(['tangible', 'Safe', 'Nona', 'None of five'], ['intangible', 'Safe', 'TBD team', 'TBDs'])[1]).toEqual([
    'Safe',
    2,
    1,
    1,
    0,
    0,
    '',
  ])
})

test('an outcome on one cue, or on one kind only, is warned about', () => {
  expect(warningOf('tangible', 'intangible')).toBe('')
  expect(warningOf('tangible', 'tangible')).toBe('tangible cues only')
  expect(warningOf('intangible', 'intangible')).toBe('intangible cues only')
  expect(warningOf('tangible')).toBe('rests on a single cue; tangible cues only')
  expect(warningOf('intangible')).toBe('rests on a single cue; intangible cues only')
})

test('a cue without a type counts, and is said', () => {
  expect(warningOf(null, 'tangible', 'intangible')).toBe('a cue has no type')
  expect(warningOf(null)).toBe('rests on a single cue; a cue has no type')
})

test('words are read in any case, outcomes are the same in any case', () => {
  expect(run(['Tangible', 'Safe', 'Ann', 'NPS'], [' INTANGIBLE', 'SAFE', 'Ann', 'NPS'])[1]).toEqual([
    'Safe',
    2,
    1,
    1,
    0,
    0,
    '',
  ])
})

test('cues without an outcome stand in a row of their own', () => {
  expect(run(['tangible', null, 'Ann', 'NPS'], ['intangible', 'Safe', 'Ann', 'NPS']).slice(1)).toEqual([
    ['Safe', 1, 0, 1, 0, 0, 'rests on a single cue; intangible cues only'],
    ['(no outcome)', 1, 1, 0, 0, 0, 'stands for no outcome'],
    ['All', 2, 1, 1, 0, 0, ''],
  ])
})

test('a blank row between cues is no cue', () => {
  expect(run(['tangible', 'Safe', 'Ann', 'NPS'], [null, '', ' ', null], ['intangible', 'Safe', 'Ann', 'NPS'])).toEqual([
    header,
    ['Safe', 2, 1, 1, 0, 0, ''],
    ['All', 2, 1, 1, 0, 0, ''],
  ])
})

test('a header is skipped', () => {
  expect(run(['Type', 'Outcome', 'Owner', 'Metric'], ['tangible', 'Safe', 'Ann', 'NPS'])[2]![1]).toBe(1)
})

test('the rows add up to the last one, and their order does not matter', () => {
  const cue = fc.tuple(
    fc.constantFrom('tangible', 'intangible', null),
    fc.constantFrom('a', 'b', 'c', null),
    fc.constantFrom('Ann', null),
    fc.constantFrom('NPS', null),
  )
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 30 }), (drawn) => {
      const cues: Cue[] = [...drawn, ['tangible', 'a', 'Ann', 'NPS']]
      const table = run(...cues).slice(1)
      const all = table[table.length - 1]!
      for (const i of [1, 2, 3, 4, 5]) {
        expect(table.slice(0, -1).reduce((total, row) => total + (row[i] as number), 0)).toBe(all[i])
      }
      const real = cues.filter((cells) => cells.some((cell) => cell !== null))
      const count = (i: number, value: string | null) => real.filter((cells) => cells[i] === value).length
      expect(all).toEqual([
        'All',
        real.length,
        count(0, 'tangible'),
        count(0, 'intangible'),
        count(2, null),
        count(3, null),
        '',
      ])
      expect(run(...cues.slice().reverse()).slice(1)).toEqual(table)
    }),
  )
})

test('wrong cells are named', () => {
  expect(failure(signalCoverage, column('tangible', 'both'), column('a', 'b'), column('', ''), column('', ''))).toBe(
    '#VALUE! SIGNAL_COVERAGE: types row 2 has “both”, use tangible or intangible',
  )
  expect(failure(signalCoverage, column('tangible', 'tangible'), column('a'), column('x', 'y'), column('', ''))).toBe(
    '#VALUE! SIGNAL_COVERAGE: types has 2 rows and outcomes has 1, select the same rows in both',
  )
  expect(failure(signalCoverage, column(null), column(null), column(null), column(null))).toBe(
    '#N/A SIGNAL_COVERAGE: types, outcomes, owners and metrics have no complete row',
  )
  expect(failure(signalCoverage, column('tangible'), column('a'), column('x'))).toBe(
    '#VALUE! SIGNAL_COVERAGE: metrics is missing',
  )
})

test('a first row that is neither a title nor a kind is refused, not dropped', () => {
  const cells = [
    column('Physical', 'intangible'),
    column('Trust', 'Speed'),
    column('Ann', 'Ben'),
    column('NPS', 'CSAT'),
  ]
  expect(failure(signalCoverage, ...cells)).toBe(
    '#VALUE! SIGNAL_COVERAGE: types row 1 has “Physical”, use tangible or intangible; if that is a title, select from the row below it',
  )
})

test('“-” and “n/a” are no outcome', () => {
  expect(run(['tangible', '-', 'Ann', 'NPS'], ['intangible', 'n/a', 'Ann', 'NPS']).slice(1)).toEqual([
    ['(no outcome)', 2, 1, 1, 0, 0, 'stands for no outcome'],
    ['All', 2, 1, 1, 0, 0, ''],
  ])
})
