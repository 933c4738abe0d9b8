import { CellError, isBlank, shown, type Cell, type Decode } from './cell.ts'
import type { Rows } from './columns.ts'
import { beginsWithNumber, readsAsNumber } from './numberText.ts'
import { place, rangeOf, type Range } from './range.ts'
import { FIRST_SERIAL, LAST_SERIAL, parseIso, readsAsDate } from './statistics/calendar.ts'

/** What an argument may ask for while it is read. */
export interface Reading {
  decode: Decode
  /** The value of another argument of the same call. */
  value(name: string): unknown
  /** The rows of a column, lined up with the call's other columns. */
  column(name: string): unknown
}

/** One argument of a formula: what people read about it, and how its cells become a value. */
export interface Arg<T> {
  name: string
  help: string
  /** One cell; a range whose cells are a bag; or a column, which lines up row by row with the call's other columns. */
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
  /** What one can choose from, with a word about each, and which of them is meant when left out. */
  choices?: readonly Choice[]
  standard?: string
  /** Shown as a percentage in examples. */
  percent?: boolean
  /** What a date shows: a host may show it as one. Zero is no date, so it can only be a blank cell. */
  date?: boolean
  /** Takes words, which stand in quotes in a formula. */
  text?: boolean
  /** What the argument may be, where it has limits. */
  limits?: Limits
  read(raw: any, reading: Reading): T
}

export interface Choice {
  value: string
  help: string
}

/** An argument whose rows belong to the rows of the call's other columns. */
export interface ColumnArg<T> extends Arg<T> {
  shape: 'column'
  /** Whether a single cell beside columns stands for all their rows. */
  oneForAll?: boolean | undefined
  /** Whether the first cell is a value, a title (text where a value belongs), or may be either. */
  firstCell(cell: Cell): 'value' | 'title' | 'either'
  /** Whether no row at all is an answer, where the call's other columns say so too. */
  mayBeEmpty?: boolean
  readRows(range: Range, start: number, end: number, reading: Reading): Rows<unknown>
  pick(values: unknown, rows: Int32Array): unknown
}

/** Limits of a number, inclusive. `max` may name another argument of the call. */
export interface Limits {
  min?: number
  max?: number | string
  whole?: boolean
  /** Ends the sentence about a value outside the limits: how to mend it. */
  hint?: string | ((value: number) => string)
}

interface Bounds {
  min: number
  max: number
  whole: boolean
  hint: NonNullable<Limits['hint']>
}

/** A single number. Without a default it is required; with the default null, the metric knows it was left out. */
export function number(name: string, help: string, limits?: Limits): Arg<number>
export function number(name: string, help: string, limits: Limits & { default: number }): Arg<number>
export function number(name: string, help: string, limits: Limits & { default: null }): Arg<number | null>
export function number(
  name: string,
  help: string,
  limits: Limits & { default?: number | null } = {},
): Arg<number | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: limits.default !== undefined,
    limits,
    read(raw, reading) {
      const cell = single(name, raw, reading.decode)
      if (isBlank(cell)) return absent(name, raw, limits.default)
      if (typeof cell !== 'number') throw new CellError('#VALUE!', `${name} is ${described(cell)}, not a number`)
      return within(cell, boundsOf(limits, reading), name, 'is')
    },
  }
}

/** A share of a whole: 0.8 or 80%. */
export function fraction(name: string, help: string, limits?: Limits): Arg<number>
export function fraction(name: string, help: string, limits: Limits & { default: number }): Arg<number>
export function fraction(name: string, help: string, limits: Limits & { default: null }): Arg<number | null>
export function fraction(name: string, help: string, limits: Limits & { default?: number | null } = {}): Arg<any> {
  const hint = (value: number) => (value > 1 ? `write ${value}% or ${Number((value / 100).toPrecision(12))}` : '')
  return { ...number(name, help, { min: 0, max: 1, hint, ...limits } as Limits), percent: true }
}

/** What a cell without a number means where the place of each number counts. Those at the end may be allowed. */
export interface Gaps {
  gaps?: 'refused' | 'at the end'
}

/** A range without a value is nothing to compute from, unless that is an answer: a log of outages without an outage. */
export interface EmptyRange {
  empty?: 'refused' | 'allowed'
}

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

/** What a blank cell of a column means: its row is left out, or it stays, as NaN. */
export interface BlankCells {
  blank?: 'left out' | 'kept'
}

