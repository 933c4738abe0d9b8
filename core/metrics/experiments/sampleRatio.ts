import { fraction, numberColumn, texts } from '../../arguments/index.ts'
import { CellError, shown, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { saysTotal } from '../../reading/texts/totals.ts'
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
      numberColumn('visitors', 'Visitors of each variant, one row for each, without a row of their total.', {
        min: 0,
        whole: true,
        blank: 'kept',
      }),
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
      texts('variants', 'Name of each variant, beside its visitors. They are numbered when left out.', {
        blank: 'kept',
        default: null,
      }),
    ],
    returns: {
      table: [
        { name: 'variant', unit: 'text' },
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
      {
        cells: [[[102], [95]], null, null, [['control'], ['new page']]],
        gives: [
          ['variant', 'visitors', 'share', 'planned_share', 'expected', 'deviation', 'p_value', 'verdict'],
          ['control', 102, 102 / 197, 0.5, 98.5, 102 / 98.5 - 1, '', ''],
          ['new page', 95, 95 / 197, 0.5, 98.5, 95 / 98.5 - 1, '', ''],
          ['All', 197, 1, 1, 197, '', 0.6179700651596239, 'no sign of a broken split (chi-square test)'],
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
  (visitors, plannedShares, alpha, variants) => {
    refuseTotal(visitors, plannedShares, variants)
    const { names, counts, weights } = variantsIn(visitors, plannedShares, variants)
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
        return [names[i]!, count, count / all, planned[i]!, expected[i]!, deviation, '', '']
      }),
      ['All', all, 1, 1, all, '', p, `${finding} (${test})${doubt}`],
    ]
  },
)

/**
 * A total counts each visitor twice. It says so by its name, or has none; without names the last row is one that holds the
 * sum of several others, unless a planned share makes it a variant.
 */
function refuseTotal(visitors: Float64Array, plannedShares: Float64Array | null, variants: string[] | null): void {
  const all = sum(visitors.filter((count) => count > 0))
  let last = visitors.length - 1
  while (last > 0 && Number.isNaN(visitors[last]!)) last--
  const isSumOfSeveral = (i: number) => visitors.filter((count, k) => k !== i && count > 0).length > 1
  const total = visitors.findIndex((count, i) => {
    if (count === 0 || 2 * count !== all) return false
    if (variants) return saysTotal(variants[i]!) || (variants[i] === '' && isSumOfSeveral(i))
    return plannedShares === null && i === last && isSumOfSeveral(i)
  })
  if (total < 0) return
  if (variants?.[total]) {
    throw wrongValue('variants', total, `has ${shown(variants[total])}, the sum of the others: leave that row out`)
  }
  const mend = variants ? 'give its name' : 'give planned_shares'
  const problem = `has ${visitors[total]!}, the sum of the others: leave the row out if it is their total`
  throw wrongValue('visitors', total, `${problem}, or ${mend} if it is a variant`)
}

/** The name, the visitors and the weight of each variant. A row that is blank in all columns is none. */
function variantsIn(
  visitors: Float64Array,
  plannedShares: Float64Array | null,
  variants: string[] | null,
): { names: (string | number)[]; counts: number[]; weights: number[] } {
  const names: (string | number)[] = []
  const known = new Set<string>()
  const counts: number[] = []
  const weights: number[] = []
  visitors.forEach((count, i) => {
    const weight = plannedShares ? plannedShares[i]! : 1
    const name = variants?.[i] || ''
    if (name === '' && Number.isNaN(count) && (!plannedShares || Number.isNaN(weight))) return
    if (Number.isNaN(count)) throw wrongValue('visitors', i, 'has no number, write 0 if nobody came')
    if (!(weight > 0)) {
      const found = weight === 0 ? 'has 0' : 'has no number'
      throw wrongValue('planned_shares', i, `${found}, give each variant its share`)
    }
    const reading = name.toLowerCase()
    if (known.has(reading)) throw wrongValue('variants', i, `has ${shown(name)} again, add up the rows of a variant`)
    if (name !== '') known.add(reading)
    names.push(name || counts.length + 1)
    counts.push(count)
    weights.push(weight)
  })
  return { names, counts, weights }
}
