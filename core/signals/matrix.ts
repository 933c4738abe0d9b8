import { distance } from 'fastest-levenshtein'
import type { CellValue, RowChange, RowsRequest, SheetContent } from '../sheet/book.ts'
import { isPending } from '../cell.ts'
import { rowContent, textOf, titlesOf } from '../sheet/rows.ts'
import { lettersOf } from '../sheet/sheetReference.ts'
import { FIRST_SERIAL, LAST_SERIAL } from '../statistics/time/calendar.ts'
import { fieldOf, fields, SHEET, type Field, type Key } from './fields.ts'

/** One cue, as its row says it. What is not there is "" or null. */
export interface Cue {
  /** The number of its row in the sheet, from 0. */
  row: number
  id: string
  /** Its row was copied from that of another cue, whose id it has. */
  isCopy: boolean
  cue: string
  kind: string
  role: string
  path: string
  stage: string
  outcome: string
  promise: number | null
  delivery: number | null
  backedBy: string
  owner: string
  metric: string
  value: CellValue
  target: CellValue
  status: string
  reviewedOn: number | null
  /** What every cell of the row holds, by title: what a later write expects to find. */
  seen: Readonly<Record<string, string>>
}

/** Something that a hand has broken: what is wrong in a sentence, and the ways to mend it. */
export interface Repair {
  problem: string
  ways: readonly { label: string; request: RowsRequest }[]
}

export interface Matrix {
  cues: Cue[]
  repairs: Repair[]
}

/** The matrix in a sheet. Columns may stand in any order and among others; nothing is guessed, what is odd is a repair. */
export function readMatrix(content: SheetContent, newId: () => string): Matrix {
  const titles = titlesOf(content)
  const own = fields.map(({ title }) => titles.indexOf(title)).filter((column) => column >= 0)
  const cues = content.values.flatMap((values, row) => {
    const isBlank = own.every((column) => textOf(values[column] ?? null).trim() === '')
    return row === 0 || isBlank ? [] : [cueOf(content, titles, row)]
  })
  const known = new Set<string>()
  for (const cue of cues) {
    cue.isCopy = cue.id !== '' && known.has(cue.id)
    known.add(cue.id)
  }
  // Without its columns, a row cannot be told to be wrong.
  const columnRepairs =
    own.length === 0 ? [titlesGone(content)] : [...missingColumns(titles), ...repeatedColumns(titles)]
  return { cues, repairs: columnRepairs.length > 0 ? columnRepairs : rowRepairs(cues, newId) }
}

/** A title written over a cell of data would lose it, so without any title only an empty sheet can be mended from here. */
function titlesGone({ values }: SheetContent): Repair {
  const titles = fields.map(({ title }, column) => ({ column, seen: '', title }))
  if (values.length === 0) {
    return {
      problem: `The sheet “${SHEET}” is empty.`,
      ways: [{ label: 'Write the titles into it', request: { ...requestOf([]), titles } }],
    }
  }
  const lower = values.findIndex((row) => row.filter((cell) => fields.some(({ title }) => title === cell)).length > 2)
  const problem =
    lower > 0
      ? `The titles stand in row ${lower + 1} of “${SHEET}”, and they belong into the first. Remove what stands above them, or move it to another sheet.`
      : `The first row of “${SHEET}” has none of the titles, such as “Cue” and “Owner”. Put them back on top, or rename the sheet if it is about something else.`
  return { problem, ways: [] }
}

function rowRepairs(cues: readonly Cue[], newId: () => string): Repair[] {
  const repeated = cues.filter(({ isCopy }) => isCopy)
  const nameless = cues.filter(({ id }) => id === '')
  // What else is wrong with a row can be mended once its id tells which one it is.
  const settled = cues.filter((cue) => cue.id !== '' && !cue.isCopy)
  return [...idRepairs(nameless, repeated, newId), ...wordRepairs(settled), ...scoreRepairs(settled)]
}

/** A request that changes cues, each only if its row is as it was seen. */
export function requestOf(changes: readonly RowChange[]): RowsRequest {
  return { sheet: SHEET, idTitle: fieldOf('id').title, changes }
}

/** The change of a cue's cells. Cells of other columns are not compared: they are not ours to speak of. */
export function changeOf(cue: Cue, cells: RowChange['cells']): RowChange {
  return { id: cue.id, seen: seenOf(cue), cells }
}

function seenOf({ seen }: Cue): Record<string, string> {
  return Object.fromEntries(fields.map(({ title }) => [title, seen[title] ?? '']))
}

function cueOf(content: SheetContent, titles: readonly string[], row: number): Cue {
  const value = (key: Key): CellValue => content.values[row]?.[titles.indexOf(fieldOf(key).title)] ?? null
  const word = (key: Key): string => String(value(key) ?? '').trim()
  const number = (key: Key): number | null => {
    const cell = value(key)
    return typeof cell === 'number' ? cell : null
  }
  const day = (key: Key): number | null => {
    const serial = number(key)
    return serial !== null && serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : null
  }
  return {
    row,
    id: word('id'),
    isCopy: false,
    cue: word('cue'),
    kind: word('kind').toLowerCase(),
    role: word('role').toLowerCase(),
    path: word('path').toLowerCase(),
    stage: word('stage').toLowerCase(),
    outcome: word('outcome'),
    promise: number('promise'),
    delivery: number('delivery'),
    backedBy: word('backedBy'),
    owner: word('owner'),
    metric: word('metric'),
    value: isPending(value('value')) ? null : value('value'),
    target: value('target'),
    status: word('status').toLowerCase(),
    reviewedOn: day('reviewedOn'),
    seen: rowContent(content, titles, row),
  }
}

