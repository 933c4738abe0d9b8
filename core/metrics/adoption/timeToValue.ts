import { choice, counts, date, dates } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { valuesWhere } from '../../statistics/picking.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { sum } from '../../statistics/sum.ts'
import { kaplanMeier, survivalTime } from '../../statistics/customers/survival.ts'
import { asOfHelp, lastDay, waitingTimes } from '../../statistics/time/waiting.ts'

export const timeToValue = metric(
  {
    name: 'TIME_TO_VALUE',
    summary:
      'Days from the start until half of all customers have reached the first value, such as a finished set-up. Customers who still wait count as well, for the days they have waited so far (Kaplan and Meier), so the answer is not too short.',
    questions: [
      'How long until customers get value?',
      'How many days does onboarding take?',
      'How fast do customers reach their first success?',
    ],
    args: [
      dates('start_dates', 'Day each customer started.'),
      dates('value_dates', 'Day each one reached the value milestone. A blank cell means not yet.', { blank: 'kept' }),
      choice('statistic', 'What is wanted.', {
        median: 'days until half have arrived, those still waiting counted',
        mean: 'mean days of those who have arrived; it knows nothing of those still waiting, so it is too short while many are',
        p90: 'days until nine of ten have arrived, those still waiting counted',
        p95: 'days until nineteen of twenty have arrived, those still waiting counted',
        longest:
          'days of the one who took longest; not known while somebody who still waits has waited as long or longer',
      }),
      date('as_of', asOfHelp, { default: null }),
      counts(),
    ],
    returns: { unit: 'days', target: 'within 7-14 days' },
    examples: [
      {
        cells: [
          [['2026-01-01'], ['2026-01-01'], ['2026-01-05'], ['2026-01-20']],
          [['2026-01-04'], ['2026-01-11'], [null], [null]],
          null,
          '2026-01-31',
        ],
        gives: 10,
      },
      {
        cells: [
          [['2026-01-01'], ['2026-01-01'], ['2026-01-05'], ['2026-01-20']],
          [['2026-01-04'], ['2026-01-11'], [null], [null]],
          'mean',
          '2026-01-31',
        ],
        gives: 6.5,
      },
      {
        cells: [
          [['2026-01-01'], ['2026-01-01'], ['2026-01-05']],
          [['2026-01-04'], ['2026-02-20'], ['2026-03-08']],
          'median',
          '2026-01-31',
        ],
        gives: '#N/A',
      },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958.',
  },
  (startDates, valueDates, statistic, asOf) => {
    const until = lastDay(startDates, valueDates, asOf)
    const starts = { name: 'start_dates', dates: startDates }
    const { durations, ended } = waitingTimes(starts, { name: 'value_dates', dates: valueDates }, until)
    if (statistic === 'mean') {
      const arrived = valuesWhere(durations, (i) => ended[i] === 1)
      if (arrived.length > 0) return sum(arrived) / arrived.length
      throw new CellError('#N/A', `needs 1 customer who reached value by as_of (${isoText(until)}), has 0`)
    }
    const days = survivalTime(kaplanMeier(durations, ended), stillWaiting[statistic])
    if (days !== undefined) return days
    const arrived = `${sum(ended)} of ${ended.length}`
    const seen = `have reached value by as_of (${isoText(until)})`
    if (statistic !== 'longest') throw new CellError('#N/A', `fewer than ${arriving[statistic]} ${seen}: ${arrived}`)
    const waited = durations.reduce((most, duration) => Math.max(most, duration), 0)
    const problem = `one still waits after ${waited} day${waited === 1 ? '' : 's'}, so the longest is not known yet`
    throw new CellError('#N/A', `${arrived} ${seen}, and ${problem}`)
  },
)

/** The share that still waits on the day that is wanted. */
const stillWaiting = { median: 0.5, p90: 0.1, p95: 0.05, longest: 0 } as const
const arriving = { median: 'half', p90: 'nine of ten', p95: 'nineteen of twenty' } as const
