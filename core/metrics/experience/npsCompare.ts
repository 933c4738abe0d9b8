import { counted, counts, fraction, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { netPromoterChange } from '../../statistics/feedback/netPromoter.ts'
import { netPromoterScore, promotionOf, type Promotion } from '../../statistics/feedback/promotion.ts'
import { zOf } from '../../statistics/inference/normal.ts'

export const npsCompare = metric(
  {
    name: 'NPS_COMPARE',
    summary:
      'Whether the Net Promoter Score really changed between two surveys, or differs between two groups: the change in points, the limits it probably lies between, and how likely so large a change would be by chance alone (p_value). With fewer than 100 answers in either group the limits are those of adjusted Wald, which do not lie evenly around the change, and p_value is exact; where all answers of a group count alike the limits are adjusted too.',
    questions: [
      'Did our NPS improve?',
      'Is the new NPS really better than the old one, or is it chance?',
      'Do two groups differ in NPS?',
    ],
    args: [
      counted(
        numbers('scores_before', 'Answers from 0 to 10 of the first survey or group.', {
          min: 0,
          max: 10,
          whole: true,
        }),
        'counts_before',
      ),
      counted(
        numbers('scores_after', 'Answers from 0 to 10 of the second one, by other people than those of the first.', {
          min: 0,
          max: 10,
          whole: true,
        }),
        'counts_after',
      ),
      fraction('confidence', 'Confidence of the limits low and high, and of the verdict. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
      counts('counts_before', 'How many answers each row of scores_before stands for. Each for itself when left out.'),
      counts('counts_after', 'How many answers each row of scores_after stands for. Each for itself when left out.'),
    ],
    returns: {
      table: [
        { name: 'before', unit: 'points' },
        { name: 'after', unit: 'points' },
        { name: 'change', unit: 'points' },
        { name: 'low', unit: 'points' },
        { name: 'high', unit: 'points' },
        { name: 'p_value', unit: 'fraction', digits: 2 },
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
            11.516297634415054,
            149.59481347669603,
            0.04112554112554113,
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
            -48.47259683754345,
            105.61545398040059,
            0.7142857142857143,
            'no clear change: the margin is wider than the difference',
          ],
        ],
      },
      { cells: [[[10], [9]], [[8]]], gives: '#N/A' },
    ],
    source:
      'Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016; adjusted Wald: Lewis and Sauro, MeasuringU, 2021.',
  },
  (scoresBefore, scoresAfter, confidence) => {
    const before = promotionIn('scores_before', scoresBefore)
    const after = promotionIn('scores_after', scoresAfter)
    const scores = [netPromoterScore(before), netPromoterScore(after)] as const
    const change = scores[1] - scores[0]
    return [
      ['before', 'after', 'change', 'low', 'high', 'p_value', 'verdict'],
      [...scores, change, ...judged(change, before, after, confidence)],
    ]
  },
)

function promotionIn(name: string, scores: Float64Array): Promotion {
  if (scores.length < 2) throw new CellError('#N/A', `${name} needs 2 answers, has 1`)
  return promotionOf(scores)
}

/** Low, high, p-value and verdict. */
function judged(change: number, before: Promotion, after: Promotion, confidence: number): Scalar[] {
  const { change: difference, error, p } = netPromoterChange(before, after)
  const margin = zOf(confidence) * error
  const isOutside = Math.abs(difference) > margin && Math.sign(difference) === Math.sign(change)
  const unclear = isOutside ? 'so few answers differ as much by chance' : 'the margin is wider than the difference'
  const isClear = isOutside && p < 1 - confidence
  const verdict = !isClear ? `no clear change: ${unclear}` : change > 0 ? 'better' : 'worse'
  return [difference - margin, difference + margin, p, verdict]
}
