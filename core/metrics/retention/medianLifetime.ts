import { flags, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { kaplanMeier, survivalTime } from '../../statistics/customers/survival.ts'

export const medianLifetime = metric(
  {
    name: 'MEDIAN_LIFETIME',
    summary:
      'How long customers stay: the time after which half of them have left, in the unit of durations. Customers who are still there count for as long as they have been observed, so the answer is not too short.',
    questions: ['How long is a customer with us?', 'When have half of our customers left?'],
    args: [
      numberColumn('durations', 'How long each customer has been one: until leaving, or until now. Any unit.', {
        min: 0,
      }),
      flags(
        'ended',
        'Whether each customer has left: TRUE or FALSE, 1 or 0, yes or no, canceled or active. A row with a blank is left out.',
        { sense: 'ended' },
      ),
    ],
    returns: { unit: 'count' },
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
        cells: [
          [[2], [4], [5], [7]],
          [['yes'], ['no'], ['no'], ['no']],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Kaplan and Meier, “Nonparametric Estimation from Incomplete Observations”, Journal of the American Statistical Association 53(282), 1958.',
  },
  (durations, ended) => {
    const steps = kaplanMeier(durations, ended)
    const median = survivalTime(steps, 0.5)
    if (median !== undefined) return median
    const stayed = Math.round(1000 * (steps[steps.length - 1]?.survival ?? 1)) / 10
    const problem = `the median is not reached yet: ${stayed} % are still customers after ${longest(durations)}`
    throw new CellError('#N/A', `${problem}, the longest duration`)
  },
)

function longest(durations: Float64Array): number {
  let most = 0
  for (let i = 0; i < durations.length; i++) most = Math.max(most, durations[i]!)
  return most
}
