import { counts, fraction, number } from '../../arguments/index.ts'
import { lifetimeArgs } from '../../arguments/columns/lifetimes.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { kaplanMeier, restrictedMean } from '../../statistics/customers/survival.ts'
import { zOf } from '../../statistics/inference/normal.ts'

export const meanLifetime = metric(
  {
    name: 'MEAN_LIFETIME',
    summary:
      'How long customers stay on average within a horizon, such as their first 24 months, in the unit of durations. Customers who are still there count for as long as they have been observed, so the answer is not too short (restricted mean). With a confidence level it is a table that also says between which limits the mean probably lies.',
    questions: [
      'How long do customers stay on average?',
      'How many months do customers stay within the first two years?',
      'What is the restricted mean survival time of customers?',
      'Which plan or channel brings customers who stay for more months?',
    ],
    args: [
      ...lifetimeArgs,
      number(
        'horizon',
        'Time up to which it counts, in the unit of durations. What comes later adds nothing, so compare means of one horizon only, by METRIC_BY with the horizon given. The longest duration when left out.',
        { min: 0, default: null },
      ),
      fraction(
        'confidence',
        'Confidence of the limits low and high, such as 95%; they may go beyond the horizon where customers are few. No limits when left out.',
        { min: 0.5, max: 0.9999, default: null },
      ),
      counts(),
    ],
    returns: {
      unit: 'estimate',
      table: [
        { name: 'mean', unit: 'estimate' },
        { name: 'low', unit: 'estimate' },
        { name: 'high', unit: 'estimate' },
        { name: 'standard_error', unit: 'estimate' },
        { name: 'horizon', unit: 'count' },
      ],
    },
    examples: [
      {
        cells: [[[2], [4], [5], [7]], [['yes'], ['no'], ['yes'], ['no']], 6],
        gives: 4.625,
      },
      {
        cells: [[[2], [4], [5], [7]], [['yes'], ['no'], ['yes'], ['no']], 6, 0.95],
        gives: [
          ['mean', 'low', 'high', 'standard_error', 'horizon'],
          [4.625, 3.0514879232984864, 6.198512076701514, 0.8028270361665706, 6],
        ],
      },
      { cells: [[[2], [4], [5], [7]], [['yes'], ['no'], ['yes'], ['no']], 12], gives: '#N/A' },
    ],
    source:
      'Irwin, Journal of Hygiene 47(2), 1949; Klein and Moeschberger, “Survival Analysis”, 2nd edition, 2003, 4.5.',
  },
  (durations, ended, horizon, confidence) => {
    const steps = kaplanMeier(durations, ended)
    const longest = durations.reduce((most, duration) => Math.max(most, duration), 0)
    const areAllGone = steps[steps.length - 1]?.survival === 0
    if (horizon === 0) throw new CellError('#VALUE!', 'horizon is 0, give a time above 0')
    if (horizon !== null && horizon > longest && !areAllGone) {
      throw new CellError('#N/A', `horizon is ${horizon}, and nobody has been observed for longer than ${longest}`)
    }
    if (longest === 0) throw new CellError('#N/A', 'needs 1 duration above 0, has 0')
    const until = horizon ?? longest
    const { mean, error } = restrictedMean(steps, until)
    if (confidence === null) return mean
    const margin = zOf(confidence) * error
    // As long as nobody has left, or all have at once, nothing tells how sure it is.
    const limits: Scalar[] = error > 0 ? [mean - margin, mean + margin, error] : ['', '', '']
    return [
      ['mean', 'low', 'high', 'standard_error', 'horizon'],
      [mean, ...limits, until],
    ]
  },
)
