import { findMetric } from '../../core/catalogue/catalogue.ts'
import { CellError } from '../../core/cell.ts'
import type { Arg, Metric, Result, Spec } from '../../core/metric.ts'
import { parseIso } from '../../core/statistics/time/calendar.ts'
import { answered, listed, type Answered } from '../../warehouse/reduce.ts'
import type { DialectName } from '../../warehouse/dialect.ts'
import { reductionOf } from '../../warehouse/inputs.ts'
import { compute } from '../compute.ts'
import { tables, typeNames, type Case, type Kind, type Value } from './cases.ts'

type Options = Readonly<Record<string, string>>
type Columns = ReadonlyMap<string, readonly Value[][]>

export function metricNamed(name: string): Metric {
  const metric = findMetric(name)
  if (!metric) throw new Error(`there is no function ${name}`)
  return metric
}

/** The query of a case, in the words of an engine. */
export function queryOf({ name, table, columns, options, zone, where }: Case, dialect: DialectName): Answered {
  const kinds: Readonly<Record<string, Kind>> = tables[table].columns
  const typed = Object.entries(columns).map(([input, names]) => [
    input,
    columnsIn(names)
      .map((column) => `${quoted(column)} ${typeNames[dialect][kinds[column]!]}`)
      .join(', '),
  ])
  return answered({
    spec: metricNamed(name).spec,
    dialect,
    table: quoted(table),
    columns: Object.fromEntries(typed) as Record<string, string>,
    ...(options && { options }),
    ...(zone && { zone }),
    ...(where && { where: where.sql }),
  })
}

function columnsIn(names: string): string[] {
  return names.split(', ')
}

/** As somebody writes a name that is no single word. */
function quoted(name: string): string {
  return /^\w+$/.test(name) ? name : `"${name}"`
}

/** What the cell function makes of the rows of a query's result, which stand in a sheet below their titles. Dates are serial numbers. */
export function finish(
  { name }: Spec,
  titles: readonly string[],
  rows: readonly (readonly Value[])[],
  options: Options = {},
  blocks: Readonly<Record<string, Value[][]>> = {},
): Result | string {
  const metric = metricNamed(name)
  const isOwn = (title: string) => metric.spec.args.some((arg) => arg.name === title) || NOT_READ.includes(title)
  const wide = metric.spec.args.find((arg) => arg.wide)
  const names = wide ? titles.filter((title) => !isOwn(title)) : []
  const cells = (title: string): Value[][] => {
    const at = titles.indexOf(title)
    // Whole columns have cells below the last row.
    return [[title], ...rows.map((row) => [row[at]!]), [null]]
  }
  const columns = new Map(titles.map((title) => [title, title === 'as_of' ? cells(title).slice(1, 2) : cells(title)]))
  if (wide && names.length > 0) columns.set(wide.name, beside(names.map(cells)))
  return resultOf(metric, new Map<string, readonly Value[][]>([...columns, ...Object.entries(blocks)]), options)
}

const NOT_READ = ['as_of', 'left_out']

/** What the cell function gives for all rows of a case. */
export function overAllRows({ name, table, columns, options = {}, zone = 'UTC', where }: Case): Result | string {
  const metric = metricNamed(name)
  const { columns: kinds, rows } = tables[table]
  const names = Object.keys(kinds)
  const kept = where ? rows.filter((row) => where.keeps(Object.fromEntries(names.map((n, i) => [n, row[i]!])))) : rows
  const cells = (column: string): Value[][] => {
    const at = names.indexOf(column)
    const kind: Kind = (kinds as Readonly<Record<string, Kind>>)[column]!
    return [[column], ...kept.map((row) => [cellOf(row[at]!, kind, zone)])]
  }
  const given = new Map(Object.entries(columns).map(([input, own]) => [input, beside(columnsIn(own).map(cells))]))
  const reduction = reductionOf(metric.spec)
  if (typeof reduction === 'string') throw new Error(reduction)
  if (reduction.shape === 'histories') return resultOf(metric, histories(given, options), options)
  if (reduction.shape === 'paths') return resultOf(metric, paths(given, options), options)
  return resultOf(metric, given, options)
}

/** The columns of CLV_INPUTS, from which the models of customer value are fitted. */
function histories(given: Columns, options: Options): Columns {
  const found = resultOf(metricNamed('CLV_INPUTS'), given, options)
  return columnsOf(found as Value[][])
}

/** The paths of a log, each once for every customer. */
function paths(given: Columns, options: Options): Columns {
  const found = columnsOf(resultOf(metricNamed('TOUCH_PATHS'), given, options) as Value[][])
  const converted = found.get('converted')!
  const body = converted.slice(1)
  return new Map([
    ['paths', found.get('path')!],
    ['conversions', converted],
    ['nulls', [['nulls'], ...body.map(([one]) => [1 - Number(one)])]],
  ])
}

function columnsOf(found: Value[][]): Columns {
  if (!Array.isArray(found)) throw new Error(String(found))
  return new Map(found[0]!.map((title, i) => [String(title), found.map((row) => [row[i]!])]))
}

function beside(columns: Value[][][]): Value[][] {
  return columns[0]!.map((_, row) => columns.map((cells) => cells[row]![0]!))
}

/** What a call gives, or its code and sentence. */
export function resultOf(metric: Metric, columns: Columns, options: Options): Result | string {
  const cells = metric.spec.args.map((arg) => {
    const typed = options[arg.name]
    return typed === undefined ? columns.get(arg.name) : typedCell(arg, typed)
  })
  try {
    return compute(metric, ...cells)
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
}

/** What is typed for an argument, as a cell. */
function typedCell({ shape, limits }: Arg<unknown>, typed: string): unknown {
  if (shape === 'range' && !limits) return listed(typed).map((name) => [name])
  const number = Number(typed.replace(/%$/, ''))
  if (Number.isNaN(number)) return typed
  return typed.endsWith('%') ? number / 100 : number
}

/** A value of a table as a cell holds it: a day or a time on the clock of the zone as a serial number. */
export function cellOf(value: Value, kind: Kind, zone = 'UTC'): Value {
  if (value === null) return null
  if (kind === 'exact') return Number(value)
  if (kind === 'date' || kind === 'datetime') return parseIso(String(value))
  return kind === 'instant' ? parseIso(onTheClock(String(value), zone)) : value
}

/** 2024-03-31T00:30:00Z as it is told in Berlin: 2024-03-31T01:30:00 */
export function onTheClock(instant: string, zone: string): string {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  return clock.format(new Date(instant)).replace(' ', 'T')
}