/** Words that, alone in the first cell of a column of text, are its title: no comment is just “Comment”. */
export interface Titles {
  titles?: readonly string[]
}

/** Which texts, such as n/a or -, are as good as a blank cell: none unless said. */
export interface Placeholders {
  isNone?: (text: string) => boolean
}

function titleOr(standard: 'value' | 'either', cell: Cell, { titles = [] }: Titles): 'value' | 'title' | 'either' {
  return typeof cell === 'string' && titles.includes(titleText(cell)) ? 'title' : standard
}

/** A title without its ornaments: "Root_cause:" is "root cause". */
function titleText(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .replace(/^[\s*#]+|[\s?:.*]+$/g, '')
}

/** Whether one cell may be given for all rows. It then comes as a column of that value. */
export interface OneForAll {
  oneForAll?: boolean
}

/** What to do about a word among the numbers, as the end of a sentence. It is skipped, as native functions do, unless said. */
export interface Words {
  refuseWords?: string
}

/** A column of numbers beside other columns. A row without a number is left out unless blanks are kept. */
export function numberColumn(
  name: string,
  help: string,
  limits?: Limits & BlankCells & OneForAll & Words,
): ColumnArg<Float64Array>
export function numberColumn(
  name: string,
  help: string,
  limits: Limits & BlankCells & { default: null },
): ColumnArg<Float64Array | null>
export function numberColumn(
  name: string,
  help: string,
  limits: Limits & BlankCells & OneForAll & Words & { default?: null } = {},
): ColumnArg<Float64Array | null> {
  return column<Float64Array | null>({
    name,
    help,
    optional: limits.default === null,
    limits,
    oneForAll: limits.oneForAll,
    firstCell: (cell) => (typeof cell === 'number' ? 'value' : isTitle(cell) ? 'title' : 'either'),
    readRows(range, start, end, reading) {
      const bounds = boundsOf(limits, reading)
      return floats(range, start, end, limits.blank, (raw, i) => {
        const value = typeof raw === 'number' ? raw : numberIn(reading.decode(raw), range, i, 0)
        if (value >= bounds.min && value <= bounds.max && (!bounds.whole || value === Math.floor(value))) return value
        if (!Number.isNaN(value)) return within(value, bounds, place(range, i, 0), 'has')
        if (limits.refuseWords) refuseWord(reading.decode(raw), `, ${limits.refuseWords}`, range, i)
        return value
      })
    },
    pick: pickFloats,
  })
}

function refuseWord(cell: Cell, mend: string, range: Range, row: number): void {
  if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) return
  throw new CellError('#VALUE!', `${place(range, row, 0)} has ${shown(cell)}${mend}`)
}

/** Several columns of numbers, side by side. */
export interface NumberBlock {
  columns: Float64Array[]
  /** What the header calls each column, "" where it does not; null where there is no header. */
  titles: string[] | null
}

/** A block of columns of numbers beside other columns. A row with a blank in any of them is left out. */
export function numberBlock(name: string, help: string): ColumnArg<NumberBlock> {
  const single = numberColumn(name, help)
  return column<NumberBlock>({
    name,
    help,
    optional: false,
    wide: true,
    firstCell: single.firstCell,
    readRows(range, start, end, { decode }) {
      const columns = Array.from({ length: range.columns }, () => new Float64Array(end - start))
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const line = range.cells[i]!
        for (let k = 0; k < columns.length; k++) {
          const raw = line[k]
          const value = typeof raw === 'number' ? raw : numberIn(decode(raw), range, i, k)
          columns[k]![i - start] = value
          if (Number.isNaN(value)) (blank ??= new Uint8Array(end - start))[i - start] = 1
        }
      }
      const empty = columns.findIndex((values) => values.every(Number.isNaN))
      if (empty >= 0 && !columns.every((values) => values.every(Number.isNaN))) {
        throw new CellError('#N/A', `${name} column ${empty + 1} has no numbers; write yes and no as 1 and 0`)
      }
      const titles =
        start === 0 ? null : columns.map((_, k) => String(labelIn(decode(range.cells[0]![k]), range, 0, k) ?? ''))
      return { values: { columns, titles }, blank }
    },
    pick: ({ columns, titles }, rows) => ({ columns: columns.map((values) => pickFloats(values, rows)), titles }),
  })
}

type WhenLeftOut = Pick<Arg<unknown>, 'whenLeftOut'>

