import { NUMBER, TEXT, WITH_ZONE, plainText, type Dialect } from '../dialect.ts'

export const duckdb: Dialect = {
  title: 'DuckDB',
  quote: '"',
  folds: 'lower',
  text: spelledOut,
  asText: (value) => `CAST(${value} AS VARCHAR)`,
  asDecimal: (value) => `TRY_CAST(${value} AS DECIMAL(38, 9))`,
  asNumber: (value) => `CAST(${value} AS DOUBLE)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `CAST(${value} AT TIME ZONE '${zone}' AS DATE)`
      : type === 'text'
        ? // As a date alone it would be one with anything behind it.
          `CAST(TRY_CAST(TRIM(${value}) AS TIMESTAMP) AS DATE)`
        : `TRY_CAST(${value} AS DATE)`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `(${value} AT TIME ZONE '${zone}')`
      : `TRY_CAST(${type === 'text' ? `TRIM(${value})` : value} AS TIMESTAMP)`,
  startOf: (period, day) => `CAST(DATE_TRUNC('${period}', ${day}) AS DATE)`,
  days: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
  composed: (value) => `NFC_NORMALIZE(${value})`,
  trimmed: (value, signs) => `TRIM(${value}, ${signs})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by}, 'g')`,
  matches: (value, pattern) => `REGEXP_MATCHES(${value}, ${pattern})`,
  // A long IN becomes a join, which is gone through for every row.
  among: (value, list) => `LIST_CONTAINS([${list}], ${value})`,
  joined: (value, separator, order) => `STRING_AGG(${value}, ${separator} ORDER BY ${order})`,
  types: [
    [WITH_ZONE, 'timestamptz'],
    [/^(timestamp|datetime)/i, 'timestamp'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
}

/** A text whose signs beyond ASCII stand as their numbers: this engine has no other spelling for them. */
function spelledOut(value: string): string {
  const parts = value.match(/[ -~]+|[^ -~]/gu) ?? ['']
  return parts.map((part) => (/^[ -~]*$/.test(part) ? plainText(part) : `CHR(${part.codePointAt(0)})`)).join(' || ')
}
