import { CellError, isBlank, type Cell, type Decode } from '../../cell.ts'
import { isOnTop, labelIn, numberIn, sound } from '../../reading/cells.ts'
import { place, rangeOf } from '../../reading/range.ts'
import type { Arg, Block, EmptyRange, Gaps, Limits, Unread } from '../argument.ts'
import { boundsOf, within, type Bounds } from '../single/limits.ts'

/** All the numbers of a range, row by row. Blank cells and words are skipped; one must remain unless none is allowed. */
export function numbers(name: string, help: string, limits?: Limits & Gaps & EmptyRange): Arg<Float64Array>
export function numbers(name: string, help: string, limits: Limits & { default: null }): Arg<Float64Array | null>
export function numbers(
  name: string,
  help: string,
  limits: Limits & Gaps & EmptyRange & { default?: null } = {},
): Arg<Float64Array | null> {
  return {
    name,
    help,
    shape: 'range',
    optional: limits.default === null,
    limits,
    read(raw, reading) {
      if (raw === undefined && limits.default === undefined) throw new CellError('#VALUE!', `${name} is missing`)
      const found = allNumbers(name, raw, boundsOf(limits, reading), reading.decode, limits.gaps)
      if (found.length > 0 || limits.empty === 'allowed') return found
      if (limits.default === null) return null
      throw new CellError('#N/A', `${name} has no numbers`)
    },
  }
}

/** A short list of names, such as the stages of a funnel in their order. Blank cells are skipped, and repeats. */
export function names(name: string, help: string): Arg<string[]>
export function names(name: string, help: string, options: { default: null }): Arg<string[] | null>
export function names(name: string, help: string, options: { default?: null } = {}): Arg<string[] | null> {
  return {
    name,
    help,
    shape: 'range',
    optional: options.default === null,
    read(raw, { decode }) {
      const range = rangeOf(name, raw)
      const found = new Set<string>()
      range.cells.forEach((cells, row) =>
        cells.forEach((cell, column) => {
          const label = labelIn(decode(cell), range, row, column)
          if (label !== null) found.add(String(label))
        }),
      )
      if (found.size > 0) return [...found]
      if (options.default === null) return null
      throw new CellError('#N/A', `${name} has no names`)
    },
  }
}

/**
 * A block of cells as it stands, such as the result of another function. Blank rows at the end are cut. `block` is how
 * large it may be, where it is more than a column.
 */
export function table(name: string, help: string, block?: Block): Arg<Exclude<Cell, CellError>[][]> {
  return {
    name,
    help,
    shape: 'range',
    optional: false,
    ownRows: true,
    ...(block && { block }),
    read(raw, { decode }) {
      if (raw === undefined) throw new CellError('#VALUE!', `${name} is missing`)
      const range = rangeOf(name, raw)
      const found = range.cells.map((cells, row) =>
        cells.map((cell, column) => sound(decode(cell), range, row, column)),
      )
      while (found.length > 1 && found[found.length - 1]!.every(isBlank)) found.pop()
      return found
    },
  }
}

/** An argument that stays unread. */
export function unread(name: string, help: string): Arg<Unread<unknown>> {
  return {
    name,
    help,
    shape: 'range',
    optional: false,
    read(raw, { decode, find }) {
      if (raw === undefined) throw new CellError('#VALUE!', `${name} is missing`)
      return { raw, decode, find }
    },
  }
}

/** Every argument from here on, unread. At least one must be given. */
export function unreadRest(name: string, help: string): Arg<Unread<readonly unknown[]>> {
  return {
    name,
    help,
    shape: 'range',
    optional: false,
    repeating: true,
    read(raw: readonly unknown[], { decode, find }) {
      if (raw.length === 0) throw new CellError('#VALUE!', `${name} is missing`)
      return { raw, decode, find }
    },
  }
}

function allNumbers(name: string, raw: unknown, bounds: Bounds, decode: Decode, gaps: Gaps['gaps']): Float64Array {
  const range = rangeOf(name, raw)
  const { cells, rows, columns } = range
  const { min, max, whole } = bounds
  const found = new Float64Array(rows * columns)
  const isTop = (row: number, column: number) => row < 3 && isOnTop(range, row, column, decode, bounds)
  let gap: string | undefined
  let count = 0
  for (let row = 0; row < rows; row++) {
    const line = cells[row]!
    for (let column = 0; column < columns; column++) {
      const cell = line[column]
      const value =
        typeof cell === 'number' ? cell : isTop(row, column) ? NaN : numberIn(cell, range, row, column, decode, bounds)
      if (value >= min && value <= max && (!whole || value === Math.floor(value))) found[count++] = value
      else if (!Number.isNaN(value)) found[count++] = within(value, bounds, place(range, row, column), 'has')
      else if (gaps && !isTop(row, column)) gap ??= place(range, row, column)
      if (gap !== undefined && gaps === 'at the end' && !Number.isNaN(value)) {
        throw new CellError('#VALUE!', `${gap} has no number, and others follow`)
      }
    }
  }
  if (gap !== undefined && gaps === 'refused' && rows * columns > 1) {
    throw new CellError('#VALUE!', `${gap} has no number, write 0 if there is none`)
  }
  return count === found.length ? found : found.subarray(0, count)
}
