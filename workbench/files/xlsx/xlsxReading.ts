import { helpers, load } from '@odoo/o-spreadsheet'
import type { SheetNotes } from '../../sheet/notes.ts'
import { addressOf } from '../../workbook.ts'
import { zipRefusal } from '../kind.ts'
import { checkOwnRows, checkSize, counted, fits, MOST_CELLS } from '../limits.ts'
import { refusal } from '../refusal.ts'
import { inSteps, occurrences, type Step } from '../steps.ts'
import { filesIn } from '../zip.ts'
import { withLaterNames, withOwnNames } from './excelNames.ts'
import { takeCells, type SheetCells } from './xlsxCells.ts'
import { cellStylesOf, type CellStyle } from './xlsxStyles.ts'
import { notesOf } from './xlsxNotes.ts'
import { attribute, decoded, elements, isOn, sharedTexts, withElements, withoutNamespace } from './xlsxText.ts'
import type { CellContext } from './xlsxValue.ts'

/** An .xlsx taken apart: what the engine reads, and what each sheet holds besides, in the order of their files. */
export interface XlsxParts {
  files: Record<string, string>
  sheets: (SheetCells & SheetNotes)[]
  styles: CellStyle[]
  /** The names of the sheets as they stand side by side. */
  order: string[]
}

type WorkbookData = ReturnType<typeof load>
type SheetData = WorkbookData['sheets'][number]

const WORKBOOK = 'xl/workbook.xml'
const STYLES = 'xl/styles.xml'

/** Unpacks an .xlsx. Pictures are left out: the engine would want a server to keep them on. */
export async function readXlsx(bytes: Uint8Array, step: Step = async () => {}): Promise<XlsxParts> {
  const files = await unpacked(bytes)
  const strings = Object.keys(files).find((path) => /^xl\/sharedStrings\.xml$/i.test(path))
  const styles = cellStylesOf(files[STYLES] ?? '')
  const context: CellContext = {
    strings: strings ? sharedTexts(files[strings]!) : [],
    styles,
    is1904: isOn(attribute(/<workbookPr\b([^<>]*)/.exec(files[WORKBOOK]!)?.[1] ?? '', 'date1904')),
  }
  if (strings) files[strings] = '<sst/>'
  const sheets: XlsxParts['sheets'] = []
  let filled = 0
  const paths = sheetsOf(files)
  for (const path of paths) {
    const taken = await inSteps(takeCells(files[path]!, context, MOST_CELLS), step, occurrences(files[path]!, '</row>'))
    filled += taken.size.filled
    checkSheet(taken, filled, paths.length)
    files[path] = withOwnRules(withLaterNames(withOwnNames(taken.rest)))
    sheets.push({ ...taken, notes: notesOf(files, path) })
  }
  return { files, sheets, styles, order: sheetNames(files[WORKBOOK]!) }
}

async function unpacked(bytes: Uint8Array): Promise<Record<string, string>> {
  const files = await filesIn(bytes)
  const paths = files.map(({ path }) => path)
  if (!paths.includes(WORKBOOK)) {
    throw refusal(zipRefusal(paths, await files.find(({ path }) => path === 'mimetype')?.text()))
  }
  const texts = files
    .filter(({ path }) => !path.includes('media/'))
    .map(async ({ path, text }) => [path, withoutNamespace(await text())] as const)
  return Object.fromEntries(await Promise.all(texts))
}

/** In the order in which the engine takes them. */
function sheetsOf(files: Record<string, string>): string[] {
  return Object.keys(files)
    .filter((path) => /^xl\/worksheets\/[^/]*\.xml$/.test(path))
    .sort((a, b) => a.localeCompare(b, undefined, { numeric: true }))
}

function sheetNames(workbook: string): string[] {
  return [...workbook.matchAll(/<sheet\s([^<>]*)/g)].map(([, tag]) => decoded(attribute(` ${tag}`, 'name') ?? ''))
}

