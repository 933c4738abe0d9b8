import { callsIn, explain, parseCall, rangesOf } from '../catalogue/explain.ts'
import { CellError } from '../cell.ts'
import type { Book, CellText, CellValue, FreezeOutcome, Selection } from '../sheet/book.ts'
import { showsSame } from '../sheet/freezing.ts'
import { keptIn } from '../sheet/keptFormula.ts'
import { counted } from '../data/words.ts'
import { textOf } from '../sheet/rows.ts'
import { blockName, cellName, firstCell } from '../sheet/sheetReference.ts'
import { withOwnFormulas } from './ownFormulas.ts'

/** Which cells are meant. */
export type Scope = 'selection' | 'sheet' | 'workbook'

/** What our formulas become. */
export type Way = 'values' | 'own formulas'

/** What came of it: in a sentence, and what a person is to know of some cells. */
export interface Report {
  text: string
  /** Whether anything was written. */
  isDone: boolean
  remarks: Remark[]
}

/** What is to be known, and of which cells. */
export interface Remark {
  cells: { sheet: string; cell: string; functions: string }[]
  text: string
}

/** A cell that holds a formula or a note. */
type Place = CellText & { sheet: string }

/** Makes our formulas into what people without our functions can read. Each formula is kept in the note of its cell. */
export async function makePortable(book: Book, scope: Scope, way: Way): Promise<Report> {
  const { where, formulas } = await found(book, scope)
  const ours = formulas.filter(({ text }) => callsIn(text).length > 0)
  if (ours.length === 0) return nothing(`${where} no formula of ours.`)
  const own = ours.map(({ text }) => (way === 'own formulas' ? withOwnFormulas(text) : null))
  const outcomes = await book.freeze(
    ours.map(({ sheet, row, column, text }, i) => ({ sheet, row, column, formula: text, instead: own[i]! })),
  )
  const count = (became: FreezeOutcome['became']) => outcomes.filter((one) => one.became === became).length
  const [values, natives] = [count('value'), count('formula')]
  const became = [
    values > 0 && `${counted(values, 'formula')} became ${values === 1 ? 'its value' : 'values'}.`,
    natives > 0 && `${counted(natives, 'formula')} became ${natives === 1 ? 'one' : 'ones'} of the spreadsheet’s own.`,
  ].filter(Boolean)
  return {
    text:
      became.length > 0 ? `${became.join(' ')} The note of each cell keeps what stood there.` : 'Nothing was changed.',
    isDone: became.length > 0,
    remarks: remarksOn(ours, (_, i) => remarkOn(outcomes[i]!, way, own[i]!)),
  }
}

/** Brings back the formulas that notes keep. */
export async function bringBack(book: Book, scope: Scope): Promise<Report> {
  const { where, notes } = await found(book, scope)
  const kept = notes.filter(({ text }) => keptIn(text) !== null)
  if (kept.length === 0) return nothing(`${where} no note that keeps a formula.`)
  const before = await shownNow(book, kept)
  const outcomes = await book.thaw(kept.map(({ sheet, row, column, text }) => ({ sheet, row, column, note: text })))
  const back = outcomes.filter(({ done }) => done).length
  return {
    text: back > 0 ? `${counted(back, 'formula')} ${back === 1 ? 'is' : 'are'} back.` : 'Nothing was changed.',
    isDone: back > 0,
    remarks: remarksOn(kept, (place, i) => {
      if (!outcomes[i]!.done) return changedSince(keptIn(place.text)!.formula)
      return differenceIn(before[i]!)
    }),
  }
}

function changedSince(formula: string): string {
  return `Was changed since, so it stays as it is, and its note keeps ${formula}`
}

function nothing(text: string): Report {
  return { text, isDone: false, remarks: [] }
}

/** What is to be known of cells, those together of which it is the same; null for nothing. */
function remarksOn(places: readonly Place[], textOn: (place: Place, i: number) => string | null): Remark[] {
  const remarks = new Map<string, Remark>()
  places.forEach((place, i) => {
    const text = textOn(place, i)
    if (text === null) return
    const known = remarks.get(text) ?? { cells: [], text }
    const { sheet, row, column } = place
    const calls = callsIn(keptIn(place.text)?.formula ?? place.text)
    const names = calls.map((call) => call.slice(0, call.indexOf('(')).trim().toUpperCase())
    known.cells.push({ sheet, cell: cellName(row, column), functions: [...new Set(names)].join(', ') })
    remarks.set(text, known)
  })
  return [...remarks.values()]
}

