import { PATHS } from '../commonColumns.ts'
import { dayIn, numberIn, wordIn, type Row } from '../row.ts'

export type Path = (typeof PATHS)[number]

export const WEEK_DAYS = 7
export const BASELINE_WEEKS = 4
export const PILOT_WEEKS = 13

/** The column that holds the numbers of a path. */
export const COLUMN_OF: Readonly<Record<Path, 'Product' | 'Service'>> = { product: 'Product', service: 'Service' }

/** The path that a pilot is compared with. */
export function otherThan(path: Path): Path {
  return path === 'product' ? 'service' : 'product'
}

export function isPath(word: string): word is Path {
  return (PATHS as readonly string[]).includes(word)
}

/** A week that has a day on which it begins. */
export interface Week {
  row: Row
  /** The serial number of its first day. */
  begins: number
}

/** The weeks of a phase, or all that have a day, in the order of their days. */
export function weeksOf(rows: readonly Row[], phase?: 'baseline' | 'pilot'): Week[] {
  return rows
    .filter((row) => phase === undefined || phaseOf(row) === phase)
    .flatMap((row) => {
      const day = dayIn(row, 'Begins on')
      return day === null ? [] : [{ row, begins: Math.floor(day) }]
    })
    .sort((a, b) => a.begins - b.begins)
}

export function phaseOf(row: Row): string {
  return wordIn(row, 'Phase').toLowerCase()
}

/** The last day of the pilot; null where no week of it has a day. */
export function lastDay(rows: readonly Row[]): number | null {
  const last = weeksOf(rows, 'pilot').pop()
  return last ? last.begins + WEEK_DAYS - 1 : null
}

/** What was measured in a phase on a path. */
export function numbersOf(rows: readonly Row[], phase: 'baseline' | 'pilot', path: Path): number[] {
  return rows.flatMap((row) => (phaseOf(row) === phase ? (numberIn(row, COLUMN_OF[path]) ?? []) : []))
}

/** What a week is called in a sentence. */
export function weekName(row: Row): string {
  return wordIn(row, 'Week') || `Row ${row.row + 1}`
}
