import { counts, date, dates, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { asOfHelp, lastDay, reachedWithin } from '../../statistics/time/waiting.ts'

export const winbackRate = metric(
  {
    name: 'WINBACK_RATE',
    summary:
      'The share of lost customers who came back within a number of days, 90 by default. Customers lost too recently to have had all those days are left out.',
    questions: ['How many lost customers come back?', 'Does our win-back campaign work?'],
    args: [
      dates('churn_dates', 'Day each customer left.'),
      dates('return_dates', 'Day each one came back. A blank cell means not yet.', { blank: 'kept' }),
      number('window_days', 'Days after leaving in which a return counts, the last one included. 90 when left out.', {
        min: 0,
        whole: true,
        default: 90,
      }),
      date('as_of', asOfHelp, { default: null }),
      counts(),
    ],
    returns: { unit: 'fraction' },
    examples: [
      {
        cells: [
          [['2026-01-05'], ['2026-01-20'], ['2026-02-01'], ['2026-05-20']],
          [['2026-02-10'], [null], ['2026-06-30'], [null]],
          90,
          '2026-06-30',
        ],
        gives: 0.3333333333333333,
      },
      {
        cells: [[['2026-01-05'], ['2026-01-20'], ['2026-02-01']], [['2026-01-30'], [null], ['2026-03-01']], 28],
        gives: 0.6666666666666666,
      },
      {
        cells: [
          [['2026-01-05'], ['2026-01-20']],
          [['2026-02-10'], ['2026-01-19']],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Griffin and Lowenstein, “Customer Winback”, 2001.',
  },
  (churnDates, returnDates, windowDays, asOf) => {
    return reachedWithin(
      { name: 'churn_dates', dates: churnDates },
      { name: 'return_dates', dates: returnDates },
      windowDays,
      lastDay(churnDates, returnDates, asOf),
      'lost customers',
    )
  },
)
