import { serialOf } from '../../core/statistics/time/calendar.ts'
import { from, logSteps, select } from '../log.ts'
import type { Column, Reduced, Table } from '../table.ts'
import { cleanText, day, moment, unlessNoDay, unlessPlaceholder } from '../values.ts'
import { bands } from './cohorts.ts'
import { alike } from './customers.ts'

/** Any day does: only their order counts, and how far they lie apart where there is a window. */
const FIRST = serialOf(2000, 1, 3)

/**
 * The ways through the stages. The first event of all is on one day; others follow by as many days where a window asks how
 * long it took, or else on the next days in their order. Events of one time stay on one.
 */
export function stages(table: Table, order: readonly string[], isTimed: boolean): Reduced {
  const { dialect } = table
  const wanted = order.map((name) => dialect.text(name.toLowerCase()))
  const filter = wanted.length > 0 ? `\n  WHERE LOWER(label) IN (${wanted.join(', ')})` : ''
  const ranks = isTimed
    ? [
        `${dialect.days('MIN(day) OVER (PARTITION BY id)', 'day')} AS days`,
        'DENSE_RANK() OVER (PARTITION BY id, day ORDER BY moment) AS place',
      ]
    : ['DENSE_RANK() OVER (PARTITION BY id ORDER BY moment) AS days', '1 AS place']
  const entry = [dialect.asText('days'), dialect.asText('place'), 'label'].join(" || ' ' || ")
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates', moment: 'dates', label: 'stages' }, null),
      { name: 'placed', sql: select(['id', 'label', ...ranks], `FROM log${filter}`) },
      { name: 'steps_of', sql: '  SELECT DISTINCT id, label, days, place\n  FROM placed' },
      ...alike('steps_of', entry, 'days, place, label', dialect.joined),
    ],
    columns: [
      { title: 'ids', sql: 'k.id' },
      { title: 'stages', sql: 's.label' },
      { title: 'dates', sql: dialect.asNumber(`${FIRST} + s.days + (s.place - 1) / 1440.0`) },
      { title: 'customers', sql: 'k.customers' },
      { title: 'left_out', sql: 'about.left_out' },
    ],
    from: 'kinds AS k JOIN steps_of AS s ON s.id = k.id CROSS JOIN about',
  }
}

/** How many used each feature: those of the most used ones are taken to be the same users. */
export function features(table: Table): Reduced {
  const { dialect } = table
  return {
    steps: [
      ...logSteps(table, { id: 'ids', label: 'features' }, null),
      {
        name: 'triangle',
        sql: select(['1 AS everyone', 'label', 'COUNT(DISTINCT id) AS came'], 'FROM log\n  GROUP BY label'),
      },
      ...bands('everyone', 'label'),
    ],
    columns: [
      { title: 'ids', sql: `'users ' || ${dialect.asText('b.place')}` },
      { title: 'features', sql: 'p.label' },
      { title: 'customers', sql: 'b.customers' },
      { title: 'left_out', sql: 'about.left_out' },
    ],
    from: 'ranked AS b JOIN ranked AS p ON p.place <= b.place AND b.customers > 0 CROSS JOIN about',
  }
}

/**
 * The path of each customer up to the conversion, in order of time, touches of one time in the order of their channels; with
 * how many customers went it and converted, and how many did not. A channel whose name holds an arrow is left out and counted.
 */
