import { counts, fraction, segments } from '../../arguments/index.ts'
import { lifetimeArgs } from '../../arguments/columns/lifetimes.ts'
import { CellError, shown } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { kaplanMeier, medianLimits, survivalTime } from '../../statistics/customers/survival.ts'
import { logRank, logRankChiSquare, type LogRank, type Observed } from '../../statistics/customers/logRank.ts'
import { rowsByCode, sortedCodes } from '../../statistics/groups.ts'
import { chiSquareP } from '../../statistics/inference/chiSquare.ts'
import { holm } from '../../statistics/inference/holm.ts'
import { valuesAt } from '../../statistics/picking.ts'
import { sum } from '../../statistics/sum.ts'

export const survivalCompare = metric(
  {
    name: 'SURVIVAL_COMPARE',
    summary:
      'Whether groups of customers stay for different times (log-rank test): for each group how many have left, how many would have if all groups were alike (expected), the median time with its limits (Kaplan-Meier), and how likely so large a difference from all others would be by chance (p_value). The last row is all customers, its p_value that of all groups together. Where fewer than 5 have left and were expected to, nothing is told. Customers who are still there count for as long as they have been observed. What goes along with staying need not be its cause.',
    questions: [
      'Which customers stay longer?',
      'Do customers with yearly contracts stay longer than those who pay by month?',
      'Which characteristics go along with retention?',
      'Compare survival curves of groups with a log-rank test',
      'Does lifetime differ by plan or region?',
      'Which plan or payment method loses customers sooner?',
    ],
    args: [
      ...lifetimeArgs,
      segments(
        'groups',
        'Group of each customer, such as contract, plan or channel, known when they came. A customer without one is left out.',
      ),
      fraction(
        'confidence',
        'Confidence of the limits low and high, and of the verdict. 95% when left out. Of three and more groups each p_value is raised for having looked at all of them (Holm).',
        { min: 0.5, max: 0.9999, default: 0.95 },
      ),
      counts(),
    ],
    returns: {
      table: [
        { name: 'group', unit: 'text', labelsOf: 'groups' },
        { name: 'customers', unit: 'count' },
        { name: 'ended', unit: 'count' },
        { name: 'expected', unit: 'score' },
        { name: 'median', unit: 'count' },
        { name: 'low', unit: 'count' },
        { name: 'high', unit: 'count' },
        { name: 'p_value', unit: 'fraction', digits: 2 },
        { name: 'verdict', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [[1], [2], [2], [3], [4], [5], [6], [8], [9], [9], [10], [12]],
          [['yes'], ['yes'], ['yes'], ['yes'], ['yes'], ['yes'], ['no'], ['yes'], ['yes'], ['no'], ['yes'], ['yes']],
          [['m'], ['m'], ['m'], ['m'], ['m'], ['m'], ['y'], ['y'], ['y'], ['y'], ['y'], ['y']],
        ],
        gives: [
          ['group', 'customers', 'ended', 'expected', 'median', 'low', 'high', 'p_value', 'verdict'],
          ['m', 6, 6, 2.135281385281385, 2, 1, '', 0.0004886649439275514, 'leaves sooner than the others'],
          ['y', 6, 4, 7.864718614718615, 10, 8, '', 0.0004886649439275514, 'stays longer than the others'],
          ['All', 12, 10, 10, 5, 2, 10, 0.0004886649439275514, '“y” stays longer'],
        ],
      },
      {
        cells: [
          [[2], [4]],
          [['yes'], ['no']],
          [['a'], ['a']],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Mantel, Cancer Chemotherapy Reports 50(3), 1966; Holm, Scandinavian Journal of Statistics 6(2), 1979; limits of the median: Brookmeyer and Crowley, Biometrics 38(1), 1982, from log-log limits.',
  },
  (durations, ended, groups, confidence) => {
    const { labels } = groups
    if (labels.length < 2) throw new CellError('#N/A', 'groups needs 2 different names, has 1')
    if (labels.length > MOST_GROUPS) {
      const problem = `groups has ${labels.length} different names, more than ${MOST_GROUPS}`
      throw new CellError('#VALUE!', `${problem}: put small ones together`)
    }
    const order = sortedCodes(groups)
    const { start, rows } = rowsByCode(groups)
    const observed = order.map((code): Observed => {
      const own = rows.subarray(start[code], start[code + 1])
      return { durations: valuesAt(durations, own), ended: valuesAt(ended, own) }
    })
    const test = logRank(observed)
    const names = order.map((code) => labels[code]!)
    const row = (name: Scalar, one: Observed, expected: number, rest: Scalar[]): Scalar[] => {
      const steps = kaplanMeier(one.durations, one.ended)
      const { low, high } = medianLimits(steps, confidence)
      const median = survivalTime(steps, 0.5)
      return [name, one.durations.length, sum(one.ended), expected, median ?? '', low ?? '', high ?? '', ...rest]
    }
    const judged = ownVerdicts(test, 1 - confidence)
    return [
      ['group', 'customers', 'ended', 'expected', 'median', 'low', 'high', 'p_value', 'verdict'],
      ...observed.map((one, g) => row(names[g]!, one, test.expected[g]!, judged[g]!)),
      row('All', { durations, ended }, sum(ended), verdictOnAll(test, names, 1 - confidence)),
    ]
  },
)

/** The work grows with their square at each time, and nobody reads more. */
const MOST_GROUPS = 50
/** With fewer events, chi-square says little of how likely they are. */
const FEW = 5

/** The p-value of each group against all others together, and what it says. */
function ownVerdicts({ events, expected, covariance }: LogRank, alpha: number): Scalar[][] {
  const size = events.length
  const all = sum(events)
  const variance = (g: number): number => covariance[g * size + g]!
  const tested = Array.from(events, (_, g) => g).filter((g) => variance(g) > 0)
  const raw = tested.map((g) => chiSquareP((events[g]! - expected[g]!) ** 2 / variance(g), 1))
  // Of two groups both say the same.
  const adjusted = size > 2 ? holm(raw) : raw
  return Array.from(events, (own, g): Scalar[] => {
    const at = tested.indexOf(g)
    if (at < 0) return ['', 'cannot be told: never observed while others left']
    const p = adjusted[at]!
    const isFew = Math.max(own, expected[g]!) < FEW || Math.max(all - own, all - expected[g]!) < FEW
    if (isFew) return [p, `cannot be told: ${own} left where ${expected[g]!.toFixed(1)} were expected`]
    if (p >= alpha) return [p, 'no clear difference']
    return [p, own < expected[g]! ? 'stays longer than the others' : 'leaves sooner than the others']
  })
}

function verdictOnAll(test: LogRank, names: readonly Scalar[], alpha: number): Scalar[] {
  const { events, expected } = test
  const { statistic, freedom } = logRankChiSquare(test)
  const all = sum(events)
  if (all === 0) return ['', 'cannot be told: nobody has left']
  if (freedom === 0) return ['', 'cannot be told: nobody left while several groups were observed']
  const p = chiSquareP(statistic, freedom)
  if (all < 2 * FEW) return [p, `cannot be told: ${all} customer${all === 1 ? '' : 's'} left`]
  if (p >= alpha) return [p, 'no clear difference']
  const ratio = (g: number): number => (expected[g] === 0 ? Infinity : events[g]! / expected[g]!)
  const best = names.reduce<number>((least, _, g) => (ratio(g) < ratio(least) ? g : least), 0)
  if (Math.max(events[best]!, expected[best]!) < FEW) {
    const which = `${events[best]} left of ${shown(names[best]!)} where ${expected[best]!.toFixed(1)} were expected`
    return [p, `the groups differ, but which stays longest cannot be told: ${which}`]
  }
  const name = shown(names[best]!)
  return [p, names.length === 2 ? `${name} stays longer` : `the groups differ: ${name} stays longest`]
}
