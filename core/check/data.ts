import { DATE, MOMENT } from '../metric.ts'
import type { DrawnSheet, NewCell } from '../sheet/book.ts'
import { blockName, cellName, lettersOf, reference } from '../sheet/sheetReference.ts'

export const CHECK_DATA = 'Cuesheet check data'

interface DataColumn {
  title: string
  cells: readonly NewCell[]
  /** The number format of its cells. */
  format?: string
}

const EMPTY_TEXT: NewCell = { formula: '=""' }
/** Longer than the 255 characters that some ways into Excel carry. */
const LONG = 'A reason that goes on and on. '.repeat(10).trim()

/** A day or a moment as its serial number. */
function serial(text: string): number {
  return Date.parse(text.length > 10 ? `${text}Z` : text) / 864e5 + 25569
}

const days = (...texts: readonly string[]) => texts.map(serial)

/** The cells that are read in ways of a host's own, each kind in a column. Those at the left are read as whole columns. */
const columns = {
  wholeScores: { title: 'Score', cells: [10, 9, null, 3, 8] },
  wholeIds: { title: 'Customer', cells: ['Ann', 'Ben', null, 'Ann', 'Cleo'] },
  wholeDates: {
    title: 'Order date',
    cells: [...days('2026-01-01', '2026-01-31'), null, ...days('2026-02-01', '2026-02-28')],
    format: DATE,
  },
  blanks: { title: 'With blank cells', cells: [10, 9, null, 3, null] },
  emptyTexts: { title: 'With empty texts', cells: [10, 9, EMPTY_TEXT, 3, EMPTY_TEXT] },
  spaces: { title: 'With spaces', cells: [10, 9, '  ', 3, ' '] },
  zeros: { title: 'With a zero', cells: [10, 9, 0, null, 10] },
  blank: { title: 'Blank', cells: [null] },
  ids: { title: 'Customers', cells: ['Ann', 'Ben', 'Ann', 'Cleo'] },
  midnights: {
    title: 'Days',
    cells: days('2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28'),
    format: DATE,
  },
  lateMoments: {
    title: 'Late at night',
    cells: days('2026-01-31T23:30', '2026-02-01T00:15', '2026-02-28T23:45', '2026-02-28T23:59'),
    format: MOMENT,
  },
  summer: {
    title: 'In summer',
    cells: days('2026-07-01T00:00', '2026-07-31T23:30', '2026-08-01T00:00', '2026-08-31T23:59'),
    format: MOMENT,
  },
  madeDays: {
    title: 'Days by formula',
    cells: ['2026,1,1', '2026,1,31', '2026,2,1', '2026,2,28'].map((day) => ({
      formula: `=DATE(${day})`,
      format: DATE,
    })),
  },
  textDays: { title: 'Days as text', cells: ['2026-01-01', '2026-01-31', '2026-02-01', '2026-02-28'] },
  came: { title: 'Came in', cells: days('2026-03-06T16:00', '2026-03-07T10:00'), format: MOMENT },
  done: { title: 'Done', cells: days('2026-03-09T10:00', '2026-03-10T12:00'), format: MOMENT },
  clockChange: {
    title: 'Around clock changes',
    cells: days('2026-03-29T01:30', '2026-03-29T03:30', '2026-03-08T01:30', '2026-03-08T03:30'),
    format: MOMENT,
  },
  opened: { title: 'Opened', cells: days('2026-01-05', '2026-01-12', '2026-01-31'), format: DATE },
  closed: { title: 'Closed', cells: [serial('2026-01-09'), null, serial('2026-02-01')], format: DATE },
  notAvailable: { title: 'With #N/A', cells: [10, { formula: '=NA()' }, 9] },
  divided: { title: 'With #DIV/0!', cells: [10, { formula: '=1/0' }, 9] },
  noNumber: { title: 'With #NUM!', cells: [10, { formula: '=SQRT(-1)' }, 9] },
  noName: { title: 'With #NAME?', cells: [10, { formula: '=NOBODYS_FUNCTION()' }, 9] },
  signs: {
    title: 'Odd reasons',
    cells: ['=late', '=late', '=late', "'tis late", "'tis late", '"late"'],
  },
  codes: { title: 'Codes as text', cells: ['007', '007', '7'] },
  letters: { title: 'Letters', cells: ['Größe 👍', 'Größe 👍', '日本'] },
  long: { title: 'Long text', cells: [LONG] },
  textNumbers: { title: 'Numbers as text', cells: ['10', '9', '3'] },
  amounts: { title: 'Amounts as text', cells: ['$1,234.50', '2,000.00'] },
  percents: { title: 'Percent', cells: [0.8, 0.05, 0.126], format: '0%' },
  money: { title: 'Money', cells: [100], format: '#,##0.00' },
  durations: { title: 'Durations', cells: [1 / 6, 1 / 12], format: 'hh:mm' },
  flags: { title: 'Yes or no', cells: [true, false, true, true] },
  stages: { title: 'Stages', cells: ['Visit', 'Trial', 'Paid'] },
  counts: { title: 'Counts', cells: [1000, 200, 50] },
  own: { title: 'A formula of ours', cells: [{ formula: '=LTV(100, 80%, 5%)' }] },
} satisfies Record<string, DataColumn>

type Key = keyof typeof columns
const keys = Object.keys(columns) as Key[]

/** The cells of a column, in a formula. */
export function cellsOf(key: Key): string {
  const column = keys.indexOf(key)
  return reference({ sheet: CHECK_DATA, address: blockName(1, column, columns[key].cells.length, column) })
}

/** One cell of a column, the first one 1. */
export function cellOf(key: Key, number = 1): string {
  return reference({ sheet: CHECK_DATA, address: cellName(number, keys.indexOf(key)) })
}

/** The whole column: A:A. */
export function wholeOf(key: Key): string {
  const letters = lettersOf(keys.indexOf(key))
  return reference({ sheet: CHECK_DATA, address: `${letters}:${letters}` })
}

/** How many characters the long text has. */
export const LONG_LENGTH = LONG.length

/** The sheet that the lines about the host refer to. */
export function dataSheet(replaces: string | null): DrawnSheet {
  const cells = keys.flatMap((key, column) => {
    const { title, cells, format }: DataColumn = columns[key]
    return [
      { row: 0, column, cell: title, look: 'head' as const },
      ...cells.flatMap((cell, i) =>
        cell === null ? [] : [{ row: 1 + i, column, cell, ...(format !== undefined && { format }) }],
      ),
    ]
  })
  return {
    name: CHECK_DATA,
    replaces,
    widths: keys.map(() => 110),
    cells,
    charts: [],
    page: { landscape: true, titleRows: 1 },
  }
}

/** The titles of the sheet, by which it is known again. */
export const DATA_TITLES: readonly string[] = keys.map((key) => columns[key].title)
