import { amount, cleanText, dateText, day, moment, unlessNoDay, unlessPlaceholder } from './values.ts'
import { tableName } from './dialect.ts'
import type { Column, Reduced, Step, Table } from './table.ts'

/** What a log is read into. An input that may be missing leaves no row out. */
export interface Fields {
  /** The ids of customers. */
  id: string
  day?: string
  amount?: string
  /** A name as it is cleaned: a stage, a feature, a channel. */
  label?: string
  /** The exact time beside the day. */
  moment?: string
}

/**
 * A log of which the rows can be read: `log` holds id, day and what else there is, `about` in one row the last day looked
 * at, as_of, and how many rows were left out since an id, a date or an amount was missing or could not be read.
 */
export function logSteps(table: Table, fields: Fields, asOf: number | null): Step[] {
  const { dialect, zone } = table
  const column = (input: string): Column => table.columns[input]![0]!
  const read = Object.entries({
    id: cleanText(dialect, column(fields.id)),
    ...(fields.day && { day: day(dialect, column(fields.day), zone) }),
    ...(fields.moment && { moment: moment(dialect, column(fields.moment), zone) }),
    ...(fields.amount && { amount: amount(dialect, column(fields.amount)) }),
    ...(fields.label && { label: cleanText(dialect, column(fields.label)) }),
  })
  const kept = read.map(([name]) => {
    const value =
      name === 'day' ? unlessNoDay(name) : name === 'id' || name === 'label' ? unlessPlaceholder(dialect, name) : name
    return value === name ? name : `${value} AS ${name}`
  })
  const names = read.map(([name]) => name)
  const needed = names.filter((name) => name !== 'moment').map((name) => `${name} IS NOT NULL`)
  const until = asOf === null ? [] : [`day <= ${dateText(asOf)}`]
  const complete = needed.join(' AND ')
  const last = asOf === null ? `MAX(CASE WHEN ${complete} THEN day END)` : dateText(asOf)
  return [
    {
      name: 'given',
      sql: select(
        read.map(([name, value]) => `${value} AS ${name}`),
        from(table),
      ),
    },
    { name: 'source', sql: select(kept, 'FROM given') },
    { name: 'log', sql: select(names, `FROM source\n  WHERE ${[...needed, ...until].join(' AND ')}`) },
    {
      name: 'about',
      sql: select(
        [...(fields.day ? [`${last} AS as_of`] : []), `COUNT(*) - COUNT(CASE WHEN ${complete} THEN 1 END) AS left_out`],
        'FROM source',
      ),
    },
  ]
}

/** The last columns of a result from a log: the last day looked at, and how many rows could not be read. */
export const ABOUT: Reduced['columns'] = [
  { title: 'as_of', sql: 'about.as_of' },
  { title: 'left_out', sql: 'about.left_out' },
]

export function from({ dialect, name, where }: Table): string {
  return `FROM ${tableName(dialect, name)}${where ? `\n  WHERE ${where}` : ''}`
}

/** A step of a query: what is taken, each in a line of its own, and where from. */
export function select(columns: readonly string[], rest: string): string {
  return `  SELECT\n    ${columns.join(',\n    ')}\n  ${rest}`
}
