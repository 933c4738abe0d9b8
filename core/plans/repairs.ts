import { distance } from 'fastest-levenshtein'
import { joined } from '../cell.ts'
import type { NewCell, RowChange, RowsRequest, SheetContent } from '../sheet/book.ts'
import { titlesOf } from '../sheet/rows.ts'
import { lettersOf } from '../sheet/sheetReference.ts'
import { rowsText } from './check.ts'
import type { Layout } from './layout.ts'
import { formulaCells, ownColumns, type Column, type Plan } from './plan.ts'
import { changeOf, readRows, requestOf, seenOf, widthOf } from './reading.ts'
import { contentIn, numberIn, wordIn, type Row } from './row.ts'

/** Something that a hand has broken: what is wrong in a sentence, and the ways to mend it. */
export interface Repair {
  problem: string
  ways: readonly { label: string; request: RowsRequest }[]
}

export interface Reading {
  rows: Row[]
  repairs: Repair[]
}

/** The sheet of a plan with what is to be mended in it. What is odd is a repair, never guessed. */
export function readPlan(plan: Plan, content: SheetContent, newId: () => string, layout: Layout): Reading {
  const rows = readRows(plan, content)
  const titles = titlesOf(content)
  const isHeadless = !plan.columns.some(({ title }) => titles.includes(title)) && inSmallLetters(plan, titles) < 2
  // Without its columns, a row cannot be told to be wrong.
  const columnRepairs = isHeadless
    ? [titlesGone(plan, content)]
    : [...missingColumns(plan, titles), ...repeatedColumns(plan, titles)]
  return { rows, repairs: columnRepairs.length > 0 ? columnRepairs : rowRepairs(plan, rows, newId, layout) }
}

/** How many titles stand there but for their case, as in a sheet made by hand for KPI_TARGET. */
function inSmallLetters({ columns }: Plan, titles: readonly string[]): number {
  const small = new Set(titles.map((title) => title.toLowerCase()))
  return columns.filter(({ title }) => small.has(title.toLowerCase())).length
}

/** A title written over a cell of data would lose it, so without any title only an empty sheet can be mended from here. */
function titlesGone(plan: Plan, { values }: SheetContent): Repair {
  const { name, key } = plan
  const titles = ownColumns(plan).map(({ title }, column) => ({ column, seen: '', title }))
  if (values.length === 0) {
    return {
      problem: `The sheet “${name}” is empty.`,
      ways: [{ label: 'Write the titles into it', request: { ...requestOf(plan, []), titles } }],
    }
  }
  const isOurs = (cell: unknown) => plan.columns.some(({ title }) => title === cell)
  const lower = values.findIndex((row) => row.filter(isOurs).length > 2)
  const example = plan.columns.find(({ title }) => title === 'Owner') ?? plan.columns[1]!
  const problem =
    lower > 0
      ? `The titles stand in row ${lower + 1} of “${name}”, and they belong into the first. Remove what stands above them, or move it to another sheet.`
      : `The first row of “${name}” has none of the titles, such as “${key}” and “${example.title}”. Put them back on top, or rename the sheet if it is about something else.`
  return { problem, ways: [] }
}

function rowRepairs(plan: Plan, rows: readonly Row[], newId: () => string, layout: Layout): Repair[] {
  const repeated = rows.filter(({ isCopy }) => isCopy)
  const nameless = rows.filter(({ id }) => id === '')
  // What else is wrong with a row can be mended once its id tells which one it is.
  const settled = rows.filter((row) => row.id !== '' && !row.isCopy)
  return [
    ...idRepairs(plan, nameless, repeated, newId, layout),
    ...formulaRepairs(plan, settled, layout),
    ...wordRepairs(plan, settled),
    ...rangeRepairs(plan, settled),
  ]
}

