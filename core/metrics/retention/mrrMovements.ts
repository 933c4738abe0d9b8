import { choice, dates, keys, numberColumn, type Keys } from '../../arguments/index.ts'
import { CellError, shown, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText, periodStart, periodTable, periodOf, type Period } from '../../statistics/calendar.ts'
import { periodChoices } from '../../statistics/cohorts.ts'
import { rowsByCode } from '../../statistics/groups.ts'
import { runningSums } from '../../statistics/runningSums.ts'

const columns = ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing']

export const mrrMovements = metric(
  {
    name: 'MRR_MOVEMENTS',
    summary:
      'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers. In the first period all is new, as nothing is known before it.',
    questions: [
      'Where does the change in recurring revenue come from?',
      'How much revenue is new, expanded, lost or won back each month?',
      'How does monthly recurring revenue develop?',
    ],
    args: [
      keys('ids', 'Customer of each row of a billing log.'),
      dates('dates', 'A day in the period that the row belongs to.'),
      numberColumn(
        'amounts',
        'Recurring revenue of that customer in that period. Several rows add up; no row or 0 means none in that period.',
      ),
      choice(
        'period',
        'Length of a period. Leave out the rows of one that is not billed in full yet: customers without a row in the last period count as churned.',
        periodChoices,
        'month',
      ),
    ],
    returns: { table: columns.map((name, i) => ({ name, unit: i === 0 ? 'date' : 'money' })) },
    examples: [
      {
        cells: [
          [['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ann'], ['Ben'], ['Cleo']],
          [
            ['2026-01-01'],
            ['2026-01-01'],
            ['2026-02-01'],
            ['2026-02-01'],
            ['2026-03-01'],
            ['2026-03-01'],
            ['2026-03-01'],
          ],
          [[100], [50], [120], [30], [120], [50], [20]],
        ],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 150, 0, 0, 0, 0, 150],
          [46054, 150, 30, 20, 0, 50, 0, 150],
          [46082, 150, 0, 0, 10, 0, 50, 190],
        ],
      },
      {
        cells: [[['Ann'], ['Ann']], [['2026-01-01'], ['2026-07-01']], [[100], [90]], 'quarter'],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 100, 0, 0, 0, 0, 100],
          [46113, 100, 0, 0, 0, 100, 0, 0],
          [46204, 0, 0, 0, 0, 0, 90, 90],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann']],
          [['2026-01-01'], ['2026-01-15']],
          [[100], [-120]],
        ],
        gives: '#VALUE!',
      },
    ],
    source: 'Skok, “SaaS Metrics 2.0”, forEntrepreneurs, 2012.',
  },
  (ids, dates, amounts, period) => {
    const { firstPeriod, start, rows } = rowsByPeriod(dates, period)
    const follow = movementsOf(ids, amounts)
    let opening = 0
    const body = Array.from({ length: start.length - 1 }, (_, at): Scalar[] => {
      const day = periodStart(firstPeriod + at, period)
      const own = rows.subarray(start[at], start[at + 1])
      const movements = follow(own, `the ${period} from ${isoText(day)}`)
      const row = [day, opening, ...movements]
      opening = movements[CLOSING]!
      return row
    })
    return [columns, ...body]
  },
)

const [NEW, EXPANSION, CONTRACTION, CHURNED, REACTIVATED, CLOSING] = [0, 1, 2, 3, 4, 5] as const

/** Follows every customer's MRR from period to period: called with the rows of each period in turn, it gives the movements. */
function movementsOf(ids: Keys, amounts: Float64Array): (rows: Int32Array, when: string) => Float64Array {
  const customers = ids.labels.length
  const before = new Float64Array(customers)
  const now = new Float64Array(customers)
  const billed = new Float64Array(customers)
  const seen = new Int32Array(customers)
  const paidOnce = new Uint8Array(customers)
  let paying: number[] = []
  let turn = 0

  return (rows, when) => {
    turn++
    const present: number[] = []
    for (let k = 0; k < rows.length; k++) {
      const code = ids.codes[rows[k]!]!
      if (seen[code] !== turn) {
        seen[code] = turn
        now[code] = billed[code] = 0
        present.push(code)
      }
      now[code]! += amounts[rows[k]!]!
      billed[code]! += Math.abs(amounts[rows[k]!]!)
    }

    const sums = runningSums(CLOSING + 1)
    for (const code of paying) {
      if (seen[code] === turn) continue
      sums.add(CHURNED, before[code]!)
      before[code] = 0
    }
    paying = []
    for (const code of present) {
      const [was, is] = [before[code]!, sameAs(0, now[code]!, billed[code]!)]
      if (is < 0) throw negative(ids, amounts, rows, code, is, when)
      const change = sameAs(was, is, was) - was
      if (was === 0) sums.add(paidOnce[code] === 1 ? REACTIVATED : NEW, is)
      else if (is === 0) sums.add(CHURNED, was)
      else if (change > 0) sums.add(EXPANSION, change)
      else sums.add(CONTRACTION, -change)
      sums.add(CLOSING, is)
      before[code] = is
      if (is === 0) continue
      paidOnce[code] = 1
      paying.push(code)
    }
    return sums.totals()
  }
}

/** `value`, or `other` where only rounding of sums of this size tells them apart: 0.1 + 0.2 is no expansion of 0.3. */
function sameAs(other: number, value: number, size: number): number {
  return Math.abs(value - other) <= 1e-12 * size ? other : value
}

function negative(ids: Keys, amounts: Float64Array, rows: Int32Array, code: number, mrr: number, when: string) {
  const row = rows.find((row) => ids.codes[row] === code && amounts[row]! < 0)!
  const who = shown(ids.labels[code]!)
  return wrongValue('amounts', row, `has ${amounts[row]}, which leaves ${who} with a negative MRR (${mrr}) in ${when}`)
}

/** The rows of each period from the first to the last: those of period firstPeriod + p are rows[start[p]] to rows[start[p + 1] - 1]. */
function rowsByPeriod(dates: Float64Array, period: Period) {
  let first = Infinity
  let last = -Infinity
  for (let i = 0; i < dates.length; i++) {
    if (dates[i]! < first) first = dates[i]!
    if (dates[i]! > last) last = dates[i]!
  }
  const from = Math.floor(first)
  const firstPeriod = periodOf(from, period)
  const count = periodOf(last, period) - firstPeriod + 1
  if (count > MOST_PERIODS) {
    const problem = `the dates span ${count} periods of a ${period}, more than ${MOST_PERIODS}`
    throw new CellError('#VALUE!', `${problem}; use a longer period`)
  }
  const table = periodTable(from, Math.floor(last), period)
  const codes = new Int32Array(dates.length)
  for (let i = 0; i < dates.length; i++) codes[i] = table[Math.floor(dates[i]!) - from]! - firstPeriod
  return { firstPeriod, ...rowsByCode({ codes, labels: Array.from({ length: count }, (_, at) => at) }) }
}

/** More than a reader can follow: a date in the wrong century is to be found, not to fill the sheet. */
const MOST_PERIODS = 2000
