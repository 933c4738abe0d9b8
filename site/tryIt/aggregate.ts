import type { ParsedCall } from '../../core/catalogue/explain.ts'
import { inputOf } from '../../core/catalogue/explain.ts'
import { isErrorText } from '../../core/sheet/cellErrors.ts'
import type { CellValue } from '../../core/sheet/book.ts'
import { sum } from '../../core/statistics/sum.ts'
import { cellsAt, SHEET } from './table.ts'

/** What a spreadsheet makes of the cells of a range; text among numbers is passed over. Null where it gives an error. */
const AGGREGATES: Readonly<Record<string, (numbers: readonly number[], cells: readonly CellValue[]) => number | null>> =
  {
    SUM: (numbers) => sum(numbers),
    AVERAGE: (numbers) => (numbers.length > 0 ? sum(numbers) / numbers.length : null),
    MIN: (numbers) => numbers.reduce((least, one) => Math.min(least, one), numbers[0] ?? 0),
    MAX: (numbers) => numbers.reduce((most, one) => Math.max(most, one), numbers[0] ?? 0),
    COUNT: (numbers) => numbers.length,
    COUNTA: (_, cells) => cells.filter((cell) => cell !== null).length,
  }

/** The call with the values of SUM(E:E) and its like in their places: what else is calculated stays. */
export function withAggregates(call: ParsedCall, rows: readonly (readonly CellValue[])[]): ParsedCall {
  const inputs = call.inputs.map((input) => {
    const range = input.kind === 'calculation' ? aggregated(input.text) : undefined
    if (!range) return input
    const cells = cellsAt(rows, range.address).flat()
    const error = cells.find(isErrorText)
    const numbers = cells.filter((cell): cell is number => typeof cell === 'number')
    const value = range.name.startsWith('COUNT') || error === undefined ? range.of(numbers, cells) : error
    return { text: input.text, kind: 'value' as const, value: value ?? '#DIV/0!' }
  })
  return { ...call, inputs }
}

/** Whether a text is SUM(E:E) or its like. */
export function isAggregate(text: string): boolean {
  return aggregated(text) !== undefined
}

function aggregated(text: string) {
  const [, written = '', inner = ''] = /^([A-Z]+)\(\s*([^()]+?)\s*\)$/i.exec(text) ?? []
  const name = written.toUpperCase()
  const of = AGGREGATES[name]
  const input = of && inputOf(inner, SHEET)
  return of && input?.kind === 'cells' ? { name, of, address: input.range.address } : undefined
}
