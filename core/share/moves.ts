import type { RangeName } from '../sheet/book.ts'
import { referencesIn, replaced, withSheet } from '../sheet/references.ts'
import { columnNumber, lettersOf } from '../sheet/sheetReference.ts'

/** Which of its references a formula takes along when it goes elsewhere. */
export type Along = 'relative' | 'all' | 'ends'

/**
 * A formula that went so many rows down and columns to the right, with its cells: those that a copy takes along, all of
 * them, or only the ends of ranges, as when a row is inserted within. Other sheets stay as they are. Null where a cell would
 * be beyond the sheet.
 */
export function shifted(formula: string, rows: number, columns: number, along: Along = 'relative'): string | null {
  const references = referencesIn(formula)
  const texts = references.map(({ text, sheet, isEnd }) =>
    sheet !== '' || (along === 'ends' && !isEnd) ? text : shiftedReference(text, rows, columns, along !== 'relative'),
  )
  return texts.includes(null) ? null : replaced(formula, references, texts as string[])
}

function shiftedReference(text: string, rows: number, columns: number, isAll: boolean): string | null {
  const [, fixedColumn, letters, fixedRow, digits] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text)!
  const staysColumn = !letters || (fixedColumn && !isAll)
  const staysRow = !digits || ((fixedRow || (!letters && fixedColumn)) && !isAll)
  const column = staysColumn ? letters! : lettersAt(columnNumber(letters!) - 1 + columns)
  const row = staysRow ? digits! : String(Number(digits) + rows)
  return column === null || (digits !== '' && Number(row) < 1) ? null : `${fixedColumn}${column}${fixedRow}${row}`
}

/** The cells that a formula names, a range as one. */
export function cellsIn(formula: string, sheet: string): RangeName[] {
  const found: RangeName[] = []
  for (const { text, sheet: named, isEnd } of referencesIn(formula)) {
    const plainText = plain(text)
    if (isEnd) found[found.length - 1]!.address += `:${plainText}`
    else found.push({ sheet: named === '' ? sheet : sheetIn(named), address: plainText })
  }
  return found
}

/** The sheet that Survey! and 'My data'! mean. */
function sheetIn(prefix: string): string {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name
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
  // The end of a range has no sheet of its own.
  const texts = places.map((place, i) => (own[i]!.isEnd ? place!.slice(place!.lastIndexOf('!') + 1) : place!))
  return replaced(formula, own.map(withSheet), texts)
}

function plain(reference: string): string {
  return reference.replace(/\$/g, '').toUpperCase()
}
