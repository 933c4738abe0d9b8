import { number } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { params } from '../../arguments/single/params.ts'
import { renewalRate } from '../../statistics/customers/shiftedBetaGeometric.ts'

export const sbgRetention = metric(
  {
    name: 'SBG_RETENTION',
    summary:
      'Retention and survival of subscribers in each period to come, from a fit of SBG_FIT: retention is the share that renews of those who were still there, survival the share left of those who started.',
    questions: [
      'What will retention be in two years?',
      'What share of subscribers will be left after ten renewals?',
      'How do I extend a retention curve beyond the data?',
    ],
    args: [
      params('params', 'The result of SBG_FIT, with its header or the row of values alone: alpha, beta.', 'SBG_FIT'),
      number('periods', 'How many periods to project, counted from the start of the subscription.', {
        min: 1,
        max: 10000,
        whole: true,
      }),
    ],
    returns: {
      chart: { kind: 'line', title: 'Expected survival', columns: ['survival'] },
      table: [
        { name: 'period', unit: 'count' },
        { name: 'retention', unit: 'fraction' },
        { name: 'survival', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['alpha', 'beta'],
            [1, 3],
          ],
          3,
        ],
        gives: [
          ['period', 'retention', 'survival'],
          [1, 0.75, 0.75],
          [2, 0.8, 0.6],
          [3, 0.8333333333333334, 0.5],
        ],
      },
      {
        cells: [[[0.668, 3.806]], 1],
        gives: [
          ['period', 'retention', 'survival'],
          [1, 0.8506928922664282, 0.8506928922664282],
        ],
      },
      { cells: [[[0.668, -3.806]], 3], gives: '#VALUE!' },
    ],
    source: 'Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007.',
  },
  (model, periods) => {
    let survival = 1
    const rows = Array.from({ length: periods }, (_, i): Scalar[] => {
      const retention = renewalRate(model, i + 1)
      survival *= retention
      return [i + 1, retention, survival]
    })
    return [['period', 'retention', 'survival'], ...rows]
  },
)
