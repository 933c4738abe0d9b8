import { number } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'

export const riskScore = metric(
  {
    name: 'RISK_SCORE',
    summary:
      'Score and band of a risk: likelihood times impact, each from 1 to 5. 1 to 3 is low, 4 to 6 moderate, 8 to 12 high and 15 to 25 extreme, as in the common matrix; on another scale the bands have the same share of the highest score.',
    questions: ['How big is this risk, how serious?', 'Which risks come first?'],
    args: [
      number('likelihood', 'How likely it is, from 1 (rare) to scale (almost certain).', {
        min: 1,
        max: 'scale',
        whole: true,
      }),
      number('impact', 'How bad it would be, from 1 (negligible) to scale (catastrophic).', {
        min: 1,
        max: 'scale',
        whole: true,
      }),
      number('scale', 'Highest likelihood and impact. 5 when left out.', { min: 3, whole: true, default: 5 }),
    ],
    returns: {
      table: [
        { name: 'score', unit: 'score' },
        { name: 'band', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [2, 2, 3],
        gives: [
          ['score', 'band'],
          [4, 'high'],
        ],
      },
      {
        cells: [4, 5],
        gives: [
          ['score', 'band'],
          [20, 'extreme'],
        ],
      },
      { cells: [6, 2], gives: '#VALUE!' },
    ],
    source: 'National Patient Safety Agency, “A risk matrix for risk managers”, London 2008.',
  },
  (likelihood, impact, scale) => {
    const score = likelihood * impact
    // The bands of the 5 by 5 matrix begin at 4, 8 and 15 of 25.
    const of25 = (25 * score) / (scale * scale)
    const band = of25 >= 15 ? 'extreme' : of25 >= 8 ? 'high' : of25 >= 4 ? 'moderate' : 'low'
    return [
      ['score', 'band'],
      [score, band],
    ]
  },
)