/** A missing column may have been renamed: the titles that are not ours are offered for it, those much like it first. */
function missingColumns(plan: Plan, titles: readonly string[]): Repair[] {
  const end = widthOf(plan, titles)
  const strays = titles.flatMap((title, column) =>
    title !== '' && column < end && !plan.columns.some((one) => one.title === title) ? [column] : [],
  )
  let free = titles.length
  const missing = ownColumns(plan).filter(({ title }) => !titles.includes(title))
  return missing.map(({ title }, i): Repair => {
    const alike = strays.filter((column) => isLike(titles[column]!, title))
    const offered = [...new Set([...alike, ...strays])].slice(0, OFFERED)
    return {
      problem: `The column “${title}” is not there any more. If it was deleted just now, Ctrl+Z in the sheet brings it back with its cells.`,
      ways: [
        ...(i === 0 && missing.length > 1 ? [allAtOnce(plan, missing, titles, strays)] : []),
        ...offered.map((column) => ({
          label: `It is the column “${titles[column]}”`,
          request: titleRequest(plan, column, titles[column]!, title),
        })),
        { label: `Add a column “${title}”`, request: titleRequest(plan, free++, '', title) },
      ],
    }
  })
}

/** Titles that differ in their case only are known; the others are added. */
function allAtOnce(
  plan: Plan,
  missing: readonly Column[],
  titles: readonly string[],
  strays: readonly number[],
): Repair['ways'][number] {
  let free = titles.length
  const changes = missing.map(({ title }) => {
    const known = strays.find((column) => titles[column]!.toLowerCase() === title.toLowerCase())
    return known === undefined ? { column: free++, seen: '', title } : { column: known, seen: titles[known]!, title }
  })
  return {
    label: `Set up all ${missing.length} that are missing`,
    request: { ...requestOf(plan, []), titles: changes },
  }
}

/** More than these would hide the way to add a column. */
const OFFERED = 5

/** A title is the other with more words, or a slip of it: fewer than half of its letters. */
export function isLike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const hasAll = words(few).length > 0 && words(few).every((word) => words(many).includes(word))
  return hasAll || distance(one, other) <= Math.min(2, (few.length - 1) / 2)
}

function titleRequest(plan: Plan, column: number, seen: string, title: string): RowsRequest {
  return { ...requestOf(plan, []), titles: [{ column, seen, title }] }
}

/** A column that was copied has its title twice, and only one of them is read. */
function repeatedColumns(plan: Plan, titles: readonly string[]): Repair[] {
  return plan.columns.flatMap(({ title }): Repair[] => {
    const columns = titles.flatMap((other, column) => (other === title ? [column] : []))
    if (columns.length < 2) return []
    const renamed = (kept: number) =>
      columns
        .filter((column) => column !== kept)
        .map((column) => ({ column, seen: title, title: `${title} in ${lettersOf(column)}` }))
    return [
      {
        problem: `“${title}” is the title of the columns ${columns.map(lettersOf).join(' and ')}. Which one counts?`,
        ways: columns.map((kept) => ({
          label: `Column ${lettersOf(kept)}`,
          request: { ...requestOf(plan, []), titles: renamed(kept) },
        })),
      },
    ]
  })
}

/** Rows typed by hand have no id, and copied rows have that of another. */
function idRepairs(
  plan: Plan,
  nameless: readonly Row[],
  repeated: readonly Row[],
  newId: () => string,
  layout: Layout,
): Repair[] {
  const named = (found: readonly Row[]) =>
    requestOf(
      plan,
      found.map((row) => ({
        id: newId(),
        row: row.row,
        seen: seenOf(plan, row),
        cells: missingFormulas(plan, row, layout),
      })),
    )
  const repairs: Repair[] = []
  if (nameless.length > 0) {
    repairs.push({
      problem: `${wereText(nameless)} typed by hand and not known to the sidebar yet.`,
      ways: [{ label: 'Take them in', request: named(nameless) }],
    })
  }
  if (repeated.length > 0) {
    const remove = repeated.map((row): RowChange => ({
      id: row.id,
      row: row.row,
      seen: seenOf(plan, row),
      cells: null,
    }))
    repairs.push({
      problem: `${wereText(repeated)} copied from another row.`,
      ways: [
        { label: `Keep as ${plan.noun[1]} of their own`, request: named(repeated) },
        { label: 'Remove the copies', request: requestOf(plan, remove) },
      ],
    })
  }
  return repairs
}

