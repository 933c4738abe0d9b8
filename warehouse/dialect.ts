import type { Period } from '../core/statistics/time/calendar.ts'

/** What a column of a table holds, as far as a query must know. */
export type ColumnType = 'text' | 'number' | 'date' | 'timestamp' | 'timestamptz' | 'boolean' | 'unknown'

/** The words in which one engine says what all of them can do. Expressions go in and come out as texts. */
export interface Dialect {
  /** What people call it. */
  title: string
  quote: '"' | '`'
  /** How a quote is written within quotes: twice, unless it stands behind a backslash as in texts. */
  quoteWithin?: 'backslash'
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
  /** Whether all of it is as a pattern says, which begins with ^ and ends with $. */
  matches(value: string, pattern: string): string
  /** Whether it is one of a list of texts, looked at only where that is asked. */
  among(value: string, list: string): string
  /** The values of a group in one text, in an order. */
  joined(value: string, separator: string, order: string): string
  /** What its columns of a type are called: the first pattern that fits. */
  types: readonly (readonly [RegExp, ColumnType])[]
  /** What it cannot do, in a sentence. */
  lacks?: string
}

export const dialectNames = ['bigquery', 'snowflake', 'postgresql', 'duckdb', 'databricks', 'redshift'] as const
export type DialectName = (typeof dialectNames)[number]

/** Signs beyond ASCII by their number in four hexadecimal digits; those that have more by another mark, or as they are. */
export function escaped(value: string, mark: string, longer?: { mark: string; digits: number }): string {
  return value.replace(/[^ -~]/gu, (sign) => {
    const code = sign.codePointAt(0)!.toString(16)
    if (code.length <= 4) return mark + code.padStart(4, '0')
    return longer ? longer.mark + code.padStart(longer.digits, '0') : sign
  })
}

/** A text between single quotes that are doubled within. */
export function plainText(value: string): string {
  return `'${value.replace(/'/g, "''")}'`
}

/** A text with backslashes that mean something. */
export function backslashed(value: string): string {
  return `'${escaped(value.replace(/[\\']/g, '\\$&'), '\\u', { mark: '\\U', digits: 8 })}'`
}

/** Numbers that are finite, and no larger than an exact amount: NaN and infinity are none. */
export function finite(value: string, double: string, decimal: string): string {
  return `CASE WHEN CAST(${value} AS ${double}) BETWEEN -1e28 AND 1e28 THEN CAST(${value} AS ${decimal}) END`
}

/** Types as nearly all engines call them. */
export const NUMBER =
  /^(?:u?(?:tiny|small|medium|big|huge|byte)?int(?:eger)?\d{0,3}|(?:big)?(?:numeric|decimal)|number|fixed|real|double|float\d{0,2}|(?:small|big)?serial|money)\b/i
export const TEXT = /^(?:n?(?:var)?char2?|character|bpchar|text|string|uuid|citext|enum)\b/i
export const WITH_ZONE = /^timestamp(?: ?\(\d+\))? with (?:local )?time zone|^timestamp(?:_?l)?tz|^timestamp_tz/i

export function typeNamed({ types }: Dialect, written: string): ColumnType {
  return types.find(([pattern]) => pattern.test(written.trim()))?.[1] ?? 'unknown'
}

/** A name as the engine knows it, in quotes only where it needs them. */
export function identifier(dialect: Dialect, name: string): string {
  const isPlain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)
  if (isPlain && !RESERVED.has(name.toLowerCase())) return name
  return quotedName(dialect, isPlain && dialect.folds === 'upper' ? name.toUpperCase() : name)
}

/** A name in quotes, whatever it holds. */
export function quotedName({ quote, quoteWithin }: Dialect, name: string): string {
  const within =
    quoteWithin === 'backslash'
      ? name.replace(/[\\`]/g, '\\$&').replace(/[\0-\x1f]/g, (sign) => escaped(sign, '\\u'))
      : name.split(quote).join(quote + quote)
  return quote + within + quote
}

/** Words that are no names in one of the engines at least. */
const RESERVED = new Set(
  (
    'all analyse analyze and any array as asc asof assert_rows_modified at authorization between both by case cast check collate ' +
    'collation column connect constraint contains create cross cube current current_date current_time current_timestamp current_user ' +
    'date default deferrable define delete desc distinct do drop else end enum escape except exclude exists extract false fetch filter ' +
    'following for foreign freeze from full grant group grouping groups hash having if ignore ilike in increment initially inner insert ' +
    'intersect interval into is isnull join lateral leading left like limit local localtime localtimestamp lookup merge minus natural ' +
    'new no not notnull null nulls of offset old on only open or order outer over overlaps partition placing preceding primary proto ' +
    'qualify range recursive references regexp respect returning revoke right rlike rollup row rows sample select session_user set ' +
    'similar some start struct symmetric table tablesample tag then time timestamp to top trailing treat trigger true unbounded union ' +
    'unique unnest update user using values verbose view when whenever where window with within without'
  ).split(' '),
)

/** A table, with the schema and the project before it: each of its names by itself. */
export function tableName(dialect: Dialect, name: string): string {
  const inQuotes = /^`([^`]+)`$/.exec(name.trim())?.[1] ?? name.trim()
  const parts = inQuotes.match(/"(?:[^"]|"")*"|`(?:[^`]|``)*`|[^.]+/g) ?? [inQuotes]
  return parts
    .map((part) => (/^["`]/.test(part) ? quotedName(dialect, unquoted(part)) : identifier(dialect, part)))
    .join('.')
}

function unquoted(name: string): string {
  const [, quote, inner] = /^(["`])(.+)\1$/s.exec(name) ?? []
  return quote === undefined ? name : inner!.split(quote + quote).join(quote)
}
