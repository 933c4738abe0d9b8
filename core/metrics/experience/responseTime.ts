import { choice, counts, dates, startsOrHours } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { caseHours, hoursHelp, typicalHelp, typicalHours } from '../../statistics/time/elapsed.ts'
import { givenCalendar, optionalCalendarArgs } from '../../arguments/workingCalendar.ts'

export const responseTime = metric(
  {
    name: 'RESPONSE_TIME',
    summary:
      'Hours until customers get their first reply, the median by default. Hours of the clock, or working hours when an argument of the working calendar is given.',
    questions: [
      'How fast do we reply?',
      'How quickly do we answer customers?',
      'How long do customers wait for the first answer?',
      'How quickly do we respond to e-mail and chat?',
      'How long do customers wait?',
      'What is the 95th percentile of the response time?',
    ],
    args: [
      startsOrHours('created', `Date and time each customer wrote or called. ${hoursHelp('replied')}`, 'replied'),
      dates(
        'replied',
        'Date and time of the first reply. A blank cell means none yet: the case is not counted, though the customer waits; SLA_COMPLIANCE counts it.',
        { blank: 'kept', default: null },
      ),
      choice('statistic', 'What is wanted.', typicalHelp),
      ...optionalCalendarArgs,
      counts(),
    ],
    returns: { unit: 'hours', target: { chat: '< 5 min', 'e-mail': '< 24 h', guarantee: '<= 2 h' } },
    examples: [
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T10:00'], ['2026-03-06T16:00'], ['2026-03-06T17:00']],
          [['2026-03-02T09:30'], ['2026-03-02T12:00'], ['2026-03-09T10:00'], [null]],
        ],
        gives: 2,
      },
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-06T16:00']],
          [['2026-03-02T09:30'], ['2026-03-09T10:00']],
          'mean',
          '9:00',
          '17:00',
        ],
        gives: 1.25,
      },
      {
        cells: [
          [['2026-03-02T09:00'], ['2026-03-02T10:00']],
          [[null], [null]],
        ],
        gives: '#N/A',
      },
      { cells: [[['5 min'], ['1 h 30 m'], ['0:20:00']]], gives: 0.3333333333333333 },
    ],
    source: 'Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (created, replied, statistic, openTime, closeTime, workdays, holidays) => {
    const starts = { name: 'created', dates: created }
    const hours = caseHours(
      starts,
      { name: 'replied', dates: replied },
      givenCalendar([openTime, closeTime, workdays, holidays]),
    )
    return typicalHours(hours, statistic, 'case with a reply')
  },
)
