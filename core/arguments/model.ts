import { CellError, shown, type Cell } from '../cell.ts'
import type { Metric, Scalar } from '../metric.ts'
import { sound } from '../reading/cells.ts'
import { knownValue } from '../reading/evaluate.ts'
import { rangeOf } from '../reading/range.ts'
import { numberBy, readNumber } from '../reading/texts/numbers.ts'
import type { Arg, Unread } from './argument.ts'
import { unread } from './columns/ranges.ts'
import { numberMetric } from './metricName.ts'

/** A function of ours that gives one number, named in quotes, and a cell for each of its arguments. */
export const modelArgs = [
  numberMetric('metric', 'Name of the function in quotes, such as "LTV".'),
  unread('inputs', 'Its arguments in order, in one row or column of cells.'),
] as const

/** What a function gives while its inputs vary. */
export interface Model {
  name: string
  args: readonly Arg<unknown>[]
  /** The cells of its arguments in order, as the host gave them. */
  inputs: readonly unknown[]
  /** What it gives for these inputs; blank where it has no answer. */
  valueOf(inputs: readonly unknown[]): Scalar
  /** The same as a number, NaN where it has no answer. */
  numberOf(inputs: readonly unknown[]): number
  /** The number in a cell, such as an input; NaN where there is none. */
  numberIn(cell: unknown): number
  /** Where an argument stands, by its name or by its number from 1. `role` names the cell that says so. */
  position(named: string, role: string): number
}

export function modelOf(metric: Metric, { raw, decode, find }: Unread<unknown>): Model {
  const { name, args, returns } = metric.spec
  const inputs = lineOf(raw)
  const valueOf = (changed: readonly unknown[]) => knownValue(metric, changed, decode, find)
  return {
    name,
    args,
    inputs,
    valueOf,
    numberOf(changed) {
      const value = valueOf(changed)
      if (typeof value === 'number') return value
      if (value === '') return NaN
      throw new CellError('#VALUE!', `${name} gives ${returns.unit === 'text' ? 'a text' : shown(value)}, not a number`)
    },
    numberIn(cell) {
      const value = decode(cell)
      if (typeof value === 'string') return numberBy(readNumber(value), undefined)
      return typeof value === 'number' ? value : NaN
    },
    position(named, role) {
      const byName = args.findIndex((arg) => arg.name === named.toLowerCase())
      const found = byName >= 0 ? byName : Number(named) - 1
      if (args[found]) return found
      const names = args.map((arg) => arg.name).join(', ')
      throw new CellError('#VALUE!', `${role} is the text ${shown(named)}, use an argument of ${name}: ${names}`)
    },
  }
}

/** Between what a number of a function may lie. A limit that names another argument is the function's own to look at. */
export function ownLimits({ limits }: Arg<unknown>): { min: number; max: number } {
  const { min, max } = limits ?? {}
  return { min: typeof min === 'number' ? min : -Infinity, max: typeof max === 'number' ? max : Infinity }
}

/** The cells of a row or a column, or of a block row by row. */
export function lineOf(raw: unknown): unknown[] {
  return Array.isArray(raw) ? (raw as unknown[][]).flat() : [raw]
}

/** What stands in the cells beside the inputs of a model, one for each, such as the lowest that it may be. */
export function besideInputs({ inputs }: Model, name: string, { raw, decode }: Unread<unknown>): SoundCell[] {
  const range = rangeOf(name, raw)
  const cells = range.cells.flatMap((line, row) => line.map((cell, column) => sound(decode(cell), range, row, column)))
  if (cells.length === inputs.length) return cells
  const count = (many: number) => `${many} cell${many === 1 ? '' : 's'}`
  const problem = `inputs has ${count(inputs.length)} and ${name} has ${count(cells.length)}, select one for each input`
  throw new CellError('#VALUE!', problem)
}

type SoundCell = Exclude<Cell, CellError>
