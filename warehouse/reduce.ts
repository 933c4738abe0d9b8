import type { Spec } from '../core/metric.ts'
import { parseIso, type Period } from '../core/statistics/time/calendar.ts'
import type { Reduction } from '../core/reduction.ts'
import { checkOf, chosen, formulaOf } from './formula.ts'
import { quotedName, typeNamed, type DialectName } from './dialect.ts'
import { dialects } from './dialects/index.ts'
import { asInput, columnsOf, inputsOf, reductionOf } from './inputs.ts'
import { cohortMoney, cohorts } from './shapes/cohorts.ts'
import { days, histories, ledger, returns, totals } from './shapes/customers.ts'
import { features, paths, stages } from './shapes/journeys.ts'
import { distinctRows } from './shapes/rows.ts'
import type { Column, Reduced, Table } from './table.ts'
import { hasTimes } from './values.ts'

/** What somebody wants to know, and where their rows are. */
export interface Request {
  spec: Spec
  dialect: DialectName
  table: string
  /** For each input the name of its column, and its type after a space where it is known: "ordered_at timestamptz". */
  columns: Readonly<Record<string, string>>
  /** The other arguments of the function, as they are typed: 80%, month, 2026-03-31. */
  options?: Readonly<Record<string, string>>
  where?: string
  zone?: string
  /** The sheet that the result is put in, with its titles in the first row. */
  sheet?: string
}

export interface Answered {
  sql: string
  /** The formula that finishes it. */
  formula: string
  /** A formula that tells how many rows could not be read, where they do not come along. */
  check: string | null
  /** The titles of the result. */
  columns: readonly string[]
  /** What to know about it, in sentences. */
  notes: readonly string[]
}

/** The query that reduces a table for a function, and the formula that finishes it. Fails with a sentence. */
export function answered(asked: Request): Answered {
  const request = withSingles(asked)
  const { spec, options = {}, sheet = 'Reduced' } = request
  const reduction = reductionOf(spec)
  if (typeof reduction === 'string') throw new Error(`${spec.name} has no query: ${reduction}`)
  const table = tableOf(request)
  const reduced = reducedBy(request, table, reduction)
  const columns = reduced.columns.map(({ title }) => title)
  const formula = formulaOf(spec, { columns, options, sheet })
  return {
    sql: `-- ${formula}\n${written(reduced, table)}`,
    formula,
    check: columns.includes('left_out') ? checkOf(columns, sheet) : null,
    columns,
    notes: notesOf(request, table, columns),
  }
}

