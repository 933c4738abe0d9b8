import { parse, validate } from '@polyglot-sql/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import {
  dialectNames,
  identifier,
  quotedName,
  tableName,
  typeNamed,
  type ColumnType,
  type DialectName,
} from '../../warehouse/dialect.ts'
import { dialects } from '../../warehouse/dialects/index.ts'
import { placeholderWords } from '../../core/reading/texts/placeholders.ts'
import { reductionOf } from '../../warehouse/inputs.ts'
import { awkwardNames, awkwardTexts, cases, dayTexts, typeNames, type Kind } from './cases.ts'
import { duckdb, postgresql, type Engine } from './engines.ts'
import { cellOf, queryOf } from './finish.ts'

/**
 * What a parser says against a query. It knows brackets and the order of words, but takes any function in any dialect, so
 * that nothing here proves a word to be known to its engine.
 */
function objections(sql: string, dialect: DialectName): string[] {
  const { errors } = validate(sql, dialect, { strictSyntax: true, semantic: true })
  return errors
    .filter(({ code, severity }) => severity === 'error' && !(code === UNGROUPED && sql.includes('WITHIN GROUP')))
    .map(({ code, message }) => `${code} ${message}`)
}

/** It takes the order within LISTAGG for a column of the query. */
const UNGROUPED = 'E230'

test('every function that has a query has a case of it', () => {
  const names = catalogue().filter(({ spec }) => typeof reductionOf(spec) !== 'string')
  const tried = new Set(cases.map(({ name }) => name))
  expect(names.map(({ spec }) => spec.name).filter((name) => !tried.has(name))).toEqual([])
})

