import { choice, dates, keys, names, segments, type Keys } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { mayBeDate } from '../../reading/texts/dates.ts'

export const casesFromEvents = metric(
  {
    name: 'CASES_FROM_EVENTS',
    summary:
      'One row for each case from a log with one row for each event: its first and last time and the number of its events; with kinds also when each kind of event first came. The columns feed RESPONSE_TIME, RESOLUTION_TIME, BACKLOG, FCR and others. Cases stand in order of their first time.',
    questions: [
      'How do I turn an event log into one row per case?',
      'When was each ticket opened, answered and closed, from its history?',
      'How many contacts did each case need?',
    ],
    args: [
      keys('ids', 'Case of each event, such as a ticket, an order or a customer.'),
      dates('times', 'Date and time of each event.'),
      segments(
        'kinds',
        'Kind of each event, such as opened, replied or closed, in any case. An event without one counts in first, last and events.',
        { blank: 'kept', default: null },
      ),
      names(
        'kind_order',
        'Kinds that get a column, in this order, without a title. Events of other kinds count in first, last and events. All kinds, as they come in the log, when left out.',
        { default: null },
      ),
      choice('occurrence', 'Which time of a kind is wanted where it came more than once.', {
        first: 'the first, as for a reply',
        last: 'the last, as for a case that was opened again and closed again',
      }),
    ],
    returns: {
      table: [
        { name: 'id', unit: 'text' },
        { name: 'first', unit: 'date' },
        { name: 'last', unit: 'date' },
        { name: 'events', unit: 'count' },
        { name: 'the kinds, …', unit: 'date' },
      ],
    },
    examples: [
      {
        cells: [
          [['T2'], ['T1'], ['T1'], ['T2'], ['T1']],
          [['2026-03-03'], ['2026-03-02'], ['2026-03-04'], ['2026-03-05'], ['2026-03-06']],
        ],
        gives: [
          ['id', 'first', 'last', 'events'],
          ['T1', 46083, 46087, 3],
          ['T2', 46084, 46086, 2],
        ],
      },
      {
        cells: [
          [['T1'], ['T1'], ['T2'], ['T1'], ['T1']],
          [['2026-03-02'], ['2026-03-03'], ['2026-03-03'], ['2026-03-04'], ['2026-03-09']],
          [['opened'], ['replied'], ['opened'], ['closed'], ['closed']],
          [['opened'], ['closed']],
          'last',
        ],
        gives: [
          ['id', 'first', 'last', 'events', 'opened', 'closed'],
          ['T1', 46083, 46090, 4, 46083, 46090],
          ['T2', 46084, 46084, 1, 46084, ''],
        ],
      },
      { cells: [[['T1']], [['2026-03-02']], [['opened']], [['solved']]], gives: '#N/A' },
    ],
    source: 'Event logs and cases: van der Aalst, “Process Mining: Data Science in Action”, 2nd edition, 2016.',
  },
  (ids, times, kinds, kindOrder, occurrence) => {
    if (kindOrder && !kinds) throw new CellError('#VALUE!', 'kind_order is given without kinds')
    const cases = ids.labels.length
    const first = new Float64Array(cases).fill(Infinity)
    const last = new Float64Array(cases).fill(-Infinity)
    const events = new Int32Array(cases)
    for (let i = 0; i < times.length; i++) {
      const code = ids.codes[i]!
      if (times[i]! < first[code]!) first[code] = times[i]!
      if (times[i]! > last[code]!) last[code] = times[i]!
      events[code]!++
    }
    const columns = kinds ? columnsOf(kinds, kindOrder) : { titles: [], of: new Int32Array(0) }
    const width = columns.titles.length
    const reached = new Float64Array(cases * width).fill(NaN)
    for (let i = 0; kinds && i < times.length; i++) {
      const column = columns.of[kinds.codes[i]!] ?? -1
      if (column < 0) continue
      const at = ids.codes[i]! * width + column
      const isSooner = times[i]! < reached[at]!
      if (Number.isNaN(reached[at]!) || isSooner === (occurrence === 'first')) reached[at] = times[i]!
    }
    const order = Array.from(first.keys()).sort((a, b) => first[a]! - first[b]! || a - b)
    const known = (time: number): Scalar => (Number.isNaN(time) ? '' : time)
    return [
      ['id', 'first', 'last', 'events', ...columns.titles],
      ...order.map((code): Scalar[] => [
        ids.labels[code]!,
        first[code]!,
        last[code]!,
        events[code]!,
        ...Array.from(reached.subarray(code * width, (code + 1) * width), known),
      ]),
    ]
  },
)

/** The column of each kind by its code, -1 for one that has none, and the titles: “kind 6”, as 6 would be read as a time. */
function columnsOf({ labels }: Keys, kindOrder: readonly string[] | null): { titles: string[]; of: Int32Array } {
  const titles = kindOrder ?? labels.map(String)
  if (titles.length > MOST_KINDS) {
    const problem = `kinds has ${titles.length} different values, more than ${MOST_KINDS} columns`
    throw new CellError('#VALUE!', `${problem}; name those that you want in kind_order`)
  }
  const place = new Map(titles.map((title, i) => [title.toLowerCase(), i]))
  const of = Int32Array.from(labels, (label) => place.get(String(label).toLowerCase()) ?? -1)
  if (of.every((column) => column < 0) && kindOrder) {
    throw new CellError('#N/A', 'kinds has none of the names in kind_order')
  }
  return { titles: titles.map((title) => (mayBeDate(title) ? `kind ${title}` : title)), of }
}

/** More are no kinds of events, but comments or ids. */
const MOST_KINDS = 100
