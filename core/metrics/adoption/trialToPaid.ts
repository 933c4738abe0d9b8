import { counts, date, dates, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { asOfHelp, lastDay, reachedWithin } from '../../statistics/time/waiting.ts'

export const trialToPaid = metric(
  {
    name: 'TRIAL_TO_PAID',
    summary:
      'The share of trials that became paying customers within a number of days, 30 by default. Trials that began too recently to have had all those days are left out.',
    questions: ['How many trials become customers?', 'Do people buy after the free trial?'],
    args: [
      dates('trial_dates', 'Day each trial began.'),
      dates('paid_dates', 'Day each one first paid. A blank cell means not yet.', { blank: 'kept' }),
      number(
        'window_days',
        'Days after the start of the trial in which a payment counts, the last one included: the length of the trial and some days to decide. 30 when left out.',
        { min: 0, whole: true, default: 30 },
      ),
      date('as_of', asOfHelp, { default: null }),
      counts(),
    ],
    returns: { unit: 'fraction' },
    examples: [
      {
        cells: [
          [['2026-01-05'], ['2026-01-12'], ['2026-01-20'], ['2026-02-20']],
          [['2026-01-19'], [null], ['2026-02-25'], [null]],
          null,
          '2026-02-28',
        ],
        gives: 0.3333333333333333,
      },
      {
        cells: [[['2026-01-05'], ['2026-01-12'], ['2026-02-20']], [['2026-01-19'], [null], ['2026-02-25']], 14],
        gives: 0.5,
      },
      { cells: [[['2026-01-05']], [['2026-01-19']], 30], gives: '#N/A' },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Converted trials over trials ended: Croll and Yoskovitz, “Lean Analytics”, 2013.',
  },
  (trialDates, paidDates, windowDays, asOf) => {
    return reachedWithin(
      { name: 'trial_dates', dates: trialDates },
      { name: 'paid_dates', dates: paidDates },
      windowDays,
      lastDay(trialDates, paidDates, asOf),
      'trials',
    )
  },
)
