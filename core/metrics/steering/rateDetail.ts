import { unreadRest, wishedMetric } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, shareValue, type ResultColumn, type Scalar } from '../../metric.ts'
import { leftOutRows } from '../../reading/account.ts'
import { evaluated } from '../../reading/evaluate.ts'
import { partsTold, shareLimits } from '../../statistics/inference/shares.ts'

export const rateDetail = metric(
  {
    name: 'RATE_DETAIL',
    summary:
      'How sure a rate is, and how many stand behind it: its value, the part and the whole that it is made of (184 of 230 answers; of NPS promoters less detractors), the rows that were left out, and the limits between which the rate of all customers probably lies. Rates that look back, such as SLA_COMPLIANCE, also say how many are pending.',
    questions: [
      'How sure is this rate?',
      'What is the margin of error of a rate, such as first contact resolution?',
      'How many answers stand behind the score?',
      'What is the confidence interval of our CSAT, FCR or churn rate?',
      'How many rows were left out of the rate?',
      'What are the error bars of a percentage?',
    ],
    args: [
      wishedMetric(
        'metric',
        'Name in quotes of a function that gives a rate, such as "CSAT" or "NPS". The limits are those of 95%; "CSAT 90%" gives those of 90%.',
      ),
      unreadRest('data_ranges', 'Arguments of that function in their order.'),
    ],
    returns: {
      table: detailColumns(),
      others: [{ when: 'the rate looks back', table: [...detailColumns(), { name: 'pending', unit: 'count' }] }],
    },
    examples: [
      {
        cells: ['CSAT', [[5], [4], [null], [3], ['N/A'], [5], [2]]],
        gives: [
          ['value', 'part', 'whole', 'left_out', 'low', 'high'],
          [0.6, 3, 5, 2, 0.23072428127601285, 0.8823792257673521],
        ],
      },
      {
        cells: ['NPS 90%', [[10], [9], [8], [6]]],
        gives: [
          ['value', 'part', 'whole', 'left_out', 'low', 'high'],
          [25, 1, 4, 0, -34.763281076693715, 63.334709648122285],
        ],
      },
      {
        cells: [
          'SLA_COMPLIANCE',
          [['2026-03-02T09:00'], ['2026-03-02T10:00'], ['2026-03-02T11:00'], ['2026-03-03T09:00']],
          [['2026-03-02T13:00'], ['2026-03-02T15:00'], [null], [null]],
          4,
          '2026-03-03T12:00',
        ],
        gives: [
          ['value', 'part', 'whole', 'left_out', 'low', 'high', 'pending'],
          [0.3333333333333333, 1, 3, 0, 0.061491944720396215, 0.7923403991979523, 1],
        ],
      },
      { cells: ['CES', [[2], [4]]], gives: '#VALUE!' },
    ],
    source:
      'Wilson, Journal of the American Statistical Association 22(158), 1927; of NPS: Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016, below 100 answers adjusted Wald: Lewis and Sauro, MeasuringU, 2021.',
  },
  ({ metric: chosen, wish }, { raw, decode, find }) => {
    const { name } = chosen.spec
    const { share } = evaluated(chosen, raw, decode, find)
    if (!share) throw new CellError('#VALUE!', `${name} gives no rate here, use one such as CSAT, FCR or NPS`)
    const { part, whole } = partsTold(share)
    const limits = shareLimits(share, wish.confidence ?? 0.95)
    const unread = leftOutRows(chosen.spec, raw, decode, find)
    const leftOut = unread === undefined ? '' : unread + (share.leftOut ?? 0)
    const row: Scalar[] = [shareValue(share), part, whole, leftOut, limits?.low ?? '', limits?.high ?? '']
    const header = ['value', 'part', 'whole', 'left_out', 'low', 'high']
    if (share.pending === undefined) return [header, row]
    return [
      [...header, 'pending'],
      [...row, share.pending],
    ]
  },
)

function detailColumns(): ResultColumn[] {
  return [
    { name: 'value', unit: 'number', unitOf: 'metric' },
    { name: 'part', unit: 'number' },
    { name: 'whole', unit: 'number' },
    { name: 'left_out', unit: 'count' },
    { name: 'low', unit: 'number', unitOf: 'metric' },
    { name: 'high', unit: 'number', unitOf: 'metric' },
  ]
}
