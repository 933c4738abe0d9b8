import { fraction, numberColumn } from '../../arguments/index.ts'
import { CellError, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { binomialTest } from '../../statistics/inference/binomialTest.ts'
import { chiSquareP, pearson } from '../../statistics/inference/chiSquare.ts'
import { FEWEST_EXPECTED } from '../../statistics/experiments/rateTest.ts'
import { sum } from '../../statistics/sum.ts'

export const sampleRatio = metric(
  {
    name: 'SAMPLE_RATIO',
    summary:
      'Whether visitors came to the variants of a test as planned, such as half and half (sample ratio mismatch, SRM). Where the split is broken, something loses or repeats visitors, and the result of the test is not to be trusted. For each variant: its share, the planned one, the visitors expected and the deviation from them. The last row has the chance of so uneven a split (p_value) and the verdict.',
    questions: [
      'Is the traffic split of the A/B test right?',
      'Is there a sample ratio mismatch (SRM)?',
      'Did both variants get the planned share of visitors?',
    ],
    args: [
      numberColumn('visitors', 'Visitors of each variant, one row for each.', { min: 0, whole: true, blank: 'kept' }),
      numberColumn(
        'planned_shares',
        'Planned share of each variant, as weights that need not add up to 1: 50 and 50, or 1, 1 and 2. All alike when left out.',
        { min: 0, blank: 'kept', default: null },
      ),
      fraction(
        'alpha',
        'The split counts as broken where p_value is below this. 0.1% when left out: a false alarm would be costly, and a broken split soon shows.',
        { min: 0.000001, max: 0.5, default: 0.001 },
      ),
    ],
    returns: {
      table: [
        { name: 'variant', unit: 'count' },
        { name: 'visitors', unit: 'count' },
        { name: 'share', unit: 'fraction', digits: 2 },
        { name: 'planned_share', unit: 'fraction', digits: 2 },
        { name: 'expected', unit: 'number' },
        { name: 'deviation', unit: 'fraction', digits: 2 },
        { name: 'p_value', unit: 'fraction', digits: 3 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [[[821588], [815482]]],
        gives: [
          ['variant', 'visitors', 'share', 'planned_share', 'expected', 'deviation', 'p_value', 'verdict'],
          [1, 821588, 0.501864917199631, 0.5, 818535, 0.0037298343992619998, '', ''],
          [2, 815482, 0.49813508280036894, 0.5, 818535, -0.003729834399262111, '', ''],
          [
            'All',
            1637070,
            1,
            1,
            1637070,
            '',
            0.0000018217928726191858,
            'the split is broken: find out why before you trust the result (chi-square test)',
          ],
        ],
      },
      {
        cells: [
          [[102], [95], [210]],
          [[1], [1], [2]],
        ],
        gives: [
          ['variant', 'visitors', 'share', 'planned_share', 'expected', 'deviation', 'p_value', 'verdict'],
          [1, 102, 0.25061425061425063, 0.25, 101.75, 0.002457002457002533, '', ''],
          [2, 95, 0.2334152334152334, 0.25, 101.75, -0.06633906633906639, '', ''],
          [3, 210, 0.515970515970516, 0.5, 203.5, 0.03194103194103204, '', ''],
          ['All', 407, 1, 1, 407, '', 0.7203559400052537, 'no sign of a broken split (chi-square test)'],
        ],
      },
      { cells: [[[821588]]], gives: '#N/A' },
      {
        cells: [
          [[5], [9]],
          [[50], [0]],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Kohavi, Tang and Xu, “Trustworthy Online Controlled Experiments”, 2020, chapter 21; Fabijan and others, “Diagnosing Sample Ratio Mismatch in Online Controlled Experiments”, KDD 2019.',
  },
  (visitors, plannedShares, alpha) => {
    const { counts, weights } = variantsIn(visitors, plannedShares)
    if (counts.length < 2) throw new CellError('#N/A', `needs 2 variants, has ${counts.length}`)
    const [all, weight] = [sum(counts), sum(weights)]
    if (all === 0) throw new CellError('#DIV/0!', 'visitors are 0 in all variants, so there is no split')
    const planned = weights.map((value) => value / weight)
    const expected = planned.map((share) => share * all)
    const isFew = expected.some((count) => count < FEWEST_EXPECTED)
    const isExact = isFew && counts.length === 2
    const p = isExact
      ? binomialTest(counts[0]!, all, planned[0]!)
      : chiSquareP(pearson(counts, expected), counts.length - 1)
    const finding =
      p < alpha ? 'the split is broken: find out why before you trust the result' : 'no sign of a broken split'
    const test = isExact ? 'exact binomial test' : 'chi-square test'
    const doubt = isFew && !isExact ? '; rough: few visitors are expected' : ''
    return [
      ['variant', 'visitors', 'share', 'planned_share', 'expected', 'deviation', 'p_value', 'verdict'],
      ...counts.map((count, i): Scalar[] => {
        const deviation = count / expected[i]! - 1
        return [i + 1, count, count / all, planned[i]!, expected[i]!, deviation, '', '']
      }),
      ['All', all, 1, 1, all, '', p, `${finding} (${test})${doubt}`],
    ]
  },
)

/** The visitors and the weight of each variant. A row that is blank in both columns is none. */
function variantsIn(
  visitors: Float64Array,
  plannedShares: Float64Array | null,
): { counts: number[]; weights: number[] } {
  const counts: number[] = []
  const weights: number[] = []
  visitors.forEach((count, i) => {
    const weight = plannedShares ? plannedShares[i]! : 1
    if (Number.isNaN(count) && (!plannedShares || Number.isNaN(weight))) return
    if (Number.isNaN(count)) throw wrongValue('visitors', i, 'has no number, write 0 if nobody came')
    if (!(weight > 0)) {
      const found = weight === 0 ? 'has 0' : 'has no number'
      throw wrongValue('planned_shares', i, `${found}, give each variant its share`)
    }
    counts.push(count)
    weights.push(weight)
  })
  return { counts, weights }
}
