import { cellName, columnNumber, grid, parseAddress, type Block } from './address.ts'
import type { Value } from './calculation.ts'
import { movedFormula, sortedRows } from '../sorting.ts'
import { recalculation } from './recalculation.ts'
import { emptySheet, type Cell, type Content, type Sheet } from './sheet.ts'
import { readTyped } from './typing.ts'

/** How this Excel sends a blank cell of a range to a custom function. */
export type SendsBlanksAs = null | 0 | ''

/** What range.formulas tells of a cell that a formula elsewhere fills: Microsoft does not say. */
export type TellsFilled = 'value' | 'formula'

export interface Change {
  sheet: Sheet
  address: string
  type: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'ColumnInserted' | 'ColumnDeleted'
}

/** A workbook in memory: only what the book of the sidebar needs of one. */
export interface Workbook {
  sheets: Sheet[]
  /** Whether sheets can be added and removed. */
  isProtected: boolean
  selection: { sheet: string; areas: string[] }
  /** Hears of every change of cells. */
  changed(change: Change): void
  /** A person selects cells. */
  select(sheet: string, areas: string[]): void
  /** Hears of every value that a formula gave. */
  recalculated(sheet: Sheet): void
  addSheet(name?: string): Sheet
  /** Excel does not tell capitals from small letters in names of sheets. */
  sheet(nameOrId: string): Sheet | undefined
  /** Types into a cell. False when Excel does not take it. */
  put(sheet: Sheet, cell: string, content: Content): boolean
  /** Takes the contents of a sheet and what its cells look like. Rules and choices stay: nobody says that they go. */
  clear(sheet: Sheet): void
  content(sheet: Sheet, cell: string): Content
  value(sheet: Sheet, cell: string): Value
  /** Shows what a custom function gave in the cell of its formula, and in those that it fills. */
  show(sheet: Sheet, cell: string, value: Content | Value[][]): void
  /** How a cell shows its value. A formula takes over the per cent of a cell that it names, where nobody has chosen a format. */
  text(sheet: Sheet, cell: string): string
  /** The cells that the formula of a cell fills, when they are several. */
  filledBy(sheet: Sheet, cell: string): Block | null
  format(sheet: Sheet, cell: string): string
  deleteRows(sheet: Sheet, first: number, last: number): void
  insertRow(sheet: Sheet, row: number): void
  deleteColumns(sheet: Sheet, first: number, last: number): void
  /** A new column looks like the one before it. */
  insertColumn(sheet: Sheet, column: number): void
  /** Sorts the rows below the titles by a column. */
  sortRows(sheet: Sheet, column: string): void
  /** Cuts a column and inserts it before another. */
  moveColumn(sheet: Sheet, column: string, before: string): void
}

/**
 * `callFunction` calculates a formula that is one call of a custom function, once: =NAME(B2:B9). Other formulas are
 * calculated anew when values are asked for after a change, without being told as calculated. `unknown` hears of what
 * nobody knows of the real Excel.
 */
