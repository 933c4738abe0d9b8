import type { Period } from '../../core/statistics/time/calendar.ts'
import { ABOUT, logSteps, select } from '../log.ts'
import type { Reduced, Table } from '../table.ts'

/** The first day of each customer and the next one, with how many have both in common. Later days than as_of count as well. */
export function returns(table: Table): Reduced {
  const { dialect } = table
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates' }, null),
      { name: 'firsts', sql: select(['id', 'MIN(day) AS first_day'], 'FROM log\n  GROUP BY id') },
      {
        name: 'nexts',
        sql: select(
          ['firsts.id', 'firsts.first_day', 'MIN(CASE WHEN log.day > firsts.first_day THEN log.day END) AS next_day'],
          'FROM firsts JOIN log ON log.id = firsts.id\n  GROUP BY firsts.id, firsts.first_day',
        ),
      },
      {
        name: 'pairs',
        sql: select(['first_day', 'next_day', 'COUNT(*) AS customers'], 'FROM nexts\n  GROUP BY first_day, next_day'),
      },
      {
        name: 'days_of',
        sql: `${select(['first_day', 'next_day', 'customers', 'first_day AS day'], 'FROM pairs')}\n  UNION ALL\n${select(
          ['first_day', 'next_day', 'customers', 'next_day AS day'],
          'FROM pairs\n  WHERE next_day IS NOT NULL',
        )}`,
      },
    ],
    columns: [
      {
        title: 'ids',
        sql: `${dialect.asText('d.first_day')} || ' to ' || COALESCE(${dialect.asText('d.next_day')}, 'none')`,
      },
      { title: 'dates', sql: 'd.day' },
      { title: 'customers', sql: 'd.customers' },
      ...ABOUT,
    ],
    from: 'days_of AS d CROSS JOIN about',
  }
}

/** What each customer did, in weeks as CLV_INPUTS counts, or spends in a repeat order, with how many did the same. */
export function histories(table: Table, of: 'orders' | 'spend', asOf: number | null): Reduced {
  const { dialect } = table
  const orders = select(
    ['id', 'MIN(day) AS first_day', 'MAX(day) AS last_day', 'COUNT(DISTINCT day) - 1 AS repeats'],
    'FROM log\n  WHERE amount >= 0\n  GROUP BY id',
  )
  const steps = [
    ...logSteps(table, { id: 'ids', day: 'dates', amount: 'amounts' }, asOf),
    { name: 'orders', sql: orders },
  ]
  if (of === 'orders') {
    const [recency, age] = [dialect.days('first_day', 'last_day'), dialect.days('first_day', 'about.as_of')]
    return {
      steps: [
        ...steps,
        {
          name: 'done',
          sql: select(
            ['repeats', `${recency} AS recency`, `${age} AS age`, 'about.as_of', 'about.left_out'],
            'FROM orders CROSS JOIN about',
          ),
        },
      ],
      columns: [
        { title: 'frequency', sql: 'repeats' },
        { title: 'recency', sql: `${dialect.asNumber('recency')} / 7` },
        { title: 'age', sql: `${dialect.asNumber('age')} / 7` },
        { title: 'counts', sql: 'COUNT(*)' },
        { title: 'as_of', sql: 'as_of' },
        { title: 'left_out', sql: 'left_out' },
      ],
      from: 'done',
      groupBy: 'repeats, recency, age, as_of, left_out',
    }
  }
  const next = 'MIN(CASE WHEN log.amount >= 0 AND log.day > orders.first_day THEN log.day END) AS second_day'
  return {
    steps: [
      ...steps,
      {
        name: 'again',
        sql: select(
          ['orders.id', 'orders.repeats', next],
          'FROM orders JOIN log ON log.id = orders.id\n  WHERE orders.repeats > 0\n  GROUP BY orders.id, orders.repeats',
        ),
      },
      {
        name: 'spent',
        sql: select(
          ['again.id', 'again.repeats', 'SUM(log.amount) AS paid'],
          'FROM again JOIN log ON log.id = again.id AND log.day >= again.second_day\n  GROUP BY again.id, again.repeats',
        ),
      },
      {
        name: 'alike',
        sql: `${select(['repeats', 'paid'], 'FROM spent')}\n  UNION ALL\n${select(
          ['0 AS repeats', '0 AS paid'],
          'FROM orders\n  WHERE repeats = 0',
        )}`,
      },
      {
        name: 'counted',
        sql: select(['repeats', 'paid', 'COUNT(*) AS customers'], 'FROM alike\n  GROUP BY repeats, paid'),
      },
    ],
    columns: [
      { title: 'frequency', sql: 'c.repeats' },
      {
        title: 'mean_spend',
        sql: `CASE WHEN c.repeats > 0 THEN ${dialect.asNumber('c.paid')} / c.repeats ELSE ${dialect.asNumber('0')} END`,
      },
      { title: 'counts', sql: 'c.customers' },
      ...ABOUT,
    ],
    from: 'counted AS c CROSS JOIN about',
  }
}

