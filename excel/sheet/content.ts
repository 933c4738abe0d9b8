import type { CellValue, NewCell, SheetContent } from '../../core/sheet/book.ts'
import { GENERAL } from '../../core/metric.ts'
import { TEXT } from '../../core/sheet/looks.ts'
import { keep, type SheetEdit } from '../../core/sheet/rows.ts'
import { prefixed, unprefixed } from '../formulas.ts'

/** What Excel tells of a block of cells. */
export interface Block {
  rowIndex: number
  columnIndex: number
  values: unknown[][]
  formulas: unknown[][]
}

export type FormattedBlock = Block & { numberFormat: unknown[][] }

/** What Excel takes for a cell; null leaves the cell as it is. */
export type Entry = string | number | boolean | null

/** A block to write in three steps, each in the size of the block. */
export interface Writing {
  /** Number formats that let Excel take what is typed; null where there is nothing to do. */
  opening: (string | null)[][]
  entries: Entry[][]
  /** Number formats that the cells have afterwards. */
  closing: (string | null)[][]
}

const LONGEST_TEXT = 32_767

/** The cells of a sheet from its first one on, without blank rows and columns at the end. */
export function sheetContent(block: Block, namespace: string): SheetContent {
  const values = fromFirstCell(
    block,
    block.values.map((row) => row.map(valueOf)),
    null,
  )
  const formulas = fromFirstCell(
    block,
    block.formulas.map((row, i) => row.map((formula, j) => formulaOf(formula, block.values[i]![j], namespace))),
    '',
  )
  const widths = values.map((row, i) => lengthUpToLast(row, (value, j) => value !== null || formulas[i]![j] !== ''))
  const height = lengthUpToLast(widths, (width) => width > 0)
  const width = widths.reduce((widest, width) => Math.max(widest, width), 0)
  const cut = <T>(rows: T[][]) => rows.slice(0, height).map((row) => row.slice(0, width))
  return { values: cut(values), formulas: cut(formulas) }
}

/** The formula of a cell in the notation of docs/functions.md, else its value as one would type it. */
export function contentOf({ values, formulas }: Pick<Block, 'values' | 'formulas'>, namespace: string): string {
  const value = valueOf(values[0]![0])
  const formula = formulaOf(formulas[0]![0], values[0]![0], namespace)
  if (formula !== '') return formula
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '')
}

/** A cell as Excel tells it: "" is blank. */
export function valueOf(value: unknown): CellValue {
  return value === '' || value === undefined ? null : (value as CellValue)
}

// Excel tells the text =1+1 as a formula too, but then it is its own value.
export function formulaOf(formula: unknown, value: unknown, namespace: string): string {
  if (typeof formula !== 'string' || !formula.startsWith('=') || formula === value) return ''
  return unprefixed(formula, namespace)
}

function lengthUpToLast<T>(items: readonly T[], counts: (item: T, index: number) => boolean): number {
  let length = items.length
  while (length > 0 && !counts(items[length - 1]!, length - 1)) length--
  return length
}

function fromFirstCell<T>({ rowIndex, columnIndex }: Block, rows: T[][], blank: T): T[][] {
  const left = new Array<T>(columnIndex).fill(blank)
  const padded = rows.map((row) => [...left, ...row])
  const width = columnIndex + (rows[0]?.length ?? 0)
  return [...Array.from({ length: rowIndex }, () => new Array<T>(width).fill(blank)), ...padded]
}

/** What to hand to Excel for a cell. An apostrophe makes text of anything, and Excel takes it off again. */
export function entryOf(cell: NewCell, namespace: string): Exclude<Entry, null> {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'object') return prefixed(cell.formula, namespace)
  if (typeof cell !== 'string') return cell
  if (cell.length > LONGEST_TEXT) throw new Error(tooLong(cell))
  return `'${cell}`
}

function tooLong(text: string): string {
  const [length, most] = [text.length, LONGEST_TEXT].map((count) => count.toLocaleString('en-US'))
  return `“${text.slice(0, 30)}…” has ${length} characters, and a cell of Excel holds ${most}. Shorten it.`
}

/**
 * How to write an edit into a sheet that holds `now`, read with one row more than it uses. In a cell with the text
 * format nothing typed is a formula or a number, so such a cell is written with the general format. It gets its format
 * back if it is to hold text. A row below the last one is formatted like the last one.
 */
export function writingOf({ row, column, cells }: SheetEdit, now: FormattedBlock, namespace: string): Writing {
  const lastRow = now.rowIndex + now.numberFormat.length - 1
  const formatAt = (r: number, c: number) => now.numberFormat[r - now.rowIndex]?.[c - now.columnIndex]
  const usual = (r: number, c: number): string => {
    const own = formatAt(Math.min(r, lastRow), c) ?? GENERAL
    // The first row has the titles.
    const above = r >= lastRow && lastRow > 1 ? formatAt(lastRow - 1, c) : undefined
    return String(own === GENERAL ? (above ?? own) : own)
  }
  const opening: Writing['opening'] = []
  const entries: Writing['entries'] = []
  const closing: Writing['closing'] = []
  cells.forEach((line, i) => {
    const steps = line.map((cell, j) => {
      if (cell === keep) return { opened: null, entry: null, closed: null }
      const [r, c] = [row + i, column + j]
      const takesEntries = r <= lastRow && (formatAt(r, c) ?? GENERAL) !== TEXT
      const opened = takesEntries ? null : GENERAL
      const wanted = wantedFormat(cell as NewCell, usual(r, c))
      const closed = wanted === (opened ?? formatAt(r, c) ?? GENERAL) ? null : wanted
      return { opened, entry: entryOf(cell as NewCell, namespace), closed }
    })
    opening.push(steps.map(({ opened }) => opened))
    entries.push(steps.map(({ entry }) => entry))
    closing.push(steps.map(({ closed }) => closed))
  })
  return { opening, entries, closing }
}

/** How to put back what was in the cells of an edit, with their formats. */
export function undoingOf({ row, column, cells }: SheetEdit, now: FormattedBlock): Writing {
  const before = <T>(blocks: unknown[][], blank: T, i: number, j: number) =>
    (blocks[row + i - now.rowIndex]?.[column + j - now.columnIndex] ?? blank) as T
  const each = <T>(read: (i: number, j: number) => T) =>
    cells.map((line, i) => line.map((cell, j) => (cell === keep ? null : read(i, j))))
  return {
    opening: each(() => GENERAL),
    entries: each((i, j) => {
      const value = before<CellValue>(now.values, '', i, j)
      const formula = formulaOf(before<unknown>(now.formulas, '', i, j), value, '')
      return formula || entryOf(value, '')
    }),
    // Rows further down are formatted like the first one below the last.
    closing: each((i, j) => {
      const below = now.rowIndex + now.numberFormat.length - 1 - row
      return before<string>(now.numberFormat, GENERAL, Math.min(i, below), j)
    }),
  }
}

function wantedFormat(cell: NewCell, usual: string): string {
  if (typeof cell === 'object' && cell?.format) return cell.format
  const isText = cell === null || typeof cell === 'string'
  return usual === TEXT && !isText ? GENERAL : usual
}
