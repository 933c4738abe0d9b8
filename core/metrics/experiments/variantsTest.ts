import { choice, fraction, numberColumn, segments } from '../../arguments/index.ts'
import { CellError, cut, shown, wrongValue } from '../../cell.ts'
import { metric, type ResultColumn, type Scalar, type Table } from '../../metric.ts'
import { saysTotal } from '../../reading/texts/totals.ts'
import { rateTest } from '../../statistics/experiments/rateTest.ts'
import { ratesTest } from '../../statistics/experiments/ratesTest.ts'
import type { Keys } from '../../statistics/groups.ts'
import { holm } from '../../statistics/inference/holm.ts'
import { newcombeInterval, wilsonInterval } from '../../statistics/inference/proportion.ts'
import { sum } from '../../statistics/sum.ts'

const whole = { min: 0, whole: true }

const tested: readonly ResultColumn[] = [
  { name: 'low', unit: 'fraction', digits: 2 },
  { name: 'high', unit: 'fraction', digits: 2 },
  { name: 'p_value', unit: 'fraction', digits: 2 },
  { name: 'p_holm', unit: 'fraction', digits: 2 },
  { name: 'verdict', unit: 'text' },
]

export const variantsTest = metric(
  {
    name: 'VARIANTS_TEST',
    summary:
      'Which of several variants converts better, in a test with more than two (A/B/n): the rate of each with its limits, and whether it differs from the control, the variant of that name or else the first. p_value is that of the two alone; p_holm counts that all of them are looked at (Holm’s correction), and the verdict goes by it. The last row asks whether all are alike. Small samples get exact tests; the verdict names them.',
    questions: [
      'Which of three, four or more variants, versions or pages converts best?',
      'Is the result of an A/B/C or A/B/n test significant?',
      'Do the variants of a multivariate test differ from the control?',
      'How to compare many conversion rates without false alarms?',
    ],
    args: [
      segments(
        'variants',
        'Name of the variant in each row. The one called control, original or baseline is the control, or else the first. Rows of the same variant, such as its days, are added up; a row with the total is none.',
      ),
      numberColumn('visitors', 'How many people saw it.', whole),
      numberColumn(
        'conversions',
        'How many of them converted, 0 where nobody did: a row with a blank is left out.',
        whole,
      ),
      fraction(
        'confidence',
        'Confidence of the limits low and high, each by itself. A variant is better when p_holm is below what it leaves: 5% when left out, as it is 95% then.',
        { min: 0.5, max: 0.9999, default: 0.95 },
      ),
      choice('output', 'What is compared.', {
        variants: 'each variant with the control',
        pairs:
          'each variant with each other one, in the columns variant, other, lift, difference (other minus variant), low, high, p_value, p_holm and verdict',
      }),
    ],
    returns: {
      chart: { kind: 'column', title: 'Conversion rate by variant', columns: ['rate'] },
      table: [
        { name: 'variant', unit: 'text' },
        { name: 'visitors', unit: 'count' },
        { name: 'conversions', unit: 'count' },
        { name: 'rate', unit: 'fraction', digits: 2 },
        ...tested,
      ],
      others: [
        {
          when: 'output is pairs',
          chart: { kind: 'column', title: 'Differences between variants', columns: ['difference'] },
          table: [
            { name: 'variant', unit: 'text' },
            { name: 'other', unit: 'text' },
            { name: 'lift', unit: 'fraction', digits: 2 },
            { name: 'difference', unit: 'fraction', digits: 2 },
            ...tested,
          ],
        },
      ],
    },
    examples: [
      {
        cells: [
          [['A'], ['B'], ['C']],
          [[1000], [1010], [990]],
          [[100], [141], [112]],
        ],
        gives: [
          ['variant', 'visitors', 'conversions', 'rate', 'low', 'high', 'p_value', 'p_holm', 'verdict'],
          ['A', 1000, 100, 0.1, 0.0829094435930957, 0.1201519631953484, '', '', 'control'],
          [
            'B',
            1010,
            141,
            0.13960396039603962,
            0.11959239431257501,
            0.16234661728908753,
            0.006277800471968654,
            0.012555600943937309,
            'B is better (z test)',
          ],
          [
            'C',
            990,
            112,
            0.11313131313131314,
            0.09487702824960619,
            0.13437629661274553,
            0.34245137849217033,
            0.34245137849217033,
            'no clear difference (z test)',
          ],
          [
            'All',
            3000,
            353,
            0.11766666666666667,
            '',
            '',
            0.019408830255408006,
            '',
            'the variants differ (chi-square test)',
          ],
        ],
      },
      {
        cells: [[['red'], ['blue'], ['green'], ['red']], [[20], [38], [41], [20]], [[1], [9], [2], [0]], 0.9],
        gives: [
          ['variant', 'visitors', 'conversions', 'rate', 'low', 'high', 'p_value', 'p_holm', 'verdict'],
          ['red', 40, 1, 0.025, 0.005597209251474919, 0.10458856696171034, '', '', 'control'],
          [
            'blue',
            38,
            9,
            0.23684210526315788,
            0.1433396590735826,
            0.36532677053558205,
            0.006231232940625687,
            0.012462465881251375,
            "blue is better (Fisher's exact test)",
          ],
          [
            'green',
            41,
            2,
            0.04878048780487805,
            0.01627590651786741,
            0.1371495613781753,
            1,
            1,
            "no clear difference (Fisher's exact test)",
          ],
          [
            'All',
            119,
            12,
            0.10084033613445378,
            '',
            '',
            0.004533987582732756,
            '',
            "the variants differ (Fisher's exact test)",
          ],
        ],
      },
      {
        cells: [
          [['A'], ['B']],
          [[100], [90]],
          [[8], [120]],
        ],
        gives: '#VALUE!',
      },
      {
        cells: [
          [['A'], ['A']],
          [[100], [90]],
          [[8], [12]],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Agresti, “Categorical Data Analysis”, 3rd edition, 2013; exact test: Freeman and Halton, Biometrika 38(1), 1951; several comparisons: Holm, Scandinavian Journal of Statistics 6(2), 1979; limits: Wilson, Journal of the American Statistical Association 22(158), 1927, and Newcombe, Statistics in Medicine 17(8), 1998.',
  },
  (variants, visitors, conversions, confidence, output) => {
    const all = addedUp(variants, visitors, conversions)
    return output === 'pairs' ? inPairs(all, confidence) : besideControl(all, confidence)
  },
)

interface Variant {
  name: string
  visitors: number
  conversions: number
  rate: number
}

/** The work grows with their square, and so many names are a column of something else. */
const MOST_VARIANTS = 100

/** The variants in the order in which they first come, but the control first. */
function addedUp({ codes, labels }: Keys, visitors: Float64Array, conversions: Float64Array): Variant[] {
  if (labels.length < 2) throw new CellError('#N/A', 'needs 2 variants, has 1')
  if (labels.length > MOST_VARIANTS) {
    const problem = `variants has ${labels.length} different names, more than ${MOST_VARIANTS}`
    throw new CellError('#VALUE!', `${problem}: give the name of the variant in each row`)
  }
  const variants = labels.map((label) => ({ name: String(label), visitors: 0, conversions: 0, rate: 0 }))
  codes.forEach((code, i) => {
    variants[code]!.visitors += visitors[i]!
    variants[code]!.conversions += conversions[i]!
  })
  refuseTotal(variants, codes)
  for (const variant of variants) {
    const { name, visitors, conversions } = variant
    if (conversions > visitors) {
      const problem = `conversions of ${shown(name)} are ${conversions}, more than its visitors (${visitors})`
      throw new CellError('#VALUE!', problem)
    }
    if (visitors === 0) throw new CellError('#DIV/0!', `visitors of ${shown(name)} are 0, so nobody could convert`)
    variant.rate = conversions / visitors
  }
  if (variants.every(({ rate }) => rate === variants[0]!.rate && (rate === 0 || rate === 1))) {
    const who = variants[0]!.rate === 0 ? 'nobody' : 'everybody'
    throw new CellError(
      '#DIV/0!',
      `conversions say that ${who} converted in all variants, so there is nothing to compare`,
    )
  }
  const control = variants.find(({ name }) => CONTROL.test(name)) ?? variants[0]!
  return [control, ...variants.filter((variant) => variant !== control)]
}

const CONTROL = /^(?:control|original|baseline)$/i

/** A total that is taken for a variant would have each visitor twice. */
function refuseTotal(variants: readonly Variant[], codes: Int32Array): void {
  const [visitors, conversions] = [sum(variants.map((v) => v.visitors)), sum(variants.map((v) => v.conversions))]
  const total = variants.findIndex(
    (v) => saysTotal(v.name) && 2 * v.visitors === visitors && 2 * v.conversions === conversions,
  )
  if (total < 0) return
  const problem = `has ${shown(variants[total]!.name)}, the sum of the others: leave that row out`
  throw wrongValue('variants', codes.indexOf(total), problem)
}

/** Each variant, and whether it differs from the control, the first; the last row is all of them. */
function besideControl(variants: readonly Variant[], confidence: number): Table {
  const [control, ...others] = variants
  const found = judged(
    others.map((other) => [control!, other]),
    confidence,
  )
  return [
    ['variant', 'visitors', 'conversions', 'rate', 'low', 'high', 'p_value', 'p_holm', 'verdict'],
    ...variants.map(({ name, visitors, conversions, rate }, i): Scalar[] => {
      const { low, high } = wilsonInterval(conversions, visitors, confidence)
      return [name, visitors, conversions, rate, low, high, ...(i === 0 ? ['', '', 'control'] : found[i - 1]!)]
    }),
    together(variants, confidence),
  ]
}

/** Whether all convert alike. */
function together(variants: readonly Variant[], confidence: number): Scalar[] {
  const [trials, successes] = [variants.map(({ visitors }) => visitors), variants.map(({ conversions }) => conversions)]
  const { p, method } = ratesTest(successes, trials)
  const [visitors, conversions] = [trials, successes].map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const finding = p < 1 - confidence ? 'the variants differ' : 'no clear difference'
  const test = method === 'exact' ? "Fisher's exact test" : 'chi-square test'
  const doubt = method === 'rough' ? '; rough: some counts are small, and an exact test would take too long' : ''
  return ['All', visitors!, conversions!, conversions! / visitors!, '', '', p, '', `${finding} (${test})${doubt}`]
}

/** Each variant with each that comes after it. */
function inPairs(variants: readonly Variant[], confidence: number): Table {
  const pairs = variants.flatMap((one, i) => variants.slice(i + 1).map((other) => [one, other] as const))
  const found = judged(pairs, confidence)
  return [
    ['variant', 'other', 'lift', 'difference', 'low', 'high', 'p_value', 'p_holm', 'verdict'],
    ...pairs.map(([one, other], i): Scalar[] => {
      const limits = newcombeInterval(one.conversions, one.visitors, other.conversions, other.visitors, confidence)
      const difference = other.rate - one.rate
      const lift = one.rate === 0 ? '' : difference / one.rate
      return [one.name, other.name, lift, difference, limits.low, limits.high, ...found[i]!]
    }),
  ]
}

/** The p-value of each pair, the same when all pairs are looked at, and the verdict by that. */
function judged(pairs: readonly (readonly [Variant, Variant])[], confidence: number): Scalar[][] {
  const tests = pairs.map(([one, other]) => rateTest(one.conversions, one.visitors, other.conversions, other.visitors))
  const adjusted = holm(tests.map(({ p }) => p))
  return pairs.map(([one, other], i) => {
    const better = other.rate > one.rate ? other : one
    const finding = adjusted[i]! < 1 - confidence ? `${cut(better.name)} is better` : 'no clear difference'
    const test = tests[i]!.isExact ? "Fisher's exact test" : 'z test'
    return [tests[i]!.p, adjusted[i]!, `${finding} (${test})`]
  })
}
