import { choice, flags, fraction, number, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { kaplanMeier, restrictedMean, survivalLimits, type SurvivalStep } from '../../statistics/customers/survival.ts'
import { zOf } from '../../statistics/inference/normal.ts'

/** The row of the mean has times where the curve has shares. */
const asMean = { argument: 'output', is: 'mean', unit: 'count' } as const

export const survivalCurve = metric(
  {
    name: 'SURVIVAL_CURVE',
    summary:
      'Share of customers who are still there after each time at which somebody left, with limits (Kaplan-Meier). Customers who are still there count for as long as they have been observed. Times are in the unit of durations. Or, as output mean, how long customers stay on average within a horizon.',
    questions: [
      'How does retention develop over the life of a customer?',
      'What share of customers is left after a year?',
      'When do customers leave?',
      'How long do customers stay on average within the first years?',
    ],
    args: [
      numberColumn('durations', 'How long each customer has been one: until leaving, or until now. Any unit.', {
        min: 0,
      }),
      flags(
        'ended',
        'Whether each customer has left: TRUE or FALSE, 1 or 0, yes or no, canceled or active. A row with a blank is left out.',
        { sense: 'ended' },
      ),
      fraction('confidence', 'Confidence of the limits low and high. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
      choice('output', 'What is wanted.', {
        curve: 'the share that is left after each time',
        mean: 'one row: the mean time that customers stay up to the horizon, those still there counted (restricted mean), with its standard error and limits',
      }),
      number(
        'horizon',
        'For the mean: the time up to which it counts, such as 24 for the first two years of months. What comes later adds nothing, so compare means of one horizon only. The longest duration when left out.',
        { min: 0, default: null },
      ),
    ],
    returns: {
      chart: { kind: 'line', title: 'Survival, with its interval', columns: ['survival', 'low', 'high'] },
      table: [
        { name: 'time', unit: 'count' },
        { name: 'at_risk', unit: 'count' },
        { name: 'events', unit: 'count' },
        { name: 'survival', unit: 'fraction', unitWhen: asMean },
        { name: 'low', unit: 'fraction', unitWhen: asMean },
        { name: 'high', unit: 'fraction', unitWhen: asMean },
      ],
    },
    examples: [
      {
        cells: [
          [[2], [4], [5], [7]],
          [['yes'], ['no'], ['yes'], ['no']],
        ],
        gives: [
          ['time', 'at_risk', 'events', 'survival', 'low', 'high'],
          [0, 4, 0, 1, '', ''],
          [2, 4, 1, 0.75, 0.12794691759514576, 0.9605486422850784],
          [5, 2, 1, 0.375, 0.010971121574844568, 0.8080010724813436],
        ],
      },
      {
        cells: [[[2], [4], [5], [7]], [['yes'], ['no'], ['yes'], ['no']], null, 'mean', 6],
        gives: [
          ['horizon', 'customers', 'restricted_mean', 'error', 'low', 'high'],
          [6, 4, 4.625, 0.8028270361665706, 3.0514879232984864, 6.198512076701514],
        ],
      },
      {
        cells: [
          [[2], [-4]],
          [['yes'], ['no']],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958; log-log limits: Kalbfleisch and Prentice, “The Statistical Analysis of Failure Time Data”, 1980; restricted mean: Irwin, Journal of Hygiene 47(2), 1949.',
  },
  (durations, ended, confidence, output, horizon) => {
    const steps = kaplanMeier(durations, ended)
    if (output === 'mean') return meanTable(steps, durations, confidence, horizon)
    if (horizon !== null) throw new CellError('#VALUE!', `horizon is ${horizon}, which belongs to output "mean" only`)
    const start: Scalar[] = [0, durations.length, 0, 1, '', '']
    return [
      ['time', 'at_risk', 'events', 'survival', 'low', 'high'],
      ...(steps[0]?.time === 0 ? [] : [start]),
      ...steps.map((step): Scalar[] => {
        const limits = survivalLimits(step, confidence)
        return [step.time, step.atRisk, step.events, step.survival, limits?.low ?? '', limits?.high ?? '']
      }),
    ]
  },
)

function meanTable(
  steps: readonly SurvivalStep[],
  durations: Float64Array,
  confidence: number,
  asked: number | null,
): Scalar[][] {
  const longest = durations.reduce((most, duration) => Math.max(most, duration), 0)
  const horizon = asked ?? longest
  if (horizon === 0) {
    if (asked === null) throw new CellError('#N/A', 'needs 1 duration above 0, has 0')
    throw new CellError('#VALUE!', 'horizon is 0, give a time above 0')
  }
  const areAllGone = steps[steps.length - 1]?.survival === 0
  if (horizon > longest && !areAllGone) {
    throw new CellError('#VALUE!', `horizon is ${horizon}, and nobody has been observed for longer than ${longest}`)
  }
  const { mean, error } = restrictedMean(steps, horizon)
  const margin = zOf(confidence) * error
  // As long as nobody has left, nothing tells how sure that is.
  const limits: Scalar[] = error > 0 ? [error, mean - margin, mean + margin] : ['', '', '']
  return [
    ['horizon', 'customers', 'restricted_mean', 'error', 'low', 'high'],
    [horizon, durations.length, mean, ...limits],
  ]
}
