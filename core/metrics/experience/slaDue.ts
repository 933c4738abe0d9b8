import { dates, hoursColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { LAST_SERIAL } from '../../statistics/time/calendar.ts'
import { DAY, HOUR, momentOf } from '../../statistics/time/moments.ts'
import { givenCalendar, optionalCalendarArgs } from '../../arguments/workingCalendar.ts'

export const slaDue = metric(
  {
    name: 'SLA_DUE',
    summary:
      'When each case is due: the first moment at which the target hours have passed since its start. Hours of the clock, or working hours when a working calendar is given, as in SLA_COMPLIANCE.',
    questions: [
      'When is the reply due?',
      'By when do we have to solve this case?',
      'When does a service level run out?',
      'When must I answer this ticket?',
    ],
    args: [
      dates('start_times', 'Date and time each case came in.'),
      hoursColumn(
        'target_hours',
        'Hours until it is due: one for all, or one for each row; a number such as 4 or 0.5, a time cell such as 4:00, or text such as "30 min".',
        { min: 0, oneForAll: true },
      ),
      ...optionalCalendarArgs,
    ],
    returns: { unit: 'date', column: 'due' },
    examples: [
      { cells: [[['2026-03-06T16:00'], ['2026-03-07T10:00']], 4, 9, 17], gives: [[46090.5], [46090.541666666664]] },
      {
        cells: ['2026-12-23T15:00', 8, '9:00', '17:00', 'Mon-Fri', [['2026-12-25'], ['2026-12-26']]],
        gives: 46380.625,
      },
      {
        cells: [
          [['2026-03-06T16:00'], ['2026-03-06T16:00']],
          [[24], [2]],
        ],
        gives: [[46088.666666666664], [46087.75]],
      },
      { cells: ['2026-03-06T16:00', -1], gives: '#VALUE!' },
    ],
    source: 'Target times of service level agreements: Cabinet Office, “ITIL Service Design”, 2011.',
  },
  (startTimes, targetHours, ...calendar) => {
    const working = givenCalendar(calendar)
    const end = (LAST_SERIAL + 1) * DAY
    return startTimes.map((start, i) => {
      const work = Math.round(targetHours[i]! * HOUR)
      const begin = momentOf(start)
      const due = working !== null && work < end ? working.after(begin, work) : begin + work
      if (due < end) return due / DAY
      const where = { argument: 'target_hours', index: i }
      throw new CellError('#NUM!', `has ${targetHours[i]}, which makes it due after the year 9999`, where)
    })
  },
)
