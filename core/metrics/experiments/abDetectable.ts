import { choice, fraction, number } from '../../arguments/index.ts'
import { alpha, MOST_LIFT, power, refuseNoDifference, refuseTooFew } from '../../arguments/testPlan.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { detectableRateLift } from '../../statistics/experiments/ratePlanning.ts'

export const abDetectable = metric(
  {
    name: 'AB_DETECTABLE',
    summary:
      'Smallest lift of a conversion rate that an A/B test with this many visitors probably finds, relative to base_rate: 20% means from 5% to 6%; none above 200%. It is AB_SAMPLE_SIZE the other way round. A fall is found a little sooner or later than a rise; change says which one is meant. MEAN_DETECTABLE does the same for revenue per visitor and other means.',
    questions: [
      'What lift (uplift) can we detect with our visitors and traffic?',
      'What is the minimum detectable effect (MDE)?',
      'Is the traffic enough to see a small change?',
    ],
    args: [
      number('visitors', 'Visitors of each variant: of a test with two, half of all.', { min: 1 }),
      fraction('base_rate', 'Conversion rate today, such as 5%.'),
      alpha,
      power(),
      choice('change', 'Which way the rate would go.', {
        rise: 'the smallest lift upwards',
        fall: 'the smallest one downwards, a negative number',
      }),
    ],
    returns: { unit: 'fraction', mayExceedOne: true },
    examples: [
      { cells: [1000, 0.05], gives: 0.6195372724698351 },
      { cells: [1000, 0.05, 0.05, 0.8, 'fall'], gives: -0.478974893846771 },
      { cells: [2, 0.05], gives: '#NUM!' },
      { cells: [1000, 0], gives: '#DIV/0!' },
    ],
    source: 'Fleiss, Levin and Paik, “Statistical Methods for Rates and Proportions”, 3rd edition, 2003, chapter 4.',
  },
  (visitors, baseRate, alpha, power, change) => {
    refuseNoDifference('base_rate', baseRate, 1)
    if (baseRate === 1 && change === 'rise') {
      throw new CellError('#NUM!', 'base_rate is 100%, which cannot rise; write "fall" for change')
    }
    const furthest = change === 'rise' ? (1 - baseRate) / baseRate : -1
    const lift = detectableRateLift(visitors, baseRate, furthest, { alpha, power })
    if (lift <= MOST_LIFT) return lift
    if (furthest > MOST_LIFT) refuseTooFew(visitors)
    const all = change === 'rise' ? 'a rise to 100%' : 'a fall to 0'
    throw new CellError('#NUM!', `visitors is ${visitors}, too few to find even ${all}`)
  },
)
