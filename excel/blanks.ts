import { findMetric } from '../core/catalogue/catalogue.ts'
import type { Arg, Reading } from '../core/arguments/index.ts'
import { CellError, type Cell } from '../core/cell.ts'
import { alignColumns, tableOf } from '../core/reading/columns.ts'
import type { Spec } from '../core/metric.ts'

/**
 * How this Excel sends a blank cell of a range: so that it can be told from 0, or as 0, which some builds do. Nothing in
 * a single call gives that away, so it is learnt over time.
 */
export type Blanks = 'unknown' | 'apart' | 'zeros'

/** The functions and the task pane are two scripts of one page; this global of the page is all that they share. */
const page = globalThis as { cuesheetBlanks?: Blanks }

/** What is known so far. */
export function blanks(): Blanks {
  return page.cuesheetBlanks ?? 'unknown'
}

/** Keeps what was found. That blank cells can be told apart is proven once and for all. */
export function learnBlanks(found: Exclude<Blanks, 'unknown'>): void {
  if (blanks() !== 'apart') page.cuesheetBlanks = found
}

/** A function of Excel that says how a blank cell reached it. The task pane asks it; people are not offered it. */
export const PROBE = 'CUESHEET_BLANKS'
export type ProbeAnswer = 'null' | 'zero' | 'empty text'

export function probe(cells: readonly (readonly unknown[])[]): ProbeAnswer {
  const blank = cells[0]?.[0]
  if (blank === 0) return 'zero'
  return blank === null ? 'null' : 'empty text'
}

interface GivenRange {
  arg: Arg<unknown>
  rows: readonly (readonly unknown[])[]
}

/**
 * Refuses a range with 0s where this Excel is known to send blank cells as 0 and the argument takes 0 for an answer: the
 * result could be wrong and nobody would see it. Arguments are as for `evaluate`.
 */
export function refuseAmbiguousZeros({ name, args }: Spec, given: readonly unknown[]): void {
  if (blanks() === 'apart' || !given.some(Array.isArray)) return
  const ranges = given.flatMap((raw, i): GivenRange[] =>
    Array.isArray(raw) ? [{ arg: args[Math.min(i, args.length - 1)]!, rows: raw }] : [],
  )
  const dates = ranges.filter(({ arg }) => arg.date && arg.shape === 'column').map(({ rows }) => rows)
  // No cell with a date holds 0, so a 0 among dates was a blank cell.
  if (blanks() === 'unknown' && dates.some((rows) => has(rows, isZero) && !has(rows, isEmpty))) learnBlanks('zeros')
  if (blanks() !== 'zeros') return

  const dateColumns = dates.map((rows) => rows.flat())
  for (const { arg, rows } of ranges) {
    // A 0 is no date; and blank cells that show are the sign that IF() has kept them apart.
    if (arg.date || has(rows, isEmpty)) continue
    const hasDate = (i: number) => arg.shape !== 'column' || dateColumns.every((column) => column[i])
    if (rows.flat().some((cell, i) => cell === 0 && hasDate(i)) && takesZero(arg, args, given)) {
      throw new CellError(
        '#VALUE!',
        `${name}: ${arg.name} has 0s, and this Excel sends blank cells as 0, so they cannot be told apart; ` +
          'write IF(range="","",range) instead of the range and include one blank row in it',
      )
    }
  }
}

function has(rows: GivenRange['rows'], holds: (cell: unknown) => boolean): boolean {
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!
    for (let j = 0; j < row.length; j++) if (holds(row[j])) return true
  }
  return false
}

function isZero(cell: unknown): boolean {
  return cell === 0
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === ''
}

/** Whether 0 says something to the argument. It asks the argument itself, which may refuse 0 or read it as blank. */
function takesZero(arg: Arg<unknown>, args: Spec['args'], given: readonly unknown[]): boolean {
  const reading: Reading = {
    decode: (raw: unknown) => (raw ?? null) as Cell,
    value(name) {
      const i = args.findIndex((other) => other.name === name)
      return args[i]!.read(given[i], reading)
    },
    column: () => null,
    isGiven: () => true,
    find: findMetric,
  }
  try {
    // A bag of cells reads each for itself, whether it has counts or not.
    const table = arg.shape === 'column' ? tableOf(arg, reading) : null
    if (table === null) arg.read([[0]], { ...reading, isGiven: () => false })
    else alignColumns([arg], [[[0]]], reading, { table })
    return true
  } catch (error) {
    if (error instanceof CellError) return false
    throw error
  }
}
