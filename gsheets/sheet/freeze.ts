import { callsIn, explain, parseCall, rangesOf } from '../../core/catalogue/explain.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { GENERAL, givesBlock } from '../../core/metric.ts'
import type {
  CellText,
  CellValue,
  FormulaToFreeze,
  FreezeOutcome,
  NewCell,
  KeptCell,
  SheetContent,
  SheetFormulas,
  ThawOutcome,
} from '../../core/sheet/book.ts'
import { frozen, isTrial, showsSame, thawed, type Freezing } from '../../core/sheet/freezing.ts'
import { PLAIN } from '../../core/sheet/looks.ts'
import { keptIn } from '../../core/sheet/keptFormula.ts'
import { isDate } from '../cells.ts'
import { contentOfSheet } from './content.ts'
import { fillRange } from './fillRange.ts'
import { readRanges } from './readRanges.ts'
import {
  mustBeEditable,
  nothingChanged,
  sheetCalled,
  spreadsheet,
  typing,
  valuesOf,
  whileNobodyElseWrites,
  type Range,
} from './sheets.ts'

export function readFormulas(name: string | null): SheetFormulas[] {
  const sheets = name === null ? spreadsheet().getSheets() : [sheetCalled(name)]
  return sheets.map((sheet) => {
    const used = sheet.getDataRange()
    return { sheet: sheet.getName(), formulas: filled(used.getFormulas()), notes: filled(used.getNotes()) }
  })
}

function filled(texts: readonly string[][]): CellText[] {
  return texts.flatMap((line, row) => line.flatMap((text, column) => (text === '' ? [] : [{ row, column, text }])))
}

/** Cells to write over, and what stands in them. */
interface Work {
  sheet: string
  range: Range
  freezing: Omit<Freezing, 'outcome'>
  before: { formula: string; raw: unknown[][]; formats: string[][]; note: string }
}

export function freeze(formulas: readonly FormulaToFreeze[]): FreezeOutcome[] {
  return whileNobodyElseWrites(() => {
    const contents = new Map<string, SheetContent>()
    const found = formulas.map((one) => {
      const sheet = sheetCalled(one.sheet)
      if (!contents.has(one.sheet)) contents.set(one.sheet, contentOfSheet(sheet))
      const size = sizeOf(one, contents.get(one.sheet)!)
      const range = sheet.getRange(one.row + 1, one.column + 1, size?.rows ?? 1, size?.columns ?? 1)
      const now = {
        formula: contents.get(one.sheet)!.formulas[one.row]?.[one.column] ?? '',
        values: size && valuesOf(range),
        note: range.getNote(),
      }
      return { one, range, shows: range.getDisplayValue(), now, result: frozen(one, now, one.instead) }
    })
    const work = found.flatMap(({ one, range, now, result }) =>
      'cells' in result ? [workOn(one.sheet, range, result, now.formula)] : [],
    )
    orBack(work, () => {
      work.forEach(write)
      SpreadsheetApp.flush()
      for (const trial of found) {
        const { one, range, shows, now, result } = trial
        if (!isTrial(result)) continue
        if (showsSame(now.values![0]![0]!, valuesOf(range)[0]![0]!)) {
          if (range.getDisplayValue() !== shows && IS_NUMBER.test(shows)) range.setNumberFormat(PLAIN)
          continue
        }
        const instead = frozen(one, now, null) as Freezing
        trial.result = instead
        write({ ...work.find((other) => other.range === range)!, freezing: instead })
      }
      SpreadsheetApp.flush()
    })
    return found.map(({ result }) => ('cells' in result ? result.outcome : result))
  })
}

export function thaw(kept: readonly KeptCell[]): ThawOutcome[] {
  return whileNobodyElseWrites(() => {
    const found = kept.map((one) => {
      const range = rangeOfKept(one)
      if (!range) return null
      const formula = range.getFormula()
      const freezing = thawed(one, { note: range.getNote(), values: valuesOf(range), formula })
      return freezing && workOn(one.sheet, range, freezing, formula)
    })
    const work = found.filter((one) => one !== null)
    orBack(work, () => {
      for (const one of work) {
        write(one)
        // The plain format came with the formula that goes.
        if (one.before.formats[0]![0] === PLAIN) one.range.getCell(1, 1).setNumberFormat(GENERAL)
      }
      SpreadsheetApp.flush()
    })
    return found.map((one) => ({ done: one !== null }))
  })
}

