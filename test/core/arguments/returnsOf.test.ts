import { describe, expect, test } from 'vitest'
import { dates, numberColumn, wishedMetric, segments, text } from '../../../core/arguments/index.ts'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import type { Result, Returns, Spec, Unit } from '../../../core/metric.ts'
import { returnsOf, type KnownCells } from '../../../core/arguments/returnsOf.ts'
import { serialOf } from '../../../core/statistics/time/calendar.ts'
import { plain } from '../../close.ts'
import { column } from '../../compute.ts'

const known: KnownCells = { decode: plain, find: findMetric }

/** A metric that gives a table of amounts by group. */
const spec: Spec = {
  name: 'TRY',
  summary: '',
  questions: [],
  args: [numberColumn('amounts', ''), segments('groups', '')],
  returns: {
    better: 'lower',
    table: [
      { name: 'rank', unit: 'count' },
      { name: 'group', unit: 'text', labelsOf: 'groups' },
      { name: 'amount', unit: 'money' },
    ],
  },
  examples: [],
  source: '',
}

const table = (...labels: (number | string)[]): Result => [
  ['rank', 'group', 'amount'],
  ...labels.map((label, i) => [i + 1, label, serialOf(2026, 3, 1)]),
]

/** What the labels of the result count, under this title. */
function unit(title: unknown, labels: (number | string)[], showsDates?: (raw: unknown) => boolean): Unit | undefined {
  const given = [column('Amount', 1), column(title, 2)]
  const { table: columns } = returnsOf(spec, given, table(...labels), { ...known, ...(showsDates && { showsDates }) })
  return columns![1]!.unit
}

/** Two days, neither of which begins a month. */
const days = [serialOf(2026, 3, 2), serialOf(2026, 3, 9)]
const months = [serialOf(2026, 3, 1), serialOf(2026, 4, 1)]

describe('labels that are numbers are dates', () => {
  test.each(['Date', 'Signup day', 'week', 'MONTH', 'Quarter', 'Year', 'Period', 'cohort', 'Time', 'order_date'])(
    'under the title “%s”',
    (title) => {
      expect(unit(title, days)).toBe('date')
    },
  )

  test.each(['Code', 'Postal code', 'Region', ''])('but not under “%s”', (title) => {
    expect(unit(title, days)).toBe('text')
  })

  test('where no title says that they are something else', () => {
    expect(unit(days[0], days)).toBe('date')
    expect(unit(null, days)).toBe('date')
  })

  test('whatever the title, where each begins a month', () => {
    expect(unit('Code', months)).toBe('date')
    expect(unit('Code', [months[0]!, days[0]!])).toBe('text')
    expect(unit('Code', [days[0]!, months[0]!])).toBe('text')
    expect(unit('Code', [months[0]!, months[1]! + 0.5])).toBe('text')
  })

  test('whatever the title, where the argument takes dates and is given', () => {
    const ofDates: Spec = { ...spec, args: spec.args.map((arg) => ({ ...arg, date: true })) }
    const shown = (groups: unknown) =>
      returnsOf(ofDates, [column('Amount', 1), groups], table(...days), { ...known, showsDates: () => false })
        .table![1]!.unit
    expect(shown(column('Code', 2))).toBe('date')
    expect(shown(null)).toBe('text')
  })

  test('not because one alone begins a month, as one code in thirty does', () => {
    expect(unit('Code', [months[0]!])).toBe('text')
    expect(unit('Month', [months[0]!])).toBe('date')
  })

  test('from 1990 to 2050', () => {
    expect(unit('Date', [serialOf(1990, 1, 1)])).toBe('date')
    expect(unit('Date', [serialOf(1989, 12, 31)])).toBe('text')
    expect(unit('Date', [serialOf(2050, 12, 30)])).toBe('date')
    expect(unit('Date', [serialOf(2051, 1, 1)])).toBe('text')
    expect(unit('Date', [days[0]!, 7])).toBe('text')
    expect(unit('Date', [7, days[0]!])).toBe('text')
    expect(unit('Code', [serialOf(1980, 1, 1), serialOf(1980, 2, 1)])).toBe('text')
  })

  test('beside texts, such as the row of all the others', () => {
    expect(unit('Month', [...days, 'all'])).toBe('date')
    expect(unit('Month', ['2026-03', '2026-04'])).toBe('text')
    expect(unit('Month', [])).toBe('text')
  })
})

