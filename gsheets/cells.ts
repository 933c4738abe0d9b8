import { CellError, type Cell, type Decode, type ErrorCode } from '../core/cell.ts'
import { hasDates, unitAt, type Result, type Returns, type Scalar } from '../core/metric.ts'
import { clockOf } from './clock.ts'

/** What Google Sheets shows in an error cell, which is also what a function is given for it. */
const errorCodes = new Set<unknown>([
  '#N/A',
  '#DIV/0!',
  '#REF!',
  '#VALUE!',
  '#NAME?',
  '#NUM!',
  '#NULL!',
  '#ERROR!',
] satisfies ErrorCode[])

export interface Cells {
  decode: Decode
  /** Whether the cells of an argument are formatted as dates. */
  showsDates(raw: unknown): boolean
  encode(result: Result, returns: Returns): unknown
}

/** How Google Sheets spells the cells of one call. `zone` gives the spreadsheet's time zone and is asked only for dates. */
export function cellsOf(zone: () => string): Cells {
  const clock = clockOf(zone)

  const read = (raw: unknown): Cell => {
    if (raw === '' || raw === null || raw === undefined) return null
    if (typeof raw === 'string') return isErrorCode(raw) ? errorCell(raw) : raw
    if (typeof raw === 'number' || typeof raw === 'boolean') return raw
    // A date that is none has no fields to show.
    if (isDate(raw)) return Number.isNaN(raw.getTime()) ? errorCell('#VALUE!') : clock.serial(raw)
    if (Object.prototype.toString.call(raw) === '[object Error]') {
      const { message } = raw as Error
      return errorCell(isErrorCode(message) ? message : '#ERROR!')
    }
    return String(raw)
  }
  const decode: Decode = Object.assign(read, { isDate })

  const show = (value: Scalar, column: number, returns: Returns): unknown =>
    typeof value === 'number' && unitAt(returns, column) === 'date' ? clock.date(value) : value

  return {
    decode,
    showsDates(raw) {
      const cells = (Array.isArray(raw) ? raw.flat() : [raw]) as unknown[]
      return cells.some(isDate) && !cells.some((cell) => typeof cell === 'number')
    },
    encode(result, returns) {
      if (!hasDates(returns)) return result
      if (!Array.isArray(result)) return show(result, 0, returns)
      return result.map((row) => row.map((value, column) => show(value, column, returns)))
    },
  }
}

/** Values may come from another realm, where instanceof says no. */
export function isDate(raw: unknown): raw is Date {
  return raw instanceof Date || Object.prototype.toString.call(raw) === '[object Date]'
}

function isErrorCode(text: string): text is ErrorCode {
  return text[0] === '#' && errorCodes.has(text)
}

function errorCell(code: ErrorCode): CellError {
  return new CellError(code, code)
}
