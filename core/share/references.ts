import { columnNumber, lettersOf } from '../sheet/sheetReference.ts'

/** A cell or column that a formula names, without the sheet: $B3, B, and the place of its text. */
interface Reference {
  text: string
  from: number
  /** The sheet with its ! as it is written; "" for the sheet of the formula. */
  sheet: string
}

/** Texts and columns of tables name no cells, and neither do functions and names. A sheet goes with the range after it. */
const PARTS =
  /"(?:[^"]|"")*"|\[[^\]]*\]|(?<sheet>(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<first>\$?[A-Z]{1,3}\$?\d+|\$?[A-Z]{1,3}(?=:\$?[A-Z]{1,3}\b))(?::(?<last>\$?[A-Z]{1,3}\$?\d*))?(?![\p{L}\p{N}_.(!])|[\p{L}_$][\p{L}\p{N}_.$]*|'(?:[^']|'')*'/giu

function referencesIn(formula: string): Reference[] {
  const found: Reference[] = []
  PARTS.lastIndex = 0
  for (let part = PARTS.exec(formula); part; part = PARTS.exec(formula)) {
    const { sheet = '', first, last } = part.groups!
    if (first === undefined) continue
    const from = part.index + sheet.length
    found.push({ text: first, from, sheet })
    if (last !== undefined) found.push({ text: last, from: from + first.length + 1, sheet })
  }
  return found
}

function replaced(formula: string, references: readonly Reference[], texts: readonly string[]): string {
  let written = ''
  let last = 0
  references.forEach(({ from, text }, i) => {
    written += formula.slice(last, from) + texts[i]!
    last = from + text.length
  })
  return written + formula.slice(last)
}

/** A formula as it is when it is copied so many rows down and columns to the right; other sheets stay as they are. */
export function shifted(formula: string, rows: number, columns: number): string | null {
  const references = referencesIn(formula)
  const texts = references.map(({ text, sheet }) => (sheet === '' ? shiftedReference(text, rows, columns) : text))
  return texts.includes(null) ? null : replaced(formula, references, texts as string[])
}

function shiftedReference(text: string, rows: number, columns: number): string | null {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text)!
  const column = fixedColumn || !letters ? letters! : lettersAt(columnNumber(letters) - 1 + columns)
  const row = fixedRow || !digits ? digits! : String(Number(digits) + rows)
  return column === null || (digits !== '' && Number(row) < 1) ? null : `${fixedColumn}${column}${fixedRow}${row}`
}

function lettersAt(column: number): string | null {
  return column < 0 ? null : lettersOf(column)
}

/**
 * A formula whose cells went where those of another one went, which named the same ones in its own order: with =B1/B2, that
 * has become =B2/B3 since, for =ROAS(B1,B2) it is =ROAS(B2,B3). Null where that one is not the same any more.
 */
export function followed(formula: string, before: string, after: string): string | null {
  const [was, is] = [referencesIn(before), referencesIn(after)]
  if (was.length !== is.length) return null
  const went = new Map<string, string>()
  for (const [i, { text, sheet }] of was.entries()) {
    const known = went.get(plain(sheet + text))
    const now = is[i]!.sheet + is[i]!.text
    if (known !== undefined && plain(known) !== plain(now)) return null
    went.set(plain(sheet + text), now)
  }
  const own = referencesIn(formula)
  const places = own.map(({ text, sheet }) => went.get(plain(sheet + text)))
  if (places.includes(undefined)) return null
  const whole = own.map(({ text, from, sheet }) => ({ text: sheet + text, from: from - sheet.length, sheet }))
  // The end of a range has no sheet of its own.
  const ends = own.map(({ from }) => formula[from - 1] === ':')
  return replaced(
    formula,
    whole.map((one, i) => (ends[i] ? own[i]! : one)),
    places.map((place, i) => (ends[i] ? place!.slice(place!.lastIndexOf('!') + 1) : place!)),
  )
}

function plain(reference: string): string {
  return reference.replace(/\$/g, '').toUpperCase()
}