describe.each(dialectNames)('%s', (name) => {
  const dialect = dialects[name]

  test('parses every query', () => {
    // Without the formula, which is a comment, many are the same.
    const queries = new Set(cases.map((one) => queryOf(one, name).sql.replace(/^--.*\n/, '')))
    const refused = [...queries].flatMap((sql) => objections(sql, name).map((objection) => `${objection}: ${sql}`))
    expect(refused).toEqual([])
  })

  test.each<[string, (sql: string) => string]>([
    ['a closing bracket', (sql) => sql.replace('MIN(period)', 'MIN(period')],
    ['the bracket after a step', (sql) => sql.replace('\n),\nabout', '\n,\nabout')],
    ['the comma between two steps', (sql) => sql.replace('),\nabout', ')\nabout')],
    ['the comma between two columns', (sql) => sql.replace(/(AS .ids.),/, '$1')],
    ['a column before a comma', (sql) => sql.replace('SELECT\n', 'SELECT ,\n')],
    ['BY', (sql) => sql.replace('ORDER BY 1', 'ORDER 1')],
    ['the closing quote of a text', (sql) => sql.replace("' no. '", "' no. ")],
    ['END', (sql) => sql.replace(/ END AS /, ' AS ')],
  ])('parses no query that lacks %s', (_, without) => {
    const { sql } = queryOf(
      cases.find((one) => one.name === 'COHORT_RETENTION')!,
      name,
    )
    expect(without(sql)).not.toBe(sql)
    expect(objections(without(sql), name)).not.toEqual([])
  })

  // Google's engine knows a backslash in a name, and this parser does not: npm run test:bigquery has those names too.
  const names = awkwardNames.filter((given) => dialect.quoteWithin === undefined || !/[\\`]/.test(given))
  test.each(names)('takes %j for a name, and for nothing else', (given) => {
    const folded = dialect.folds === 'upper' && /^[A-Za-z]+$/.test(given) ? given.toUpperCase() : given
    expect(selected(`SELECT ${identifier(dialect, given)} FROM t`, name)).toEqual([folded])
    expect(selected(`SELECT 1 AS ${quotedName(dialect, given)} FROM t`, name)).toEqual([given])
  })

  test.each(awkwardTexts)('takes %j for a text, and for nothing else', (given) => {
    expect(selected(`SELECT ${dialect.text(given)} FROM t`, name)).toHaveLength(1)
    expect(dialect.text(given)).toMatch(name === 'redshift' ? /^'.*'$/s : /^[ -~]+$|\ud83d\ude00/)
  })

  test('knows each type of column by what its tables call it', () => {
    const meant: Record<Kind, ColumnType> = {
      text: 'text',
      integer: 'number',
      float: 'number',
      exact: 'number',
      date: 'date',
      datetime: 'timestamp',
      instant: 'timestamptz',
      boolean: 'boolean',
    }
    const kinds = Object.keys(meant) as Kind[]
    expect(kinds.map((kind) => typeNamed(dialect, typeNames[name][kind]))).toEqual(kinds.map((kind) => meant[kind]))
  })
})

/** The names of the columns that a query of one statement selects; null for what has none. */
function selected(sql: string, dialect: DialectName): (string | null)[] {
  const { success, ast, error } = parse(sql, dialect as Parameters<typeof parse>[1])
  if (!success) throw new Error(`${error}: ${sql}`)
  expect(ast).toHaveLength(1)
  const [{ select }] = ast as unknown as [{ select: { expressions: Selected[] } }]
  return select.expressions.map(({ column, alias }) => column?.name.name ?? alias?.alias.name ?? null)
}

/** What of a parsed column is looked at. */
interface Selected {
  column?: { name: { name: string } }
  alias?: { alias: { name: string } }
}

test.each<[string, string, string]>([
  ['orders', 'orders', 'orders'],
  ['shop.orders', 'shop.orders', 'shop.orders'],
  ['my-project.shop.orders', '`my-project`.shop.orders', '"my-project".shop.orders'],
  ['`my-project.shop.orders`', '`my-project`.shop.orders', '"my-project".shop.orders'],
  ['`my-project`.`the shop`.orders', '`my-project`.`the shop`.orders', '"my-project"."the shop".orders'],
  ['"the shop"."all.orders"', '`the shop`.`all.orders`', '"the shop"."all.orders"'],
  ['shop.Select', 'shop.`Select`', 'shop."SELECT"'],
  ['survey of "all"', '`survey of "all"`', '"survey of ""all"""'],
  ['"a""b"', '`a"b`', '"a""b"'],
  ['`a``b`', '`a\\`b`', '"a`b"'],
  ['t; DROP TABLE t --', '`t; DROP TABLE t --`', '"t; DROP TABLE t --"'],
  ['t" --', '`t" --`', '"t"" --"'],
])('the table %s is %s in BigQuery and %s in Snowflake', (given, bigquery, snowflake) => {
  expect(tableName(dialects.bigquery, given)).toBe(bigquery)
  expect(tableName(dialects.snowflake, given)).toBe(snowflake)
})

describe.each([
  ['duckdb', duckdb],
  ['postgresql', postgresql],
] as const)('the engine of %s', (name, start) => {
  let engine: Engine
  beforeAll(async () => void (engine = await start()))
  afterAll(() => engine.close())

  test('gives awkward texts back', async () => {
    const { rows } = await engine.run(`SELECT ${awkwardTexts.map((text) => dialects[name].text(text)).join(', ')}`)
    expect(rows).toEqual([awkwardTexts])
  })

  test.each(dayTexts)('reads the day of the text %j as %j', async (text, day, moment) => {
    await engine.fill('days', { columns: [{ name: 'a', type: 'text' }], rows: [[text]] })
    const { asDay, asMoment } = dialects[name]
    const { rows } = await engine.run(`SELECT ${asDay('a', 'text', 'UTC')}, ${asMoment('a', 'text', 'UTC')} FROM days`)
    expect(rows).toEqual([[cellOf(day, 'date'), cellOf(moment, 'date')]])
  })

  test('finds columns with awkward names', async () => {
    const names = awkwardNames.map((given) => quotedName(dialects[name], given))
    const values = awkwardNames.map((_, i) => `${i} AS ${names[i]!}`)
    const read = awkwardNames.map((given) => identifier(dialects[name], given))
    const { titles } = await engine.run(`SELECT ${read.join(', ')} FROM (SELECT ${values.join(', ')}) AS t`)
    expect(titles).toEqual(awkwardNames)
  })
})

test('no placeholder has a digit, so that ids with one are not looked up', () => {
  expect([...placeholderWords].filter((word) => /\d/.test(word))).toEqual([])
})

test.each<[DialectName, string, string]>([
  ['bigquery', 'INT64', 'number'],
  ['bigquery', 'ARRAY<INT64>', 'unknown'],
  ['bigquery', 'BIGNUMERIC(38, 9)', 'number'],
  ['postgresql', 'interval', 'unknown'],
  ['postgresql', 'point', 'unknown'],
  ['postgresql', 'character varying(40)', 'text'],
  ['postgresql', 'timestamp(6) with time zone', 'timestamptz'],
  ['postgresql', 'timestamp without time zone', 'timestamp'],
  ['duckdb', 'TIMESTAMP WITH TIME ZONE', 'timestamptz'],
  ['duckdb', 'HUGEINT', 'number'],
  ['snowflake', 'TIMESTAMP WITH LOCAL TIME ZONE', 'timestamptz'],
  ['snowflake', 'TIMESTAMP_LTZ(9)', 'timestamptz'],
  ['snowflake', 'TIMESTAMP_NTZ', 'timestamp'],
  ['databricks', 'TIMESTAMPNTZ', 'timestamp'],
  ['databricks', 'timestamp', 'timestamptz'],
  ['redshift', 'double precision', 'number'],
])('to %s %s is %s', (dialect, written, type) => {
  expect(typeNamed(dialects[dialect], written)).toBe(type)
})
