import { counts, date, dates } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { HOUR, outagesWithin } from '../../statistics/time/outages.ts'

export const uptime = metric(
  {
    name: 'UPTIME',
    summary:
      'Availability: the share of a period in which the service was up. Outages that overlap count once, and only as far as they lie in the period. No outages is 100%.',
    questions: [
      'How available is our service?',
      'What was our uptime this month?',
      'How much of the time were we down?',
      'How reliable is the service?',
    ],
    args: [
      dates('down_starts', 'Date and time each outage began. All blank: there was none.', {
        blank: 'kept',
        empty: 'allowed',
      }),
      dates('down_ends', 'When each one was over. Blank: still down at to_time.', { blank: 'kept', empty: 'allowed' }),
      date('from_time', 'Start of the period: 2026-03-01 for March.'),
      date('to_time', 'End of the period, which is no part of it: 2026-04-01 for March.'),
      counts(),
    ],
    returns: { unit: 'fraction', digits: 3 },
    examples: [
      {
        cells: [
          [['2026-03-03T10:00'], ['2026-03-03T11:00'], ['2026-03-31T22:00']],
          [['2026-03-03T12:00'], ['2026-03-03T14:00'], [null]],
          '2026-03-01',
          '2026-04-01',
        ],
        gives: 0.9919354838709677,
      },
      { cells: [[[null], [null]], [[null], [null]], '2026-03-01', '2026-04-01'], gives: 1 },
      { cells: [[['2026-03-03T10:00']], [['2026-03-03T12:00']], '2026-04-01', '2026-03-01'], gives: '#VALUE!' },
    ],
    source: 'Beyer and others, “Site Reliability Engineering”, 2016.',
  },
  (downStarts, downEnds, fromTime, toTime) => {
    const { period, downtime } = outagesWithin(downStarts, downEnds, fromTime, toTime)
    return share(period - downtime, period, { measure: { name: 'hours', size: HOUR } })
  },
)
