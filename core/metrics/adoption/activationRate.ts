import { counts, date, dates, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { asOfHelp, lastDay, reachedWithin } from '../../statistics/time/waiting.ts'

export const activationRate = metric(
  {
    name: 'ACTIVATION_RATE',
    summary:
      'The share of new users who reached the activation step within a number of days of signing up, 14 by default. Users who signed up too recently to have had all those days are left out.',
    questions: [
      'How many new users get started?',
      'Do people finish onboarding in the first two weeks?',
      'What share of sign-ups activates?',
      'How many complete the onboarding?',
    ],
    args: [
      dates('signup_dates', 'Day each user signed up.'),
      dates('activation_dates', 'Day each user activated. A blank cell means not yet.', { blank: 'kept' }),
      number(
        'window_days',
        'Days after the sign-up in which activation counts, the last one included. 14 when left out.',
        {
          min: 0,
          whole: true,
          default: 14,
        },
      ),
      date('as_of', asOfHelp, { default: null }),
      counts(),
    ],
    returns: { unit: 'fraction' },
    examples: [
      {
        cells: [
          [['2024-01-01'], ['2024-01-02'], ['2024-01-02'], ['2024-01-25']],
          [['2024-01-03'], ['2024-01-17'], [null], [null]],
          14,
          '2024-01-31',
        ],
        gives: 0.3333333333333333,
      },
      {
        cells: [
          [['2024-01-01'], ['2024-01-02'], ['2024-01-02'], ['2024-01-25']],
          [['2024-01-03'], ['2024-01-16'], [null], ['2024-01-31']],
        ],
        gives: 0.6666666666666666,
      },
      {
        cells: [
          [['2024-01-01'], ['2024-01-10']],
          [['2024-01-03'], ['2024-01-09']],
        ],
        gives: '#VALUE!',
      },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Croll and Yoskovitz, “Lean Analytics”, 2013.',
  },
  (signupDates, activationDates, windowDays, asOf) => {
    return reachedWithin(
      { name: 'signup_dates', dates: signupDates },
      { name: 'activation_dates', dates: activationDates },
      windowDays,
      lastDay(signupDates, activationDates, asOf),
      'sign-ups',
    )
  },
)
