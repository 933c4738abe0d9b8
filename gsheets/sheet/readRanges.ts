import type { CellValue, RangeName } from '../../core/sheet/book.ts'
import { sheetCalled, valuesOf, type Range, type Sheet } from './sheets.ts'

/** Reads the block that holds all ranges of a sheet, once, and cuts the ranges from it. */
export function readRanges(names: readonly RangeName[]): CellValue[][][] {
  const wanted = names.map(({ sheet, address }) => ({ sheet, block: blockCalled(sheet, address) }))
  const read = new Map<string, { top: number; left: number; values: CellValue[][] }>()
  for (const name of new Set(names.map(({ sheet }) => sheet))) {
    const blocks = wanted.filter(({ sheet }) => sheet === name).map(({ block }) => block)
    read.set(name, valuesAround(sheetCalled(name), blocks))
  }
  return wanted.map(({ sheet, block }) => {
    const { top, left, values } = read.get(sheet)!
    const rows = values.slice(block.top - top, block.bottom - top)
    const cut = rows.map((line) => line.slice(block.left - left, block.right - left))
    while (cut.length > 0 && cut[cut.length - 1]!.every((value) => value === null)) cut.pop()
    return cut
  })
}

/** A block by its edges, counted from 1; the last row and column are the first ones beyond. */
interface Edges {
  top: number
  left: number
  bottom: number
  right: number
}

function blockCalled(sheet: string, address: string): Edges {
  const range = rangeCalled(sheetCalled(sheet), address)
  const [top, left] = [range.getRow(), range.getColumn()]
  return { top, left, bottom: top + range.getNumRows(), right: left + range.getNumColumns() }
}

function rangeCalled(sheet: Sheet, address: string): Range {
  try {
    return sheet.getRange(address)
  } catch {
    throw new Error(`The sheet “${sheet.getName()}” has no range ${address}. Choose the cells again.`)
  }
}

function valuesAround(sheet: Sheet, blocks: readonly Edges[]): { top: number; left: number; values: CellValue[][] } {
  const top = Math.min(...blocks.map((block) => block.top))
  const left = Math.min(...blocks.map((block) => block.left))
  const bottom = Math.min(sheet.getLastRow() + 1, Math.max(...blocks.map((block) => block.bottom)))
  const right = Math.max(...blocks.map((block) => block.right))
  if (bottom <= top) return { top, left, values: [] }
  return { top, left, values: valuesOf(sheet.getRange(top, left, bottom - top, right - left)) }
}
