import { counts, number, numberColumn, segments } from '../../arguments/index.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sortedCodes } from '../../statistics/groups.ts'
import { netPromoterMargin } from '../../statistics/feedback/netPromoter.ts'
import { countAnswer, netPromoterScore, type Promotion } from '../../statistics/feedback/promotion.ts'

export const npsTable = metric(
  {
    name: 'NPS_TABLE',
    summary:
      'Net Promoter Score of each segment, with the counts behind it and the margin of error in points (95% confidence, as NPS_MOE gives it; blank for a single answer). The last row is all segments together; answers without a segment are left out.',
    questions: [
      'Which customers would recommend us?',
      'Where do promoters cluster?',
      'What is the NPS by region or product?',
      'NPS by month, region or segment',
      'Which region likes us more?',
    ],
    args: [
      numberColumn('scores', 'Answers from 0 to 10.', { min: 0, max: 10, whole: true }),
      segments('segments', 'Segment of each answer, such as region or product. An answer without one is left out.'),
      number('min_answers', 'Segments with fewer answers show no score. 1 when left out.', {
        min: 1,
        whole: true,
        default: 1,
      }),
      counts(),
    ],
    returns: {
      target: '>= 50',
      chart: { kind: 'column', title: 'NPS by segment, and its margin', columns: ['nps', 'margin'] },
      table: [
        { name: 'segment', unit: 'text', labelsOf: 'segments' },
        { name: 'answers', unit: 'count' },
        { name: 'promoters', unit: 'count' },
        { name: 'passives', unit: 'count' },
        { name: 'detractors', unit: 'count' },
        { name: 'nps', unit: 'points' },
        { name: 'margin', unit: 'points' },
      ],
    },
    examples: [
      {
        cells: [[[10], [9], [3], [8], [6]], [['North'], ['North'], ['South'], ['South'], ['North']], 3],
        gives: [
          ['segment', 'answers', 'promoters', 'passives', 'detractors', 'nps', 'margin'],
          ['North', 3, 2, 0, 1, 33.333333333333336, 67.99983977991994],
          ['South', 2, 0, 1, 1, '', ''],
          ['All', 5, 2, 1, 2, 0, 57.456537261081216],
        ],
      },
      {
        cells: [
          [[10], [9], [3], [8], [6]],
          [['North'], ['North'], ['South'], ['South'], ['North']],
          null,
          [[20], [10], [5], [9], [0]],
        ],
        gives: [
          ['segment', 'answers', 'promoters', 'passives', 'detractors', 'nps', 'margin'],
          ['North', 30, 30, 0, 0, 100, 12.211367036514511],
          ['South', 14, 0, 9, 5, -35.714285714285715, 25.855787293268563],
          ['All', 44, 30, 9, 5, 56.81818181818182, 20.086956500249887],
        ],
      },
      { cells: [[[10], [9]], [['North']]], gives: '#VALUE!' },
    ],
    source:
      'Reichheld, Harvard Business Review, December 2003; margin: Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician 70(4), 2016; adjusted Wald: Lewis and Sauro, MeasuringU, 2021.',
  },
  (scores, groups, minAnswers) => {
    const empty = (): Promotion => ({ answers: 0, promoters: 0, detractors: 0 })
    const bySegment = groups.labels.map(empty)
    const all = empty()
    for (let i = 0; i < scores.length; i++) {
      countAnswer(scores[i]!, bySegment[groups.codes[i]!]!)
      countAnswer(scores[i]!, all)
    }
    const row = (segment: Scalar, tally: Promotion): Scalar[] => {
      const { answers, promoters, detractors } = tally
      const enough = answers >= minAnswers
      const score = enough ? netPromoterScore(tally) : ''
      const margin = enough && answers > 1 ? netPromoterMargin(tally, 0.95) : ''
      return [segment, answers, promoters, answers - promoters - detractors, detractors, score, margin]
    }
    return [
      ['segment', 'answers', 'promoters', 'passives', 'detractors', 'nps', 'margin'],
      ...sortedCodes(groups).map((code) => row(groups.labels[code]!, bySegment[code]!)),
      row('All', all),
    ]
  },
)
