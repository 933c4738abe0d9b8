import { counts, dates, startsOrHours } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { hoursGiven, hoursHelp } from '../../statistics/time/elapsed.ts'
import { duration, HOUR } from '../../statistics/time/outages.ts'
import { sum } from '../../statistics/sum.ts'

export const mttr = metric(
  {
    name: 'MTTR',
    summary:
      'Mean time to restore: how many hours it took on average from the start of an incident to its end, by the clock. Incidents that are still going on are left out. With the time of acknowledgement as the end it is the mean time to respond.',
    questions: [
      'How long until it works again after an incident?',
      'How fast do we restore the service?',
      'How quickly do we respond to incidents?',
    ],
    args: [
      startsOrHours(
        'start_times',
        `Date and time each incident began or was reported. ${hoursHelp('end_times')}`,
        'end_times',
      ),
      dates('end_times', 'When each one was over, or acknowledged. Blank: still going on, left out.', {
        default: null,
      }),
      counts(),
    ],
    returns: { unit: 'hours', better: 'lower' },
    examples: [
      {
        cells: [
          [['2026-03-01T09:00'], ['2026-03-04T22:30'], ['2026-03-09T14:00']],
          [['2026-03-01T11:00'], ['2026-03-05T01:30'], ['2026-03-09T15:00']],
        ],
        gives: 2,
      },
      {
        cells: [
          [['2026-03-01T09:00'], ['2026-03-04T22:30']],
          [['2026-03-01T10:30'], [null]],
        ],
        gives: 1.5,
      },
      { cells: [[['45 min'], ['2 h 15 m']]], gives: 1.5 },
      { cells: [[['2026-03-01T09:00']], [['2026-03-01T08:00']]], gives: '#VALUE!' },
    ],
    source: 'O’Connor and Kleyner, “Practical Reliability Engineering”, 5th edition, 2012.',
  },
  (startTimes, endTimes) => {
    const hours = hoursGiven({ name: 'start_times', dates: startTimes }, endTimes, null)
    if (hours) return sum(hours) / hours.length
    if (!endTimes) throw new CellError('#N/A', 'needs 1 incident that is over, has 0')
    const starts = { name: 'start_times', times: startTimes }
    const ends = { name: 'end_times', times: endTimes }
    return sum(startTimes.map((_, i) => duration(starts, ends, i))) / startTimes.length / HOUR
  },
)
