import { number } from '../../arguments/index.ts'
import { params } from '../../arguments/single/params.ts'
import { metric, type Scalar } from '../../metric.ts'
import { adoptedShare, adoptingShare } from '../../statistics/planning/bass.ts'

export const bassForecast = metric(
  {
    name: 'BASS_FORECAST',
    summary:
      'First buyers of a new product in each period, from a fit of BASS_FIT or from p, q and m of a similar product: those of the period, all since the launch, and their share of m.',
    questions: [
      'How many will buy our new product each year?',
      'How do I forecast the sales of a launch?',
      'When will half of the market have adopted?',
    ],
    args: [
      params(
        'params',
        'The result of BASS_FIT, with its header or the row of values alone; or p, q and m in three cells of a row. Across many products the mean p was 0.03 and q 0.38 per year (Sultan, Farley and Lehmann, 1990).',
        'BASS_FIT',
      ),
      number('periods', 'How many periods to show, of the same length as in the fit.', {
        min: 1,
        max: 10000,
        whole: true,
      }),
      number('from_period', 'First period to show, counted from the launch. 1 when left out.', {
        min: 1,
        max: 100000,
        whole: true,
        default: 1,
      }),
    ],
    returns: {
      chart: { kind: 'column', title: 'First buyers by period', columns: ['adopters'], line: 'cumulative' },
      table: [
        { name: 'period', unit: 'count' },
        { name: 'adopters', unit: 'estimate' },
        { name: 'cumulative', unit: 'estimate' },
        { name: 'share', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['p', 'q', 'm'],
            [0.03, 0.38, 1000],
          ],
          3,
        ],
        gives: [
          ['period', 'adopters', 'cumulative', 'share'],
          [1, 35.758164256441626, 35.758164256441626, 0.035758164256441626],
          [2, 49.29811714574053, 85.05628140218215, 0.08505628140218215],
          [3, 65.4437905615308, 150.50007196371295, 0.15050007196371295],
        ],
      },
      {
        cells: [[[0.03, 0.38, 1000]], 1, 10],
        gives: [
          ['period', 'adopters', 'cumulative', 'share'],
          [10, 72.07611488487024, 812.8032212213462, 0.8128032212213462],
        ],
      },
      { cells: [[[-0.03, 0.38, 1000]], 3], gives: '#VALUE!' },
    ],
    source:
      'Bass, “A New Product Growth for Model Consumer Durables”, Management Science 15(5), 1969; means: Sultan, Farley and Lehmann, “A Meta-Analysis of Applications of Diffusion Models”, Journal of Marketing Research 27(1), 1990.',
  },
  (model, periods, fromPeriod) => {
    const rows = Array.from({ length: periods }, (_, i): Scalar[] => {
      const period = fromPeriod + i
      const share = adoptedShare(model, period)
      return [period, model.m * adoptingShare(model, period), model.m * share, share]
    })
    return [['period', 'adopters', 'cumulative', 'share'], ...rows]
  },
)
