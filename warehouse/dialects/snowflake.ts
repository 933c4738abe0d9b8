import { NUMBER, TEXT, WITH_ZONE, escaped, finite, type Dialect } from '../dialect.ts'

export const snowflake: Dialect = {
  title: 'Snowflake',
  quote: '"',
  folds: 'upper',
  text: (value) => `'${escaped(value.replace(/[\\']/g, '\\$&'), '\\u')}'`,
  asText: (value) => `TO_VARCHAR(${value})`,
  asDecimal: (value, type) =>
    type === 'text' ? `TRY_TO_DECIMAL(${value}, 38, 9)` : finite(value, 'DOUBLE', 'NUMBER(38, 9)'),
  asNumber: (value) => `CAST(${value} AS DOUBLE)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `TO_DATE(CONVERT_TIMEZONE('${zone}', ${value}))`
      : type === 'text'
        ? `TRY_TO_DATE(TRIM(${value}))`
        : `TO_DATE(${value})`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `CAST(CONVERT_TIMEZONE('${zone}', ${value}) AS TIMESTAMP_NTZ)`
      : type === 'text'
        ? `TRY_TO_TIMESTAMP_NTZ(TRIM(${value}))`
        : `TO_TIMESTAMP_NTZ(${value})`,
  // Where its weeks begin is a parameter of the session.
  startOf: (period, day) =>
    period === 'week' ? `DATEADD(day, 1 - DAYOFWEEKISO(${day}), ${day})` : `DATE_TRUNC('${period}', ${day})`,
  days: (from, to) => `DATEDIFF(day, ${from}, ${to})`,
  composed: (value) => value,
  trimmed: (value, signs) => `TRIM(${value}, ${signs})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by})`,
  matches: (value, pattern) => `REGEXP_LIKE(${value}, ${pattern})`,
  among: (value, list) => `(${value} IN (${list}))`,
  joined: (value, separator, order) => `LISTAGG(${value}, ${separator}) WITHIN GROUP (ORDER BY ${order})`,
  types: [
    [/^timestamp_l?tz/i, 'timestamptz'],
    [WITH_ZONE, 'timestamptz'],
    [/^(timestamp|datetime)/i, 'timestamp'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
  lacks: 'Snowflake has no word for accents in one spelling: é in one sign and e with an accent stay two ids.',
}
