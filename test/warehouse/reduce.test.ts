import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue, findMetric } from '../../core/catalogue/catalogue.ts'
import { column, compute } from '../compute.ts'
import { expectClose } from '../close.ts'
import { reductionOf } from '../../warehouse/inputs.ts'
import { answered, type Request } from '../../warehouse/reduce.ts'
import { toldInTerminal } from '../../warehouse/terminal.ts'
import { duckdb, type Engine, type Value } from './engines.ts'

const spec = (name: string) => findMetric(name)!.spec

function asked(name: string, more: Partial<Request> = {}) {
  return answered({ spec: spec(name), dialect: 'duckdb', table: 'shop.orders', columns: {}, ...more })
}

function refusal(ask: () => unknown): string {
  try {
    ask()
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('nothing was refused')
}

const log = { ids: 'customer_id', dates: 'ordered_at timestamp', amounts: 'amount' }

describe('the formula', () => {
  test('takes each column of the result for the argument of its title', () => {
    const { formula } = asked('NPS_TABLE', { columns: { scores: 'score', segments: 'region' } })
    expect(formula).toBe('=NPS_TABLE(Reduced!A:A, Reduced!B:B, , Reduced!C:C)')
  })

  test('takes the last day from its column, and what is typed for the rest', () => {
    const { formula } = asked('COHORT_LTV', { columns: log, options: { gross_margin: '60%', period: 'week' } })
    expect(formula).toBe(
      '=COHORT_LTV(Reduced!A:A, Reduced!B:B, Reduced!C:C, 60%, , "week", Reduced!E2, , , Reduced!D:D)',
    )
  })

  test('has a day that is typed as a date, a list as cells, and a sheet with spaces in quotes', () => {
    const { formula } = asked('COHORT_RETENTION', {
      columns: { ids: 'id', dates: 'day' },
      options: { as_of: '2026-03-31' },
    })
    expect(formula).toContain('DATE(2026, 3, 31)')
    const funnel = asked('FUNNEL_EVENTS', {
      columns: { ids: 'id', stages: 'stage', dates: 'day' },
      options: { stage_order: 'Visit, Sign-up' },
      sheet: 'Extract 1',
    })
    expect(funnel.formula).toBe(
      `=FUNNEL_EVENTS('Extract 1'!A:A, 'Extract 1'!B:B, 'Extract 1'!C:C, {"Visit"; "Sign-up"}, , , 'Extract 1'!D:D)`,
    )
  })

  test.each([
    [{ bands: '7, 30' }, '{7; 30}'],
    [{ bands: 'Übersicht!B2:B9' }, 'Übersicht!B2:B9'],
    [{ bands: '$B$2:$B$9' }, '$B$2:$B$9'],
  ])('has a list of numbers as cells, and cells as they are: %j', (options, written) => {
    const { formula } = asked('BACKLOG_AGE', { columns: { opened: 'o', closed: 'c' }, options })
    expect(formula).toBe(`=BACKLOG_AGE(Reduced!A:A, Reduced!B:B, , ${written}, Reduced!C:C)`)
  })

  test('reads a decimal comma, and a sheet that is called like a cell', () => {
    const { formula } = asked('COHORT_LTV', {
      columns: log,
      options: { gross_margin: '62,5%', cac: '12,5' },
      sheet: 'A1',
    })
    expect(formula).toContain(", 62.5%, 12.5, , 'A1'!E2")
  })

  test('keeps a block apart from an argument that is called alike', () => {
    const { formula, columns } = asked('DRIVER_IMPACT', {
      columns: { outcome: 'nps', drivers: 'outcome, "a, b", counts' },
    })
    expect(columns).toEqual(['outcome', 'drivers outcome', 'a, b', 'drivers counts', 'counts'])
    expect(formula).toBe('=DRIVER_IMPACT(Reduced!A:A, Reduced!B:D, , Reduced!E:E)')
  })

  test('has one value for all rows, and a moment with its time', () => {
    const { formula } = asked('SLA_COMPLIANCE', {
      columns: { started: 'a', finished: 'b', target_hours: '24' },
      options: { as_of: '2011-06-01 08:00' },
    })
    expect(formula).toBe(
      '=SLA_COMPLIANCE(Reduced!A:A, Reduced!B:B, 24, DATE(2011, 6, 1)+TIME(8, 0, 0), , , , , Reduced!C:C)',
    )
  })

  test('names what it still needs, so that no number is made up', () => {
    expect(asked('COHORT_LTV', { columns: log }).formula).toContain(', gross_margin,')
  })

  test('takes a block of columns side by side', () => {
    const { formula, columns } = asked('DRIVER_IMPACT', { columns: { outcome: 'nps', drivers: 'speed, price, tone' } })
    expect(columns).toEqual(['outcome', 'speed', 'price', 'tone', 'counts'])
    expect(formula).toBe('=DRIVER_IMPACT(Reduced!A:A, Reduced!B:D, , Reduced!E:E)')
  })

  test('counts a table of histories as it stands', () => {
    const { formula, columns } = asked('BGNBD_FIT', { columns: { frequency: 'x', recency: 't_x', age: 't' } })
    expect(columns).toEqual(['frequency', 'recency', 'age', 'counts'])
    expect(formula).toBe('=BGNBD_FIT(Reduced!A:A, Reduced!B:B, Reduced!C:C, Reduced!D:D)')
  })
})

describe('what is wrong is told in a sentence', () => {
  test.each<[string, () => unknown, string]>([
    [
      'a function without a query',
      () => asked('LTV'),
      'LTV has no query: it works with single values: let the engine count or add them up',
    ],
    [
      'a column that is missing',
      () => asked('REPEAT_RATE', { columns: { ids: 'id' } }),
      'REPEAT_RATE needs the column of dates: Date of each row.',
    ],
    [
      'a column that no query reads',
      () => asked('MRR_MOVEMENTS', { columns: { ...log, end_dates: 'ended' } }),
      'the query of MRR_MOVEMENTS reads no column end_dates, it reads ids, dates, amounts',
    ],
    [
      'a zone for a column without a type',
      () => asked('REPEAT_RATE', { columns: { ids: 'id', dates: 'day' }, zone: 'Europe/Berlin' }),
      'a zone needs the type of dates: write it behind the column, such as "ordered_at timestamptz"',
    ],
    [
      'a name with spaces',
      () => asked('NPS', { columns: { scores: 'How likely is it' } }),
      '“likely is it” behind How is no type: a name with spaces stands in double quotes',
    ],
    [
      'a choice that is none',
      () => asked('COHORT_RETENTION', { columns: { ids: 'id', dates: 'day' }, options: { output: 'counts' } }),
      'output is “counts”, use rate, count',
    ],
    [
      'a word for a number',
      () => asked('NPS_TABLE', { columns: { scores: 's', segments: 'r' }, options: { min_answers: 'ten' } }),
      'min_answers is “ten”, write a number or a cell',
    ],
    [
      'a condition with an open quotation mark',
      () => asked('NPS', { columns: { scores: 'score' }, where: "a = 'x" }),
      'the condition has a quotation mark that is not closed',
    ],
    [
      'no metric',
      () => toldInTerminal({ dialect: 'duckdb' }),
      '--metric is missing, such as --metric NPS_TABLE; with nothing at all, everything is told',
    ],
    [
      'no table in the terminal',
      () => toldInTerminal({ metric: 'NPS', dialect: 'duckdb' }),
      '--table is missing, such as --table shop.orders',
    ],
    [
      'a cell for a number that stands in the query',
      () =>
        asked('ATTRIBUTION', {
          columns: { ids: 'id', dates: 't timestamp', channels: 'c' },
          options: { lookback_days: 'B2' },
        }),
      'lookback_days is “B2”, write the number: it stands in the query too',
    ],
    ['no column at all', () => asked('FCR'), 'FCR needs a column of contacts_per_case, resolved'],
    ['no table', () => asked('NPS', { table: ' ', columns: { scores: 'score' } }), 'the table is missing'],
    [
      'a zone that is none',
      () => asked('NPS', { columns: { scores: 'score' }, zone: "UTC'; DROP" }),
      "the zone is “UTC'; DROP”, use a name such as Europe/Berlin",
    ],
    [
      'a period that is none',
      () => asked('COHORT_RETENTION', { columns: { ids: 'id', dates: 'day' }, options: { period: 'fortnight' } }),
      'period is “fortnight”, use day, week, month, quarter, year',
    ],
    [
      'a day that is none',
      () => asked('COHORT_RETENTION', { columns: { ids: 'id', dates: 'day' }, options: { as_of: 'yesterday' } }),
      'as_of is “yesterday”, write a day such as 2026-03-31',
    ],
    [
      'a second statement',
      () => asked('NPS', { columns: { scores: 'score' }, where: 'true; DROP TABLE x' }),
      'the condition is to be one, without ; and --',
    ],
    [
      'a metric that is none',
      () => toldInTerminal({ metric: 'nsp' }),
      'there is no function NSP; without --metric all that have a query are listed',
    ],
    [
      'a dialect that is none',
      () => toldInTerminal({ metric: 'nps', table: 'x', dialect: 'oracle' }),
      '--dialect is “oracle”, use bigquery, snowflake, postgresql, duckdb, databricks, redshift',
    ],
  ])('%s', (_, ask, sentence) => {
    expect(refusal(ask)).toBe(sentence)
  })

  test('every function has a query, or a reason of its own kind', () => {
    const first = reductionOf(spec('DATA_CHECK'))
    const fallen = catalogue().filter(({ spec }) => reductionOf(spec) === first)
    expect(fallen.map(({ spec }) => spec.name).sort()).toEqual(
      'BREAK_EVEN DATA_CHECK HEALTH_SCORE SCENARIOS SENSITIVITY SIGNAL_COVERAGE SIGNAL_GAP SIMULATE TORNADO'.split(' '),
    )
  })
})

describe('in the terminal', () => {
  test('the query is a text that an engine runs, with the formula and what to know as comments', () => {
    const told = toldInTerminal({ metric: 'nps', dialect: 'duckdb', table: 'answers', scores: 'score' })
    expect(told).toContain('-- =NPS(Reduced!A:A, Reduced!B:B)\nWITH source AS (')
  })

  test('a function alone tells its columns and options', () => {
    expect(toldInTerminal({ metric: 'NPS_TABLE' })).toMatch(
      /--scores .*\n.*--segments .*\n\nOptions:\n.*--min_answers \(optional\)/,
    )
    expect(toldInTerminal({})).toContain('COHORT_RETENTION')
  })
})

test('a conversion counts for its whole day only at midnight, also where its type is not known', () => {
  const columns = { ids: 'id', dates: 't timestamp', channels: 'channel' }
  const whole = (ended: string) =>
    asked('ATTRIBUTION', { columns: { ...columns, conversion_dates: ended } }).sql.includes('c.ended = ')
  expect(['c', 'c timestamp', 'c date'].map(whole)).toEqual([true, true, false])
})

test('a projection keeps who came when, also where its periods stand in a cell', () => {
  const keeps = (periods: string) =>
    asked('COHORT_LTV', { columns: log, options: { gross_margin: '60%', periods } }).sql.includes('kinds AS (')
  expect(['12', 'B2', '=B2', '0', ''].map(keeps)).toEqual([true, true, true, false, false])
})

test('a name in quotes keeps its capitals, and what stands in it', () => {
  const columns = { ids: '"orderedBy" text', dates: '"say ""when""" date' }
  const { sql } = asked('COHORT_RETENTION', { dialect: 'snowflake', table: 'shop."Orders"', columns })
  expect(sql).toContain('FROM shop."Orders"')
  expect(sql).toContain('"orderedBy"')
  expect(sql).toContain('"say ""when"""')
})

describe('rows that cannot be read', () => {
  let engine: Engine
  beforeAll(async () => {
    engine = await duckdb()
  })
  afterAll(() => engine.close())

  test('are counted beside the result, and told by a formula', async () => {
    const rows: Value[][] = [
      ['Ann', '2026-01-05', '10'],
      ['Ann', '2026-02-05', '12.50'],
      ['(not set)', '2026-02-06', '7'],
      ['Ben', 'next week', '7'],
      ['Ben', '2026-02-07', 'free'],
      ['Ben', '2026-02-08', null],
      ['Ben', '2026-01-31', '4'],
    ]
    const text = (name: string) => ({ name, type: 'text' as const })
    await engine.fill('orders', { columns: [text('who'), text('day'), text('paid')], rows })
    const { sql, check, columns } = asked('COHORT_REVENUE', {
      table: 'orders',
      columns: { ids: 'who', dates: 'day text', amounts: 'paid text' },
    })
    const result = await engine.run(sql)
    expect(result.titles).toEqual(columns)
    expect(check).toBe('="rows left out: "&Reduced!F2')
    expect(new Set(result.rows.map((row) => row[5]))).toEqual(new Set([4]))
    const [ids, dates, amounts, customers] = [0, 1, 2, 3].map((at) => column(...result.rows.map((row) => row[at])))
    expectClose(
      compute(findMetric('COHORT_REVENUE')!, ids, dates, amounts, 'month', 'total', null, undefined, customers),
      [
        ['cohort', 'customers', 0, 1],
        [46023, 2, 14, 12.5],
      ],
    )
  })

  test('and those of a summary come along, so that the function names them', async () => {
    await engine.fill('answers', { columns: [{ name: 'score', type: 'text' }], rows: [['9'], ['9'], ['11'], [null]] })
    const { sql } = asked('NPS', { table: 'answers', columns: { scores: 'score' } })
    const { rows } = await engine.run(sql)
    expect(rows.map(([score]) => score)).toEqual(['11', '9', null])
    expect(() =>
      compute(findMetric('NPS')!, column(...rows.map(([score]) => score)), column(...rows.map(([, n]) => n))),
    ).toThrow('NPS: scores row 1 has 11, outside 0 to 10')
  })

  test('a condition and names that need quotes are understood', async () => {
    await engine.fill('"my answers"', { columns: [{ name: 'order', type: 'number' }], rows: [[9], [2]] })
    const { sql } = asked('NPS', { table: '"my answers"', columns: { scores: 'order' }, where: 'WHERE "order" > 5;' })
    expect((await engine.run(sql)).rows).toEqual([[9, 1]])
  })
})
