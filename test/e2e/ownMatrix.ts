import type { Book, CellValue } from '../../core/sheet/book.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { openPlan, type Sidebar } from './signalsSteps.ts'

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
const MEANING: Readonly<Record<string, string>> = {
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

/** What Signals is to hold of a row: words by what they mean, scores from 1 to 10 as 1 to 5 to the nearest half. */
export function expected(row: readonly CellValue[]): Record<string, CellValue> {
  const onFive = (score: CellValue) => (score === null ? null : Math.round(2 * (1 + ((Number(score) - 1) * 4) / 9)) / 2)
  return Object.fromEntries(
    HEADINGS.map(([own, title], i): [string, CellValue] => {
      const cell = row[i]!
      if (title === 'Kind' || title === 'Stage') return [title, MEANING[String(cell)]!]
      if (title === 'Promise' || title === 'Delivery') return [title, onFive(cell)]
      return [title || own, cell]
    }),
  )
}

/** The lines of a sheet with such rows, a title above them. */
export function ownLines(rows: readonly (readonly CellValue[])[]): (readonly CellValue[])[] {
  return [['Signal audit 2026'], [], HEADINGS.map(([title]) => title), ...rows]
}

/** A sheet with a line of title above such a table. */
export function ownSheet(name: string, rows: readonly (readonly CellValue[])[]): Parameters<Book['drawSheet']>[0] {
  return {
    name,
    replaces: null,
    widths: HEADINGS.map(() => 110),
    cells: ownLines(rows).flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell === null ? [] : [{ row, column, cell, ...(column === 8 && row > 2 && { format: 'yyyy-mm-dd' }) }],
      ),
    ),
    charts: [],
    page: { landscape: true, titleRows: 0 },
  }
}

/** The sheet in front is imported into a plan that has no sheet yet. */
export async function importTen(side: Sidebar): Promise<void> {
  const { frame } = side
  await openPlan(side)
  await frame.getByRole('button', { name: 'Import my table' }).click()
  await frame.getByRole('button', { name: 'Look at the selected sheet' }).click()
  await frame.getByRole('combobox', { name: 'both 2 rows' }).selectOption('tangible')
  await frame.getByRole('button', { name: 'Import 10 cues' }).click()
  await frame.getByText('10 cues imported from “Our cues”.').waitFor()
}
