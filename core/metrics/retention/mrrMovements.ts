import { choice, date, dates, keys, numberColumn, type Keys } from '../../arguments/index.ts'
import { CellError, shown, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText, periodStart, periodTable, periodOf, type Period } from '../../statistics/time/calendar.ts'
import { periodChoices } from '../../statistics/customers/cohorts.ts'
import { rowsByCode } from '../../statistics/groups.ts'
import { ledgerOf, movements, sameAs, type Ledger } from '../../statistics/customers/recurringRevenue.ts'

const columns = ['period', 'opening', ...movements]

export const mrrMovements = metric(
  {
    name: 'MRR_MOVEMENTS',
    summary:
      'Why recurring revenue moved, period by period: new customers, expansion, contraction, churned and reactivated customers, from opening to closing. Losses are positive numbers unless asked otherwise. In the first period all is new, as nothing is known before it. The rows are a billing log, or a list of subscriptions when end_dates is given.',
    questions: [
      'Where does the change in recurring revenue come from?',
      'How much revenue is new, expanded, lost or won back each month?',
      'How does monthly recurring revenue develop?',
      'What is the MRR of a list of subscriptions with start and end?',
    ],
    args: [
      keys('ids', 'Customer of each row of a billing log, or of each subscription.'),
      dates('dates', 'A day in the period that the row belongs to; with end_dates the day each subscription starts.'),
      numberColumn(
        'amounts',
        'Recurring revenue of that customer in that period. Several rows add up; no row, 0 or a credit alone means none in that period. With end_dates what the subscription brings in every period.',
      ),
      choice(
        'period',
        'Length of a period. Leave out the rows of one that is not billed in full yet: customers of a log without a row in the last period count as churned.',
        periodChoices,
        'month',
      ),
      dates(
        'end_dates',
        'For a list with one row a subscription: the day each ended, blank while it runs. It counts in a period if it runs at its end: new in the period of its start, churned in the period in which it ends. Where another one of the customer starts on that day or the day after, it hands over.',
        { default: null, blank: 'kept' },
      ),
      date(
        'as_of',
        'Last day looked at, in the last period; later rows and ends are ignored. The latest date in the data when left out.',
        { default: null },
      ),
      choice('losses', 'How contraction and churned revenue are written.', {
        positive: 'as amounts that were lost',
        negative: 'below zero, so that opening and the movements add up to closing, as a waterfall wants them',
      }),
    ],
    returns: {
      chart: {
        kind: 'stacked column',
        title: 'Movements of recurring revenue',
        columns: movements.filter((name) => name !== 'closing'),
        signedBy: ['losses', 'negative'],
      },
      table: columns.map((name, i) => ({ name, unit: i === 0 ? 'date' : 'money' })),
    },
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
          [['Ann'], ['Ben'], ['Cleo']],
          [['2026-01-10'], ['2026-01-20'], ['2026-02-05']],
          [[100], [50], [30]],
          'month',
          [[null], ['2026-02-15'], [null]],
          '2026-03-31',
        ],
        gives: [
          ['period', 'opening', 'new', 'expansion', 'contraction', 'churned', 'reactivated', 'closing'],
          [46023, 0, 150, 0, 0, 0, 0, 150],
          [46054, 150, 30, 0, 0, 50, 0, 130],
          [46082, 130, 0, 0, 0, 0, 0, 130],
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
  (ids, dates, amounts, period, ends, asOf, losses) => {
    const calendar = periodsOf(dates, ends, period, asOf)
    const ledger = ledgerOf(ids.labels.length)
    const book = ends
      ? subscriptions(ids, dates, amounts, ends, calendar, ledger)
      : bills(ids, dates, amounts, calendar, ledger)
    let opening = 0
    const body = Array.from({ length: calendar.count }, (_, at): Scalar[] => {
      const day = periodStart(calendar.first + at, period)
      book(at, `the ${period} from ${isoText(day)}`)
      const moved = ledger.close()
      const written = movements.map((name, i) => (losses === 'negative' && isLoss(name) ? -moved[i]! || 0 : moved[i]!))
      const row = [day, opening, ...written]
      opening = moved[moved.length - 1]!
      return row
    })
    return [columns, ...body]
  },
)

function isLoss(movement: (typeof movements)[number]): boolean {
  return movement === 'contraction' || movement === 'churned'
}

/** Books period after period. `when` names it in words. */
type Book = (at: number, when: string) => void

/** The periods of a table, up to a last day. */
interface Periods {
  first: number
  count: number
  /** Which of them a day falls in, from 0; `count` for one after the last day. */
  of(date: number): number
}

/** A billing log: in each period a customer pays what their rows add up to, nothing without a row. */
function bills(ids: Keys, dates: Float64Array, amounts: Float64Array, calendar: Periods, ledger: Ledger): Book {
  const { start, rows } = rowsByPeriod(dates, calendar)
  const customers = ids.labels.length
  const now = new Float64Array(customers)
  const billed = new Float64Array(customers)
  const seen = new Int32Array(customers).fill(-1)
  let paying: number[] = []
  let someCameBack = false

  return (at, when) => {
    const own = rows.subarray(start[at], start[at + 1])
    const present: number[] = []
    for (let k = 0; k < own.length; k++) {
      const row = own[k]!
      const code = ids.codes[row]!
      if (seen[code] !== at) {
        someCameBack ||= seen[code]! >= 0
        seen[code] = at
        now[code] = billed[code] = 0
        present.push(code)
      }
      now[code]! += amounts[row]!
      billed[code]! += Math.abs(amounts[row]!)
    }
    for (const code of paying) if (seen[code] !== at) ledger.book(code, 0)
    paying = []
    for (const code of present) {
      const isCreditAlone = now[code] === -billed[code]!
      const mrr = isCreditAlone ? 0 : sameAs(0, now[code]!, billed[code]!)
      if (mrr < 0) throw negative(ids, amounts, own, code, mrr, when)
      ledger.book(code, mrr)
      if (mrr > 0) paying.push(code)
    }
    if (at === calendar.count - 1 && at > 0 && !someCameBack) throw new CellError('#VALUE!', NO_LOG)
  }
}

const NO_LOG =
  'no customer has rows in two periods, as if all had left after the first; for a list with one row a subscription give end_dates, blank while it runs, and in a billing log a row of 0 to who has left'

/** A list of subscriptions: at the end of each period a customer pays for those that run. */
function subscriptions(
  ids: Keys,
  starts: Float64Array,
  amounts: Float64Array,
  ends: Float64Array,
  calendar: Periods,
  ledger: Ledger,
): Book {
  const begin = rowsByPeriod(starts, calendar)
  const finish = rowsByPeriod(handedOver(ids, starts, ends), calendar)
  const customers = ids.labels.length
  const mrr = new Float64Array(customers)
  const billed = new Float64Array(customers)
  const running = new Int32Array(customers)

  return (at, when) => {
    const changed = new Set<number>()
    const change = ({ start, rows }: typeof begin, sign: 1 | -1): Int32Array => {
      const own = rows.subarray(start[at], start[at + 1])
      for (const row of own) {
        const code = ids.codes[row]!
        mrr[code]! += sign * amounts[row]!
        billed[code]! += Math.abs(amounts[row]!)
        running[code]! += sign
        changed.add(code)
      }
      return own
    }
    const begun = change(begin, 1)
    const finished = change(finish, -1)
    for (const code of changed) {
      // What is left of sums of others is rounding.
      if (running[code] === 0) mrr[code] = billed[code] = 0
      const is = sameAs(0, mrr[code]!, billed[code]!)
      if (is < 0) throw negative(ids, amounts, Int32Array.of(...begun, ...finished), code, is, when)
      ledger.book(code, is)
    }
  }
}

/** The day from which each subscription no longer counts: its end, or the day after where the customer's next one starts then. */
function handedOver({ codes }: Keys, starts: Float64Array, ends: Float64Array): Float64Array {
  const DAYS = 2 ** 22
  const begun = new Set<number>()
  for (let i = 0; i < starts.length; i++) begun.add(codes[i]! * DAYS + Math.floor(starts[i]!))
  return ends.map((end, i) => {
    const next = Math.floor(end) + 1
    return begun.has(codes[i]! * DAYS + next) ? next : end
  })
}

function negative(ids: Keys, amounts: Float64Array, rows: Int32Array, code: number, mrr: number, when: string) {
  const isCredit = (row: number) => ids.codes[row] === code && amounts[row]! < 0
  // A subscription below 0 may have begun in a period before, and only now be alone.
  const row = rows.find(isCredit) ?? amounts.findIndex((_, row) => isCredit(row))
  const who = shown(ids.labels[code]!)
  return wrongValue(
    'amounts',
    row,
    `has ${amounts[row]}, which leaves ${who} with a negative MRR (${mrr}) in ${when}; date a credit in the period that it is for`,
  )
}

/** The periods from the earliest date to as_of, the latest date when null. */
function periodsOf(dates: Float64Array, ends: Float64Array | null, period: Period, asOf: number | null): Periods {
  let earliest = Infinity
  let latest = -Infinity
  for (let i = 0; i < dates.length; i++) {
    if (dates[i]! < earliest) earliest = dates[i]!
    if (dates[i]! > latest) latest = dates[i]!
    if (!ends) continue
    if (ends[i]! > latest) latest = ends[i]!
    if (Math.floor(ends[i]!) < Math.floor(dates[i]!)) {
      throw wrongValue('end_dates', i, `has ${isoText(ends[i]!)}, before the date in dates (${isoText(dates[i]!)})`)
    }
  }
  const from = Math.floor(earliest)
  const until = Math.floor(asOf ?? latest)
  if (until < from) throw new CellError('#N/A', `there is no date up to as_of (${isoText(until)})`)
  const first = periodOf(from, period)
  const count = periodOf(until, period) - first + 1
  if (count > MOST_PERIODS) {
    const problem = `the dates span ${count} periods of a ${period}, more than ${MOST_PERIODS}`
    throw new CellError('#VALUE!', `${problem}; use a longer period`)
  }
  const table = periodTable(from, until, period)
  return {
    first,
    count,
    of: (date) => (date < until + 1 ? table[Math.floor(date) - from]! - first : count),
  }
}

/** The rows of each period: those of the period at p are rows[start[p]] to rows[start[p + 1] - 1]. Rows without a date have none. */
function rowsByPeriod(dates: Float64Array, { count, of }: Periods) {
  const codes = new Int32Array(dates.length)
  for (let i = 0; i < dates.length; i++) codes[i] = of(dates[i]!)
  return rowsByCode({ codes, labels: Array.from({ length: count + 1 }, (_, at) => at) })
}

/** More than a reader can follow: a date in the wrong century is to be found, not to fill the sheet. */
const MOST_PERIODS = 2000
