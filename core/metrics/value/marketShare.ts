import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, share } from '../../metric.ts'

export const marketShare = metric(
  {
    name: 'MARKET_SHARE',
    summary:
      'Share of the market: our sales over all sales, both in money (value share) or both in units (volume share).',
    questions: ['How big is our share of the market?', 'What part of all sales is ours?'],
    args: [
      number('own_sales', 'Our sales.', { min: 0, adds: true }),
      number('market_sales', 'Sales of the whole market, ours included, in the same unit.', { min: 0, adds: true }),
    ],
    returns: { unit: 'fraction' },
    native: '={own_sales}/{market_sales}',
    examples: [
      { cells: [30, 120], gives: 0.25 },
      { cells: [0, 120], gives: 0 },
      { cells: [130, 120], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (ownSales, marketSales) => {
    if (ownSales > marketSales) {
      throw new CellError(
        '#VALUE!',
        `own_sales is ${ownSales}, more than market_sales (${marketSales}), which includes ours`,
      )
    }
    return share(ownSales, marketSales, { none: 'market_sales is 0' })
  },
)
