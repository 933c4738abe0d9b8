import type { DrawnCell, DrawnSheet } from '../../core/sheet/book.ts'
import { drawnSize } from '../../core/sheet/drawing.ts'
import { cellName } from '../../core/sheet/sheetReference.ts'
import { asksForOurs, savedFormula } from './savedFormula.ts'
import type { Styles } from './styles.ts'

export interface SheetOptions {
  styles: Styles
  namespace: string
  /** How many rows and columns a formula fills, by the name of its cell; one cell where it is not told. */
  filled: ReadonlyMap<string, string>
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** The width of a digit of the usual letters, in pixels. */
const DIGIT = 7
const USUAL = 80

/** The XML of a drawn sheet. Nothing is worked out in it: Excel does that when it opens the file. */
export function sheetXml(plan: DrawnSheet, options: SheetOptions): string {
  const { widths, cells, tables = [], page } = plan
  const rows = new Map<number, DrawnCell[]>()
  const size = drawnSize(plan)
  // Programs that know no more cells than a file has need room for the tables.
  const corner: DrawnCell = { row: size.rows - 1, column: size.columns - 1, cell: 'End', look: 'muted' }
  const isTaken = cells.some(({ row, column }) => row === corner.row && column === corner.column)
  for (const cell of isTaken ? cells : [...cells, corner]) {
    const row = rows.get(cell.row)
    if (row) row.push(cell)
    else rows.set(cell.row, [cell])
  }
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, held]) => {
      const inOrder = [...held].sort((a, b) => a.column - b.column)
      return `<row r="${row + 1}">${inOrder.map((cell) => cellXml(cell, options)).join('')}</row>`
    })
  // What formulas fill has its widths as well.
  const columns = Array.from({ length: size.columns }, (_, i) => {
    const table = tables.find(({ column, look }) => i >= column && i < column + look.columns.length)
    const pixels = widths[i] ?? table?.look.columns[i - table.column]?.width ?? USUAL
    return `<col min="${i + 1}" max="${i + 1}" width="${(pixels / DIGIT).toFixed(2)}" customWidth="1"/>`
  })
  return (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    `<pageSetup orientation="${page.landscape ? 'landscape' : 'portrait'}" fitToHeight="0"/></worksheet>`
  )
}

function cellXml(drawn: DrawnCell, { styles, namespace, filled }: SheetOptions): string {
  const { row, column, cell } = drawn
  const name = cellName(row, column)
  const start = `<c r="${name}" s="${styles.numberOf(drawn)}"`
  if (cell === null) return `${start}/>`
  if (typeof cell === 'number') return `${start}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `${start} t="b"><v>${Number(cell)}</v></c>`
  if (typeof cell === 'string')
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
  const formula = escaped(savedFormula(cell.formula, namespace))
  if (!asksForOurs(cell.formula)) return `${start}><f>${formula}</f></c>`
  // What may be a table: without this mark Excel would show its first cell alone.
  return `${start} cm="1"><f t="array" ref="${filled.get(name) ?? name}">${formula}</f></c>`
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => SIGNS[sign]!)
}
