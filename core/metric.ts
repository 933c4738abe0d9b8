import { CellError, type Cell, type Decode, type ErrorCode } from './cell.ts'
import type { Reduction } from './reduction.ts'

export type Scalar = string | number | boolean
/** A table has a header row; a cell that cannot be known is "". */
export type Table = Scalar[][]
export type Result = Scalar | Table
/** What a metric computes. A Float64Array is one value for each complete row, NaN where it cannot be known. */
export type Answer = Result | Share | Float64Array

/** A rate with what it is made of: `part` of `whole`. A cell shows its value alone. */
export interface Share {
  part: number
  whole: number
  /** What is counted, such as answers, each of them one or the other; undefined for shares of an amount. */
  of?: string
  /** What an amount is told in, and how much of it that is: hours of 3,600,000 milliseconds. */
  measure?: { name: string; size: number }
  /** What counts against the part, such as detractors: the value is then a net score in points. */
  against?: number
  /** How many more may count once it is known what becomes of them: open cases whose time is not over. */
  pending?: number
  /** How many were read and do not count, such as contracts that were due at another time. */
  leftOut?: number
}

/** What a number in the result counts. A date is a serial number, which a host may show as a date. */
export type Unit =
  | 'money'
  | 'fraction'
  | 'ratio'
  | 'points'
  | 'seconds'
  | 'hours'
  | 'days'
  | 'months'
  | 'count'
  | 'estimate'
  | 'score'
  | 'number'
  | 'date'
  | 'text'

/** One column of a result table. The last one stands for all that follow it. */
export interface ResultColumn {
  name: string
  unit: Unit
  /** The argument whose labels stand here: where they are dates, so are these. */
  labelsOf?: string
  /** The argument that names a function, whose unit this is. */
  unitOf?: string
  /** Another unit that a choice of an argument gives it. */
  unitWhen?: { argument: string; is: string; unit: Unit }
  /** How many digits of a percentage or a ratio tell something, as in Returns. */
  digits?: number
  /** Which of its cells, and those of the columns that it stands for, are compared best by their shade. */
  shaded?: 'all' | 'all but the first'
}

/** The chart of a result table. */
export interface TableChart {
  kind: 'line' | 'column' | 'stacked column' | 'bar' | 'stacked bar'
  title: string
  /** The columns that are drawn, by their names; the last one of a table stands for all that follow it. */
  columns: readonly string[]
  /** Each row from these columns on is a line, named by its first cell: the newest ones are drawn. */
  byRow?: true
  /** A column that is drawn as a line, on an axis of its own. */
  line?: string
  /** What is drawn in place of `kind` where the labels are dates. */
  overTime?: 'line'
  /** The option, and its value, with which the table has losses below zero, as the chart needs them. */
  signedBy?: readonly [name: string, value: string]
}

export interface Returns {
  unit?: Unit
  /** What to aim for, as people write it: ">= 50"; where it depends on the segment, one for each. */
  target?: string | Readonly<Record<string, string>>
  /** A rate that is often above 100 %, such as a return on investment. */
  mayExceedOne?: true
  /** Which way is better, where no target says so and everybody would agree. */
  better?: 'lower'
  /** How many digits of a percentage tell something, or of a ratio. One unless said, of a ratio two: 99.97 % of uptime is not 100 %. */
  digits?: number
  table?: readonly ResultColumn[]
  chart?: TableChart | undefined
  /** Tables with other columns, and where they come, in words: “output is pairs”. They have the same chart if they can. */
  others?: readonly { when: string; table: readonly ResultColumn[]; chart?: TableChart }[]
  /** What is asked for must be in the data, but need not be in each segment of them. */
  askedOfAll?: true
  /** For one value in each row, beside the data: the title that goes beside the data's header. */
  column?: string
}

/** The number format in which people read a single value: rates as percentages, General where nothing is to be said. */
export function numberFormat({ unit, digits }: Pick<Returns, 'unit' | 'digits'>): string {
  if (unit === 'fraction') return `0.${'0'.repeat(digits ?? 1)}%`
  if (unit === 'ratio') return `0.${'0'.repeat(digits ?? 2)}`
  return (unit && formats[unit]) ?? GENERAL
}

