import { choice, counts, customers, date, dates, fraction, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type ResultColumn, type Scalar } from '../../metric.ts'
import { isoText, periodOf, periodStart, type Period } from '../../statistics/time/calendar.ts'
import { cohortsByAge, revenueToCome } from '../../statistics/customers/cohortValue.ts'
import { cohortActivity, periodChoices, revenueByAge } from '../../statistics/customers/cohorts.ts'
import { latest, ordersOf } from '../../statistics/customers/orderLog.ts'
import { sameAs } from '../../statistics/customers/recurringRevenue.ts'
import { runningSums } from '../../statistics/runningSums.ts'

const ages: readonly ResultColumn[] = [
  { name: 'age', unit: 'count' },
  { name: 'customers', unit: 'count' },
  { name: 'margin', unit: 'money' },
  { name: 'cumulative', unit: 'money' },
  { name: 'observed', unit: 'text' },
]

export const cohortLtv = metric(
  {
    name: 'COHORT_LTV',
    summary:
      'Gross margin that a customer has brought so far, by age: age 0 is the period of the first order. All customers count together, for an age those whose cohort has reached it in full. With cac the table says when it is earned back, and with periods it goes on beyond what was observed. Nothing is discounted.',
    questions: [
      'In which month do cohorts pay off, by the margin of their orders?',
      'How much margin does a customer bring in the first year?',
      'What is the lifetime value of our cohorts so far, as cumulative profit over time?',
      'After how many months is CAC earned back, by our own orders?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund: it lowers the margin of its period, and is no order, so that it makes no customer; one before the customer’s first order is left out. A row without an amount is left out too.',
      ),
      fraction('gross_margin', 'Gross margin as a share of revenue.', { min: -Infinity }),
      number('cac', 'Cost to win one customer, to compare the margin with. No comparison when left out.', {
        min: 0,
        default: null,
      }),
      choice('period', 'Length of a period.', periodChoices, 'month'),
      date(
        'as_of',
        'Last day known; later orders are ignored. The latest date in the data when left out. A period that is not over by then is left out: where nobody ordered on its last day, give that day.',
        { default: null },
      ),
      number(
        'periods',
        'How many periods to project beyond the last one observed: the share of customers who will still order, by the model of SBG_FIT, times the mean margin of one who does at the last three ages observed. For customers who order in every period until they leave; for others the table says why there is none, and CLV is the function to use. 0 when left out.',
        { min: 0, max: 1000, whole: true, default: 0 },
      ),
      counts(),
      customers(),
    ],
    returns: {
      chart: { kind: 'line', title: 'Margin of a customer so far', columns: ['cumulative'] },
      table: ages,
      others: [
        {
          when: 'cac is given',
          chart: { kind: 'line', title: 'Margin of a customer so far', columns: ['cumulative', 'cac'] },
          table: [...ages, { name: 'cac', unit: 'money' }, { name: 'after_cac', unit: 'money' }],
        },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ben'], ['Ann'], ['Cleo']],
          [
            ['2026-01-05'],
            ['2026-01-20'],
            ['2026-02-05'],
            ['2026-02-10'],
            ['2026-02-20'],
            ['2026-03-05'],
            ['2026-03-10'],
          ],
          [[40], [40], [40], [40], [40], [40], [40]],
          0.5,
          45,
          'month',
          '2026-03-31',
        ],
        gives: [
          ['age', 'customers', 'margin', 'cumulative', 'observed', 'cac', 'after_cac'],
          [0, 3, 20, 20, 'observed', 45, -25],
          [1, 3, 20, 40, 'observed', 45, -5],
          [2, 2, 10, 50, 'observed', 45, 5],
          ['CAC of 45 is earned back at age 2, in month 3 (observed)', '', '', '', '', '', ''],
        ],
      },
      {
        cells: [
          [['A'], ['B'], ['C'], ['D'], ['E'], ['F'], ['A'], ['B'], ['C'], ['A'], ['B']],
          [
            ['2026-01-10'],
            ['2026-01-10'],
            ['2026-01-10'],
            ['2026-01-10'],
            ['2026-01-10'],
            ['2026-01-10'],
            ['2026-02-10'],
            ['2026-02-10'],
            ['2026-02-10'],
            ['2026-03-10'],
            ['2026-03-10'],
          ],
          [[30], [30], [30], [30], [30], [30], [30], [30], [30], [30], [30]],
          0.5,
          30,
          null,
          '2026-03-31',
          2,
        ],
        gives: [
          ['age', 'customers', 'margin', 'cumulative', 'observed', 'cac', 'after_cac'],
          [0, 6, 15, 15, 'observed', 30, -15],
          [1, 6, 7.5, 22.5, 'observed', 30, -7.5],
          [2, 6, 5, 27.5, 'observed', 30, -2.5],
          [3, '', 3.75, 31.25, 'projected', 30, 1.25],
          [4, '', 3, 34.25, 'projected', 30, 4.25],
          ['CAC of 30 is earned back at age 3, in month 4 (projected)', '', '', '', '', '', ''],
        ],
      },
      { cells: [[['Ann'], ['Ben']], [['2026-01-05'], ['soon']], [[40], [60]], 0.5], gives: '#VALUE!' },
    ],
    reduce: { shape: 'cohorts', money: true },
    source:
      'McCarthy, Fader and Hardie, “Valuing Subscription-Based Businesses Using Publicly Disclosed Customer Data”, Journal of Marketing 81(1), 2017; projection: Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007.',
  },
  (ids, dates, amounts, grossMargin, cac, period, asOf, periods) => {
    const orders = ordersOf(ids, dates, amounts)
    const until = lastOfFinished(orders.dates, Math.floor(asOf ?? latest(dates)), period)
    const { cohorts, lastPeriod } = cohortActivity(orders.ids, orders.dates, period, until)
    const revenue = revenueByAge(ids, dates, amounts, period, cohorts[0]!.period, lastPeriod, until)
    const byAge = cohortsByAge(cohorts, revenue)
    const ages = byAge.customers.length
    const { toCome, whyNot } = projected(() => revenueToCome(cohorts, byAge, periods), periods)
    const soFar = runningSums(1)
    const rows = Array.from({ length: ages + toCome.length }, (_, age): Scalar[] => {
      const isObserved = age < ages
      const brought = isObserved ? byAge.revenue[age]! / byAge.customers[age]! : toCome[age - ages]!
      const margin = brought * grossMargin
      soFar.add(0, margin)
      const cumulative = soFar.total(0)
      const row = [
        age,
        isObserved ? byAge.customers[age]! : '',
        margin,
        cumulative,
        isObserved ? 'observed' : 'projected',
      ]
      return cac === null ? row : [...row, cac, sameAs(cac, cumulative, cac) - cac]
    })
    const words = [...whyNot, ...(cac === null ? [] : [payback(rows, cac, period, periods)])]
    const header = ['age', 'customers', 'margin', 'cumulative', 'observed']
    if (cac !== null) header.push('cac', 'after_cac')
    return [header, ...rows, ...words.map((sentence) => header.map((_, i) => (i === 0 ? sentence : '')))]
  },
)