/** A single date: a date cell, or ISO text. */
export function date(name: string, help: string): Arg<number>
export function date(name: string, help: string, options: { default: null } & WhenLeftOut): Arg<number | null>
export function date(name: string, help: string, options: { default?: null } & WhenLeftOut = {}): Arg<number | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: options.default === null,
    date: true,
    ...(options.whenLeftOut && { whenLeftOut: options.whenLeftOut }),
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      if (isBlank(cell) || cell === 0) return absent(name, raw, options.default)
      return dateIn(cell, rangeOf(name, cell), 0, 0)
    },
  }
}

/**
 * A column of dates, as serial numbers. Date cells or ISO text; a row without a date is left out unless blanks are kept,
 * where a blank says that something has not happened yet.
 */
export function dates(name: string, help: string, options?: BlankCells & EmptyRange): ColumnArg<Float64Array>
export function dates(
  name: string,
  help: string,
  options: BlankCells & { default: null },
): ColumnArg<Float64Array | null>
export function dates(
  name: string,
  help: string,
  options: BlankCells & EmptyRange & { default?: null } = {},
): ColumnArg<Float64Array | null> {
  return column<Float64Array | null>({
    name,
    help,
    optional: options.default === null,
    date: true,
    mayBeEmpty: options.empty === 'allowed',
    firstCell(cell) {
      if (isBlank(cell)) return 'either'
      return typeof cell === 'string' && !readsAsDate(cell) ? 'title' : 'value'
    },
    readRows: (range, start, end, { decode }) =>
      floats(range, start, end, options.blank, (raw, i) => {
        const cell = typeof raw === 'number' ? raw : decode(raw)
        if (typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1) return cell
        return isBlank(cell) || cell === 0 ? NaN : dateIn(cell, range, i, 0)
      }),
    pick: pickFloats,
  })
}

/** Labels by number: row i has the label `labels[codes[i]]`. */
export interface Keys {
  codes: Int32Array
  labels: (string | number | boolean)[]
}

/**
 * A column of ids or group names. Two are the same when they read the same: the number 7 and the text "7" are, "007" and
 * "7" are not. A row without one is left out, or stays as -1 where blanks are kept.
 */
export function keys(name: string, help: string, options: BlankCells = {}): ColumnArg<Keys> {
  return labels(name, help, options, (label) =>
    typeof label === 'boolean' ? String(label).toUpperCase() : String(label),
  ) as ColumnArg<Keys>
}

/** A column of group names: like keys, and in any case, as native functions and pivot tables group. */
export function segments(name: string, help: string, options?: BlankCells & Titles & Placeholders): ColumnArg<Keys>
export function segments(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default: null },
): ColumnArg<Keys | null>
export function segments(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null } = {},
): ColumnArg<Keys | null> {
  return labels(name, help, options, (label) => String(label).toLowerCase())
}

function labels(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null },
  readingOf: (label: Keys['labels'][number]) => string,
): ColumnArg<Keys | null> {
  return column<Keys | null>({
    name,
    help,
    optional: options.default === null,
    firstCell: (cell) => titleOr(typeof cell === 'number' ? 'value' : 'either', cell, options),
    readRows(range, start, end, { decode }) {
      const codes = new Int32Array(end - start)
      const labels: Keys['labels'] = []
      // By the raw cell and by what it reads as: most cells are found at once.
      const known = new Map<unknown, number>()
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const raw = range.cells[i]![0]
        const key = typeof raw === 'object' ? decode(raw) : raw
        let code = known.get(key)
        if (code === undefined) {
          const label = labelOr(options, labelIn(decode(raw), range, i, 0))
          code = label === null ? -1 : intern(label, readingOf(label), labels, known)
          known.set(key, code)
        }
        codes[i - start] = code
        if (code < 0 && options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
      }
      return { values: { codes, labels }, blank }
    },
    pick(values, rows) {
      const { codes, labels } = values!
      const renamed = new Int32Array(labels.length).fill(-1)
      const kept: Keys['labels'] = []
      const picked = new Int32Array(rows.length)
      rows.forEach((row, i) => {
        const code = codes[row]!
        if (renamed[code]! < 0) renamed[code] = kept.push(labels[code]!) - 1
        picked[i] = renamed[code] ?? -1
      })
      return { codes: picked, labels: kept }
    },
  })
}

