import { addressOf } from '../../workbook.ts'
import { MOST_COLUMNS } from '../limits.ts'
import { attribute, encoded, isOn, withoutSections } from './xlsxText.ts'
import { columnOf, numbered, writtenRows, type WrittenCell, type WrittenRow } from './xlsxRows.ts'
import { plainValue, type CellContext } from './xlsxValue.ts'

/** The plain values of a sheet, and the sheet without them: formulas, links and all that is no cell are the engine's. */
export interface SheetCells {
  rest: string
  cells: Record<string, string>
  runs: StyleRun[]
  /** Rows with a height of their own, in points, or that are hidden, by their numbers from 1. */
  rows: Map<number, { height: number | undefined; isHidden: boolean }>
  size: SheetSize
}

/** How far what a sheet holds reaches, how many cells are filled, and how many rows with a look or group of their own are left to the engine. */
export interface SheetSize {
  rows: number
  columns: number
  filled: number
  left: number
}

/** Cells of a column, one under the other, with the same style. */
export interface StyleRun {
  column: number
  from: number
  to: number
  style: number
  /** A cell for text that holds a number, or a text like a formula, becomes an ordinary one. */
  isOrdinary: boolean
}

/** A row with a look or group of its own, or the cells of all rows between two of those. */
interface LeftRow {
  tag: string | undefined
  cells: string[]
}

interface Taking extends SheetCells {
  context: CellContext
  most: number
  links: ReadonlySet<string>
  /** Charts and pictures stand on rows, whose heights the engine has to know. */
  hasFigures: boolean
  left: LeftRow[]
  /** The last row that formulas above spill over, for each column. */
  spills: Map<number, number>
  open: Map<number, StyleRun>
  ownRows: number
  lastTag: string
}

/** The columns and the last row that a formula spills over. */
interface Spill {
  left: number
  right: number
  bottom: number
}

const ROWS_IN_A_STEP = 1000
/** Looks of whole rows and links beyond these are left out, since the engine goes through all of them for each row. */
const MOST_OWN_ROWS = 2000
const MOST_LINKS = 2000

/**
 * Takes the plain values out of a sheet’s XML, and tells after every thousand rows how many there were. The engine would
 * look through all rows for each row. Beyond `most` values they are only counted.
 */
export function* takeCells(sheet: string, context: CellContext, most: number): Generator<number, SheetCells> {
  const xml = withoutSections(sheet)
  const data = /<sheetData(?:\s[^<>]*)?>/.exec(xml)
  const start = data ? data.index + data[0].length : xml.length
  const end = data && !data[0].endsWith('/>') ? xml.indexOf('</sheetData>', start) : start
  if (end < 0) throw new Error('a sheet is cut off')
  const after = xml.slice(end)
  const links = linkedCells(after)
  const taking: Taking = { ...nothing(), context, most, links, hasFigures: /<drawing\s/.test(after) }
  let seen = 0
  for (const row of writtenRows(xml, start, end)) {
    takeRow(row, taking)
    if (++seen % ROWS_IN_A_STEP === 0) yield seen
  }
  const { cells, rows, size } = taking
  const runs = [...taking.runs, ...taking.open.values()]
  const rest = xml.slice(0, start) + cornerOf(taking) + leftRows(taking) + withLinks(after, links)
  return { rest, cells, rows, size, runs }
}

function nothing() {
  return {
    rest: '',
    cells: {},
    runs: [],
    rows: new Map(),
    size: { rows: 0, columns: 0, filled: 0, left: 0 },
    left: [],
    spills: new Map(),
    open: new Map(),
    ownRows: 0,
    lastTag: '',
  }
}

function takeRow(row: WrittenRow, taking: Taking): void {
  noteHeight(row, taking)
  const left = row.cells.map((cell) => takeCell(cell, row, taking)).join('')
  const hasLook = attribute(row.tag, 's') !== undefined || (taking.hasFigures && attribute(row.tag, 'ht') !== undefined)
  if (isOfGroup(row.tag) || (hasLook && taking.ownRows++ < MOST_OWN_ROWS)) {
    taking.left.push({ tag: numbered(row.tag, row.row), cells: [left] })
    taking.size.left++
  } else if (left !== '') {
    if (taking.left[taking.left.length - 1]?.tag !== undefined || taking.left.length === 0)
      taking.left.push({ tag: undefined, cells: [] })
    taking.left[taking.left.length - 1]!.cells.push(left)
  }
}

function isOfGroup(tag: string): boolean {
  return /\s(?:outlineLevel|collapsed)=/.test(tag)
}

