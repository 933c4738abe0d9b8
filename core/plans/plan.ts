import type { ChartPlan, Colour, NewCell, NewFormula, PlanColumn, SummaryCell, TablePlan } from '../sheet/book.ts'
import { findMetric } from '../catalogue/catalogue.ts'
import { numberFormat } from '../metric.ts'
import { formatOf } from '../sheet/looks.ts'
import { quoted } from '../sheet/references.ts'
import type { About, Check, Finding, PlanCheck } from './check.ts'
import { columnAddress, placed, type Layout } from './layout.ts'
import { wordIn, type Row } from './row.ts'

/** What a person wants to do: the gallery shows the plans under these. */
export const GOALS = [
  'See where we stand',
  'Keep what we promise',
  'Follow the customer',
  'Try a change',
  'Plan ahead',
  'Close the month',
] as const
export type Goal = (typeof GOALS)[number]

/**
 * A framework as a sheet with live numbers. One file says everything about it; gallery, list, form, checks, guide and tests
 * are made from that.
 */
export interface Plan<T extends string = string> {
  /** It is the name of the sheet as well. */
  name: string
  /** What a row is called, one and many. */
  noun: readonly [one: string, many: string]
  goal: Goal
  /** Its place among those of its goal. */
  place: number
  /** What it answers, for the gallery. */
  question: string
  /** What it is for, for whom has none yet. */
  about: string
  columns: readonly Column<T>[]
  /** The column whose text names a row. It is required. */
  key: NoInfer<T>
  /** What a row is called where it has no such text. */
  nameless: string
  /** What stands below the name in the list. */
  details: readonly NoInfer<T>[]
  /** The columns that a person fills in, in the order of the form. */
  form: readonly NoInfer<T>[]
  /** The columns of a number that one of our functions gives. */
  link?: Link<NoInfer<T>>
  /** The columns by which the list may be grouped, the usual one first. */
  groups: readonly Grouping<NoInfer<T>>[]
  checks: readonly Check<NoInfer<T>>[]
  overall?: readonly PlanCheck<NoInfer<T>>[]
  /** Rows to start from, in sets to choose from. */
  library?: Library<NoInfer<T>>
  /** The plans that are created with it where they are not there, since its formulas name them. */
  needs?: readonly string[]
  /** Further plans whose rows its checks look at. */
  asks?: readonly string[]
  /** Its rows are written by the sidebar alone, such as what a month was closed with. */
  isRecord?: true
  /** A column of which a change through the form is kept: what stood there before, and since when it does not. */
  trail?: { of: NoInfer<T>; old: NoInfer<T>; on: NoInfer<T>; why?: NoInfer<T> }
  /** A column with the day since when something is so, as the sidebar saw it whenever it wrote the row. */
  since?: { on: NoInfer<T>; of: NoInfer<T>; isSo(value: number): boolean }
  summary?: readonly SummaryCell[]
  /** Tables of how many rows say what in two columns, shown above the list. */
  crosses?: readonly Cross<NoInfer<T>>[]
  /** A chart of its rows, drawn beside them when a person asks for it. */
  chart?: PlanChart<NoInfer<T>>
}

/** A count of rows for each two words. Words that stand in rows and not here come after these. */
export interface Cross<T extends string = string> {
  heading: string
  down: T
  downWords: readonly string[]
  across: T
  acrossWords: readonly string[]
  /** The colour of a cell that counts rows. It may ask for a number that stands beside a label of the summary. */
  colour?(down: string, across: string, told: (label: string) => number | null): Colour | undefined
}

export interface PlanChart<T extends string = string> {
  kind: ChartPlan['kind']
  title: string
  labels: T
  series: readonly T[]
  /** A column of which each word has lines of its own. Its rows are to stand together. */
  by?: T
  format: string
}

