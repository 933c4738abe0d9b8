import type { Arg, Spec } from '../core/metric.ts'
import { countsRows, isColumn, isCounts } from '../core/reading/standingFor.ts'
import type { Reduction } from '../core/reduction.ts'

/** A column of a table that a reduction reads. */
export interface Input {
  name: string
  help: string
  optional: boolean
  isDate: boolean
  /** Whether it may be several columns side by side. */
  isWide: boolean
}

/** How the data of a function is reduced; a sentence where it is not. */
export function reductionOf(spec: Spec): Reduction | string {
  if (spec.reduce) return spec.reduce
  const { args, returns, name } = spec
  const counts = args.filter(countsRows)
  if (counts.length === 1) return { shape: 'rows' }
  const [known] = REASONS.find(([, names]) => names.split(' ').includes(name)) ?? []
  if (known !== undefined) return known
  if (counts.length > 1) {
    const bags = counts.map((arg) => arg.name).join(', ')
    return `it compares several groups: reduce each by itself, as for NPS, and give what they stand for as ${bags}`
  }
  if (args.some(({ ownRows, optional }) => ownRows && !optional) && returns.column === undefined) {
    return 'it takes the result of another function: reduce for that one'
  }
  if (!args.some((arg) => arg.shape !== 'cell' && !arg.ownRows)) {
    return 'it works with single values: let the engine count or add them up'
  }
  if (returns.column !== undefined) return 'it gives a value for each row, so that a summary is not enough'
  if (args.every(({ shape }) => shape === 'cell' || shape === 'range')) {
    return 'it adds up its ranges: let the engine do so with SUM, and give the totals'
  }
  return REASONS[0]![0]
}

/** Why functions that read ranges have no query: each reason with those it is for. */
const REASONS: readonly (readonly [why: string, names: string])[] = [
  [
    'each of its rows is a thing of its own, of which there are few: bring them home as they are',
    'DATA_CHECK HEALTH_SCORE SIGNAL_COVERAGE SIGNAL_GAP SCENARIOS SENSITIVITY SIMULATE TORNADO BREAK_EVEN',
  ],
  [
    'it takes a row for each period, stage or group, which any query with GROUP BY gives',
    'BASS_FIT KPI_FORECAST KPI_TREND LTV_RETENTION SPEND_RESPONSE TCO FUNNEL MIX_RATE SAMPLE_RATIO VARIANTS_TEST',
  ],
  [
    'it lists customers or cases one by one: a query with WHERE finds those that matter',
    'PROMOTERS RENEWALS_DUE CASES_FROM_EVENTS',
  ],
  [
    'it works with other functions: reduce for that one, with the groups as one more column where there are some, and give it the counts too',
    'METRIC_BY RATE_DETAIL',
  ],
  [
    'it gives a row for each customer, or needs the times between touches: the query of ATTRIBUTION makes the paths, and counts those that are alike',
    'TOUCH_PATHS ATTRIBUTION_EVENTS',
  ],
]

/** The columns that the query of a function reads. */
export function inputsOf(spec: Spec): Input[] {
  const reduction = reductionOf(spec)
  if (typeof reduction === 'string') return []
  if (reduction.shape === 'rows') return columnsOf(spec).map(asInput)
  const log = (...more: Input[]): Input[] => [IDS, DATES, ...more]
  switch (reduction.shape) {
    case 'cohorts':
      return reduction.money ? log(AMOUNTS) : log()
    case 'returns':
      return log()
    case 'stages':
      return [IDS, { ...label('stages', 'Stage of each event.') }, { ...DATES, help: 'Date and time of each event.' }]
    case 'features':
      return [IDS, label('features', 'Feature of each use.')]
    case 'paths':
      return [
        IDS,
        { ...DATES, help: 'Date and time of each touch.' },
        label('channels', 'Channel of each touch.'),
        {
          ...DATES,
          name: 'conversion_dates',
          help: 'When that customer converted; NULL for who did not.',
          optional: true,
        },
      ]
    default:
      return log(AMOUNTS)
  }
}

/** The columns of a function itself, without those that say how many rows each stands for. */
export function columnsOf({ args }: Spec): Arg<unknown>[] {
  return args.filter((arg) => isColumn(arg) && !isCounts(arg))
}

export function asInput({ name, help, optional, date, wide }: Arg<unknown>): Input {
  return { name, help, optional, isDate: date === true, isWide: wide === true }
}

const IDS: Input = { name: 'ids', help: 'Customer of each row.', optional: false, isDate: false, isWide: false }
const DATES: Input = { name: 'dates', help: 'Date of each row.', optional: false, isDate: true, isWide: false }
const AMOUNTS: Input = {
  name: 'amounts',
  help: 'Amount of each row; a negative one is a refund or a credit.',
  optional: false,
  isDate: false,
  isWide: false,
}

function label(name: string, help: string): Input {
  return { ...IDS, name, help }
}
