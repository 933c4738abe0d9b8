/** Milliseconds that the same work took, run after run. */
export type Times = readonly number[]

/** Ours and what it is compared with, run in turns so that both see the same machine. */
export interface Turns {
  ours: Times
  other: Times
}

export function side(runs: number, ours: () => unknown, other: () => unknown): Turns {
  const turns = { ours: [] as number[], other: [] as number[] }
  for (let i = 0; i < runs; i++) {
    turns.ours.push(timed(ours))
    turns.other.push(timed(other))
  }
  return turns
}

/** Turns of work that is over when its promise is. */
export async function sideAwaited(
  runs: number,
  ours: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<Turns> {
  const turns = { ours: [] as number[], other: [] as number[] }
  for (let i = 0; i < runs; i++) {
    turns.ours.push(await awaited(ours))
    turns.other.push(await awaited(other))
  }
  return turns
}

/**
 * Work that nothing does the like of is compared with the yardstick, sorting 100,000 numbers: about ten milliseconds, so
 * that ten of them are what a person takes for at once.
 */
export function besideYardstick(runs: number, ours: () => unknown): Turns {
  return side(runs, ours, yardstick)
}

export function yardstick(): void {
  unsorted.slice().sort()
}

/** A number from 0 up to 1 from a seed, the same on every machine (a linear congruential generator, for test data only). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A column as a host hands it over: a row of one cell each. */
export function columnOf<T>(rows: number, cell: () => T): T[][] {
  return Array.from({ length: rows }, () => [cell()])
}

const unsorted = Float64Array.from({ length: 100_000 }, randomFrom(10))

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** The same for what is over when its promise is. */
export async function awaited(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The shortest run: what the work takes when the machine does nothing else. */
export function shortest(times: Times): number {
  return Math.min(...times)
}
