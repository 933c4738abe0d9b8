/** Called between the parts of a long work with how far it is; it may wait, and throws where a person has had enough. */
export type Step = (done: number) => Promise<void>

/** Does a work that tells how far it is, and waits between its parts. */
export async function inSteps<T>(work: Generator<number, T>, step: Step): Promise<T> {
  let part = work.next()
  while (!part.done) {
    await step(part.value)
    part = work.next()
  }
  return part.value
}
