import { CellError, isBlank, type Cell } from '../cell.ts'
import type { Target } from '../arguments/target.ts'
import { dateBy, readDate } from '../reading/texts/dates.ts'
import { currencyIn, evidenceOf } from '../reading/evidence.ts'
import { isNoDate, isPlaceholder } from '../reading/texts/placeholders.ts'
import { rangeOf } from '../reading/range.ts'
import { hashOf, hashOfNumber, mixed as mixedHash, repeats, settled } from './alike.ts'
import {
  DATE_TITLE,
  hasInvisibleMarks,
  hasStraySpaces,
  ID_TITLE,
  idText,
  isNeat,
  isSerial,
  kindOf,
  spellings,
  tellsWho,
  type Kind,
} from './columns.ts'
import { secondTitleRows, totalRows } from './rows.ts'
import type { Table } from './table.ts'

/** One thing that is wrong in a column, or in whole rows where `column` is null, and the rows that have it, from 0. */
export interface Finding {
  column: number | null
  what: string
  rows: number[]
}

/** What someone knows about a column. */
export interface Rule {
  title: string
  /** As it is written, for the finding. */
  text: string
  scale: Target | undefined
}

/** What is wrong in a table before anything is computed from it. */
export function findingsOf(table: Table, rules: readonly Rule[] = [], asOf: number | null = null): Finding[] {
  const { titles, rows } = table
  // Written again for each column: a large array costs time.
  const cells = new Array<Cell>(rows.length).fill(null)
  const found = titles.flatMap((title, column) => {
    const own = rules.filter((rule) => sameTitle(rule.title, title))
    for (let row = 0; row < rows.length; row++) cells[row] = rows[row]![column]!
    return checkColumn(cells, title, own, asOf).map((finding) => ({ column, ...finding }))
  })
  const ofRows = titles.map((title) => !isCounts(title, rules))
  const whole = [
    { what: 'second title row', rows: secondTitleRows(table) },
    { what: 'total row', rows: totalRows(table) },
    { what: 'duplicate row', rows: titles.length > 1 ? repeatedRows(rows, ofRows) : [] },
  ]
  return [...found, ...whole.filter(isFound).map((finding) => ({ column: null, ...finding }))]
}

export function sameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/** Whether a column says how many rows each row of a summary stands for. */
function isCounts(title: string, rules: readonly Rule[]): boolean {
  return rules.some((rule) => rule.text === 'counts' && sameTitle(rule.title, title))
}

const KINDS: readonly Kind[] = ['blank', 'error', 'number', 'TRUE or FALSE', 'text', 'number as text', 'date as text']

type Found = Omit<Finding, 'column'>

function isFound({ rows }: Found): boolean {
  return rows.length > 0
}