/** One value for all rows, such as 24 hours, is no column of a table. */
function withSingles(request: Request): Request {
  const { spec, columns, options } = request
  const isSingle = (name: string) =>
    columnsOf(spec).some((arg) => arg.name === name && (arg as { oneForAll?: boolean }).oneForAll) &&
    /^\s*(?:\d|["'].*\d)/.test(columns[name]!)
  const singles = Object.keys(columns).filter(isSingle)
  if (singles.length === 0) return request
  const picked = (wanted: boolean) =>
    Object.fromEntries(Object.entries(columns).filter(([name]) => singles.includes(name) === wanted))
  return { ...request, columns: picked(false), options: { ...options, ...picked(true) } }
}

function reducedBy({ spec, columns, options = {} }: Request, table: Table, reduction: Reduction): Reduced {
  if (reduction.shape === 'rows' || isSummary(spec, columns)) {
    const inputs = columnsOf(spec)
      .map(asInput)
      .filter(({ name }) => columns[name] !== undefined)
    return distinctRows(table, inputs, reduction.shape === 'rows' && reduction.days === true)
  }
  const asOf = dayOf(options.as_of)
  const period = choiceOf(spec, options, 'period', 'month') as Period
  switch (reduction.shape) {
    case 'cohorts':
      return reduction.money
        ? cohortMoney(table, period, asOf, isTyped(options.periods) && Number(options.periods) !== 0)
        : cohorts(table, period, choiceOf(spec, options, 'mode', 'exact'), asOf)
    case 'returns':
      return returns(table)
    case 'histories':
      return histories(table, reduction.of, asOf)
    case 'days':
      return days(table, asOf)
    case 'totals':
      return totals(table, asOf)
    case 'ledger':
      return ledger(table, period, asOf)
    case 'stages':
      return stages(table, listed(options.stage_order), isTyped(options.window_days))
    case 'features':
      return features(table)
    case 'paths':
      return paths(table, daysOf('lookback_days', options.lookback_days))
  }
}

/** Whether the table has the histories of customers already, which need no more than to be counted. */
function isSummary(spec: Spec, columns: Request['columns']): boolean {
  return spec.reduce?.shape === 'histories' && columnsOf(spec).every(({ name }) => columns[name] !== undefined)
}

/** The names of a list as they are typed: Visit, Sign-up, Paid. */
export function listed(typed = ''): string[] {
  return typed
    .replace(/^\{|\}$/g, '')
    .split(/[,;]/)
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => name !== '')
}

function isTyped(option: string | undefined): option is string {
  return option !== undefined && option.trim() !== ''
}

function choiceOf({ args }: Spec, options: Readonly<Record<string, string>>, name: string, otherwise: string): string {
  const arg = args.find((arg) => arg.name === name)
  const typed = options[name]?.trim().replace(/^"|"$/g, '')
  return arg && typed ? chosen(arg, typed) : (arg?.standard ?? otherwise)
}

/** A number that the query itself needs, so that a cell will not do. */
function daysOf(name: string, typed: string | undefined): number | null {
  if (!isTyped(typed)) return null
  const days = Number(typed)
  if (Number.isNaN(days)) throw new Error(`${name} is “${typed}”, write the number: it stands in the query too`)
  return days
}

function dayOf(typed: string | undefined): number | null {
  if (!isTyped(typed)) return null
  const serial = parseIso(typed.trim())
  if (Number.isNaN(serial)) throw new Error(`as_of is “${typed}”, write a day such as 2026-03-31`)
  return Math.floor(serial)
}

function tableOf({ spec, dialect: name, table, columns, options = {}, where, zone }: Request): Table {
  const dialect = dialects[name]
  if (table.trim() === '') throw new Error('the table is missing')
  if (zone !== undefined && !/^[A-Za-z0-9_+\-/]+$/.test(zone))
    throw new Error(`the zone is “${zone}”, use a name such as Europe/Berlin`)
  const known = isSummary(spec, columns) ? columnsOf(spec).map(asInput) : inputsOf(spec)
  const unknown = Object.keys(columns).find((given) => !known.some(({ name }) => name === given))
  if (unknown !== undefined) {
    const names = known.map(({ name }) => name).join(', ')
    throw new Error(`the query of ${spec.name} reads no column ${unknown}, it reads ${names}`)
  }
  if (known.every(({ name }) => columns[name] === undefined)) {
    throw new Error(`${spec.name} needs a column of ${known.map(({ name }) => name).join(', ')}`)
  }
  const isGiven = (input: string) => columns[input] !== undefined || isTyped(options[input])
  const missing = known.find(({ name, optional }) => !optional && !isGiven(name))
  if (missing) throw new Error(`${spec.name} needs the column of ${missing.name}: ${missing.help}`)
  const read = (written: string): Column => {
    const found = /^\s*(?:"((?:[^"]|"")+)"|`((?:[^`]|``)+)`|(\S+))\s*(.*)$/s.exec(written)
    if (!found) throw new Error('a column has no name')
    const [, quoted, ticked, plain, type = ''] = found
    const kept = quoted?.replace(/""/g, '"') ?? ticked?.replace(/``/g, '`')
    if (/\s/.test(type.trim()) && typeNamed(dialect, type) === 'unknown') {
      throw new Error(`“${type.trim()}” behind ${plain ?? kept} is no type: a name with spaces stands in double quotes`)
    }
    return { name: kept ?? plain!, type: typeNamed(dialect, type), ...(kept !== undefined && { isQuoted: true }) }
  }
  const byInput = Object.fromEntries(
    Object.entries(columns).map(([input, written]) => {
      const isWide = known.find(({ name }) => name === input)!.isWide
      return [input, (isWide ? written.split(BETWEEN_COLUMNS) : [written]).map(read)]
    }),
  )
  const untyped = known.find(({ name, isDate }) => isDate && byInput[name]?.some(({ type }) => type === 'unknown'))
  if (zone !== undefined && untyped) {
    throw new Error(
      `a zone needs the type of ${untyped.name}: write it behind the column, such as "ordered_at timestamptz"`,
    )
  }
  return {
    dialect,
    name: table,
    columns: byInput,
    ...(where?.trim() && { where: withoutEnd(where) }),
    zone: zone ?? 'UTC',
  }
}

