/**
 * The smallest number, seen from 0, from which on to `furthest` something is found, to the last digit; NaN where it is
 * not even found there. So it is found at the very number that is given.
 */
export function smallestFound(isFound: (x: number) => boolean, furthest: number): number {
  if (!isFound(furthest)) return NaN
  let [missed, found] = [0, furthest]
  for (;;) {
    const middle = missed / 2 + found / 2
    if (middle === missed || middle === found) return found
    if (isFound(middle)) found = middle
    else missed = middle
  }
}

/** The smallest whole number from `least` on that is enough, looked for from `start` on upwards first. */
export function smallestEnough(isEnough: (n: number) => boolean, least: number, start: number): number {
  if (isEnough(least)) return least
  let [few, enough] = [least, Math.max(least + 1, start)]
  for (let step = 1; !isEnough(enough); step *= 2) [few, enough] = [enough, enough + step]
  while (enough - few > 1) {
    const middle = few + Math.floor((enough - few) / 2)
    if (isEnough(middle)) enough = middle
    else few = middle
  }
  return enough
}
