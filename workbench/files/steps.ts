/** Called between the parts of a long work with how far it is, and of how much if that is known; it may wait, and throws where a person has had enough. */
export type Step = (done: number, all?: number) => Promise<void>

/** How often a text stands in another. */
export function occurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/** Does a work that tells how far it is, and waits between its parts. */
export async function inSteps<T>(work: Generator<number, T>, step: Step, all?: number): Promise<T> {
  let part = work.next()
  while (!part.done) {
    await step(part.value, all)
    part = work.next()
  }
  return part.value
}

/** A page that is busy for longer feels stuck. */
const LONGEST_PART = 40

/** Lets the page be drawn, and clicks and keys be heard, where it was busy for long; before that it is told to `show` how far the work is. */
export function pauses() {
  let since = performance.now()
  return async (show: () => void): Promise<boolean> => {
    if (performance.now() - since < LONGEST_PART) return false
    show()
    await new Promise((done) => setTimeout(done))
    since = performance.now()
    return true
  }
}