/** The last day of the last period that is over on a day. */
function lastOfFinished(orderDates: Float64Array, day: number, period: Period): number {
  const index = periodOf(day, period)
  const next = periodStart(index + 1, period)
  const until = next - 1 === day ? day : periodStart(index, period) - 1
  const first = orderDates.reduce((earliest, date) => Math.min(earliest, Math.floor(date)), Infinity)
  if (first <= until) return until
  if (first > day) throw new CellError('#N/A', `there is no order up to as_of (${isoText(day)})`)
  const problem = `needs a ${period} that is over: the first order is of ${isoText(first)}`
  throw new CellError('#N/A', `${problem}, and the ${period} of as_of (${isoText(day)}) ends on ${isoText(next - 1)}`)
}

/** What is to come, or nothing and the reason in a sentence. */
function projected(project: () => Float64Array, periods: number): { toCome: Float64Array; whyNot: string[] } {
  const nothing = new Float64Array(0)
  if (periods === 0) return { toCome: nothing, whyNot: [] }
  try {
    return { toCome: project(), whyNot: [] }
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    return { toCome: nothing, whyNot: [`No projection: ${error.message}`] }
  }
}

/** The age at which what it cost to win a customer has come back, in words. */
function payback(rows: readonly Scalar[][], cac: number, period: Period, periods: number): string {
  const cost = `CAC of ${Number(cac.toFixed(2))}`
  const isBack = (row: readonly Scalar[]): boolean => (row[6] as number) >= 0
  const place = ([age, , , , observed]: readonly Scalar[]): string =>
    `at age ${age}, ${period === 'day' ? 'on' : 'in'} ${period} ${Number(age) + 1} (${observed})`
  // Refunds may take away again what was earned.
  const lastShort = rows.reduce((last, row, i) => (isBack(row) ? last : i), -1)
  const forGood = rows[lastShort + 1]
  if (forGood) return `${cost} is earned back ${place(forGood)}`
  const span = `${rows.length} ${period}${rows.length === 1 ? '' : 's'}`
  const first = rows.find(isBack)
  const lost = first ? `, as refunds take it away again: it was back ${place(first)}` : ''
  const wayOn = periods === 0 ? '; give periods to look further' : ''
  return `${cost} is not earned back within ${span}${lost}${wayOn}`
}
