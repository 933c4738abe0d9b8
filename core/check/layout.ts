import { GENERAL, type Result, type Scalar } from '../metric.ts'
import type { DrawnCell, DrawnSheet, DrawnTable, HostName, NewCell } from '../sheet/book.ts'
import { isErrorText } from '../sheet/cellErrors.ts'
import { blockName, cellName, lettersOf } from '../sheet/sheetReference.ts'
import { exampleLines } from './examples.ts'
import { hostLines } from './hostLines.ts'
import { TOLERANCE, type Line } from './line.ts'
import { tellsOk } from './tellsOk.ts'

export const CHECK = 'Cuesheet check'

/** A line with its place on the sheet, all counted from 0. */
export interface PlacedLine extends Line {
  /** What is to be given, as a block. */
  block: readonly (readonly Scalar[])[]
  /** Where the formula stands, and fills the cells right of it and below. */
  row: number
  column: number
}

/** Where each kind of cell stands. */
export const COLUMNS = { line: 0, tries: 1, formula: 2, expected: 3, actual: 4, ok: 5, differs: 6, rowOk: 7, table: 9 }
const TITLES = ['Line', 'What it tries', 'Formula', 'Expected', 'Actual', 'Ok', 'Differs', 'Rows of the table']
const WIDTHS = [130, 260, 300, 110, 110, 70, 130, 110, 20]
export const SUMMARY = { summary: 3, host: 4, version: 5, lines: 6, passed: 7, differ: 8 }
const HEAD = 10

/** The lines of the check in this spreadsheet, those about the spreadsheet first. */
export function checkLines(host: HostName): Line[] {
  return [...hostLines(host), ...exampleLines()]
}

/** Lines where they are drawn. */
export function placed(lines: readonly Line[]): PlacedLine[] {
  const widest = lines.reduce((most, { gives }) => Math.max(most, blockOf(gives)[0]!.length), 1)
  let next = HEAD + 1
  return lines.map((line) => {
    const block = blockOf(line.gives)
    const row = next
    const isTable = Array.isArray(line.gives)
    // A table that is longer than it should be is to have a row to show it.
    next += isTable ? block.length + 1 : 1
    return { ...line, block, row, column: isTable ? COLUMNS.table + widest + 1 : COLUMNS.actual }
  })
}

function blockOf(gives: Result): readonly (readonly Scalar[])[] {
  return Array.isArray(gives) ? gives : [[gives]]
}

/** The sheet that works out all lines and says which are as they are to be. */
export function checkSheet(host: HostName, lines: readonly PlacedLine[], replaces: string | null): DrawnSheet {
  const cells = [...headCells(host, lines), ...lines.flatMap((line) => lineCells(host, line))]
  return {
    name: CHECK,
    replaces,
    widths: WIDTHS,
    cells,
    tables: [roomForTables(lines)],
    charts: [],
    page: { landscape: true, titleRows: HEAD + 1 },
  }
}

/** The cells that formulas fill, so that the sheet is large enough for them. */
function roomForTables(lines: readonly PlacedLine[]): DrawnTable {
  const tables = lines.filter(({ gives }) => Array.isArray(gives))
  const [first, last] = [tables[0]!, tables[tables.length - 1]!]
  const columns = Array.from({ length: first.column - COLUMNS.table }, () => ({
    format: GENERAL,
    width: 80,
    align: 'left' as const,
    shaded: false,
  }))
  const rows = last.row + last.block.length + 1 - first.row
  return { row: first.row, column: first.column, look: { rows, titled: false, columns } }
}

function headCells(host: HostName, lines: readonly PlacedLine[]): DrawnCell[] {
  const last = lines[lines.length - 1]!
  const bottom = last.row + last.block.length
  const rows = (column: number) => `${lettersOf(column)}${HEAD + 2}:${lettersOf(column)}${bottom}`
  const at = (name: keyof typeof SUMMARY) => cellName(SUMMARY[name], 1)
  const told = (name: keyof typeof SUMMARY, title: string, cell: NewCell): DrawnCell[] => [
    { row: SUMMARY[name], column: 0, cell: title, look: 'head' },
    { row: SUMMARY[name], column: 1, cell, align: 'left' },
  ]
  return [
    { row: 0, column: 0, cell: CHECK, look: 'title' },
    {
      row: 1,
      column: 0,
      cell: `Each line works out a formula in this spreadsheet and compares it with what Cuesheet gives everywhere. It reads the sheet “Cuesheet check data” and nothing else; both sheets may be deleted.`,
      look: 'muted',
    },
    { row: 2, column: 0, cell: HOW_TO[host], look: 'muted' },
    ...told('summary', 'To copy', {
      formula:
        `=IFERROR(${at('host')}, "${host}")&"; Cuesheet "&IFERROR(${at('version')}, "of an unknown version")&"; "&` +
        `${at('passed')}&" of "&${at('lines')}&" passed"&IF(${at('differ')}="", "", "; differ: "&${at('differ')})`,
    }),
    ...told(
      'host',
      'Spreadsheet',
      host === 'Excel' ? { formula: '="Excel "&INFO("release")&" "&INFO("system")' } : host,
    ),
    ...told('version', 'Version', { formula: '=CUESHEET_VERSION()' }),
    ...told('lines', 'Lines', lines.length),
    ...told('passed', 'Passed', { formula: `=COUNTIF(${rows(COLUMNS.ok)}, "ok")` }),
    ...told('differ', 'Differ', { formula: `=TEXTJOIN(", ", TRUE, ${rows(COLUMNS.differs)})` }),
    ...TITLES.map((cell, column): DrawnCell => ({ row: HEAD, column, cell, look: 'head' })),
  ]
}

