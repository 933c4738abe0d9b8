import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { chanceHigher, expectedLoss, type Belief } from '../../statistics/experiments/higherRate.ts'

const seen = { min: 0, max: 1e9, whole: true }
const counted = { min: 0.01, max: 1e9, default: 1 }

export const abBayes = metric(
  {
    name: 'AB_BAYES',
    summary:
      'Chance that variant B converts better than variant A, after what both have shown (Bayesian A/B test); and the expected loss, the conversion rate that you give away on average by choosing A (expected_loss_a) or B (expected_loss_b), as the other one may be better. The verdict names a variant from a chance of 95% on. AB_TEST asks how surprising the difference would be if both were alike.',
    questions: [
      'What is the probability that B is better than A?',
      'What is the chance to beat the control?',
      'Bayesian A/B test',
      'How much do we risk by choosing the wrong variant?',
    ],
    args: [
      number('visitors_a', 'How many people saw variant A.', seen),
      number('conversions_a', 'How many of them converted.', { min: 0, whole: true }),
      number('visitors_b', 'How many people saw variant B.', seen),
      number('conversions_b', 'How many of them converted.', { min: 0, whole: true }),
      number(
        'prior_successes',
        'What you know of such rates before the test, as conversions of earlier visitors: 5 of 100 count as much as 100 visitors more in each variant. 1 when left out, with which every rate is as likely (uniform prior).',
        counted,
      ),
      number('prior_failures', 'The earlier visitors who did not convert: 95 with 5 of 100. 1 when left out.', counted),
    ],
    returns: {
      table: [
        { name: 'chance_b_better', unit: 'fraction' },
        { name: 'expected_loss_a', unit: 'fraction', digits: 3 },
        { name: 'expected_loss_b', unit: 'fraction', digits: 3 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [1000, 200, 1000, 250],
        gives: [
          ['chance_b_better', 'expected_loss_a', 'expected_loss_b', 'verdict'],
          [0.9962833291304403, 0.04992156322760108, 0.000021363626802606284, 'B is better (uniform prior)'],
        ],
      },
      {
        cells: [400, 20, 410, 26, 5, 95],
        gives: [
          ['chance_b_better', 'expected_loss_a', 'expected_loss_b', 'verdict'],
          [0.7751103643957906, 0.012653401353981568, 0.0018690876284913893, 'no clear difference (your prior)'],
        ],
      },
      { cells: [100, 120, 100, 8], gives: '#VALUE!' },
      { cells: [0, 0, 0, 0], gives: '#N/A' },
    ],
    source:
      'Miller, “Formulas for Bayesian A/B Testing”, 2015; Stucchio, “Bayesian A/B Testing at VWO”, 2015; Altham, Journal of the Royal Statistical Society B 31(2), 1969.',
  },
  (visitorsA, conversionsA, visitorsB, conversionsB, priorSuccesses, priorFailures) => {
    const belief = (variant: 'a' | 'b', visitors: number, conversions: number): Belief => {
      if (conversions > visitors) {
        const problem = `conversions_${variant} is ${conversions}, more than visitors_${variant} (${visitors})`
        throw new CellError('#VALUE!', problem)
      }
      return { successes: conversions + priorSuccesses, failures: visitors - conversions + priorFailures }
    }
    const [a, b] = [belief('a', visitorsA, conversionsA), belief('b', visitorsB, conversionsB)]
    if (visitorsA + visitorsB === 0) throw new CellError('#N/A', 'needs 1 visitor of a variant, has 0')
    const chance = chanceHigher(a, b)
    const finding = chance >= SURE ? 'B is better' : chance <= 1 - SURE ? 'A is better' : 'no clear difference'
    const prior = priorSuccesses === 1 && priorFailures === 1 ? 'uniform prior' : 'your prior'
    return [
      ['chance_b_better', 'expected_loss_a', 'expected_loss_b', 'verdict'],
      [chance, expectedLoss(a, b), expectedLoss(b, a), `${finding} (${prior})`],
    ]
  },
)

/** The chance from which on a variant is called better. */
const SURE = 0.95
