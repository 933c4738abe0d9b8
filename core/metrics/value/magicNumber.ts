import { number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const magicNumber = metric(
  {
    name: 'MAGIC_NUMBER',
    summary:
      'SaaS magic number: the yearly revenue that a quarter’s growth is worth, for each unit of sales and marketing spent in the quarter before. 0.75 or more says that more spending will pay.',
    questions: ['Should we spend more on sales and marketing?', 'How efficient is our sales spend?'],
    args: [
      number('revenue_now', 'Recurring revenue of this quarter.', { adds: true }),
      number('revenue_before', 'Recurring revenue of the quarter before.', { adds: true }),
      number('sales_marketing_before', 'Sales and marketing cost of the quarter before.', { min: 0, adds: true }),
    ],
    returns: { unit: 'ratio', target: '>= 0.75' },
    native: '=({revenue_now}-{revenue_before})*4/{sales_marketing_before}',
    examples: [
      { cells: [5200000, 4700000, 2500000], gives: 0.8 },
      { cells: [4700000, 4700000, 2500000], gives: 0 },
      { cells: [5200000, 4700000, 0], gives: '#DIV/0!' },
    ],
    source: 'Leckie, Scale Venture Partners, 2008.',
  },
  (revenueNow, revenueBefore, salesMarketingBefore) =>
    divide(4 * (revenueNow - revenueBefore), salesMarketingBefore, 'sales_marketing_before is 0'),
)