function noteHeight({ row, tag }: WrittenRow, { rows }: Taking): void {
  // The engine knows which rows of a group are folded.
  if (isOfGroup(tag)) return
  const height = Number(attribute(tag, 'ht')) || undefined
  const isHidden = isOn(attribute(tag, 'hidden'))
  if (height !== undefined || isHidden) rows.set(row, { height, isHidden })
}

/** Takes a cell’s value, or gives the cell as the engine will get it. */
function takeCell(cell: WrittenCell, { row, tag }: WrittenRow, taking: Taking): string {
  const { column, address, body } = cell
  const { context, size, links, spills, cells } = taking
  const style = Number(attribute(cell.tag, 's') ?? 0)
  const formula = formulaIn(body)
  if (formula?.spill) noteSpill(formula.spill, spills)
  const isSpilled = row <= (spills.get(column) ?? 0)
  const value = formula || isSpilled ? undefined : plainValue(body, attribute(cell.tag, 't'), style, context)
  if (formula || value) size.filled++
  // What a formula fills below all else needs its room as well.
  if (formula || value || isSpilled) {
    size.rows = Math.max(size.rows, row)
    size.columns = Math.max(size.columns, column + 1)
    if (size.rows === row) taking.lastTag = tag
  }
  if (formula) return `<c${numbered(cell.tag, address)}>${body}</c>`
  if (value && links.has(address)) {
    return `<c r="${address}" s="${style}" t="str"><v xml:space="preserve">${encoded(value.text)}</v></c>`
  }
  if (size.filled > taking.most) return ''
  if (value) cells[address] = value.content
  const isOrdinary = context.styles[style]?.shows === 'text' && (value?.isOrdinary ?? false)
  if (style > 0) noteStyle({ column, from: row, to: row, style, isOrdinary }, taking)
  return ''
}

/** A formula, and the cells it spills over, which hold its results. What only marks a table of data is none. */
function formulaIn(body: string): { spill: Spill | undefined } | undefined {
  const found = body.includes('<f') ? /<f((?:\s[^<>]*?)?)(?:\/>|>([^<]*))/.exec(body) : null
  if (!found) return undefined
  const [, tag = '', content = ''] = found
  if (content.trim() === '' && attribute(tag, 'si') === undefined) return undefined
  const spilled = attribute(tag, 't') === 'array' ? attribute(tag, 'ref')?.split(':') : undefined
  return { spill: spilled?.[1] ? spillOf(spilled[0]!, spilled[1]) : undefined }
}

function spillOf(first: string, last: string): Spill {
  return { left: columnOf(first), right: columnOf(last), bottom: Number(last.replace(/^\D*/, '')) || 0 }
}

/** A sheet with further columns is refused anyway. */
function noteSpill({ left, right, bottom }: Spill, spills: Map<number, number>): void {
  for (let column = left; column <= Math.min(right, MOST_COLUMNS); column++) {
    spills.set(column, Math.max(bottom, spills.get(column) ?? 0))
  }
}

function noteStyle(next: StyleRun, { open, runs }: Taking): void {
  const run = open.get(next.column)
  const goesOn = run && run.to === next.from - 1 && run.style === next.style && run.isOrdinary === next.isOrdinary
  if (goesOn) {
    run.to = next.to
    return
  }
  if (run) runs.push(run)
  open.set(next.column, next)
}

/** A blank cell in the last row and column, from which the engine takes the size of the sheet. */
function cornerOf({ size, lastTag }: Taking): string {
  if (size.filled === 0) return ''
  return `<row${numbered(lastTag, size.rows)}><c r="${addressOf(size.columns - 1, size.rows - 1)}"/></row>`
}

/**
 * The engine looks for each row of a sheet through all that it gets. Cells name their own places, so that those of many rows
 * can stand together in one: it has the number of the corner, which comes before it and is found first.
 */
function leftRows({ left, size }: Taking): string {
  return left.map(({ tag = ` r="${size.rows}"`, cells }) => `<row${tag}>${cells.join('')}</row>`).join('')
}

function linkedCells(after: string): Set<string> {
  const cells = [...after.matchAll(/<hyperlink\s([^<>]*)/g)].map(([, tag]) => attribute(` ${tag}`, 'ref') ?? '')
  return new Set(cells.length > MOST_LINKS ? [] : cells)
}

function withLinks(after: string, links: ReadonlySet<string>): string {
  const start = after.indexOf('<hyperlinks')
  const end = after.indexOf('</hyperlinks>', start)
  return links.size > 0 || start < 0 || end < 0
    ? after
    : after.slice(0, start) + after.slice(end + '</hyperlinks>'.length)
}
