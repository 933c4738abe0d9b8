import { counts, date, dates, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { openAges } from '../../statistics/time/backlog.ts'
import { DAY } from '../../statistics/time/moments.ts'
import { countBelow } from '../../statistics/sorted.ts'

export const backlogAge = metric(
  {
    name: 'BACKLOG_AGE',
    summary:
      'The cases that are open at a moment, by how long they have been open: up to 1, 3, 7, 14 and 30 days, and longer. Days are 24 hours of the clock since the opening. The last row is all open cases.',
    questions: ['How old are our open cases?', 'How many tickets have been waiting for too long?'],
    args: [
      dates('opened', 'Date and time each case was opened.'),
      dates('closed', 'Date and time each case was closed. A blank cell means not yet.', { blank: 'kept' }),
      date(
        'as_of',
        'Moment from which to look back, such as NOW(); what came later has not happened. A date without a time is the end of that day, but ages run to its first minute, so that dates alone give whole days. The latest time in both columns when left out.',
        { default: null },
      ),
      numbers(
        'bands',
        'Upper limits of the age bands in days, smallest first; an age exactly at the limit is inside. 1, 3, 7, 14 and 30 when left out.',
        { min: 0, default: null },
      ),
      counts(),
    ],
    returns: {
      chart: { kind: 'column', title: 'Open cases by age', columns: ['cases'] },
      table: [
        { name: 'band', unit: 'text' },
        { name: 'cases', unit: 'count' },
        { name: 'share', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [['2026-03-01T09:00'], ['2026-03-08T09:00'], ['2026-03-09T15:00'], ['2026-03-09T16:00']],
          [[null], [null], ['2026-03-09T18:00'], [null]],
          '2026-03-10T09:00',
        ],
        gives: [
          ['band', 'cases', 'share'],
          ['up to 1 day', 1, 0.3333333333333333],
          ['over 1 to 3 days', 1, 0.3333333333333333],
          ['over 3 to 7 days', 0, 0],
          ['over 7 to 14 days', 1, 0.3333333333333333],
          ['over 14 to 30 days', 0, 0],
          ['over 30 days', 0, 0],
          ['All', 3, 1],
        ],
      },
      {
        cells: [[['2026-03-01T09:00'], ['2026-03-08T09:00']], [[null], [null]], '2026-03-10T09:00', [[2], [5]]],
        gives: [
          ['band', 'cases', 'share'],
          ['up to 2 days', 1, 0.5],
          ['over 2 to 5 days', 0, 0],
          ['over 5 days', 1, 0.5],
          ['All', 2, 1],
        ],
      },
      { cells: [[['2026-03-01T09:00']], [[null]], '2026-03-10T09:00', [[5], [2]]], gives: '#VALUE!' },
    ],
    source: 'Cleveland, “Call Center Management on Fast Forward”, 4th edition, 2019.',
  },
  (opened, closed, asOf, bands) => {
    const limits = bands === null ? [1, 3, 7, 14, 30] : Array.from(bands)
    limits.forEach((limit, i) => requireAbove(limits[i - 1] ?? 0, limit))
    const ages = openAges({ name: 'opened', dates: opened }, { name: 'closed', dates: closed }, asOf)
    const cases = new Array<number>(limits.length + 1).fill(0)
    const moments = limits.map((limit) => Math.round(limit * DAY))
    for (let i = 0; i < ages.length; i++) cases[countBelow(moments, ages[i]!)]!++
    const row = (band: string, count: number): Scalar[] => [band, count, ages.length > 0 ? count / ages.length : '']
    return [
      ['band', 'cases', 'share'],
      ...cases.map((count, i) => row(bandText(limits[i - 1], limits[i]), count)),
      row('All', ages.length),
    ]
  },
)

function requireAbove(before: number, limit: number): void {
  if (limit > before) return
  const problem =
    before === 0 ? `has ${limit}, write days above 0` : `has ${limit} after ${before}, write them smallest first`
  throw new CellError('#VALUE!', `bands ${problem}`)
}

/** “up to 1 day”, “over 1 to 3 days”, “over 30 days” */
function bandText(low: number | undefined, high: number | undefined): string {
  const days = (count: number) => `${count} day${count === 1 ? '' : 's'}`
  if (high === undefined) return `over ${days(low!)}`
  return low === undefined ? `up to ${days(high)}` : `over ${low} to ${days(high)}`
}
