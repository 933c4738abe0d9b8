import { choice, counts, dates, startsOrHours } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { caseHours, hoursHelp, typicalHelp, typicalHours } from '../../statistics/time/elapsed.ts'
import { givenCalendar, optionalCalendarArgs } from '../../arguments/workingCalendar.ts'

export const resolutionTime = metric(
  {
    name: 'RESOLUTION_TIME',
    summary:
      'Hours until cases are solved, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.',
    questions: [
      'How long until a case is closed?',
      'How fast do we solve problems?',
      'How many hours does it take to resolve a ticket?',
      'What is the longest time that a case took?',
    ],
    args: [
      startsOrHours('opened', `Date and time each case was opened. ${hoursHelp('closed')}`, 'closed'),
      dates(
        'closed',
        'Date and time each case was solved. A blank cell means not yet: the case is not counted, so the answer is too short while many are open; SLA_COMPLIANCE counts it.',
        { blank: 'kept', default: null },
      ),
      choice('statistic', 'What is wanted.', typicalHelp),
      ...optionalCalendarArgs,
      counts(),
    ],
    returns: { unit: 'hours', better: 'lower' },
    examples: [
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T10:00'], ['2026-03-06T16:00'], ['2026-03-06T17:00']],
          [['2026-03-02T15:00'], ['2026-03-03T10:00'], ['2026-03-09T10:00'], [null]],
        ],
        gives: 24,
      },
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T10:00'], ['2026-03-06T16:00']],
          [['2026-03-02T15:00'], ['2026-03-03T10:00'], ['2026-03-09T10:00']],
          'p90',
          null,
          null,
          'Mon-Fri',
        ],
        gives: 7.6,
      },
      { cells: [[['2026-03-02T15:00']], [['2026-03-02T09:00']]], gives: '#VALUE!' },
      { cells: [[[4], [30], [6.5]], null, 'mean'], gives: 13.5 },
    ],
    source: 'Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (opened, closed, statistic, openTime, closeTime, workdays, holidays) => {
    const starts = { name: 'opened', dates: opened }
    const hours = caseHours(
      starts,
      { name: 'closed', dates: closed },
      givenCalendar([openTime, closeTime, workdays, holidays]),
    )
    return typicalHours(hours, statistic, 'case that is closed')
  },
)
