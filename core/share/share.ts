import { callsIn } from '../catalogue/explain.ts'
import type { Book, CellText, CellValue, FreezeOutcome, RangeName, Selection } from '../sheet/book.ts'
import { isUnfinishedText, showsSame } from '../sheet/freezing.ts'
import { contentsOf, hasLostFormula, keptIn } from '../sheet/keptFormula.ts'
import { counted } from '../data/words.ts'
import { textOf } from '../sheet/rows.ts'
import { blockName, cellName, firstCell, reference } from '../sheet/sheetReference.ts'
import { withOwnFormulas } from './ownFormulas.ts'
import { cellsIn, followed, shifted } from './references.ts'

/** Which cells are meant. */
export type Scope = 'selection' | 'sheet' | 'workbook'

/** What our formulas become. */
export type Way = 'values' | 'own formulas'

/** What came of it: in a sentence, and what a person is to know of some cells. */
export interface Report {
  text: string
  /** Whether something is to be looked at, or nothing was done. */
  isProblem: boolean
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
  const { where, formulas, notes } = await found(book, scope)
  const ours = formulas.filter(({ text }) => callsIn(text).length > 0)
  const already = notes.filter(({ text }) => keptIn(text) !== null).length
  if (ours.length === 0) {
    const text = already > 0 ? `no formula of ours any more: ${keptAlready(already)}` : 'no formula of ours.'
    return { text: `${where} ${text}`, isProblem: already === 0, remarks: [] }
  }
  const own = ours.map(({ text }) => (way === 'own formulas' ? withOwnFormulas(text) : null))
  const named = await contents(
    book,
    ours.map(({ sheet, text }) => ({ sheet, formula: text })),
  )
  const outcomes = await book.freeze(
    ours.map(({ sheet, row, column, text }, i) => ({
      sheet,
      row,
      column,
      formula: text,
      instead: own[i]!,
      named: named[i]!,
    })),
  )
  const count = (became: FreezeOutcome['became']) => outcomes.filter((one) => one.became === became).length
  const [values, natives, stay] = [count('value'), count('formula'), count('kept')]
  const parts = [
    values > 0 && `${counted(values, 'formula')} became ${values === 1 ? 'its value' : 'values'}.`,
    natives > 0 && `${counted(natives, 'formula')} became ${natives === 1 ? 'one' : 'ones'} of the spreadsheet’s own.`,
    values + natives > 0 && 'The note of each cell keeps what stood there.',
    stay > 0 &&
      `${counted(stay, 'formula')} ${stay === 1 ? 'stays' : 'stay'}: people without Cuesheet see #NAME? there.`,
    already > 0 && `Besides, ${keptAlready(already)}`,
  ]
  return {
    text: parts.filter(Boolean).join(' '),
    isProblem: stay > 0,
    remarks: remarksOn(ours, (_, i) => remarkOn(outcomes[i]!, way, own[i]!)),
  }
}

function keptAlready(count: number): string {
  return `${counted(count, 'formula')} ${count === 1 ? 'is' : 'are'} kept in notes already. Bring them back first to make something else of them.`
}

/** Brings back the formulas that notes keep. `pause` waits for so many milliseconds. */
export async function bringBack(book: Book, scope: Scope, pause: (time: number) => Promise<void>): Promise<Report> {
  const { where, notes, formulas } = await found(book, scope)
  const lost = notes.filter(({ text }) => hasLostFormula(text))
  const kept = notes.filter(({ text }) => keptIn(text) !== null)
  if (kept.length + lost.length === 0) {
    return { text: `${where} no note that keeps a formula.`, isProblem: true, remarks: [] }
  }
  const standing = new Map(formulas.map((one) => [placeName(one), one.text]))
  const ways = await waysBack(book, kept, standing)
  const able = kept.flatMap((place, i) => (ways[i]!.formula === null ? [] : [{ place, ...ways[i]! }]))
  const places = able.map(({ place }) => place)
  const was = await shown(book, places)
  const outcomes = await book.thaw(
    able.map(({ place: { sheet, row, column, text }, formula }) => ({
      sheet,
      row,
      column,
      note: text,
      formula: formula!,
    })),
  )
  const is = await shownInTime(book, places, pause)
  const told = new Map<Place, string | null>(kept.map((place) => [place, MOVED]))
  able.forEach(({ place, isSure }, i) => {
    const difference = differenceIn(was[i]!, is[i]!) ?? (isSure ? null : UNSURE)
    told.set(place, outcomes[i]!.done ? difference : CHANGED_SINCE)
  })
  const done = outcomes.filter((one) => one.done).length
  const others = able.filter(({ place }, i) => outcomes[i]!.done && told.get(place) !== null).length
  const stay = kept.length + lost.length - done
  const parts = [
    done > 0 ? `${counted(done, 'formula')} ${done === 1 ? 'is' : 'are'} back.` : 'Nothing was changed.',
    others > 0 && `${others} of them ${others === 1 ? 'is' : 'are'} to be looked at.`,
    done > 0 && stay > 0 && `${counted(stay, 'formula')} ${stay === 1 ? 'is' : 'are'} not.`,
  ]
  return {
    text: parts.filter(Boolean).join(' '),
    isProblem: others + stay > 0,
    remarks: [...remarksOn(kept, (place) => told.get(place)!), ...remarksOn(lost, () => LOST)],
  }
}

