import { NUMBER, TEXT, backslashed, type Dialect } from '../dialect.ts'

const PERIODS = { day: 'DAY', week: 'ISOWEEK', month: 'MONTH', quarter: 'QUARTER', year: 'YEAR' } as const

export const bigquery: Dialect = {
  title: 'BigQuery',
  quote: '`',
  quoteWithin: 'backslash',
  folds: 'lower',
  text: backslashed,
  asText: (value) => `CAST(${value} AS STRING)`,
  asDecimal: (value) => `SAFE_CAST(${value} AS NUMERIC)`,
  asNumber: (value) => `CAST(${value} AS FLOAT64)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `DATE(${value}, '${zone}')`
      : type === 'text'
        ? `CAST(SAFE_CAST(TRIM(${value}) AS DATETIME) AS DATE)`
        : `CAST(${value} AS DATE)`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `DATETIME(${value}, '${zone}')`
      : type === 'text'
        ? `SAFE_CAST(TRIM(${value}) AS DATETIME)`
        : `CAST(${value} AS DATETIME)`,
  startOf: (period, day) => `DATE_TRUNC(${day}, ${PERIODS[period]})`,
  days: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
  composed: (value) => `NORMALIZE(${value}, NFC)`,
  trimmed: (value, signs) => `TRIM(${value}, ${signs})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by})`,
  matches: (value, pattern) => `REGEXP_CONTAINS(${value}, ${pattern})`,
  among: (value, list) => `(${value} IN (${list}))`,
  joined: (value, separator, order) => `STRING_AGG(${value}, ${separator} ORDER BY ${order})`,
  types: [
    [/^timestamp/i, 'timestamptz'],
    [/^datetime/i, 'timestamp'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
}