/** A column of texts, as they stand in the cells. A row without text is left out unless blanks are kept, as "". */
export function texts(name: string, help: string, options?: BlankCells & Titles & Placeholders): ColumnArg<string[]>
export function texts(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default: null },
): ColumnArg<string[] | null>
export function texts(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null } = {},
): ColumnArg<string[] | null> {
  return column<string[] | null>({
    name,
    help,
    optional: options.default === null,
    firstCell: (cell) => titleOr('either', cell, options),
    readRows(range, start, end, { decode }) {
      const values = new Array<string>(end - start)
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = labelOr(options, labelIn(decode(range.cells[i]![0]), range, i, 0))
        values[i - start] = cell === null ? '' : String(cell)
        if (cell === null && options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
      }
      return { values, blank }
    },
    pick: (values, rows) => Array.from(rows, (row) => values![row]!),
  })
}

/**
 * A column of a few words that the metric knows, in any case, each with other ways to write it. A row without one is left
 * out, or stays as "" where blanks are kept. An unknown word in the first row is a title only if it is one of `titles` or
 * beside one, since it may as well be a mistake.
 */
export function words<const V extends string>(
  name: string,
  help: string,
  known: Readonly<Record<V, readonly string[]>>,
  options: BlankCells & Titles = {},
): ColumnArg<(V | '')[]> {
  const spelled = new Map<string, V>()
  for (const word of Object.keys(known) as V[]) {
    for (const spelling of [word, ...known[word]]) spelled.set(spelling, word)
  }
  const wordIn = (cell: Cell): V | undefined =>
    typeof cell === 'string' ? spelled.get(cell.trim().toLowerCase()) : undefined
  return column<(V | '')[]>({
    name,
    help,
    optional: false,
    firstCell: (cell) => (wordIn(cell) === undefined ? titleOr('either', cell, options) : 'value'),
    readRows(range, start, end, { decode }) {
      const values = new Array<V | ''>(end - start).fill('')
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = sound(decode(range.cells[i]![0]), range, i, 0)
        if (isBlank(cell)) {
          if (options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
          continue
        }
        const word = wordIn(cell)
        if (word === undefined) {
          const problem = `${place(range, i, 0)} has ${shown(cell)}, use ${oneOf(Object.keys(known))}`
          throw new CellError('#VALUE!', mayBeTitle(cell, range, i) ? `${problem}; ${IF_TITLE}` : problem)
        }
        values[i - start] = word
      }
      return { values, blank }
    },
    pick: (values, rows) => Array.from(rows, (row) => values[row]!),
  })
}

/** A column of yes and no, as 1 and 0. A row that says neither is left out. */
export function flags(name: string, help: string): ColumnArg<Uint8Array>
export function flags(name: string, help: string, options: { default: null }): ColumnArg<Uint8Array | null>
export function flags(name: string, help: string, options: { default?: null } = {}): ColumnArg<Uint8Array | null> {
  return column<Uint8Array | null>({
    name,
    help,
    optional: options.default === null,
    firstCell: (cell) =>
      isBlank(cell) ? 'either' : flagIn(cell) === undefined && typeof cell === 'string' ? 'title' : 'value',
    readRows(range, start, end, { decode }) {
      const values = new Uint8Array(end - start)
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = sound(decode(range.cells[i]![0]), range, i, 0)
        if (isBlank(cell)) (blank ??= new Uint8Array(end - start))[i - start] = 1
        else {
          const flag = flagIn(cell)
          if (flag === undefined) {
            const problem = `${place(range, i, 0)} has ${shown(cell)}, use TRUE or FALSE, 1 or 0, yes or no`
            throw new CellError('#VALUE!', problem)
          }
          values[i - start] = flag
        }
      }
      return { values, blank }
    },
    pick: (values, rows) => Uint8Array.from(rows, (row) => values![row]!),
  })
}

/** One of a few words, in any case. The first is the default unless another is named. */
export function choice<const V extends string>(
  name: string,
  help: string,
  choices: Readonly<Record<V, string>>,
  standard?: NoInfer<V>,
): Arg<V> {
  const values = Object.keys(choices) as V[]
  const initial = standard ?? values[0]!
  return {
    name,
    help,
    shape: 'cell',
    optional: true,
    choices: values.map((value) => ({ value, help: choices[value] })),
    standard: initial,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      if (isBlank(cell)) return initial
      const word = String(cell).trim().toLowerCase()
      const chosen = values.find((value) => value.toLowerCase() === word)
      if (chosen !== undefined) return chosen
      throw new CellError('#VALUE!', `${name} is ${described(cell)}, use ${oneOf(values)}`)
    },
  }
}