function checkColumn(cells: readonly Cell[], title: string, rules: readonly Rule[], asOf: number | null): Found[] {
  const has = (word: string) => rules.some(({ text }) => text === word)
  const kinds = kindsOf(cells, title)
  const isText = has('text')
  const unlessText = (kind: Kind, test?: (row: number) => boolean) => (isText ? [] : kinds.rows(kind, test))
  const numbers = (test: (value: number) => boolean) => unlessText('number', (row) => test(cells[row] as number))
  const texts = (test: (text: string) => boolean) => kinds.rows('text', (row) => test(cells[row] as string))
  const areCounts = has('counts')
  const isScaled = areCounts || rules.some(({ scale }) => scale !== undefined)
  const others = isScaled || has('date') ? [...unlessText('text'), ...unlessText('TRUE or FALSE')].sort(byRow) : []
  const isDates = has('date') || (!isText && DATE_TITLE.test(title) && areMostlySerials(cells, kinds.count('number')))
  const noDates = isDates ? [...numbers((value) => !isSerial(value)), ...(has('date') ? others : [])] : []
  const numberTexts = unlessText('number as text')
  const dateTexts = unlessText('date as text')
  return [
    { what: 'blank', rows: has('optional') ? [] : kinds.rows('blank') },
    { what: 'error', rows: kinds.rows('error') },
    { what: 'number as text', rows: numberTexts },
    { what: 'mixed currencies', rows: otherCurrencies(cells, numberTexts) },
    { what: 'date as text', rows: dateTexts },
    { what: 'perhaps swapped', rows: dateTexts.length > 0 && maySwap(cells) ? numbers(isSerial) : [] },
    ...(isText || isScaled || has('date') ? [] : mixed(kinds)),
    { what: 'placeholder', rows: tellsWho(title) ? texts(isPlaceholder) : [] },
    { what: 'placeholder date', rows: placeholderDates(cells, isDates ? numbers(isNoDateSerial) : [], dateTexts) },
    { what: 'stray spaces', rows: texts((text) => !isNeat(text) && hasStraySpaces(text) && !hasInvisibleMarks(text)) },
    { what: 'invisible marks', rows: texts((text) => !isNeat(text) && hasInvisibleMarks(text)) },
    { what: 'no number', rows: isScaled ? others : [] },
    { what: 'no count', rows: areCounts ? numbers((value) => value < 0 || !Number.isInteger(value)) : [] },
    { what: 'no date', rows: noDates.sort(byRow) },
    {
      what: 'in the future',
      rows: isDates && asOf !== null ? numbers((value) => isSerial(value) && isAfter(value, asOf)) : [],
    },
    ...rules.flatMap(({ text, scale }) =>
      scale ? [{ what: `outside ${text}`, rows: numbers((value) => isOutside(value, scale)) }] : [],
    ),
    { what: 'spelled differently', rows: tellsWho(title) ? otherSpellings(cells) : [] },
    { what: 'duplicate', rows: duplicates(cells, title, has('unique')) },
  ].filter(isFound)
}

function byRow(a: number, b: number): number {
  return a - b
}

/** Of which kind the cells of a column are. */
interface Kinds {
  count(kind: Kind): number
  /** The rows of a kind, or those of them that are in a case. */
  rows(kind: Kind, isCase?: (row: number) => boolean): number[]
}

function kindsOf(cells: readonly Cell[], title: string): Kinds {
  const codes = new Uint8Array(cells.length)
  const counts = KINDS.map(() => 0)
  for (let row = 0; row < cells.length; row++) {
    const code = KINDS.indexOf(kindOf(cells[row]!, title))
    codes[row] = code
    counts[code]!++
  }
  const count = (kind: Kind) => counts[KINDS.indexOf(kind)]!
  return {
    count,
    rows(kind, isCase = () => true) {
      const rows: number[] = []
      if (count(kind) === 0) return rows
      const code = KINDS.indexOf(kind)
      for (let row = 0; row < codes.length; row++) if (codes[row] === code && isCase(row)) rows.push(row)
      return rows
    },
  }
}

function areMostlySerials(cells: readonly Cell[], numbers: number): boolean {
  let serials = 0
  for (const cell of cells) if (isSerial(cell)) serials++
  return 2 * serials > numbers
}

/** Values of another kind than most of the column. */
function mixed({ count, rows }: Kinds): Found[] {
  const kinds: Kind[] = ['number', 'text', 'TRUE or FALSE']
  const [most, ...others] = kinds.filter((kind) => count(kind) > 0).sort((a, b) => count(b) - count(a))
  return others.map((kind) => ({
    what: `${kind} among ${most === 'TRUE or FALSE' ? most : `${most}s`}`,
    rows: rows(kind),
  }))
}

/** Amounts in another currency than most of those that show one. */
function otherCurrencies(cells: readonly Cell[], rows: readonly number[]): number[] {
  const shown = rows.map((row) => ({ row, currency: currencyIn(String(cells[row])) }))
  const counts = new Map<string, number>()
  for (const { currency } of shown) if (currency !== '') counts.set(currency, (counts.get(currency) ?? 0) + 1)
  if (counts.size < 2) return []
  const usual = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
  return shown.filter(({ currency }) => currency !== '' && currency !== usual).map(({ row }) => row)
}

