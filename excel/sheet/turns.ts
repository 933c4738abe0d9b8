import { unanswered } from './failures.ts'

/** Two writers would both read the cells before either has written them, so one waits for the other. */
export function turns(): <A, R>(task: (argument: A) => Promise<R>) => (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => (argument) => {
    const turn = last.then(() => task(argument))
    last = turn.catch(() => undefined)
    return turn
  }
}

/**
 * Excel answers late while a cell is being edited, and then perhaps never: gives up, so that others get their turn. What
 * nobody waits for any more is not written: `proceed` throws then.
 */
export function inTime<A, R>(
  task: (argument: A, proceed: () => void) => Promise<R>,
  patience: number,
): (argument: A) => Promise<R> {
  return (argument) =>
    new Promise((resolve, reject) => {
      let isGivenUp = false
      const timer = setTimeout(() => {
        isGivenUp = true
        reject(new Error(unanswered))
      }, patience)
      const proceed = () => {
        if (isGivenUp) throw new Error(unanswered)
      }
      void task(argument, proceed)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
}
