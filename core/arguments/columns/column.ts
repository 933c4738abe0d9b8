import type { Range } from '../../reading/range.ts'
import type { Rows } from '../../reading/rows.ts'
import type { BlankCells, ColumnArg, Reading } from '../argument.ts'

/** A column argument by how its cells are told apart, read and picked. */
export function column<T>(
  spec: Omit<ColumnArg<T>, 'shape' | 'read' | 'readRows' | 'pick'> & {
    readRows(range: Range, start: number, end: number, reading: Reading): Rows<T>
    pick(values: T, rows: Int32Array): T
  },
): ColumnArg<T> {
  return {
    ...spec,
    shape: 'column',
    pick: (values, rows) => spec.pick(values as T, rows),
    read: (_, reading) => (reading.column(spec.name) ?? null) as T,
  }
}

/**
 * Reads a column into numbers, NaN for a cell that says nothing. A number that is a value as it stands, as most are, is
 * not read any further: what comes back from a call is an object of its own.
 */
export function floats(
  range: Range,
  start: number,
  end: number,
  onBlank: BlankCells['blank'],
  isValue: (raw: number) => boolean,
  read: (raw: unknown, index: number) => number,
): Rows<Float64Array> {
  const values = new Float64Array(end - start)
  let blank: Uint8Array | null = null
  for (let i = start; i < end; i++) {
    const raw = range.cells[i]![0]
    const value = typeof raw === 'number' && isValue(raw) ? raw : read(raw, i)
    values[i - start] = value
    if (Number.isNaN(value) && onBlank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
  }
  return { values, blank }
}

/**
 * The values of some rows, which go up, and come again where a row stands for several. They take the place of all where
 * none is overwritten before it is read, since nobody else has those: a second large array costs time and memory.
 */
export function pickFloats(values: Float64Array | null, rows: Int32Array): Float64Array {
  const picked = fallsBehind(rows) ? new Float64Array(rows.length) : values!.subarray(0, rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values![rows[i]!]!
  return picked
}

/** Whether a row is picked for a later place than its own. */
function fallsBehind(rows: Int32Array): boolean {
  for (let i = 0; i < rows.length; i++) if (rows[i]! < i) return true
  return false
}

/** The values of some rows of flags. */
export function pickFlags(values: Uint8Array, rows: Int32Array): Uint8Array {
  const picked = new Uint8Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!
  return picked
}
