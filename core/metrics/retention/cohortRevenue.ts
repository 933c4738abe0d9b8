import { choice, counts, customers, date, dates, keys, numberColumn } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { periodStart } from '../../statistics/time/calendar.ts'
import { cohortActivity, periodChoices, revenueByAge } from '../../statistics/customers/cohorts.ts'
import { latest, ordersOf } from '../../statistics/customers/orderLog.ts'
import { runningSums } from '../../statistics/runningSums.ts'

export const cohortRevenue = metric(
  {
    name: 'COHORT_REVENUE',
    summary:
      'Cohort money: customers grouped by the period of their first order, and what each group brought in every period after it. 0 is a period in which nobody of them bought; blank is still to come.',
    questions: [
      'How much do the customers of each month bring over time?',
      'What has a customer of each cohort brought so far?',
      'Do older customers spend less?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund: it lowers the revenue of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.',
      ),
      choice('period', 'Length of a period.', periodChoices, 'month'),
      choice('output', 'What the cells hold.', {
        total: 'the revenue of the cohort in that period',
        'per-customer': 'that revenue for each customer the cohort began with',
        cumulative:
          'what a customer of the cohort has brought up to then, the periods before included: lifetime revenue so far',
        retention: 'the revenue as a share of that of period 0, blank where that is not above 0',
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
      chart: { kind: 'line', title: 'Revenue by cohort', columns: ['0, 1, 2, …'], byRow: true },
      table: [
        { name: 'cohort', unit: 'date' },
        { name: 'customers', unit: 'count' },
        {
          name: '0, 1, 2, …',
          unit: 'money',
          unitWhen: { argument: 'output', is: 'retention', unit: 'fraction' },
          shaded: 'all',
        },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], ['2026-02-14'], ['2026-03-02']],
          [[40], [60], [30], [50], [20]],
        ],
        gives: [
          ['cohort', 'customers', 0, 1, 2],
          [46023, 2, 100, 30, 20],
          [46054, 1, 50, 0, ''],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], ['2026-02-14'], ['2026-03-02']],
          [[40], [60], [30], [50], [20]],
          'month',
          'cumulative',
        ],
        gives: [
          ['cohort', 'customers', 0, 1, 2],
          [46023, 2, 50, 65, 75],
          [46054, 1, 50, 50, ''],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben']],
          [['2026-01-05'], ['2026-01-20']],
          [[40], ['60+']],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'cohorts', money: true },
    source:
      'McCarthy, Fader and Hardie, “Valuing Subscription-Based Businesses Using Publicly Disclosed Customer Data”, Journal of Marketing 81(1), 2017.',
  },
  (ids, dates, amounts, period, output, asOf) => {
    const until = Math.floor(asOf ?? latest(dates))
    const orders = ordersOf(ids, dates, amounts)
    const { cohorts, lastPeriod } = cohortActivity(orders.ids, orders.dates, period, until)
    const firstPeriod = cohorts[0]!.period
    const ages = lastPeriod - firstPeriod + 1
    const revenue = revenueByAge(ids, dates, amounts, period, firstPeriod, lastPeriod, until)
    const rows = cohorts.map(({ period: first, customers }): Scalar[] => {
      const start = (first - firstPeriod) * ages
      const known = revenue.subarray(start, start + lastPeriod - first + 1)
      const cells = cellsOf[output](known, customers)
      return [periodStart(first, period), customers, ...cells, ...new Array<Scalar>(ages - cells.length).fill('')]
    })
    return [['cohort', 'customers', ...Array.from({ length: ages }, (_, age) => age)], ...rows]
  },
)

const cellsOf = {
  total: (revenue: Float64Array): Scalar[] => Array.from(revenue),
  'per-customer': (revenue: Float64Array, customers: number): Scalar[] =>
    Array.from(revenue, (amount) => amount / customers),
  cumulative(revenue: Float64Array, customers: number): Scalar[] {
    const soFar = runningSums(1)
    return Array.from(revenue, (amount) => {
      soFar.add(0, amount)
      return soFar.total(0) / customers
    })
  },
  retention: (revenue: Float64Array): Scalar[] =>
    Array.from(revenue, (amount) => (revenue[0]! > 0 ? amount / revenue[0]! : '')),
}
