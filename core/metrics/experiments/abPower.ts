import { fraction, number } from '../../arguments/index.ts'
import { alpha, relativeLift, targetRate } from '../../arguments/testPlan.ts'
import { metric } from '../../metric.ts'
import { ratePower } from '../../statistics/experiments/ratePlanning.ts'

export const abPower = metric(
  {
    name: 'AB_POWER',
    summary:
      'Chance that an A/B test with this many visitors finds a difference this large between two conversion rates, if it is there. It is AB_SAMPLE_SIZE the other way round: R’s power.prop.test, two-sided, without the few tests that find a difference the wrong way round (strict = FALSE). MEAN_POWER does the same for revenue per visitor and other means.',
    questions: [
      'What is the power of a test?',
      'Is the experiment underpowered?',
      'Will the test find the difference with this much traffic?',
      'Are there enough visitors for the test?',
    ],
    args: [
      number('visitors', 'Visitors of each variant: of a test with two, half of all.', { min: 1 }),
      fraction('base_rate', 'Conversion rate today, such as 5%.'),
      relativeLift('The change that may be there, relative to base_rate: 10% is from 5% to 5.5%. Negative for a fall.'),
      alpha,
    ],
    returns: { unit: 'fraction' },
    examples: [
      { cells: [1094, 0.2, 0.25], gives: 0.800093666004692 },
      { cells: [50, 0.5, 0.5], gives: 0.7401659013313878 },
      { cells: [1000, 0.6, 0.8], gives: '#VALUE!' },
      { cells: [1000, 0.05, 0], gives: '#DIV/0!' },
    ],
    source: 'Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”, 3rd edition, 2003, chapter 4.',
  },
  (visitors, baseRate, relativeLift, alpha) => ratePower(visitors, baseRate, targetRate(baseRate, relativeLift), alpha),
)
