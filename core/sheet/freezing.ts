import type { CellValue, FormulaToFreeze, FreezeOutcome, NewCell, KeptCell } from './book.ts'
import { keptIn, markOf, noteKeeping } from './keptFormula.ts'
import { isErrorText } from './cellErrors.ts'
import { cellName } from './sheetReference.ts'

/** A formula and all cells that it fills, as a host finds them when it is about to write. */
export interface FilledCells {
  formula: string
  /** Row by row; null where nobody can tell which cells the formula fills. */
  values: readonly (readonly CellValue[])[] | null
  note: string
}

/** What is to be written over a formula and the cells that it fills, and the note of its cell. */
export interface Freezing {
  cells: NewCell[][]
  note: string
  outcome: FreezeOutcome
}

type Kept = Extract<FreezeOutcome, { became: 'kept' }>

/** What a formula becomes; why it stays, where it does. `instead` is what takes its place, where that is a formula. */
export function frozen(
  { formula, row, column, named }: Pick<FormulaToFreeze, 'formula' | 'row' | 'column' | 'named'>,
  now: FilledCells,
  instead: string | null,
): Freezing | Kept {
  const shown = now.values?.[0]?.[0] ?? null
  const stays = (why: Kept['why'], shows: CellValue = shown): Kept => ({ became: 'kept', why, shows })
  if (now.formula !== formula) return stays('changed', now.formula || shown)
  if (now.values === null) return stays('unknown size')
  const [rows, columns] = [now.values.length, now.values[0]!.length]
  const unfinished = now.values.flat().find(isUnfinishedText)
  if (unfinished !== undefined) return stays('unfinished', unfinished)
  const failed = now.values.flat().find(isErrorText)
  if (failed !== undefined) return stays('error', failed)
  const asFormula = rows * columns === 1 ? (instead ?? (shown === null || shown === '' ? NOTHING : null)) : null
  const cells = asFormula === null ? now.values.map((line) => [...line]) : [[{ formula: asFormula }]]
  const mark = markOf(now.values, asFormula ?? '')
  const beside = keptIn(now.note)?.beside ?? now.note
  return {
    cells,
    note: noteKeeping({ formula, cell: cellName(row, column), rows, columns, mark, named, beside }),
    outcome: { became: asFormula !== null && asFormula === instead ? 'formula' : 'value' },
  }
}

/** Whether a formula of the spreadsheet’s own takes the place, so that it is to be seen whether it shows the same. */
export function isTrial(one: Freezing | Kept): one is Freezing {
  return 'cells' in one && one.outcome.became === 'formula'
}

/** An empty text, which leaves its cell a filled one. */
const NOTHING = '=""'

/** Whether a cell shows that its formula is being worked out, as in Excel or as in Google Sheets. */
export function isUnfinishedText(value: CellValue): boolean {
  return typeof value === 'string' && /^(?:#BUSY!|#GETTING_DATA|Loading\.\.\.)$/.test(value)
}

/**
 * Whether a formula that took the place of another one has the value of that one. Where it is shown in another way, since
 * spreadsheets format a formula by the cells that it names, its cell gets the format PLAIN.
 */
export function showsSame(before: CellValue, after: CellValue): boolean {
  if (typeof before !== 'number' || typeof after !== 'number') return (before ?? '') === (after ?? '')
  return Math.abs(before - after) <= 1e-9 * Math.max(Math.abs(before), Math.abs(after))
}

/** What stands now where a formula is to come back: its note, and the cells that it filled. */
export interface StandingCells {
  note: string
  values: readonly (readonly CellValue[])[]
  /** The formula of the first cell. */
  formula: string
}

/** What is to be written where a note keeps a formula; null where something else stands there by now. */
export function thawed(
  { note, formula }: Pick<KeptCell, 'note' | 'formula'>,
  now: StandingCells,
): Omit<Freezing, 'outcome'> | null {
  const kept = keptIn(note)
  if (!kept || now.note !== note || markOf(now.values, now.formula) !== kept.mark) return null
  const cells = Array.from({ length: kept.rows }, () => new Array<NewCell>(kept.columns).fill(null))
  cells[0]![0] = { formula }
  return { cells, note: kept.beside }
}
