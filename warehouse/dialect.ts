import type { Period } from '../core/statistics/time/calendar.ts'

/** What a column of a table holds, as far as a query must know. */
export type ColumnType = 'text' | 'number' | 'date' | 'timestamp' | 'timestamptz' | 'boolean' | 'unknown'

/** The words in which one engine says what all of them can do. Expressions go in and come out as texts. */
export interface Dialect {
  /** What people call it. */
  title: string
  quote: '"' | '`'
  /** How a name is written in quotes that stands without them: as it is, or in capitals. */
  folds: 'lower' | 'upper'
  /** A text in quotes, with signs beyond ASCII so that a console keeps them. */
  text(value: string): string
  asText(value: string): string
  /** An exact amount with nine decimals, NULL for what is none: a number, or a text that is one. */
  asDecimal(value: string, type: ColumnType): string
  /** A number as spreadsheets have them. */
  asNumber(value: string): string
  /** The day of a date or a time in a zone, NULL for a text that is none. */
  asDay(value: string, type: ColumnType, zone: string): string
  /** The time on the clock of a zone. */
  asMoment(value: string, type: ColumnType, zone: string): string
  /** The first day of the period that a day falls in; weeks begin on Monday. */
  startOf(period: Period, day: string): string
  /** Days from one day to another. */
  days(from: string, to: string): string
  /** Accents in one spelling, where the engine can. */
  composed(value: string): string
  /** Without these signs at both ends. */
  trimmed(value: string, signs: string): string
  replaced(value: string, pattern: string, by: string): string
  /** The values of a group in one text, in an order. */
  joined(value: string, separator: string, order: string): string
  /** What its columns of a type are called: the first pattern that fits. */
  types: readonly (readonly [RegExp, ColumnType])[]
  /** What it cannot do, in a sentence. */
  lacks?: string
}

export const dialectNames = ['bigquery', 'snowflake', 'postgresql', 'duckdb', 'databricks', 'redshift'] as const
export type DialectName = (typeof dialectNames)[number]

/** Signs beyond ASCII by their number in four hexadecimal digits. */
export function escaped(value: string, mark: string): string {
  return value.replace(/[^ -~]/g, (sign) => mark + sign.charCodeAt(0).toString(16).padStart(4, '0'))
}

/** A text between single quotes that are doubled within. */
export function plainText(value: string): string {
  return `'${value.replace(/'/g, "''")}'`
}

/** A text with backslashes that mean something. */
export function backslashed(value: string): string {
  return `'${escaped(value.replace(/[\\']/g, '\\$&'), '\\u')}'`
}

/** Numbers that are finite, and no larger than an exact amount: NaN and infinity are none. */
export function finite(value: string, double: string, decimal: string): string {
  return `CASE WHEN CAST(${value} AS ${double}) BETWEEN -1e28 AND 1e28 THEN CAST(${value} AS ${decimal}) END`
}

export function typeNamed({ types }: Dialect, written: string): ColumnType {
  return types.find(([pattern]) => pattern.test(written.trim()))?.[1] ?? 'unknown'
}

/** A name as the engine knows it, in quotes only where it needs them. */
export function identifier({ quote, folds }: Dialect, name: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
  if (isPlain && !RESERVED.has(name.toLowerCase())) return name
  const kept = isPlain ? (folds === 'upper' ? name.toUpperCase() : name) : name
  return quote + kept.split(quote).join(quote + quote) + quote
}

/** Words that are no names in one of the engines at least. */
const RESERVED = new Set(
  (
    'all and any array as asc asof at authorization between both by case cast check collate column constraint create cross current date ' +
    'default delete desc distinct do drop else end except exists extract false fetch filter following for foreign from full grant group ' +
    'grouping groups having if ilike in inner insert intersect interval into is join lateral leading left like limit local merge ' +
    'natural new no not null of offset old on only or order outer over partition preceding primary proto qualify range recursive ' +
    'references regexp right rlike row rows sample select set some start table tablesample then time timestamp to top trailing true ' +
    'unbounded union unique unnest update user using values view when where window with within'
  ).split(' '),
)

/** A table, with the schema and the project before it: each of its names by itself. */
export function tableName(dialect: Dialect, name: string): string {
  const inQuotes = /^`([^`]+)`$/.exec(name.trim())?.[1] ?? name.trim()
  const parts = inQuotes.match(/"[^"]*"|`[^`]*`|[^.]+/g) ?? [inQuotes]
  return parts.map((part) => identifier(dialect, part.replace(/^["`]|["`]$/g, ''))).join('.')
}
