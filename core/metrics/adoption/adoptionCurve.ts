import { choice, counts, date, dates } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { kaplanMeier } from '../../statistics/customers/survival.ts'
import { asOfHelp, lastDay, periodDays, waitingTimes } from '../../statistics/time/waiting.ts'

export const adoptionCurve = metric(
  {
    name: 'ADOPTION_CURVE',
    summary:
      'The share of customers who have adopted something, by the time since their own start: a row for each period, 0 being the first one. Customers who started recently count for as long as they have been there (Kaplan and Meier). The share at the end of a period that nobody has completed is blank.',
    questions: [
      'How fast is a feature adopted?',
      'What share of customers uses it after one month, two, three?',
      'How quickly do people adopt it?',
    ],
    args: [
      dates('start_dates', 'Day each customer started, or was first offered it.'),
      dates('adoption_dates', 'Day each one adopted it. A blank cell means not yet.', { blank: 'kept' }),
      date('as_of', asOfHelp, { default: null }),
      choice(
        'period',
        'Length of a period, counted from each customer’s start and not from the calendar.',
        {
          day: 'one day; the day of the start is 0',
          week: '7 days',
          month: '30.4375 days',
          quarter: '91.3125 days',
          year: '365.25 days',
        },
        'month',
      ),
      counts(),
    ],
    returns: {
      chart: { kind: 'line', title: 'Adoption over time', columns: ['adoption'] },
      table: [
        { name: 'period', unit: 'count' },
        { name: 'at_risk', unit: 'count' },
        { name: 'adopted', unit: 'count' },
        { name: 'adoption', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [['2026-01-01'], ['2026-01-01'], ['2026-01-03'], ['2026-01-11']],
          [['2026-01-04'], ['2026-01-12'], [null], [null]],
          '2026-01-17',
          'week',
        ],
        gives: [
          ['period', 'at_risk', 'adopted', 'adoption'],
          [0, 4, 1, 0.25],
          [1, 2, 1, 0.625],
          [2, 1, 0, ''],
        ],
      },
      { cells: [[['2026-01-05']], [['2026-01-01']]], gives: '#VALUE!' },
    ],
    reduce: { shape: 'rows', days: true },
    source: 'Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958.',
  },
  (startDates, adoptionDates, asOf, period) => {
    const starts = { name: 'start_dates', dates: startDates }
    const adoptions = { name: 'adoption_dates', dates: adoptionDates }
    const { durations, ended } = waitingTimes(starts, adoptions, lastDay(startDates, adoptionDates, asOf))
    const ageOf = (days: number): number => Math.floor(days / periodDays[period])
    const longest = durations.reduce((most, days) => Math.max(most, days), 0)
    const ages = ageOf(longest) + 1
    if (ages > MOST_AGES) {
      const problem = `the longest wait has ${ages} periods of a ${period}, more than ${MOST_AGES}`
      throw new CellError('#VALUE!', `${problem}; use a longer period`)
    }
    const reached = new Int32Array(ages)
    for (let i = 0; i < durations.length; i++) reached[ageOf(durations[i]!)]!++

    const steps = kaplanMeier(durations, ended)
    const rows: Scalar[][] = []
    let atRisk = durations.length
    let survival = 1
    for (let age = 0, step = 0; age < ages; age++) {
      let adopted = 0
      for (; step < steps.length && ageOf(steps[step]!.time) === age; step++) {
        adopted += steps[step]!.events
        survival = steps[step]!.survival
      }
      // The last day of this age is the one before the next begins; someone must have been seen until then.
      const complete = ageOf(longest + 1) > age
      rows.push([age, atRisk, adopted, complete || survival === 0 ? 1 - survival : ''])
      atRisk -= reached[age]!
    }
    return [['period', 'at_risk', 'adopted', 'adoption'], ...rows]
  },
)

/** Thirteen years of days: a longer wait is a date in the wrong century. */
const MOST_AGES = 5000