/** The number format of a cell for which nobody has chosen one. */
export const GENERAL = 'General'

/** The number formats of a day, and of a day with a time. */
export const DATE = 'yyyy-mm-dd'
export const MOMENT = 'yyyy-mm-dd hh:mm'

const formats: Readonly<Partial<Record<Unit, string>>> = {
  money: '#,##0.00',
  estimate: '#,##0.00',
  score: '0.00',
  points: '0.0',
  seconds: '0.0',
  hours: '0.00',
  days: '0.0',
  months: '0.0',
}

/** The format of a date in a cell; one with a time of day shows it. */
export function dateFormat(serial: number): string {
  return Number.isInteger(serial) ? DATE : MOMENT
}

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined) return false
  let found = dateFormats.get(format)
  if (found === undefined) {
    found = /[ymdhs]/i.test(format.replace(/"[^"]*"|\\.|\[[$][^[\]]*\]|general/gi, ''))
    dateFormats.set(format, found)
  }
  return found
}

/** A workbook has few formats, and each for many cells. */
const dateFormats = new Map<string, boolean>()

/** Whether the result may be more than one cell. */
export function givesBlock({ table, column }: Returns): boolean {
  return table !== undefined || column !== undefined
}

/** What to aim for, in one line: "chat < 5 min, e-mail < 24 h". */
export function targetText({ target = '' }: Returns): string {
  if (typeof target === 'string') return target
  return Object.entries(target)
    .map(([segment, aim]) => `${segment} ${aim}`)
    .join(', ')
}

/** Whether a result may hold dates. */
export function hasDates({ unit, table }: Returns): boolean {
  return unit === 'date' || (table?.some((column) => column.unit === 'date') ?? false)
}

/** What the numbers of a result column count; a single value is column 0. */
export function unitAt(returns: Returns, column: number): Unit | undefined {
  return columnAt(returns, column).unit
}

/** The same with the digits that tell something. */
export function columnAt(returns: Returns, column: number): Pick<Returns, 'unit' | 'digits'> {
  const { table } = returns
  return table ? (table[Math.min(column, table.length - 1)] ?? {}) : returns
}

/** What a number counts, in words. */
export function unitText(unit: Unit): string {
  return units[unit]
}

const units: Readonly<Record<Unit, string>> = {
  money: 'an amount of money',
  fraction: 'a fraction: format the cell as a percentage',
  ratio: 'a ratio',
  points: 'points',
  seconds: 'seconds',
  hours: 'hours',
  days: 'days',
  months: 'months',
  count: 'a count',
  estimate: 'an estimate',
  score: 'a mean score',
  number: 'a number, in the unit of what it stands for',
  date: 'a date',
  text: 'a text',
}

/** What stands in an example's formula: a cell or a block of cells. */
export type ExampleCells = Exclude<Cell, CellError> | Exclude<Cell, CellError>[][]

/** Everything people read about a metric. The functions of all hosts, their help, the reference and the sidebar are made from it. */
export interface Spec<Args extends readonly Arg<any>[] = readonly Arg<any>[]> {
  /** What people type: =NAME(…) */
  name: string
  summary: string
  /** What people ask when this is the answer, in their own words. */
  questions: readonly string[]
  args: Args
  returns: Returns
  /** Shown in the help and run as tests in every host. */
  examples: readonly { cells: readonly ExampleCells[]; gives: Result | ErrorCode }[]
  source: string
  /**
   * A formula of the spreadsheet's own that gives the same where the cells hold nothing to skip or to refuse: {argument} for
   * an argument, {argument|2.5} with what stands there when it is left out. An optional one that it does not mention must
   * be left out. For what is no function of ours it is all there is.
   */
  native?: string
  /** How an engine reduces its data; rows that are alike to one with a count where it has counts and does not say so. */
  reduce?: Reduction
}

export interface Metric {
  spec: Spec
  compute: (...values: any[]) => Answer
}

