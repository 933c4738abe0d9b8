import type { SheetCell } from './cells.ts'

/** A cell of a result as it left a bundle: what it may not be is still to be seen. A date is one where the host is told so. */
export type ResultCell = unknown

/** What a bundle answered: the result, or an error's sentence and its code, of which each host tells one or both. */
export type Answer = { value: ResultCell | ResultCell[][] } | { code?: string; message?: string }

export function isValue(answer: Answer): answer is { value: ResultCell | ResultCell[][] } {
  return 'value' in answer
}

export function rowsOf(value: ResultCell | ResultCell[][]): ResultCell[][] {
  return Array.isArray(value) ? (value as ResultCell[][]) : [[value]]
}

export function isSerial(cell: unknown): cell is Extract<SheetCell, { serial: number }> {
  return typeof cell === 'object' && cell !== null && 'serial' in cell
}

/** The answer in one line. */
export function told(answer: Answer): string {
  if (!isValue(answer)) return [answer.code, answer.message].filter(Boolean).join(' ')
  const text = JSON.stringify(answer.value, (_, cell: unknown) =>
    typeof cell === 'number' && !Number.isFinite(cell) ? String(cell) : cell === undefined ? 'undefined' : cell,
  )
  return text.length > 600 ? `${text.slice(0, 600)}…` : text
}
