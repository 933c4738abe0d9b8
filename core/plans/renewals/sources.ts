import { inputOf } from '../../catalogue/explain.ts'
import type { BesideChange, NewCell, RangeName, SheetContent } from '../../sheet/book.ts'
import { contentAt, titlesOf } from '../../sheet/rows.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { civil } from '../../statistics/time/calendar.ts'
import { cellsNamed } from '../typed.ts'

/** What a log is read from: each is kept in the sheet under its label, as a formula, so that it follows when columns move. */
export const CONTRACTS = ['Contract customers', 'Contract ends', 'Contract values'] as const
export const ORDERS = ['Order customers', 'Order dates', 'Order amounts'] as const
export type SourceLabel = (typeof CONTRACTS)[number] | (typeof ORDERS)[number]
export const SOURCE_LABELS: readonly SourceLabel[] = [...CONTRACTS, ...ORDERS]
const REFRESHED = 'Refreshed on'
const DAYS = 'Days ahead'
export const KEPT_LABELS = [...SOURCE_LABELS, REFRESHED] as const

export const USUAL_DAYS = 60
/** What stands in Why here of a customer who left the list and of whom something is noted. */
export const NO_LONGER = 'no longer due or at risk'

/** How the cells of a log are kept: it says how many of them are filled. */
const OF_CELLS = '=COUNTA({{cells}})'

/** Cells by their label as people type them, "" for none, and how many days to look ahead. */
export interface Sources {
  cells: Readonly<Record<SourceLabel, string>>
  days: number
}

/** What the sheet keeps of the last refresh. */
export function keptSources(content: SheetContent): Sources {
  const cells = SOURCE_LABELS.map((label) => [label, cellsNamed(OF_CELLS, beside(content, label))] as const)
  const days = Number(beside(content, DAYS) || USUAL_DAYS)
  return {
    cells: Object.fromEntries(cells) as Record<SourceLabel, string>,
    days: isDays(days) ? days : USUAL_DAYS,
  }
}

export function isDays(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 36500
}

/** The day of the last refresh as a formula has it; "" where there was none. */
export function refreshedOn(content: SheetContent): string {
  const found = /^=DATE\((\d+), ?(\d+), ?(\d+)\)$/.exec(beside(content, REFRESHED))
  return found ? [found[1], found[2]!.padStart(2, '0'), found[3]!.padStart(2, '0')].join('-') : ''
}

/** What of the sources is to be kept anew in the sheet. A label that people have removed is done without. */
export function keeping(content: SheetContent, { cells, days }: Sources, today: number): BesideChange[] {
  const { year, month, day } = civil(Math.floor(today))
  const wanted: readonly (readonly [string, NewCell])[] = [
    ...SOURCE_LABELS.map((label): [string, NewCell] => {
      const range = rangeIn(cells[label])
      return [label, range && { formula: OF_CELLS.replace('{{cells}}', () => reference(range)) }]
    }),
    [DAYS, days],
    [REFRESHED, { formula: `=DATE(${year}, ${month}, ${day})`, format: 'yyyy-mm-dd' }],
  ]
  const titles = titlesOf(content)
  return wanted.flatMap(([label, cell]) => {
    const seen = beside(content, label)
    const isKept = packed(seen) === packed(cell === null ? '' : typeof cell === 'object' ? cell.formula : String(cell))
    return titles.includes(label) && !isKept ? [{ label, seen, cell }] : []
  })
}

/** The cells that a text names with their sheet; null where it names none. */
export function rangeIn(text: string): RangeName | null {
  const input = inputOf(text.trim(), '')
  return input.kind === 'cells' && input.range.sheet !== '' ? input.range : null
}

function packed(formula: string): string {
  return formula.replace(/, /g, ',')
}

function beside(content: SheetContent, label: string): string {
  const column = titlesOf(content).indexOf(label)
  return column < 0 ? '' : contentAt(content, 0, column + 1)
}
