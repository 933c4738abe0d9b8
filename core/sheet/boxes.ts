/** A rectangle on a sheet. All hosts count in units of their own. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** The top at which a box covers none of the others: as wanted, or below those in its way with a gap. */
export function clearTop(wanted: Box, others: readonly Box[], gap: number): number {
  let { top } = wanted
  const inColumn = others
    .filter(({ left, width }) => left < wanted.left + wanted.width && wanted.left < left + width)
    .sort((a, b) => a.top - b.top)
  for (const other of inColumn) {
    if (other.top < top + wanted.height && top < other.top + other.height) top = other.top + other.height + gap
  }
  return top
}
