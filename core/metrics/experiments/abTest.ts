import { fraction, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { divide, metric } from '../../metric.ts'
import { rateTest } from '../../statistics/experiments/rateTest.ts'
import { zOf } from '../../statistics/inference/normal.ts'
import { newcombeInterval } from '../../statistics/inference/proportion.ts'

export const abTest = metric(
  {
    name: 'AB_TEST',
    summary:
      'Whether variant B converts better than variant A, or the difference may be chance: both rates, the lift (difference over rate_a), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Small samples get an exact test; the verdict names it.',
    questions: [
      'Which of two versions or variants is better?',
      'Is the result of the A/B test statistically significant?',
      'Is the difference in conversion chance?',
      'Is the new website or page better?',
      'Do customers who got the e-mail buy more?',
    ],
    args: [
      number('visitors_a', 'How many people saw variant A.', { min: 0, whole: true }),
      number('conversions_a', 'How many of them converted.', { min: 0, whole: true }),
      number('visitors_b', 'How many people saw variant B.', { min: 0, whole: true }),
      number('conversions_b', 'How many of them converted.', { min: 0, whole: true }),
      fraction(
        'confidence',
        'Confidence of the limits low and high. One variant is better when p_value is below what it leaves: 5% when left out, as it is 95% then. Looking again and again while the test runs finds differences that are none.',
        { min: 0.5, max: 0.9999, default: 0.95 },
      ),
    ],
    returns: {
      table: [
        { name: 'rate_a', unit: 'fraction' },
        { name: 'rate_b', unit: 'fraction' },
        { name: 'lift', unit: 'fraction' },
        { name: 'difference', unit: 'fraction' },
        { name: 'low', unit: 'fraction' },
        { name: 'high', unit: 'fraction' },
        { name: 'p_value', unit: 'fraction', digits: 2 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [1000, 200, 1000, 250],
        gives: [
          ['rate_a', 'rate_b', 'lift', 'difference', 'low', 'high', 'p_value', 'verdict'],
          [
            0.2,
            0.25,
            0.25,
            0.05,
            0.01346362168753984,
            0.08653637831246014,
            0.007419649261025687,
            'B is better (z test)',
          ],
        ],
      },
      {
        cells: [40, 1, 40, 4, 0.9],
        gives: [
          ['rate_a', 'rate_b', 'lift', 'difference', 'low', 'high', 'p_value', 'verdict'],
          [
            0.025,
            0.1,
            3,
            0.075,
            -0.021351854829822022,
            0.1817683996239505,
            0.35886897912214366,
            "no clear difference (Fisher's exact test)",
          ],
        ],
      },
      { cells: [100, 120, 100, 8], gives: '#VALUE!' },
      { cells: [100, 0, 100, 0], gives: '#DIV/0!' },
    ],
    source:
      'Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”, 3rd edition, 2003; Fisher, “The Design of Experiments”, 1935; limits of small samples, and where a rate is 0 or 1: Newcombe, Statistics in Medicine 17(8), 1998.',
  },
  (visitorsA, conversionsA, visitorsB, conversionsB, confidence) => {
    const rateA = rate('a', conversionsA, visitorsA)
    const rateB = rate('b', conversionsB, visitorsB)
    const pooled = (conversionsA + conversionsB) / (visitorsA + visitorsB)
    if (pooled === 0 || pooled === 1) {
      const who = pooled === 0 ? 'nobody' : 'everybody'
      throw new CellError('#DIV/0!', `${who} converted in both variants, so there is nothing to compare`)
    }
    const difference = rateB - rateA
    const { p, isExact } = rateTest(conversionsA, visitorsA, conversionsB, visitorsB)
    const isWhole = [rateA, rateB].some((rate) => rate === 0 || rate === 1)
    const { low, high } =
      isExact || isWhole
        ? newcombeInterval(conversionsA, visitorsA, conversionsB, visitorsB, confidence)
        : waldInterval(rateA, visitorsA, rateB, visitorsB, confidence)
    const lift = rateA === 0 ? '' : difference / rateA
    const chance = 1 - confidence
    const isClear = p < chance
    const finding = !isClear ? 'no clear difference' : difference > 0 ? 'B is better' : 'A is better'
    const test = isExact ? "Fisher's exact test" : 'z test'
    // The limits do not take both rates for one, as the test does, so at the edge they may say otherwise.
    const agrees = isClear === (low > 0 || high < 0)
    const isClose = p > chance / 4 && p < 3 * chance
    const limits = `the limits${isClose ? ' just' : ''} ${isClear ? 'include' : 'leave out'} 0`
    const doubt = agrees ? '' : `; ${isClose ? 'close' : 'too few visitors to be sure'}: ${limits}`
    const verdict = `${finding} (${test})${doubt}`
    return [
      ['rate_a', 'rate_b', 'lift', 'difference', 'low', 'high', 'p_value', 'verdict'],
      [rateA, rateB, lift, difference, low, high, p, verdict],
    ]
  },
)

function rate(variant: 'a' | 'b', conversions: number, visitors: number): number {
  if (conversions > visitors) {
    const problem = `conversions_${variant} is ${conversions}, more than visitors_${variant} (${visitors})`
    throw new CellError('#VALUE!', problem)
  }
  return divide(conversions, visitors, `visitors_${variant} is 0, so nobody could convert`)
}

/** The difference B minus A, give or take z standard errors. Each rate has its own variance, which is none for 0 and 1. */
function waldInterval(
  rateA: number,
  visitorsA: number,
  rateB: number,
  visitorsB: number,
  confidence: number,
): { low: number; high: number } {
  const error = Math.sqrt((rateA * (1 - rateA)) / visitorsA + (rateB * (1 - rateB)) / visitorsB)
  const half = zOf(confidence) * error
  return { low: rateB - rateA - half, high: rateB - rateA + half }
}
