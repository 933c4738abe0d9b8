/** Two numbers at which a function lies on the two sides of 0, or on it. */
export interface Bracket {
  from: number
  to: number
}

/**
 * The number between two at which a function of one argument crosses 0: halved until no number lies between them.
 * `isWhole` asks for whole numbers; then it is the end of the last two at which the function has crossed, seen from
 * `bracket.from`. Undefined where the function jumps over 0, or has no value on the way there. `size` is that of the
 * numbers whose difference the function is.
 */
export function crossing(
  f: (x: number) => number,
  bracket: Bracket,
  { isWhole, size }: { isWhole: boolean; size: number },
): number | undefined {
  let { from, to } = bracket
  let [atFrom, atTo] = [f(from), f(to)]
  const scale = Math.abs(atFrom) + Math.abs(atTo) + size
  while (atFrom !== 0 && atTo !== 0) {
    const middle = isWhole ? Math.trunc(from / 2 + to / 2) : from / 2 + to / 2
    if (middle === from || middle === to) break
    const value = f(middle)
    if (Number.isNaN(value)) return undefined
    if (value > 0 === atFrom > 0 && value !== 0) [from, atFrom] = [middle, value]
    else [to, atTo] = [middle, value]
  }
  if (isWhole) return atFrom === 0 ? from : to
  const nearest = Math.abs(atFrom) < Math.abs(atTo) ? from : to
  const rest = Math.min(Math.abs(atFrom), Math.abs(atTo))
  return rest <= 1e-9 * scale ? shortest(f, nearest, rest) : undefined
}

/** The number with the fewest digits that is as good: 0.05 rather than 0.05000000000000001. */
function shortest(f: (x: number) => number, x: number, rest: number): number {
  for (let digits = 1; digits <= 15; digits++) {
    const rounded = Number(x.toPrecision(digits))
    if (Math.abs(rounded - x) <= 1e-14 * Math.abs(x) && Math.abs(f(rounded)) <= rest) return rounded
  }
  return x
}

/**
 * Numbers from low to high at which to look for a crossing: closer and closer to each limit and to `start`, which may be
 * NaN, and further and further away from it where there is no limit; evenly spread between two limits.
 */
export function lookouts(low: number, high: number, start: number, isWhole: boolean): number[] {
  const known = [low, high, start].filter((x) => Number.isFinite(x) && x >= low && x <= high)
  const centres = known.length > 0 ? known : [0]
  const width = high - low
  const found = new Set<number>()
  const add = (x: number) => {
    const at = isWhole ? Math.round(x) : x
    if (at >= low && at <= high) found.add(at)
  }
  for (const centre of centres) {
    add(centre)
    const unit = Number.isFinite(width) ? width : Math.max(Math.abs(centre), 1)
    for (let power = isWhole ? 0 : -50; power <= 60; power++) {
      add(centre - unit * 2 ** power)
      add(centre + unit * 2 ** power)
      // Small steps of whole numbers, whatever their size.
      if (isWhole) {
        add(centre - 2 ** power)
        add(centre + 2 ** power)
      }
    }
  }
  for (let i = 1; Number.isFinite(width) && i < EVEN; i++) add(low + (width * i) / EVEN)
  return [...found].sort((a, b) => a - b)
}

const EVEN = 200
