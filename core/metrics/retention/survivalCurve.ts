import { counts, fraction } from '../../arguments/index.ts'
import { lifetimeArgs } from '../../arguments/columns/lifetimes.ts'
import { metric, type Scalar } from '../../metric.ts'
import { kaplanMeier, survivalLimits } from '../../statistics/customers/survival.ts'

export const survivalCurve = metric(
  {
    name: 'SURVIVAL_CURVE',
    summary:
      'Share of customers who are still there after each time at which somebody left, with limits (Kaplan-Meier). Customers who are still there count for as long as they have been observed. Times are in the unit of durations. The area below the curve, its restricted mean, is MEAN_LIFETIME.',
    questions: [
      'How does retention develop over the life of a customer?',
      'What share of customers is left after a year?',
      'When do customers leave?',
    ],
    args: [
      ...lifetimeArgs,
      fraction('confidence', 'Confidence of the limits low and high. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
      counts(),
    ],
    returns: {
      chart: { kind: 'line', title: 'Survival, with its interval', columns: ['survival', 'low', 'high'] },
      table: [
        { name: 'time', unit: 'count' },
        { name: 'at_risk', unit: 'count' },
        { name: 'events', unit: 'count' },
        { name: 'survival', unit: 'fraction' },
        { name: 'low', unit: 'fraction' },
        { name: 'high', unit: 'fraction' },
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
        cells: [
          [[2], [-4]],
          [['yes'], ['no']],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Kaplan and Meier, Journal of the American Statistical Association 53(282), 1958; log-log limits: Kalbfleisch and Prentice, “The Statistical Analysis of Failure Time Data”, 1980.',
  },
  (durations, ended, confidence) => {
    const steps = kaplanMeier(durations, ended)
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
