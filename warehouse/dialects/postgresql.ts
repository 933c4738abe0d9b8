import { NUMBER, TEXT, WITH_ZONE, escaped, finite, plainText, type Dialect } from '../dialect.ts'

/** A text that can be cast: one that cannot would end the whole query. */
const DAY = (() => {
  const days = [
    '[1-9][0-9]{3}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])',
    '[1-9][0-9]{3}-(0[469]|11)-(0[1-9]|[12][0-9]|30)',
    '[1-9][0-9]{3}-02-(0[1-9]|1[0-9]|2[0-8])',
    '([1-9][0-9](0[48]|[2468][048]|[13579][26])|([2468][048]|[13579][26])00)-02-29',
  ]
  const time = '[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z|[-+](0[0-9]|1[0-4]):?[0-5][0-9])?'
  return `^ *(${days.join('|')})(${time})? *$`
})()

export const postgresql: Dialect = {
  title: 'PostgreSQL',
  quote: '"',
  folds: 'lower',
  text: (value) =>
    /^[ -~]*$/.test(value)
      ? plainText(value)
      : `U&${plainText(escaped(value.replace(/\\/g, '\\\\'), '\\', { mark: '\\+', digits: 6 }))}`,
  asText: (value) => `CAST(${value} AS text)`,
  asDecimal: (value, type) =>
    type === 'text'
      ? `CASE WHEN ${value} ~ '^ *[-+]?[0-9]{1,28}([.][0-9]+)? *$' THEN CAST(${value} AS numeric(38, 9)) END`
      : finite(value, 'double precision', 'numeric(38, 9)'),
  asNumber: (value) => `CAST(${value} AS double precision)`,
  asDay: (value, type, zone) =>
    type === 'timestamptz'
      ? `CAST(${value} AT TIME ZONE '${zone}' AS date)`
      : type === 'text'
        ? `CASE WHEN ${value} ~ '${DAY}' THEN CAST(${value} AS date) END`
        : `CAST(${value} AS date)`,
  asMoment: (value, type, zone) =>
    type === 'timestamptz'
      ? `${value} AT TIME ZONE '${zone}'`
      : type === 'text'
        ? `CASE WHEN ${value} ~ '${DAY}' THEN CAST(${value} AS timestamp) END`
        : `CAST(${value} AS timestamp)`,
  startOf: (period, day) => `CAST(DATE_TRUNC('${period}', CAST(${day} AS timestamp)) AS date)`,
  days: (from, to) => `(${to} - ${from})`,
  composed: (value) => `NORMALIZE(${value}, NFC)`,
  trimmed: (value, signs) => `BTRIM(${value}, ${signs})`,
  replaced: (value, pattern, by) => `REGEXP_REPLACE(${value}, ${pattern}, ${by}, 'g')`,
  matches: (value, pattern) => `(${value} ~ ${pattern})`,
  among: (value, list) => `(${value} IN (${list}))`,
  joined: (value, separator, order) => `STRING_AGG(${value}, ${separator} ORDER BY ${order})`,
  types: [
    [WITH_ZONE, 'timestamptz'],
    [/^timestamp/i, 'timestamp'],
    [/^date$/i, 'date'],
    [/^bool/i, 'boolean'],
    [NUMBER, 'number'],
    [TEXT, 'text'],
  ],
}