/** What a person is to know of a formula after it was made portable, if anything. */
function remarkOn(outcome: FreezeOutcome, way: Way, own: string | null): string | null {
  if (outcome.became === 'kept') return STAYS[outcome.why](shown(outcome.shows))
  if (way === 'values' || outcome.became === 'formula') return null
  return own === null
    ? 'There is no formula of the spreadsheet’s own for this, so the value stands there'
    : `${own} gives something else, as it does with text or blanks among the numbers, so the value stands there`
}

const STAYS: Readonly<Record<Extract<FreezeOutcome, { became: 'kept' }>['why'], (shows: string) => string>> = {
  error: (shows) => `Shows ${shows}, so the formula stays: mend it, then try again`,
  unfinished: (shows) => `Shows ${shows}, so the formula stays: wait until it is worked out, then try again`,
  changed: (shows) => `Was changed meanwhile, so it stays: it holds ${shows}`,
  'unknown size': () =>
    'Only Google Sheets knows which cells this fills, so the formula stays: copy them, and paste the values only (Ctrl+Shift+V)',
}

function shown(value: CellValue): string {
  return value === null || value === '' ? 'nothing' : textOf(value)
}

/** The formulas and notes that are meant, and the beginning of a sentence about where they were looked for. */
async function found(book: Book, scope: Scope): Promise<{ where: string; formulas: Place[]; notes: Place[] }> {
  const selection = scope === 'workbook' ? null : await book.selection()
  const sheets = await book.readFormulas(selection && selection.sheet)
  const isMeant = selection && scope === 'selection' ? within(selection) : () => true
  const placesIn = (what: 'formulas' | 'notes') =>
    sheets.flatMap(({ sheet, [what]: cells }) => cells.filter(isMeant).map((cell) => ({ sheet, ...cell })))
  return { where: WHERE[scope](selection?.sheet ?? ''), formulas: placesIn('formulas'), notes: placesIn('notes') }
}

const WHERE: Readonly<Record<Scope, (sheet: string) => string>> = {
  selection: () => 'The selected cells hold',
  sheet: (sheet) => `The sheet “${sheet}” holds`,
  workbook: () => 'This workbook holds',
}

/** Whether a cell is selected. Who selects a cell of a table means the formula that fills it. */
function within({ address, rows, columns, filledFrom }: Selection): (place: CellText) => boolean {
  const first = firstCell(address)
  const source = filledFrom && firstCell(filledFrom.cell)
  return ({ row, column }) =>
    (row >= first.row && row < first.row + rows && column >= first.column && column < first.column + columns) ||
    (source !== undefined && row === source.row && column === source.column)
}

interface Shown {
  was: readonly (readonly CellValue[])[]
  /** Null where only the spreadsheet can tell. */
  is: readonly (readonly CellValue[])[] | null
}

/** What stands in the cells of kept formulas, and what these would give now. */
async function shownNow(book: Book, kept: readonly Place[]): Promise<Shown[]> {
  const calls = kept.map(({ sheet, text }) => parseCall(keptIn(text)!.formula, sheet))
  const ranges = calls.map((call) => (call ? rangesOf(call) : []))
  const blocks = kept.map(({ sheet, row, column, text }) => {
    const { rows, columns } = keptIn(text)!
    return { sheet, address: blockName(row, column, row + rows - 1, column + columns - 1) }
  })
  // Where a sheet is gone, the formula will say so itself.
  const values = await book.readRanges([...blocks, ...ranges.flat()]).catch(() => null)
  let next = kept.length
  return calls.map((call, i) => {
    const own = values?.slice(next, (next += ranges[i]!.length))
    const result = call && own && explain(call, own)?.result
    const is = result instanceof CellError ? result.code : result
    return { was: values?.[i] ?? [], is: Array.isArray(is) ? is : is === null || is === undefined ? null : [[is]] }
  })
}

/** Says when a formula that came back gives something else than what stood there. */
function differenceIn({ was, is }: Shown): string | null {
  if (!is) return null
  const isSame =
    was.length <= is.length &&
    is.every((line, i) => line.every((value, j) => showsSame(was[i]?.[j] ?? null, value === '' ? null : value)))
  if (isSame) return null
  const isSingle = is.length === 1 && is[0]!.length === 1
  return isSingle
    ? `Gives ${shown(is[0]![0]!)} now, where ${shown(was[0]?.[0] ?? null)} stood`
    : 'Gives other values now than stood there'
}
