import { NO_DAYS, placeholderWords } from '../core/reading/texts/placeholders.ts'
import { withoutUnseen } from '../core/reading/texts/spelling.ts'
import { FIRST_SERIAL, isoText, serialOf, UNIX_EPOCH } from '../core/statistics/time/calendar.ts'
import { identifier, quotedName, type ColumnType, type Dialect } from './dialect.ts'
import type { Column } from './table.ts'

/** The text of a column as a cell reads it: single spaces, accents in one spelling, no marks that nobody sees. */
export function cleanText(dialect: Dialect, column: Column): string {
  const { type } = column
  const text = dialect.asText(columnName(dialect, column))
  if (type === 'number' || type === 'date' || type === 'boolean') return text
  const { spaces, unseen } = signs()
  // What has no counterpart in the second list is left out.
  const [from, to] = [dialect.text(spaces + unseen), dialect.text(' '.repeat(spaces.length))]
  const single = dialect.replaced(`TRANSLATE(${text}, ${from}, ${to})`, dialect.text(' +'), dialect.text(' '))
  const cleaned = dialect.composed(dialect.trimmed(single, dialect.text(JOINERS)))
  // Nearly all texts are clean, and to see that takes a twentieth of the time.
  return `CASE WHEN ${dialect.matches(text, dialect.text(CLEAN))} THEN ${text} ELSE ${cleaned} END`
}

/** The same, NULL for what stands for none: blank, n/a, (not set), a dash. */
export function unlessPlaceholder(dialect: Dialect, value: string): string {
  const bare = dialect.trimmed(`LOWER(${value})`, dialect.text(AROUND))
  const words = placeholders().map((word) => dialect.text(word))
  const hasDigit = dialect.matches(value, dialect.text(WITH_DIGIT))
  return `CASE WHEN ${hasDigit} THEN ${value} WHEN NOT ${dialect.among(bare, inLines(words))} THEN ${value} END`
}

/** The same, NULL for days that stand for none, such as 9999-12-31, and for those that are no dates of a sheet. */
export function unlessNoDay(value: string): string {
  const days = [UNIX_EPOCH, ...NO_DAYS].filter((day) => day >= FIRST_SERIAL).sort((a, b) => a - b)
  const first = dateText(FIRST_SERIAL)
  return `CASE WHEN ${value} BETWEEN ${first} AND ${dateText(LAST_DAY)} AND ${value} NOT IN (${days.map(dateText).join(', ')}) THEN ${value} END`
}

export function dateText(serial: number): string {
  return `DATE '${isoText(serial)}'`
}

export function day(dialect: Dialect, column: Column, zone: string): string {
  return dialect.asDay(columnName(dialect, column), column.type, zone)
}

export function moment(dialect: Dialect, column: Column, zone: string): string {
  return dialect.asMoment(columnName(dialect, column), column.type, zone)
}

export function amount(dialect: Dialect, column: Column): string {
  return dialect.asDecimal(columnName(dialect, column), column.type)
}

/** The name of a column in a query. */
export function columnName(dialect: Dialect, { name, isQuoted }: Column): string {
  return isQuoted ? quotedName(dialect, name) : identifier(dialect, name)
}

export function hasTimes(type: ColumnType): boolean {
  return type === 'timestamp' || type === 'timestamptz'
}

/** No later day is meant as one. */
const LAST_DAY = serialOf(2899, 12, 31)
/** Signs of ASCII with single spaces between them. */
const CLEAN = '^[!-~]+( [!-~]+)*$'
/** No placeholder has a digit. */
const WITH_DIGIT = '^.*[0-9].*$'
const JOINERS = ' \u200c\u200d'
/** What people write around n/a, or in its place. */
const AROUND = ' -\u2010\u2011\u2012\u2013\u2014\u2015\u2212.\u2026?#*_~()[]<>{}"\''

/** A list in lines that can be read. */
function inLines(items: readonly string[]): string {
  let width = 0
  const lines = items
    .map((item, i) => {
      const isLast = i === items.length - 1
      width += item.length + 2
      const breaks = !isLast && width > 100
      if (breaks) width = 0
      return isLast ? item : `${item},${breaks ? '\n      ' : ' '}`
    })
    .join('')
  return `\n      ${lines}\n    `
}

let known: { spaces: string; unseen: string } | undefined

/** The signs that read as a space, and those that nobody sees, as cells know them. */
function signs(): { spaces: string; unseen: string } {
  if (known) return known
  const all = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code + 1))
  const unseen = all.filter((sign) => withoutUnseen(sign) === '')
  const spaces = all.filter((sign) => sign !== ' ' && /\s/.test(sign) && !unseen.includes(sign))
  known = { spaces: spaces.join(''), unseen: unseen.join('') }
  return known
}

function placeholders(): string[] {
  const bare = (word: string): string => {
    let [start, end] = [0, word.length]
    while (start < end && AROUND.includes(word[start]!)) start++
    while (end > start && AROUND.includes(word[end - 1]!)) end--
    return word.slice(start, end)
  }
  return [...new Set(['', ...Array.from(placeholderWords, bare)])].sort()
}
