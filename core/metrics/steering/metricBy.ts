import {
  numberColumn,
  segments as segmentNames,
  text,
  unread,
  unreadRest,
  type Arg,
  type ColumnArg,
  type Reading,
} from '../../args.ts'
import { oneNumberMetric } from '../../catalogue.ts'
import { CellError, type Decode } from '../../cell.ts'
import { alignColumns, isLeftOut } from '../../columns.ts'
import { knownValue, metric, readCall, type Metric, type Scalar } from '../../metric.ts'
import { rowsByCode, sortedCodes } from '../../statistics/groups.ts'

export const metricBy = metric(
  {
    name: 'METRIC_BY',
    summary:
      'Any function of this list that gives one number, worked out for each segment. A segment with nothing to compute from has a blank value.',
    questions: ['What is a metric per segment, channel, region or product?', 'How do groups of customers compare?'],
    args: [
      text('metric', 'Name of the function in quotes, such as "CSAT".'),
      unread('groups', 'Segment of each row, such as channel or region. A row without one is left out.'),
      unreadRest(
        'data_ranges',
        'Arguments of that function in their order: columns as high as groups, then single options. Where the function takes a single number, each segment must have one row.',
      ),
    ],
    returns: {
      table: [
        { name: 'segment', unit: 'text' },
        { name: 'rows', unit: 'count' },
        { name: 'value', unit: 'ratio' },
      ],
    },
    examples: [
      {
        cells: ['CSAT', [['chat'], ['mail'], ['chat'], ['mail']], [[5], [2], [4], [4]]],
        gives: [
          ['segment', 'rows', 'value'],
          ['chat', 2, 1],
          ['mail', 2, 0.5],
        ],
      },
      { cells: ['NPS_TABLE', [['chat'], ['mail']], [[5], [9]]], gives: '#VALUE!' },
    ],
    source: 'The source of the function named by metric.',
  },
  (metricName, groups, dataRanges) => {
    const chosen = oneNumberMetric(metricName)
    const { segments, data } = bySegment(chosen, groups.raw, dataRanges.raw, groups.decode)
    const { start, rows } = rowsByCode(segments)
    const body = sortedCodes(segments).map((code): Scalar[] => {
      const segment = segments.labels[code]!
      const own = rows.subarray(start[code], start[code + 1])
      return [segment, own.length, knownValue(chosen, data(own, segment), groups.decode)]
    })
    return [['segment', 'rows', 'value'], ...body]
  },
)

/** Lines the segments up with the data, and gives the raw arguments of the rows of one segment. */
function bySegment(chosen: Metric, groups: unknown, given: readonly unknown[], decode: Decode) {
  const { args, name } = chosen.spec
  const spread = args.map((arg, i) => isSpread(arg, given[i]))
  // Every cell is read once in its place, so that a wrong one is reported with its own row.
  const readAsOne = args.every((arg, i) => arg.shape !== 'cell' || !spread[i])
  const asOf = readAsOne ? latestDate(args, readCall(chosen.spec, given, decode).values) : undefined
  const columns = args.filter((_, i) => spread[i]).map(asGiven)
  const values = given.filter((_, i) => spread[i])
  const reading: Reading = { decode, value: () => undefined, column: () => undefined }
  const segmentColumn = segmentNames('groups', '')
  const aligned = alignColumns([segmentColumn, ...columns], [groups, ...values], reading)
  return {
    segments: aligned.values(segmentColumn.name) as { codes: Int32Array; labels: Scalar[] },
    data(rows: Int32Array, segment: Scalar): unknown[] {
      const own = args.map((arg, i) => {
        const raw = given[i]
        if (arg.name === 'as_of' && isLeftOut(raw, decode)) return asOf
        if (!spread[i]) return raw
        const cells = Array.from(rows, (row) => [(aligned.values(arg.name) as unknown[])[row]])
        if (arg.shape !== 'cell') return cells
        if (cells.length === 1) return cells[0]![0]
        throw new CellError('#VALUE!', `${name} takes one ${arg.name}, but “${segment}” has ${cells.length} rows`)
      })
      // What is too much is refused by the function itself.
      return [...own, ...given.slice(args.length)]
    },
  }
}

/** The latest date of all rows: left to itself, each segment would look back from its own. */
function latestDate(args: readonly Arg<unknown>[], values: readonly unknown[]): number | undefined {
  let latest: number | undefined
  args.forEach((arg, i) => {
    if (!arg.date || arg.shape !== 'column' || values[i] === null) return
    const dates = values[i] as Float64Array
    for (let k = 0; k < dates.length; k++) if (dates[k]! > (latest ?? -Infinity)) latest = dates[k]!
  })
  return latest
}

/** Whether an argument has a cell for each row, rather than one for all. */
function isSpread(arg: Arg<unknown>, raw: unknown): boolean {
  return Array.isArray(raw) && !arg.ownRows && (arg.shape !== 'cell' || raw.length > 1)
}

/** The cells of an argument row by row, unread, with its own idea of what a header is. */
function asGiven(arg: Arg<unknown>): ColumnArg<unknown[]> {
  const like = 'firstCell' in arg ? (arg as ColumnArg<unknown>) : numberColumn(arg.name, '')
  return {
    ...like,
    readRows: ({ cells }, start, end) => ({
      values: Array.from({ length: end - start }, (_, i) => cells[start + i]![0]),
      blank: null,
    }),
    pick: (values, rows) => Array.from(rows, (row) => (values as unknown[])[row]),
    read: () => [],
  }
}