const HOW_TO: Readonly<Record<HostName, string>> = {
  'Google Sheets':
    'Google Sheets works out some 30 formulas at once: while cells say “Loading…”, wait a few minutes. Then copy the cell right of “To copy” and send it to whoever gave you Cuesheet.',
  Excel:
    'Where cells show #NAME?, open Cuesheet from the Home tab and press Ctrl+Alt+F9; wait while they show #BUSY!. Then copy the cell right of “To copy” and send it to whoever gave you Cuesheet.',
  workbench: 'Copy the cell right of “To copy” and send it to whoever gave you Cuesheet.',
}

function lineCells(host: HostName, line: PlacedLine): DrawnCell[] {
  const { id, tries, formula, gives, tolerance = TOLERANCE, block, row, column } = line
  const place = (at: number) => cellName(row, at)
  const verdict = (condition: string) => ({ formula: `=IFERROR(IF(${condition}, "ok", "differs"), "differs")` })
  const cells: DrawnCell[] = [
    { row, column: COLUMNS.line, cell: id },
    { row, column: COLUMNS.tries, cell: tries },
    { row, column: COLUMNS.formula, cell: formula },
    { row, column, cell: { formula }, align: 'left' },
    {
      row,
      column: COLUMNS.differs,
      cell: { formula: `=IF(${place(COLUMNS.ok)}="ok", "", ${place(COLUMNS.line)})` },
      look: 'muted',
    },
  ]
  if (!Array.isArray(gives)) {
    return [
      ...cells,
      { row, column: COLUMNS.expected, cell: shownExpected(host, gives), align: 'left' },
      {
        row,
        column: COLUMNS.ok,
        cell: verdict(
          tellsOk(host, gives, tolerance, { expected: place(COLUMNS.expected), actual: place(COLUMNS.actual) }),
        ),
      },
    ]
  }
  const width = block[0]!.length
  const rowVerdict = (values: readonly Scalar[], i: number): DrawnCell => {
    const conditions = values.map((value, j) =>
      tellsOk(host, value, tolerance, {
        expected: cellName(row + i, COLUMNS.table + j),
        actual: cellName(row + i, column + j),
      }),
    )
    return { row: row + i, column: COLUMNS.rowOk, cell: verdict(`AND(${conditions.join(', ')})`), look: 'muted' }
  }
  const rowsOk = blockName(row, COLUMNS.rowOk, row + block.length - 1, COLUMNS.rowOk)
  const beyond = [cellName(row, column + width), cellName(row + block.length, column)].map((cell) => `LEN(${cell})=0`)
  return [
    ...cells,
    {
      row,
      column: COLUMNS.expected,
      cell: `${block.length} × ${width}, from ${cellName(row, COLUMNS.table)} on`,
      look: 'muted',
    },
    { row, column: COLUMNS.actual, cell: `from ${cellName(row, column)} on`, look: 'muted' },
    {
      row,
      column: COLUMNS.ok,
      cell: verdict(`AND(COUNTIF(${rowsOk}, "ok")=${block.length}, ${beyond.join(', ')})`),
    },
    ...block.flatMap((values, i) => [
      ...values.flatMap((cell, j): DrawnCell[] =>
        cell === '' ? [] : [{ row: row + i, column: COLUMNS.table + j, cell, align: 'left' }],
      ),
      rowVerdict(values, i),
    ]),
  ]
}

/** Which error it is to be, where that can be told. */
export function shownExpected(host: HostName, gives: Scalar): Scalar {
  return host === 'Google Sheets' && isErrorText(gives) ? 'an error' : gives
}
