import { date, number, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { sum } from '../../statistics/sum.ts'

export const budgetPacing = metric(
  {
    name: 'BUDGET_PACING',
    summary:
      'Spend so far against an even plan: what should have been spent by as_of, the pace (1 is on plan), and the spend at the end if it goes on like this. The day of as_of counts as spent.',
    questions: ['Are we spending too fast?', 'Will the budget last until the end?', 'Is the campaign budget on plan?'],
    args: [
      number('budget', 'Budget of the whole period.', { min: 0 }),
      numbers('spent', 'Spent so far; a range is added up.'),
      date('start_date', 'First day of the period.'),
      date('end_date', 'Last day of the period.'),
      date('as_of', 'Day up to which spent runs, such as TODAY()-1. The last day of the period when left out.', {
        default: null,
      }),
    ],
    returns: {
      table: [
        { name: 'planned', unit: 'money' },
        { name: 'spent', unit: 'money' },
        { name: 'pace', unit: 'ratio' },
        { name: 'projected', unit: 'money' },
        { name: 'over_budget', unit: 'money' },
      ],
    },
    examples: [
      {
        cells: [3000, 1200, '2026-11-01', '2026-11-30', '2026-11-10'],
        gives: [
          ['planned', 'spent', 'pace', 'projected', 'over_budget'],
          [1000, 1200, 1.2, 3600, 600],
        ],
      },
      { cells: [3000, 1200, '2026-11-30', '2026-11-01'], gives: '#VALUE!' },
    ],
    source: 'Straight-line plan: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (budget, spent, startDate, endDate, asOf) => {
    const [start, end, until] = [startDate, endDate, asOf ?? endDate].map(Math.floor) as [number, number, number]
    if (end < start)
      throw new CellError('#VALUE!', `end_date (${isoText(end)}) is before start_date (${isoText(start)})`)
    if (until < start)
      throw new CellError('#VALUE!', `as_of (${isoText(until)}) is before start_date (${isoText(start)})`)
    const elapsed = (Math.min(until, end) - start + 1) / (end - start + 1)
    const planned = budget * elapsed
    const total = sum(spent)
    const projected = total / elapsed
    return [
      ['planned', 'spent', 'pace', 'projected', 'over_budget'],
      [planned, total, divide(total, planned, 'budget is 0, so there is no pace'), projected, projected - budget],
    ]
  },
)
