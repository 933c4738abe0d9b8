import type { Book, CellValue } from '../../core/sheet/book.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'

/** The titles of a team’s own matrix, and those of Signals for which they stand; "" for what has no place there. */
export const HEADINGS = [
  ['Touchpoint', 'Cue'],
  ['T/I', 'Kind'],
  ['Phase', 'Stage'],
  ['Customer benefit', 'Outcome'],
  ['Promised (1-10)', 'Promise'],
  ['Delivered (1-10)', 'Delivery'],
  ['Proof', 'Backed by'],
  ['Verantwortlich', 'Owner'],
  ['Last check', 'Reviewed on'],
  ['Remarks', ''],
  ['Region', ''],
] as const

/** What its words stand for. */
export const MEANING: Readonly<Record<string, string>> = {
  T: 'tangible',
  I: 'intangible',
  both: 'tangible',
  Discovery: 'awareness',
  Vergleich: 'evaluation',
  Kauf: 'purchase',
  'set-up': 'onboarding',
  'in use': 'activation',
  Verlängerung: 'renewal',
}

const PHASES = ['Discovery', 'Vergleich', 'Kauf', 'set-up', 'in use', 'Verlängerung']
const OWNERS = ['Ann', 'Jürgen', 'Cleo', null]

/** Its rows as a team keeps them, some of them filled in by half. */
export function ownRows(count: number): CellValue[][] {
  return Array.from({ length: count }, (_, i) => {
    const isHalf = i % 9 === 8
    return [
      i === 4 ? '=Box with a name' : `Signal number ${i + 1}`,
      i === 6 || i === 7 ? 'both' : i % 2 === 0 ? 'T' : 'I',
      PHASES[i % PHASES.length]!,
      isHalf ? null : `Benefit ${i % 7}`,
      isHalf ? null : (i % 10) + 1,
      isHalf ? null : ((i * 3) % 10) + 1,
      i % 4 === 0 ? null : 'Returns policy',
      OWNERS[i % OWNERS.length]!,
      isHalf ? null : serialOf(2026, 2, 13) + (i % 15),
      i === 2 ? '=see the SLA' : i % 5 === 0 ? `-${i} ask again` : null,
      i % 3 === 0 ? 'DACH' : 'Nordics',
    ]
  })
}

/** A sheet with a line of title above such a table. */
export function ownSheet(name: string, rows: readonly (readonly CellValue[])[]): Parameters<Book['drawSheet']>[0] {
  const lines: (readonly CellValue[])[] = [['Signal audit 2026'], [], HEADINGS.map(([title]) => title), ...rows]
  return {
    name,
    replaces: null,
    widths: HEADINGS.map(() => 110),
    cells: lines.flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell === null ? [] : [{ row, column, cell, ...(column === 8 && row > 2 && { format: 'yyyy-mm-dd' }) }],
      ),
    ),
    charts: [],
    page: { landscape: true, titleRows: 0 },
  }
}
