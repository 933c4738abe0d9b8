import { counts, names, numberBlock, numberColumn } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import {
  correlation,
  correlations,
  midRanks,
  standardised,
  standardOf,
  type RankRoom,
} from '../../statistics/inference/correlation.ts'
import { driverModel } from '../../statistics/feedback/drivers.ts'

export const driverImpact = metric(
  {
    name: 'DRIVER_IMPACT',
    summary:
      'What drives an outcome, such as which ratings go along with the recommendation. For each driver: its correlation with the outcome, also by ranks; its effect while the others stay the same, in standard deviations (standardised regression); and its weight, its share of what all drivers explain together (relative weights). The heaviest comes first. A warning says where they explain little (adjusted R² below 10%), or cannot be told apart. What goes along with the outcome need not be its cause.',
    questions: [
      'What drives satisfaction, NPS or loyalty?',
      'Which cue or attribute matters most to customers?',
      'What should we improve first?',
    ],
    args: [
      numberColumn('outcome', 'The result to explain, one number in each row, such as 0 to 10 for recommending us.'),
      numberBlock(
        'drivers',
        'What may drive it: a block with a column of numbers for each driver, beside the outcome. A row with a blank in any column is left out of all.',
      ),
      names('labels', 'Name of each driver, in their order. The header of the block when left out.', { default: null }),
      counts(),
    ],
    returns: {
      chart: { kind: 'bar', title: 'What drives the outcome', columns: ['weight'] },
      table: [
        { name: 'driver', unit: 'text' },
        { name: 'correlation', unit: 'ratio' },
        { name: 'rank_correlation', unit: 'ratio' },
        { name: 'effect', unit: 'number' },
        { name: 'weight', unit: 'fraction' },
        { name: 'warning', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [['recommend'], [9], [3], [7], [10], [5], [6]],
          [
            ['price', 'service'],
            [4, 5],
            [3, 1],
            [2, 4],
            [5, 5],
            [4, 2],
            [null, 3],
          ],
        ],
        gives: [
          ['driver', 'correlation', 'rank_correlation', 'effect', 'weight', 'warning'],
          ['service', 0.9804067213387103, 0.9746794344808963, 0.9140092073161583, 0.8545372533403002, ''],
          ['price', 0.5053652107611432, 0.6155870112510924, 0.1964637482025975, 0.1454627466596998, ''],
        ],
      },
      {
        cells: [
          [[9], [3], [7], [10], [5]],
          [
            [4, 8, 1],
            [3, 6, 1],
            [2, 4, 1],
            [5, 10, 1],
            [4, 8, 1],
          ],
          [['stars', 'points', 'open']],
        ],
        gives: [
          ['driver', 'correlation', 'rank_correlation', 'effect', 'weight', 'warning'],
          [
            'stars',
            0.5053652107611432,
            0.6155870112510924,
            '',
            '',
            'follows exactly from points, so their effects cannot be told apart',
          ],
          [
            'points',
            0.5053652107611432,
            0.6155870112510924,
            '',
            '',
            'follows exactly from stars, so their effects cannot be told apart',
          ],
          ['open', '', '', '', '', 'does not vary'],
        ],
      },
      {
        cells: [
          [[9], [3], [7]],
          [
            [4, 5],
            [3, 1],
            [2, 4],
          ],
        ],
        gives: '#N/A',
      },
    ],
    source:
      'Johnson, “A Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple Regression”, Multivariate Behavioral Research 35(1), 2000.',
  },
  (outcome, { columns, titles }, labels) => {
    const count = columns.length
    if (labels && labels.length !== count) {
      const sizes = `labels has ${counted(labels.length, 'different name')} and drivers has ${counted(count, 'column')}`
      throw new CellError('#VALUE!', `${sizes}, give each its own name`)
    }
    if (count > MOST_DRIVERS) {
      throw new CellError('#VALUE!', `drivers has ${count} columns, more than ${MOST_DRIVERS}; choose the likely ones`)
    }
    if (outcome.length < count + 2) {
      const problem = `needs ${count + 2} complete rows for ${counted(count, 'driver')}, has ${outcome.length}`
      throw new CellError('#N/A', problem)
    }
    const name = (i: number): string => labels?.[i] ?? (titles?.[i] || `driver ${i + 1}`)
    const target = standardOf(outcome)
    if (target === null) throw new CellError('#DIV/0!', 'outcome does not vary, so nothing can drive it')

    const standards = columns.map(standardOf)
    const varying = standards.flatMap((standard, i) => (standard ? [i] : []))
    const drivers = varying.map((i) => columns[i]!)
    const size = drivers.length
    // The outcome comes last.
    const all = correlations([...drivers, outcome], [...varying.map((i) => standards[i]!), target])
    const withOutcome = all.slice(size * (size + 1), -1)
    const among = all.filter((_, at) => at % (size + 1) < size && at < size * (size + 1))
    const rankCorrelations = rankCorrelationsOf(outcome, drivers)
    const { effects, weights, inflation, companions } = driverModel(among, withOutcome)
    const explained = weights.reduce((sum, weight) => sum + weight, 0)

    const doubt = doubtOf(explained, outcome.length, size)
    /** What to know before an effect is believed. */
    const warning = (k: number): string => {
      if (companions[k]!.length > 0) {
        const others = companions[k]!.map((other) => name(varying[other]!)).join(', ')
        return `follows exactly from ${others}, so their effects cannot be told apart`
      }
      if (inflation[k]! > MOST_INFLATION) {
        return `much like other drivers, most like ${name(varying[closest(among, size, k)]!)}: its effect is uncertain`
      }
      return doubt
    }
    const rows = columns.map((_, i): Scalar[] => {
      const k = varying.indexOf(i)
      if (k < 0) return [name(i), '', '', '', '', 'does not vary']
      const known = companions[k]!.length === 0
      const weight = known && explained > NOTHING ? weights[k]! / explained : ''
      return [name(i), withOutcome[k]!, rankCorrelations[k]!, known ? effects[k]! : '', weight, warning(k)]
    })
    const weightOf = (row: Scalar[]): number => (row[4] === '' ? -1 : (row[4] as number))
    return [
      ['driver', 'correlation', 'rank_correlation', 'effect', 'weight', 'warning'],
      ...rows.sort((a, b) => weightOf(b) - weightOf(a)),
    ]
  },
)

