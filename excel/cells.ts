import { CellError, type Cell, type Decode, type ErrorCode } from '../core/cell.ts'
import {
  dateFormat,
  givesBlock,
  hasDates,
  isDateFormat,
  unitAt,
  type Result,
  type Returns,
  type Scalar,
} from '../core/metric.ts'
import { learnBlanks } from './blanks.ts'

/**
 * A cell that Excel sends as an object: a CustomFunctions.Error, or a data type such as a formatted number, an entity or
 * an error. Older runtimes say `code` and `primitive`, newer ones `basicValue`.
 */
interface RichCell {
  type?: string
  basicType?: string
  basicValue?: unknown
  primitive?: unknown
  code?: unknown
  numberFormat?: unknown
}

/** Reads one cell as Excel sends it. */
export const decode: Decode = Object.assign(read, { isDate })

function read(raw: unknown): Cell {
  if (raw === null) {
    learnBlanks('apart')
    return null
  }
  if (raw === undefined || raw === '') return null
  return typeof raw === 'object' ? richCell(raw) : (raw as number | string | boolean)
}

/**
 * A result as Excel takes it. A date carries its format where the runtime knows formats; elsewhere it is a serial
 * number, which people format themselves.
 */
export function encode(result: Result, returns: Returns): unknown {
  // A function that may give a table is declared to, and Excel takes a block from it.
  const block = Array.isArray(result) ? result : [[result]]
  const formats = hasDates(returns) && runtimeKnowsFormats()
  const isDate = (value: Scalar, column: number) => typeof value === 'number' && unitAt(returns, column) === 'date'
  const encoded = formats
    ? block.map((row) => row.map((value, column) => (isDate(value, column) ? dated(value as number) : value)))
    : block
  return Array.isArray(result) || givesBlock(returns) ? encoded : encoded[0]![0]
}

/** A number that Excel sends with its format tells whether it shows a date; most come without one. */
function isDate(raw: unknown): boolean {
  const { numberFormat } = (raw ?? {}) as RichCell
  return typeof numberFormat === 'string' && isDateFormat(numberFormat)
}

function richCell({ type, basicType, basicValue, primitive, code }: RichCell): Cell {
  const value = basicValue ?? primitive ?? code
  if (type === 'Error' || basicType === 'Error') return new CellError(errorCode(value), '')
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'string') return value === '' ? null : value
  return type === 'Empty' ? null : new CellError('#VALUE!', '')
}

/** Excel adds kinds of errors over time; each goes through under its own name. */
function errorCode(value: unknown): ErrorCode {
  return typeof value === 'string' && value.startsWith('#') ? (value as ErrorCode) : '#VALUE!'
}

// In a runtime without a page, Office knows no requirements.
function runtimeKnowsFormats(): boolean {
  return (
    typeof Office !== 'undefined' &&
    Boolean(Office.context?.requirements?.isSetSupported('CustomFunctionsRuntime', '1.4'))
  )
}

function dated(serial: number): object {
  return { type: 'FormattedNumber', basicValue: serial, numberFormat: dateFormat(serial) }
}
