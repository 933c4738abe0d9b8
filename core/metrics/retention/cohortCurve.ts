import { readCohorts } from '../../arguments/columns/cohortTable.ts'
import { choice, table } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const cohortCurve = metric(
  {
    name: 'COHORT_CURVE',
    summary:
      'One retention curve from a cohort table: the share of customers still active in each period after their first order, over all cohorts old enough to have reached it.',
    questions: [
      'How does retention develop over time?',
      'What share of customers is still active after six months?',
      'What is the average of the cohort table?',
    ],
    args: [
      table(
        'cohort_table',
        'The result of COHORT_RETENTION: cohort, customers, then a column for each period from 0 on, as rates or as counts. The header may be left out. A blank cell is still to come.',
        { rows: 13, columns: 14 },
      ),
      choice('weighting', 'What a cohort weighs.', {
        size: 'its number of customers, so that every customer counts the same',
        equal: 'every cohort the same',
      }),
    ],
    returns: {
      chart: { kind: 'line', title: 'Retention of all cohorts together', columns: ['retention'] },
      table: [
        { name: 'period', unit: 'count' },
        { name: 'retention', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['cohort', 'customers', 0, 1, 2],
            ['2026-01-01', 30, 1, 0.5, 0.4],
            ['2026-02-01', 10, 1, 0.3, ''],
          ],
        ],
        gives: [
          ['period', 'retention'],
          [0, 1],
          [1, 0.45],
          [2, 0.4],
        ],
      },
      {
        cells: [
          [
            ['2026-01-01', 30, 30, 15, 12],
            ['2026-02-01', 10, 10, 3, ''],
          ],
          'equal',
        ],
        gives: [
          ['period', 'retention'],
          [0, 1],
          [1, 0.4],
          [2, 0.4],
        ],
      },
      { cells: [[['2026-01-01', 30, 12, 8]]], gives: '#VALUE!' },
    ],
    source:
      'Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007; mean over cohorts weighted by their size.',
  },
  (cohortTable, weighting) => {
    const cohorts = readCohorts('cohort_table', cohortTable)
    const ages = cohorts.reduce((most, { rates }) => Math.max(most, rates.length), 0)
    const body = Array.from({ length: ages }, (_, age): Scalar[] => {
      const old = cohorts.filter(({ rates }) => !Number.isNaN(rates[age] ?? NaN))
      if (old.length === 0) return [age, '']
      const weights = old.map(({ customers }) => (weighting === 'size' ? customers : 1))
      return [age, sum(old.map(({ rates }, i) => rates[age]! * weights[i]!)) / sum(weights)]
    })
    return [['period', 'retention'], ...body]
  },
)
