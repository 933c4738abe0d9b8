import { counted, counts, numbers } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { promotionOf } from '../../statistics/feedback/promotion.ts'

export const nps = metric(
  {
    name: 'NPS',
    summary: 'Net Promoter Score: promoters (9 or 10) minus detractors (0 to 6) per hundred answers, from -100 to 100.',
    questions: ['Would customers recommend us?', 'How loyal are our customers?'],
    args: [
      counted(
        numbers('scores', 'Answers from 0 to 10 to “How likely are you to recommend us?”.', {
          min: 0,
          max: 10,
          whole: true,
        }),
      ),
      counts(),
    ],
    returns: { unit: 'points', target: '>= 50' },
    native: '=100*(COUNTIF({scores},">=9")-COUNTIF({scores},"<=6"))/COUNT({scores})',
    examples: [
      { cells: [[[10], [9], [8], [6]]], gives: 25 },
      { cells: [[[7], [null], [8]]], gives: 0 },
      {
        cells: [
          [[10], [8], [3]],
          [[250], [120], [30]],
        ],
        gives: 55,
      },
      { cells: [[[10], [11]]], gives: '#VALUE!' },
      { cells: [[[null], ['n/a']]], gives: '#N/A' },
    ],
    source: 'Reichheld, “The One Number You Need to Grow”, Harvard Business Review, December 2003.',
  },
  (scores) => {
    const { answers, promoters, detractors } = promotionOf(scores)
    return share(promoters, answers, { of: 'answers', against: detractors })
  },
)
