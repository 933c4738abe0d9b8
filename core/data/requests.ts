import { DATE } from '../metric.ts'
import type { CellsCopy, CellsRequest, CellsWrite, SheetContent } from '../sheet/book.ts'
import { seenIn } from '../sheet/cells.ts'
import { cellName } from '../sheet/sheetReference.ts'
import { sheetRow, titleOfOriginal, type Checked } from './checked.ts'
import { DATE_TITLE, isSerial } from './columns.ts'
import type { Change, Mend, MendKind } from './mend.ts'

/** Where the mended cells go: into a new column beside, or in place, with a copy of what was there. */
export type Way = 'beside' | 'in place'

/** What a new column holds, behind the title of the old one. */
const MENDED: Record<MendKind, string> = {
  numbers: 'number',
  dates: 'date',
  trim: 'trimmed',
  ids: 'alike',
  blank: 'no placeholders',
}

/** The changes that no formula stands in the way of. */
export function writable(checked: Checked, { column }: Mend, changes: readonly Change[]): Change[] {
  const { content, columns } = checked
  return changes.filter(({ row }) => !content.formulas[sheetRow(checked, row)]?.[columns[column]!])
}

export function mendRequest(checked: Checked, mend: Mend, changes: readonly Change[], way: Way): CellsRequest {
  return way === 'beside' ? besideRequest(checked, mend, changes) : inPlaceRequest(checked, mend, changes)
}

/** The title of the column that is written, or that keeps what was there. */
export function newTitle({ table }: Checked, { column, kind }: Mend, way: Way): string {
  const title = table.titles[column]!
  if (way === 'in place') return titleOfOriginal(title)
  const wanted = (count: number) => `${title} (${MENDED[kind]}${count > 1 ? ` ${count}` : ''})`
  let count = 1
  while (table.titles.includes(wanted(count))) count++
  return wanted(count)
}

/** A whole column that is to stand as it was read, and the row below it. */
function columnSeen(content: SheetContent, column: number) {
  return seenIn(content, { row: 0, column, rows: content.values.length + 1, columns: 1 })
}

function besideRequest(checked: Checked, mend: Mend, changes: readonly Change[]): CellsRequest {
  const { sheet, content, region, columns } = checked
  const from = columns[mend.column]!
  const to = from + 1
  const first = sheetRow(checked, 0)
  const changed = new Set(changes.map(({ row }) => sheetRow(checked, row)))
  const links: CellsWrite[] = []
  const same: number[] = []
  for (let row = first; row <= region.bottom; row++) {
    if (content.formulas[row]?.[from]) links.push(linkTo(checked, mend, row))
    else if (!changed.has(row) && (content.values[row]?.[from] ?? null) !== null) same.push(row)
  }
  return {
    sheet,
    seen: [columnSeen(content, from)],
    insert: to,
    copies: runsOf(same).map((run) => ({ ...run, column: from, to })),
    writes: [
      ...titleWrite(checked, to, newTitle(checked, mend, 'beside')),
      ...links,
      ...writesOf(checked, changes, to),
    ],
  }
}

/** What a formula gives is taken from where it stands, so that it stays alive. */
function linkTo({ content, columns, table }: Checked, { column }: Mend, row: number): CellsWrite {
  const from = columns[column]!
  const isDate = DATE_TITLE.test(table.titles[column]!) && isSerial(content.values[row]?.[from])
  const formula = `=${cellName(row, from)}`
  return { row, column: from + 1, cells: [{ formula }], ...(isDate && { format: DATE }) }
}

/** The column that keeps what was there stands behind the table, so that it is sorted with it and counted by no formula. */
function inPlaceRequest(checked: Checked, mend: Mend, changes: readonly Change[]): CellsRequest {
  const { sheet, content, region, columns, kept } = checked
  const column = columns[mend.column]!
  const known = kept.get(mend.column)
  const to = known ?? region.right + 1
  const isFree =
    known !== undefined || content.values.every((line, row) => isBlankAt(content, row, to) || line.length <= to)
  const isNew = (row: number) => known === undefined || isBlankAt(content, row, known)
  const rows = changes.map(({ row }) => sheetRow(checked, row))
  return {
    sheet,
    seen: [columnSeen(content, column), ...(isFree ? [columnSeen(content, to)] : [])],
    ...(!isFree && { insert: to }),
    copies: runsOf(rows.filter(isNew)).map((run) => ({ ...run, column, to })),
    writes: [
      ...(known === undefined ? titleWrite(checked, to, newTitle(checked, mend, 'in place')) : []),
      ...writesOf(checked, changes, column),
    ],
  }
}

function isBlankAt({ values, formulas }: SheetContent, row: number, column: number): boolean {
  return (values[row]?.[column] ?? null) === null && !formulas[row]?.[column]
}

