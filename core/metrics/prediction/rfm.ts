import { counts, date, dates, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar, type Table } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import type { Keys } from '../../statistics/groups.ts'
import { isOrder, latest } from '../../statistics/customers/orderLog.ts'
import { quantileOf } from '../../statistics/quantile.ts'
import { runningSums } from '../../statistics/runningSums.ts'

export const rfm = metric(
  {
    name: 'RFM',
    summary:
      'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.',
    questions: [
      'Who are our best customers?',
      'Which customers are we about to lose?',
      'How do I segment customers by their orders?',
      'Who has not bought for a long time?',
      'Who should get the next mailing?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund: it lowers the revenue, and is no order.',
      ),
      date(
        'as_of',
        'Day from which recency counts back; later orders are ignored. The latest date in the data when left out.',
        { default: null },
      ),
      number('bins', 'Highest score. 5 when left out: the scores are cut at every fifth of the customers.', {
        min: 2,
        max: 10,
        whole: true,
        default: 5,
      }),
      counts(),
    ],
    returns: {
      table: [
        { name: 'id', unit: 'text' },
        { name: 'recency_days', unit: 'count' },
        { name: 'orders', unit: 'count' },
        { name: 'revenue', unit: 'money' },
        { name: 'r', unit: 'score' },
        { name: 'f', unit: 'score' },
        { name: 'm', unit: 'score' },
        { name: 'segment', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann'], ['Dan']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-11'], ['2026-03-01'], ['2026-03-02'], ['2025-11-30']],
          [[80], [25], [60], [40], [100], [30]],
        ],
        gives: [
          ['id', 'recency_days', 'orders', 'revenue', 'r', 'f', 'm', 'segment'],
          ['Ann', 0, 3, 240, 5, 5, 5, 'Champions'],
          ['Ben', 41, 1, 25, 2, 1, 1, 'Hibernating'],
          ['Cleo', 1, 1, 40, 4, 1, 4, 'Potential loyalist'],
          ['Dan', 92, 1, 30, 1, 1, 2, 'Hibernating'],
        ],
      },
      {
        cells: [[['Ann'], ['Ben']], [['2026-01-05'], ['2026-03-02']], [[80], [25]], '2026-03-31', 2],
        gives: [
          ['id', 'recency_days', 'orders', 'revenue', 'r', 'f', 'm', 'segment'],
          ['Ann', 85, 1, 80, 1, 1, 2, 'At risk'],
          ['Ben', 29, 1, 25, 2, 1, 1, 'New'],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ben']],
          [['2026-01-05'], ['soon']],
          [[80], [25]],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'totals' },
    source:
      'Hughes, “Strategic Database Marketing”, 4th edition, 2011; scores cut at quantiles as PERCENTILE.INC gives them.',
  },
  (ids, dates, amounts, asOf, bins) => {
    const now = Math.floor(asOf ?? latest(dates))
    const { customers, recency, orders, revenue } = purchases(ids, dates, amounts, now)
    if (customers.length === 0) throw new CellError('#N/A', `there is no order up to as_of (${isoText(now)})`)
    const late = scores(recency, bins)
    const f = scores(orders, bins)
    const m = scores(revenue, bins)
    const table: Table = [['id', 'recency_days', 'orders', 'revenue', 'r', 'f', 'm', 'segment']]
    for (let i = 0; i < customers.length; i++) {
      const r = bins + 1 - late[i]!
      const name = segment(r, f[i]! + m[i]!, bins)
      table.push([customers[i]!, recency[i]!, orders[i]!, revenue[i]!, r, f[i]!, m[i]!, name])
    }
    return table
  },
)

/** What each customer with an order up to the day `now` did until then, customers in the order in which they first came. */
function purchases(ids: Keys, dates: Float64Array, amounts: Float64Array, now: number) {
  const size = ids.labels.length
  const lastDay = new Float64Array(size).fill(-Infinity)
  const count = new Int32Array(size)
  const paid = runningSums(size)
  for (let i = 0; i < dates.length; i++) {
    const day = Math.floor(dates[i]!)
    if (day > now) continue
    const code = ids.codes[i]!
    const amount = amounts[i]!
    paid.add(code, amount)
    if (!isOrder(amount)) continue
    count[code]!++
    if (day > lastDay[code]!) lastDay[code] = day
  }
  const customers: Scalar[] = []
  const recency = new Float64Array(size)
  const orders = new Float64Array(size)
  const revenue = new Float64Array(size)
  for (let code = 0; code < size; code++) {
    if (count[code] === 0) continue
    const at = customers.push(ids.labels[code]!) - 1
    recency[at] = now - lastDay[code]!
    orders[at] = count[code]!
    revenue[at] = paid.total(code)
  }
  const found = customers.length
  return {
    customers,
    recency: recency.subarray(0, found),
    orders: orders.subarray(0, found),
    revenue: revenue.subarray(0, found),
  }
}

/** 1 plus the number of cut points strictly below the value: equal values have equal scores. */
function scores(values: Float64Array, bins: number): Uint8Array {
  const inAnyOrder = values.slice()
  const cuts = Array.from({ length: bins - 1 }, (_, i) => {
    const cut = quantileOf(inAnyOrder, (i + 1) / bins)
    // Rounding of the cut, or of a sum of cents, does not lift a value above it.
    return cut + 1e-12 * Math.abs(cut)
  })
  const scored = new Uint8Array(values.length)
  for (let i = 0; i < values.length; i++) {
    let score = 1
    while (score < bins && cuts[score - 1]! < values[i]!) score++
    scored[i] = score
  }
  return scored
}

/**
 * The grid of segment names in common use: recency 5 to 1 downwards, the mean of f and m from 1 to 5 to the right.
 * The names are not from the book.
 */
const segments = [
  ['New', 'Potential loyalist', 'Potential loyalist', 'Champions', 'Champions'],
  ['Promising', 'Potential loyalist', 'Potential loyalist', 'Loyal', 'Loyal'],
  ['About to sleep', 'About to sleep', 'Needs attention', 'Loyal', 'Loyal'],
  ['Hibernating', 'Hibernating', 'At risk', 'At risk', "Can't lose"],
  ['Lost', 'Hibernating', 'At risk', 'At risk', "Can't lose"],
] as const

/** The segment of a score r and of the sum of f and m. Scores up to `bins` are stretched to 1 to 5; halves are rounded up. */
function segment(r: number, fPlusM: number, bins: number): string {
  const row = 4 - Math.round((4 * (r - 1)) / (bins - 1))
  const column = Math.round((2 * (fPlusM - 2)) / (bins - 1))
  return segments[row]![column]!
}
