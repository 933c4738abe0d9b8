import type { Scalar } from '../metric.ts'
import { isErrorText } from '../sheet/cellErrors.ts'
import type { HostName } from '../sheet/book.ts'

/** The condition, in functions that all spreadsheets have, under which a cell is as it is to be. */
export function tellsOk(
  host: HostName,
  value: Scalar,
  tolerance: number,
  { expected, actual }: { expected: string; actual: string },
): string {
  if (typeof value === 'number')
    return `IF(ISNUMBER(${actual}), ABS(${actual}-${expected})<=${written(tolerance)}*ABS(${expected}), FALSE)`
  if (typeof value === 'boolean') return `IF(ISLOGICAL(${actual}), ${actual}=${expected}, FALSE)`
  if (value === '') return `LEN(${actual})=0`
  if (isErrorText(value)) return showsError(host, value, actual)
  return `IF(ISTEXT(${actual}), EXACT(${actual}, ${expected}), FALSE)`
}

/** Google Sheets has one error for all of a custom function's, and the workbench's engine does not tell their kinds. */
function showsError(host: HostName, code: string, actual: string): string {
  if (host === 'Google Sheets') return `ISERROR(${actual})`
  if (host === 'workbench') return code === '#N/A' ? `ISNA(${actual})` : `ISERR(${actual})`
  return `IF(ISERROR(${actual}), ERROR.TYPE(${actual})=${TYPES[code]}, FALSE)`
}

/** Excel's numbers of the errors. */
const TYPES: Readonly<Record<string, number>> = {
  '#NULL!': 1,
  '#DIV/0!': 2,
  '#VALUE!': 3,
  '#REF!': 4,
  '#NAME?': 5,
  '#NUM!': 6,
  '#N/A': 7,
}

/** 1E-9, as formulas have it. */
function written(tolerance: number): string {
  return tolerance.toExponential().toUpperCase()
}
