import { unanswered } from './failures.ts'

/** Whether the book still waits for the outcome of a task. */
export interface Turn {
  givenUp: boolean
}

/** Two writers would both read the cells before either has written them, so one waits for the other. */
export function turns(): <A, R>(task: (argument: A) => Promise<R>) => (argument: A) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => (argument) => {
    const turn = last.then(() => task(argument))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Excel answers late while a cell is being edited, and then perhaps never: gives up, so that others get their turn. */
export function inTime<A, R>(
  task: (argument: A, turn: Turn) => Promise<R>,
  patience: number,
): (argument: A) => Promise<R> {
  return (argument) =>
    new Promise((resolve, reject) => {
      const turn: Turn = { givenUp: false }
      const timer = setTimeout(() => {
        turn.givenUp = true
        reject(new Error(unanswered))
      }, patience)
      void task(argument, turn)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
}

/** What nobody waits for any more is not written. */
export function stopIfGivenUp({ givenUp }: Turn): void {
  if (givenUp) throw new Error(unanswered)
}
