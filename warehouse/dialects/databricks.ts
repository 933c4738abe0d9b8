import { NUMBER, TEXT, backslashed, type Dialect } from '../dialect.ts'

export const databricks: Dialect = {
  title: 'Databricks',
  quote: '`',
  folds: 'lower',
  text: backslashed,
  asText: (value) => `CAST(${value} AS STRING)`,
  asDecimal: (value) => `TRY_CAST(${value} AS DECIMAL(38, 9))`,
  asNumber: (value) => `CAST(${value} AS DOUBLE)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `CAST(CONVERT_TIMEZONE('${zone}', CAST(${value} AS TIMESTAMP_NTZ)) AS DATE)`
      : `TRY_CAST(${value} AS DATE)`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `CONVERT_TIMEZONE('${zone}', CAST(${value} AS TIMESTAMP_NTZ))`
      : `TRY_CAST(${value} AS TIMESTAMP_NTZ)`,
  startOf: (period, day) => `CAST(DATE_TRUNC('${period}', ${day}) AS DATE)`,
  days: (from, to) => `DATEDIFF(${to}, ${from})`,
  composed: (value) => value,
  trimmed: (value, signs) => `TRIM(BOTH ${signs} FROM ${value})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by})`,
  matches: (value, pattern) => `(${value} RLIKE ${pattern})`,
  among: (value, list) => `(${value} IN (${list}))`,
  joined: (value, separator, order) => `LISTAGG(${value}, ${separator}) WITHIN GROUP (ORDER BY ${order})`,
  types: [
    [/^timestamp_?ntz/i, 'timestamp'],
    [/^timestamp/i, 'timestamptz'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
  lacks: 'Databricks has no word for accents in one spelling: é in one sign and e with an accent stay two ids.',
}