/** The formulas of a plan that a row lacks, or that name a sheet which is gone. */
function missingFormulas(plan: Plan, row: Row, layout: Layout): Record<string, NewCell> {
  // The engine of the workbench writes #REF.
  const isGone = (title: string) => contentIn(row, title).trim() === '' || contentIn(row, title).includes('#REF')
  const titles = plan.columns.filter(({ formula, title }) => formula !== undefined && isGone(title))
  if (titles.length === 0) return {}
  const cells = placedFormulas(plan, layout)
  return Object.fromEntries(titles.flatMap(({ title }) => (cells[title] ? [[title, cells[title]]] : [])))
}

/** None where another sheet lacks a column that they name: that is said by whatever writes them. */
function placedFormulas(plan: Plan, layout: Layout): Record<string, NewCell> {
  try {
    return formulaCells(plan, layout)
  } catch {
    return {}
  }
}

/** Formulas that were deleted, or whose sheet was, are written anew in all rows at once. */
function formulaRepairs(plan: Plan, rows: readonly Row[], layout: Layout): Repair[] {
  const lacking = rows.flatMap((row) => {
    const cells = missingFormulas(plan, row, layout)
    return Object.keys(cells).length > 0 ? [{ row, cells }] : []
  })
  if (lacking.length === 0) return []
  const titles = [...new Set(lacking.flatMap(({ cells }) => Object.keys(cells)))].map((title) => `“${title}”`)
  const request = requestOf(
    plan,
    lacking.map(({ row, cells }) => changeOf(plan, row, cells)),
  )
  return [
    {
      problem: `${rowsText(lacking.map(({ row }) => row))} ${lacking.length === 1 ? 'lacks' : 'lack'} the formula of ${titles.join(', ')}.`,
      ways: [{ label: 'Write it anew', request }],
    },
  ]
}

/** A word that the column does not know, such as “touchable” for a kind: mended in all rows that have it. */
function wordRepairs(plan: Plan, rows: readonly Row[]): Repair[] {
  return plan.columns.flatMap((column) => {
    const { title, choices } = column
    if (!choices) return []
    const isOdd = (row: Row) => wordIn(row, title) !== '' && !choices.includes(wordIn(row, title).toLowerCase())
    return shared(rows.filter(isOdd), (row) => wordIn(row, title).toLowerCase()).map((same) => ({
      problem: `${haveText(same)} the ${title.toLowerCase()} “${wordIn(same[0]!, title).toLowerCase()}”, which is not ${joined(choices, 'or')}.`,
      ways: choices.map((choice) => ({ label: choice, request: cellRequest(plan, same, column, choice) })),
    }))
  })
}

/** A score that is no number within its limits. */
function rangeRepairs(plan: Plan, rows: readonly Row[]): Repair[] {
  return plan.columns.flatMap((column) => {
    const { title, range } = column
    if (!range) return []
    const [least, most] = range
    const isOdd = (row: Row) => {
      const score = numberIn(row, title)
      return contentIn(row, title) !== '' && (score === null || score < least || score > most)
    }
    const scores = Array.from({ length: most - least + 1 }, (_, i) => least + i)
    return shared(rows.filter(isOdd), (row) => contentIn(row, title)).map((same) => {
      const wrong = numberIn(same[0]!, title) === null ? 'text, no number' : 'no score'
      return {
        problem: `${haveText(same)} the ${title.toLowerCase()} “${contentIn(same[0]!, title)}”, which is ${wrong} from ${least} to ${most}.`,
        ways: scores.map((score) => ({ label: String(score), request: cellRequest(plan, same, column, score) })),
      }
    })
  })
}

/** Rows by what they share, in the order of the sheet. */
function shared(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return [...groups.values()]
}

function cellRequest(plan: Plan, rows: readonly Row[], { title }: Column, value: string | number): RowsRequest {
  return requestOf(
    plan,
    rows.map((row) => changeOf(plan, row, { [title]: value })),
  )
}

function wereText(rows: readonly Row[]): string {
  return `${rowsText(rows)} ${rows.length === 1 ? 'was' : 'were'}`
}

function haveText(rows: readonly Row[]): string {
  return `${rowsText(rows)} ${rows.length === 1 ? 'has' : 'have'}`
}
