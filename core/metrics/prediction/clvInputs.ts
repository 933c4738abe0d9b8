import { choice, counts, date, dates, keys, numberColumn } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { summariseOrders } from '../../statistics/customers/orderLog.ts'

export const clvInputs = metric(
  {
    name: 'CLV_INPUTS',
    summary:
      'What the models of customer value need of each customer, from a list of orders: how often they ordered again, when they last did, how long they have been customers, and what they spent on a repeat order. BGNBD_FIT, P_ALIVE, BGNBD_EXPECTED, SPEND_FIT and SPEND_EXPECTED take its columns.',
    questions: [
      'How do I turn a list of orders into frequency, recency and age?',
      'What does the BG/NBD model need from my orders?',
      'How often does a customer order?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order. All orders of a customer on one day are one order.'),
      numberColumn(
        'amounts',
        'Amount of each order. A negative one is a refund of the latest order before it: it lowers that spend, and is no order.',
      ),
      date('as_of', 'Last day looked at; later orders are ignored. The latest date in the data when left out.', {
        default: null,
      }),
      choice('unit', 'Unit of recency and age, and so of what is forecast with them.', {
        week: 'weeks of 7 days, with fractions',
        day: 'days',
      }),
      counts(),
    ],
    returns: {
      table: [
        { name: 'id', unit: 'text' },
        { name: 'frequency', unit: 'count' },
        { name: 'recency', unit: 'count' },
        { name: 'age', unit: 'count' },
        { name: 'mean_spend', unit: 'money' },
      ],
    },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann'], ['Ann']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-09'], ['2026-03-01'], ['2026-03-02'], ['2026-03-02']],
          [[80], [25], [60], [40], [100], [20]],
          '2026-03-30',
        ],
        gives: [
          ['id', 'frequency', 'recency', 'age', 'mean_spend'],
          ['Ann', 2, 8, 12, 90],
          ['Ben', 0, 0, 9.857142857142858, 0],
          ['Cleo', 0, 0, 4.142857142857143, 0],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ann']],
          [['2026-01-05'], ['2026-02-09'], ['2026-02-12']],
          [[80], [60], [-15]],
          '2026-03-30',
          'day',
        ],
        gives: [
          ['id', 'frequency', 'recency', 'age', 'mean_spend'],
          ['Ann', 1, 35, 84, 45],
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
    reduce: { shape: 'days' },
    source:
      'Fader, Hardie and Lee, “‘Counting Your Customers’ the Easy Way”, Marketing Science 24(2), 2005: repeat days x, time of the last one and time observed.',
  },
  (ids, dates, amounts, asOf, unit) => {
    const { ids: customers, frequency, recency, age, meanSpend } = summariseOrders(ids, dates, amounts, asOf)
    const days = unit === 'week' ? 7 : 1
    const body = customers.map((id, i): Scalar[] => [
      id,
      frequency[i]!,
      recency[i]! / days,
      age[i]! / days,
      meanSpend[i]!,
    ])
    return [['id', 'frequency', 'recency', 'age', 'mean_spend'], ...body]
  },
)
