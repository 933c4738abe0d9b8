import { counts, numberColumn, segments } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sortedCodes } from '../../statistics/groups.ts'
import { runningSums } from '../../statistics/runningSums.ts'
import { sum } from '../../statistics/sum.ts'

export const reasonPareto = metric(
  {
    name: 'REASON_PARETO',
    summary:
      'Reasons for returns or complaints, the most frequent first, with the share of each and of all down to it: the few at the top that make up most of the trouble. With values the most costly come first.',
    questions: [
      'Why do customers return goods?',
      'What are the main reasons for complaints?',
      'Which few causes make up most of the trouble?',
      'Why do customers send things back?',
    ],
    args: [
      segments('reasons', 'Reason of each return or complaint, in any case. A row without one is left out.', {
        titles: [
          'reason',
          'reasons',
          'return reason',
          'reason for return',
          'reasons for return',
          'complaint reason',
          'reason for complaint',
          'cause',
          'causes',
          'root cause',
          'root causes',
          'category',
        ],
      }),
      numberColumn(
        'values',
        'What each one cost, or how many it stands for: share and cumulative are then of these, and a column value shows them. Without values each row counts as one; with them a row without a value is left out.',
        { min: 0, default: null },
      ),
      counts(),
    ],
    returns: {
      chart: {
        kind: 'column',
        title: 'Reasons, and the share that they reach together',
        columns: ['count'],
        line: 'cumulative',
      },
      table: [
        { name: 'reason', unit: 'text' },
        { name: 'count', unit: 'count' },
        { name: 'share', unit: 'fraction' },
        { name: 'cumulative', unit: 'fraction' },
        { name: 'value … where values are given', unit: 'money' },
      ],
    },
    examples: [
      {
        cells: [[['Too small'], ['Late'], ['too small'], [null], ['Broken'], ['Too small']]],
        gives: [
          ['reason', 'count', 'share', 'cumulative'],
          ['Too small', 3, 0.6, 0.6],
          ['Broken', 1, 0.2, 0.8],
          ['Late', 1, 0.2, 1],
        ],
      },
      {
        cells: [
          [['Too small'], ['Late'], ['Too small'], ['Broken']],
          [[20], [10], [20], [150]],
        ],
        gives: [
          ['reason', 'count', 'share', 'cumulative', 'value'],
          ['Broken', 1, 0.75, 0.75, 150],
          ['Too small', 2, 0.2, 0.95, 40],
          ['Late', 1, 0.05, 1, 10],
        ],
      },
      {
        cells: [
          [['Late'], ['Broken']],
          [[0], [0]],
        ],
        gives: '#DIV/0!',
      },
    ],
    source: 'Juran and Godfrey, “Juran’s Quality Handbook”, 5th edition, 1999.',
  },
  (reasons, values) => {
    const counts = new Int32Array(reasons.labels.length)
    const sums = runningSums(reasons.labels.length)
    for (let i = 0; i < reasons.codes.length; i++) {
      counts[reasons.codes[i]!]!++
      if (values) sums.add(reasons.codes[i]!, values[i]!)
    }
    const weights = values ? sums.totals() : Float64Array.from(counts)
    const order = sortedCodes(reasons).sort((a, b) => weights[b]! - weights[a]!)
    const total = sum(weights)
    if (total === 0) throw new CellError('#DIV/0!', 'values add up to 0, so no reason has a share')
    const upTo = runningSums(1)
    return [
      ['reason', 'count', 'share', 'cumulative', ...(values ? ['value'] : [])],
      ...order.map((code): Scalar[] => {
        const value = values ? [weights[code]!] : []
        upTo.add(0, weights[code]!)
        return [reasons.labels[code]!, counts[code]!, weights[code]! / total, upTo.total(0) / total, ...value]
      }),
    ]
  },
)