export interface Column<T extends string = string> extends PlanColumn {
  title: T
  /** What a person reads beside the field. */
  help: string
  /** Who fills it in: a person, a link, a formula of the plan, the sidebar. A person where nothing is said. */
  by?: 'link' | 'formula' | 'sidebar'
  /** Without which a row is not written. */
  required?: true
  /** The field offers what other rows say there. */
  recalls?: true
  /** Numbers are to lie between these. */
  range?: readonly [least: number, most: number]
  /** Another plan and the column of it whose texts are offered. */
  from?: { plan: string; title: string }
  /** Further texts that the field offers: words, or those of another plan's column. The sheet takes any other as well. */
  suggests?: { words: readonly string[] } | { plan: string; title: string }
  /** A line of text is not enough. */
  isLong?: true
  /**
   * What every row has there: {{Title}} is a cell of the row, {{Title:column}} the whole column, {{Plan!Title:column}} that of
   * another plan, {{Plan!Label:beside}} a cell of a summary, {{usual}} the text that a library has for the row.
   */
  formula?: string
  /** A person names cells, of which the formula makes a number: {{cells}} stands for them. */
  ofCells?: string
  /** It is read where people have added it, and not missed where they have not. */
  isOptional?: true
}

/** The columns of a metric that is linked to a row. */
export interface Link<T extends string = string> {
  metric: T
  value: T
  target: T
  status: T
  /** The one that says which way is better, where there is one. */
  better?: T
  /** A column that shows the value of an earlier day, in the same number format. */
  earlier?: T
}

export interface Grouping<T extends string = string> {
  title: T
  /** The heading of rows that say nothing there. */
  none: string
  /** What is wrong with the rows of a group together; "" where nothing is. `name` is "" for rows that say nothing. */
  warning?(rows: readonly Row[], name: string): string
}

export interface Library<T extends string = string> {
  /** What the sets are called, such as Trade. */
  label: string
  heading: string
  /** The column by whose words the rows of a set are listed. */
  by: T
  /** What is said of a row below its name. */
  says: T
  sets: readonly LibrarySet<T>[]
}

export interface LibrarySet<T extends string = string> {
  name: string
  rows: readonly Readonly<Partial<Record<T, string | number>>>[]
}

/** The plan as it is, its columns known by their titles: a title that no column has is an error of types. */
export function plan<const T extends string>(spec: Plan<T>): Plan {
  return spec
}

/** Plans in the order of the gallery. */
export function inOrder(plans: readonly Plan[]): readonly Plan[] {
  const goalOf = ({ goal }: Plan) => GOALS.indexOf(goal)
  return [...plans].sort((a, b) => goalOf(a) - goalOf(b) || a.place - b.place)
}

export const ID = 'Id'

/** The columns that are there in any sheet of the plan. */
export function ownColumns({ columns }: Plan): Column[] {
  return columns.filter(({ isOptional }) => !isOptional)
}

/** The first row of its sheet: its titles, and a column apart what its summary tells, with the numbers of that blank. */
export function sheetTitles(plan: Plan): string[] {
  const told = (plan.summary ?? []).flatMap(({ label }) => [label, ''])
  return [...ownColumns(plan).map(({ title }) => title), ...(told.length > 0 ? ['', ...told] : [])]
}

/** The column of a title. */
export function columnOf({ name, columns }: Plan, title: string): Column {
  const column = columns.find((one) => one.title === title)
  if (!column) throw new Error(`${name} has no column “${title}”`)
  return column
}

/** An empty sheet for a plan, or one with these rows, each with its cells by title; people’s own columns come behind. */
export function sheetOf(
  plan: Plan,
  layout: Layout,
  rows: readonly NewRow[] = [],
  further: readonly PlanColumn[] = [],
): TablePlan {
  const { name, summary } = plan
  const columns = [...ownColumns(plan).map((column) => drawnColumn(column, layout)), ...further]
  return {
    name,
    columns,
    rows: rows.map((cells) => columns.map(({ title }) => cells[title] ?? null)),
    frozenColumns: 1,
    page: { landscape: true, titleRows: 1 },
    ...(summary && { summary: summary.map((cell) => placedSummary(plan, cell, layout)) }),
  }
}

