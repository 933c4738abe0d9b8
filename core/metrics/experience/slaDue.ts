import { dates, numberColumn } from '../../args.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { LAST_SERIAL } from '../../statistics/calendar.ts'
import { DAY, HOUR, momentOf } from '../../statistics/moments.ts'
import { calendarArgs, workingCalendar } from '../../workingCalendar.ts'

export const slaDue = metric(
  {
    name: 'SLA_DUE',
    summary:
      'When each case is due: the first moment at which the target hours have been worked since its start. Only working hours count, 9 to 17 on Monday to Friday unless told otherwise; for hours of the clock write 0, 24 and "all".',
    questions: [
      'When is the reply due?',
      'By when do we have to solve this case?',
      'When does a service level run out?',
    ],
    args: [
      dates('start_times', 'Date and time each case came in.'),
      numberColumn('target_hours', 'Working hours until it is due: one number, or one for each row.', {
        min: 0,
        oneForAll: true,
      }),
      ...calendarArgs,
    ],
    returns: { unit: 'date', column: 'due' },
    examples: [
      { cells: [[['2026-03-06T16:00'], ['2026-03-07T10:00']], 4], gives: [[46090.5], [46090.541666666664]] },
      {
        cells: ['2026-12-23T15:00', 8, '9:00', '17:00', 'Mon-Fri', [['2026-12-25'], ['2026-12-26']]],
        gives: 46380.625,
      },
      {
        cells: [[['2026-03-06T16:00'], ['2026-03-06T16:00']], [[24], [2]], 0, 24, 'all'],
        gives: [[46088.666666666664], [46087.75]],
      },
      { cells: ['2026-03-06T16:00', -1], gives: '#VALUE!' },
    ],
    source: 'Target times of service level agreements: Cabinet Office, “ITIL Service Design”, 2011.',
  },
  (startTimes, targetHours, ...calendar) => {
    const working = workingCalendar(calendar)
    const end = (LAST_SERIAL + 1) * DAY
    return startTimes.map((start, i) => {
      const work = Math.round(targetHours[i]! * HOUR)
      const due = work < end ? working.after(momentOf(start), work) : Infinity
      if (due < end) return due / DAY
      const where = { argument: 'target_hours', index: i }
      throw new CellError('#NUM!', `has ${targetHours[i]}, which makes it due after the year 9999`, where)
    })
  },
)
