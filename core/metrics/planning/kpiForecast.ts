import { choice, dates, fraction, number, numberColumn } from '../../arguments/index.ts'
import { CellError, wrongValue } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { tOf } from '../../statistics/inference/studentT.ts'
import { later, stepOf, type Uneven } from '../../statistics/time/regularDays.ts'
import {
  freedomOf,
  fitted,
  forecasts,
  triedOn,
  type Smoothed,
  type Smoothing,
  type Trial,
} from '../../statistics/time/smoothing.ts'

export const kpiForecast = metric(
  {
    name: 'KPI_FORECAST',
    summary:
      'Forecast of a KPI for the coming periods, with the limits it probably stays within: exponential smoothing, which weighs new values more than old ones, of the level alone or with its trend (Holt). The last column says which method it is, and how far it is off on the last third of the values (12 at most) when it knows only those before them, beside the last of these simply repeated. It knows no seasons.',
    questions: [
      'What will the KPI be next month?',
      'How do I forecast a metric for the next periods, or extrapolate it?',
      'Where will we be at the end of the year if it goes on like this?',
      'Exponential smoothing by Holt’s method',
      'How good is the forecast of a KPI?',
    ],
    args: [
      numberColumn(
        'values',
        'One value for each period, the oldest first unless dates tell: at least 3, with a trend 4. Periods that have not been yet may stay blank at the end. Not for running totals.',
        { blank: 'kept' },
      ),
      dates(
        'dates',
        'Date of each value, in any order, each as long after the one before: the same day of each month, quarter or year, or every so many days. The forecasts then carry the next dates; without it they are numbered on.',
        { blank: 'kept', default: null },
      ),
      number('periods', 'How many periods to forecast. 3 when left out.', {
        min: 1,
        max: 1000,
        whole: true,
        default: 3,
      }),
      choice('method', 'How to forecast. The level begins at the first value, the trend as the step to the second.', {
        auto: 'the one of the two that was less far off on the last values; simple where there are fewer than 6',
        simple: 'the level alone goes on, for a KPI that goes up and down',
        holt: 'level and trend go on, for a KPI that rises or falls',
      }),
      number(
        'alpha',
        'How fast the level follows new values, from 0 (not at all) to 1 (it is the last value). What would have forecast the values best when left out: the least sum of squared errors.',
        { min: 0, max: 1, default: null },
      ),
      number(
        'beta',
        'For Holt: how fast the trend follows the level, from 0 (it stays as between the first two values) to 1. What would have forecast the values best when left out.',
        { min: 0, max: 1, default: null },
      ),
      fraction(
        'confidence',
        'Confidence of the limits low and high. 95% when left out. They count on errors as large as so far (Student’s t, with a degree of freedom less for each weight that was fitted), and may go beyond what a KPI can be, as the last column then says.',
        { min: 0.5, max: 0.9999, default: 0.95 },
      ),
    ],
    returns: {
      chart: { kind: 'line', title: 'Forecast, with its limits', columns: ['forecast', 'low', 'high'] },
      table: [
        { name: 'period', unit: 'count', labelsOf: 'dates' },
        { name: 'forecast', unit: 'number' },
        { name: 'low', unit: 'number' },
        { name: 'high', unit: 'number' },
        { name: 'method', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [[[31], [34], [33], [38], [41], [44], [43], [47], [50], [49], [53], [56]], null, 2, 'holt', 0.5, 0.3],
        gives: [
          ['period', 'forecast', 'low', 'high', 'method'],
          [
            13,
            57.561204499780864,
            53.09300623689715,
            62.029402762664574,
            'Level and trend (Holt), alpha 0.50, beta 0.30; on the last 4 values off by 1.9% (WAPE), the last value repeated by 9.6%',
          ],
          [14, 59.76565601379219, 54.43649830298726, 65.09481372459712, ''],
        ],
      },
      {
        cells: [
          [[0.05], [0.048], [0.051], [0.047]],
          [['2025-03-31'], ['2025-06-30'], ['2025-09-30'], ['2025-12-31']],
          2,
          'simple',
          0.5,
        ],
        gives: [
          ['period', 'forecast', 'low', 'high', 'method'],
          [
            46112,
            0.0485,
            0.04092426249437859,
            0.05607573750562141,
            'The level alone, alpha 0.50; too few values to try it on',
          ],
          [46203, 0.0485, 0.04003006797886792, 0.056969932021132083, ''],
        ],
      },
      { cells: [[[10], [12]], null, 2], gives: '#N/A' },
      { cells: [[[10], [null], [12], [13]]], gives: '#VALUE!' },
    ],
    source:
      'Holt, “Forecasting Seasonals and Trends by Exponentially Weighted Moving Averages”, International Journal of Forecasting 20(1), 2004, of 1957; limits: Hyndman, Koehler, Ord and Snyder, “Forecasting with Exponential Smoothing”, 2008, 6.3.',
  },
  (column, days, periods, method, alpha, beta, confidence) => {
    if (method === 'simple' && beta !== null) {
      throw new CellError('#VALUE!', `beta is ${beta}, and method simple has no trend: leave it out`)
    }
    const { values, next } = inOrder(column, days)
    if (method === 'holt' && values.length < NEEDED.holt) {
      throw new CellError('#N/A', `needs ${NEEDED.holt} values for a trend, has ${values.length}`)
    }
    const trial = triedOn(values, { alpha, beta })
    const chosen = method !== 'auto' ? method : trial && trial.holt < trial.simple ? 'holt' : 'simple'
    const best = fitted(values, chosen, { alpha, beta })
    // What is left of a line by rounding alone says nothing of how far the next value may be from it.
    const isExact =
      Math.sqrt(best.squares) <= 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    // With few values their spread is not well known either.
    const t = tOf(confidence, freedomOf(best))
    const rows = forecasts(best, periods).map(({ value, error }, i): Scalar[] => {
      return [next(i + 1), value, isExact ? '' : value - t * error, isExact ? '' : value + t * error, '']
    })
    const words = [methodText(chosen, best, isExact), trialText(trial, chosen, method === 'auto'), beyond(values, rows)]
    rows[0]![4] = words.filter((text) => text !== '').join('; ')
    return [['period', 'forecast', 'low', 'high', 'method'], ...rows]
  },
)

const NEEDED: Readonly<Record<Smoothing, number>> = { simple: 3, holt: 4 }

/** The values, the oldest first, without the gaps at the end, and what the periods after them are called. */
function inOrder(column: Float64Array, dates: Float64Array | null) {
  const rows = Array.from(column, (_, i) => i)
  const day = (row: number): number => Math.floor(dates![row]!)
  const known = dates === null ? rows : rows.filter((row) => !Number.isNaN(column[row]!) || !Number.isNaN(dates[row]!))
  if (dates !== null) {
    const undated = known.find((row) => Number.isNaN(dates[row]!))
    if (undated !== undefined) throw wrongValue('dates', undated, 'is blank beside a value')
    known.sort((a, b) => day(a) - day(b))
  }
  while (known.length > 0 && Number.isNaN(column[known[known.length - 1]!]!)) known.pop()
  const gap = known.find((row) => Number.isNaN(column[row]!))
  if (gap !== undefined) throw wrongValue('values', gap, 'has no number, and others follow')
  if (known.length < NEEDED.simple) throw new CellError('#N/A', `needs ${NEEDED.simple} values, has ${known.length}`)
  const values = Float64Array.from(known, (row) => column[row]!)
  if (dates === null) return { values, next: (steps: number) => values.length + steps }
  const days = Float64Array.from(known, day)
  if (days[0] === days[days.length - 1]) {
    throw wrongValue('dates', known[1]!, `has ${isoText(days[0]!)} like all others, give one row for each period`)
  }
  const step = stepOf(days)
  if ('gap' in step) throw wrongValue('dates', known[step.index]!, unevenText(days, step))
  return { values, next: (steps: number) => later(days[days.length - 1]!, step, steps) }
}

function unevenText(days: Float64Array, { index, gap, usual }: Uneven): string {
  const [before, own] = [isoText(days[index - 1]!), isoText(days[index]!)]
  if (gap === 0 && before === own) return `has ${own}, which another row has too, give one row for each period`
  const counted = (count: number): string => `${count} ${usual.unit}${count === 1 ? '' : 's'}`
  return `has ${own}, ${counted(gap)} after ${before} where ${counted(usual.length)} ${usual.length === 1 ? 'is' : 'are'} usual, give one row for each period or leave dates out`
}

const names: Readonly<Record<Smoothing, string>> = { simple: 'the level alone', holt: 'level and trend' }

function methodText(chosen: Smoothing, { alpha, beta }: Smoothed, isExact: boolean): string {
  const title = chosen === 'holt' ? 'Level and trend (Holt)' : 'The level alone'
  if (isExact) return `${title}: the values lie on one line, so nothing tells how far the next may be from it`
  return `${title}, alpha ${alpha.toFixed(2)}${chosen === 'holt' ? `, beta ${beta.toFixed(2)}` : ''}`
}

function trialText(trial: Trial | null, chosen: Smoothing, isChosen: boolean): string {
  if (!trial) return 'too few values to try it on'
  const { count, size, repeated } = trial
  const by = (missed: number): string =>
    size > 0 ? `${Math.round((1000 * missed) / size) / 10}%` : String(Number((missed / count).toPrecision(3)))
  const other = chosen === 'holt' ? 'simple' : 'holt'
  return [
    `on the last ${count} values off by ${by(trial[chosen])} ${size > 0 ? '(WAPE)' : 'on average'}`,
    ...(isChosen ? [`${names[other]} by ${by(trial[other])}`] : []),
    `the last value repeated by ${by(repeated)}${repeated < trial[chosen] ? ', which is better' : ''}`,
  ].join(', ')
}

/** The method knows nothing of what a KPI can be. */
function beyond(values: Float64Array, rows: readonly Scalar[][]): string {
  const leaving = (limit: 2 | 3, isOutside: (value: number) => boolean): string => {
    if (values.some(isOutside)) return ''
    const goes = (at: number): boolean => rows.some(({ [at]: cell }) => typeof cell === 'number' && isOutside(cell))
    return goes(1) ? 'the forecast' : goes(limit) ? (limit === 2 ? 'low' : 'high') : ''
  }
  const below = leaving(2, (value) => value < 0)
  const areShares = values.every((value) => value >= 0 && value <= 1)
  const above = areShares ? leaving(3, (value) => value > 1) : ''
  const gone = [...(below ? [`${below} goes below 0`] : []), ...(above ? [`${above} goes above 100%`] : [])]
  return gone.length === 0 ? '' : `${gone.join(' and ')}, where no value has been`
}
