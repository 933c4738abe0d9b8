import { catalogue, findMetric } from '../core/catalogue/catalogue.ts'
import { argumentHelp } from '../core/catalogue/reference.ts'
import type { Spec } from '../core/metric.ts'
import { isCounts } from '../core/reading/standingFor.ts'
import { dialectNames, type DialectName } from './dialect.ts'
import { dialects } from './dialects/index.ts'
import { columnsOf, inputsOf, reductionOf } from './inputs.ts'
import { answered } from './reduce.ts'

/** What is typed besides the columns and the options of the function. */
const SETTINGS = ['metric', 'dialect', 'table', 'where', 'zone', 'sheet']

/** The query for what is typed, with what to know about it as comments; or what may be typed. Fails with a sentence. */
export function toldInTerminal(given: Readonly<Record<string, string>>): string {
  const name = given.metric?.trim().toUpperCase()
  if (Object.keys(given).length === 0 || 'help' in given) return usage()
  if (!name) throw new Error('--metric is missing, such as --metric NPS_TABLE; with nothing at all, everything is told')
  const spec = findMetric(name)?.spec
  if (!spec) throw new Error(`there is no function ${name}; without --metric all that have a query are listed`)
  const reduction = reductionOf(spec)
  if (typeof reduction === 'string') throw new Error(`${name} has no query: ${reduction}`)
  if (Object.keys(given).length === 1) return usageOf(spec)
  if (!given.table) throw new Error('--table is missing, such as --table shop.orders')
  if (given.where?.trim() === '') throw new Error('--where is blank: leave it out, or write one such as "amount > 0"')
  const typed = given.dialect?.trim().toLowerCase() ?? ''
  const dialect = typed === 'postgres' ? 'postgresql' : typed
  if (!dialect) throw new Error(`--dialect is missing: ${dialectNames.join(', ')}`)
  if (!(dialectNames as readonly string[]).includes(dialect)) {
    throw new Error(`--dialect is “${given.dialect ?? ''}”, use ${dialectNames.join(', ')}`)
  }
  const inputs = [...inputsOf(spec), ...columnsOf(spec)].map((input) => input.name)
  const options = optionsOf(spec).map((arg) => arg.name)
  const known = [...SETTINGS, ...inputs, ...options]
  const unknown = Object.keys(given).find((typed) => !known.includes(typed))
  if (unknown !== undefined) throw new Error(`--${unknown} is none of --${[...new Set(known)].join(', --')}`)
  const picked = (names: readonly string[]) =>
    Object.fromEntries(names.flatMap((one) => (given[one] === undefined ? [] : [[one, given[one]]])))
  const { sql, check, notes } = answered({
    spec,
    dialect: dialect as DialectName,
    table: given.table,
    columns: picked(inputs),
    options: picked(options),
    ...picked(['where', 'zone', 'sheet']),
  })
  const told = [...notes, ...(check ? [check] : [])]
  return `${told.map((line) => `-- ${line}\n`).join('')}${sql}`
}

/** The arguments that are no columns of a table: with them the formula is written, and some of them shape the query. */
function optionsOf(spec: Spec) {
  const inputs = [...inputsOf(spec), ...columnsOf(spec)].map((input) => input.name)
  return spec.args.filter((arg) => !inputs.includes(arg.name) && !isCounts(arg))
}

function usage(): string {
  const covered = catalogue().filter(({ spec }) => typeof reductionOf(spec) !== 'string')
  return [
    'npm run sql -- --metric NPS_TABLE --dialect bigquery --table shop.answers --scores score --segments region',
    '',
    `--dialect   ${dialectNames.map((name) => `${name} (${dialects[name].title})`).join(', ')}`,
    '--table     the table, with its schema; a column may have its type behind it: --dates "ordered_at timestamptz"',
    '--where     which rows count, such as "country = \'DE\'"',
    '--zone      the zone whose days count for times that know an instant: Europe/Berlin; UTC when left out',
    '--sheet     the sheet that the result is put in; Reduced when left out',
    '',
    `--metric    ${covered.map(({ spec }) => spec.name).join(', ')}`,
    '            with nothing else: which columns and options it takes',
  ].join('\n')
}

function usageOf(spec: Spec): string {
  const line = (name: string, isOptional: boolean, help: string) =>
    `  --${name}${isOptional ? ' (optional)' : ''}  ${help}`
  return [
    `${spec.name}: ${spec.summary}`,
    '',
    'Columns:',
    ...inputsOf(spec).map(({ name, optional, help }) => line(name, optional, help)),
    ...(optionsOf(spec).length > 0 ? ['', 'Options:'] : []),
    ...optionsOf(spec).map((arg) => line(arg.name, arg.optional, argumentHelp(arg))),
  ].join('\n')
}
