import { counts, date, dates, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { asOfHelp, lastDay, reachedWithin } from '../../statistics/time/waiting.ts'

export const recoveryRate = metric(
  {
    name: 'RECOVERY_RATE',
    summary:
      'The share of customers with a complaint who ordered again within a number of days, 90 by default: whether we made good. Complaints too recent to have had all those days are left out.',
    questions: [
      'Do customers buy again after a complaint?',
      'Does our service recovery work?',
      'Do we keep customers after something went wrong?',
    ],
    args: [
      dates('complaint_dates', 'Day of each complaint.'),
      dates('next_order_dates', 'Day of the first order after it. A blank cell means none yet.', { blank: 'kept' }),
      number(
        'window_days',
        'Days after the complaint in which an order counts, the last one included. 90 when left out.',
        {
          min: 0,
          whole: true,
          default: 90,
        },
      ),
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
    source: 'Hart, Heskett and Sasser, “The Profitable Art of Service Recovery”, Harvard Business Review, July 1990.',
  },
  (complaintDates, nextOrderDates, windowDays, asOf) => {
    return reachedWithin(
      { name: 'complaint_dates', dates: complaintDates },
      { name: 'next_order_dates', dates: nextOrderDates },
      windowDays,
      lastDay(complaintDates, nextOrderDates, asOf),
      'complaints',
    )
  },
)
