import { CellError } from '../../cell.ts'
import { runningSums } from '../runningSums.ts'
import type { Cohort } from './cohorts.ts'
import {
  fitShiftedBetaGeometric,
  renewalRate,
  type Renewals,
  type ShiftedBetaGeometric,
} from './shiftedBetaGeometric.ts'

/** All cohorts together, by age: those that have reached an age count for it, each by its customers. */
export interface ByAge {
  /** Customers of the cohorts that have reached the age. */
  customers: Float64Array
  /** What these brought at that age. */
  revenue: Float64Array
  /** Those of them who ordered at that age or later. */
  remaining: Float64Array
}

/** Adds up cohorts whose last age is finished. `revenue` is that of revenueByAge, from the first of the cohorts on. */
export function cohortsByAge(cohorts: readonly Cohort[], revenue: Float64Array): ByAge {
  const first = cohorts[0]!
  const ages = first.active.length
  const customers = new Float64Array(ages)
  const remaining = new Float64Array(ages)
  const brought = runningSums(ages)
  for (const cohort of cohorts) {
    const from = (cohort.period - first.period) * ages
    let left = cohort.customers
    for (let age = 0; age < cohort.active.length; age++) {
      customers[age]! += cohort.customers
      remaining[age]! += left
      brought.add(age, revenue[from + age]!)
      left -= cohort.lastActive[age]!
    }
  }
  return { customers, revenue: brought.totals(), remaining }
}

/**
 * What a customer of the start is expected to bring at each of the ages that follow the last one: the share who will still be
 * there, by the sBG model of all cohorts, times what each one who was there brought on average at the last ages observed.
 * It is a model of customers who order in every period until they leave. Fails with a sentence where they do not, and where
 * there is nothing to learn from.
 */
export function revenueToCome(cohorts: readonly Cohort[], byAge: ByAge, periods: number): Float64Array {
  const regularity = regularityOf(cohorts)
  if (regularity < LEAST_REGULARITY) {
    const [share, least] = [Math.floor(regularity * 100), LEAST_REGULARITY * 100]
    const problem = `customers order in ${share}% of the periods between their first and their last order`
    throw new CellError('#N/A', `${problem}, and only who orders in ${least}% or more is known to have left; use CLV`)
  }
  const renewals = renewalsOf(cohorts)
  const model = fitShiftedBetaGeometric(renewals)
  const ages = byAge.customers.length
  let brought = 0
  let remaining = 0
  for (let age = Math.max(1, ages - LAST_AGES); age < ages; age++) {
    brought += byAge.revenue[age]!
    remaining += byAge.remaining[age]!
  }
  if (remaining === 0) throw new CellError('#N/A', 'no customer is left at the last ages observed')
  let survival = survivalSoFar(model, renewals)
  return Float64Array.from({ length: periods }, (_, i) => {
    survival *= renewalRate(model, ages + i)
    return (survival * brought) / remaining
  })
}

/** The share of customers left at the last age observed, by a model that is not far from what was observed before. */
function survivalSoFar(model: ShiftedBetaGeometric, { kept, lost }: Renewals): number {
  let expected = 1
  let observed = 1
  for (let i = 0; i < kept.length; i++) {
    expected *= renewalRate(model, i + 1)
    const all = kept[i]! + lost[i]!
    if (all > 0) observed *= kept[i]! / all
    if (Math.abs(expected - observed) <= MOST_ASTRAY) continue
    const [fitted, fact] = [expected, observed].map((share) => `${Math.round(share * 100)}%`)
    const problem = `has ${fitted} of customers left at age ${i + 1}, and ${fact} were`
    throw new CellError('#N/A', `the curve of SBG_FIT ${problem}`)
  }
  return expected
}

/** A curve that misses the share of customers left by ten points tells nothing of what follows. */
const MOST_ASTRAY = 0.1

/** How many of the last ages observed tell what a customer brings who is still there. */
const LAST_AGES = 3

/** Where customers skip more periods than this leaves, who is silent may come back, and nobody knows yet who has left. */
const LEAST_REGULARITY = 0.8

/** In which share of the periods between the first and the last order of a customer there is one, over all; 1 where there are none. */
function regularityOf(cohorts: readonly Cohort[]): number {
  let between = 0
  let ordered = 0
  for (const { customers, active, lastActive } of cohorts) {
    const repeaters = customers - lastActive[0]!
    ordered -= customers + repeaters
    for (let age = 0; age < active.length; age++) {
      ordered += active[age]!
      between += Math.max(0, age - 1) * lastActive[age]!
    }
  }
  return between === 0 ? 1 : ordered / between
}

/** Who stayed and who left from each age to the next, over all cohorts: who never ordered again has left. */
function renewalsOf(cohorts: readonly Cohort[]): Renewals {
  const periods = cohorts[0]!.active.length - 1
  const kept = new Float64Array(periods)
  const lost = new Float64Array(periods)
  for (const { customers, lastActive } of cohorts) {
    let left = customers
    for (let age = 1; age < lastActive.length; age++) {
      lost[age - 1]! += lastActive[age - 1]!
      left -= lastActive[age - 1]!
      kept[age - 1]! += left
    }
  }
  return { kept, lost }
}
