import { counted, counts, number, ratings } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { scaleArgs, scaleHint } from '../../arguments/single/scale.ts'

export const csat = metric(
  {
    name: 'CSAT',
    summary: 'Customer satisfaction: the share of answers that are satisfied, 4 and 5 on a scale of 1 to 5 by default.',
    questions: [
      'How satisfied are customers?',
      'Are customers happy with our support?',
      'Are customers happier than last month?',
    ],
    args: [
      counted(
        ratings(
          'ratings',
          'Answers to “How satisfied are you?”: numbers from scale_min to scale_max, or words such as good and bad, satisfied and dissatisfied, TRUE and FALSE.',
          { min: 'scale_min', max: 'scale_max', hint: scaleHint },
        ),
      ),
      number(
        'satisfied_from',
        'Lowest answer that counts as satisfied. The top two answers when left out: 4 of 5; of 2 or 3 answers only the top one.',
        {
          min: 'scale_min',
          max: 'scale_max',
          default: null,
        },
      ),
      ...scaleArgs,
      counts(),
    ],
    returns: { unit: 'fraction', target: '85%-90%' },
    native: '=COUNTIF({ratings},">="&{satisfied_from|4})/COUNT({ratings})',
    examples: [
      { cells: [[[5], [4], [3], [1]]], gives: 0.5 },
      { cells: [[[5], [4], [null], [3], ['N/A'], [1]], 5], gives: 0.25 },
      { cells: [[[10], [9], [7], [8]], 8, 10], gives: 0.75 },
      { cells: [[['Good'], ['Bad'], ['good'], [null]]], gives: 0.6666666666666666 },
      { cells: [[[10], [0], [9], [7]], null, 10, 0], gives: 0.5 },
      { cells: [[[5], [6]]], gives: '#VALUE!' },
    ],
    source: 'Top-two-box share: Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (ratings, satisfiedFrom, scaleMax, scaleMin) => {
    // The top two, but nothing that is no better than the middle.
    const mark = satisfiedFrom ?? Math.max(scaleMax - 1, Math.floor((scaleMin + scaleMax) / 2) + 1)
    let satisfied = 0
    for (let i = 0; i < ratings.length; i++) if (ratings[i]! >= mark) satisfied++
    return share(satisfied, ratings.length, { of: 'answers' })
  },
)
