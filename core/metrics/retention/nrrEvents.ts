import { counts, customers, date, dates, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'
import { billing, periodsOf } from '../../statistics/customers/billing.ts'
import { revenueKept } from '../../statistics/customers/recurringRevenue.ts'
import { isoText, periodStart } from '../../statistics/time/calendar.ts'

const columns = [
  'from_month',
  'to_month',
  'customers',
  'lost_customers',
  'opening',
  'expansion',
  'contraction',
  'churned',
  'closing',
  'nrr',
  'grr',
]

export const nrrEvents = metric(
  {
    name: 'NRR_EVENTS',
    summary:
      'Net and gross revenue retention (nrr, grr) of the last 12 months, straight from a billing log: what the customers who paid in a month pay twelve months later, as a share of what they paid then. New customers stay out; who left and came back in between counts with what they pay now. The rows may be a list of subscriptions when end_dates is given.',
    questions: [
      'What is our net revenue retention over the last twelve months?',
      'What do the customers of a year ago pay today?',
      'How do I calculate NRR and GRR from a list of invoices?',
      'How much recurring revenue did we keep over a year?',
    ],
    args: [
      keys('ids', 'Customer of each row of a billing log, or of each subscription.'),
      dates('dates', 'A day in the month that the row belongs to; with end_dates the day each subscription starts.'),
      numberColumn(
        'amounts',
        'Recurring revenue of that customer in that month: a bill for a year is a row of a twelfth in each. Several rows add up; no row, 0 or a credit alone means none in that month. With end_dates what the subscription brings in every month.',
      ),
      date(
        'as_of',
        'Last day looked at: its month is the one at the end, later rows and ends are ignored. The latest date in the data when left out. Customers of a log without a row in that month count as churned: where it is not billed in full yet, give a day of the month before.',
        { default: null },
      ),
      number('months', 'How many months lie between the two that are compared. 12 when left out.', {
        min: 1,
        whole: true,
        default: 12,
      }),
      dates(
        'end_dates',
        'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a month if it runs at its end, as in MRR_MOVEMENTS.',
        { default: null, blank: 'kept' },
      ),
      counts(),
      customers(),
    ],
    returns: {
      table: [
        { name: 'from_month', unit: 'date' },
        { name: 'to_month', unit: 'date' },
        { name: 'customers', unit: 'count' },
        { name: 'lost_customers', unit: 'count' },
        { name: 'opening', unit: 'money' },
        { name: 'expansion', unit: 'money' },
        { name: 'contraction', unit: 'money' },
        { name: 'churned', unit: 'money' },
        { name: 'closing', unit: 'money' },
        { name: 'nrr', unit: 'fraction' },
        { name: 'grr', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo'], ['Ann'], ['Ben'], ['Dan']],
          [['2025-03-01'], ['2025-03-01'], ['2025-03-15'], ['2026-03-01'], ['2026-03-01'], ['2026-03-02']],
          [[100], [50], [50], [150], [40], [70]],
        ],
        gives: [columns, [45717, 46082, 3, 1, 200, 50, 10, 50, 190, 0.95, 0.7]],
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Cleo']],
          [['2025-11-10'], ['2025-12-20'], ['2026-02-05']],
          [[100], [50], [30]],
          '2026-03-31',
          3,
          [[null], ['2026-02-15'], [null]],
        ],
        gives: [columns, [45992, 46082, 2, 1, 150, 0, 0, 50, 100, 2 / 3, 2 / 3]],
      },
      {
        cells: [
          [['Ann'], ['Ann']],
          [['2026-01-01'], ['2026-03-01']],
          [[100], [120]],
        ],
        gives: '#N/A',
      },
    ],
    reduce: { shape: 'ledger' },
    source:
      'SaaS Metrics Standards Board, “Net Revenue Retention” and “Gross Revenue Retention”; Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (ids, dates, amounts, asOf, months, ends) => {
    const calendar = periodsOf(dates, ends, 'month', asOf)
    const to = calendar.count - 1
    const monthOf = (at: number) => periodStart(calendar.first + at, 'month')
    if (to < months) {
      const [wanted, first, last] = [to - months, 0, to].map((at) => isoText(monthOf(at)).slice(0, 7))
      const problem = `needs revenue from ${wanted} on, ${months} month${months === 1 ? '' : 's'} before ${last}`
      throw new CellError('#N/A', `${problem}, and the first month is ${first}; give fewer months`)
    }
    const paid = new Float64Array(ids.labels.length)
    const book = billing(ids, dates, amounts, ends, calendar, { book: (customer, mrr) => (paid[customer] = mrr) })
    let before = paid
    for (let at = 0; at <= to; at++) {
      book(at, `the month from ${isoText(monthOf(at))}`)
      if (at === to - months) before = paid.slice()
    }
    const { customers, lost, opening, expansion, contraction, churned, closing, kept } = revenueKept(before, paid)
    const from = monthOf(to - months)
    const nothing = `nobody had recurring revenue in the month from ${isoText(from)}, so there was nothing to keep`
    const rates = [closing, kept].map((revenue) => divide(revenue, opening, nothing))
    return [columns, [from, monthOf(to), customers, lost, opening, expansion, contraction, churned, closing, ...rates]]
  },
)
