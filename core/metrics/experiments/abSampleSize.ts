import { fraction } from '../../arguments/index.ts'
import { alpha, power, relativeLift, targetRate } from '../../arguments/testPlan.ts'
import { metric } from '../../metric.ts'
import { rateSampleSize } from '../../statistics/experiments/ratePlanning.ts'

export const abSampleSize = metric(
  {
    name: 'AB_SAMPLE_SIZE',
    summary:
      'Visitors that each variant of an A/B test needs, so that a difference this large will probably be found. It is the formula with the mean of both rates (pooled) of R’s power.prop.test, two-sided, rounded up.',
    questions: [
      'How many visitors does an A/B test need?',
      'How long must the test run?',
      'What sample size do we need?',
      'What sample size finds this lift?',
    ],
    args: [
      fraction('base_rate', 'Conversion rate today, such as 5%.'),
      relativeLift(
        'Smallest change worth finding, relative to base_rate: 10% looks for 5.5% where it is 5% today. Negative for a fall.',
      ),
      alpha,
      power(
        'Chance of finding the difference if it is there. 80% when left out. Evan Miller’s calculator takes the variance of base_rate alone and so gives other numbers: 1,030 instead of 1,094 from 20% to 25%.',
      ),
    ],
    returns: { unit: 'count' },
    native:
      '=ROUNDUP(((1.95996398454005*SQRT(2*{base_rate}*(1+{relative_lift}/2)*(1-{base_rate}*(1+{relative_lift}/2)))+0.841621233572914*SQRT({base_rate}*(1-{base_rate})+{base_rate}*(1+{relative_lift})*(1-{base_rate}*(1+{relative_lift}))))/({base_rate}*{relative_lift}))^2,0)',
    examples: [
      { cells: [0.2, 0.25], gives: 1094 },
      { cells: [0.5, 0.5, 0.05, 0.9], gives: 77 },
      { cells: [0.05, -0.1], gives: 28408 },
      { cells: [0.6, 0.8], gives: '#VALUE!' },
      { cells: [0.05, 0], gives: '#DIV/0!' },
    ],
    source: 'Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”, 3rd edition, 2003, chapter 4.',
  },
  (baseRate, relativeLift, alpha, power) =>
    Math.ceil(rateSampleSize(baseRate, targetRate(baseRate, relativeLift), { alpha, power })),
)