const MOVED =
  'Was moved, and the cells that its formula names went elsewhere or changed, so the value stays. Its note keeps the formula'
const UNSURE =
  'Shows the same, but the cells that it names hold something else than before: look whether they are the right ones'
const CHANGED_SINCE = 'Was changed since, so it stays as it is. Its note keeps the formula'
const LOST = 'The two lines of Cuesheet in this note were changed, so that nothing could be brought back'

function placeName({ sheet, row, column }: Place): string {
  return `${sheet}!${cellName(row, column)}`
}

/** A formula that comes back; null for none of which one could be sure. */
interface WayBack {
  formula: string | null
  /** Whether the cells that it names are surely those that it named. */
  isSure: boolean
}

/**
 * The formulas that come back to cells. Their own cells may have gone elsewhere since: where a formula of the spreadsheet’s
 * own stood for one, they went where those of that one went. Else they are where the same things stand as before: a cell that
 * was moved may have taken them along, some of them, or none.
 */
async function waysBack(book: Book, kept: readonly Place[], standing: ReadonlyMap<string, string>): Promise<WayBack[]> {
  const ways = kept.map((place) => {
    const { formula, cell, named } = keptIn(place.text)!
    const now = standing.get(placeName(place))
    const own = now === undefined ? null : withOwnFormulas(formula)
    const along = own === null ? null : followed(formula, own, now!)
    if (along !== null) return { formulas: [along], named: null, isMoved: false }
    const from = firstCell(cell)
    const [rows, columns] = [place.row - from.row, place.column - from.column]
    const elsewhere = (['relative', 'ends', 'all'] as const).map((which) => shifted(formula, rows, columns, which))
    const formulas = [...new Set([elsewhere[0] ?? formula, formula, ...elsewhere])].filter((one) => one !== null)
    return { formulas, named, isMoved: rows !== 0 || columns !== 0 }
  })
  const asked = ways.flatMap(({ formulas, named }, i) =>
    named === null ? [] : formulas.map((formula) => ({ sheet: kept[i]!.sheet, formula })),
  )
  const held = await contents(book, asked)
  let next = 0
  return ways.map(({ formulas, named, isMoved }): WayBack => {
    if (named === null) return { formula: formulas[0]!, isSure: true }
    const own = held.slice(next, (next += formulas.length))
    if (named === '') return { formula: formulas[0]!, isSure: true }
    const sure = formulas.find((_, at) => own[at] === named)
    return { formula: sure ?? (isMoved ? null : formulas[0]!), isSure: sure !== undefined }
  })
}

/** What the cells hold that formulas name, in short; "" where they cannot be read. */
async function contents(book: Book, formulas: readonly { sheet: string; formula: string }[]): Promise<string[]> {
  const named = formulas.map(({ sheet, formula }) => cellsIn(formula, sheet))
  const ranges = new Map(named.flat().map((range) => [reference(range), range]))
  const all = [...ranges.values()]
  const alone = (range: RangeName) =>
    book.readRanges([range]).then(
      ([block]) => block!,
      () => null,
    )
  // Where one of the sheets is gone, the others can be read one by one.
  const blocks: (CellValue[][] | null)[] = await book.readRanges(all).catch(() => Promise.all(all.map(alone)))
  const read = new Map([...ranges.keys()].map((name, i) => [name, blocks[i]!]))
  return named.map((own) => {
    const held = own.map((range) => read.get(reference(range)) ?? null)
    return held.includes(null) ? '' : contentsOf(held as CellValue[][][])
  })
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
  if (outcome.became === 'kept') return STAYS[outcome.why](text(outcome.shows))
  if (way === 'values' || outcome.became === 'formula') return null
  return own === null
    ? 'There is no formula of the spreadsheet’s own for this, so the value stands there'
    : `${own} gives something else, as it does with text or blanks among the numbers, so the value stands there`
}

