import fc from 'fast-check'
import type { Arg } from '../../../core/arguments/index.ts'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { mentioned, nativeFormula } from '../../../core/catalogue/nativeFormula.ts'
import { CellError } from '../../../core/cell.ts'
import type { Metric, Spec } from '../../../core/metric.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import { addSheet, type Formula, type Workbook } from '../../../workbench/workbook.ts'
import { compute } from '../../compute.ts'
import { numberWithin, withBlanks } from '../../fuzz/fittingCells.ts'

/** The functions that a formula of the spreadsheet's own can stand for. */
export const replaceable = catalogue().filter(({ spec }) => spec.native !== undefined)

type Value = number | string | null
/** The cells of an argument below each other, or its one value; undefined is left out. */
type Given = Value[] | number | undefined

/** A call with data that the function has an answer for, and how its arguments are written in the formula. */
export interface ReplaceableCall {
  given: Given[]
  /** Ranges are whole columns, with a title. */
  isWhole: boolean
  /** How each single value is written. */
  written: ('as a cell' | 'as a value' | 'as a calculation')[]
  answer: number
}

/** Calls of a function, with cells as the limits of its arguments allow. */
export function replaceableCalls(metric: Metric): fc.Arbitrary<ReplaceableCall> {
  const { args } = metric.spec
  const way = fc.constantFrom('as a cell', 'as a value', 'as a calculation' as const)
  return fc
    .record({ given: givenFor(metric.spec), isWhole: fc.boolean(), written: fc.tuple(...args.map(() => way)) })
    .map((call) => ({ ...call, answer: answerOf(metric, call) }))
    .filter(({ answer }) => !Number.isNaN(answer))
}

/** What core answers, NaN where it refuses. A whole column goes on below the data. */
function answerOf(metric: Metric, { given, isWhole }: Pick<ReplaceableCall, 'given' | 'isWhole'>): number {
  const raw = given.map((one, i) => {
    if (!Array.isArray(one)) return one
    return (isWhole ? [metric.spec.args[i]!.name, ...one, null] : one).map((cell) => [cell])
  })
  try {
    return compute(metric, ...raw) as number
  } catch (error) {
    if (error instanceof CellError) return NaN
    throw error
  }
}

function givenFor(spec: Spec): fc.Arbitrary<Given[]> {
  const mentions = mentioned(spec.native!)
  const arbitraries = spec.args.map((arg): fc.Arbitrary<Given> => {
    if (!mentions.has(arg.name)) return fc.constant(undefined)
    const value = valueOf(spec, arg)
    return mentions.get(arg.name) === undefined ? value : fc.option(value, { nil: undefined })
  })
  return fc.tuple(...arbitraries).chain((given) => lined[spec.name]?.(given) ?? fc.constant(given))
}

function valueOf({ name }: Spec, arg: Arg<unknown>): fc.Arbitrary<Given> {
  const cell = cells[`${name}.${arg.name}`] ?? numberWithin(arg).map(toMillionths)
  if (arg.shape === 'cell') return cell as fc.Arbitrary<number>
  const isGapless = WITHOUT_GAPS.has(`${name}.${arg.name}`)
  const lengths = { minLength: 1, maxLength: 300, size: 'large' } as const
  const isFilled = (value: Value) => value !== null && value !== ''
  return fc
    .array((isGapless ? cell : withBlanks(cell)) as fc.Arbitrary<Value>, lengths)
    .filter((values) => values.some(isFilled))
}

/** The engine takes numbers with a large exponent for texts. */
function toMillionths(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Where a blank cell is no missing value, but a gap. */
const WITHOUT_GAPS = new Set([
  'TCO.annual_costs',
  'LTV_RETENTION.retention_curve',
  'STOCK_ACCURACY.system_qty',
  'CAPACITY_USE.booked',
  'PRICE_REALISED.list_prices',
])

/** Cells of arguments of which the limits do not say enough. */
const cells: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  'BACKLOG.opened': moment(),
  'BACKLOG.closed': moment(),
  'CAPACITY_USE.booked': fc.integer({ min: 0, max: 40 }),
  'FCR.contacts_per_case': fc.constantFrom(1, 1, 2, 3, 12),
  'RENEWAL_RATE.due_dates': moment(),
  'RENEWAL_RATE.renewed': yesOrNo(),
  'SHARE_OF.values': yesOrNo(),
  'STOCKOUT_RATE.stock_levels': fc.integer({ min: -3, max: 9 }),
  'TCO.years': fc.integer({ min: 1, max: 100 }),
}

