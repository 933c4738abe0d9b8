import type { Cell, Decode } from '../cell.ts'
import type { Keys } from '../statistics/groups.ts'
import type { Arg, Block, FindMetric, Limits, Reading } from '../metric.ts'
import type { Range } from '../reading/range.ts'
import type { Top } from '../reading/titles.ts'
import type { Rows } from '../reading/rows.ts'

export type { Arg, Block, Keys, Limits, Reading }

/** An argument whose rows belong to the rows of the call's other columns; a bag of cells only where it says so. */
export interface ColumnArg<T> extends Arg<T> {
  shape: 'column' | 'range'
  /** Whether a single cell beside columns stands for all their rows. */
  oneForAll?: boolean | undefined
  /** Whether the first cell is a value, a title (text where a value belongs), or may be either. */
  firstCell(cell: Cell): 'value' | 'title' | 'either'
  /** For a column of words: what a first cell is that may be either, by those below it. */
  topOf?(first: string, below: () => readonly Cell[]): Top
  /** Whether it may stay blank, though arguments that are needed follow. */
  mayBeLeftOut?: boolean
  /**
   * Which of the call's tables its rows belong to: the one that has no name, unless said; null where it is read by itself in
   * this call.
   */
  tableOf?(reading: Reading): string | null
  /** Whether its numbers say how many rows each row stands for, or each id of another argument. */
  isCounts?: boolean
  /** The argument whose ids each stand for so many: the number is the same in every row of an id. */
  countsEach?: string
  /** Whether no row at all is an answer, where the call's other columns say so too. */
  mayBeEmpty?: boolean
  readRows(range: Range, start: number, end: number, reading: Reading): Rows<unknown>
  pick(values: unknown, rows: Int32Array): unknown
}

export type Adds = Pick<Arg<unknown>, 'adds'>

/** What a cell without a number means where the place of each number counts. Those at the end may be allowed. */
export interface Gaps {
  gaps?: 'refused' | 'at the end'
}

/** A range without a value is nothing to compute from, unless that is an answer: a log of outages without an outage. */
export interface EmptyRange {
  empty?: 'refused' | 'allowed'
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

/** Whether one cell may be given for all rows. It then comes as a column of that value. */
export interface OneForAll {
  oneForAll?: boolean
}

/** What to do about a word among the numbers, as the end of a sentence. It is skipped, as native functions do, unless said. */
export interface Words {
  refuseWords?: string
}

/** Several columns of numbers, side by side. */
export interface NumberBlock {
  columns: Float64Array[]
  /** What the header calls each column, "" where it does not; null where there is no header. */
  titles: string[] | null
}

/** What a date means when it is left out. */
export type WhenLeftOut = Pick<Arg<unknown>, 'whenLeftOut'>

/** Cells as the host gave them, for a metric that lets another one read them. */
export interface Unread<T> {
  raw: T
  decode: Decode
  find: FindMetric
}
