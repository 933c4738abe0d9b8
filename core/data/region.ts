import { CellError, type Cell, type ErrorCode } from '../cell.ts'
import type { CellValue, Selection, SheetContent } from '../sheet/book.ts'
import { blockName, firstCell } from '../sheet/sheetReference.ts'

/** A block of a sheet by its edges, counted from 0; the last row and column are within. */
export interface Region {
  top: number
  left: number
  bottom: number
  right: number
}

/** What a person means by their selection: those cells, or the table around a single one; null where nothing stands. */
export function regionAt(
  content: SheetContent,
  { address, rows, columns }: Pick<Selection, 'address' | 'rows' | 'columns'>,
): Region | null {
  const used = { top: 0, left: 0, bottom: content.values.length - 1, right: (content.values[0]?.length ?? 0) - 1 }
  if (used.bottom < 0 || used.right < 0) return null
  const { row, column } = firstCell(address)
  if (rows * columns > 1) {
    const chosen = { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 }
    return within(chosen, used)
  }
  return isFilled(content, row, column) ? around(content, row, column) : around(content, ...firstFilled(content))
}

function within(block: Region, used: Region): Region | null {
  const cut = {
    top: Math.max(block.top, used.top),
    left: Math.max(block.left, used.left),
    bottom: Math.min(block.bottom, used.bottom),
    right: Math.min(block.right, used.right),
  }
  return cut.top > cut.bottom || cut.left > cut.right ? null : cut
}

function isFilled({ values, formulas }: SheetContent, row: number, column: number): boolean {
  return (values[row]?.[column] ?? null) !== null || Boolean(formulas[row]?.[column])
}

function firstFilled(content: SheetContent): [row: number, column: number] {
  const row = content.values.findIndex((line, i) => line.some((_, j) => isFilled(content, i, j)))
  return [row, content.values[row]!.findIndex((_, j) => isFilled(content, row, j))]
}

/** The cells around one up to the blank row or column on each side. A single blank row may stand between rows of several cells. */
function around(content: SheetContent, row: number, column: number): Region {
  const region = { top: row, left: column, bottom: row, right: column }
  const inRow = (at: number) => filledIn(content, at, region.left, region.right)
  const inColumn = (at: number) => {
    for (let i = region.top; i <= region.bottom; i++) if (isFilled(content, i, at)) return true
    return false
  }
  for (let grown = true; grown;) {
    grown = false
    const many = region.right > region.left ? 2 : 1
    while (region.top > 0 && inRow(region.top - 1) > 0) grown = Boolean(region.top--) || grown
    while (inRow(region.bottom + 1) > 0 || inRow(region.bottom + 2) >= many) {
      region.bottom += inRow(region.bottom + 1) > 0 ? 1 : 2
      grown = true
    }
    while (region.left > 0 && inColumn(region.left - 1)) grown = Boolean(region.left--) || grown
    while (inColumn(region.right + 1)) {
      region.right++
      grown = true
    }
  }
  return region
}

function filledIn(content: SheetContent, row: number, left: number, right: number): number {
  let count = 0
  for (let column = left; column <= right; column++) if (isFilled(content, row, column)) count++
  return count
}

/** The cells of a region as they are checked. */
export function cellsIn({ values }: SheetContent, { top, left, bottom, right }: Region): Cell[][] {
  return values
    .slice(top, bottom + 1)
    .map((line) => Array.from({ length: right - left + 1 }, (_, j) => cellFrom(line[left + j] ?? null)))
}

const ERROR =
  /^#(?:N\/A|DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|ERROR!|SPILL!|CALC!|CYCLE|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!)$/

function cellFrom(value: CellValue): Cell {
  return typeof value === 'string' && ERROR.test(value) ? new CellError(value as ErrorCode, value) : value
}

/** Orders!A1:E420 as people read it, without the sheet. */
export function addressIn({ top, left, bottom, right }: Region): string {
  return blockName(top, left, bottom, right)
}