/** 2026-01-01 and later, to the minute. */
function moment(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 400 * 1440 }).map((minutes) => 46023 + minutes / 1440)
}

function yesOrNo(): fc.Arbitrary<Value> {
  return fc.constantFrom('Yes', 'No', 'yes', 'NO')
}

/** How the arguments of some functions belong together. */
const lined: Readonly<Record<string, (given: Given[]) => fc.Arbitrary<Given[]>>> = {
  BACKLOG: ([opened, closed, ...rest]) => {
    const starts = (opened as Value[]).map((start) => start || 46023)
    const ends = starts.map((start, i) => {
      const end = (closed as Value[])[i]
      return typeof end === 'number' ? Math.max(end, start as number) : null
    })
    return fc.constant([starts, ends, ...rest])
  },
  CAPACITY_USE: ([booked, , missed, ...rest]) =>
    fc
      .tuple(
        fc.tuple(...(booked as number[]).map(() => fc.integer({ min: 0, max: 40 }))),
        fc.tuple(...(booked as number[]).map((places) => withBlanks(fc.integer({ min: 0, max: Math.floor(places) })))),
      )
      .map(([available, without]) => [booked, available, missed && (without as Value[]), ...rest]),
  PRICE_REALISED: ([list, , ...rest]) =>
    fc
      .tuple(
        ...(list as number[]).map((price) => fc.integer({ min: 0, max: 12 }).map((tenths) => (price * tenths) / 10)),
      )
      .map((paid) => [list, paid, ...rest]),
  RENEWAL_RATE: ([dates, renewed, ...rest]) => {
    const rows = Math.min((dates as Value[]).length, (renewed as Value[]).length)
    return fc.constant([(dates as Value[]).slice(0, rows), (renewed as Value[]).slice(0, rows), ...rest])
  },
  STOCK_ACCURACY: ([system, , ...rest]) =>
    fc
      .tuple(...(system as number[]).map((stock) => withBlanks(fc.constantFrom(Math.abs(stock), Math.abs(stock) + 1))))
      .map((counted) => [system, counted as Value[], ...rest]),
  TCO: ([upfront, annual, years = 3, ...rest]) =>
    fc.boolean().map((isAlike) => {
      const costs = annual as number[]
      return isAlike || costs.length > 100
        ? [upfront, costs.slice(0, 1), years, ...rest]
        : [upfront, costs, costs.length, ...rest]
    }),
}

/** Writes the cells of calls of a function side by side into a sheet of their own. */
export function addCells(
  workbook: Workbook,
  name: string,
  { spec }: Metric,
  calls: readonly ReplaceableCall[],
): CallTexts[] {
  const columns: Value[][] = []
  const texts = calls.map(({ given, isWhole, written }) => {
    const place = (cells: Value[]): string => `${name}!${lettersOf(columns.push(cells) - 1)}`
    const parts = spec.args.map((arg, i): string => {
      const one = given[i]
      if (one === undefined) return ''
      if (Array.isArray(one)) {
        const column = place(isWhole ? [arg.name, ...one] : one)
        const letters = column.slice(name.length + 1)
        return isWhole ? `${column}:${letters}` : `${column}1:${letters}${one.length}`
      }
      if (written[i] === 'as a cell') return `${place([one])}1`
      return written[i] === 'as a value' ? String(one) : `${one}*${place([1])}1`
    })
    while (parts[parts.length - 1] === '') parts.pop()
    return { ours: `${spec.name}(${parts.join(', ')})`, own: nativeFormula(spec, parts) }
  })
  const height = Math.max(...columns.map(({ length }) => length))
  const rows = Array.from({ length: height }, (_, row) => columns.map((cells) => shown(cells[row] ?? null)))
  addSheet(workbook, { name, rows })
  return texts
}

/** A call in a formula, and what can stand for it. */
export interface CallTexts {
  ours: string
  own: string | null
}

/** A cell that shows nothing has a formula. */
function shown(value: Value): Value | Formula {
  return value === '' ? formulaOf('""') : value
}

export function formulaOf(text: string): Formula {
  return { formula: `=${text}` }
}

/** To 1e-9 of their size. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other))
}
