import { counts, date, dates } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { HOUR, outagesWithin } from '../../statistics/time/outages.ts'

export const mtbf = metric(
  {
    name: 'MTBF',
    summary:
      'Mean time between failures: hours of the period in which the service was up, for each outage. Outages that overlap or follow each other at once are one failure; every one that touches the period counts.',
    questions: [
      'How often does it break?',
      'How long does it run between failures?',
      'How often does the server crash?',
    ],
    args: [
      dates('down_starts', 'Date and time each outage began.', { blank: 'kept', empty: 'allowed' }),
      dates('down_ends', 'When each one was over. Blank: still down at to_time.', { blank: 'kept', empty: 'allowed' }),
      date('from_time', 'Start of the period: 2026-03-01 for March.'),
      date('to_time', 'End of the period, which is no part of it: 2026-04-01 for March.'),
      counts(),
    ],
    returns: { unit: 'hours' },
    examples: [
      {
        cells: [
          [['2026-03-03T10:00'], ['2026-03-03T11:00'], ['2026-03-31T22:00']],
          [['2026-03-03T12:00'], ['2026-03-03T14:00'], [null]],
          '2026-03-01',
          '2026-04-01',
        ],
        gives: 369,
      },
      { cells: [[[null]], [[null]], '2026-03-01', '2026-04-01'], gives: '#DIV/0!' },
    ],
    source: 'O’Connor and Kleyner, “Practical Reliability Engineering”, 5th edition, 2012.',
  },
  (downStarts, downEnds, fromTime, toTime) => {
    const { period, downtime, outages } = outagesWithin(downStarts, downEnds, fromTime, toTime)
    const none = `there was no outage from ${isoText(fromTime)} to ${isoText(toTime)}`
    return divide((period - downtime) / HOUR, outages, none)
  },
)
