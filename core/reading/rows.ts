/** The values of a column's rows; `blank` marks rows whose cell is blank, and is null when none is. */
export interface Rows<T> {
  values: T
  blank: Uint8Array | null
  /** Of times that state their zone, how far it is ahead of UTC, in minutes, by row of the range. */
  zones?: ReadonlyMap<number, number>
}
