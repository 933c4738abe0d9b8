import { fraction } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

export const ruleOf40 = metric(
  {
    name: 'RULE_OF_40',
    summary:
      'Growth rate plus profit margin, both as fractions of revenue. 0.4 or more is called healthy for a software firm.',
    questions: ['Do growth and profit balance?', 'Are we above the rule of forty?'],
    args: [
      fraction('growth_rate', 'Revenue growth over a year.', { min: -1, max: 10 }),
      fraction('profit_margin', 'Profit margin of the same year; say which one you use, EBITDA or free cash flow.', {
        min: -10,
      }),
    ],
    returns: { unit: 'fraction', target: '>= 40%' },
    native: '={growth_rate}+{profit_margin}',
    examples: [
      { cells: [0.28, 0.17], gives: 0.45 },
      { cells: [0.6, -0.25], gives: 0.35 },
      { cells: [28, 17], gives: '#VALUE!' },
    ],
    source: 'Feld, “The Rule of 40% For a Healthy SaaS Company”, 2015.',
  },
  (growthRate, profitMargin) => growthRate + profitMargin,
)
