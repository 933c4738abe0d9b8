import { numberBlock, numberColumn } from '../../arguments/index.ts'
import { CellError, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { correlation, standardised } from '../../statistics/inference/correlation.ts'
import {
  atWork,
  fitSpend,
  fitWithout,
  marginalReturn,
  responseErrors,
  type SpendFit,
} from '../../statistics/planning/spendResponse.ts'
import { sum } from '../../statistics/sum.ts'

const header = [
  'channel',
  'spend',
  'mean_spend',
  'decay',
  'half_point',
  'max_response',
  'response',
  'margin',
  'marginal_return',
  'roi',
  'r_squared',
  'warning',
]

export const spendResponse = metric(
  {
    name: 'SPEND_RESPONSE',
    summary:
      'Response of results to marketing spend, channel by channel (a small marketing mix model): results are a base and, for each channel, max_response × spend / (spend + half_point), where a share, decay, of the spend works on in the next period. response is what the channel brought in all, give or take margin (twice its standard error; in simulations the truth lay within it in about 85 of 100 cases), roi that for each unit of spend, marginal_return what one more unit per period would bring now. BUDGET_SPLIT goes on from the result. half_point and max_response belong together: each alone is far less sure than the response. The last row and the warnings say where the data cannot tell. Results that go along with spend may have other causes, such as a season in which more is spent: test before you move much money.',
    questions: [
      'How effective is our advertising on TV, radio or search?',
      'How do sales respond to advertising spend?',
      'How much should we spend on Google ads?',
      'Marketing mix modeling (MMM) in a spreadsheet',
      'Which media have the best return on ad spend in the long run?',
    ],
    args: [
      numberBlock(
        'spend',
        'Spend of each channel in each period: a column for each, at most 12, with its name on top, and a row for each week or month in order of time. 0 where there was none.',
        { min: 0, gaps: 'refused', dates: 'refused' },
      ),
      numberColumn(
        'results',
        'What came in each period, such as sales or new customers, beside the spend. At least 10 periods and 4 more for each channel tell something.',
        { min: 0, blank: 'kept' },
      ),
    ],
    returns: {
      chart: { kind: 'bar', title: 'Return for each unit of spend', columns: ['roi'] },
      table: [
        { name: 'channel', unit: 'text' },
        { name: 'spend', unit: 'money' },
        { name: 'mean_spend', unit: 'money' },
        { name: 'decay', unit: 'fraction' },
        { name: 'half_point', unit: 'money' },
        { name: 'max_response', unit: 'estimate' },
        { name: 'response', unit: 'estimate' },
        { name: 'margin', unit: 'estimate' },
        { name: 'marginal_return', unit: 'estimate' },
        { name: 'roi', unit: 'estimate' },
        { name: 'r_squared', unit: 'ratio' },
        { name: 'warning', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [['tv'], [100], [350], [400], [1300], [400], [0], [100], [1400], [400], [0], [100], [400], [1300], [400]],
          [['sales'], [140], [200], [220], [260], [250], [220], [200], [260], [250], [220], [200], [220], [260], [250]],
        ],
        gives: [
          [
            'channel',
            'spend',
            'mean_spend',
            'decay',
            'half_point',
            'max_response',
            'response',
            'margin',
            'marginal_return',
            'roi',
            'r_squared',
            'warning',
          ],
          ['tv', 6650, 475, 0.5, 200, 200, 1750, 0, 0.0877914951989026, 0.2631578947368421, '', ''],
          ['Base', '', '', '', '', '', 1400, '', '', '', '', ''],
          ['All', 6650, 475, '', '', '', 3150, '', '', '', 1, ''],
          ['spend explains 100% of the ups and downs of results', '', '', '', '', '', '', '', '', '', '', ''],
        ],
      },
      {
        cells: [
          [['tv'], [10], [0], [20]],
          [['sales'], [5], [3], [null]],
        ],
        gives: '#VALUE!',
      },
    ],
    source:
      'Jin and others, “Bayesian Methods for Media Mix Modeling with Carryover and Shape Effects”, Google, 2017, with a shape of 1, by least squares; doubt about a channel: Schwarz, “Estimating the Dimension of a Model”, Annals of Statistics 6(2), 1978.',
  },
  ({ columns, titles }, results) => {
    const gap = results.findIndex(Number.isNaN)
    if (gap >= 0) throw wrongValue('results', gap, 'has no number, write 0 if there is none')
    const periods = results.length
    checkSize(columns.length, periods)
    const names = columns.map((_, i) => titles?.[i] || `channel ${i + 1}`)
    const varying = columns.flatMap((spend, i) => (spend.some((amount) => amount !== spend[0]) ? [i] : []))
    if (varying.length === 0) throw new CellError('#N/A', 'needs a channel whose spend changes, has 0')
    const needed = 3 * varying.length + 2
    if (periods < needed) {
      throw new CellError('#N/A', `needs ${needed} periods for ${counted(varying.length, 'channel')}, has ${periods}`)
    }
    const mean = sum(results) / periods
    const spread = sum(results.map((result) => (result - mean) ** 2))
    if (spread === 0) throw new CellError('#DIV/0!', 'results do not vary, so no spend can explain them')

    const spend = varying.map((i) => columns[i]!)
    const fit = fitSpend(spend, results)
    const margins = responseErrors(spend, results, fit).map((error) => 2 * error)
    const responses = spend.map((amounts, k) => {
      const { decay, half, most } = fit.channels[k]!
      return most === 0 ? 0 : sum(atWork(amounts, decay).map((a) => (most * a) / (a + half)))
    })
    const uncertain = responses.map((response, k) => margins[k]! / response)
    const chosen = varying.map((i) => names[i]!)
    const warnings = warningsOf(spend, results, fit, uncertain, chosen)
    const rows = columns.map((amounts, i): Scalar[] => {
      const total = sum(amounts)
      const k = varying.indexOf(i)
      const start = [names[i]!, total, total / periods]
      if (k < 0) {
        const why = total === 0 ? 'nothing was spent' : 'spend never changes, so its response is part of the base'
        return [...start, '', '', '', '', '', '', '', '', why]
      }
      const channel = fit.channels[k]!
      if (channel.most === 0) return [...start, '', '', 0, 0, '', 0, 0, '', warnings[k]!]
      const [response, margin] = [responses[k]!, margins[k]!]
      const marginal = marginalReturn(channel, total / periods)
      const curve = [channel.decay, channel.half, channel.most]
      const known = margin < Infinity ? margin : ''
      return [...start, ...curve, response, known, marginal, response / total, '', warnings[k]!]
    })
    const base = fit.base * periods
    const totalOf = (column: number) => sum(rows.map((row) => Number(row[column])))
    const rSquared = 1 - fit.squares / spread
    return [
      header,
      ...rows,
      ['Base', '', '', '', '', '', base, '', '', '', '', ''],
      ['All', totalOf(1), totalOf(2), '', '', '', base + totalOf(6), '', '', '', rSquared, ''],
      [verdictOf(periods, varying.length, rSquared, warnings), ...header.slice(1).map(() => '')],
    ]
  },
)

const MOST_CHANNELS = 12
/** More than thirteen years of days: whoever has more adds them up by week. */
const MOST_PERIODS = 5000

function checkSize(channels: number, periods: number): void {
  if (channels > MOST_CHANNELS) {
    const mend = 'add small ones up'
    throw new CellError('#VALUE!', `spend has ${channels} channels, more than ${MOST_CHANNELS}; ${mend}`)
  }
  if (periods > MOST_PERIODS) {
    const mend = 'add them up by week or month'
    throw new CellError('#VALUE!', `results has ${periods} periods, more than ${MOST_PERIODS}; ${mend}`)
  }
}

/** From where on two channels cannot be told apart. */
const ALIKE = 0.9
/** The longest carry-over that is looked for, but for rounding. */
const LONGEST = 0.9499

/** A margin of more than this share of the response leaves little of it sure. */
const UNCERTAIN = 0.5

/** What to know of each channel before its numbers are believed, "" for none. */
function warningsOf(
  spend: readonly Float64Array[],
  results: Float64Array,
  fit: SpendFit,
  uncertain: readonly number[],
  names: readonly string[],
): string[] {
  const shapes = spend.map((amounts) => standardised(amounts)!)
  return spend.map((amounts, i) => {
    const { decay, half, most } = fit.channels[i]!
    const twins = shapes.flatMap((shape, k) => {
      const likeness = k === i ? 0 : correlation(shape, shapes[i]!)
      return likeness > ALIKE ? [`${names[k]!} (correlation ${likeness.toFixed(2)})`] : []
    })
    if (twins.length > 0) return `moves with ${twins.join(', ')}: their responses cannot be told apart`
    if (most === 0) return 'no response to be seen'
    if (mayBeChance(fit.squares, fitWithout(spend, results, fit, i).squares, results.length)) {
      return 'its response may be chance'
    }
    if (decay > LONGEST) return 'its carry-over is longer than the data can tell'
    if (half > Math.max(...atWork(amounts, decay))) {
      return 'half_point is beyond all spend at work so far: half_point and max_response are guesses'
    }
    if (uncertain[i]! <= UNCERTAIN) return ''
    const share = uncertain[i]! < 10 ? `${Math.round(100 * uncertain[i]!)}%` : 'many times itself'
    return `its response is uncertain, give or take ${share}: some of it may be part of the base`
  })
}

/** Whether the three parameters of a channel gain no more than Schwarz’s criterion asks of them. */
function mayBeChance(squares: number, without: number, periods: number): boolean {
  return periods * Math.log(without / squares) < 3 * Math.log(periods)
}

function verdictOf(periods: number, channels: number, rSquared: number, warnings: readonly string[]): string {
  const trusted = 10 + 4 * channels
  const share = `${Number((100 * Math.max(0, rSquared)).toPrecision(3))}%`
  if (periods < trusted) {
    return `only ${periods} periods for ${counted(channels, 'channel')}, at least ${trusted} are needed: do not rely on it`
  }
  if (rSquared < 0.5) return `spend explains only ${share} of the ups and downs of results: something else moves them`
  const doubtful = warnings.filter((warning) => warning !== '').length
  const doubt = doubtful > 0 ? `, with a warning for ${counted(doubtful, 'channel')}` : ''
  return `spend explains ${share} of the ups and downs of results${doubt}`
}

/** “1 channel”, “2 channels” */
function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}
