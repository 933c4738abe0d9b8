import { fraction, number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

export const promoProfit = metric(
  {
    name: 'PROMO_PROFIT',
    summary:
      'What a price promotion earned: the margin on the extra units it sold, less the discount given on units that would have been sold anyway, less its fixed cost. It is the difference to the profit without the promotion.',
    questions: [
      'Did the discount make money?',
      'Did the discount pay off?',
      'Did the promotion earn more than it gave away?',
      'How much did we give to people who would have bought anyway?',
      'Did the promotion work?',
    ],
    args: [
      number('base_units', 'Units that would have been sold in that time without the promotion.', { min: 0 }),
      number('promo_units', 'Units sold in that time with the promotion.', { min: 0 }),
      number('price', 'Regular price of a unit.', { min: 0 }),
      fraction('discount', 'Discount as a share of the regular price: 20% or 0.2.'),
      number('unit_cost', 'Variable cost of a unit.', { min: 0 }),
      number('fixed_cost', 'Cost of running the promotion, such as media and displays. 0 when left out.', {
        min: 0,
        default: 0,
      }),
    ],
    returns: {
      table: [
        { name: 'incremental_units', unit: 'count' },
        { name: 'margin_on_extra', unit: 'money' },
        { name: 'margin_given_away', unit: 'money' },
        { name: 'profit', unit: 'money' },
      ],
    },
    examples: [
      {
        cells: [1000, 1800, 50, 0.2, 25, 3000],
        gives: [
          ['incremental_units', 'margin_on_extra', 'margin_given_away', 'profit'],
          [800, 12000, 10000, -1000],
        ],
      },
      {
        cells: [1000, 1800, 50, 0.1, 25],
        gives: [
          ['incremental_units', 'margin_on_extra', 'margin_given_away', 'profit'],
          [800, 16000, 5000, 11000],
        ],
      },
      { cells: [1000, 1800, 50, 1.2, 25], gives: '#VALUE!' },
    ],
    source:
      'Profitability of promotions, baseline and incremental sales: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (baseUnits, promoUnits, price, discount, unitCost, fixedCost) => {
    const incrementalUnits = promoUnits - baseUnits
    const marginOnExtra = incrementalUnits * (price * (1 - discount) - unitCost)
    const marginGivenAway = baseUnits * price * discount
    return [
      ['incremental_units', 'margin_on_extra', 'margin_given_away', 'profit'],
      [incrementalUnits, marginOnExtra, marginGivenAway, marginOnExtra - marginGivenAway - fixedCost],
    ]
  },
)
