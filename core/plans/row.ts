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
