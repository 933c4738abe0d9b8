import {
  alpha,
  baseMean,
  deviation,
  power,
  refuseNoDeviation,
  refuseNoDifference,
  relativeLift,
} from '../../arguments/testPlan.ts'
import { metric } from '../../metric.ts'
import { effectOf, meanSampleSize as sizeOf } from '../../statistics/experiments/meanPlanning.ts'

export const meanSampleSize = metric(
  {
    name: 'MEAN_SAMPLE_SIZE',
    summary:
      'Visitors, orders or cases that each variant of a test needs, so that a difference this large between two means, such as revenue per visitor or handling time, will probably be found. It is R’s power.t.test, two-sided, rounded up. For conversion rates there is AB_SAMPLE_SIZE.',
    questions: [
      'How many visitors does a test of revenue per visitor need?',
      'How many cases does a test of two averages need?',
      'How large must the groups be to find a change of a mean?',
    ],
    args: [
      baseMean,
      deviation,
      relativeLift(
        'Smallest change worth finding, relative to base_mean: 10% looks for 55 where it is 50 today. Negative for a fall.',
      ),
      alpha,
      power(),
    ],
    returns: { unit: 'count' },
    examples: [
      { cells: [50, 80, 0.1], gives: 4020 },
      { cells: [50, 50, 1, 0.05, 0.9], gives: 23 },
      { cells: [50, 80, 0], gives: '#DIV/0!' },
      { cells: [50, -80, 0.1], gives: '#VALUE!' },
    ],
    source: 'Cohen, “Statistical Power Analysis for the Behavioral Sciences”, 2nd edition, 1988, chapter 2.',
  },
  (baseMean, deviation, relativeLift, alpha, power) => {
    refuseNoDifference('base_mean', baseMean, relativeLift)
    refuseNoDeviation(deviation)
    return sizeOf(effectOf(baseMean, relativeLift, deviation), { alpha, power })
  },
)