const STAYS: Readonly<Record<Extract<FreezeOutcome, { became: 'kept' }>['why'], (shows: string) => string>> = {
  error: (shows) => `Shows ${shows}, so the formula stays: mend it or clear the cell, then try again`,
  unfinished: (shows) => `Shows ${shows}, so the formula stays: wait until it is worked out, then try again`,
  changed: (shows) => `Was changed meanwhile, so it stays: it holds ${shows}`,
  'unknown size': () =>
    'Only Google Sheets knows which cells this fills, so the formula stays: copy them, and paste the values only (Ctrl+Shift+V)',
}

function text(value: CellValue): string {
  return value === null || value === '' ? 'nothing' : textOf(value)
}

/** The formulas and notes that are meant, and the beginning of a sentence about where they were looked for. */
async function found(book: Book, scope: Scope): Promise<{ where: string; formulas: Place[]; notes: Place[] }> {
  const selection = scope === 'workbook' ? null : await book.selection()
  const sheets = await book.readFormulas(selection && selection.sheet)
  const isMeant = selection && scope === 'selection' ? touchedBy(selection) : () => true
  const placesIn = (what: 'formulas' | 'notes') =>
    sheets.flatMap(({ sheet, [what]: cells }) => cells.filter(isMeant).map((cell) => ({ sheet, ...cell })))
  return { where: WHERE[scope](selection?.sheet ?? ''), formulas: placesIn('formulas'), notes: placesIn('notes') }
}

const WHERE: Readonly<Record<Scope, (sheet: string) => string>> = {
  selection: () => 'The selected cells hold',
  sheet: (sheet) => `The sheet “${sheet}” holds`,
  workbook: () => 'This workbook holds',
}

/** Whether a formula is selected, or one that a note keeps: who selects a cell of a table means the formula that fills it. */
function touchedBy({ address, rows, columns, filledFrom }: Selection): (place: CellText) => boolean {
  const first = firstCell(address)
  const source = filledFrom && firstCell(filledFrom.cell)
  return ({ row, column, text }) => {
    const size = keptIn(text) ?? { rows: 1, columns: 1 }
    const isWithin =
      row < first.row + rows &&
      first.row < row + size.rows &&
      column < first.column + columns &&
      first.column < column + size.columns
    return isWithin || (source !== undefined && row === source.row && column === source.column)
  }
}

/** What cells show, row by row; null where nobody can tell. */
type Block = readonly (readonly CellValue[])[] | null

/** What stands in the cells of kept formulas. */
function shown(book: Book, kept: readonly Place[]): Promise<Block[]> {
  return book.readRanges(
    kept.map(({ sheet, row, column, text }) => {
      const { rows, columns } = keptIn(text)!
      return { sheet, address: blockName(row, column, row + rows - 1, column + columns - 1) }
    }),
  )
}

/** The same once it is worked out, which takes a moment in Excel and Google Sheets; null for what takes longer. */
async function shownInTime(
  book: Book,
  kept: readonly Place[],
  pause: (time: number) => Promise<void>,
): Promise<Block[]> {
  for (const time of PAUSES) {
    const blocks = await shown(book, kept)
    if (!blocks.some(isUnfinished)) return blocks
    await pause(time)
  }
  return (await shown(book, kept)).map((block) => (isUnfinished(block) ? null : block))
}

const PAUSES = [500, 1000, 2000]

function isUnfinished(block: Block): boolean {
  return block?.[0]?.[0] !== undefined && isUnfinishedText(block[0][0])
}

/** Says when a formula that came back gives something else than what stood there. */
function differenceIn(was: Block, is: Block): string | null {
  if (!was || !is) return null
  const height = Math.max(was.length, is.length)
  const rows = Array.from({ length: height }, (_, i) => [was[i] ?? [], is[i] ?? []] as const)
  const isSame = rows.every(([one, other]) =>
    Array.from({ length: Math.max(one.length, other.length) }).every((_, j) =>
      showsSame(one[j] ?? null, other[j] ?? null),
    ),
  )
  if (isSame) return null
  const isSingle = rows.length <= 1 && rows.every(([one, other]) => one.length <= 1 && other.length <= 1)
  return isSingle
    ? `Gives ${text(is[0]?.[0] ?? null)} now, where ${text(was[0]?.[0] ?? null)} stood`
    : 'Gives other values now than stood there'
}
