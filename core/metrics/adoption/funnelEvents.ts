import { counts, customers, dates, keys, type Keys, names, number } from '../../arguments/index.ts'
import { CellError, shown } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { IF_TITLE } from '../../reading/cells.ts'
import { isKnownTitle } from '../../reading/titles.ts'
import { funnelColumns, funnelTable } from '../../statistics/journeys/funnel.ts'
import { rowsByCode } from '../../statistics/groups.ts'

export const funnelEvents = metric(
  {
    name: 'FUNNEL_EVENTS',
    summary:
      'A funnel counted from a log of events: how many customers went through the stages in their order, each stage on or after the one before. With window_days, only if the whole way from the first stage took no longer.',
    questions: [
      'How many customers get from one stage to the next?',
      'Where do people drop out of the journey?',
      'Build a funnel from an event log',
    ],
    args: [
      keys('ids', 'Customer of each event.'),
      keys('stages', 'Stage of each event. Those not in stage_order are ignored.'),
      dates(
        'dates',
        'Date of each event, with its time of day if there is one. Equal ones count in the order of the stages.',
      ),
      names('stage_order', 'Names of the stages in their order.'),
      number(
        'window_days',
        'Most days from the first stage to any later one, the last day included. No limit when left out.',
        {
          min: 0,
          whole: true,
          default: null,
        },
      ),
      counts(),
      customers(),
    ],
    returns: { chart: { kind: 'bar', title: 'Funnel', columns: ['count'] }, table: funnelColumns },
    examples: [
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Ann'], ['Cleo'], ['Ben']],
          [['Visit'], ['Sign-up'], ['Visit'], ['Paid'], ['Paid'], ['Sign-up']],
          [['2026-01-01'], ['2026-01-03'], ['2026-01-04'], ['2026-01-09'], ['2026-01-10'], ['2026-02-01']],
          [['Visit'], ['Sign-up'], ['Paid']],
        ],
        gives: [
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Visit', 2, '', 1, ''],
          ['Sign-up', 2, 1, 1, 0],
          ['Paid', 1, 0.5, 0.5, 1],
        ],
      },
      {
        cells: [
          [['Ann'], ['Ann'], ['Ben'], ['Ben']],
          [['Visit'], ['Sign-up'], ['Visit'], ['Sign-up']],
          [['2026-01-01'], ['2026-01-08'], ['2026-01-01'], ['2026-01-09']],
          [['Visit'], ['Sign-up']],
          7,
        ],
        gives: [
          ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off'],
          ['Visit', 2, '', 1, ''],
          ['Sign-up', 1, 0.5, 0.5, 1],
        ],
      },
      { cells: [[['Ann']], [['Visit']], [['2026-01-01']], [['Trial'], ['Paid']]], gives: '#N/A' },
    ],
    reduce: { shape: 'stages' },
    source: 'Event funnels in order within a window: Croll and Yoskovitz, “Lean Analytics”, 2013.',
  },
  (ids, stages, dates, stageOrder, windowDays) => {
    const order = orderIn(stageOrder, stages)
    const place = new Map(order.map((name, i) => [name.toLowerCase(), i]))
    const stageOf = Int32Array.from(stages.labels, (label) => place.get(String(label).toLowerCase()) ?? -1)
    const stage = (row: number): number => stageOf[stages.codes[row]!]!
    const counts = new Int32Array(order.length)
    const { start, rows } = rowsByCode(ids)
    const latest = new Float64Array(order.length)
    for (let id = 0; id < ids.labels.length; id++) {
      const own = rows.subarray(start[id], start[id + 1])
      sortUnlessSorted(own, (a, b) => dates[a]! - dates[b]! || stage(a) - stage(b))
      // For each stage, the latest day from which a customer has come as far as this: nobody has a better chance.
      latest.fill(NaN)
      for (let i = 0; i < own.length; i++) {
        const day = Math.floor(dates[own[i]!]!)
        const at = stage(own[i]!)
        if (at < 0) continue
        const from = at === 0 ? day : latest[at - 1]!
        if (Number.isNaN(from) || (windowDays !== null && day - from > windowDays)) continue
        if (Number.isNaN(latest[at]!)) counts[at]!++
        latest[at] = from
      }
    }
    return funnelTable(order, counts)
  },
)

/** The names of the stages without their title. A first name that no row has would leave the whole funnel at 0. */
function orderIn(stageOrder: readonly string[], stages: Keys): string[] {
  const known = new Set(stages.labels.map((label) => String(label).toLowerCase()))
  const isIn = (name: string) => known.has(name.toLowerCase())
  if (!stageOrder.some(isIn)) throw new CellError('#N/A', 'stages has none of the names in stage_order')
  const [first, ...others] = stageOrder
  if (isIn(first!)) return [...stageOrder]
  if (isKnownTitle(first!)) return others
  throw new CellError('#VALUE!', `stage_order begins with ${shown(first!)}, which no row of stages has; ${IF_TITLE}`)
}

/** Most logs are written in order of time already. */
function sortUnlessSorted(rows: Int32Array, compare: (a: number, b: number) => number): void {
  for (let i = 1; i < rows.length; i++) {
    if (compare(rows[i - 1]!, rows[i]!) > 0) {
      rows.sort(compare)
      return
    }
  }
}