/** What each customer ordered and gave back on a day. All orders of a day are one. */
export function days(table: Table, asOf: number | null): Reduced {
  const { dialect } = table
  const credit = 'CASE WHEN amount < 0 THEN 1 ELSE 0 END'
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates', amount: 'amounts' }, asOf),
      { name: 'daily', sql: select(['id', 'day', 'SUM(amount) AS paid'], `FROM log\n  GROUP BY id, day, ${credit}`) },
    ],
    columns: [
      { title: 'ids', sql: 'd.id' },
      { title: 'dates', sql: 'd.day' },
      { title: 'amounts', sql: dialect.asNumber('d.paid') },
      ...ABOUT,
    ],
    from: 'daily AS d CROSS JOIN about',
  }
}

/** The last order of each customer, which has all that they paid; the others are there to be counted. */
export function totals(table: Table, asOf: number | null): Reduced {
  const { dialect } = table
  const row = (paid: string, times: string, rest: string) =>
    select(['id', 'last_day', `${dialect.asNumber(paid)} AS paid`, `${times} AS times`], rest)
  // What came to less than 0 is a refund beside the orders.
  const others = 'CASE WHEN paid < 0 THEN orders ELSE orders - 1 END'
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates', amount: 'amounts' }, asOf),
      {
        name: 'whole',
        sql: select(
          [
            'id',
            'MAX(CASE WHEN amount >= 0 THEN day END) AS last_day',
            'SUM(amount) AS paid',
            'COUNT(CASE WHEN amount >= 0 THEN 1 END) AS orders',
          ],
          'FROM log\n  GROUP BY id',
        ),
      },
      { name: 'buyers', sql: select(['id', 'last_day', 'paid', 'orders'], 'FROM whole\n  WHERE orders > 0') },
      {
        name: 'rows_of',
        sql: [row('paid', '1', 'FROM buyers'), row('0', others, `FROM buyers\n  WHERE ${others} > 0`)].join(
          '\n  UNION ALL\n',
        ),
      },
    ],
    columns: [
      { title: 'ids', sql: 'r.id' },
      { title: 'dates', sql: 'r.last_day' },
      { title: 'amounts', sql: 'r.paid' },
      { title: 'counts', sql: 'r.times' },
      ...ABOUT,
    ],
    from: 'rows_of AS r CROSS JOIN about',
  }
}

/** What each customer is billed and credited in a period. Those who pay alike in all of them are one, with how many they are. */
export function ledger(table: Table, period: Period, asOf: number | null): Reduced {
  const { dialect } = table
  const start = dialect.startOf(period, 'day')
  const credit = 'CASE WHEN amount < 0 THEN 1 ELSE 0 END'
  const entry = [dialect.asText('place'), dialect.asText('periods'), dialect.asText('paid')].join(" || ' ' || ")
  const run =
    'numbered.place - ROW_NUMBER() OVER (PARTITION BY billed.id, billed.credit, billed.paid ORDER BY numbered.place)'
  return {
    steps: [
      ...logSteps(table, { id: 'ids', day: 'dates', amount: 'amounts' }, asOf),
      {
        name: 'billed',
        sql: select(
          ['id', `${start} AS period`, `${credit} AS credit`, 'SUM(amount) AS paid'],
          `FROM log\n  GROUP BY id, ${start}, ${credit}`,
        ),
      },
      {
        name: 'numbered',
        sql: select(
          ['period', 'ROW_NUMBER() OVER (ORDER BY period) AS place'],
          'FROM (SELECT DISTINCT period FROM billed) AS periods',
        ),
      },
      {
        name: 'placed',
        sql: select(
          ['billed.id', 'billed.credit', 'billed.paid', 'numbered.place', `${run} AS run`],
          'FROM billed JOIN numbered ON numbered.period = billed.period',
        ),
      },
      // Who pays the same for a year is told in one entry: a text with all periods of all customers takes much memory.
      {
        name: 'runs',
        sql: select(
          ['id', 'credit', 'paid', 'MIN(place) AS place', 'COUNT(*) AS periods'],
          'FROM placed\n  GROUP BY id, credit, paid, run',
        ),
      },
      ...alike('runs', entry, 'place, credit', dialect.joined),
    ],
    columns: [
      { title: 'ids', sql: 'k.id' },
      { title: 'dates', sql: 'b.period' },
      { title: 'amounts', sql: dialect.asNumber('b.paid') },
      { title: 'customers', sql: 'k.customers' },
      ...ABOUT,
    ],
    from: 'kinds AS k JOIN billed AS b ON b.id = k.id CROSS JOIN about',
  }
}

/** Customers whose rows say the same are one of a kind: `kinds` has one of them, and how many they are. */
export function alike(step: string, entry: string, order: string, joined: Table['dialect']['joined']) {
  return [
    {
      name: 'written',
      sql: select(['id', `${joined(entry, "'|'", order)} AS history`], `FROM ${step}\n  GROUP BY id`),
    },
    { name: 'kinds', sql: select(['MIN(id) AS id', 'COUNT(*) AS customers'], 'FROM written\n  GROUP BY history') },
  ]
}
