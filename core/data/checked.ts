import type { Selection, SheetContent } from '../sheet/book.ts'
import { findingsOf, type Finding } from './findings.ts'
import { mendOf, type Mend } from './mend.ts'
import { addressIn, cellsIn, regionAt, type Region } from './region.ts'
import { tableOf, type Table } from './table.ts'

/** A table of a sheet, and what stands in its way. */
export interface Checked {
  sheet: string
  /** What to look at to see the same again. */
  selection: Selection
  content: SheetContent
  region: Region
  table: Table
  /** Where each column of the table stands in the sheet, from 0. */
  columns: readonly number[]
  findings: readonly Finding[]
  /** What can be done about each of them. Known once, since a large table takes a second. */
  mends: ReadonlyMap<Finding, Mend>
  /** Columns that keep what was there before a mend, by the column of the table. */
  kept: ReadonlyMap<number, number>
}

const ORIGINAL = ' (original)'

export function titleOfOriginal(title: string): string {
  return `${title}${ORIGINAL}`
}

/** The table that a person has selected, checked; null where nothing stands. */
export function check(content: SheetContent, selection: Selection): Checked | null {
  const region = regionAt(content, selection)
  const whole = region && tableOf(cellsIn(content, region))
  if (!whole) return null
  const own = whole.titles.map((title) => ({ title, base: baseOf(title, whole.titles) }))
  const columns = own.flatMap(({ base }, i) => (base < 0 ? [i] : []))
  const table = {
    ...whole,
    titles: columns.map((i) => whole.titles[i]!),
    rows: whole.rows.map((row) => columns.map((i) => row[i]!)),
  }
  const kept = new Map<number, number>()
  own.forEach(({ base }, i) => {
    if (base >= 0) kept.set(columns.indexOf(base), region.left + i)
  })
  const findings = findingsOf(table)
  const mends = findings.flatMap((finding): [Finding, Mend][] => {
    const mend = mendOf(table, finding, findings)
    return mend ? [[finding, mend]] : []
  })
  // The selected cell itself may be gone by then, or stand elsewhere.
  const corner = { ...selection, address: addressIn({ ...region, bottom: region.top, right: region.left }) }
  return {
    sheet: selection.sheet,
    selection: selection.rows * selection.columns > 1 ? selection : corner,
    content,
    region,
    table,
    columns: columns.map((i) => region.left + i),
    findings,
    mends: new Map(mends),
    kept,
  }
}

/** The column whose original stands under this title; -1 where it is no such title. */
function baseOf(title: string, titles: readonly string[]): number {
  return title.endsWith(ORIGINAL) ? titles.indexOf(title.slice(0, -ORIGINAL.length)) : -1
}

/** The row of the sheet, from 0, in which a row of the table stands. */
export function sheetRow({ region, table }: Pick<Checked, 'region' | 'table'>, row: number): number {
  return region.top + table.first - 1 + row
}