/** What an argument may ask for while it is read. */
export interface Reading {
  decode: Decode
  /** The value of another argument of the same call. */
  value(name: string): unknown
  /** The rows of a column, lined up with the call's other columns. */
  column(name: string): unknown
  /** Whether another argument of the call is given. */
  isGiven(name: string): boolean
  /** The functions that an argument may name. */
  find: FindMetric
}

/** The metric of a spreadsheet name in capitals, among those that a call may name. */
export type FindMetric = (name: string) => Metric | undefined

/** One argument of a formula: what people read about it, and how its cells become a value. */
export interface Arg<T> {
  name: string
  help: string
  /**
   * One cell; a range whose cells are a bag; or a column, which lines up row by row with the call's other columns, unless an
   * option of the call says otherwise.
   */
  shape: 'cell' | 'range' | 'column'
  optional: boolean
  /** Several columns side by side. Only a column argument may. */
  wide?: true
  /** Takes every argument from here on. Only the last may. */
  repeating?: boolean
  /** For a date that is not simply the latest in the data when left out: what it is, from the values of all arguments. */
  whenLeftOut?: (...values: any[]) => number
  /** A range with rows of its own, such as holidays, that belongs to all rows of the data. */
  ownRows?: boolean
  /** A total of money or a count: those of several rows may be added up. A rate, a price or a mean is none. */
  adds?: true
  /** What one can choose from, with a word about each, and which of them is meant when left out. */
  choices?: readonly Choice[]
  standard?: string
  /** What a number is when left out, where that does not depend on the others. */
  initial?: number
  /** How large a block of cells is, such as the result of another function: in a sample at least. */
  block?: Block
  /** Shown as a percentage in examples. */
  percent?: boolean
  /** What a date shows: a host may show it as one. Zero is no date, so it can only be a blank cell. */
  date?: boolean
  /** Takes words, which stand in quotes in a formula. */
  text?: boolean
  /** Names the function that works out the result, with the inputs that follow. */
  namesModel?: true
  /** What the argument may be, where it has limits. */
  limits?: Limits
  read(raw: any, reading: Reading): T
}

export interface Choice {
  value: string
  help: string
}

/** Rows and columns of cells. */
export interface Block {
  rows: number
  columns: number
}

/** Limits of a number, inclusive. Either may name another argument of the call. */
export interface Limits {
  min?: number | string
  max?: number | string
  whole?: boolean
  /** Ends the sentence about a value outside the limits: how to mend it. */
  hint?: string | ((value: number) => string)
}

type Values<Args> = { [K in keyof Args]: Args[K] extends Arg<infer T> ? T : never }

/** A metric: its description, and a pure function of the clean values of its arguments. */
export function metric<const Args extends readonly Arg<any>[]>(
  spec: Spec<Args>,
  compute: (...values: Values<Args>) => Answer,
): Metric & { compute: typeof compute } {
  return { spec, compute }
}

/** LTV(arpa, gross_margin, churn_rate, [discount_rate], [max_periods], [margin_growth]) */
export function signature({ name, args }: Spec): string {
  const names = args.map((arg) => (arg.repeating ? `${arg.name}…` : arg.optional ? `[${arg.name}]` : arg.name))
  return `${name}(${names.join(', ')})`
}

/** part / whole, and what is counted; where the whole is 0, #DIV/0! with the reason in words. */
export function share(
  part: number,
  whole: number,
  { none = 'there is nothing to take a share of', ...about }: Omit<Share, 'part' | 'whole'> & { none?: string } = {},
): Share {
  if (whole === 0) throw new CellError('#DIV/0!', none)
  return { part, whole, ...about }
}

/** What a cell shows of a rate. */
export function shareValue({ part, whole, against }: Share): number {
  return against === undefined ? part / whole : (100 * (part - against)) / whole
}

/** a / b, or #DIV/0! with the reason in words. */
export function divide(a: number, b: number, reason: string): number {
  if (b === 0) throw new CellError('#DIV/0!', reason)
  return a / b
}