/** What is told of a table, with the columns of other plans where they stand. */
function placedSummary(plan: Plan, cell: SummaryCell, layout: Layout): SummaryCell {
  return 'value' in cell ? cell : { ...cell, formula: placedIn(plan, cell.formula, layout) }
}

/** A formula of the plan, with what is told of its own table left to be found where it stands when the sheet is written. */
function placedIn({ name }: Plan, formula: string, layout: Layout): string {
  const own = formula.replace(/\{\{([^{}!]+)!([^{}]+?:beside)\}\}/g, (found, plan: string, label: string) =>
    plan === name ? `{{${label}}}` : found,
  )
  return placed(own, layout)
}

/** The cells of a row that is to be, by title. */
export type NewRow = Readonly<Record<string, NewCell>>

/** What is drawn of a column. */
export function drawnColumn({ title, width, kind, help, from, ...more }: Column, layout: Layout): PlanColumn {
  const { format, choices, colours, muted } = more
  return {
    title,
    width,
    kind,
    note: help,
    ...(format && { format }),
    ...(choices && { choices }),
    ...(colours && { colours }),
    ...(muted && { muted }),
    ...(from && { choicesFrom: { sheet: from.plan, address: columnAddress(layout, from) } }),
  }
}

/** What is known of a row whose formulas are written. */
export interface KnownOfRow {
  metric?: string
  /** What is aimed for where neither Targets nor the metric says so. */
  usual?: string
}

/**
 * The cells that the formulas of a plan fill in a row, by title. Where its metric is known, what it was earlier is shown in
 * the format of that.
 */
export function formulaCells(
  plan: Plan,
  layout: Layout,
  { metric = '', usual = '' }: KnownOfRow = {},
): Record<string, NewFormula> {
  const { columns, link } = plan
  const unit = findMetric(metric)?.spec.returns
  const formatIn = (column: Column) => (unit && column.title === link?.earlier ? numberFormat(unit) : formatOf(column))
  const own = columns.filter(({ formula, isOptional }) => formula !== undefined && !isOptional)
  return Object.fromEntries(
    own.map((column) => {
      const formula = placedIn(plan, column.formula!, layout).replace('{{usual}}', () => quoted(usual))
      return [column.title, { formula, format: formatIn(column) }]
    }),
  )
}

/** What is found in a row, the red first. Only what can be asked of its sheet is. */
export function findingsOf(plan: Plan, row: Row, about: About): Finding[] {
  const found = plan.checks.flatMap(({ level, filter, columns, find }) => {
    const text = columns.every((title) => title in row.seen) ? find(row, about) : ''
    return text === '' ? [] : [{ level, filter, text }]
  })
  return [...found.filter(({ level }) => level === 'red'), ...found.filter(({ level }) => level !== 'red')]
}

/** What is found in a plan as a whole. */
export function overallFindings({ overall = [] }: Plan, rows: readonly Row[], about: About): string[] {
  return overall.flatMap(({ find }) => find(rows, about))
}

/** The names under which rows are shown that lack something, in the order of the checks. */
export function filtersOf({ checks }: Plan): string[] {
  return [...new Set(checks.map(({ filter }) => filter))].filter((filter) => filter !== '')
}

/** What a row is called. */
export function nameOf({ key, nameless }: Plan, row: Row): string {
  return wordIn(row, key) || nameless
}

/** “a cue”, “an idea” */
export function oneText({ noun: [one] }: Plan): string {
  return `${/^[aeiou]/i.test(one) ? 'an' : 'a'} ${one}`
}

/** “1 cue”, “3 cues” */
export function countText({ noun: [one, many] }: Plan, count: number): string {
  return `${count} ${count === 1 ? one : many}`
}
