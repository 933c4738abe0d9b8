import { channelCurves, perChannel, type ChannelCurve, type PerChannel } from '../../arguments/columns/channelCurves.ts'
import { number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { responseOf, splitBudget, type SpendCurve } from '../../statistics/planning/budgetSplit.ts'
import { marginalReturn } from '../../statistics/planning/spendResponse.ts'
import { sum } from '../../statistics/sum.ts'

export const budgetSplit = metric(
  {
    name: 'BUDGET_SPLIT',
    summary:
      'The best split of a marketing budget among its channels, by the curves of SPEND_RESPONSE: the next unit of budget then brings the same, marginal_return, in every channel that is not at its minimum or maximum. Budget, response and the present spend are those of one period in which it is kept up. It is as good as the curves are, and passes on their warnings: move in steps, and look again.',
    questions: [
      'How do I split or allocate the marketing budget across channels?',
      'How do I optimise the media budget?',
      'What is the best media mix?',
      'Where should the next euro or dollar go?',
      'Which channel should get more money and which less?',
    ],
    args: [
      channelCurves(
        'params',
        'The result of SPEND_RESPONSE with its header. Or a row for each channel with its name, half_point, the spend per period that brings half of the most, and max_response, the most that it can bring per period.',
      ),
      number('budget', 'Budget of all channels for one period, as long as those of the curves.', { min: 0 }),
      perChannel(
        'minimums',
        'The least that each channel must get, in the order of the channels, or one number for all. None where blank.',
      ),
      perChannel(
        'maximums',
        'The most that each channel may get, in the order of the channels, or one number for all. No limit where blank.',
      ),
    ],
    returns: {
      chart: { kind: 'column', title: 'Spend now and in the best split', columns: ['current_spend', 'budget'] },
      table: [
        { name: 'channel', unit: 'text' },
        { name: 'current_spend', unit: 'money' },
        { name: 'budget', unit: 'money' },
        { name: 'change', unit: 'fraction' },
        { name: 'response', unit: 'estimate' },
        { name: 'marginal_return', unit: 'estimate' },
        { name: 'warning', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['tv', 400, 900],
            ['search', 100, 400],
          ],
          500,
        ],
        gives: [
          ['channel', 'current_spend', 'budget', 'change', 'response', 'marginal_return', 'warning'],
          ['tv', '', 350, '', 420, 0.64, ''],
          ['search', '', 150, '', 240, 0.64, ''],
          ['All', '', 500, '', 660, 0.64, ''],
        ],
      },
      { cells: [[['tv', 400, 900]], 500, 600], gives: '#VALUE!' },
    ],
    source:
      'Equal marginal returns: Dorfman and Steiner, “Optimal Advertising and Optimal Quality”, American Economic Review 44(5), 1954; Farris and others, “Marketing Metrics”, 3rd edition, 2015.',
  },
  (channels, budget, minimums, maximums) => {
    const least = limitsOf('minimums', minimums, channels)
    const limit = limitsOf('maximums', maximums, channels)
    const known = channels.flatMap(({ most }, i) => (most === null ? [] : [i]))
    const curves = known.map((i): SpendCurve => {
      const { half, most } = channels[i]!
      return { half: half ?? 0, most: most!, least: least[i] ?? 0, limit: limit[i] ?? Infinity }
    })
    if (!curves.some(({ most }) => most > 0))
      throw new CellError('#N/A', 'needs a channel with a max_response above 0, has 0')
    checkLimits(
      curves,
      known.map((i) => channels[i]!.channel),
      budget,
    )
    const spend = splitBudget(curves, budget)
    const rows = channels.map(({ channel, current, warning }, i): Scalar[] => {
      const k = known.indexOf(i)
      if (k < 0) return [channel, current ?? '', '', '', '', '', 'its curve is not known: not part of the budget']
      const [curve, own] = [curves[k]!, spend[k]!]
      const marginal = curve.most === 0 ? 0 : marginalReturn(curve, own)
      return [
        channel,
        current ?? '',
        own,
        changeOf(current, own),
        responseOf(curve, own),
        marginal,
        doubtOf(current, own) || warning,
      ]
    })
    const currents = known.map((i) => channels[i]!.current)
    const current = currents.includes(null) ? null : sum(currents as number[])
    const next = Math.max(
      0,
      ...curves.map((curve, k) => (curve.most > 0 && spend[k]! < curve.limit ? marginalReturn(curve, spend[k]!) : 0)),
    )
    const response = sum(curves.map((curve, k) => responseOf(curve, spend[k]!)))
    return [
      ['channel', 'current_spend', 'budget', 'change', 'response', 'marginal_return', 'warning'],
      ...rows,
      ['All', current ?? '', budget, changeOf(current, budget), response, next, ''],
    ]
  },
)

/** So many times what was spent lies far beyond what the curve has seen. */
const FAR = 2

function doubtOf(current: number | null, spend: number): string {
  if (current === null || current === 0 || spend <= FAR * current) return ''
  return 'more than twice what was spent so far: the curve is a guess there'
}

function changeOf(current: number | null, spend: number): Scalar {
  return current === null || current === 0 ? '' : spend / current - 1
}

/** The limit of each channel, null where there is none. */
function limitsOf(name: string, given: PerChannel | null, channels: readonly ChannelCurve[]): (number | null)[] {
  if (given === null) return channels.map(() => null)
  if ('all' in given) return channels.map(() => given.all)
  if (given.each.length <= channels.length) return channels.map((_, i) => given.each[i] ?? null)
  const counts = `${name} has ${given.each.length} cells and params ${channels.length} channels`
  throw new CellError('#VALUE!', `${counts}, give one for each`)
}

function checkLimits(curves: readonly SpendCurve[], names: readonly string[], budget: number): void {
  const crossed = curves.findIndex(({ least, limit }) => least > limit)
  if (crossed >= 0) {
    const { least, limit } = curves[crossed]!
    throw new CellError('#VALUE!', `minimums of ${names[crossed]!} is ${least}, more than its maximum of ${limit}`)
  }
  const [least, limit] = [sum(curves.map(({ least }) => least)), sum(curves.map(({ limit }) => limit))]
  if (least > budget) throw new CellError('#VALUE!', `minimums add up to ${least}, more than budget (${budget})`)
  if (limit < budget) throw new CellError('#VALUE!', `maximums add up to ${limit}, less than budget (${budget})`)
}
