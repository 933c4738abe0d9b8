import { counts, date, dates, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'

export const onTimeRate = metric(
  {
    name: 'ON_TIME_RATE',
    summary:
      'Share of the promises that were kept on time. A day that was promised lasts until its end, a time of day is meant to the minute. What is overdue and not delivered is late; what is not due yet is left out.',
    questions: ['Do we deliver on time?', 'How often do we keep the promised date?', 'How many deliveries are late?'],
    args: [
      dates('promised', 'Date promised for each delivery, with or without a time of day.'),
      dates(
        'delivered',
        'When each one was delivered. Blank: not yet. Where a time of day was promised, give one here too: a date alone is the first minute of its day.',
        { blank: 'kept' },
      ),
      date(
        'as_of',
        'Day or time from which to look back: later promises are left out and later deliveries have not happened. When left out: the latest delivery while something is open, the latest date in both columns when all or nothing is delivered.',
        { default: null, whenLeftOut: lookingBackFrom },
      ),
      number('grace_days', 'Days after the promised date that still count as on time. 0 when left out.', {
        min: 0,
        default: 0,
      }),
      counts(),
    ],
    returns: { unit: 'fraction', target: '>= 95%' },
    examples: [
      {
        cells: [
          [['2026-03-02'], ['2026-03-03'], ['2026-03-05'], ['2026-03-06'], ['2026-03-20']],
          [['2026-03-02'], ['2026-03-02'], ['2026-03-06'], [null], [null]],
          '2026-03-10',
        ],
        gives: 0.5,
      },
      {
        cells: [
          [['2026-03-02T14:00'], ['2026-03-02T16:00'], ['2026-03-03']],
          [['2026-03-02T13:58'], ['2026-03-02T16:01'], ['2026-03-03T19:30']],
        ],
        gives: 0.6666666666666666,
      },
      {
        cells: [
          [['2026-03-02'], ['2026-03-03'], ['2026-03-05']],
          [['2026-03-04'], ['2026-03-03'], ['2026-03-09']],
          null,
          2,
        ],
        gives: 0.6666666666666666,
      },
      { cells: [[['2026-03-20']], [[null]], '2026-03-10'], gives: '#N/A' },
    ],
    source: 'Slack, Brandon-Jones and Johnston, “Operations Management”, 7th edition, 2013.',
  },
  (promised, delivered, asOf, graceDays) => {
    const until = asOf ?? lookingBackFrom(promised, delivered)
    const now = minuteOf(until)
    const seen = lastMinute(until)
    let decided = 0
    let onTime = 0
    for (let i = 0; i < promised.length; i++) {
      if (minuteOf(promised[i]!) > seen) continue
      const deadline = lastMinute(promised[i]!) + Math.round(graceDays * 1440)
      const delivery = minuteOf(delivered[i]!)
      if (delivery <= seen) {
        decided++
        if (delivery <= deadline) onTime++
      } else if (deadline < now) decided++
    }
    if (decided > 0) return share(onTime, decided, { of: 'promises', pending: promised.length - decided })
    const kinds = 'needs 1 promise that is due and delivered or overdue'
    throw new CellError('#N/A', `${kinds} by as_of (${isoText(until)}), has 0`)
  },
)

/** While something is open, what is promised for later than the last delivery is not due; else all of it is decided. */
function lookingBackFrom(promised: Float64Array, delivered: Float64Array): number {
  const last = latest(delivered)
  const isOpen = delivered.some(Number.isNaN)
  return isOpen && last !== undefined ? last : Math.max(last ?? -Infinity, latest(promised)!)
}

/** The minute that a date falls in; NaN for a blank. */
function minuteOf(serial: number): number {
  return Math.floor(Math.round(serial * 86400) / 60)
}

/** The last minute that a date stands for: of the whole day where it has no time of day. */
function lastMinute(serial: number): number {
  return minuteOf(serial) + (serial === Math.floor(serial) ? 1439 : 0)
}

function latest(dates: Float64Array): number | undefined {
  let last: number | undefined
  for (let i = 0; i < dates.length; i++) if (dates[i]! > (last ?? -Infinity)) last = dates[i]!
  return last
}
