import { CellError, isBlank, type Cell } from '../cell.ts'
import type { Target } from '../arguments/target.ts'
import { dateBy, readDate } from '../reading/texts/dates.ts'
import { currencyIn, evidenceOf } from '../reading/evidence.ts'
import { isNoDate, isPlaceholder } from '../reading/texts/placeholders.ts'
import { rangeOf } from '../reading/range.ts'
import {
  DATE_TITLE,
  hasInvisibleMarks,
  hasStraySpaces,
  ID_TITLE,
  idText,
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
  const found = titles.flatMap((title, column) => {
    const own = rules.filter((rule) => sameTitle(rule.title, title))
    const cells = rows.map((row) => row[column]!)
    return checkColumn(cells, title, own, asOf).map((finding) => ({ column, ...finding }))
  })
  const whole = [
    { what: 'second title row', rows: secondTitleRows(table) },
    { what: 'total row', rows: totalRows(table) },
    { what: 'duplicate row', rows: titles.length > 1 ? repeats(rows.map(rowText)) : [] },
  ]
  return [...found, ...whole.filter(isFound).map((finding) => ({ column: null, ...finding }))]
}

export function sameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

type Found = Omit<Finding, 'column'>

function isFound({ rows }: Found): boolean {
  return rows.length > 0
}

function checkColumn(cells: readonly Cell[], title: string, rules: readonly Rule[], asOf: number | null): Found[] {
  const has = (word: string) => rules.some(({ text }) => text === word)
  const of = byKind(cells, title)
  const isText = has('text')
  const numbers = isText ? [] : of('number')
  const serials = numbers.filter((row) => isSerial(cells[row]))
  const isScaled = rules.some(({ scale }) => scale !== undefined)
  const others = isText ? [] : [...of('text'), ...of('TRUE or FALSE')].sort((a, b) => a - b)
  const isDates = has('date') || (DATE_TITLE.test(title) && 2 * serials.length > numbers.length)
  const noDates = [...numbers.filter((row) => !isSerial(cells[row])), ...(has('date') ? others : [])]
  const isMarked = (row: number) => hasInvisibleMarks(String(cells[row]))
  const dateTexts = isText ? [] : of('date as text')
  return [
    { what: 'blank', rows: has('optional') ? [] : of('blank') },
    { what: 'error', rows: of('error') },
    { what: 'number as text', rows: isText ? [] : of('number as text') },
    { what: 'mixed currencies', rows: isText ? [] : otherCurrencies(cells, of('number as text')) },
    { what: 'date as text', rows: dateTexts },
    { what: 'perhaps swapped', rows: dateTexts.length > 0 && maySwap(cells) ? serials : [] },
    ...(isText || isScaled || has('date') ? [] : mixed(of)),
    { what: 'placeholder', rows: tellsWho(title) ? of('text').filter((row) => isPlaceholder(String(cells[row]))) : [] },
    { what: 'placeholder date', rows: placeholderDates(cells, isDates ? serials : [], dateTexts) },
    { what: 'stray spaces', rows: of('text').filter((row) => hasStraySpaces(String(cells[row])) && !isMarked(row)) },
    { what: 'invisible marks', rows: of('text').filter(isMarked) },
    { what: 'no number', rows: isScaled ? others : [] },
    { what: 'no date', rows: isDates ? noDates.sort((a, b) => a - b) : [] },
    { what: 'in the future', rows: isDates && asOf !== null ? serials.filter((row) => isAfter(cells[row], asOf)) : [] },
    ...rules.flatMap(({ text, scale }) =>
      scale ? [{ what: `outside ${text}`, rows: numbers.filter((row) => isOutside(cells[row], scale)) }] : [],
    ),
    { what: 'spelled differently', rows: tellsWho(title) ? otherSpellings(cells) : [] },
    { what: 'duplicate', rows: duplicates(cells, title, has('unique')) },
  ].filter(isFound)
}

function byKind(cells: readonly Cell[], title: string): (kind: Kind) => number[] {
  const rows = new Map<Kind, number[]>()
  cells.forEach((cell, row) => {
    const kind = kindOf(cell, title)
    const known = rows.get(kind)
    if (known) known.push(row)
    else rows.set(kind, [row])
  })
  return (kind) => rows.get(kind) ?? []
}

/** Values of another kind than most of the column. */
function mixed(of: (kind: Kind) => number[]): Found[] {
  const kinds: Kind[] = ['number', 'text', 'TRUE or FALSE']
  const [most, ...others] = kinds.filter((kind) => of(kind).length > 0).sort((a, b) => of(b).length - of(a).length)
  return others.map((kind) => ({
    what: `${kind} among ${most === 'TRUE or FALSE' ? most : `${most}s`}`,
    rows: of(kind),
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
  const range = rangeOf(
    '',
    cells.map((cell) => [cell]),
  )
  return evidenceOf(range, 0, (cell) => cell as Cell).swapped !== undefined
}

/** Days that stand for none, such as 9999-12-31, as dates or as text. */
function placeholderDates(cells: readonly Cell[], serials: readonly number[], texts: readonly number[]): number[] {
  const far = texts.filter((row) => isNoDateText(String(cells[row])))
  return [...serials.filter((row) => isNoDate(cells[row] as number)), ...far].sort((a, b) => a - b)
}

export function isNoDateText(text: string): boolean {
  return isNoDate(dateBy(readDate(text), 'day first'))
}

function isAfter(cell: Cell | undefined, asOf: number): boolean {
  return Math.floor(cell as number) > Math.floor(asOf)
}

function isOutside(cell: Cell | undefined, { low, high, better, including }: Target): boolean {
  const value = cell as number
  const tooLow = better !== 'lower' && (including ? value < low : value <= low)
  const tooHigh = better !== 'higher' && (including ? value > high : value >= high)
  return tooLow || tooHigh
}

function otherSpellings(cells: readonly Cell[]): number[] {
  const chosen = spellings(cells)
  return cells.flatMap((cell, row) => (typeof cell === 'string' && chosen.has(cell) ? [row] : []))
}

/** A column of ids with so few repeats is meant to have none: an order log repeats its customers. */
const FEW = { share: 0.1, rows: 1 }

/** Cells that have come before, in a column that must not repeat: by rule, or by its title and nearly all of its cells. */
function duplicates(cells: readonly Cell[], title: string, isUnique: boolean): number[] {
  if (!isUnique && !ID_TITLE.test(title)) return []
  const texts = cells.map((cell) => (cell instanceof CellError || isBlank(cell) ? null : idText(cell)))
  const again = repeats(texts)
  const filled = texts.filter((text) => text !== null).length
  return isUnique || again.length <= Math.max(FEW.rows, FEW.share * filled) ? again : []
}

/** The rows whose text has come before; null is none. */
function repeats(texts: readonly (string | null)[]): number[] {
  const seen = new Set<string>()
  return texts.flatMap((text, row) => {
    if (text === null) return []
    if (seen.has(text)) return [row]
    seen.add(text)
    return []
  })
}

function rowText(row: readonly Cell[]): string | null {
  const texts = row.map((cell) => (cell instanceof CellError ? cell.code : isBlank(cell) ? '' : String(cell).trim()))
  return texts.every((text) => text === '') ? null : JSON.stringify(texts)
}