export function emptyWorkbook(
  blank: SendsBlanksAs,
  callFunction: (name: string, range: unknown[][]) => Promise<Content | Value[][]>,
  unknown: (what: string) => void,
  tellsFilled: TellsFilled = 'value',
): Workbook {
  let sheetsEver = 0
  const workbook: Workbook = {
    sheets: [],
    isProtected: false,
    selection: { sheet: 'Sheet1', areas: ['A1'] },
    changed() {},
    select() {},
    recalculated() {},
    addSheet(name) {
      const number = ++sheetsEver
      const sheet = emptySheet(`{sheet-${number}}`, name ?? `Sheet${number}`)
      workbook.sheets.push(sheet)
      return sheet
    },
    sheet(nameOrId) {
      const isNamed = (name: string) => name.toLowerCase() === nameOrId.toLowerCase()
      return workbook.sheets.find(({ name, id }) => isNamed(name) || id === nameOrId)
    },
    put(sheet, cell, content) {
      const taken = type(sheet, cell, content)
      if (taken) changed({ sheet, address: cell, type: 'RangeEdited' })
      return taken
    },
    clear(sheet) {
      for (const own of [sheet.cells, sheet.formats, sheet.aligned]) own.clear()
      for (const looks of [sheet.bold, sheet.letters, sheet.sizes, sheet.fills, sheet.wrapped]) looks.length = 0
      changed({ sheet, address: 'A:XFD', type: 'RangeEdited' })
    },
    content: (sheet, cell) => sheet.cells.get(cell)?.content ?? '',
    value(sheet, cell) {
      formulas.settle()
      return sheet.cells.get(cell)?.value ?? ''
    },
    show(sheet, cell, value) {
      const entry = sheet.cells.get(cell)!
      entry.value = Array.isArray(value) ? filled(sheet, cell, value) : value
      formulas.changed()
      workbook.recalculated(sheet)
    },
    text(sheet, cell) {
      const value = workbook.value(sheet, cell)
      const own = sheet.formats.get(cell)
      const named = [...String(workbook.content(sheet, cell)).matchAll(/[A-Z]+\d+/g)].map(([name]) => name)
      const isPercent = own === undefined ? named.some((name) => sheet.formats.get(name) === '0%') : own === '0%'
      return isPercent && typeof value === 'number' ? `${100 * value}%` : String(value)
    },
    filledBy(sheet, cell) {
      const others = [...sheet.cells].flatMap(([name, { filledFrom }]) => (filledFrom === cell ? [name] : []))
      if (others.length === 0) return null
      const { top, left } = parseAddress(cell)
      const places = others.map(parseAddress)
      const bottom = Math.max(...places.map((place) => place.top))
      return { top, left, bottom: Math.max(top, bottom), right: Math.max(left, ...places.map((place) => place.left)) }
    },
    format: (sheet, cell) => sheet.formats.get(cell) ?? 'General',
    deleteRows(sheet, first, last) {
      const after = (row: number) => (row > last ? row - (last - first + 1) : row)
      move(sheet, (row, column) => (row >= first && row <= last ? null : [after(row), column]))
      changed({ sheet, address: `${first}:${last}`, type: 'RowDeleted' })
    },
    insertRow(sheet, row) {
      move(sheet, (old, column) => [old >= row ? old + 1 : old, column])
      changed({ sheet, address: `${row}:${row}`, type: 'RowInserted' })
    },
    deleteColumns(sheet, first, last) {
      const after = (column: number) => (column > last ? column - (last - first + 1) : column)
      move(sheet, (row, column) => (column >= first && column <= last ? null : [row, after(column)]))
      changed({ sheet, address: 'A:A', type: 'ColumnDeleted' })
    },
    insertColumn(sheet, column) {
      move(sheet, (row, old) => [row, old >= column ? old + 1 : old])
      for (const [cell, format] of [...sheet.formats]) {
        const { top, left } = parseAddress(cell)
        if (left === column - 1) sheet.formats.set(cellName(top, column), format)
      }
      changed({ sheet, address: 'A:A', type: 'ColumnInserted' })
    },
    sortRows(sheet, column) {
      const keys = [...sheet.cells].filter(([cell]) => cell.startsWith(column) && /^[A-Z]+(?!1$)\d+$/.test(cell))
      const rows = sortedRows(new Map(keys.map(([cell, { value }]) => [parseAddress(cell).top, String(value)])))
      move(sheet, (row, one) => [rows.get(row) ?? row, one])
      changed({ sheet, address: 'A:P', type: 'RangeEdited' })
    },
    moveColumn(sheet, column, before) {
      const [from, target] = [columnNumber(column), columnNumber(before)]
      const to = target > from ? target - 1 : target
      const shifted = (one: number) => {
        if (one === from) return to
        if (one > from && one <= to) return one - 1
        return one < from && one >= to ? one + 1 : one
      }
      move(sheet, (row, one) => [row, shifted(one)])
      changed({ sheet, address: `${column}:${column}`, type: 'ColumnInserted' })
    },
  }

  const formulas = recalculation(workbook)

  function type(sheet: Sheet, cell: string, content: Content): boolean {
    // What its formula filled goes with it.
    for (const [name, { filledFrom }] of [...sheet.cells]) if (filledFrom === cell) sheet.cells.delete(name)
    const typed = readTyped(content, workbook.format(sheet, cell))
    switch (typed.kind) {
      case 'unknown':
        unknown(typed.what)
        return false
      case 'blank':
        // Nothing over a cell that a formula fills leaves it to that.
        if (sheet.cells.get(cell)?.filledFrom === undefined) sheet.cells.delete(cell)
        return true
      case 'formula':
        return calculate(sheet, cell, typed.formula)
      case 'number':
        if (typed.format && !sheet.formats.has(cell)) sheet.formats.set(cell, typed.format)
    }
    sheet.cells.set(cell, { content: typed.value, value: typed.value, isFormula: false })
    return true
  }

  function calculate(sheet: Sheet, cell: string, formula: string): boolean {
    const valueAt = (name: string) => sheet.cells.get(name)?.value ?? null
    const own = formulas.valueOf(sheet, formula)
    if (own === undefined) return false
    const [, name, address] = /^=([A-Z][A-Z0-9_.]*)\(([A-Z0-9:]+)\)$/.exec(formula) ?? []
    const entry: Cell = { content: formula, value: own, isFormula: true }
    sheet.cells.set(cell, entry)
    if (own !== '#NAME?' || !name || !address) {
      workbook.recalculated(sheet)
      return true
    }
    entry.value = '#BUSY!'
    const range = grid(parseAddress(address), (row, column) => valueAt(cellName(row, column)) ?? blank)
    void callFunction(name, range).then((value) => {
      entry.value = Array.isArray(value) ? filled(sheet, cell, value) : value
      formulas.changed()
      workbook.recalculated(sheet)
    })
    return true
  }

  function changed(change: Change): void {
    formulas.changed()
    workbook.changed(change)
  }

  /** Fills the cells from this one on, if all others are free. Gives what the first one shows. */
  function filled(sheet: Sheet, cell: string, rows: Value[][]): Value {
    const { top, left } = parseAddress(cell)
    const others = rows.flatMap((line, i) =>
      line.map((value, j) => ({ name: cellName(top + i, left + j), value })).slice(i === 0 ? 1 : 0),
    )
    if (others.some(({ name }) => sheet.cells.has(name))) return '#SPILL!'
    for (const { name, value } of others) {
      const content = tellsFilled === 'formula' ? workbook.content(sheet, cell) : value
      sheet.cells.set(name, { content, value, isFormula: tellsFilled === 'formula', filledFrom: cell })
    }
    return rows[0]![0]!
  }

  workbook.addSheet()
  return workbook
}

/**
 * Moves cells with their number formats to where `to` says; null takes them away. What a formula names of its own row goes
 * with it; other references stay.
 */
function move(sheet: Sheet, to: (row: number, column: number) => [row: number, column: number] | null): void {
  const moved = <T>(map: Map<string, T>) =>
    new Map(
      [...map].flatMap(([cell, what]) => {
        const { top, left } = parseAddress(cell)
        const place = to(top, left)
        return place ? [[cellName(...place), what] as const] : []
      }),
    )
  for (const [name, cell] of sheet.cells) {
    const { top, left } = parseAddress(name)
    const place = to(top, left)
    if (place && cell.isFormula) cell.content = movedFormula(String(cell.content), top, place[0])
  }
  sheet.cells = moved(sheet.cells)
  sheet.formats = moved(sheet.formats)
  sheet.notes = moved(sheet.notes)
}
