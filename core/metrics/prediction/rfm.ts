import { date, dates, keys, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { rowsByCode } from '../../statistics/groups.ts'
import { isOrder, latest } from '../../statistics/customers/orderLog.ts'
import { quantile } from '../../statistics/quantile.ts'
import { sum } from '../../statistics/sum.ts'

export const rfm = metric(
  {
    name: 'RFM',
    summary:
      'Recency, frequency and money: days since the last order, orders and revenue of each customer, each scored from 1 (worst) to 5 (best) among all customers, with a segment name such as Champions or At risk. The name follows from r and from the mean of f and m.',
    questions: [
      'Who are our best customers?',
      'Which customers are we about to lose?',
      'How do I segment customers by their orders?',
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
    source:
      'Hughes, “Strategic Database Marketing”, 4th edition, 2011; scores cut at quantiles as PERCENTILE.INC gives them.',
  },
  (ids, dates, amounts, asOf, bins) => {
    const now = Math.floor(asOf ?? latest(dates))
    const { start, rows } = rowsByCode(ids)
    const customers: Scalar[] = []
    const recency = new Float64Array(ids.labels.length)
    const orders = new Float64Array(ids.labels.length)
    const revenue = new Float64Array(ids.labels.length)
    const paid = new Float64Array(dates.length)
    for (let code = 0; code < ids.labels.length; code++) {
      let rowsPaid = 0
      let count = 0
      let last = -Infinity
      for (let k = start[code]!; k < start[code + 1]!; k++) {
        const day = Math.floor(dates[rows[k]!]!)
        if (day > now) continue
        const amount = amounts[rows[k]!]!
        paid[rowsPaid++] = amount
        if (!isOrder(amount)) continue
        count++
        if (day > last) last = day
      }
      if (count === 0) continue
      const at = customers.push(ids.labels[code]!) - 1
      recency[at] = now - last
      orders[at] = count
      revenue[at] = sum(paid.subarray(0, rowsPaid))
    }
    if (customers.length === 0) throw new CellError('#N/A', `there is no order up to as_of (${isoText(now)})`)
    const late = scores(recency.subarray(0, customers.length), bins)
    const f = scores(orders.subarray(0, customers.length), bins)
    const m = scores(revenue.subarray(0, customers.length), bins)
    const body = customers.map((id, i): Scalar[] => {
      const r = bins + 1 - late[i]!
      return [id, recency[i]!, orders[i]!, revenue[i]!, r, f[i]!, m[i]!, segment(r, f[i]! + m[i]!, bins)]
    })
    return [['id', 'recency_days', 'orders', 'revenue', 'r', 'f', 'm', 'segment'], ...body]
  },
)

/** 1 plus the number of cut points strictly below the value: equal values have equal scores. */
function scores(values: Float64Array, bins: number): Uint8Array {
  const sorted = values.slice().sort()
  const cuts = Array.from({ length: bins - 1 }, (_, i) => {
    const cut = quantile(sorted, (i + 1) / bins)
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
