import { fraction, numbers } from '../../args.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { netPromoterError, netPromoterScore, promotionOf } from '../../statistics/netPromoter.ts'
import { twoSidedP, zOf } from '../../statistics/normal.ts'

export const npsCompare = metric(
  {
    name: 'NPS_COMPARE',
    summary:
      'Whether the Net Promoter Score really changed between two surveys, or differs between two groups: the change in points, the limits it probably lies between, and how likely so large a change would be by chance alone (p_value). The limits are too narrow below about 100 answers each.',
    questions: [
      'Did our NPS improve?',
      'Is the new NPS really better than the old one, or is it chance?',
      'Do two groups differ in NPS?',
    ],
    args: [
      numbers('scores_before', 'Answers from 0 to 10 of the first survey or group.', { min: 0, max: 10, whole: true }),
      numbers('scores_after', 'Answers from 0 to 10 of the second one, by other people than those of the first.', {
        min: 0,
        max: 10,
        whole: true,
      }),
      fraction('confidence', 'Confidence of the limits low and high, and of the verdict. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
    ],
    returns: {
      table: [
        { name: 'before', unit: 'points' },
        { name: 'after', unit: 'points' },
        { name: 'change', unit: 'points' },
        { name: 'low', unit: 'points' },
        { name: 'high', unit: 'points' },
        { name: 'p_value', unit: 'fraction' },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[3], [6], [9], [5], [8]],
          [[10], [9], [7], [9], [10], [9]],
        ],
        gives: [
          ['before', 'after', 'change', 'low', 'high', 'p_value', 'verdict'],
          [
            -40,
            83.33333333333333,
            123.33333333333333,
            47.13429220188036,
            199.53237446478631,
            0.0015121841848472713,
            'better',
          ],
        ],
      },
      {
        cells: [
          [[10], [9], [8], [6]],
          [[9], [null], [7], [10], [9]],
        ],
        gives: [
          ['before', 'after', 'change', 'low', 'high', 'p_value', 'verdict'],
          [
            25,
            75,
            50,
            -41.66892150706476,
            141.66892150706476,
            0.2850494074026127,
            'no clear change: the margin is wider than the difference',
          ],
        ],
      },
      { cells: [[[10], [9]], [[8]]], gives: '#N/A' },
    ],
    source: 'Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016.',
  },
  (scoresBefore, scoresAfter, confidence) => {
    const before = surveyed('scores_before', scoresBefore)
    const after = surveyed('scores_after', scoresAfter)
    const change = after.score - before.score
    const error = Math.hypot(before.error, after.error)
    return [
      ['before', 'after', 'change', 'low', 'high', 'p_value', 'verdict'],
      [before.score, after.score, change, ...judged(change, error, confidence)],
    ]
  },
)

function surveyed(name: string, scores: Float64Array): { score: number; error: number } {
  if (scores.length < 2) throw new CellError('#N/A', `${name} needs 2 answers, has 1`)
  const counts = promotionOf(scores)
  return { score: netPromoterScore(counts), error: netPromoterError(counts) }
}

/** Low, high, p-value and verdict. */
function judged(change: number, error: number, confidence: number): Scalar[] {
  if (error === 0) return ['', '', '', 'cannot be tested: the answers of each survey all count alike']
  const margin = zOf(confidence) * error
  const verdict =
    Math.abs(change) <= margin
      ? 'no clear change: the margin is wider than the difference'
      : change > 0
        ? 'better'
        : 'worse'
  return [change - margin, change + margin, twoSidedP(change / error), verdict]
}
