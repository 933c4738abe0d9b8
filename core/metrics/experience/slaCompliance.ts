import { counts, date, dates, hoursColumn, startsOrHours } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { rowsWhere } from '../../statistics/picking.ts'
import { elapsed, endsOrNone, hoursGiven, hoursHelp } from '../../statistics/time/elapsed.ts'
import { endMoment, HOUR, lastMoment, momentHelp, momentOf, momentText } from '../../statistics/time/moments.ts'
import { givenCalendar, optionalCalendarArgs } from '../../arguments/workingCalendar.ts'

export const slaCompliance = metric(
  {
    name: 'SLA_COMPLIANCE',
    summary:
      'The share of cases handled inside the target time; exactly at the target is inside. A case that is still open counts as missed once its target has passed, and is left out before. Hours of the clock, or working hours when an argument of the working calendar is given.',
    questions: [
      'Do we keep our service level?',
      'What share of tickets meets the SLA?',
      'How often do we answer within the promised hours?',
      'How many tickets are overdue?',
    ],
    args: [
      startsOrHours('started', `Date and time each case came in. ${hoursHelp('finished')}`, 'finished'),
      dates('finished', 'Date and time each case was answered or solved. A blank cell means not yet.', {
        blank: 'kept',
        leftOut: 'allowed',
      }),
      hoursColumn(
        'target_hours',
        'Hours allowed: one for all, or one for each row; a number, a time cell such as 4:00, or text such as "30 min".',
        { min: 0, oneForAll: true },
      ),
      date('as_of', momentHelp, { default: null }),
      ...optionalCalendarArgs,
      counts(),
    ],
    returns: { unit: 'fraction' },
    examples: [
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T10:00'], ['2026-03-02T11:00'], ['2026-03-03T09:00']],
          [['2026-03-02T13:00'], ['2026-03-02T15:00'], [null], [null]],
          4,
          '2026-03-03T12:00',
        ],
        gives: 0.3333333333333333,
      },
      {
        cells: [
          [['2026-03-06T16:00'], ['2026-03-06T16:00']],
          [['2026-03-09T10:00'], ['2026-03-09T16:00']],
          [[2], [8]],
          null,
          9,
          17,
        ],
        gives: 1,
      },
      { cells: [[['30 min'], ['1 h 10 m'], ['45 min'], ['2 h']], null, 1], gives: 0.5 },
      { cells: [[['2026-03-03T09:00']], [[null]], 4, '2026-03-03T12:00'], gives: '#N/A' },
    ],
    source: 'Service level agreements: Cabinet Office, “ITIL Service Design”, 2011.',
  },
  (started, finishedOrNone, targetHours, asOf, openTime, closeTime, workdays, holidays) => {
    const working = givenCalendar([openTime, closeTime, workdays, holidays])
    const hours = hoursGiven({ name: 'started', dates: started }, finishedOrNone, working)
    if (hours) {
      const inside = (i: number) => Math.round(hours[i]! * HOUR) <= Math.round(targetHours[i]! * HOUR)
      return share(rowsWhere(hours.length, inside).length, hours.length, { of: 'cases', pending: 0 })
    }
    const finished = endsOrNone(started, finishedOrNone)
    const ends = { name: 'finished', dates: finished }
    const until = lastMoment(started, finished, asOf)
    let met = 0
    let missed = 0
    for (let i = 0; i < started.length; i++) {
      const start = momentOf(started[i]!)
      const end = endMoment(ends, i, start, 'started')
      const done = end <= until
      // A case that starts after as_of is open and has used none of its time.
      const inside = elapsed(start, done ? end : until, working) <= Math.round(targetHours[i]! * HOUR)
      if (!inside) missed++
      else if (done) met++
    }
    if (met + missed > 0) return share(met, met + missed, { of: 'cases', pending: started.length - met - missed })
    const decided = `finished or past its target by as_of (${momentText(asOf === null ? until : momentOf(asOf))})`
    throw new CellError('#N/A', `needs 1 case that is ${decided}, has 0`)
  },
)
