import type { Plan } from '../plan.ts'
import { history } from './history.ts'
import { kpis } from './kpis.ts'
import { signals } from './signals.ts'
import { sources } from './sources.ts'
import { targets } from './targets.ts'

/** All plans, in the order of the gallery. */
export const plans: readonly Plan[] = [targets, kpis, sources, history, signals]

export function findPlan(name: string): Plan | undefined {
  return plans.find((plan) => plan.name === name)
}
