import { CellError } from '../../cell.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { decode } from '../../catalogue/explain.ts'
import { brief } from '../../catalogue/readable.ts'
import { parseTarget } from '../../arguments/target.ts'
import type { Returns } from '../../metric.ts'
import { evaluate } from '../../reading/evaluate.ts'
import { numberIn, wordIn, type Row } from '../row.ts'
import { kpiNamed } from './planning.ts'
import type { Settings } from './settings.ts'
import { COLUMN_OF, isPath, numbersOf, otherThan, weekName, weeksOf, type Path } from './weeks.ts'

/** What a path was before and with the change. */
export interface Means {
  path: Path
  /** Null where no week has a number. */
  before: number | null
  after: number | null
}

export interface Outcome {
  changed: Means
  compared: Means
  /** The fewest weeks with a number on either path. */
  weeks: { before: number; after: number }
  /** What DIFF_IN_DIFF says; null while there are too few numbers. */
  effect: { size: number; low: number | null; high: number | null; verdict: string } | null
  reached: Reached
  /** What the numbers count. */
  returns: Returns
}

/** Whether the pilot weeks reach the target; why that cannot be told. */
export type Reached = { isReached: boolean; last: { name: string; value: number } } | { problem: string }

/** What has come of a pilot by now. Null where it does not say which path was changed. */
export function outcomeOf(rows: readonly Row[], settings: Settings, kpis: readonly Row[] | null): Outcome | null {
  const { changed } = settings
  if (!isPath(changed)) return null
  const [treated, control] = [changed, otherThan(changed)]
  const kpi = kpiNamed(settings.kpi, kpis)
  return {
    changed: meansOf(rows, treated),
    compared: meansOf(rows, control),
    weeks: {
      before: Math.min(...[treated, control].map((path) => numbersOf(rows, 'baseline', path).length)),
      after: Math.min(...[treated, control].map((path) => numbersOf(rows, 'pilot', path).length)),
    },
    effect: effectOf(rows, treated, control),
    reached: reachedBy(rows, treated, settings.target, kpi),
    returns: findMetric(kpi ? wordIn(kpi, 'Metric') : '')?.spec.returns ?? shareOf(settings.target),
  }
}

function meansOf(rows: readonly Row[], path: Path): Means {
  return { path, before: mean(numbersOf(rows, 'baseline', path)), after: mean(numbersOf(rows, 'pilot', path)) }
}

function mean(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

function effectOf(rows: readonly Row[], treated: Path, control: Path): Outcome['effect'] {
  const samples = [treated, control].flatMap((path) =>
    (['baseline', 'pilot'] as const).map((phase) => numbersOf(rows, phase, path)),
  )
  if (samples.some(({ length }) => length < 2)) return null
  const cells = samples.map((numbers) => numbers.map((one) => [one]))
  const [, found] = evaluate(findMetric('DIFF_IN_DIFF')!, [...cells, undefined], decode) as [unknown, unknown[]]
  const [size, low, high, , verdict] = found
  const limit = (value: unknown) => (typeof value === 'number' ? value : null)
  return { size: Number(size), low: limit(low), high: limit(high), verdict: String(verdict) }
}

/** Judged as KPI_STATUS does, by the mean of the pilot weeks. */
function reachedBy(rows: readonly Row[], path: Path, target: string, kpi: Row | undefined): Reached {
  const measured = weeksOf(rows, 'pilot').filter(({ row }) => numberIn(row, COLUMN_OF[path]) !== null)
  const last = measured.pop()
  const value = mean(numbersOf(rows, 'pilot', path))
  if (target === '') return { problem: 'No target is noted beside the table' }
  if (!last || value === null) return { problem: `No week has a number on the ${path} path yet` }
  const better = kpi ? wordIn(kpi, 'Better') : ''
  try {
    const saysBetter = parseTarget(target).better !== undefined
    const direction = better === '' || saysBetter ? undefined : better
    const status = evaluate(findMetric('KPI_STATUS')!, [value, target, direction, undefined], decode)
    return {
      isReached: status === 'green',
      last: { name: weekName(last.row), value: numberIn(last.row, COLUMN_OF[path])! },
    }
  } catch (error) {
    if (error instanceof CellError) return { problem: error.message.replace(/^KPI_STATUS: /, '') }
    throw error
  }
}

/** Where the KPI is not known, its target tells whether it is a share. */
function shareOf(target: string): Returns {
  return target.includes('%') ? { unit: 'fraction' } : {}
}

/** A number of the pilot as people read it. */
export function valueText(value: number, returns: Returns): string {
  return brief(value, returns)
}

/** A difference of two of them: +13.0 points, where they are shares. */
export function changeText(change: number, returns: Returns): string {
  const isShare = returns.unit === 'fraction'
  const size = isShare ? `${(100 * Math.abs(change)).toFixed(1)} points` : brief(Math.abs(change), returns)
  return `${change < 0 ? '−' : '+'}${size}`
}