/** A single text. */
export function text(name: string, help: string): Arg<string>
export function text(name: string, help: string, options: { default: null }): Arg<string | null>
export function text(name: string, help: string, options: { default?: null } = {}): Arg<string | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: options.default === null,
    text: true,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      return isBlank(cell) ? absent<string | null>(name, raw, options.default) : String(cell).trim()
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

/** A block of cells as it stands, such as the result of another function. Blank rows at the end are cut. */
export function table(name: string, help: string): Arg<Exclude<Cell, CellError>[][]> {
  return {
    name,
    help,
    shape: 'range',
    optional: false,
    ownRows: true,
    read(raw, { decode }) {
      if (raw === undefined) throw new CellError('#VALUE!', `${name} is missing`)
      const range = rangeOf(name, raw)
      const block = range.cells.map((cells, row) =>
        cells.map((cell, column) => sound(decode(cell), range, row, column)),
      )
      while (block.length > 1 && block[block.length - 1]!.every(isBlank)) block.pop()
      return block
    },
  }
}

/** Cells as the host gave them, for a metric that lets another one read them. */
export interface Unread<T> {
  raw: T
  decode: Decode
}

/** An argument that stays unread. */
export function unread(name: string, help: string): Arg<Unread<unknown>> {
  return {
    name,
    help,
    shape: 'range',
    optional: false,
    read(raw, { decode }) {
      if (raw === undefined) throw new CellError('#VALUE!', `${name} is missing`)
      return { raw, decode }
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
    read(raw: readonly unknown[], { decode }) {
      if (raw.length === 0) throw new CellError('#VALUE!', `${name} is missing`)
      return { raw, decode }
    },
  }
}

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

function floats(
  range: Range,
  start: number,
  end: number,
  onBlank: BlankCells['blank'],
  read: (raw: unknown, index: number) => number,
): Rows<Float64Array> {
  const values = new Float64Array(end - start)
  let blank: Uint8Array | null = null
  for (let i = start; i < end; i++) {
    const value = read(range.cells[i]![0], i)
    values[i - start] = value
    if (Number.isNaN(value) && onBlank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
  }
  return { values, blank }
}

function pickFloats(values: Float64Array | null, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values![rows[i]!]!
  return picked
}

function allNumbers(name: string, raw: unknown, bounds: Bounds, decode: Decode, gaps: Gaps['gaps']): Float64Array {
  const range = rangeOf(name, raw)
  const { cells, rows, columns } = range
  const { min, max, whole } = bounds
  const found = new Float64Array(rows * columns)
  let gap: string | undefined
  let count = 0
  for (let row = 0; row < rows; row++) {
    const line = cells[row]!
    for (let column = 0; column < columns; column++) {
      const cell = line[column]
      const value = typeof cell === 'number' ? cell : numberIn(decode(cell), range, row, column)
      if (value >= min && value <= max && (!whole || value === Math.floor(value))) found[count++] = value
      else if (!Number.isNaN(value)) found[count++] = within(value, bounds, place(range, row, column), 'has')
      else if (gaps && !(row === 0 && rows > 1 && isTitle(decode(cell)))) gap ??= place(range, row, column)
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

/** The cell of an argument that is one cell. */
export function single(name: string, raw: unknown, decode: Decode): Exclude<Cell, CellError> {
  if (!Array.isArray(raw)) {
    const cell = decode(raw)
    return cell instanceof CellError ? sound(cell, rangeOf(name, raw), 0, 0) : cell
  }
  const range = rangeOf(name, raw)
  const count = range.rows * range.columns
  if (count > 1) throw new CellError('#VALUE!', `${name} must be one cell, not ${count}`)
  return sound(decode(range.cells[0]?.[0]), range, 0, 0)
}

function absent<T>(name: string, raw: unknown, standard: T | undefined): T {
  if (standard !== undefined) return standard
  throw new CellError('#VALUE!', `${name} is ${raw === undefined ? 'missing' : 'blank'}`)
}

/**
 * The cell itself, or the error it holds, with its place in words. Row and column say where in the range; they are
 * numbers, not a sentence, since a million cells pass here.
 */
export function sound(cell: Cell, range: Range, row: number, column: number): Exclude<Cell, CellError> {
  if (cell instanceof CellError) throw new CellError(cell.code, `${place(range, row, column)} is ${cell.code}`)
  return cell
}

/** The number in a cell of a range; NaN for a cell that says nothing: blank, a word, TRUE or FALSE. */
function numberIn(cell: Cell, range: Range, row: number, column: number): number {
  const value = sound(cell, range, row, column)
  if (typeof value === 'number') return value
  if (typeof value === 'string' && readsAsNumber(value)) {
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)} as text, turn it into a number`)
  }
  if (typeof value === 'string' && beginsWithNumber(value)) {
    const mend = mayBeTitle(value, range, row) ? `; ${IF_TITLE}` : ', or clear the cell if it is no answer'
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)}, keep only the number${mend}`)
  }
  return NaN
}

const IF_TITLE = 'if that is a title, select from the row below it'

function mayBeTitle(cell: Cell, range: Range, row: number): boolean {
  return row === 0 && range.rows > 1 && typeof cell === 'string'
}

/** The serial of a date cell or of ISO text. Anything else is an error that names its place. */
export function dateIn(cell: Cell, range: Range, row: number, column: number): number {
  const value = sound(cell, range, row, column)
  if (typeof value === 'number' && value >= FIRST_SERIAL && value < LAST_SERIAL + 1) return value
  const serial = typeof value === 'string' ? parseIso(value) : NaN
  if (serial >= FIRST_SERIAL) return serial
  if (!Number.isNaN(serial)) {
    throw new CellError('#VALUE!', `${place(range, row, column)} has ${shown(value)}, dates begin in 1950`)
  }
  throw new CellError(
    '#VALUE!',
    `${place(range, row, column)} has ${shown(value)}, use a date cell or text such as 2026-03-01`,
  )
}

function labelIn(cell: Cell, range: Range, row: number, column: number): string | number | boolean | null {
  const value = sound(cell, range, row, column)
  if (typeof value !== 'string' || PLAIN.test(value)) return value
  return isBlank(value) ? null : value.trim().replace(/\s+/g, ' ').normalize('NFC')
}

function labelOr({ isNone }: Placeholders, label: Keys['labels'][number] | null): typeof label {
  return isNone && typeof label === 'string' && isNone(label) ? null : label
}

/** Text that is written in one way only: no spaces, no accents. */
const PLAIN = /^[!-~]+$/

/** The code of a label, by what it reads as. */
function intern(
  label: Keys['labels'][number],
  reading: string,
  labels: Keys['labels'],
  known: Map<unknown, number>,
): number {
  let code = known.get(reading)
  if (code === undefined) {
    code = labels.push(label) - 1
    known.set(reading, code)
  }
  return code
}

function flagIn(cell: Cell): 0 | 1 | undefined {
  if (cell === true || cell === 1) return 1
  if (cell === false || cell === 0) return 0
  const word = typeof cell === 'string' ? cell.trim().toLowerCase() : ''
  if (['yes', 'y', 'true', '1'].includes(word)) return 1
  return ['no', 'n', 'false', '0'].includes(word) ? 0 : undefined
}

/** What people write into a cell for which there is no value. It is no title. */
const PLACEHOLDER =
  /^(?:n\.?\/?a\.?|none|null|nil|nan|[-\u2013\u2014.?#*]+|unknown|missing|no (?:answer|response|reply|data|value)|t\.?b\.?[adc]\.?|nobody|no one)$/i

/** Whether a text only says that there is no value: n/a, none, TBD. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim())
}

function isTitle(cell: Cell): cell is string {
  return typeof cell === 'string' && !isBlank(cell) && !beginsWithNumber(cell) && !isPlaceholder(cell)
}

function boundsOf({ min = -Infinity, max = Infinity, whole = false, hint = '' }: Limits, reading: Reading): Bounds {
  return { min, max: typeof max === 'string' ? (reading.value(max) as number) : max, whole, hint }
}

function within(value: number, { min, max, whole, hint }: Bounds, where: string, verb: 'is' | 'has'): number {
  const words = typeof hint === 'string' ? hint : hint(value)
  const mend = words && `, ${words}`
  if (value < min || value > max) {
    const limits = max === Infinity ? `below ${min}` : min === -Infinity ? `above ${max}` : `outside ${min} to ${max}`
    throw new CellError('#VALUE!', `${where} ${verb} ${value}, ${limits}${mend}`)
  }
  if (whole && !Number.isInteger(value)) throw new CellError('#VALUE!', `${where} ${verb} ${value}, not a whole number`)
  return value
}

/** A cell in a sentence: the text “soon”, 12. */
export function described(cell: string | number | boolean): string {
  return typeof cell === 'string' ? `the text ${shown(cell)}` : shown(cell)
}

/** “day, week or month” */
function oneOf(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
