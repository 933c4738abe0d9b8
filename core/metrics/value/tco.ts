import { fraction, number, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'

export const tco = metric(
  {
    name: 'TCO',
    summary:
      'Total cost of ownership: what it costs to buy and to run something over the years, less what it is worth at the end. Costs of a year are paid at its end.',
    questions: ['What does it really cost over the years?', 'What is the full cost of owning it?'],
    args: [
      number('upfront_cost', 'Price and set-up, paid at once.'),
      numbers('annual_costs', 'Running costs: one cell for every year alike, or one cell for each year.', {
        gaps: 'refused',
      }),
      number('years', 'Number of years. 3 when left out.', { min: 1, max: 100, whole: true, default: 3 }),
      fraction('discount_rate', 'Per year, such as 8%. 0 when left out.', { default: 0 }),
      number('residual_value', 'What it is worth at the end. 0 when left out.', { default: 0 }),
    ],
    returns: { unit: 'money', better: 'lower' },
    native:
      '={upfront_cost}+IF(COUNT({annual_costs})=1,PV({discount_rate|0},{years|3},-SUM({annual_costs})),NPV({discount_rate|0},{annual_costs}))-{residual_value|0}/(1+{discount_rate|0})^{years|3}',
    examples: [
      { cells: [120000, 30000], gives: 210000 },
      { cells: [120000, [[30000], [31500], [33075]], 3, 0.08, 10000], gives: 193101.629578824 },
      { cells: [120000, [[30000], [31500]], 3], gives: '#VALUE!' },
    ],
    source:
      'Ellram, “Total Cost of Ownership”, International Journal of Physical Distribution & Logistics Management 25(8), 1995, at present value.',
  },
  (upfrontCost, annualCosts, years, discountRate, residualValue) => {
    if (annualCosts.length !== 1 && annualCosts.length !== years) {
      throw new CellError(
        '#VALUE!',
        `annual_costs has ${annualCosts.length} costs, years is ${years}: give one cost, or one for each year (0 if none)`,
      )
    }
    let total = upfrontCost
    for (let year = 1; year <= years; year++) {
      const cost = annualCosts.length === 1 ? annualCosts[0]! : annualCosts[year - 1]!
      total += cost / (1 + discountRate) ** year
    }
    return total - residualValue / (1 + discountRate) ** years
  },
)
