import { choice, counts, customers, date, dates, keys } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { periodStart } from '../../statistics/time/calendar.ts'
import { cohortActivity, periodChoices } from '../../statistics/customers/cohorts.ts'

export const cohortRetention = metric(
  {
    name: 'COHORT_RETENTION',
    summary:
      'Cohort triangle: customers grouped by the period of their first order, and the share of each group that came back in every period after it. A cell of 0 is a period in which nobody came back; a blank one is still to come.',
    questions: [
      'Are customers coming back?',
      'Which customers return and order again?',
      'How many customers of each month are still active?',
      'Which cohorts stay longest?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order.'),
      choice('period', 'Length of a period.', periodChoices, 'month'),
      choice('mode', 'When a customer counts as retained in a period.', {
        exact: 'with an order in that very period',
        'on-or-after': 'with an order in that period or any later one',
      }),
      choice('output', 'What the cells hold.', {
        rate: 'the share of the cohort',
        count: 'the number of customers',
      }),
      date(
        'as_of',
        'Last day looked at; later orders are ignored. The latest date in the data when left out. The period it falls in counts so far: give the last day of a finished period to leave out the one that is not over.',
        {
          default: null,
        },
      ),
      counts(),
      customers(),
    ],
    returns: {
      chart: { kind: 'line', title: 'Retention by cohort', columns: ['0, 1, 2, …'], byRow: true },
      table: [
        { name: 'cohort', unit: 'date' },
        { name: 'customers', unit: 'count' },
        {
          name: '0, 1, 2, …',
          unit: 'fraction',
          unitWhen: { argument: 'output', is: 'count', unit: 'count' },
          shaded: 'all but the first',
        },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], ['2026-02-14'], ['2026-03-02']],
        ],
        gives: [
          ['cohort', 'customers', 0, 1, 2],
          [46023, 2, 1, 0.5, 0.5],
          [46054, 1, 1, 0, ''],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Ben']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], ['2026-03-02']],
          'month',
          'on-or-after',
          'count',
        ],
        gives: [
          ['cohort', 'customers', 0, 1, 2],
          [46023, 2, 2, 2, 1],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben']],
          [['2026-01-05'], ['2026-13-01']],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'cohorts' },
    source:
      'Cohort analysis by calendar period of first order, as in McCarthy, Fader and Hardie, “Valuing Subscription-Based Businesses”, Journal of Marketing 81(1), 2017.',
  },
  (ids, dates, period, mode, output, asOf) => {
    const { cohorts, lastPeriod } = cohortActivity(ids, dates, period, asOf)
    const ages = lastPeriod - cohorts[0]!.period + 1
    const header = ['cohort', 'customers', ...Array.from({ length: ages }, (_, age) => age)]
    const rows = cohorts.map(({ period: first, customers, active, lastActive }) => {
      const counts = mode === 'exact' ? active : stillToCome(lastActive)
      const cells = Array.from({ length: ages }, (_, age) => {
        if (first + age > lastPeriod) return ''
        return output === 'count' ? counts[age]! : counts[age]! / customers
      })
      return [periodStart(first, period), customers, ...cells]
    })
    return [header, ...rows]
  },
)

/** From the number of customers last active at each age, the number active at that age or later. */
function stillToCome(lastActive: Int32Array): Int32Array {
  const counts = lastActive.slice()
  for (let age = counts.length - 2; age >= 0; age--) counts[age]! += counts[age + 1]!
  return counts
}
