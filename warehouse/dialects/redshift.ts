import { NUMBER, TEXT, WITH_ZONE, finite, plainText, type Dialect } from '../dialect.ts'

export const redshift: Dialect = {
  title: 'Amazon Redshift',
  quote: '"',
  folds: 'lower',
  text: (value) => plainText(value.replace(/\\/g, '\\\\')),
  asText: (value) => `CAST(${value} AS varchar)`,
  asDecimal: (value, type) =>
    type === 'text' ? `TRY_CAST(${value} AS decimal(38, 9))` : finite(value, 'double precision', 'decimal(38, 9)'),
  asNumber: (value) => `CAST(${value} AS double precision)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `CAST(${value} AT TIME ZONE '${zone}' AS date)`
      : type === 'text'
        ? `TRY_CAST(TRIM(${value}) AS date)`
        : `CAST(${value} AS date)`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `${value} AT TIME ZONE '${zone}'`
      : type === 'text'
        ? `TRY_CAST(TRIM(${value}) AS timestamp)`
        : `CAST(${value} AS timestamp)`,
  startOf: (period, day) => `CAST(DATE_TRUNC('${period}', ${day}) AS date)`,
  days: (from, to) => `DATEDIFF(day, ${from}, ${to})`,
  composed: (value) => value,
  trimmed: (value, signs) => `BTRIM(${value}, ${signs})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by})`,
  matches: (value, pattern) => `(${value} ~ ${pattern})`,
  among: (value, list) => `(${value} IN (${list}))`,
  joined: (value, separator, order) => `LISTAGG(${value}, ${separator}) WITHIN GROUP (ORDER BY ${order})`,
  types: [
    [WITH_ZONE, 'timestamptz'],
    [/^timestamp/i, 'timestamp'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
  lacks: 'Redshift has no word for accents in one spelling: é in one sign and e with an accent stay two ids.',
}
