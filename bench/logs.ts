import { excelFunctions, type Formula } from './bundles.ts'
import { compared, growth, thousands, type Line } from './lines.ts'
import { columnOf, randomFrom, side } from './measure.ts'

const sizes = [10_000, 100_000, 1_000_000]

/** The tables over a log of orders or customers, from 10,000 rows to a million. */
export function logs(): Line[] {
  const functions = excelFunctions()
  const data = sizes.map(logOf)
  return contests.flatMap(({ name, ours, bare }) => {
    const results = data.map((log, i) =>
      side(
        [60, 15, 5][i]!,
        () => ours(functions, log),
        () => bare(log),
      ),
    )
    return [
      ...results.map((result, i) =>
        compared(`${name}, ${thousands(sizes[i]!)} rows, Excel bundle`, result, 'the bare passes', 3),
      ),
      growth(name, sizes, results, 'the bare passes'),
    ]
  })
}

/** A function over a log of `rows` rows, and the bare passes that its definition cannot do without. */
interface Contest {
  name: string
  ours(functions: Record<string, Formula>, log: Log): unknown
  bare(log: Log): unknown
}

/** Columns as a host hands them over: ten rows a customer over two years of days, amounts in cents. */
interface Log {
  ids: string[][]
  dates: number[][]
  amounts: number[][]
  /** Days a customer stayed, and whether they have left. */
  durations: number[][]
  ended: boolean[][]
}

function logOf(rows: number): Log {
  const random = randomFrom(3)
  const column = <T>(cell: () => T) => columnOf(rows, cell)
  return {
    ids: column(() => `C${Math.floor((random() * rows) / 10)}`),
    dates: column(() => 45000 + Math.floor(random() * 700)),
    amounts: column(() => Math.round(1000 + random() * 9000) / 100),
    durations: column(() => 1 + Math.floor(random() * 1000)),
    ended: column(() => random() < 0.6),
  }
}

const contests: readonly Contest[] = [
  {
    name: 'COHORT_REVENUE',
    ours: ({ COHORT_REVENUE }, { ids, dates, amounts }) => COHORT_REVENUE!(ids, dates, amounts, null, null, null),
    bare: bareCohortRevenue,
  },
  {
    name: 'RFM',
    ours: ({ RFM }, { ids, dates, amounts }) => RFM!(ids, dates, amounts, null, null),
    bare: bareRfm,
  },
  {
    name: 'MRR_MOVEMENTS',
    ours: ({ MRR_MOVEMENTS }, { ids, dates, amounts }) => MRR_MOVEMENTS!(ids, dates, amounts, null),
    bare: bareMovements,
  },
  {
    name: 'SURVIVAL_CURVE',
    ours: ({ SURVIVAL_CURVE }, { durations, ended }) => SURVIVAL_CURVE!(durations, ended, null),
    bare: bareSurvival,
  },
]

/** The first day of each customer, then the sum for each pair of first and present month. */
function bareCohortRevenue({ ids, dates, amounts }: Log): number {
  const first = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) {
    const known = first.get(ids[i]![0]!)
    if (known === undefined || dates[i]![0]! < known) first.set(ids[i]![0]!, dates[i]![0]!)
  }
  const sums = new Float64Array(24 * 24)
  for (let i = 0; i < ids.length; i++) {
    const from = month(first.get(ids[i]![0]!)!)
    sums[from * 24 + month(dates[i]![0]!)]! += amounts[i]![0]!
  }
  return sums[0]!
}

/** Last day, orders and money of each customer, then the three columns sorted for their quantiles. */
function bareRfm({ ids, dates, amounts }: Log): number {
  const known = new Map<string, number>()
  const last = new Float64Array(ids.length)
  const orders = new Float64Array(ids.length)
  const money = new Float64Array(ids.length)
  for (let i = 0; i < ids.length; i++) {
    let at = known.get(ids[i]![0]!)
    if (at === undefined) known.set(ids[i]![0]!, (at = known.size))
    if (dates[i]![0]! > last[at]!) last[at] = dates[i]![0]!
    orders[at]!++
    money[at]! += amounts[i]![0]!
  }
  return [last, orders, money].reduce((sum, column) => sum + column.slice(0, known.size).sort()[0]!, 0)
}

/** The money of each customer and month, then each customer's months in turn. */
function bareMovements({ ids, dates, amounts }: Log): number {
  const known = new Map<string, number>()
  const money = new Float64Array((ids.length / 5) * 24)
  for (let i = 0; i < ids.length; i++) {
    let at = known.get(ids[i]![0]!)
    if (at === undefined) known.set(ids[i]![0]!, (at = known.size))
    money[at * 24 + month(dates[i]![0]!)]! += amounts[i]![0]!
  }
  let gained = 0
  for (let i = 1; i < known.size * 24; i++) gained += Math.max(0, money[i]! - money[i - 1]!)
  return gained
}

/** The durations sorted, then one pass over them. */
function bareSurvival({ durations, ended }: Log): number {
  const sorted = Float64Array.from(durations, ([days]) => days!).sort()
  let events = 0
  for (let i = 0; i < sorted.length; i++) if (ended[i]![0]!) events += sorted[i]!
  return events
}

function month(day: number): number {
  return Math.floor((day - 45000) / 30)
}
