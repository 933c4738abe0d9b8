import { choice, fraction, number } from '../../arguments/index.ts'
import { CellError } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { otherTime, percentPoints, target, type Target } from '../../arguments/target.ts'

export const kpiStatus = metric(
  {
    name: 'KPI_STATUS',
    summary:
      'The colour of a KPI: green when the value is on target, amber when it misses by little, red otherwise. The target may be written as people write it: ">=95%", "< 2.5", "60%-70%", "under 5 min" or a plain number.',
    questions: [
      'Are we on target?',
      'Is this number good, or should it be red?',
      'How do I colour a KPI by its target?',
      'How do I get a traffic light for a KPI?',
    ],
    args: [
      number('value', 'The value reached, such as the cell of =FCR(…).'),
      target(
        'target',
        'What to reach: ">= 95%", "at most 2.5", "70%-85%", "under 5 min", a number, or KPI_TARGET(…). Seconds, minutes and hours are compared with a value in hours, as RESPONSE_TIME gives it; days and weeks with a value in days, as TIME_TO_VALUE gives it; months and years with a value in months.',
      ),
      choice('direction', 'Which way is better.', {
        auto: 'as the target says; a plain number or a range is reached from below, so more than the range is green; a time is not to be exceeded',
        higher: 'at least the number, or the lower end of the range',
        lower: 'at most the number, or the upper end of the range',
        within: 'inside the range, neither below nor above',
      }),
      fraction(
        'amber_band',
        'How far a value may miss the target and still be amber, as a share of it. 10% when left out. Of a target above 95% and below 100%, such as 99.9%, it is a share of what may fail: 10% of 0.1%.',
        { default: 0.1 },
      ),
    ],
    returns: { unit: 'text' },
    examples: [
      { cells: [0.96, '>=95%'], gives: 'green' },
      { cells: [0.65, '70%-85%'], gives: 'amber' },
      { cells: [3.1, '< 2.5'], gives: 'red' },
      { cells: [0.05, 'under 5 min'], gives: 'green' },
      { cells: [0.8, '60%-70%', 'within', 0.2], gives: 'amber' },
      { cells: [0.99, '>= 99.9%'], gives: 'red' },
      { cells: [85, '85%-90%'], gives: '#VALUE!' },
      { cells: [20, '< 1 day'], gives: '#VALUE!' },
    ],
    source: 'Traffic lights against a target: Parmenter, “Key Performance Indicators”, 4th edition, 2020.',
  },
  (value, aim, direction, amberBand) => {
    const way = directionOf(aim, direction)
    const misread = percentPoints(value, aim) || (way === 'higher' ? '' : otherTime(value, aim))
    if (misread) throw new CellError('#VALUE!', `value is ${misread}`)
    const miss = missOf(value, aim, way)
    // 0.1 + 0.2 is on a target of 0.3, though not to the last bit.
    const rounding = 1e-12 * Math.abs(miss.limit)
    if (miss.by < -rounding || (miss.by <= rounding && aim.including)) return 'green'
    return miss.by <= amberBand * Math.abs(miss.measure) + rounding ? 'amber' : 'red'
  },
)

type Direction = 'higher' | 'lower' | 'within'

function directionOf({ better, saysBetter }: Target, asked: Direction | 'auto'): Direction {
  if (asked === 'auto') return better ?? 'higher'
  if (saysBetter && asked !== better) {
    throw new CellError('#VALUE!', `direction is ${asked}, but the target says that ${better} is better`)
  }
  return asked
}

interface Miss {
  by: number
  limit: number
  /** What the amber band is a share of. */
  measure: number
}

/**
 * A share is promised by what may fail from about here on: at 99.9 % a miss of a tenth of the target would be a hundred
 * times that. At 95 % it is not yet twice. 100 % is asked of growth as well, which has nothing to fail.
 */
const NEARLY_ALL = 0.95

/** How far the value is from being on target, and from which limit; at most 0 when it is. */
function missOf(value: number, { low, high }: Target, direction: Direction): Miss {
  const isNearlyAll = low > NEARLY_ALL && low < 1
  const below = { by: low - value, limit: low, measure: isNearlyAll ? 1 - low : low }
  const above = { by: value - high, limit: high, measure: high }
  if (direction === 'within') return below.by > above.by ? below : above
  return direction === 'higher' ? below : above
}
