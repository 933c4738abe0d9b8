import type { CellValue, NewCell, RowChange } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import type { Layout } from '../layout.ts'
import { libraryId } from '../libraryRows.ts'
import { formulaCells, type Plan } from '../plan.ts'
import { changeOf } from '../reading.ts'
import { contentIn, wordIn, type Row } from '../row.ts'
import { AT_RISK, keyOf, type Customer, type Due, type Logs, type Standing } from './logs.ts'
import { NO_LONGER } from './sources.ts'

/** What a refresh does to the list. */
export interface Merge {
  changes: readonly RowChange[]
  /** Customers that come, with why. */
  added: readonly { name: string; why: string }[]
  /** Rows that go: they are no longer due or at risk, and nobody has noted anything about them. */
  gone: readonly Row[]
  /** Rows that would go, but somebody has noted something. They are marked. */
  marked: readonly Row[]
  /** How many rows stay, with those that are marked. */
  stay: number
  /** How many of them have an end or a value that somebody has typed. */
  typed: number
}

/** The cells that a person fills in. */
const WORDS = ['Name', 'State', 'Next step', 'Note', 'Owner', 'Path'] as const
/** Those of the log that a person may type over. */
const OVERTYPED = ['Ends on', 'Value'] as const

/** The cells of a customer as the logs have them. */
type Read = {
  customer: Customer
  'Ends on': number | null
  Value: number | null
  Chance: number | null
  Segment: string | null
  'Why here': string
}

/** The list as the logs have it by now, merged by customer into the rows that are there. */
export function merged(plan: Plan, rows: readonly Row[], logs: Logs, layout: Layout): Merge {
  const wanted = wantedOf(logs)
  const own = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row.values[plan.key] ?? null)
    if (key !== '' && !own.has(key)) own.set(key, row)
  }
  const changes: RowChange[] = []
  const [gone, marked]: [Row[], Row[]] = [[], []]
  let typed = 0
  const change = (row: Row, cells: Readonly<Record<string, CellValue>>) => {
    const differing = Object.entries(cells).filter(([title, cell]) => contentIn(row, title) !== textOf(cell))
    if (differing.length > 0) changes.push(changeOf(plan, row, Object.fromEntries(differing)))
  }
  for (const [key, row] of own) {
    // A row without an id of its own is taken in first.
    if (row.id === '' || row.isCopy) continue
    const read = wanted.get(key)
    if (read) {
      const kept = OVERTYPED.filter((title) => isTyped(row, title))
      if (kept.length > 0) typed++
      change(row, without(cellsOf(read), kept))
    } else if (isFromLog(row)) {
      if (hasWords(plan, row)) {
        if (wordIn(row, 'Why here') !== NO_LONGER) marked.push(row)
        change(row, { ...standingCells(logs.standings.get(key)), 'Why here': NO_LONGER })
      } else {
        gone.push(row)
        // Whatever somebody writes into the row meanwhile, also beside our columns, keeps it there.
        changes.push({ id: row.id, seen: row.seen, cells: null })
      }
    }
  }
  const taken = new Set(rows.map(({ id }) => id))
  const added = [...wanted].filter(([key]) => !own.has(key))
  for (const [key, read] of added) {
    const id = libraryId(key, (id) => taken.has(id))
    taken.add(id)
    const cells: Record<string, NewCell> = {
      ...formulaCells(plan, layout),
      [plan.key]: read.customer,
      ...cellsOf(read),
    }
    changes.push({ id, seen: null, cells })
  }
  return {
    changes,
    added: added.map(([, { customer, 'Why here': why }]) => ({ name: String(customer), why })),
    gone,
    marked,
    stay: rows.length - gone.length,
    typed,
  }
}

/** “7 new, 3 gone, 21 stay” */
export function mergeText({ added, gone, stay }: Merge): string {
  return `${added.length} new, ${gone.length} gone, ${stay} ${stay === 1 ? 'stays' : 'stay'}`
}

/** The customers of the list: first those whose contract ends, the first to end first, then those at risk, the best first. */
function wantedOf({ due, standings }: Logs): Map<string, Read> {
  const wanted = new Map<string, Read>()
  for (const [key, one] of due) wanted.set(key, readOf(one, standings.get(key)))
  const atRisk = [...standings].filter(([, { segment }]) => AT_RISK.includes(segment))
  atRisk.sort(([, a], [, b]) => b.revenue - a.revenue)
  for (const [key, one] of atRisk) if (!wanted.has(key)) wanted.set(key, readOf(undefined, one))
  return wanted
}

function readOf(due: Due | undefined, standing: Standing | undefined): Read {
  const isAtRisk = standing !== undefined && AT_RISK.includes(standing.segment)
  const why = [due && dueText(due), isAtRisk && riskText(standing)].filter((text) => text)
  return {
    customer: (due ?? standing)!.customer,
    'Ends on': due?.end ?? null,
    Value: rounded(due?.value ?? standing?.revenue ?? null),
    ...standingCells(standing),
    'Why here': why.join('; '),
  }
}

function standingCells(standing: Standing | undefined): Pick<Read, 'Chance' | 'Segment'> {
  return { Chance: rounded(standing?.chance ?? null), Segment: standing?.segment ?? null }
}

/** “contract ends on 2026-04-09”, “2 contracts end, the first on 2026-04-09; another runs until 2027-04-09” */
function dueText({ end, contracts, until }: Due): string {
  const day = isoText(end)
  const ends = contracts === 1 ? `contract ends on ${day}` : `${contracts} contracts end, the first on ${day}`
  return until === null ? ends : `${ends}, another runs until ${isoText(until)}`
}

/** “was a regular, silent since 2025-10-28 after 12 orders” */
function riskText({ segment, orders, last }: Standing): string {
  const was = segment === "Can't lose" ? 'was among the best, ' : orders >= REGULAR ? 'was a regular, ' : ''
  return `${was}silent since ${isoText(last)} after ${orders === 1 ? 'one order' : `${orders} orders`}`
}

/** Who has ordered so often is one. */
const REGULAR = 3

function cellsOf(read: Read): Record<string, CellValue> {
  return {
    ...without(read, ['customer']),
    'As read': OVERTYPED.map((title) => textOf(read[title]) || NONE).join(' | '),
  }
}

const NONE = 'none'

/** What the log had last time for an end or a value, as text. */
function asRead(row: Row, title: (typeof OVERTYPED)[number]): string {
  const read = wordIn(row, 'As read').split('|')[OVERTYPED.indexOf(title)]?.trim() ?? NONE
  return read === NONE ? '' : read
}

/** Whether somebody has typed it: it is neither blank nor what the log had. */
function isTyped(row: Row, title: (typeof OVERTYPED)[number]): boolean {
  const content = contentIn(row, title).trim()
  return content !== '' && content !== asRead(row, title)
}

/** Whether a refresh has put the row there. */
function isFromLog(row: Row): boolean {
  return wordIn(row, 'As read') !== ''
}

/** Whether somebody has written anything about the customer, in our columns or in others. */
function hasWords({ columns }: Plan, row: Row): boolean {
  const ours = new Set(columns.map(({ title }) => title))
  const theirs = Object.keys(row.seen).filter((title) => !ours.has(title))
  return (
    [...WORDS, ...theirs].some((title) => contentIn(row, title).trim() !== '') ||
    OVERTYPED.some((title) => isTyped(row, title))
  )
}

function without<T extends object>(cells: T, titles: readonly string[]): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(cells).filter(([title]) => !titles.includes(title)))
}

/** Spreadsheets keep 15 digits of a number at least: what is read again is what was written. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12))
}
