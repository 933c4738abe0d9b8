import { number, numbers } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

export const csat = metric(
  {
    name: 'CSAT',
    summary: 'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.',
    questions: ['How satisfied are customers?', 'Are customers happy with our support?'],
    args: [
      numbers('ratings', 'Answers from 1 to scale_max to “How satisfied are you?”.', { min: 1, max: 'scale_max' }),
      number(
        'satisfied_from',
        'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.',
        {
          min: 1,
          max: 'scale_max',
          default: null,
        },
      ),
      number('scale_max', 'Highest possible answer. 5 when left out.', { min: 2, whole: true, default: 5 }),
    ],
    returns: { unit: 'fraction', target: '85%-90%' },
    examples: [
      { cells: [[[5], [4], [3], [1]]], gives: 0.5 },
      { cells: [[[5], [4], [null], [3], ['N/A'], [1]], 5], gives: 0.25 },
      { cells: [[[10], [9], [7], [8]], 8, 10], gives: 0.75 },
      { cells: [[[5], [6]]], gives: '#VALUE!' },
    ],
    source: 'Top-two-box share: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (ratings, satisfiedFrom, scaleMax) => {
    // The top two, but nothing that is no better than the middle.
    const mark = satisfiedFrom ?? Math.max(scaleMax - 1, Math.floor((1 + scaleMax) / 2) + 1)
    let satisfied = 0
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= mark) satisfied++
    return satisfied / ratings.length
  },
)
