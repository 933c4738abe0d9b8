import fc from 'fast-check'
import type { Limits } from '../../core/arguments/argument.ts'
import type { Arg, ColumnArg } from '../../core/arguments/index.ts'
import type { Spec } from '../../core/metric.ts'
import { rangeOf } from '../../core/reading/range.ts'
import { isoText } from '../../core/statistics/time/calendar.ts'
import { plain } from '../close.ts'
import type { Block, SheetCell } from './cells.ts'
import { exampledCells } from './examples.ts'

/** 2026-01-01. All fitting dates lie near it. */
const FIRST_DAY = 46023
const TIMES = [0, 0, 0, 0, 0, 0, 9 / 24, 13.5 / 24, 18 / 24, 1439 / 1440]
/** Among the times: a date as text. */
const AS_TEXT = TIMES.length

/**
 * A cell of a row before its column is known to hold labels of one kind, and before the date it follows: a label by its
 * place in a list, a date by the days since the one before it in the row.
 */
export type Sketch = SheetCell | { label: number } | { days: number; time: number }

export const label: fc.Arbitrary<Sketch> = fc.nat({ max: 5 }).map((label) => ({ label }))

/** The later a date stands in its row, the nearer to the one before. */
export function dateSketch(isFirst: boolean): fc.Arbitrary<Sketch> {
  return fc
    .tuple(fc.integer({ min: isFirst ? 0 : -1, max: isFirst ? 400 : 60 }), fc.nat({ max: AS_TEXT }))
    .map(([days, time]) => ({ days, time }))
}

export function singleDate(before: number): fc.Arbitrary<SheetCell> {
  return fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.nat({ max: AS_TEXT }))
    .map(([days, time]) => dateCell(FIRST_DAY + 150 * before + days, time))
}

function dateCell(day: number, time: number): SheetCell {
  return time === AS_TEXT ? isoText(day) : { serial: day + TIMES[time]! }
}

export function withBlanks<T>(cell: fc.Arbitrary<T>): fc.Arbitrary<T | SheetCell> {
  return fc.oneof({ weight: 14, arbitrary: cell }, { weight: 1, arbitrary: fc.constantFrom(null, '') })
}

/** Numbers within limits; one that another argument gives is that of a scale up to 5. */
export function numberWithin(arg: Pick<Arg<unknown>, 'limits' | 'percent'>): fc.Arbitrary<number> {
  // Each row comes so often.
  if ('isCounts' in arg) return fc.nat({ max: 4 })
  const { limits = {}, percent } = arg
  const { min, max, whole } = limits as Limits
  const [lowest, highest] = [known(min, 1, percent ? -1 : -20), known(max, 5, Infinity)]
  const top = Math.min(highest, Math.max(lowest, 0) + 5000)
  const from = Math.ceil(lowest)
  const wholes = (to: number) => fc.integer({ min: from, max: Math.max(from, Math.floor(Math.min(to, top))) })
  if (whole) return fc.oneof(wholes(from + 10), wholes(from + 400))
  const hundredths = fc
    .integer({ min: Math.ceil(lowest * 100), max: Math.floor(Math.min(top, lowest + 1000) * 100) })
    .map((number) => number / 100)
  if (percent) return hundredths
  return fc.oneof(
    { weight: 4, arbitrary: wholes(from + 30) },
    { weight: 2, arbitrary: hundredths },
    { weight: 1, arbitrary: wholes(top) },
    { weight: 1, arbitrary: fc.double({ min: lowest, max: top, noNaN: true }).map((number) => number + 0) },
  )
}

/** A limit that another argument gives, or that there is none of, as a number. */
function known(limit: number | string | undefined, ofScale: number, otherwise: number): number {
  if (typeof limit === 'string') return ofScale
  return limit === undefined || Math.abs(limit) === Infinity ? otherwise : limit
}

/** Lists of labels that a column may be made of; none for a column of numbers or dates. */
export function labelLists(spec: Spec, arg: ColumnArg<unknown>): (readonly SheetCell[])[] {
  if (arg.date || arg.limits || arg.wide) return []
  const exampled = exampledCells(spec, spec.args.indexOf(arg))
  const own = exampled.length > 0 ? [exampled] : []
  return takesAnyWord(arg) ? [...own, ...LABELS] : own
}

export const LABELS: readonly (readonly SheetCell[])[] = [
  ['Ann', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn'],
  [101, 102, 103, 104, 105, 106],
  [46023, 46054, 46082, 46113].map((serial) => ({ serial })),
]

function takesAnyWord(arg: ColumnArg<unknown>): boolean {
  const nothing = () => undefined
  const reading = { decode: plain, value: nothing, column: nothing, isGiven: () => true, find: nothing }
  try {
    arg.readRows(rangeOf(arg.name, [['Zyx'], ['Wvu']]), 0, 2, reading)
    return true
  } catch {
    return false
  }
}

/** The columns that rows of sketches are. A wide one is given as many cells in a row as it has. */
export function columnsOf(rows: readonly (readonly Sketch[])[], lists: readonly (readonly SheetCell[])[]): Block[] {
  const columns: Block[] = lists.map(() => [])
  for (const row of rows) {
    let day = FIRST_DAY
    row.forEach((sketch, i) => {
      let cell = sketch as SheetCell
      if (typeof sketch === 'object' && sketch !== null) {
        if ('label' in sketch) cell = lists[i]![sketch.label % lists[i]!.length]!
        else if ('days' in sketch) cell = dateCell((day += sketch.days), sketch.time)
      }
      columns[i]!.push([cell])
    })
  }
  return columns
}
