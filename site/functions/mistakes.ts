import type { CellError } from '../../core/cell.ts'
import { formula } from '../../core/catalogue/reference.ts'
import type { Arg, ExampleCells, Metric, Spec } from '../../core/metric.ts'
import { computed } from './example.ts'

/** A call that is refused, and the sentence that its cell shows. */
export interface Mistake {
  formula: string
  error: CellError
}

/** More than these nobody reads. */
const MOST = 5

/**
 * What goes wrong with a function: the examples that are errors, then what comes of its first example when a percentage is
 * typed as a plain number, a limit is passed, a word is none of the choices, or one column is shorter than the others.
 */
export function mistakes(metric: Metric): Mistake[] {
  const { spec } = metric
  const outcomes = spec.examples.map(({ cells }) => ({ cells, outcome: computed(metric, cells) }))
  const working = outcomes.find(({ outcome }) => !('error' in outcome))
  const wrong = working ? spec.args.flatMap((arg, i) => wrongCells(arg, working.cells, i)) : []
  const shown = outcomes.flatMap(({ cells, outcome }) =>
    'error' in outcome ? [mistake(spec, cells, outcome.error)] : [],
  )
  // Rates as plain numbers, as who types 80 for 80% writes them.
  const typed = { ...spec, args: spec.args.map((arg) => ({ ...arg, percent: false })) }
  // Two ways to the same sentence are one mistake, whatever the row.
  const kinds = new Set(shown.map(kindOf))
  for (const cells of wrong) {
    if (shown.length >= MOST) break
    const outcome = computed(metric, cells)
    if (!('error' in outcome)) continue
    const found = mistake(typed, cells, outcome.error)
    if (kinds.has(kindOf(found))) continue
    kinds.add(kindOf(found))
    shown.push(found)
  }
  return shown
}

function mistake(spec: Spec, cells: readonly ExampleCells[], error: CellError): Mistake {
  return { formula: formula(spec, cells), error }
}

function kindOf({ error }: Mistake): string {
  return error.message.replace(/-?[\d.,]+|above|below|outside/g, '#')
}

/** The cells of a call with something wrong in one argument. */
function wrongCells(arg: Arg<unknown>, cells: readonly ExampleCells[], at: number): ExampleCells[][] {
  const value = cells[at]
  if (value === undefined) return []
  const put = (other: ExampleCells) => cells.map((cell, i) => (i === at ? other : cell))
  if (Array.isArray(value)) {
    const shorter = arg.shape === 'column' && value.length > 2 ? [put(value.slice(0, -1))] : []
    return [...outside(arg, firstNumber(value)).map((number) => put(withLast(value, number))), ...shorter]
  }
  if (arg.choices && typeof value === 'string') return [put('other')]
  return typeof value === 'number' ? outside(arg, value).map(put) : []
}

/** Numbers that an argument does not take. */
function outside({ percent, limits }: Arg<unknown>, value: number | undefined): number[] {
  if (value === undefined) return []
  const { min, max } = limits ?? {}
  return [
    ...(percent && max === 1 ? [Number((100 * value).toPrecision(12))] : []),
    ...(isLimit(max) ? [max + 1] : []),
    ...(isLimit(min) ? [min - 1] : []),
  ]
}

/** Whether a limit is a number that can be passed. */
function isLimit(limit: number | string | undefined): limit is number {
  return typeof limit === 'number' && Number.isFinite(limit)
}

function firstNumber(rows: readonly (readonly unknown[])[]): number | undefined {
  return rows.flat().find((cell): cell is number => typeof cell === 'number')
}

/** The block with another number in its last row. */
function withLast<T>(rows: readonly (readonly T[])[], number: T): T[][] {
  return rows.map((row, i) => (i === rows.length - 1 ? [...row.slice(0, -1), number] : [...row]))
}
