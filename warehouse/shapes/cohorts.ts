import type { Period } from '../../core/statistics/time/calendar.ts'
import { ABOUT, logSteps, select } from '../log.ts'
import type { Reduced, Step, Table } from '../table.ts'
import { alike } from './customers.ts'

/**
 * Customers by the period of their first order. Of those of a cohort, as many come back in a period as did: who they are
 * does not matter to the triangle, so that those who come back in the most visited periods are taken to be the same.
 */
export function cohorts(table: Table, period: Period, mode: string, asOf: number | null): Reduced {
  const { dialect } = table
  const start = dialect.startOf(period, 'day')
  const steps = logSteps(table, { id: 'ids', day: 'dates' }, asOf)
  const label = (place: string) => `${dialect.asText('p.cohort')} || ' no. ' || ${dialect.asText(place)}`
  if (mode === 'on-or-after') {
    return {
      steps: [
        ...steps,
        {
          name: 'spans',
          sql: select(['id', `MIN(${start}) AS cohort`, `MAX(${start}) AS latest`], 'FROM log\n  GROUP BY id'),
        },
        {
          name: 'pairs',
          sql: select(['cohort', 'latest', 'COUNT(*) AS customers'], 'FROM spans\n  GROUP BY cohort, latest'),
        },
        {
          name: 'ends',
          sql: `${select(['cohort', 'latest', 'customers', 'cohort AS period'], 'FROM pairs')}\n  UNION ALL\n${select(
            ['cohort', 'latest', 'customers', 'latest AS period'],
            'FROM pairs\n  WHERE latest > cohort',
          )}`,
        },
      ],
      columns: [
        { title: 'ids', sql: label('p.latest') },
        { title: 'dates', sql: 'p.period' },
        { title: 'customers', sql: 'p.customers' },
        ...ABOUT,
      ],
      from: 'ends AS p CROSS JOIN about',
    }
  }
  return {
    steps: [
      ...steps,
      { name: 'active', sql: `  SELECT DISTINCT id, ${start} AS period\n  FROM log` },
      { name: 'firsts', sql: select(['id', 'MIN(period) AS cohort'], 'FROM active\n  GROUP BY id') },
      {
        name: 'triangle',
        sql: select(
          ['firsts.cohort', 'active.period', 'COUNT(*) AS came'],
          'FROM active JOIN firsts ON firsts.id = active.id\n  GROUP BY firsts.cohort, active.period',
        ),
      },
      ...bands('cohort', 'period'),
    ],
    columns: [
      { title: 'ids', sql: label('b.place') },
      { title: 'dates', sql: 'p.period' },
      { title: 'customers', sql: 'b.customers' },
      ...ABOUT,
    ],
    from: 'ranked AS b JOIN ranked AS p ON p.cohort = b.cohort AND p.place <= b.place AND b.customers > 0 CROSS JOIN about',
  }
}

/**
 * From how many of a group came at each place of `triangle`: as many customers as were at exactly the first so many places,
 * the most visited first.
 */
export function bands(group: string, what: string): Step[] {
  const order = `OVER (PARTITION BY ${group} ORDER BY came DESC, ${what})`
  const next = select(
    [group, what, 'came', `ROW_NUMBER() ${order} AS place`, `LEAD(came) ${order} AS fewer`],
    'FROM triangle',
  )
  return [
    { name: 'places', sql: next },
    { name: 'ranked', sql: select([group, what, 'place', 'came - COALESCE(fewer, 0) AS customers'], 'FROM places') },
  ]
}

/**
 * What the customers of each first period brought in every period. One of them has it all, the others came once for nothing.
 * A projection also asks who came back when: then customers who came in the same periods are one, with how many they are,
 * and some who came in a period have what all brought in it.
 */
export function cohortMoney(table: Table, period: Period, asOf: number | null, isProjected: boolean): Reduced {
  const { dialect } = table
  const start = (day: string) => dialect.startOf(period, day)
  const cohort = dialect.asText('cohort')
  const row = (id: string, date: string, paid: string, customers: string, rest: string) =>
    select([`${id} AS id`, `${date} AS day`, `${paid} AS paid`, `${customers} AS customers`], rest)
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates', amount: 'amounts' }, asOf),
      { name: 'firsts', sql: select(['id', 'MIN(day) AS first_day'], 'FROM log\n  WHERE amount >= 0\n  GROUP BY id') },
      {
        name: 'founded',
        sql: select(
          [`${start('first_day')} AS cohort`, 'COUNT(*) AS customers'],
          `FROM firsts\n  GROUP BY ${start('first_day')}`,
        ),
      },
      {
        name: 'aged',
        sql: select(
          [`${start('firsts.first_day')} AS cohort`, `${start('log.day')} AS period`, 'log.amount'],
          'FROM log JOIN firsts ON firsts.id = log.id AND log.day >= firsts.first_day',
        ),
      },
      {
        name: 'money',
        sql: select(['cohort', 'period', 'SUM(amount) AS paid'], 'FROM aged\n  GROUP BY cohort, period'),
      },
      ...(isProjected ? visited() : founders()),
    ],
    columns: [
      { title: 'ids', sql: 'r.id' },
      { title: 'dates', sql: 'r.day' },
      { title: 'amounts', sql: 'r.paid' },
      { title: 'customers', sql: 'r.customers' },
      ...ABOUT,
    ],
    from: 'rows_of AS r CROSS JOIN about',
  }

  function founders(): Step[] {
    return [
      {
        name: 'rows_of',
        sql: [
          row(cohort, 'cohort', dialect.asNumber('0'), '1', 'FROM founded'),
          row(
            `${cohort} || ' others'`,
            'cohort',
            dialect.asNumber('0'),
            'customers - 1',
            'FROM founded\n  WHERE customers > 1',
          ),
          row(cohort, 'period', dialect.asNumber('paid'), '1', 'FROM money'),
        ].join('\n  UNION ALL\n'),
      },
    ]
  }

  function visited(): Step[] {
    return [
      {
        name: 'active',
        sql: `  SELECT DISTINCT id, ${start('day')} AS period\n  FROM log\n  WHERE amount >= 0`,
      },
      ...alike('active', dialect.asText('period'), 'period', dialect.joined),
      {
        name: 'bearers',
        sql: select(
          [`${start('firsts.first_day')} AS cohort`, 'active.period', 'MIN(kinds.id) AS id'],
          `FROM kinds JOIN active ON active.id = kinds.id JOIN firsts ON firsts.id = kinds.id\n  GROUP BY ${start('firsts.first_day')}, active.period`,
        ),
      },
      {
        name: 'borne',
        sql: select(
          ['COALESCE(b.id, f.id) AS id', 'money.period', 'money.paid'],
          'FROM money JOIN bearers AS f ON f.cohort = money.cohort AND f.period = money.cohort\n  LEFT JOIN bearers AS b ON b.cohort = money.cohort AND b.period = money.period',
        ),
      },
      {
        name: 'rows_of',
        sql: [
          row(
            'kinds.id',
            'active.period',
            dialect.asNumber('0'),
            'kinds.customers',
            'FROM kinds JOIN active ON active.id = kinds.id',
          ),
          row(
            'kinds.id',
            'borne.period',
            `${dialect.asNumber('borne.paid')} / kinds.customers`,
            'kinds.customers',
            'FROM borne JOIN kinds ON kinds.id = borne.id',
          ),
        ].join('\n  UNION ALL\n'),
      },
    ]
  }
}
