import { from, select } from '../log.ts'
import type { Column, Reduced, Table } from '../table.ts'
import { columnName, day, hasTimes, moment } from '../values.ts'

/** Rows that are alike become one, with how many there were. Nothing is left out: what a cell cannot read, it says. */
export function distinctRows(
  table: Table,
  inputs: readonly { name: string; isDate: boolean }[],
  days: boolean,
): Reduced {
  const { dialect, zone } = table
  const value = (column: Column, isDate: boolean): string => {
    // A text is read by the cell, and a number may be the hours that a case took.
    if (isDate && days && (hasTimes(column.type) || column.type === 'unknown')) return day(dialect, column, zone)
    if (isDate && hasTimes(column.type)) return moment(dialect, column, zone)
    return columnName(dialect, column)
  }
  // A column of a block may be called as an argument is.
  const taken = ['counts', 'as_of', 'left_out', ...inputs.map(({ name }) => name)]
  const columns = inputs.flatMap(({ name, isDate }) => {
    const own = table.columns[name] ?? []
    const titled = (column: Column) => (taken.includes(column.name) ? `${name} ${column.name}` : column.name)
    return own.map((column) => ({ title: own.length > 1 ? titled(column) : name, value: value(column, isDate) }))
  })
  const aliases = columns.map((_, i) => `v${i + 1}`)
  return {
    steps: [
      {
        name: 'source',
        sql: select(
          columns.map(({ value }, i) => `${value} AS ${aliases[i]!}`),
          from(table),
        ),
      },
    ],
    columns: [...columns.map(({ title }, i) => ({ title, sql: aliases[i]! })), { title: 'counts', sql: 'COUNT(*)' }],
    from: 'source',
    groupBy: aliases.join(', '),
  }
}
