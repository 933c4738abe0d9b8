import { counted, counts, fraction, numbers } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { tOf, twoSidedT } from '../../statistics/inference/studentT.ts'
import { contrast, sampleOf, type Contrast } from '../../statistics/inference/welch.ts'

export const diffInDiff = metric(
  {
    name: 'DIFF_IN_DIFF',
    summary:
      'What a pilot has done beyond the trend: the change of the mean where something was changed (treated) minus the change where nothing was (control), over the same time. From rows it also gives limits, the chance of so large an effect if there were none (p_value), and a verdict; from four means the effect alone.',
    questions: [
      'Did the pilot work?',
      'What is the effect of the change net of the trend?',
      'Is it the pilot or would it have happened anyway?',
    ],
    args: [
      counted(numbers('treated_before', helpFor('treated', 'before the change')), 'treated_before_counts'),
      counted(numbers('treated_after', helpFor('treated', 'after the change')), 'treated_after_counts'),
      counted(numbers('control_before', helpFor('control', 'in the same time before')), 'control_before_counts'),
      counted(numbers('control_after', helpFor('control', 'in the same time after')), 'control_after_counts'),
      fraction(
        'confidence',
        'Confidence of the limits low and high, and of the verdict. 95% when left out. The four groups count as different customers; where the same ones come before and after, the limits are mostly too wide.',
        {
          min: 0.5,
          max: 0.9999,
          default: 0.95,
        },
      ),
      counts('treated_before_counts', countsHelp('treated_before')),
      counts('treated_after_counts', countsHelp('treated_after')),
      counts('control_before_counts', countsHelp('control_before')),
      counts('control_after_counts', countsHelp('control_after')),
    ],
    returns: {
      table: [
        { name: 'effect', unit: 'number' },
        { name: 'low', unit: 'number' },
        { name: 'high', unit: 'number' },
        { name: 'p_value', unit: 'fraction', digits: 2 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[12], [15], [11], [14]],
          [[19], [22], [18], [20]],
          [[13], [12], [16], [14]],
          [[14], [15], [13], [17]],
        ],
        gives: [
          ['effect', 'low', 'high', 'p_value', 'verdict'],
          [5.75, 1.9616058615409759, 9.538394138459024, 0.006271978110511552, 'clear increase'],
        ],
      },
      {
        cells: [20.44, 21.03, 23.33, 21.17],
        gives: [
          ['effect', 'low', 'high', 'p_value', 'verdict'],
          [2.75, '', '', '', 'means alone: limits and p_value need the rows behind them'],
        ],
      },
      { cells: [[[12], [15]], [[19], [22]], [[13], [12]], 14], gives: '#N/A' },
    ],
    source:
      'Card and Krueger, American Economic Review 84(4), 1994; limits: Welch, Biometrika 34(1), 1947, for four independent samples.',
  },
  (treatedBefore, treatedAfter, controlBefore, controlAfter, confidence) => {
    const ranges = {
      treated_after: treatedAfter,
      treated_before: treatedBefore,
      control_after: controlAfter,
      control_before: controlBefore,
    }
    const samples = Object.values(ranges).map(sampleOf)
    const effect = contrast(samples, [1, -1, -1, 1])
    const single = Object.entries(ranges).find(([, values]) => values.length === 1)
    const meansOnly = samples.every(({ count }) => count === 1)
    if (single && !meansOnly) {
      const problem = `${single[0]} needs 2 values, has 1; give rows in all four, or one mean in each`
      throw new CellError('#N/A', problem)
    }
    const rest = meansOnly
      ? ['', '', '', 'means alone: limits and p_value need the rows behind them']
      : judged(effect, confidence)
    return [
      ['effect', 'low', 'high', 'p_value', 'verdict'],
      [effect.estimate, ...rest],
    ]
  },
)

function helpFor(group: 'treated' | 'control', time: string): string {
  return `Values of the ${group} group ${time}: one row for each customer, day or shop, or 1 and 0 for yes and no; or their mean alone. Blank cells are skipped.`
}

function countsHelp(range: string): string {
  return `How many values each row of ${range} stands for. Each for itself when left out.`
}

/** Low, high, p-value and verdict. */
function judged({ estimate, error, freedom }: Contrast, confidence: number): Scalar[] {
  if (error === 0) return ['', '', '', 'cannot be tested: the values of each group are all alike']
  const margin = tOf(confidence, freedom) * error
  const verdict =
    Math.abs(estimate) <= margin
      ? 'no clear effect: the margin is wider than the effect'
      : estimate > 0
        ? 'clear increase'
        : 'clear decrease'
  return [estimate - margin, estimate + margin, twoSidedT(estimate / error, freedom), verdict]
}
