import type { NewCell, SheetContent } from '../../core/sheet/book.ts'
import { keep, type SheetEdit } from '../../core/sheet/rows.ts'
import { runsOf } from '../../core/sheet/runs.ts'

/** A block of cells to write, all of them. Rows and columns are counted from 0. */
export interface Piece {
  row: number
  column: number
  cells: NewCell[][]
}

/**
 * The blocks that an edit comes to: a single one, with nothing in the blank cells to be kept. Only where a cell that is
 * to be kept holds something is the edit cut around it. Writing back what was read would break a table that spills
 * into the cell, lose its links, and undo what someone types into it meanwhile.
 */
export function piecesOf({ row, column, cells }: SheetEdit, now: SheetContent): Piece[] {
  if (cells.length === 0) return []
  const isFree = (i: number, j: number) => cells[i]![j] !== keep || isBlank(now, row + i, column + j)
  if (cells.every((line, i) => line.every((_, j) => isFree(i, j)))) {
    return [{ row, column, cells: cells.map((line) => line.map((cell) => (cell === keep ? null : (cell as NewCell)))) }]
  }
  const pieces: Piece[] = []
  cells.forEach((line, i) => {
    for (const run of runsOf(line.map((cell) => cell !== keep))) {
      const found = line.slice(run.from, run.to) as NewCell[]
      const above = pieces.find(
        (piece) =>
          piece.row + piece.cells.length === row + i &&
          piece.column === column + run.from &&
          piece.cells[0]!.length === found.length,
      )
      if (above) above.cells.push(found)
      else pieces.push({ row: row + i, column: column + run.from, cells: [found] })
    }
  })
  return pieces
}

/** What the cells of a piece hold before it is written. */
export function before({ row, column, cells }: Piece, { values, formulas }: SheetContent): Piece {
  const held = (i: number, j: number): NewCell => {
    const formula = formulas[i]?.[j]
    return formula ? { formula } : (values[i]?.[j] ?? null)
  }
  return { row, column, cells: cells.map((line, i) => line.map((_, j) => held(row + i, column + j))) }
}

/** The content without the blank rows and columns after its last cell that holds something. */
export function trimmed(content: SheetContent): SheetContent {
  const { values, formulas } = content
  let [rows, columns] = [0, 0]
  values.forEach((line, i) =>
    line.forEach((_, j) => {
      if (isBlank({ values, formulas }, i, j)) return
      rows = i + 1
      columns = Math.max(columns, j + 1)
    }),
  )
  const cut = <T>(lines: T[][]) => lines.slice(0, rows).map((line) => line.slice(0, columns))
  return { ...content, values: cut(values), formulas: cut(formulas) }
}

function isBlank({ values, formulas }: SheetContent, row: number, column: number): boolean {
  return (values[row]?.[column] ?? null) === null && !formulas[row]?.[column]
}
