/** The shortest of several runs in milliseconds: what the work takes when the machine does nothing else. */
export function shortest(runs: number, work: () => unknown): number {
  let best = Infinity
  for (let i = 0; i < runs; i++) best = Math.min(best, timed(work))
  return best
}

/** Ours and what it is compared with, run in turns so that both see the same machine. */
export function side(runs: number, ours: () => unknown, other: () => unknown): { ours: number; other: number } {
  const best = { ours: Infinity, other: Infinity }
  for (let i = 0; i < runs; i++) {
    best.ours = Math.min(best.ours, timed(ours))
    best.other = Math.min(best.other, timed(other))
  }
  return best
}

/** How many milliseconds the work takes, when it is over at once or when its promise is. */
export async function awaited(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** A number from 0 up to 1 from a seed, the same on every machine (a linear congruential generator, for test data only). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
