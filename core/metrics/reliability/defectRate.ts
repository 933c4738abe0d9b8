import { numbers } from '../../arguments/index.ts'
import { metric, share } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const defectRate = metric(
  {
    name: 'DEFECT_RATE',
    summary:
      'Defects per unit made or sold. Ranges are added up. Count defects, and a unit with several makes it more than 1; count defective units, and it is their share.',
    questions: [
      'How many of our products are defective?',
      'How good is the quality of our goods?',
      'How many units are faulty?',
    ],
    args: [
      numbers('defects', 'Defects found, or defective units; a range is added up.', { min: 0 }),
      numbers('units', 'All units made, checked or sold in the same period; a range is added up.', { min: 0 }),
    ],
    returns: { unit: 'fraction', digits: 2, better: 'lower' },
    native: '=SUM({defects})/SUM({units})',
    examples: [
      { cells: [9, 1800], gives: 0.005 },
      {
        cells: [
          [[4], [null], [5]],
          [[1000], [300], [500]],
        ],
        gives: 0.005,
      },
      { cells: [[[4], [-1]], 1000], gives: '#VALUE!' },
      { cells: [0, 0], gives: '#DIV/0!' },
    ],
    source: 'Slack, Brandon-Jones and Johnston, “Operations Management”, 7th edition, 2013.',
  },
  (defects, units) =>
    share(sum(defects), sum(units), { of: 'units', none: 'units is 0, so there was nothing to be defective' }),
)
