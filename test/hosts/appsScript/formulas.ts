import Parser, { type Argument, type CellReference, type RangeReference } from 'fast-formula-parser'
import type { Project, Shown } from './project.ts'
import {
  address,
  cellAt,
  parseAddress,
  sheetNamed,
  store,
  type StoredSheet,
  type Value,
  type Workbook,
} from './workbook.ts'
import { isDateFormat } from '../../../core/metric.ts'
import { LEFT_OUT, parserFunctions, readable } from '../parserFunctions.ts'
import { instantOf } from './zone.ts'

const { FormulaError } = Parser

type Values = Extract<Shown, { values: unknown }>

/** Types a formula into a cell of the sheet in front, computes it and lets a table spill. */
export function typeFormula(project: Project, cell: string, formula: string, skipped?: ''): Shown {
  const { row, column } = parseAddress(cell)
  return enterFormula(project, project.workbook.active, row, column, formula, skipped)
}

/**
 * The same in any sheet. Custom functions are given cells as Sheets passes them; `skipped` is what stands for the nothing
 * between two commas, which Google does not say.
 */
export function enterFormula(
  project: Project,
  sheet: StoredSheet,
  row: number,
  column: number,
  formula: string,
  skipped: '' | undefined = '',
): Shown {
  const { workbook } = project
  let shown: Shown | undefined
  if (DEPENDS_ON_CHANCE.test(formula)) {
    store(sheet, row, column, { formula, value: { error: '#ERROR!' } })
    return { error: '#ERROR!', message: REFUSED }
  }

  const custom = (name: string) => (_: unknown, given: Argument[]) => {
    const result = project.customFunction(
      name,
      given.map((argument) => passed(project, argument, skipped)),
    )
    shown = result
    if ('error' in result) throw new FormulaError(result.error, result.message)
    const values = result.values.map((line) => line.map(plain))
    return result.single ? values[0]![0] : values
  }
  const names = project.publicFunctions.filter((name) => name === name.toUpperCase())
  const functions = names.map((name) => {
    const work = custom(name)
    return [name, (parser: unknown, ...given: Argument[]) => work(parser, given)] as const
  })
  const parser = new Parser({
    functions: { ...parserFunctions, ...Object.fromEntries(functions) },
    onCell: ({ sheet, row, col }) => plain(cellAt(sheetNamed(workbook, sheet), row, col)?.value ?? null),
    onRange: (reference) => block(workbook, reference, (value) => plain(value ?? null)),
  })
  parser.funsNeedContextAndNoDataRetrieve.push(...names)

  const answer = parsed(parser, formula, { sheet: sheet.name, row, col: column })
  if (answer instanceof FormulaError) {
    const failed: Shown = { error: answer.name, message: answer.message }
    store(sheet, row, column, { formula, value: { error: answer.name } })
    return shown && 'error' in shown ? shown : failed
  }
  // The parser knows no dates: a date of ours is one when the whole formula is our function.
  const ours = shown && 'values' in shown && (Array.isArray(answer) || plain(shown.values[0]![0]!) === answer)
  const result = ours ? (shown as Values) : { values: [[answer as Value]], single: true }
  spill(sheet, row, column, formula, result.values)
  return result
}

/** What Google Sheets does not let a custom function depend on. */
const DEPENDS_ON_CHANCE = /\b(?:NOW|RAND|RANDBETWEEN|RANDARRAY)\(/
const REFUSED = 'This function is not allowed to reference a cell with NOW(), RAND(), RANDARRAY(), or RANDBETWEEN().'

/** What a formula gives; #NAME? with a function of Google's that the parser lacks. */
function parsed(parser: Parser, formula: string, place: CellReference): unknown {
  try {
    return parser.parse(readable(formula).slice(1), place, true)
  } catch (error) {
    const told = error instanceof Error ? error.message : ''
    // The parser tells the place of what it cannot read; all else it fails at while it calculates.
    if (/Error at position/.test(told)) throw error
    return new FormulaError(/is not implemented/.test(told) ? '#NAME?' : '#VALUE!')
  }
}

const parsers = new WeakMap<Workbook, Parser>()

/** What a formula of built-in functions gives in a cell. Any other function has no name here. */
export function calculated(
  workbook: Workbook,
  sheet: StoredSheet,
  row: number,
  column: number,
  formula: string,
): Value {
  let parser = parsers.get(workbook)
  if (!parser) {
    parser = new Parser({
      functions: parserFunctions,
      onCell: ({ sheet, row, col }) => plain(cellAt(sheetNamed(workbook, sheet), row, col)?.value ?? null),
      onRange: (reference) => block(workbook, reference, (value) => plain(value ?? null)),
    })
    parsers.set(workbook, parser)
  }
  try {
    const answer = parser.parse(formula.slice(1), { sheet: sheet.name, row, col: column }, false)
    return answer instanceof FormulaError ? { error: answer.name } : (answer as Value)
  } catch {
    return { error: '#ERROR!' }
  }
}

function spill(sheet: StoredSheet, row: number, column: number, formula: string, values: Value[][]): void {
  store(sheet, row, column, { formula, value: values[0]![0]! })
  values.forEach((line, i) =>
    line.forEach((value, j) => {
      if (i + j > 0) store(sheet, row + i, column + j, { value, filledFrom: address(row, column) })
    }),
  )
}

/** An argument as a custom function is given it: a date as a Date, a blank cell as "", a range of one cell as its value. */
function passed(project: Project, argument: Argument, skipped: '' | undefined): unknown {
  if (argument === null || argument === undefined || argument === LEFT_OUT) return skipped
  if (argument instanceof FormulaError) throw argument
  if (Array.isArray(argument)) return argument
  if (typeof argument !== 'object') return argument
  if ('value' in argument) return argument.value === LEFT_OUT ? skipped : argument.value
  if (!('ref' in argument)) throw new Error('an argument of an unknown kind')
  const { timeZone } = project.workbook
  const reference = toRange(argument.ref)
  const values = block(project.workbook, reference, (value, format) => cellValue(value, timeZone, format))
  return values.length === 1 && values[0]!.length === 1 ? values[0]![0] : values
}

/** In a cell with the format of dates, a number is a date. */
function cellValue(value: Value | undefined, zone: string, format: string | undefined): unknown {
  if (value === undefined) return ''
  if (typeof value === 'number' && isDateFormat(format)) return new Date(instantOf(value, zone))
  if (typeof value !== 'object') return value
  return 'error' in value ? value.error : new Date(instantOf(value.serial, zone))
}

function toRange(reference: CellReference | RangeReference): RangeReference {
  return 'from' in reference ? reference : { sheet: reference.sheet, from: reference, to: reference }
}

/** A whole column ends where the sheet ends. */
function block<T>(
  workbook: Workbook,
  { sheet: name, from, to }: RangeReference,
  read: (value: Value | undefined, format: string | undefined) => T,
): T[][] {
  const sheet = sheetNamed(workbook, name ?? workbook.active.name)
  const height = Math.min(to.row, sheet.rows) - from.row + 1
  const width = Math.min(to.col, sheet.columns) - from.col + 1
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => {
      const [row, column] = [from.row + i, from.col + j]
      return read(cellAt(sheet, row, column)?.value, sheet.formats.get(address(row, column)))
    }),
  )
}

/** A value as a built-in function is given it. */
function plain(value: Value | null): unknown {
  if (value === null || typeof value !== 'object') return value
  return 'serial' in value ? value.serial : new FormulaError(value.error)
}
