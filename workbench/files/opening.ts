import { rowsOf } from './limits.ts'
import { pauses, type Step } from './steps.ts'

/** The opening of a file, which a person can cancel. */
export interface Opening {
  step: Step
  /** Throws where it was cancelled meanwhile. */
  check(): void
  cancel(): void
}

/** What an opening throws when a person cancels it. */
export const CANCELLED = Symbol('cancelled')

export function openingOf(show: (text: string) => void): Opening {
  let isCancelled = false
  const pause = pauses()
  const check = () => {
    if (isCancelled) throw CANCELLED
  }
  return {
    check,
    cancel: () => {
      isCancelled = true
    },
    step: async (done, all) => {
      if (await pause(() => show(rowsOf(done, all)))) check()
    },
  }
}
