import {
  numberColumn,
  segments as segmentNames,
  unread,
  unreadRest,
  wishedMetric,
  type Arg,
  type ColumnArg,
  type Reading,
  type Unread,
} from '../../arguments/index.ts'
import type { Order, Wish } from '../../arguments/metricName.ts'
import { CellError, shown, type Decode } from '../../cell.ts'
import { alignColumns, isLeftOut } from '../../reading/columns.ts'
import { countsRows } from '../../reading/standingFor.ts'
import { settled } from '../../reading/evidence.ts'
import { metric, type Metric, type Scalar, type Share, type Table } from '../../metric.ts'
import { evaluate, known, readCall } from '../../reading/evaluate.ts'
import { holm } from '../../statistics/inference/holm.ts'
import { partsTold, pooled, shareChange, shareLimits, without } from '../../statistics/inference/shares.ts'
import { ENOUGH } from '../../statistics/feedback/netPromoter.ts'
import { FIRST_SERIAL } from '../../statistics/time/calendar.ts'
import { rowsByCode, sortedCodes, type Keys } from '../../statistics/groups.ts'
import { valuesAt, valuesWhere } from '../../statistics/picking.ts'
import { sum } from '../../statistics/sum.ts'

export const metricBy = metric(
  {
    name: 'METRIC_BY',
    summary:
      'Any function of this list that gives one number, worked out for each segment, month or day. rows counts the rows of a segment, also those without an answer. A segment with nothing to compute from has a blank value. In detail each rate has its part and whole, the limits low and high, and a verdict: whether it differs from all other rows together.',
    questions: [
      'What is a metric per segment, channel, region or product?',
      'What is a metric by month, such as CAC by month?',
      'How do groups of customers compare?',
      'Which team or channel is worse than the rest, or differs from the others?',
      'Which product, campaign or region sells best, or made the most money?',
    ],
    args: [
      wishedMetric(
        'metric',
        'Name of the function in quotes, such as "CSAT". Segments stand in the order of their names; "CSAT desc" puts the largest value first, "CSAT asc" the smallest. "CSAT detail" says how sure each rate is and whether it differs from the rest; "CSAT detail 90%" with limits of 90%.',
      ),
      unread(
        'groups',
        'Segment of each row, such as channel or region, or a date. A row without one is left out. Each day is a segment of its own: for months give the first day of the month.',
      ),
      unreadRest(
        'data_ranges',
        'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, money and counts of a segment’s rows are added up; a rate, a price or a mean must be one cell for all, or one row for each segment.',
      ),
    ],
    returns: {
      chart: { kind: 'column', title: '{value} by segment', columns: ['the metric …'], overTime: 'line' },
      table: [
        { name: 'segment', unit: 'text', labelsOf: 'groups' },
        { name: 'rows', unit: 'count' },
        { name: 'the metric …', unit: 'number', unitOf: 'metric' },
      ],
      others: [
        {
          when: 'detail is asked for',
          chart: {
            kind: 'line',
            title: '{value} by segment, with its limits',
            columns: ['the metric …', 'low', 'high'],
          },
          table: [
            { name: 'segment', unit: 'text', labelsOf: 'groups' },
            { name: 'rows', unit: 'count' },
            { name: 'part', unit: 'number' },
            { name: 'whole', unit: 'number' },
            { name: 'the metric …', unit: 'number', unitOf: 'metric' },
            { name: 'low', unit: 'number', unitOf: 'metric' },
            { name: 'high', unit: 'number', unitOf: 'metric' },
            { name: 'verdict', unit: 'text' },
          ],
        },
      ],
    },
    examples: [
      {
        cells: ['CSAT', [['chat'], ['mail'], ['chat'], ['mail']], [[5], [2], [4], [4]]],
        gives: [
          ['segment', 'rows', 'CSAT'],
          ['chat', 2, 1],
          ['mail', 2, 0.5],
        ],
      },
      {
        cells: ['ARPU', [['a'], ['a'], ['b']], [[10], [20], [7]], [[1], [1], [1]]],
        gives: [
          ['segment', 'rows', 'ARPU'],
          ['a', 2, 15],
          ['b', 1, 7],
        ],
      },
      {
        cells: ['CHURN_RATE', [[46054], [46023], [46023]], [[120], [60], [40]], [[6], [2], [3]]],
        gives: [
          ['segment', 'rows', 'CHURN_RATE'],
          [46023, 2, 0.05],
          [46054, 1, 0.05],
        ],
      },
      {
        cells: ['NPS desc', [['North'], ['South'], ['South']], [[5], [9], [8]]],
        gives: [
          ['segment', 'rows', 'NPS'],
          ['South', 2, 50],
          ['North', 1, -100],
        ],
      },
      { cells: ['NPS_TABLE', [['chat'], ['mail']], [[5], [9]]], gives: '#VALUE!' },
    ],
    source:
      'The source of the function named by metric; limits: Wilson, Journal of the American Statistical Association 22(158), 1927; several verdicts at once: Holm, Scandinavian Journal of Statistics 6(2), 1979.',
  },
  ({ metric: chosen, wish }, groups, dataRanges) => {
    const { decode, find } = groups
    const given = dataRanges.raw
    const { name, returns } = chosen.spec
    const { segments, rowsIn, data } = bySegment(chosen, groups, given)
    // A call over all rows names a wrong cell by its own row.
    const overAll = (): unknown => spreadsSingleValues(chosen, given) || evaluate(chosen, given, decode, find)
    if (returns.askedOfAll) overAll()
    const order = sortedCodes(segments).filter((code) => rowsIn(code) > 0)
    const asBody: Decode = Object.assign((raw: unknown) => decode(raw), { ...isDateOf(decode), isBody: true })
    const found = order.map((code): Segment => {
      const segment = segments.labels[code]!
      const cells = data(code)
      try {
        const { value, share } = lacksTotal(chosen, cells) ? { value: '' } : known(chosen, cells, asBody, find)
        return { segment, rows: rowsIn(code), value, share }
      } catch (error) {
        overAll()
        throw ofSegment(segment, error)
      }
    })
    if (found.every(({ value }) => value === '')) {
      overAll()
      const first = order[0]!
      try {
        evaluate(chosen, data(first), asBody, find)
      } catch (error) {
        throw ofSegment(segments.labels[first]!, error)
      }
    }
    const sorted = wish.order ? bySize(found, wish.order) : found
    return wish.isDetailed ? detailed(name, sorted, wish) : plain(name, sorted)
  },
)

