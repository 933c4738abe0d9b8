import { number, numberColumn } from '../../arguments/index.ts'
import { metric } from '../../metric.ts'
import { saturation as saturationOf } from '../../statistics/planning/carryOver.ts'

export const saturation = metric(
  {
    name: 'SATURATION',
    summary:
      'Share of the largest possible response that spend brings, one value for each row: each further amount brings less than the one before it (the Hill curve). At half_point it is 50%.',
    questions: [
      'When does more advertising bring less?',
      'How close to saturation is our spend?',
      'Diminishing returns of a channel',
    ],
    args: [
      numberColumn('spend', 'Spend of each period, or carried over with ADSTOCK. A single cell or a column.', {
        min: 0,
      }),
      number('half_point', 'Spend that brings half of the largest possible response; SPEND_RESPONSE finds it.', {
        min: 1e-9,
      }),
      number(
        'shape',
        '1 bends down from the start. Above 1 it is S-shaped: little spend brings hardly anything. 1 when left out.',
        { min: 0.1, max: 20, default: 1 },
      ),
    ],
    returns: { unit: 'fraction', column: 'saturation' },
    examples: [
      { cells: [[[0], [500], [1000], [null], [3000]], 1000], gives: [[0], [0.3333333333333333], [0.5], [''], [0.75]] },
      { cells: [2000, 1000, 2], gives: 0.8 },
      { cells: [2000, 0], gives: '#VALUE!' },
    ],
    source:
      'Hill, Journal of Physiology 40, 1910; Jin and others, “Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects”, Google, 2017.',
  },
  (spend, halfPoint, shape) => spend.map((amount) => saturationOf(amount, halfPoint, shape)),
)
