/** Stretches of time that do not touch, in order: number i is from starts[i] to ends[i]. */
export interface Intervals {
  starts: Float64Array
  ends: Float64Array
}

/** The union of intervals, none of which may end before it starts: what overlaps or touches becomes one. */
export function union({ starts, ends }: Intervals): Intervals {
  // Which end belongs to which start does not matter: only how many intervals are open at a time.
  const opening = Float64Array.from(starts).sort()
  const closing = Float64Array.from(ends).sort()
  const merged = { starts: new Float64Array(opening.length), ends: new Float64Array(opening.length) }
  let count = 0
  for (let i = 0; i < opening.length; i++) {
    if (i > 0 && opening[i]! <= closing[i - 1]!) continue
    merged.starts[count] = opening[i]!
    if (count > 0) merged.ends[count - 1] = closing[i - 1]!
    count++
  }
  if (count > 0) merged.ends[count - 1] = closing[closing.length - 1]!
  return { starts: merged.starts.subarray(0, count), ends: merged.ends.subarray(0, count) }
}