interface Segment {
  segment: Scalar
  rows: number
  value: Scalar
  share: Share | undefined
}

function plain(name: string, segments: readonly Segment[]): Table {
  return [['segment', 'rows', name], ...segments.map(({ segment, rows, value }) => [segment, rows, value])]
}

/** Each rate with what it is made of, its limits, and whether it differs from that of all other segments together. */
function detailed(name: string, segments: readonly Segment[], { confidence = 0.95 }: Wish): Table {
  const shares = segments.flatMap(({ share }) => share ?? [])
  if (shares.length === 0) {
    throw new CellError('#VALUE!', `${name} is no rate, leave out “detail” or use one such as CSAT or NPS`)
  }
  const verdicts = againstRest(shares, confidence)
  const body = segments.map(({ segment, rows, value, share }): Scalar[] => {
    if (!share) return [segment, rows, '', '', value, '', '', '']
    const limits = shareLimits(share, confidence)
    const verdict = verdicts[shares.indexOf(share)]!
    const { part, whole } = partsTold(share)
    return [segment, rows, part, whole, value, limits?.low ?? '', limits?.high ?? '', verdict]
  })
  return [['segment', 'rows', 'part', 'whole', name, 'low', 'high', 'verdict'], ...body]
}

/** What the rate of each segment says beside that of the others; by Holm’s correction where these are several questions. */
function againstRest(shares: readonly Share[], confidence: number): string[] {
  const all = pooled(shares)
  const changes = shares.map((share) => shareChange(without(all, share), share))
  const found = changes.flatMap((change) => change?.p ?? [])
  // Of two segments each is the rest of the other: that is one question.
  const chances = found.length > 2 ? holm(found) : found
  let next = 0
  return shares.map(({ whole, of = '' }, i) => {
    const change = changes[i]
    if (!change) return ''
    if (chances[next++]! < 1 - confidence) return `differs: ${change.isMore ? 'above' : 'below'} the rest`
    return whole < ENOUGH
      ? `cannot be told: ${whole} ${whole === 1 ? of.replace(/s$/, '') : of}`
      : 'no clear difference'
  })
}

