import { helpers } from '@odoo/o-spreadsheet'
import { columnOf } from '../files/xlsx/xlsxRows.ts'

/** What the engine’s own form of a sheet keeps of its cells: contents by addresses, and the numbers of looks by zones. */
export interface SheetByAddress {
  rowNumber: number
  cells: Record<string, unknown>
  /** What the cells show, for those among the contents, which may be undefined. */
  cellValues?: Record<string, unknown>
  styles: Record<string, number>
  formats: Record<string, number>
  borders?: Record<string, number>
}

/** What stands in a column, by rows from 0. */
export interface Column {
  index: number
  contents: (string | undefined)[]
  values: unknown[]
  styles: Uint32Array | undefined
  formats: Uint32Array | undefined
  borders: Uint32Array | undefined
}

/** The columns of a sheet that hold or look like something, from left to right. */
export function columnsOf(sheet: SheetByAddress): Column[] {
  const columns: (Column | undefined)[] = []
  const at = (index: number) => (columns[index] ??= emptyColumn(index))
  const { cells, cellValues } = sheet
  for (const address in cells) {
    const column = at(columnOf(address))
    const row = rowOf(address)
    column.contents[row] = cells[address] as string | undefined
    if (cellValues) column.values[row] = cellValues[address]
  }
  const looks = (['styles', 'formats', 'borders'] as const).map(
    (kind) =>
      [kind, Object.entries(sheet[kind] ?? {}).map(([xc, number]) => ({ ...helpers.toZone(xc), number }))] as const,
  )
  const rows = Math.max(sheet.rowNumber, 1 + Math.max(0, ...looks.map(([, zones]) => lastRow(zones))))
  for (const [kind, zones] of looks) {
    for (const { left, right, top, bottom, number } of zones) {
      for (let index = left; index <= right; index++) {
        const numbers = (at(index)[kind] ??= new Uint32Array(rows))
        numbers.fill(number, top, bottom + 1)
      }
    }
  }
  return columns.filter((column) => column !== undefined)
}

function lastRow(zones: readonly { bottom: number }[]): number {
  return zones.reduce((last, { bottom }) => Math.max(last, bottom), 0)
}

function emptyColumn(index: number): Column {
  return { index, contents: [], values: [], styles: undefined, formats: undefined, borders: undefined }
}

/** The row of an address, from 0. */
function rowOf(address: string): number {
  let row = 0
  for (let i = 0; i < address.length; i++) {
    const digit = address.charCodeAt(i) - 0x30
    if (digit >= 0 && digit <= 9) row = row * 10 + digit
  }
  return row - 1
}
