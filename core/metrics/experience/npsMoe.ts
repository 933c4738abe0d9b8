import { counted, counts, fraction, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { netPromoterMargin } from '../../statistics/feedback/netPromoter.ts'
import { promotionOf } from '../../statistics/feedback/promotion.ts'

export const npsMoe = metric(
  {
    name: 'NPS_MOE',
    summary:
      'Margin of error of the Net Promoter Score in points: the score of all customers probably lies no further than this from NPS of those who answered. Below 100 answers, and where all count alike, it is that of adjusted Wald, as in NPS_COMPARE and NPS_TABLE.',
    questions: [
      'How exact is our NPS?',
      'What is the margin of error of the NPS?',
      'Do we have enough answers for an NPS?',
      'How reliable is this NPS, this number?',
    ],
    args: [
      counted(
        numbers(
          'scores',
          'Answers from 0 to 10 to “How likely are you to recommend us?”. Blank cells are no answers.',
          {
            min: 0,
            max: 10,
            whole: true,
          },
        ),
      ),
      fraction('confidence', 'How sure to be that the score is within the margin. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
      counts(),
    ],
    returns: { unit: 'points', better: 'lower' },
    examples: [
      { cells: [[[10], [9], [8], [6], [10], [7], [3], [9]]], gives: 47.5985684889526 },
      { cells: [[[10], [9], [null], [8], [6]], 0.9], gives: 49.04899536240797 },
      { cells: [[[10]]], gives: '#N/A' },
    ],
    source:
      'Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016; adjusted Wald: Lewis and Sauro, MeasuringU, 2021.',
  },
  (scores, confidence) => {
    if (scores.length < 2) throw new CellError('#N/A', 'needs 2 answers, has 1')
    return netPromoterMargin(promotionOf(scores), confidence)
  },
)
