/** A cell or column that a formula names, without the sheet: $B3, B, and the place of its text. */
export interface Reference {
  text: string
  from: number
  /** The sheet with its ! as it is written; "" for the sheet of the formula. */
  sheet: string
  /** Whether it is the second one of a range. */
  isEnd: boolean
}

/**
 * Texts, numbers and columns of tables name no cells: "Q1", 1E5, [A1]. Functions and names do not either: LOG10, Rate2. A
 * sheet goes with the range after it.
 */
const PARTS =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?<sheet>(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<first>\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}(?=:\$?[A-Z]{1,3}\b)|\$?\d+(?=:\$?\d))(?::(?<last>\$?(?:[A-Z]{1,3})?\$?\d*))?(?![\p{L}\p{N}_.(!])|[\p{L}_$][\p{L}\p{N}_.$]*|'(?:[^']|'')*'|\d+(?:\.\d*)?(?:E[+-]?\d+)?/giu

/** What a formula names, from left to right, each end of a range by itself. */
export function referencesIn(formula: string): Reference[] {
  const found: Reference[] = []
  PARTS.lastIndex = 0
  for (let part = PARTS.exec(formula); part; part = PARTS.exec(formula)) {
    const { sheet = '', first, last } = part.groups!
    if (first === undefined) continue
    const from = part.index + sheet.length
    found.push({ text: first, from, sheet, isEnd: false })
    if (last !== undefined) found.push({ text: last, from: from + first.length + 1, sheet, isEnd: true })
  }
  return found
}

/** The formula with these texts in place of its references. */
export function replaced(formula: string, references: readonly Reference[], texts: readonly string[]): string {
  let written = ''
  let last = 0
  references.forEach(({ from, text }, i) => {
    written += formula.slice(last, from) + texts[i]!
    last = from + text.length
  })
  return written + formula.slice(last)
}

/** A text within a formula. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`
}

/** A reference with its sheet, to be replaced as a whole. */
export function withSheet(reference: Reference): Reference {
  const { text, from, sheet, isEnd } = reference
  return isEnd ? reference : { ...reference, text: sheet + text, from: from - sheet.length }
}