/** What a number shows that nobody has formatted, unlike a date. */
const IS_NUMBER = /^-?[\d.,]+(?:E[+-]?\d+)?$/

function workOn(sheet: string, range: Range, freezing: Omit<Freezing, 'outcome'>, formula: string): Work {
  const before = { formula, raw: range.getValues(), formats: range.getNumberFormats(), note: range.getNote() }
  return { sheet, range, freezing, before }
}

/** The cells that a formula filled; null where the sheet does not reach so far any more. */
function rangeOfKept({ sheet: name, row, column, note }: KeptCell): Range | null {
  const { rows = 1, columns = 1 } = keptIn(note) ?? {}
  const sheet = sheetCalled(name)
  const isThere = row + rows <= sheet.getMaxRows() && column + columns <= sheet.getMaxColumns()
  return isThere ? sheet.getRange(row + 1, column + 1, rows, columns) : null
}

/**
 * How many cells a formula fills, which Google Sheets does not tell. A call of ours is worked out. Any other formula fills
 * one cell where none beside or below it could be filled by it. Null where that is not sure.
 */
function sizeOf(
  { formula, sheet, row, column }: FormulaToFreeze,
  { values, formulas }: SheetContent,
): { rows: number; columns: number } | null {
  const one = { rows: 1, columns: 1 }
  const call = parseCall(formula, sheet)
  if (call && !givesBlock(call.metric.spec.returns)) return one
  const found = call && explain(call, readRanges(rangesOf(call)))
  if (found) {
    const { result } = found
    return Array.isArray(result) ? { rows: result.length, columns: result[0]!.length } : one
  }
  if (!call && !MAY_FILL.test(formula) && !callsIn(formula).some(isTable)) return one
  const isFilled = (i: number, j: number) => (values[i]?.[j] ?? null) !== null && !formulas[i]?.[j]
  return isFilled(row, column + 1) || isFilled(row + 1, column) ? null : one
}

function isTable(call: string): boolean {
  const metric = findMetric(call.slice(0, call.indexOf('(')).trim().toUpperCase())
  return metric !== undefined && givesBlock(metric.spec.returns)
}

/** Without these, a formula of Google Sheets gives one cell. */
const MAY_FILL =
  /\{|\b(?:ARRAYFORMULA|ARRAY_CONSTRAIN|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|FILTER|FLATTEN|HSTACK|IMPORTRANGE|MAKEARRAY|MAP|QUERY|SCAN|SEQUENCE|SORT|SORTN|SPLIT|TOCOL|TOROW|TRANSPOSE|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS)\s*\(/i

function write({ range, freezing: { cells, note }, before: { raw, formats } }: Work): void {
  // A date is written as it was read, so that it shows as one in a cell that nobody has formatted.
  const entries = cells.map((line, i) =>
    line.map((cell, j) => (typeof cell === 'number' && isDate(raw[i]![j]) ? raw[i]![j] : typing(cell))),
  )
  fillRange(range, cells, formats, null, entries)
  range.getCell(1, 1).setNote(note)
}

function orBack(work: readonly Work[], change: () => void): void {
  for (const sheet of new Set(work.map((one) => one.sheet))) {
    mustBeEditable(
      sheet,
      work.flatMap((one) => (one.sheet === sheet ? [one.range] : [])),
    )
  }
  try {
    change()
  } catch (error) {
    work.forEach(putBack)
    SpreadsheetApp.flush()
    throw nothingChanged(error)
  }
}

/** A formula fills its cells by itself once it is back. */
function putBack({ range, before: { formula, raw, formats, note } }: Work): void {
  const cells = raw.map((line, i) =>
    line.map((value, j): NewCell => {
      if (formula === '') return value as CellValue
      return i + j === 0 ? { formula } : null
    }),
  )
  const entries = cells.map((line) => line.map((cell) => (isDate(cell) ? cell : typing(cell))))
  fillRange(range, cells, formats, formats, entries)
  range.getCell(1, 1).setNote(note)
}