/** A comma that stands neither in quotes nor in the brackets of a type. */
const BETWEEN_COLUMNS = /,(?![^(]*\))(?=(?:[^"]*"[^"]*")*[^"]*$)/

/** A condition is one, and ends no statement. */
function withoutEnd(where: string): string {
  const bare = where.trim().replace(/;\s*$/, '')
  if ((bare.match(/'/g) ?? []).length % 2 === 1)
    throw new Error('the condition has a quotation mark that is not closed')
  if (/;|--/.test(bare.replace(/'[^']*'/g, ''))) throw new Error('the condition is to be one, without ; and --')
  return bare.replace(/^where\s+/i, '')
}

function written({ steps, columns, from, groupBy }: Reduced, { dialect }: Table): string {
  const parts = steps.map(({ name, sql }) => `${name} AS (\n${sql}\n)`)
  const taken = columns.map(({ title, sql }) => `  ${sql} AS ${quotedName(dialect, title)}`)
  // Of rows that are alike but for their spelling, the same one stands first each time.
  const sorted = groupBy ? columns.filter(({ title }) => title !== 'counts') : columns.slice(0, 2)
  const order = sorted.map((_, i) => i + 1)
  return [
    `WITH ${parts.join(',\n')}`,
    `SELECT\n${taken.join(',\n')}`,
    `FROM ${from}`,
    ...(groupBy ? [`GROUP BY ${groupBy}`] : []),
    `ORDER BY ${order.join(', ')}`,
  ].join('\n')
}

function notesOf(request: Request, table: Table, titles: readonly string[]): string[] {
  const { columns, spec, options = {}, zone } = request
  const { lacks } = table.dialect
  const isTimed = Object.values(table.columns).some((own) => own.some(({ type }) => hasTimes(type)))
  const isUntyped = (name: string) => table.columns[name]?.some(({ type }) => type === 'unknown') ?? false
  const untyped = inputsOf(spec).flatMap(({ name, isDate }) => (isDate && isUntyped(name) ? [name] : []))
  const shape = spec.reduce?.shape
  const isOfCustomers = shape === 'histories' || shape === 'days' || shape === 'totals'
  const open = spec.args.filter(
    (arg) =>
      !arg.optional && !titles.includes(arg.name) && columns[arg.name] === undefined && !isTyped(options[arg.name]),
  )
  return [
    ...(open.length > 0 ? [`Still to be put into the formula: ${open.map(({ name }) => name).join(', ')}.`] : []),
    ...(titles.includes('left_out')
      ? ['left_out says how many rows had no id, date or amount, or one that cannot be read: it is to be 0, or known.']
      : ['Rows that the function cannot read come along as they are, and it names them.']),
    ...(titles.includes('as_of') && !isTyped(options.as_of)
      ? ['as_of is the last day in the table, which the formula takes from its column.']
      : []),
    ...(isTimed && zone === undefined
      ? ['Days are those of UTC; name the zone in which you count days if that is another.']
      : []),
    ...(untyped.length > 0
      ? [
          `Where ${untyped.join(' or ')} knows a time zone, write its type behind the column, so that its days are those of a zone.`,
        ]
      : []),
    ...(shape === 'paths' ? ['Touches of one time stand in the order of their channels’ names.'] : []),
    ...(shape === 'histories' && titles.includes('age') ? ['Times are in weeks, as CLV_INPUTS gives them.'] : []),
    ...(isOfCustomers
      ? [
          'A sheet of an engine’s results ends at 500,000 rows, less with many columns. Above that, fit in the engine’s own tools: a sample, or rounded times, would give other numbers.',
        ]
      : []),
    ...(lacks && titles.includes('left_out') ? [lacks] : []),
  ]
}
