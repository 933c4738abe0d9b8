import { counts, date, dates } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'
import { kaplanMeier, survivalTime } from '../../statistics/customers/survival.ts'
import { asOfHelp, lastDay, periodDays, waitingTimes } from '../../statistics/time/waiting.ts'

export const upgradeVelocity = metric(
  {
    name: 'UPGRADE_VELOCITY',
    summary:
      'How fast customers move up: upgrades per 100 months that customers spent on their first plan, and the days until half of them have upgraded. A month is 30.4375 days; customers who have not upgraded yet count up to as_of.',
    questions: ['How fast do customers upgrade?', 'How long until customers move to a bigger plan?'],
    args: [
      dates('start_dates', 'Day each customer started.'),
      dates('upgrade_dates', 'Day of the first upgrade. A blank cell means not yet.', { blank: 'kept' }),
      date('as_of', asOfHelp, { default: null }),
      counts(),
    ],
    returns: {
      table: [
        { name: 'upgrades_per_100_months', unit: 'ratio' },
        { name: 'median_days', unit: 'days' },
      ],
    },
    examples: [
      {
        cells: [
          [['2026-01-01'], ['2026-01-01'], ['2026-02-01']],
          [['2026-03-01'], ['2026-05-01'], [null]],
          '2026-06-30',
        ],
        gives: [
          ['upgrades_per_100_months', 'median_days'],
          [18.559451219512194, 120],
        ],
      },
      {
        cells: [[['2026-01-01'], ['2026-01-01'], ['2026-02-01']], [['2026-03-01'], [null], [null]], '2026-06-30'],
        gives: [
          ['upgrades_per_100_months', 'median_days'],
          [7.84471649484536, ''],
        ],
      },
      { cells: [[['2026-03-01']], [['2026-01-01']]], gives: '#VALUE!' },
    ],
    reduce: { shape: 'rows', days: true },
    source:
      'Events over time at risk, and the median of the survival curve: Kalbfleisch and Prentice, “The Statistical Analysis of Failure Time Data”, 2nd edition, 2002.',
  },
  (startDates, upgradeDates, asOf) => {
    const starts = { name: 'start_dates', dates: startDates }
    const upgrades = { name: 'upgrade_dates', dates: upgradeDates }
    const { durations, ended } = waitingTimes(starts, upgrades, lastDay(startDates, upgradeDates, asOf))
    const months = sum(durations) / periodDays.month
    const rate = divide(100 * sum(ended), months, 'no day has passed since the start of any customer')
    const median = survivalTime(kaplanMeier(durations, ended), 0.5)
    return [
      ['upgrades_per_100_months', 'median_days'],
      [rate, median ?? ''],
    ]
  },
)
