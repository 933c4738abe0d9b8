import type { Cell } from '../cell.ts'
import { DATE, MOMENT } from '../metric.ts'
import type { CellValue } from '../sheet/book.ts'
import { dateBy, dateOrderOf, readDate, type DateOrder } from '../reading/texts/dates.ts'
import { decimalMarkOf, numberBy, readNumber, type DecimalMark } from '../reading/texts/numbers.ts'
import { isNoDate, isPlaceholder } from '../reading/texts/placeholders.ts'
import { currencyIn } from '../reading/evidence.ts'
import { spellings, trimmedText } from './columns.ts'
import type { Finding } from './findings.ts'
import type { Table } from './table.ts'

export type MendKind = 'numbers' | 'dates' | 'trim' | 'ids' | 'blank'

/** What a cell becomes. Rows are counted as in the finding. */
export interface Change {
  row: number
  before: string | number
  after: CellValue
  /** The number format that shows it. */
  format?: string
}

/** What can be done about a finding in one column. */
export interface Mend {
  kind: MendKind
  column: number
  /** What only a person can tell; null where the column itself does. */
  question: Question | null
  /** The cells that change. The answer to the question is one of its choices. */
  changes(answer?: string): Change[]
}

export interface Question {
  text: string
  choices: { answer: string; label: string; example: Change }[]
}

/** The way to mend a finding; null where there is none that a program may take. */
export function mendOf(
  { rows: body }: Table,
  { column, what, rows }: Finding,
  findings: readonly Finding[],
): Mend | null {
  if (column === null) return null
  const texts = rows.flatMap((row): Text[] => {
    const cell = body[row]![column]!
    return typeof cell === 'string' ? [{ row, text: cell }] : []
  })
  const all = body.map((row) => row[column]!)
  const isMixed = findings.some((other) => other.column === column && other.what === 'mixed currencies')
  const mend = mendFor(what, texts, all, rows, isMixed)
  return mend && (mend.question !== null || mend.changes().length > 0) ? { column, ...mend } : null
}

interface Text {
  row: number
  text: string
}

function mendFor(
  what: string,
  texts: readonly Text[],
  all: readonly Cell[],
  rows: readonly number[],
  isMixed: boolean,
): Omit<Mend, 'column'> | null {
  switch (what) {
    case 'number as text':
      // Amounts of several currencies are no numbers that one may add.
      return isMixed ? null : intoNumbers(texts)
    case 'date as text':
      return intoDates(texts)
    case 'stray spaces':
    case 'invisible marks':
      return plain('trim', texts, ({ text }) => trimmedText(text))
    case 'spelled differently': {
      const chosen = spellings(all)
      return plain('ids', texts, ({ text }) => chosen.get(text) ?? text)
    }
    case 'placeholder date':
      return { kind: 'blank', question: null, changes: () => rows.map((row) => emptied(row, all[row]!)) }
    case 'placeholder':
    case 'text among numbers':
    case 'no number':
    case 'no date':
      return plain(
        'blank',
        texts.filter(({ text }) => isPlaceholder(text)),
        () => null,
      )
    default:
      return null
  }
}

function emptied(row: number, cell: Cell): Change {
  return { row, before: typeof cell === 'number' ? cell : String(cell), after: null }
}

function plain(kind: MendKind, texts: readonly Text[], after: (text: Text) => CellValue): Omit<Mend, 'column'> {
  const changes = texts
    .map((one) => ({ row: one.row, before: one.text, after: after(one) }))
    .filter((change) => change.after !== change.before)
    .map((change) => ({ ...change, after: change.after === '' ? null : change.after }))
  return { kind, question: null, changes: () => changes }
}

function intoNumbers(texts: readonly Text[]): Omit<Mend, 'column'> {
  const read = texts.map((one) => ({ ...one, reading: readNumber(one.text) }))
  const mark = decimalMarkOf(texts.map(({ text }) => text))
  const isMoney = texts.some(({ text }) => currencyIn(text) !== '')
  const changes = (answer: DecimalMark | 'both' | undefined): Change[] =>
    read.flatMap(({ row, text, reading }) => {
      const after = numberBy(reading, answer)
      if (Number.isNaN(after)) return []
      const isPercent = 'percent' in reading && reading.percent
      const format = isPercent ? percentFormat(after) : isMoney ? MONEY : undefined
      return [{ row, before: text, after, ...(format && { format }) }]
    })
  const doubtful = read.filter(({ reading }) => reading.kind === 'either' && Number.isNaN(numberBy(reading, mark)))
  const known = mark === 'both' ? undefined : mark
  if (doubtful.length === 0) return { kind: 'numbers', question: null, changes: () => changes(known) }
  const choice = (answer: DecimalMark, label: string) => ({
    answer,
    label,
    example: changes(answer).find(({ row }) => row === doubtful[0]!.row)!,
  })
  return {
    kind: 'numbers',
    question: {
      text: 'What does the mark in these numbers part?',
      choices: [
        choice(',', 'Point between thousands, comma before decimals'),
        choice('.', 'Comma between thousands, point before decimals'),
      ],
    },
    changes: (answer) => (answer === '.' || answer === ',' ? changes(answer) : []),
  }
}

const MONEY = '#,##0.00'

function percentFormat(value: number): string {
  return Number.isInteger(Math.round(value * 1e8) / 1e6) ? '0%' : '0.00%'
}

function intoDates(all: readonly Text[]): Omit<Mend, 'column'> {
  const read = all.map((one) => ({ ...one, reading: readDate(one.text) }))
  const order = dateOrderOf(all.map(({ text }) => text))
  const changes = (answer: DateOrder | 'both' | undefined): Change[] => {
    const found = read.flatMap(({ row, text, reading }) => {
      const after = dateBy(reading, answer)
      return Number.isNaN(after) || isNoDate(after) ? [] : [{ row, before: text, after }]
    })
    const format = dateFormat(found.map(({ after }) => after))
    return found.map((change) => ({ ...change, format }))
  }
  const doubtful = read.filter(({ reading }) => reading.kind === 'either')
  if (doubtful.length === 0 || (order !== undefined && order !== 'both')) {
    return { kind: 'dates', question: null, changes: () => changes(order) }
  }
  const choice = (answer: DateOrder, label: string) => ({
    answer,
    label,
    example: changes(answer).find(({ row }) => row === doubtful[0]!.row)!,
  })
  return {
    kind: 'dates',
    question: {
      text:
        order === 'both'
          ? 'Some of these dates have the day first and some the month. Which comes first in the others?'
          : 'Which comes first in these dates?',
      choices: [choice('day first', 'The day'), choice('month first', 'The month')],
    },
    changes: (answer) => (answer === 'day first' || answer === 'month first' ? changes(answer) : []),
  }
}

/** One format for a column of dates: with the time of day where any of them has one. */
function dateFormat(serials: readonly number[]): string {
  const seconds = serials.map((serial) => Math.round((serial - Math.floor(serial)) * 86_400))
  if (seconds.every((second) => second === 0)) return DATE
  return seconds.every((second) => second % 60 === 0) ? MOMENT : `${MOMENT}:ss`
}
