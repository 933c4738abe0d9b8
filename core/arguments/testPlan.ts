import { CellError } from '../cell.ts'
import { liftedRate } from '../statistics/experiments/ratePlanning.ts'
import type { Arg } from './argument.ts'
import { asPercent, fraction, number } from './single/singles.ts'

/** A larger lift is hardly one that anybody looks for: it is a mistake of units, or of too few visitors. */
export const MOST_LIFT = 2

/** The smallest change worth finding, relative to the value of today that `base` names. */
export function relativeLift(help: string): Arg<number> {
  return fraction('relative_lift', help, {
    min: -1,
    max: MOST_LIFT,
    hint(value) {
      const lift = asPercent(value, (share) => share >= -1 && share <= MOST_LIFT)
      return `${lift && `${lift}; `}a lift above 200% is not taken`
    },
  })
}

export const alpha = fraction('alpha', 'Risk of finding a difference where there is none. 5% when left out.', {
  min: 0.0001,
  max: 0.5,
  default: 0.05,
})

export function power(help = 'Chance of finding the difference if it is there. 80% when left out.'): Arg<number> {
  return fraction('power', help, { min: 0.5, max: 0.9999, default: 0.8 })
}

export const baseMean = number('base_mean', 'Mean of today, such as revenue per visitor or minutes per case.', {
  min: 0,
})

export const deviation = number(
  'deviation',
  'Standard deviation of the single values behind the mean, as STDEV gives it. For revenue per visitor, whoever bought nothing counts as 0.',
  { min: 0 },
)

/** The rate that a test looks for, which must be another one than base_rate. */
export function targetRate(baseRate: number, lift: number): number {
  const target = liftedRate(baseRate, lift)
  if (target > 1) throw new CellError('#VALUE!', `base_rate x (1 + relative_lift) is ${target}, above 1`)
  refuseNoDifference('base_rate', baseRate, target === baseRate ? 0 : lift)
  return target
}

/** A test needs something to look for. */
export function refuseNoDifference(name: 'base_rate' | 'base_mean', base: number, lift: number): void {
  if (base !== 0 && lift !== 0) return
  const why = base === 0 ? `${name} is 0, which no lift changes` : 'relative_lift is 0'
  throw new CellError('#DIV/0!', `${why}, so there is no difference to find`)
}

/** The largest lift of a plan is not found either. */
export function refuseTooFew(visitors: number): never {
  const problem = `no lift up to 200% would be found with ${visitors} visitors in each variant`
  throw new CellError('#NUM!', `${problem}, more are needed`)
}

/** Values that never vary need no test. */
export function refuseNoDeviation(value: number): void {
  if (value === 0) throw new CellError('#DIV/0!', 'deviation is 0, so any difference is there for all to see')
}