describe('a host that knows how cells are formatted', () => {
  test('says whether labels are dates, whatever the title', () => {
    expect(unit('Code', days, () => true)).toBe('date')
    expect(unit('Date', days, () => false)).toBe('text')
  })

  test('is asked about the cells of the argument that the labels come from', () => {
    const asked: unknown[] = []
    unit('Code', days, (raw) => asked.push(raw) > 0)
    expect(asked).toEqual([column('Code', 2)])
  })

  test('does not make dates of labels that are none', () => {
    expect(unit('Date', [7, 8], () => true)).toBe('text')
    expect(unit('Date', ['a'], () => true)).toBe('text')
  })

  test('does not know of months that have no format yet', () => {
    expect(unit('Code', months, () => false)).toBe('date')
  })
})

test('labels of one cell are told by it', () => {
  const told = (raw: unknown) => returnsOf(spec, [1, raw], table(...days), known).table![1]!.unit
  expect(told(days[0])).toBe('date')
  expect(told('Code')).toBe('text')
  expect(told('Week')).toBe('date')
  expect(told(undefined)).toBe('date')
  expect(told([])).toBe('date')
})

test('only the labels change, and only what they count', () => {
  const given = [column('Amount', 1), column('Week', 2)]
  expect(returnsOf(spec, given, table(...days), known)).toEqual({
    better: 'lower',
    table: [
      { name: 'rank', unit: 'count' },
      { name: 'group', unit: 'date', labelsOf: 'groups' },
      { name: 'amount', unit: 'money' },
    ],
  })
  expect(spec.returns.table![1]!.unit).toBe('text')
})

test.each<[string, Returns, Result]>([
  ['a single value', { unit: 'money', table: spec.returns.table! }, days[0]!],
  ['a table without labels', { table: [{ name: 'amount', unit: 'money' }] }, [['amount'], [days[0]!]]],
  ['a value in each row', { unit: 'number', column: 'doubled' }, [['doubled'], [days[0]!]]],
])('%s counts what the metric says', (_, returns, result) => {
  expect(returnsOf({ ...spec, returns }, [column('Week', 2), column('Week', 2)], result, known)).toBe(returns)
})

test('labels of several arguments are told apart', () => {
  const both: Spec = {
    ...spec,
    args: [dates('starts', ''), segments('groups', '')],
    returns: {
      table: [
        { name: 'group', unit: 'text', labelsOf: 'groups' },
        { name: 'start', unit: 'text', labelsOf: 'starts' },
      ],
    },
  }
  const result = [
    ['group', 'start'],
    [days[0]!, days[1]!],
  ]
  expect(
    returnsOf(both, [column('Start date', days[0]), column('Code', 7)], result, known).table!.map(({ unit }) => unit),
  ).toEqual(['text', 'date'])
})

describe('the values of a function that is named', () => {
  const named: Spec = {
    ...spec,
    args: [wishedMetric('metric', ''), segments('groups', '')],
    returns: {
      table: [
        { name: 'group', unit: 'text', labelsOf: 'groups' },
        { name: 'the metric …', unit: 'number', unitOf: 'metric' },
      ],
    },
  }
  const unitOf = (metric: unknown) =>
    returnsOf(
      named,
      [metric, column('a')],
      [
        ['group', 'x'],
        ['a', 1],
      ],
      known,
    ).table![1]

  test.each([
    ['CHURN_RATE', 'fraction'],
    ['nps desc', 'points'],
    [[['=CAC()']], 'money'],
    ['uptime, ascending', 'fraction'],
  ])('%j count %s', (metric, unit) => {
    expect(unitOf(metric)).toMatchObject({ unit })
  })

  test('tell so many digits as that function does', () => {
    expect([unitOf('UPTIME')!.digits, unitOf('CSAT')!.digits]).toEqual([
      findMetric('UPTIME')!.spec.returns.digits,
      undefined,
    ])
  })

  test.each([['NPX'], [''], [3], [undefined], ['NPS_TABLE']])('are numbers where %j names none', (metric) => {
    expect(unitOf(metric)).toEqual({ name: 'the metric …', unit: 'number', unitOf: 'metric' })
  })
})

describe('a choice that changes what is counted', () => {
  const chosen: Spec = {
    ...spec,
    args: [text('output', '', { default: null })],
    returns: {
      table: [
        { name: 'cohort', unit: 'date' },
        { name: '0, 1, …', unit: 'fraction', unitWhen: { argument: 'output', is: 'count', unit: 'count' } },
      ],
    },
  }
  test.each([
    ['count', 'count'],
    [' Count ', 'count'],
    [[['COUNT']], 'count'],
    ['rate', 'fraction'],
    [undefined, 'fraction'],
    [null, 'fraction'],
  ])('%j', (output, unit) => {
    expect(
      returnsOf(
        chosen,
        [output],
        [
          ['cohort', 0],
          [46023, 1],
        ],
        known,
      ).table!.map((one) => one.unit),
    ).toEqual(['date', unit])
  })
})
