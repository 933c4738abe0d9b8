import { fraction, number } from '../../arguments/index.ts'
import { divide, metric } from '../../metric.ts'

export const romi = metric(
  {
    name: 'ROMI',
    summary:
      'Return on marketing investment: the margin that a campaign earned beyond its cost, as a share of the cost. 0 means it has just paid for itself; compare ROAS, which is revenue over spend.',
    questions: ['Did the campaign pay off?', 'What did marketing earn beyond its cost?'],
    args: [
      number('incremental_revenue', 'Revenue that would not have come without the campaign.', { adds: true }),
      fraction('gross_margin', 'Gross margin as a share of revenue.', { min: -Infinity }),
      number('campaign_cost', 'Cost of the campaign.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    native: '=({incremental_revenue}*{gross_margin}-{campaign_cost})/{campaign_cost}',
    examples: [
      { cells: [240000, 0.45, 60000], gives: 0.8 },
      { cells: [100000, 0.5, 60000], gives: -0.16666666666666666 },
      { cells: [100000, 0.5, 0], gives: '#DIV/0!' },
    ],
    source: 'Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (incrementalRevenue, grossMargin, campaignCost) =>
    divide(incrementalRevenue * grossMargin - campaignCost, campaignCost, 'campaign_cost is 0'),
)
