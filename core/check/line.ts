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
}
