import { counted, counts, fraction, number, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const rqi = metric(
  {
    name: 'RQI',
    summary:
      'Response quality index from 0 to 100: how good our answers are, by what customers say in surveys and by graded notes. Each part is its mean score, where the lowest score is 0 and the highest 100; surveys weigh 70% when nothing else is said.',
    questions: ['How good are our answers and replies to customers?', 'What is the quality of our responses?'],
    args: [
      counted(
        numbers(
          'survey_scores',
          'Scores that customers gave to answers, from 1 to scale_max. All blank: notes alone count.',
          {
            min: 1,
            max: 'scale_max',
            empty: 'allowed',
          },
        ),
        'survey_counts',
      ),
      counted(
        numbers(
          'note_scores',
          'Grades from 1 to scale_max that a reviewer gave to notes or transcripts. All blank: surveys alone count.',
          { min: 1, max: 'scale_max', empty: 'allowed' },
        ),
        'note_counts',
      ),
      fraction('survey_weight', 'Weight of the surveys; the rest is the weight of the notes. 70% when left out.', {
        default: 0.7,
      }),
      number('scale_max', 'Highest possible score, the same for both. 5 when left out.', {
        min: 2,
        whole: true,
        default: 5,
      }),
      counts('survey_counts', 'How many scores each row of survey_scores stands for. Each for itself when left out.'),
      counts('note_counts', 'How many grades each row of note_scores stands for. Each for itself when left out.'),
    ],
    returns: { unit: 'score' },
    native:
      '=100*({survey_weight|0.7}*AVERAGE({survey_scores})+(1-{survey_weight|0.7})*AVERAGE({note_scores})-1)/({scale_max|5}-1)',
    examples: [
      {
        cells: [
          [[5], [4], [5], [4]],
          [[4], [3], [null], [2]],
        ],
        gives: 76.25,
      },
      {
        cells: [
          [[5], [4], [5], [4]],
          [[null], [null]],
        ],
        gives: 87.5,
      },
      { cells: [[[9], [7]], [[8]], 0.5, 10], gives: 77.77777777777777 },
      { cells: [[[5], [6]], [[4]]], gives: '#VALUE!' },
    ],
    source: 'Weighted mean of what is there: OECD and JRC, “Handbook on Constructing Composite Indicators”, 2008.',
  },
  (surveyScores, noteScores, surveyWeight, scaleMax) => {
    if (surveyScores.length + noteScores.length === 0) {
      throw new CellError('#N/A', 'needs 1 score in survey_scores or note_scores, has 0')
    }
    const index = (scores: Float64Array): number => (100 * (sum(scores) / scores.length - 1)) / (scaleMax - 1)
    if (surveyScores.length === 0) return index(noteScores)
    if (noteScores.length === 0) return index(surveyScores)
    return surveyWeight * index(surveyScores) + (1 - surveyWeight) * index(noteScores)
  },
)
