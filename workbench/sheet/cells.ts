import type { Arg, FunctionResultObject, Matrix } from '@odoo/o-spreadsheet'
import { registries } from '@odoo/o-spreadsheet'
import { CellError, type Cell, type Decode, type ErrorCode } from '../../core/cell.ts'
import { dateFormat, isDateFormat, unitAt, type Result, type Returns, type Scalar } from '../../core/metric.ts'

/** One cell of this engine: an object with its value, or a value that rowsOf has taken out of it. */
export const decode: Decode = Object.assign(read, {
  isDate: (raw: unknown) =>
    typeof raw === 'object' && raw !== null && isDateFormat((raw as FunctionResultObject).format),
})

function read(raw: unknown): Cell {
  const { value, message } = typeof raw === 'object' && raw !== null ? (raw as FunctionResultObject) : { value: raw }
  if (typeof value !== 'string') return (value ?? null) as Cell
  // An error travels as this engine spells it, so that the sentence names what the cell shows.
  return registries.errorTypes.has(value) ? new CellError(value as ErrorCode, message ?? value) : value
}

/** Whether the numbers of an argument are formatted as dates. */
export function showsDates(arg: unknown): boolean {
  const cells = (Array.isArray(arg) ? (arg as Matrix<FunctionResultObject>).flat() : [arg]) as FunctionResultObject[]
  const numbers = cells.filter((cell) => typeof cell?.value === 'number')
  return numbers.length > 0 && numbers.every(({ format }) => isDateFormat(format))
}

/** An argument as core wants it: undefined when left out, a single cell as it is, a range row by row. */
export function rowsOf(arg: Arg): unknown {
  if (!Array.isArray(arg)) return arg
  let rows = known.get(arg)
  if (!rows) {
    rows = transposed(arg)
    known.set(arg, rows)
  }
  return rows
}

/** Formulas that read the same range are given the same matrix, so that its rows are laid out once for all. */
const known = new WeakMap<Matrix<FunctionResultObject>, readonly unknown[][]>()

/** The engine keeps ranges column by column. Numbers leave their objects here, so that core need not ask for each. */
function transposed(columns: Matrix<FunctionResultObject>): readonly unknown[][] {
  const [first] = columns
  if (columns.length === 1) return first!.map(rowOfOne)
  return first!.map((_, row) => columns.map((column) => unwrapped(column[row])))
}

/** The answers of a survey are few numbers many times: their rows are shared, which spares a new array for each. */
function rowOfOne(cell: FunctionResultObject | undefined): unknown[] {
  const value = unwrapped(cell)
  return isSmall(value) ? smallNumbers[value]! : [value]
}

const smallNumbers = Array.from({ length: 101 }, (_, value) => [value])

/** Asked first, since to look for anything else among them makes a text of it. */
function isSmall(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 100 && Math.floor(value) === value
}

/** A number that shows as a date keeps its object, which tells that it does. */
function unwrapped(cell: FunctionResultObject | undefined): unknown {
  return typeof cell?.value === 'number' && !isDateFormat(cell.format) ? cell.value : cell
}

/** A result as the engine wants it: tables column by column, dates with a format that shows them as such. */
export function fromResult(result: Result, returns: Returns): FunctionResultObject | Matrix<FunctionResultObject> {
  if (!Array.isArray(result)) return fromScalar(result, unitAt(returns, 0) === 'date')
  return result[0]!.map((_, column) => {
    const isDate = unitAt(returns, column) === 'date'
    return result.map((row) => fromScalar(row[column]!, isDate))
  })
}

function fromScalar(value: Scalar, isDate: boolean): FunctionResultObject {
  return isDate && typeof value === 'number' ? { value, format: dateFormat(value) } : { value }
}

/** A failure as the engine wants it: the code for the cell, the sentence for the card that opens over it. */
export function fromError(error: unknown, name: string): FunctionResultObject {
  if (error instanceof CellError) return { value: error.code, message: error.message }
  return { value: '#ERROR', message: `${name}: ${error instanceof Error ? error.message : String(error)}` }
}
