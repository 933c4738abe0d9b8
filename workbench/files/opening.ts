import { counted } from './limits.ts'
import type { Step } from './steps.ts'

/** The opening of a file, which a person can cancel. */
export interface Opening {
  step: Step
  /** Throws where it was cancelled meanwhile. */
  check(): void
  cancel(): void
}

/** What an opening throws when a person cancels it. */
export const CANCELLED = Symbol('cancelled')

/** A page that is busy for longer feels stuck. */
const LONGEST_PART = 40

export function openingOf(show: (text: string) => void): Opening {
  let isCancelled = false
  let since = performance.now()
  const check = () => {
    if (isCancelled) throw CANCELLED
  }
  return {
    check,
    cancel: () => {
      isCancelled = true
    },
    step: async (rows) => {
      if (performance.now() - since < LONGEST_PART) return
      show(`${counted(rows)} rows`)
      // The page is drawn, and clicks and keys are heard.
      await new Promise((done) => setTimeout(done))
      since = performance.now()
      check()
    },
  }
}
