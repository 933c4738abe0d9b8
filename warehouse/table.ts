import type { ColumnType, Dialect } from './dialect.ts'

/** A column of a table, as its engine knows it. */
export interface Column {
  name: string
  type: ColumnType
  /** Whether it was written in quotes, so that capitals are its own. */
  isQuoted?: true
}

/** Where the rows are, and which columns of them stand for the inputs of a reduction; a block of inputs has several. */
export interface Table {
  dialect: Dialect
  /** With schema and project where it has them: shop.orders. */
  name: string
  columns: Readonly<Record<string, readonly Column[]>>
  /** Which rows of it count, as it stands after WHERE; all unless said. */
  where?: string
  /** The zone in whose days times are told that know an instant: Europe/Berlin. */
  zone: string
}

/** A named part of a query. */
export interface Step {
  name: string
  sql: string
}

/** What a shape makes of a table: the steps, and the columns of the result, each by its title. */
export interface Reduced {
  steps: readonly Step[]
  columns: readonly { title: string; sql: string }[]
  from: string
  /** Of columns that are grouped, what stands after GROUP BY. */
  groupBy?: string
}
