import { choice, counts, customers, date, dates, keys, numberColumn } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText, periodStart } from '../../statistics/time/calendar.ts'
import { billing, periodsOf } from '../../statistics/customers/billing.ts'
import { periodChoices } from '../../statistics/customers/cohorts.ts'
import { ledgerOf, movements } from '../../statistics/customers/recurringRevenue.ts'

const columns = ['period', 'opening', ...movements]

export const mrrMovements = metric(
  {
    name: 'MRR_MOVEMENTS',
    summary:
      'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.',
    questions: [
      'Where does the change in recurring revenue come from?',
      'How much revenue is new, expanded, lost or won back each month?',
      'How does monthly recurring revenue develop?',
      'What is the MRR of a list of subscriptions with start and end?',
    ],
    args: [
      keys('ids', 'Customer of each row of a billing log, or of each subscription.'),
      dates('dates', 'A day in the period that the row belongs to; with end_dates the day each subscription starts.'),
      numberColumn(
        'amounts',
        'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.',
      ),
      choice(
        'period',
        'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.',
        periodChoices,
        'month',
      ),
      dates(
        'end_dates',
        'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.',
        { default: null, blank: 'kept' },
      ),
      date(
        'as_of',
        'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.',
        { default: null },
      ),
      choice('losses', 'How contraction and churned revenue are written.', {
        positive: 'as amounts that were lost',
        negative: 'below zero, so that opening and the movements add up to closing, as a waterfall wants them',
      }),
      counts(),
      customers(),
    ],
    returns: {
      chart: {
        kind: 'stacked column',
        title: 'Movements of recurring revenue',
        columns: movements.filter((name) => name !== 'closing'),
        signedBy: ['losses', 'negative'],
      },
      table: columns.map((name, i) => ({ name, unit: i === 0 ? 'date' : 'money' })),
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann'], ['Ben'], ['Cleo']],
          [
            ['2026-01-01'],
            ['2026-01-01'],
            ['2026-02-01'],
            ['2026-02-01'],
            ['2026-03-01'],
            ['2026-03-01'],
            ['2026-03-01'],
          ],
          [[100], [50], [120], [30], [120], [50], [20]],
        ],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 150, 0, 0, 0, 0, 150],
          [46054, 150, 30, 20, 0, 50, 0, 150],
          [46082, 150, 0, 0, 10, 0, 50, 190],
        ],
      },
      {
        cells: [[['Ann'], ['Ann']], [['2026-01-01'], ['2026-07-01']], [[100], [90]], 'quarter'],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 100, 0, 0, 0, 0, 100],
          [46113, 100, 0, 0, 0, 100, 0, 0],
          [46204, 0, 0, 0, 0, 0, 90, 90],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo']],
          [['2026-01-10'], ['2026-01-20'], ['2026-02-05']],
          [[100], [50], [30]],
          'month',
          [[null], ['2026-02-15'], [null]],
          '2026-03-31',
        ],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 150, 0, 0, 0, 0, 150],
          [46054, 150, 30, 0, 0, 50, 0, 130],
          [46082, 130, 0, 0, 0, 0, 0, 130],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann']],
          [['2026-01-01'], ['2026-01-15']],
          [[100], [-120]],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'ledger' },
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (ids, dates, amounts, period, ends, asOf, losses) => {
    const calendar = periodsOf(dates, ends, period, asOf)
    const ledger = ledgerOf(ids.labels.length)
    const book = billing(ids, dates, amounts, ends, calendar, ledger)
    let opening = 0
    const body = Array.from({ length: calendar.count }, (_, at): Scalar[] => {
      const day = periodStart(calendar.first + at, period)
      book(at, `the ${period} from ${isoText(day)}`)
      const moved = ledger.close()
      const written = movements.map((name, i) => (losses === 'negative' && isLoss(name) ? -moved[i]! || 0 : moved[i]!))
      const row = [day, opening, ...written]
      opening = moved[moved.length - 1]!
      return row
    })
    return [columns, ...body]
  },
)

function isLoss(movement: (typeof movements)[number]): boolean {
  return movement === 'contraction' || movement === 'churned'
}
