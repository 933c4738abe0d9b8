import { isPending } from '../cell.ts'
import type { Scalar } from '../metric.ts'
import type { CellValue, HostName, SheetContent } from '../sheet/book.ts'
import { isErrorText } from '../sheet/cellErrors.ts'
import { shownExpected, type PlacedLine } from './layout.ts'
import { TOLERANCE } from './line.ts'

export interface Verdict {
  line: PlacedLine
  outcome: 'ok' | 'differs' | 'waiting'
  /** The first cell that is not as it is to be, in words for a person who looks at this spreadsheet: they stay there. */
  expected: string
  actual: string
}

/** What came of each line, from what the sheet shows. */
export function judge(host: HostName, lines: readonly PlacedLine[], { values }: SheetContent): Verdict[] {
  const at = (row: number, column: number): CellValue => values[row]?.[column] ?? null
  return lines.map((line) => {
    const { block, row, column } = line
    const quiet = { line, expected: '', actual: '' }
    if (isPending(at(row, column))) return { ...quiet, outcome: 'waiting' }
    const difference = firstDifference(host, line, at)
    if (difference) return { line, outcome: 'differs', ...difference }
    const beyond = Array.isArray(line.gives) ? [at(row, column + block[0]!.length), at(row + block.length, column)] : []
    const over = beyond.find((value) => value !== null)
    if (over === undefined) return { ...quiet, outcome: 'ok' }
    return { line, outcome: 'differs', expected: 'no more cells', actual: told(over) }
  })
}

function firstDifference(
  host: HostName,
  { block, row, column, gives, tolerance = TOLERANCE }: PlacedLine,
  at: (row: number, column: number) => CellValue,
): { expected: string; actual: string } | null {
  for (let i = 0; i < block.length; i++) {
    for (let j = 0; j < block[i]!.length; j++) {
      const [expected, actual] = [block[i]![j]!, at(row + i, column + j)]
      if (isAsExpected(host, tolerance, expected, actual)) continue
      const where = Array.isArray(gives) ? ` in row ${i + 1}, column ${j + 1}` : ''
      return { expected: `${told(shownExpected(host, expected))}${where}`, actual: told(actual) }
    }
  }
  return null
}

function isAsExpected(host: HostName, tolerance: number, expected: Scalar, actual: CellValue): boolean {
  if (typeof expected === 'number') {
    return typeof actual === 'number' && Math.abs(actual - expected) <= tolerance * Math.abs(expected)
  }
  if (expected === '') return actual === null
  if (isErrorText(expected)) return host === 'Google Sheets' ? isErrorText(actual) : actual === expected
  return actual === expected
}

function told(value: CellValue): string {
  return value === null || value === '' ? 'a blank cell' : String(value)
}
