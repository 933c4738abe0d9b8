import { numbers } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const roas = metric(
  {
    name: 'ROAS',
    summary:
      'Return on ad spend: the revenue attributed to advertising for each unit of money spent on it. 4 is four to one.',
    questions: [
      'What do our ads bring in?',
      'How much revenue does each ad dollar make?',
      'Which ads work?',
      'Is our Facebook advertising worth the money?',
    ],
    args: [
      numbers('attributed_revenue', 'Revenue attributed to the ads; a range is added up.'),
      numbers('ad_spend', 'Spend on those ads; a range is added up.'),
    ],
    returns: { unit: 'ratio' },
    native: '=SUM({attributed_revenue})/SUM({ad_spend})',
    examples: [
      { cells: [240000, 60000], gives: 4 },
      {
        cells: [
          [[100], [50]],
          [[20], [30]],
        ],
        gives: 3,
      },
      { cells: [100, 0], gives: '#DIV/0!' },
    ],
    source: 'Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (attributedRevenue, adSpend) => divide(sum(attributedRevenue), sum(adSpend), 'ad_spend is 0'),
)
