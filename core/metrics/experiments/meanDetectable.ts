import { number } from '../../arguments/index.ts'
import {
  alpha,
  baseMean,
  deviation,
  MOST_LIFT,
  power,
  refuseNoDeviation,
  refuseNoDifference,
  refuseTooFew,
} from '../../arguments/testPlan.ts'
import { metric } from '../../metric.ts'
import { detectableMeanLift } from '../../statistics/experiments/meanPlanning.ts'

export const meanDetectable = metric(
  {
    name: 'MEAN_DETECTABLE',
    summary:
      'Smallest change of a mean, such as revenue per visitor or handling time, that a test with this many visitors, orders or cases probably finds, relative to base_mean: 10% means from 50 to 55. A fall of as much is found as well. None above 200% is looked for. It is MEAN_SAMPLE_SIZE the other way round. For conversion rates there is AB_DETECTABLE.',
    questions: [
      'What change of revenue per visitor can we detect?',
      'Which effect on a mean is the least that we can detect?',
      'How small a difference of averages would the test find?',
    ],
    args: [
      number('visitors', 'Visitors, orders or cases of each variant: of a test with two, half of all.', { min: 2 }),
      baseMean,
      deviation,
      alpha,
      power(),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    examples: [
      { cells: [1000, 50, 80], gives: 0.20056153986935168 },
      { cells: [4020, 50, 80, 0.05, 0.9], gives: 0.11569696280797749 },
      { cells: [2, 50, 80], gives: '#NUM!' },
      { cells: [1000, 0, 80], gives: '#DIV/0!' },
      { cells: [1, 50, 80], gives: '#VALUE!' },
    ],
    source: 'Cohen, “Statistical Power Analysis for the Behavioral Sciences”, 2nd edition, 1988, chapter 2.',
  },
  (visitors, baseMean, deviation, alpha, power) => {
    refuseNoDifference('base_mean', baseMean, 1)
    refuseNoDeviation(deviation)
    const lift = detectableMeanLift(visitors, baseMean, deviation, { alpha, power })
    if (lift > MOST_LIFT) refuseTooFew(visitors)
    return lift
  },
)
