import { choice, counts, fraction, sample, sampleCounts } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { tOf, twoSidedT } from '../../statistics/inference/studentT.ts'
import { contrast, sampleOf, type Contrast } from '../../statistics/inference/welch.ts'

const pairs = { option: 'design', is: 'paired' }

export const meanTest = metric(
  {
    name: 'MEAN_TEST',
    summary:
      'Whether the mean of sample B really differs from that of A, or by chance: revenue per visitor, order value, handling time. It gives both means, the difference and the lift (difference over mean_a, blank where that is not above 0), the limits that the true difference probably lies between, and how likely so large a difference would be if both were alike (p_value). Revenue per visitor needs a row for each visitor, with 0 for those who bought nothing: a blank cell is no visitor. For conversion rates there is AB_TEST.',
    questions: [
      'Is the average order value of B really higher?',
      'Is the difference in basket size significant?',
      'Does revenue per visitor differ between two variants?',
      'Compare the averages of two groups (t-test)',
      'Did handling time change before and after?',
    ],
    args: [
      sample(
        'values_a',
        'Values of sample A: one cell for each visitor, order or case. Blank cells are skipped.',
        pairs,
        'counts_a',
      ),
      sample(
        'values_b',
        'Values of sample B. It may have more or fewer than A, unless they are pairs.',
        pairs,
        'counts_b',
      ),
      choice('design', 'Whether the values of A and B belong together.', {
        independent: 'they come from different people or cases: Welch’s t test, which lets both vary differently',
        paired: 'each row is one person or case measured twice: paired t test; a row with a blank is left out',
      }),
      fraction('confidence', 'Confidence of the limits low and high, and of the verdict. 95% when left out.', {
        min: 0.5,
        max: 0.9999,
        default: 0.95,
      }),
      sampleCounts(
        'counts_a',
        'How many values each row of values_a stands for, or how many pairs where they are paired. Each for itself when left out.',
        pairs,
      ),
      counts(
        'counts_b',
        'How many values each row of values_b stands for. Each for itself when left out; leave it out where they are paired.',
      ),
    ],
    returns: {
      table: [
        { name: 'mean_a', unit: 'estimate' },
        { name: 'mean_b', unit: 'estimate' },
        { name: 'count_a', unit: 'count' },
        { name: 'count_b', unit: 'count' },
        { name: 'difference', unit: 'estimate' },
        { name: 'lift', unit: 'fraction' },
        { name: 'low', unit: 'estimate' },
        { name: 'high', unit: 'estimate' },
        { name: 'p_value', unit: 'fraction', digits: 2 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[0], [0], [30], [45], [0], [null]],
          [[60], [0], [75], [50]],
        ],
        gives: [
          ['mean_a', 'mean_b', 'count_a', 'count_b', 'difference', 'lift', 'low', 'high', 'p_value', 'verdict'],
          [
            15,
            46.25,
            5,
            4,
            31.25,
            2.0833333333333335,
            -17.233402687105972,
            79.73340268710598,
            0.1581082762885888,
            "no clear difference (Welch's t test)",
          ],
        ],
      },
      {
        cells: [[[12], [9], [15], [11]], [[10], [8], [null], [8]], 'paired'],
        gives: [
          ['mean_a', 'mean_b', 'count_a', 'count_b', 'difference', 'lift', 'low', 'high', 'p_value', 'verdict'],
          [
            10.666666666666666,
            8.666666666666666,
            3,
            3,
            -2,
            -0.1875,
            -4.484137711750329,
            0.4841377117503294,
            0.07417990022744853,
            'no clear difference (paired t test)',
          ],
        ],
      },
      {
        cells: [
          [[5], [5]],
          [[5], [5], [5]],
        ],
        gives: '#DIV/0!',
      },
      { cells: [[[12], [9]], [[10]]], gives: '#N/A' },
    ],
    source:
      'Welch, “The Generalization of ‘Student’s’ Problem when Several Different Population Variances are Involved”, Biometrika 34(1), 1947; pairs: Student, “The Probable Error of a Mean”, Biometrika 6(1), 1908.',
  },
  (valuesA, valuesB, design, confidence, _, countsB) => {
    if (design === 'paired' && countsB)
      throw new CellError('#VALUE!', 'counts_b is given, but the pairs are counted by counts_a')
    const isPaired = design === 'paired'
    for (const [name, { length }] of Object.entries({ values_a: valuesA, values_b: valuesB })) {
      if (length < 2)
        throw new CellError('#N/A', isPaired ? 'needs 2 complete pairs, has 1' : `${name} needs 2 values, has 1`)
    }
    const [a, b] = [sampleOf(valuesA), sampleOf(valuesB)]
    const change = isPaired
      ? contrast([sampleOf(valuesB.map((value, i) => value - valuesA[i]!))], [1])
      : contrast([b, a], [1, -1])
    // What rounding leaves of values that are all alike is no spread.
    const nothing = RESIDUE * Math.max(Math.abs(a.mean), Math.abs(b.mean))
    if (change.error <= nothing && Math.abs(change.estimate) <= nothing) {
      const all = isPaired ? 'both values of every pair' : 'all values of both samples'
      throw new CellError('#DIV/0!', `${all} are alike, so there is nothing to compare`)
    }
    const lift = a.mean > 0 ? change.estimate / a.mean : ''
    const rest = change.error <= nothing ? untested(isPaired) : judged(change, isPaired, confidence)
    return [
      ['mean_a', 'mean_b', 'count_a', 'count_b', 'difference', 'lift', 'low', 'high', 'p_value', 'verdict'],
      [a.mean, b.mean, a.count, b.count, change.estimate, lift, ...rest],
    ]
  },
)

/** As R has it: ten times what a number can tell apart. */
const RESIDUE = 10 * Number.EPSILON

function untested(isPaired: boolean): Scalar[] {
  const all = isPaired ? 'all pairs differ by the same' : 'the values of each sample are all alike'
  return ['', '', '', `cannot be tested: ${all}`]
}

/** Low, high, p-value and verdict. */
function judged({ estimate, error, freedom }: Contrast, isPaired: boolean, confidence: number): Scalar[] {
  const margin = tOf(confidence, freedom) * error
  const p = twoSidedT(estimate / error, freedom)
  const finding = p >= 1 - confidence ? 'no clear difference' : estimate > 0 ? 'B is higher' : 'A is higher'
  return [estimate - margin, estimate + margin, p, `${finding} (${isPaired ? 'paired' : "Welch's"} t test)`]
}
