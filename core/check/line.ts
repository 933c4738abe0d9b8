import type { Result } from '../metric.ts'

/** One thing that is tried in a spreadsheet: a formula, and what it is to give there. */
export interface Line {
  /** NPS 1, blank 3: what a summary names. It stays the same in every version. */
  id: string
  /** In a few words. */
  tries: string
  formula: string
  /** An error by its code. */
  gives: Result
  /** How far a number may be off, as a share of it; TOLERANCE where it is left out. */
  tolerance?: number
}

/** How far a number may be off, as a share of it. */
export const TOLERANCE = 1e-9