/** Segments without a value stand last, and of equal ones the first name first. */
function bySize(segments: readonly Segment[], order: Order): Segment[] {
  const sign = order === 'asc' ? 1 : -1
  const rank = ({ value }: Segment) => (typeof value === 'number' ? sign * value : Infinity)
  // Two that are infinite differ by no number.
  return segments.slice().sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

function ofSegment(segment: Scalar, error: unknown): unknown {
  return error instanceof CellError ? new CellError(error.code, `${shown(String(segment))}: ${error.message}`) : error
}

function isDateOf({ isDate }: Decode): Pick<Decode, 'isDate'> {
  return isDate ? { isDate } : {}
}

/** Lines the segments up with the data, and gives the rows and the raw arguments of each. */
function bySegment(chosen: Metric, { raw: groups, decode, find }: Unread<unknown>, given: readonly unknown[]) {
  const { args, name } = chosen.spec
  const spread = args.map((arg, i) => isSpread(arg, given[i]))
  const asOf = needsAsOf(args, given, decode)
    ? latestDate(args, readCall(chosen.spec, given, decode, find).values)
    : undefined
  const values = given.filter((_, i) => spread[i])
  const columns = args.filter((_, i) => spread[i]).map((arg) => (arg.adds ? toAdd(arg) : asGiven(arg)))
  const place = (argument: string): number => args.findIndex((arg) => arg.name === argument)
  const reading: Reading = {
    decode,
    value: (argument) => args[place(argument)]!.read(given[place(argument)], reading),
    column: () => undefined,
    isGiven: (argument) => !isLeftOut(given[place(argument)], decode),
    find,
  }
  const segmentColumn = segmentNames('groups', '')
  const counts = args.findIndex((arg, i) => countsRows(arg) && spread[i])
  const timesColumn = numberColumn('groups counted', '', { default: null, blank: 'kept' })
  const aligned = alignColumns(
    [segmentColumn, ...columns, timesColumn],
    [groups, ...values, counts < 0 ? null : given[counts]],
    reading,
  )
  const times = aligned.values(timesColumn.name) as Float64Array | undefined
  const segments = aligned.values(segmentColumn.name) as Keys
  const { start, rows } = rowsByCode(segments)
  const rowsOf = (code: number): Int32Array => rows.subarray(start[code], start[code + 1])
  const together = args.map((arg, i) =>
    spread[i] && !arg.adds && arg.shape !== 'cell'
      ? segmentBySegment(aligned.values(arg.name) as unknown[], segments.codes, start)
      : [],
  )
  return {
    segments,
    /** How many rows a segment has; where each may stand for several, how many they stand for. */
    rowsIn: (code: number): number => (times ? (total(times, rowsOf(code)) ?? 0) : rowsOf(code).length),
    /** The raw arguments of one segment. */
    data(code: number): unknown[] {
      const own = args.map((arg, i) => {
        const raw = given[i]
        if (arg.name === 'as_of' && isLeftOut(raw, decode)) return asOf
        if (!spread[i]) return raw
        if (arg.adds) return total(aligned.values(arg.name) as Float64Array, rowsOf(code))
        if (arg.shape === 'cell') {
          return single(name, arg, aligned.values(arg.name) as unknown[], rowsOf(code), segments.labels[code]!)
        }
        const own = together[i]!.slice(start[code], start[code + 1])
        return arg.shape === 'column' ? own : [own]
      })
      // What is too much is refused by the function itself.
      return [...own, ...given.slice(args.length)]
    },
  }
}

/** The cells of each segment together, in the order of their rows: those of code c begin at start[c]. */
function segmentBySegment(cells: readonly unknown[], codes: Int32Array, start: Int32Array): unknown[] {
  const next = start.slice(0, -1)
  const together = new Array<unknown>(cells.length)
  for (let i = 0; i < codes.length; i++) together[next[codes[i]!]!++] = cells[i]
  return together
}

/** The numbers of the rows together, as SUMIF adds them up; null where there is none. */
function total(values: Float64Array, rows: Int32Array): number | null {
  const all = valuesAt(values, rows)
  const numbers = valuesWhere(all, (i) => !Number.isNaN(all[i]!))
  return numbers.length === 0 ? null : sum(numbers)
}

/** Whether a segment has no number to add up where the function needs one. */
function lacksTotal({ spec }: Metric, cells: readonly unknown[]): boolean {
  return spec.args.some(({ adds, optional }, i) => adds && !optional && cells[i] === null)
}

function single(name: string, arg: Arg<unknown>, all: unknown[], rows: Int32Array, segment: Scalar): unknown {
  if (rows.length === 1) return all[rows[0]!]
  throw new CellError(
    '#VALUE!',
    `${name} takes one ${arg.name}, but ${shown(String(segment))} has ${rows.length} rows: give it one row for each segment, or one cell for all`,
  )
}

function needsAsOf(args: readonly Arg<unknown>[], given: readonly unknown[], decode: Decode): boolean {
  return args.some(({ name }, i) => name === 'as_of' && isLeftOut(given[i], decode))
}

/** The date for all rows: left to itself, each segment would look back from its own latest. */
function latestDate(args: readonly Arg<unknown>[], values: readonly unknown[]): number | undefined {
  const { whenLeftOut } = args.find(({ name }) => name === 'as_of')!
  if (whenLeftOut) return whenLeftOut(...values)
  let latest: number | undefined
  args.forEach((arg, i) => {
    if (!arg.date || arg.shape !== 'column' || values[i] === null) return
    const dates = values[i] as Float64Array
    // What is no date holds the hours that cases took.
    for (let k = 0; k < dates.length; k++) if (dates[k]! > (latest ?? FIRST_SERIAL - 1)) latest = dates[k]!
  })
  return latest
}

/** Whether an argument has a cell for each row, rather than one for all. */
function isSpread(arg: Arg<unknown>, raw: unknown): boolean {
  return Array.isArray(raw) && !arg.ownRows && (arg.shape !== 'cell' || raw.length > 1)
}

function spreadsSingleValues({ spec }: Metric, given: readonly unknown[]): boolean {
  return spec.args.some((arg, i) => arg.shape === 'cell' && isSpread(arg, given[i]))
}

/** A column of money or counts, of which a segment takes the sum. */
function toAdd(arg: Arg<unknown>): ColumnArg<Float64Array> {
  if (arg.shape === 'range') return numberColumn(arg.name, '', { ...arg.limits, blank: 'kept' })
  return numberColumn(arg.name, '', { blank: 'kept', refuseWords: 'clear the cell if there is no number' })
}

/**
 * An argument row by row, unread, with its own idea of what a header is. The cells of a bag are taken out of their rows,
 * which lie far from each other in memory once they are sorted by segment.
 */
function asGiven(arg: Arg<unknown>): ColumnArg<unknown[]> {
  const own = 'firstCell' in arg ? (arg as ColumnArg<unknown>) : undefined
  const like = own?.shape === 'column' ? own : { ...numberColumn(arg.name, ''), ...(own && tellingTitles(own)) }
  return {
    ...like,
    // All stand beside the groups here, and no row comes more than once.
    tableOf: () => '',
    isCounts: false,
    countsEach: '',
    readRows(range, start, end, reading) {
      const { decode } = reading
      const { cells } = range
      // What is wrong with times shows in the whole column and its title: minutes, days taken for months.
      if (own?.date) own.readRows(range, start, end, reading)
      const values = new Array<unknown>(end - start)
      for (let i = start; i < end; i++) {
        const raw = cells[i]![0]
        const known = typeof raw === 'number' ? raw : settled(raw, range, decode)
        values[i - start] = arg.shape !== 'column' ? known : known === raw ? cells[i]! : [known]
      }
      return { values, blank: null }
    },
    pick: (values, rows) => pickRows(values as unknown[], rows),
    read: () => [],
  }
}

function tellingTitles({ firstCell, topOf }: ColumnArg<unknown>): Pick<ColumnArg<unknown>, 'firstCell' | 'topOf'> {
  return { firstCell, ...(topOf && { topOf }) }
}

function pickRows(values: readonly unknown[], rows: Int32Array): unknown[] {
  const picked = new Array<unknown>(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]
  return picked
}