/** Whether the formula of a cue has no value yet. */
export function awaitsValue({ value, seen }: Cue): boolean {
  return value === null && (seen[fieldOf('value').title] ?? '').startsWith('=')
}

/** A missing column may have been renamed: the titles that are not ours are offered for it, those much like it first. */
function missingColumns(titles: readonly string[]): Repair[] {
  const strays = titles.flatMap((title, column) =>
    title !== '' && !fields.some((field) => field.title === title) ? [column] : [],
  )
  let free = titles.length
  return fields
    .filter(({ title }) => !titles.includes(title))
    .map(({ title }): Repair => {
      const alike = strays.filter((column) => isLike(titles[column]!, title))
      const offered = [...new Set([...alike, ...strays])].slice(0, OFFERED)
      return {
        problem: `The column “${title}” is not there any more. If it was deleted just now, Ctrl+Z in the sheet brings it back with its cells.`,
        ways: [
          ...offered.map((column) => ({
            label: `It is the column “${titles[column]}”`,
            request: titleRequest(column, titles[column]!, title),
          })),
          { label: `Add a column “${title}”`, request: titleRequest(free++, '', title) },
        ],
      }
    })
}

/** More than these would hide the way to add a column. */
const OFFERED = 5

/** A title is the other with more words, or a slip of it: fewer than half of its letters. */
function isLike(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  const words = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const hasAll = words(few).length > 0 && words(few).every((word) => words(many).includes(word))
  return hasAll || distance(one, other) <= Math.min(2, (few.length - 1) / 2)
}

function titleRequest(column: number, seen: string, title: string): RowsRequest {
  return { ...requestOf([]), titles: [{ column, seen, title }] }
}

/** A column that was copied has its title twice, and only one of them is read. */
function repeatedColumns(titles: readonly string[]): Repair[] {
  return fields.flatMap(({ title }): Repair[] => {
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
          request: { ...requestOf([]), titles: renamed(kept) },
        })),
      },
    ]
  })
}

/** Rows typed by hand have no id, and copied rows have that of another. */
function idRepairs(nameless: readonly Cue[], repeated: readonly Cue[], newId: () => string): Repair[] {
  const named = (found: readonly Cue[]) =>
    requestOf(found.map((cue) => ({ id: newId(), row: cue.row, seen: seenOf(cue), cells: {} })))
  const repairs: Repair[] = []
  if (nameless.length > 0) {
    repairs.push({
      problem: `${rowsText(nameless)} typed by hand and not known to the sidebar yet.`,
      ways: [{ label: 'Take them in', request: named(nameless) }],
    })
  }
  if (repeated.length > 0) {
    const remove = repeated.map((cue): RowChange => ({ id: cue.id, row: cue.row, seen: seenOf(cue), cells: null }))
    repairs.push({
      problem: `${rowsText(repeated)} copied from another row.`,
      ways: [
        { label: 'Keep as cues of their own', request: named(repeated) },
        { label: 'Remove the copies', request: requestOf(remove) },
      ],
    })
  }
  return repairs
}

/** A word that the field does not know, such as “touchable” for a kind. */
function wordRepairs(cues: readonly Cue[]): Repair[] {
  return fields.flatMap((field) =>
    cues.flatMap((cue) => {
      const word = cue[field.key] as string
      if (!field.choices || word === '' || field.choices.includes(word)) return []
      return [
        {
          problem: `Row ${cue.row + 1} has the ${field.title.toLowerCase()} “${word}”, which is not ${either(field.choices)}.`,
          ways: field.choices.map((choice) => ({ label: choice, request: fieldRequest(cue, field, choice) })),
        },
      ]
    }),
  )
}

/** A score that is no number from 1 to 5. */
function scoreRepairs(cues: readonly Cue[]): Repair[] {
  return (['promise', 'delivery'] as const).flatMap((key) =>
    cues.flatMap((cue) => {
      const field = fieldOf(key)
      const content = cue.seen[field.title] ?? ''
      const score = cue[key]
      if (content === '' || (score !== null && score >= 1 && score <= 5)) return []
      return [
        {
          problem: `Row ${cue.row + 1} has the ${field.title.toLowerCase()} “${content}”, which is ${score === null ? 'text, no number' : 'no score'} from 1 to 5.`,
          ways: [1, 2, 3, 4, 5].map((choice) => ({ label: String(choice), request: fieldRequest(cue, field, choice) })),
        },
      ]
    }),
  )
}

function fieldRequest(cue: Cue, { title }: Field, value: string | number): RowsRequest {
  return requestOf([changeOf(cue, { [title]: value })])
}

const SHOWN_ROWS = 5

function rowsText(cues: readonly Cue[]): string {
  const rows = cues.map(({ row }) => row + 1)
  if (rows.length === 1) return `Row ${rows[0]} was`
  const others = rows.length - SHOWN_ROWS
  if (others < 2) return `Rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1]} were`
  return `Rows ${rows.slice(0, SHOWN_ROWS).join(', ')} and ${others} more were`
}

/** “tangible or intangible” */
function either(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`
}
