import { counts, customers, date, dates, keys, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { lastDay } from '../../statistics/time/waiting.ts'

export const repeatRate = metric(
  {
    name: 'REPEAT_RATE',
    summary:
      'The share of customers who bought again within a number of days of their first order, 365 by default. Two orders on one day are one purchase, and customers too new to have had all those days are left out.',
    questions: [
      'How many customers buy again?',
      'What share of first-time buyers comes back?',
      'Do customers order a second time?',
      'Do people buy again?',
    ],
    args: [
      keys('ids', 'Customer of each order.'),
      dates('dates', 'Date of each order. Another order counts from the next day on: distinct days count, not orders.'),
      number(
        'window_days',
        'Days after the first order in which another one counts, the last one included. 365 when left out.',
        { min: 1, whole: true, default: 365 },
      ),
      date('as_of', 'Last day looked at; later orders are ignored. The latest date in the data when left out.', {
        default: null,
      }),
      counts(),
      customers(),
    ],
    returns: { unit: 'fraction', target: '60%-70% in 12 months' },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Cleo'], ['Dan']],
          [['2025-01-05'], ['2025-01-20'], ['2025-11-30'], ['2025-02-03'], ['2025-02-03'], ['2026-03-01']],
        ],
        gives: 0.3333333333333333,
      },
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Ben']],
          [['2026-01-05'], ['2026-01-20'], ['2026-02-04'], ['2026-02-20']],
          30,
          '2026-03-31',
        ],
        gives: 0.5,
      },
      {
        cells: [
          [['Ann'], ['Ann']],
          [['2026-01-05'], ['2026-02-11']],
        ],
        gives: '#N/A',
      },
    ],
    reduce: { shape: 'returns' },
    source:
      'Farris and others, “Marketing Metrics”, 3rd edition, 2015; distinct days: Fader, Hardie and Lee, Marketing Science 24(2), 2005.',
  },
  (ids, dates, windowDays, asOf) => {
    const until = lastDay(dates, dates, asOf)
    const first = new Float64Array(ids.labels.length).fill(Infinity)
    for (let i = 0; i < dates.length; i++) {
      const code = ids.codes[i]!
      const day = Math.floor(dates[i]!)
      if (day < first[code]!) first[code] = day
    }
    const again = new Uint8Array(ids.labels.length)
    for (let i = 0; i < dates.length; i++) {
      const code = ids.codes[i]!
      const age = Math.floor(dates[i]!) - first[code]!
      if (age > 0 && age <= windowDays) again[code] = 1
    }
    let buyers = 0
    let repeaters = 0
    for (let code = 0; code < first.length; code++) {
      if (first[code]! + windowDays > until) continue
      buyers++
      repeaters += again[code]!
    }
    if (buyers === 0) {
      const age = `${windowDays} day${windowDays === 1 ? '' : 's'} or more before as_of (${isoText(until)})`
      throw new CellError('#N/A', `needs a customer whose first order is ${age}, or a smaller window_days; has none`)
    }
    return share(repeaters, buyers, { of: 'customers', pending: first.length - buyers })
  },
)
