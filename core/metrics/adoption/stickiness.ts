import { number, numbers } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const stickiness = metric(
  {
    name: 'STICKINESS',
    summary:
      'Stickiness (DAU/MAU): the users of an average day as a share of the users of the month. 0.5 means that a user comes every other day.',
    questions: [
      'How often do users come back?',
      'Is our product a habit?',
      'What is the ratio of daily to monthly users?',
    ],
    args: [
      numbers('daily_active', 'Users active on each day of the month; of several days the mean is taken.', {
        min: 0,
        max: 'monthly_active',
        hint: 'everyone active on a day is among the monthly_active',
      }),
      number('monthly_active', 'Different users active at any time in that month.', { min: 0 }),
    ],
    returns: { unit: 'fraction' },
    native: '=AVERAGE({daily_active})/{monthly_active}',
    examples: [
      { cells: [[[200], [250], [150]], 1000], gives: 0.2 },
      { cells: [200, 1000], gives: 0.2 },
      { cells: [[[200], [null], [300]], 1000], gives: 0.25 },
      { cells: [[[200], [1200]], 1000], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Croll and Yoskovitz, “Lean Analytics”, 2013.',
  },
  (dailyActive, monthlyActive) =>
    share(sum(dailyActive) / dailyActive.length, monthlyActive, { none: 'monthly_active is 0, so nobody was active' }),
)