/** Whether the spreadsheet may have taken days for months in the dates that it recognised, and left the others text. */
function maySwap(cells: readonly Cell[]): boolean {
  // A single row says the same as a column.
  return evidenceOf(rangeOf('', [cells]), 0, (cell) => cell as Cell).swapped !== undefined
}

/** Days that stand for none, such as 9999-12-31, as dates or as text. */
function placeholderDates(cells: readonly Cell[], serials: readonly number[], texts: readonly number[]): number[] {
  const far = texts.filter((row) => isNoDateText(String(cells[row])))
  return [...serials, ...far].sort(byRow)
}

function isNoDateSerial(value: number): boolean {
  return isSerial(value) && isNoDate(value)
}

export function isNoDateText(text: string): boolean {
  return isNoDate(dateBy(readDate(text), 'day first'))
}

function isAfter(serial: number, asOf: number): boolean {
  return Math.floor(serial) > Math.floor(asOf)
}

function isOutside(value: number, { low, high, better, including }: Target): boolean {
  const tooLow = better !== 'lower' && (including ? value < low : value <= low)
  const tooHigh = better !== 'higher' && (including ? value > high : value >= high)
  return tooLow || tooHigh
}

function otherSpellings(cells: readonly Cell[]): number[] {
  const chosen = spellings(cells)
  if (chosen.size === 0) return []
  return cells.flatMap((cell, row) => (typeof cell === 'string' && chosen.has(cell) ? [row] : []))
}

/** A column of ids with so few repeats is meant to have none: an order log repeats its customers. */
const FEW = { share: 0.1, rows: 1 }

/** Cells that have come before, in a column that must not repeat: by rule, or by its title and nearly all of its cells. */
function duplicates(cells: readonly Cell[], title: string, isUnique: boolean): number[] {
  if (!isUnique && !ID_TITLE.test(title)) return []
  const hashes = new Int32Array(cells.length)
  let filled = 0
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!
    if (cell instanceof CellError || isBlank(cell)) continue
    hashes[row] = typeof cell === 'number' ? hashOfNumber(cell) : hashOf(idText(cell))
    filled++
  }
  const textOf = (row: number) => idText(cells[row] as Exclude<Cell, CellError>)
  const again = repeats(hashes, (row, earlier) => textOf(row) === textOf(earlier))
  return isUnique || again.length <= Math.max(FEW.rows, FEW.share * filled) ? again : []
}

/** The rows that hold what an earlier one holds in every cell, but those that hold nothing. */
/** Rows that say the same as an earlier one in the columns that tell of them: how often a row counts is none of these. */
function repeatedRows(all: readonly (readonly Cell[])[], ofRows: readonly boolean[]): number[] {
  const rows = ofRows.every(Boolean) ? all : all.map((row) => row.filter((_, column) => ofRows[column]))
  const hashes = new Int32Array(rows.length)
  for (let row = 0; row < rows.length; row++) hashes[row] = hashOfRow(rows[row]!)
  return repeats(hashes, (row, earlier) => {
    const other = rows[earlier]!
    return rows[row]!.every((cell, column) => cellText(cell) === cellText(other[column]!))
  })
}

/** 0 for a row without a value. */
function hashOfRow(cells: readonly Cell[]): number {
  let hash = 0
  let isEmpty = true
  for (const cell of cells) {
    const text = typeof cell === 'number' ? null : cellText(cell)
    if (text !== '') isEmpty = false
    hash = mixedHash(hash, text === null ? hashOfNumber(cell as number) : hashOf(text))
  }
  return isEmpty ? 0 : settled(hash)
}

function cellText(cell: Cell): string {
  return cell instanceof CellError ? cell.code : isBlank(cell) ? '' : String(cell).trim()
}
