import { counted, counts, numbers } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { scaleArgs, scaleHint } from '../../arguments/single/scale.ts'
import { sum } from '../../statistics/sum.ts'

export const ces = metric(
  {
    name: 'CES',
    summary:
      'Customer Effort Score: the mean effort from 1 (very low) to scale_max (very high). Low is good. For the later question “The company made it easy” on a 7-point scale, high is good: give scale_max 7 and read it the other way round.',
    questions: ['How hard is it to do business with us?', 'How much effort did customers need?'],
    args: [
      counted(
        numbers('scores', 'Answers from scale_min to scale_max to “How much effort did it take?”.', {
          min: 'scale_min',
          max: 'scale_max',
          hint: scaleHint,
        }),
      ),
      ...scaleArgs,
      counts(),
    ],
    returns: { unit: 'score', target: '< 2.5 of 5' },
    native: '=AVERAGEIFS({scores},{scores},">="&{scale_min|1},{scores},"<="&{scale_max|5})',
    examples: [
      { cells: [[[1], [2], [2], [3], [1], [4], [2], [2], [null], [3]]], gives: 2.2222222222222223 },
      { cells: [[[7], [6], [5], [2]], 7], gives: 5 },
      { cells: [[[1], [0]]], gives: '#VALUE!' },
    ],
    source: 'Dixon, Freeman and Toman, “Stop Trying to Delight Your Customers”, Harvard Business Review, July 2010.',
  },
  (scores) => sum(scores) / scores.length,
)
