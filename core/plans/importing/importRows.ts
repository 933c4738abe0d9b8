import { cut, isBlank } from '../../cell.ts'
import { DATE_TITLE } from '../../data/columns.ts'
import type { CellValue, NewCell, PlanColumn } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { serialOf } from '../../statistics/time/calendar.ts'
import { rowsText } from '../check.ts'
import type { Layout } from '../layout.ts'
import { drawnColumn, formulaCells, ID, type NewRow, type Plan } from '../plan.ts'
import { guessColumns, importColumns } from './columns.ts'
import { readCells } from './readers.ts'
import { scalesToMap, type Scale } from './scales.ts'
import type { OwnTable } from './table.ts'
import { cellsIn, mappedColumns, wordsToMap, type Mapping } from './words.ts'

/** What a person has chosen for the columns of the plan, by title. */
export interface ImportChoices {
  mapping: Mapping
  /** What each word stands for, by its key; "" leaves the cell blank. A word that is not there cannot be read. */
  words: Readonly<Record<string, ReadonlyMap<string, string | number>>>
  /** The scale on which the scores are that do not say it themselves. */
  scales: Readonly<Record<string, Scale | null>>
}

export interface Imported {
  /** With ids, and the formulas of the plan. */
  rows: NewRow[]
  /** Columns that the sheet gets beside those of the plan. */
  extraColumns: PlanColumn[]
  /** What could not be read, row by row: it is kept in the notes. */
  lost: string[]
  /** What came over and is worth a look. */
  remarks: string[]
  /** The titles of the columns that have no place in the plan and come along behind it. */
  beside: string[]
}

/** What is likely meant, of the columns that are mapped: what to begin with. */
export function guessChoices(plan: Plan, table: OwnTable, mapping: Mapping = guessColumns(plan, table)): ImportChoices {
  const scales = scalesToMap(plan, table, mapping)
  const columns = [...wordsToMap(plan, table, mapping), ...scales]
  return {
    mapping,
    words: Object.fromEntries(
      columns.map(({ title, words }) => [
        title,
        new Map(words.flatMap(({ key, guess }): [string, string | number][] => (guess === null ? [] : [[key, guess]]))),
      ]),
    ),
    scales: Object.fromEntries(scales.map(({ title, scale }) => [title, scale])),
  }
}

/** The rows of a table as those of a plan. All that its cells say is in them, whatever becomes of it. */
export function importRows(
  plan: Plan,
  table: OwnTable,
  choices: ImportChoices,
  { newId, layout }: { newId: () => string; layout: Layout },
): Imported {
  const chosen = mappedColumns(choices.mapping)
  const mapped = importColumns(plan).flatMap((column) => {
    const [, at] = chosen.find(([title]) => title === column.title) ?? []
    if (at === undefined) return []
    const words = choices.words[column.title] ?? new Map<string, never>()
    const read = readCells(plan, column, cellsIn(table, at), { words, scale: choices.scales[column.title] ?? null })
    return [{ column, at, read }]
  })
  const taken = new Set(plan.columns.map(({ title }) => title.toLowerCase()))
  const beside = table.titles
    .map((title, at) => ({ title, at }))
    .filter(({ at }) => mapped.every((one) => one.at !== at))
    .map((one) => ({ ...one, column: besideColumn(freeTitle(one.title, taken), cellsIn(table, one.at)) }))
  const notes: PlanColumn = { title: freeTitle('Notes from import', taken), width: 240, kind: 'text' }
  const lost: string[] = []
  const formulas = formulaCells(plan, layout)
  const rows = table.rows.map((cells, i) => {
    const own: [string, NewCell][] = []
    const unread: string[] = []
    for (const { column, at, read } of mapped) {
      const one = read[i]!
      if ('cell' in one) {
        if (one.cell !== null) own.push([column.title, one.cell])
        continue
      }
      const text = textOf(cells[at]!).trim()
      unread.push(`${table.titles[at]}: ${text}`)
      if (one.unread === '') continue
      const problem = `${column.title} “${cut(text)}” ${one.unread}`
      lost.push(`Row ${table.rowNumbers[i]}: ${problem} and stays blank; it is kept in “${notes.title}”.`)
    }
    const further = beside.map(({ at, column }): [string, NewCell] => [column.title, cells[at] ?? null])
    return { own: [...own, ...further], note: unread.join('; ') }
  })
  const hasNotes = rows.some(({ note }) => note !== '')
  return {
    rows: rows.map(({ own, note }) => ({
      ...formulas,
      ...Object.fromEntries(own),
      ...(hasNotes && { [notes.title]: note || null }),
      [ID]: newId(),
    })),
    extraColumns: [
      ...mapped.filter(({ column }) => column.isOptional).map(({ column }) => drawnColumn(column, layout)),
      ...beside.map(({ column }) => column),
      ...(hasNotes ? [notes] : []),
    ],
    lost,
    remarks: [...nameRemarks(plan, table, choices.mapping), ...scaleRemarks(plan, table, choices)],
    beside: beside.map(({ title }) => title),
  }
}

/** A title that the sheet does not have yet. Rows are read by title, and some are what every row has by itself, such as constructor. */
function freeTitle(title: string, taken: Set<string>): string {
  const isTaken = (one: string) => taken.has(one.toLowerCase()) || one in {}
  let free = isTaken(title) ? `${title} from import` : title
  for (let next = 2; isTaken(free); next++) free = `${title} from import ${next}`
  taken.add(free.toLowerCase())
  return free
}

/** Dates come as numbers, and are to be seen as dates again. */
function besideColumn(title: string, cells: readonly CellValue[]): PlanColumn {
  const numbers = cells.filter((cell) => typeof cell === 'number')
  const isDate = DATE_TITLE.test(title) && numbers.length > 0 && numbers.every((one) => one >= FIRST && one < LAST)
  return { title, width: 120, kind: isDate ? 'date' : 'any' }
}

const FIRST = serialOf(2000, 1, 1)
const LAST = serialOf(2100, 1, 1)

/** Two rows of one name, and rows without one, are taken over as they are. */
function nameRemarks({ key }: Plan, table: OwnTable, mapping: Mapping): string[] {
  const at = mapping[key] ?? null
  const rowsOf = new Map<string, number[]>()
  table.rows.forEach((cells, i) => {
    const cell = at === null ? null : (cells[at] ?? null)
    const name = isBlank(cell) ? '' : textOf(cell).trim().toLowerCase()
    const same = rowsOf.get(name)
    if (same) same.push(i)
    else rowsOf.set(name, [i])
  })
  return [...rowsOf].flatMap(([name, rows]) => {
    const named = rowsText(rows.map((i) => ({ row: table.rowNumbers[i]! - 1 })))
    if (name === '') return [`${named} ${rows.length === 1 ? 'has' : 'have'} nothing for “${key}”.`]
    if (rows.length === 1) return []
    const written = textOf(table.rows[rows[0]!]![at!]!).trim()
    return [`${named} are ${rows.length === 2 ? 'both' : 'all'} called “${cut(written)}”.`]
  })
}

function scaleRemarks(plan: Plan, table: OwnTable, { mapping, scales }: ImportChoices): string[] {
  return scalesToMap(plan, table, mapping, scales).flatMap(({ title, range, found, scale }) => {
    if (!found || !scale || (scale.least === range.least && scale.most === range.most)) return []
    return [`${title}: ${scale.least} to ${scale.most} became ${range.least} to ${range.most}, to the nearest half.`]
  })
}