/** The work grows with their square, and nobody reads more. */
const MOST_DRIVERS = 100

/** The usual mark: more than 80 % of the driver is in the others. */
const MOST_INFLATION = 5

/** Drivers that explain less than this say little about the outcome, whatever their weights. */
const LITTLE = 0.1

/** What R² itself makes doubtful, after what as many columns of chance would explain is taken off (adjusted R²). */
function doubtOf(explained: number, rows: number, drivers: number): string {
  if (explained <= NOTHING) return 'the drivers explain nothing of the outcome'
  const adjusted = 1 - ((1 - explained) * (rows - 1)) / (rows - drivers - 1)
  if (adjusted <= 0) return 'the drivers explain no more of the outcome than chance would'
  return adjusted < LITTLE ? `the drivers explain only ${Number((100 * adjusted).toPrecision(2))}% of the outcome` : ''
}

/** A smaller R² is rounding. */
const NOTHING = 1e-20

/** “1 driver”, “2 drivers” */
function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`
}

/** Spearman's correlation of each driver with the outcome. All are ranked in the same room: a large array costs time. */
function rankCorrelationsOf(outcome: Float64Array, drivers: readonly Float64Array[]): number[] {
  const target = midRanks(outcome)
  standardised(target, target)
  const room: RankRoom = { ranks: new Float64Array(outcome.length) }
  return drivers.map((driver) => correlation(standardised(midRanks(driver, room), room.ranks)!, target))
}

/** The other driver that correlates most with this one. */
function closest(among: Float64Array, size: number, k: number): number {
  const likeness = Array.from({ length: size }, (_, i) => (i === k ? -1 : Math.abs(among[k * size + i]!)))
  return likeness.indexOf(Math.max(...likeness))
}