export function paths(table: Table, lookback: number | null): Reduced {
  const { dialect, zone } = table
  const column = (name: string): Column => table.columns[name]![0]!
  const [ids, dates, channels] = ['ids', 'dates', 'channels'].map(column) as [Column, Column, Column]
  const [ended] = table.columns.conversion_dates ?? []
  const endDay = ended ? day(dialect, ended, zone) : 'NULL'
  const endMoment = ended ? moment(dialect, ended, zone) : 'NULL'
  const isWhole = ended && ended.type !== 'date' ? `c.ended = ${dialect.asMoment('c.end_day', 'date', zone)} AND ` : ''
  const isBefore = `(t.moment <= c.ended OR (${isWhole}t.day = c.end_day))`
  const conditions = [
    ...(ended ? [`(c.ended IS NULL OR ${isBefore})`] : []),
    ...(lookback === null
      ? []
      : [`${dialect.days('t.day', ended ? 'COALESCE(c.end_day, c.last_day)' : 'c.last_day')} <= ${lookback}`]),
  ]
  const arrows = ['>', '\u2192', '\u00bb'].map((arrow) => `label NOT LIKE '%' || ${dialect.text(arrow)} || '%'`)
  return {
    steps: [
      {
        name: 'given',
        sql: select(
          [
            `${cleanText(dialect, ids)} AS id`,
            `${day(dialect, dates, zone)} AS day`,
            `${moment(dialect, dates, zone)} AS moment`,
            `${cleanText(dialect, channels)} AS label`,
            ...(ended ? [`${endDay} AS end_day`, `${endMoment} AS ended`] : []),
          ],
          from(table),
        ),
      },
      {
        name: 'source',
        sql: select(
          [
            `${unlessPlaceholder(dialect, 'id')} AS id`,
            `${unlessNoDay('day')} AS day`,
            'moment',
            `${unlessPlaceholder(dialect, 'label')} AS label`,
            ...(ended ? [`${unlessNoDay('end_day')} AS end_day`, 'ended'] : []),
          ],
          'FROM given',
        ),
      },
      {
        name: 'touches',
        sql: select(
          ['id', 'day', 'moment', 'label'],
          `FROM source\n  WHERE id IS NOT NULL AND day IS NOT NULL AND label IS NOT NULL AND ${arrows.join(' AND ')}`,
        ),
      },
      {
        name: 'people',
        sql: select(
          [
            'id',
            ...(ended ? ['MIN(CASE WHEN end_day IS NOT NULL THEN ended END) AS ended', 'MIN(end_day) AS end_day'] : []),
            'MAX(CASE WHEN label IS NOT NULL THEN day END) AS last_day',
          ],
          'FROM source\n  WHERE id IS NOT NULL\n  GROUP BY id',
        ),
      },
      {
        name: 'counted',
        sql: select(
          ['t.id', 't.moment', 't.label'],
          `FROM touches AS t JOIN people AS c ON c.id = t.id${conditions.length > 0 ? `\n  WHERE ${conditions.join(' AND ')}` : ''}`,
        ),
      },
      {
        name: 'written',
        sql: select(
          ['id', `${dialect.joined('label', "' > '", 'moment, label')} AS path`],
          'FROM counted\n  GROUP BY id',
        ),
      },
      {
        name: 'journeys',
        sql: select(
          [
            "COALESCE(w.path, '') AS path",
            `${ended ? 'CASE WHEN c.ended IS NULL THEN 0 ELSE 1 END' : '0'} AS converted`,
          ],
          `FROM people AS c LEFT JOIN written AS w ON w.id = c.id\n  WHERE w.path IS NOT NULL${ended ? ' OR c.ended IS NOT NULL' : ''}`,
        ),
      },
      {
        name: 'about',
        sql: select(
          ['(SELECT COUNT(*) FROM source) - (SELECT COUNT(*) FROM touches) AS left_out'],
          'FROM (SELECT 1 AS one) AS once',
        ),
      },
      {
        name: 'grouped',
        sql: select(
          ['path', 'SUM(converted) AS conversions', 'SUM(1 - converted) AS lost'],
          'FROM journeys\n  GROUP BY path',
        ),
      },
    ],
    columns: [
      { title: 'paths', sql: 'g.path' },
      { title: 'conversions', sql: 'g.conversions' },
      { title: 'nulls', sql: 'g.lost' },
      { title: 'left_out', sql: 'about.left_out' },
    ],
    from: 'grouped AS g CROSS JOIN about',
  }
}