/** A table without titles gets none. */
function titleWrite({ region, table }: Checked, column: number, title: string): CellsWrite[] {
  return table.first === 1 ? [] : [{ row: region.top, column, cells: [title] }]
}

/** The changes, those below each other with the same format as one. */
function writesOf(checked: Checked, changes: readonly Change[], column: number): CellsWrite[] {
  const writes: (CellsWrite & { cells: Change['after'][] })[] = []
  for (const { row, after, format } of changes) {
    const last = writes[writes.length - 1]
    const at = sheetRow(checked, row)
    if (last && last.row + last.cells.length === at && last.format === format) last.cells.push(after)
    else writes.push({ row: at, column, cells: [after], ...(format && { format }) })
  }
  return writes
}

function runsOf(rows: readonly number[]): Pick<CellsCopy, 'row' | 'rows'>[] {
  const runs: { row: number; rows: number }[] = []
  for (const row of rows) {
    const last = runs[runs.length - 1]
    if (last && last.row + last.rows === row) last.rows++
    else runs.push({ row, rows: 1 })
  }
  return runs
}

/** Functions of Sheets and Excel that fill the cells around them with values. */
const FILLING =
  /\b(?:ARRAYFORMULA|QUERY|IMPORTRANGE|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTFEED|FILTER|SORT|SORTN|SORTBY|UNIQUE|SEQUENCE|SPLIT|TEXTSPLIT|TRANSPOSE|FLATTEN|TOCOL|TOROW|WRAPROWS|WRAPCOLS|HSTACK|VSTACK|CHOOSECOLS|CHOOSEROWS|TAKE|DROP|EXPAND|MAP|BYROW|BYCOL|SCAN|MAKEARRAY|GOOGLEFINANCE|RANDARRAY)\(|^=\s*\{/i

/** Whether cells of a column may be filled by a formula above them or to their left: they cannot be written over. */
export function isFilledByFormula({ content, region, columns }: Checked, { column }: Mend): boolean {
  const last = columns[column]!
  for (let row = 0; row <= region.bottom; row++) {
    const formulas = content.formulas[row] ?? []
    for (let at = 0; at <= last; at++) {
      const formula = formulas[at]
      if (formula && FILLING.test(formula) && (isPlain(content, row + 1, at) || isPlain(content, row, at + 1)))
        return true
    }
  }
  return false
}

function isPlain({ values, formulas }: SheetContent, row: number, column: number): boolean {
  return (values[row]?.[column] ?? null) !== null && !formulas[row]?.[column]
}

/** Puts back what a column held before it was mended, and takes away the column that kept it. */
export function putBackRequest(
  { sheet, content, region, table, columns, kept }: Checked,
  column: number,
): CellsRequest {
  const [from, to] = [kept.get(column)!, columns[column]!]
  const rows: number[] = []
  for (let row = region.top + table.first - 1; row <= region.bottom; row++)
    if (!isBlankAt(content, row, from)) rows.push(row)
  return {
    sheet,
    seen: [columnSeen(content, to), columnSeen(content, from)],
    copies: runsOf(rows).map((run) => ({ ...run, column: from, to })),
    remove: from,
  }
}

/** Takes a column away as it was read: what was kept, or what was written beside. */
export function removeRequest(sheet: string, content: SheetContent, column: number): CellsRequest {
  return { sheet, seen: [columnSeen(content, column)], remove: column }
}

/** Moves rows aside, behind all that the sheet holds and a blank column, where whole columns of the table do not reach them. */
export function asideRequest(
  checked: Checked,
  rows: readonly number[],
): { request: CellsRequest; undo(content: SheetContent): CellsRequest } {
  const { sheet, content, region } = checked
  const places = rows.map((row) => sheetRow(checked, row))
  const width = region.right - region.left + 1
  const note = (content.values[0]?.length ?? 0) + 1
  const seen = (now: SheetContent) =>
    places.flatMap((row) => [
      seenIn(now, { row, column: region.left, rows: 1, columns: width }),
      seenIn(now, { row, column: note, rows: 1, columns: width + 1 }),
    ])
  const each = <T>(count: number, make: (row: number, i: number) => T) =>
    places.flatMap((row) => Array.from({ length: count }, (_, i) => make(row, i)))
  const moved = (from: number, to: number) => each(width, (row, i) => ({ row, column: from + i, rows: 1, to: to + i }))
  const emptied = (column: number, count: number) =>
    each(count, (row, i): CellsWrite => ({ row, column: column + i, cells: [null] }))
  return {
    request: {
      sheet,
      seen: seen(content),
      copies: moved(region.left, note + 1),
      writes: [
        ...each(1, (row): CellsWrite => ({ row, column: note, cells: [`Left out of row ${row + 1}:`] })),
        ...emptied(region.left, width),
      ],
    },
    undo: (now) => ({
      sheet,
      seen: seen(now),
      copies: moved(note + 1, region.left),
      writes: emptied(note, width + 1),
    }),
  }
}
