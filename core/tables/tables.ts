import { explain, parseCall, rangesOf, type ParsedCall } from '../catalogue/explain.ts'
import { givesBlock, type Returns, type Table } from '../metric.ts'
import type { Book, FormulaRequest } from '../sheet/book.ts'
import { textOf } from '../sheet/rows.ts'
import { blockName, cellName, firstCell } from '../sheet/sheetReference.ts'
import { chartOf, freePlace, type Place } from './chart.ts'
import { lookOf } from './look.ts'

/** A table that a formula of ours fills, from the cell of the formula on. */
export interface FilledTable extends Place {
  call: ParsedCall
  table: Table
  returns: Returns
}

/** The table that a formula in a cell fills; null where it fills none, or only the spreadsheet can tell. */
export async function tableOf(book: Book, formula: string, sheet: string, cell: string): Promise<FilledTable | null> {
  const call = parseCall(formula, sheet)
  if (!call || !givesBlock(call.metric.spec.returns)) return null
  return tableIn(call, explain(call, await book.readRanges(rangesOf(call))), sheet, cell)
}

/** The same, from what is known of the call. */
export function tableIn(
  call: ParsedCall,
  found: ReturnType<typeof explain>,
  sheet: string,
  cell: string,
): FilledTable | null {
  if (!found || !Array.isArray(found.result)) return null
  return { sheet, ...firstCell(cell), call, table: found.result, returns: found.returns }
}

/** What is in the way of a table: the cells that it fills, the first of them that holds something, and what that is. */
export interface Obstacle {
  area: string
  cell: string
  content: string
}

/**
 * What a formula is going to fill in place of what its cell holds, and what is in the way of that. Null where only the
 * spreadsheet can tell, or where cells cannot be read: the formula can be written all the same.
 */
export async function foreseen(
  book: Book,
  { sheet, cell, formula, replaces }: Pick<FormulaRequest, 'sheet' | 'cell' | 'formula' | 'replaces'>,
): Promise<{ filled: FilledTable; obstacle: Obstacle | null } | null> {
  try {
    const filled = await tableOf(book, formula, sheet, cell)
    if (!filled) return null
    const replaced = await tableOf(book, replaces, sheet, cell)
    // What another formula fills goes with it.
    const isKnown = replaced !== null || !replaces.startsWith('=')
    return { filled, obstacle: isKnown ? await inTheWay(book, filled, replaced) : null }
  } catch {
    return null
  }
}

/** The first cell in the way of a table, and what it holds. What the formula fills that is replaced is not in the way. */
export async function inTheWay(
  book: Book,
  filled: FilledTable,
  replaced: FilledTable | null,
): Promise<Obstacle | null> {
  const { sheet, row, column } = filled
  const { rows, columns } = sizeOf(filled)
  const area = blockName(row, column, row + rows - 1, column + columns - 1)
  const [cells = []] = await book.readRanges([{ sheet, address: area }])
  const own = replaced ? sizeOf(replaced) : { rows: 1, columns: 1 }
  const isOwn = (i: number, j: number) => i < own.rows && j < own.columns
  for (const [i, line] of cells.entries()) {
    const j = line.findIndex((value, at) => value !== null && !isOwn(i, at))
    if (j >= 0) return { area, cell: cellName(row + i, column + j), content: textOf(line[j]!) }
  }
  return null
}

/** Whether a table has a chart. */
export function hasChart(filled: FilledTable): boolean {
  return chartOf(filled.returns, filled.table, filled) !== null
}

/**
 * Draws the chart of a table beside it. One that needs losses below zero gets a table of its own that has them, from the
 * same cells. Gives what was done, in a sentence.
 */
export async function addChart(book: Book, filled: FilledTable): Promise<string> {
  const content = await book.readSheet(filled.sheet)
  const size = sizeOf(filled)
  const beside = freePlace(content?.values ?? [], filled, size)
  const signed = await signedOf(book, filled, cellName(beside.row, beside.column))
  if (!signed) {
    await draw(book, filled, beside)
    return `The chart stands beside the table, from ${cellName(beside.row, beside.column)} on.`
  }
  const { sheet, formula } = signed
  const cell = cellName(signed.row, signed.column)
  const look = lookOf(signed.returns, signed.table)
  const written = await book.insertFormula({ sheet, cell, formula, replaces: '', ...(look && { look }) })
  if (!written.done) throw new Error(`${cell} holds ${written.found} by now. Try again.`)
  const corner = { row: beside.row, column: beside.column + size.columns + 1 }
  await draw(book, signed, corner)
  return `The chart stands from ${cellName(corner.row, corner.column)} on, beside a table that has losses below zero.`
}

async function draw(book: Book, filled: FilledTable, corner: Pick<Place, 'row' | 'column'>): Promise<void> {
  const chart = chartOf(filled.returns, filled.table, filled)
  if (!chart) throw new Error('There is nothing to draw in this table.')
  await book.addChart({ ...chart, ...corner })
}

/** The same table with losses below zero, for a chart that needs them; null where it has them or needs none. */
async function signedOf(book: Book, { call, sheet, returns }: FilledTable, cell: string) {
  const [name, value] = returns.chart?.signedBy ?? []
  const { spec } = call.metric
  const at = spec.args.findIndex((arg) => arg.name === name)
  if (at < 0 || call.inputs[at]?.text.toLowerCase() === `"${value}"`) return null
  const texts = spec.args.map((_, i) => (i === at ? `"${value}"` : (call.inputs[i]?.text ?? '')))
  const formula = `=${spec.name}(${texts.slice(0, Math.max(at + 1, call.inputs.length)).join(', ')})`
  const signed = await tableOf(book, formula, sheet, cell)
  return signed && { ...signed, formula }
}

function sizeOf({ table }: FilledTable): { rows: number; columns: number } {
  return { rows: table.length, columns: table[0]!.length }
}
