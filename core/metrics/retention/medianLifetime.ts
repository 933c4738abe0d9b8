import { counts, fraction } from '../../arguments/index.ts'
import { lifetimeArgs } from '../../arguments/columns/lifetimes.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { kaplanMeier, medianLimits, survivalTime } from '../../statistics/customers/survival.ts'

export const medianLifetime = metric(
  {
    name: 'MEDIAN_LIFETIME',
    summary:
      'How long customers stay: the time after which half of them have left, in the unit of durations. Customers who are still there count for as long as they have been observed, so the answer is not too short. With a confidence level it is a table that also says between which limits the median probably lies.',
    questions: [
      'How long is a customer with us?',
      'What is the typical tenure of a customer?',
      'When have half of our customers left?',
      'How sure is the median lifetime of a customer?',
    ],
    args: [
      ...lifetimeArgs,
      fraction(
        'confidence',
        'Confidence of the limits low and high, such as 95%. Where only some of median, low and high are reached yet, the others are blank: a blank high says that there is no telling how long it may be. Where none is, there is no answer (#N/A). No limits when left out.',
        { min: 0.5, max: 0.9999, default: null },
      ),
      counts(),
    ],
    returns: {
      unit: 'count',
      table: [
        { name: 'median', unit: 'count' },
        { name: 'low', unit: 'count' },
        { name: 'high', unit: 'count' },
      ],
    },
    examples: [
      {
        cells: [
          [[2], [4], [5], [7]],
          [['yes'], ['yes'], ['yes'], ['yes']],
        ],
        gives: 4,
      },
      {
        cells: [
          [[2], [4], [5], [7]],
          [['yes'], ['no'], ['yes'], ['no']],
        ],
        gives: 5,
      },
      {
        cells: [[[2], [4], [5], [7]], [['yes'], ['no'], ['yes'], ['no']], 0.95],
        gives: [
          ['median', 'low', 'high'],
          [5, 2, ''],
        ],
      },
      {
        cells: [
          [[2], [4], [5], [7]],
          [['yes'], ['no'], ['no'], ['no']],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Kaplan and Meier, “Nonparametric Estimation from Incomplete Observations”, Journal of the American Statistical Association 53(282), 1958; limits: Brookmeyer and Crowley, “A Confidence Interval for the Median Survival Time”, Biometrics 38(1), 1982, from log-log limits of the curve.',
  },
  (durations, ended, confidence) => {
    const steps = kaplanMeier(durations, ended)
    const median = survivalTime(steps, 0.5)
    const limits = confidence === null ? null : medianLimits(steps, confidence)
    if (limits && (median ?? limits.low) !== undefined) {
      return [
        ['median', 'low', 'high'],
        [median ?? '', limits.low ?? '', limits.high ?? ''],
      ]
    }
    if (median !== undefined) return median
    const stayed = Math.round(1000 * (steps[steps.length - 1]?.survival ?? 1)) / 10
    const problem = `the median is not reached yet: ${stayed}% are still customers after ${longest(durations)}`
    throw new CellError('#N/A', `${problem}, the longest duration`)
  },
)

function longest(durations: Float64Array): number {
  let most = 0
  for (let i = 0; i < durations.length; i++) most = Math.max(most, durations[i]!)
  return most
}
