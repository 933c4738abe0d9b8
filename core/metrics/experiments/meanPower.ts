import { number } from '../../arguments/index.ts'
import {
  alpha,
  baseMean,
  deviation,
  refuseNoDeviation,
  refuseNoDifference,
  relativeLift,
} from '../../arguments/testPlan.ts'
import { metric } from '../../metric.ts'
import { effectOf, meanPower as powerOf } from '../../statistics/experiments/meanPlanning.ts'

export const meanPower = metric(
  {
    name: 'MEAN_POWER',
    summary:
      'Chance that a test with this many visitors, orders or cases finds a difference this large between two means, such as revenue per visitor or handling time, if it is there. It is MEAN_SAMPLE_SIZE the other way round: R’s power.t.test, two-sided, without the few tests that find a difference the wrong way round (strict = FALSE). For conversion rates there is AB_POWER.',
    questions: [
      'Will the test find a difference in revenue per visitor?',
      'What power has a comparison of two means?',
      'Are there enough cases in the groups for a test of averages?',
    ],
    args: [
      number('visitors', 'Visitors, orders or cases of each variant: of a test with two, half of all.', { min: 2 }),
      baseMean,
      deviation,
      relativeLift('The change that may be there, relative to base_mean: 10% is from 50 to 55. Negative for a fall.'),
      alpha,
    ],
    returns: { unit: 'fraction' },
    examples: [
      { cells: [20, 50, 50, 1], gives: 0.8689528016921274 },
      { cells: [4020, 50, 80, 0.1], gives: 0.8000402988987146 },
      { cells: [1000, 0, 80, 0.1], gives: '#DIV/0!' },
    ],
    source: 'Cohen, “Statistical Power Analysis for the Behavioral Sciences”, 2nd edition, 1988, chapter 2.',
  },
  (visitors, baseMean, deviation, relativeLift, alpha) => {
    refuseNoDifference('base_mean', baseMean, relativeLift)
    refuseNoDeviation(deviation)
    return powerOf(visitors, alpha)(effectOf(baseMean, relativeLift, deviation))
  },
)
