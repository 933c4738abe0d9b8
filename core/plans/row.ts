import type { CellValue } from '../sheet/book.ts'
import { isPending } from '../cell.ts'
import { FIRST_SERIAL, LAST_SERIAL } from '../statistics/time/calendar.ts'

/** One row of a plan, as the sheet says it. */
export interface Row {
  /** Its number in the sheet, from 0. */
  row: number
  id: string
  /** It was copied from another row, whose id it has. */
  isCopy: boolean
  /** What its cells show, by title. */
  values: Readonly<Record<string, CellValue>>
  /** What every cell of it holds, by title: what a later write expects to find. */
  seen: Readonly<Record<string, string>>
}

/** What a cell shows as text without spaces around; "" where it is blank or its column is gone. */
export function wordIn({ values }: Row, title: string): string {
  return String(values[title] ?? '').trim()
}

/** The first row that says a name in a column, in whatever case. */
export function rowNamed(rows: readonly Row[], title: string, name: string): Row | undefined {
  const columns = named.get(rows) ?? new Map<string, Map<string, Row>>()
  named.set(rows, columns)
  const there = columns.get(title) ?? byName(rows, title)
  columns.set(title, there)
  return there.get(name.toLowerCase())
}

function byName(rows: readonly Row[], title: string): Map<string, Row> {
  const first = new Map<string, Row>()
  for (const row of rows) {
    const name = wordIn(row, title).toLowerCase()
    if (!first.has(name)) first.set(name, row)
  }
  return first
}

/** Every row of a plan asks the same rows of another: they are looked through once. */
const named = new WeakMap<readonly Row[], Map<string, Map<string, Row>>>()

/** The number in a cell; null for anything else. */
export function numberIn({ values }: Row, title: string): number | null {
  const value = values[title]
  return typeof value === 'number' ? value : null
}

/** The serial number of the day in a cell; null for anything else. */
export function dayIn(row: Row, title: string): number | null {
  const serial = numberIn(row, title)
  return serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null
}

/** What a cell holds, the formula where there is one; "" where it is blank or its column is gone. */
export function contentIn({ seen }: Row, title: string): string {
  return seen[title] ?? ''
}

/** Whether a cell holds neither a formula nor anything but spaces. */
export function isBlank(row: Row, title: string): boolean {
  return contentIn(row, title).trim() === ''
}

/** What a formula gives by now; null while it is not worked out. */
export function liveIn({ values }: Row, title: string): CellValue {
  const value = values[title] ?? null
  return isPending(value) ? null : value
}

/** Whether a cell shows the code of an error. */
export function isError(value: CellValue): value is string {
  return typeof value === 'string' && value.startsWith('#')
}

/** Whether a formula of a row has no value yet. */
export function awaits(row: Row, title: string): boolean {
  return liveIn(row, title) === null && contentIn(row, title).startsWith('=')
}
