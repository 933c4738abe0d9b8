/** The values of a column's rows; `blank` marks rows whose cell is blank, and is null when none is. */
export interface Rows<T> {
  values: T
  blank: Uint8Array | null
  /** Where a time states its zone, how far that is ahead of UTC, in minutes, by row of the range; NO_ZONE in other rows. */
  zones?: Int16Array
}

export const NO_ZONE = -32768
