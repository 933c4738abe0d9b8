import { heldAt, reconcileCells, type ColumnEdit, type FormattedCells } from '../../core/sheet/cells.ts'
import type { CellsOutcome, CellsRequest, CellValue, SeenCells } from '../../core/sheet/book.ts'
import { keep } from '../../core/sheet/rows.ts'
import { runsOf } from '../../core/sheet/runs.ts'
import { fillRange } from './fillRange.ts'
import { piecesOf, type Piece } from './pieces.ts'
import {
  growTo,
  mustBeEditable,
  nothingChanged,
  rangeOf,
  sheetCalled,
  valuesOf,
  whileNobodyElseWrites,
  type Range,
  type Sheet,
} from './sheets.ts'

/** A block to write, and what puts it back. */
interface Step {
  piece: Piece
  /** The number formats that the cells get; null where they keep theirs. */
  wanted: (string | null)[][]
  before: Piece
  formats: string[][]
}

/** So many blocks are written around the cells that stay. Every one takes a call of its own. */
const MOST_BLOCKS = 50

export function changeCells(request: CellsRequest): CellsOutcome {
  const sheet = sheetCalled(request.sheet)
  return whileNobodyElseWrites(() => {
    const ranges = request.seen.map((seen) => rangeSeen(sheet, seen))
    const now = ranges.map(formattedCells)
    const edits = reconcileCells(request, now)
    if (!edits) return { done: false }
    mustBeEditable(
      request.sheet,
      ranges.filter((range) => range !== null),
    )
    const { insert, remove } = request
    if (insert !== undefined) sheet.insertColumnsAfter(insert, 1)
    try {
      makeRoom(sheet, edits)
      const steps = edits.flatMap((edit) => {
        const isNew = insert !== undefined && edit.column >= insert
        return stepsOf(sheet, edit, isNew ? null : (row, column) => heldAt(request.seen, now, row, column))
      })
      writeOrPutBack(sheet, steps)
    } catch (error) {
      if (insert !== undefined) sheet.deleteColumn(insert + 1)
      throw nothingChanged(error)
    }
    if (remove !== undefined) sheet.deleteColumn(remove + 1)
    SpreadsheetApp.flush()
    return { done: true }
  })
}

/** The cells that were seen, as far as the sheet reaches; null when it does not reach there. */
function rangeSeen(sheet: Sheet, { row, column, rows, columns }: SeenCells): Range | null {
  const height = Math.min(rows, sheet.getMaxRows() - row)
  const width = Math.min(columns, sheet.getMaxColumns() - column)
  return height < 1 || width < 1 ? null : sheet.getRange(row + 1, column + 1, height, width)
}

function formattedCells(range: Range | null): FormattedCells {
  if (!range) return { values: [], formulas: [], formats: [] }
  return { values: valuesOf(range), formulas: range.getFormulas(), formats: range.getNumberFormats() }
}

function makeRoom(sheet: Sheet, edits: readonly ColumnEdit[]): void {
  growTo(
    sheet,
    edits.reduce((most, { row, cells }) => Math.max(most, row + cells.length), 0),
    edits.reduce((most, { column }) => Math.max(most, column + 1), 0),
  )
}

type Held = (row: number, column: number) => ReturnType<typeof heldAt>

/** The blocks that a column comes to. `held` is null for a column that is new. */
function stepsOf(sheet: Sheet, edit: ColumnEdit, held: Held | null): Step[] {
  const lines = bridged(edit, held)
  const now = { values: [] as CellValue[][], formulas: [] as string[][] }
  edit.cells.forEach((_, i) => {
    const there = held?.(edit.row + i, edit.column)
    now.values[edit.row + i] = Object.assign([], { [edit.column]: there?.value ?? null })
    now.formulas[edit.row + i] = Object.assign([], { [edit.column]: there?.formula ?? '' })
  })
  const column = { row: edit.row, column: edit.column, cells: lines.map((cell) => [cell]), remove: [] }
  return piecesOf(column, now).map((piece) => ({
    piece,
    wanted: piece.cells.map((_, i) => [edit.formats[piece.row - edit.row + i]!]),
    before: {
      ...piece,
      cells: piece.cells.map((_, i) => {
        const there = held?.(piece.row + i, edit.column)
        return [there?.formula ? { formula: there.formula } : (there?.value ?? null)]
      }),
    },
    formats: rangeOf(sheet, piece).getNumberFormats(),
  }))
}

/** Where it would be cut into too many blocks, plain values that stay are written again as they are. */
function bridged({ row, column, cells }: ColumnEdit, held: Held | null): ColumnEdit['cells'] {
  if (runsOf(cells.map((cell) => cell !== keep)).length <= MOST_BLOCKS) return cells
  return cells.map((cell, i) => {
    const there = held?.(row + i, column)
    const isPlain = there && !there.formula && !/^#[A-Z]/.test(String(there.value))
    return cell === keep && isPlain ? there.value : cell
  })
}

function writeOrPutBack(sheet: Sheet, steps: readonly Step[]): void {
  const begun: Step[] = []
  try {
    for (const step of steps) {
      begun.push(step)
      fill(sheet, step.piece, step.formats, step.wanted)
    }
    SpreadsheetApp.flush()
  } catch (error) {
    for (const { before, formats } of begun) fill(sheet, before, formats, formats)
    SpreadsheetApp.flush()
    throw error
  }
}

function fill(sheet: Sheet, piece: Piece, formats: string[][], wanted: (string | null)[][]): void {
  fillRange(rangeOf(sheet, piece), piece.cells, formats, wanted)
}
