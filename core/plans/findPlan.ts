import { plans } from './gallery/index.ts'
import type { Plan } from './plan.ts'

/** The plan of a name, which is that of its sheet. */
export function findPlan(name: string): Plan | undefined {
  return plans.find((plan) => plan.name === name)
}