function checkSheet({ size }: SheetCells, filled: number, sheets: number): void {
  const what = sheets === 1 ? 'its sheet' : 'a sheet of it'
  checkSize(size, what)
  checkOwnRows(size.rows, size.left, what)
  if (filled > MOST_CELLS) {
    throw refusal(
      `its sheets have more than ${counted(MOST_CELLS)} filled cells together, which is what the workbench takes: delete sheets that you do not need`,
    )
  }
}

/** The workbook as the engine keeps it. */
export function workbookOf({ files, sheets, styles, order }: XlsxParts): WorkbookData {
  const data = load(files)
  if (data.sheets.length !== sheets.length) throw new Error('the engine has left out a sheet')
  data.sheets.forEach((sheet, at) => {
    putCells(sheet, sheets[at]!, styles)
    putNotes(sheet, sheets[at]!)
  })
  const places = new Map(order.map((name, place) => [name, place]))
  data.sheets.sort((a, b) => (places.get(a.name) ?? -1) - (places.get(b.name) ?? -1))
  return data
}

const POINTS_IN_A_PIXEL = 0.75
/** Looks of blank cells are kept a little beyond what is filled. */
const BLANKS_BELOW = 100
const BLANKS_BESIDE = 20

function putCells(sheet: SheetData, { cells, runs, rows, size }: SheetCells, styles: readonly CellStyle[]): void {
  // Far more cells are plain than are left to the engine, which also knows of a blank one in the corner.
  for (const [address, content] of Object.entries(sheet.cells)) cells[address] ??= content as string
  sheet.cells = cells
  const lastRow = size.rows + BLANKS_BELOW
  for (const run of runs) {
    const style = styles[run.style]
    if (!style || run.from > lastRow || run.column >= size.columns + BLANKS_BESIDE) continue
    const from = addressOf(run.column, run.from - 1)
    const zone = run.from === run.to ? from : `${from}:${addressOf(run.column, Math.min(run.to, lastRow) - 1)}`
    sheet.styles[zone] = run.style + 1
    sheet.borders[zone] = style.border + 1
    if (style.shows !== 'text' || !run.isOrdinary) sheet.formats[zone] = style.format + 1
  }
  for (const [row, { height, isHidden }] of rows) {
    if (row > lastRow) continue
    const known = sheet.rows[row - 1]
    const size = height === undefined ? known?.size : Math.round((height / POINTS_IN_A_PIXEL) * 100) / 100
    sheet.rows[row - 1] = { ...known, ...(size !== undefined && { size }), isHidden }
  }
}

/** Notes far away would make the sheet larger than the workbench takes. */
function putNotes(sheet: SheetData & SheetNotes, { notes = {}, size }: XlsxParts['sheets'][number]): void {
  for (const [address, note] of Object.entries(notes)) {
    const { col, row } = helpers.toCartesian(address)
    const rows = Math.max(sheet.rowNumber, row + 1)
    const columns = Math.max(sheet.colNumber, col + 1)
    if (!fits({ rows, columns, filled: size.filled })) continue
    Object.assign(sheet, { rowNumber: rows, colNumber: columns })
    ;(sheet.notes ??= {})[address] = note
  }
}

/** The engine reads one colour rule for each range, and a text to compare with only as a formula. */
function withOwnRules(sheet: string): string {
  return withElements(sheet, 'conditionalFormatting', (formatting) => {
    const start = formatting.slice(0, formatting.indexOf('>') + 1)
    return elements(formatting, 'cfRule')
      .map((rule) => comparing(rule, (formula) => (/^(?:"|&quot;)/.test(formula) ? `=${formula}` : formula)))
      .map((rule) => `${start}${rule}</conditionalFormatting>`)
      .join('')
  })
}

/** Changes what a colour rule compares cells with. */
export function comparing(rule: string, change: (formula: string) => string): string {
  if (!/^<cfRule\b[^>]*\btype="cellIs"/.test(rule)) return rule
  return rule.replace(/(<formula>)([^<]*)/g, (_, start: string, formula: string) => start + change(formula))
}
