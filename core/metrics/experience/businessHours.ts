import { dates } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { elapsedHours } from '../../statistics/time/elapsed.ts'
import { calendarArgs, workingCalendar } from '../../arguments/workingCalendar.ts'

export const businessHours = metric(
  {
    name: 'BUSINESS_HOURS',
    summary:
      'Working hours between two moments, one value for each row: only the time between opening and closing on workdays counts, and no holidays. A row without a start or an end stays blank.',
    questions: [
      'How many working hours did each case take?',
      'How long was it in office hours, without nights, weekends and holidays?',
    ],
    args: [
      dates('start_times', 'Date and time from which to count.'),
      dates('end_times', 'Date and time up to which to count, not before the start.'),
      ...calendarArgs,
    ],
    returns: { unit: 'hours', column: 'business_hours' },
    examples: [
      {
        cells: [
          [['2026-03-06T16:00'], ['2026-03-07T10:00']],
          [['2026-03-09T10:00'], ['2026-03-10T12:00']],
        ],
        gives: [[2], [11]],
      },
      {
        cells: ['2026-12-23T15:00', '2026-12-28T10:30', '8:00', '4:30 pm', 'Mon-Sat', [['2026-12-25'], ['2026-12-26']]],
        gives: 12.5,
      },
      { cells: ['2026-03-06T21:00', '2026-03-09T23:00', 22, 6, 'Mon-Fri'], gives: 9 },
      { cells: ['2026-03-09T10:00', '2026-03-06T16:00'], gives: '#VALUE!' },
    ],
    source: 'Service hours of service level agreements: Cabinet Office, “ITIL Service Design”, 2011.',
  },
  (startTimes, endTimes, ...calendar) =>
    elapsedHours(
      { name: 'start_times', dates: startTimes },
      { name: 'end_times', dates: endTimes },
      workingCalendar(calendar),
    ),
)
