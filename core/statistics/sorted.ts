/** How many of the values, which go up, are below a limit. */
export function countBelow(sorted: ArrayLike<number>, limit: number): number {
  return firstPlace(sorted.length, (place) => sorted[place]! >= limit)
}

/** How many of them are at the limit or below it. */
export function countUpTo(sorted: ArrayLike<number>, limit: number): number {
  return firstPlace(sorted.length, (place) => sorted[place]! > limit)
}

/** The first of so many places from which on something is true of all, or `count` where it is true of none. */
export function firstPlace(count: number, isSo: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}
