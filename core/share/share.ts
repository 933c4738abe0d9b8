import { callsIn, explain, parseCall, rangesOf, type ParsedCall } from '../catalogue/explain.ts'
import { CellError } from '../cell.ts'
import type { Book, CellText, CellValue, FreezeOutcome, Selection } from '../sheet/book.ts'
import { isUnfinishedText, showsSame } from '../sheet/freezing.ts'
import { hasLostFormula, keptIn } from '../sheet/keptFormula.ts'
import { counted } from '../data/words.ts'
import { textOf } from '../sheet/rows.ts'
import { blockName, cellName, firstCell } from '../sheet/sheetReference.ts'
import { withOwnFormulas } from './ownFormulas.ts'
import { followed, shifted } from './references.ts'

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
  const outcomes = await book.freeze(
    ours.map(({ sheet, row, column, text }, i) => ({ sheet, row, column, formula: text, instead: own[i]! })),
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
  const was = await shown(book, kept)
  const ways = kept.map((place) => waysBack(place, standing.get(placeName(place))))
  const back = await chosen(book, kept, ways, was)
  const outcomes = await book.thaw(
    kept.map(({ sheet, row, column, text }, i) => ({ sheet, row, column, note: text, formula: back[i]! })),
  )
  const is = await shownInTime(book, kept, pause)
  const difference = kept.map((_, i) => (outcomes[i]!.done ? differenceIn(was[i]!, is[i]!) : null))
  const done = outcomes.filter((one) => one.done).length
  const others = difference.filter((one) => one !== null).length
  const stay = kept.length + lost.length - done
  const parts = [
    done > 0 ? `${counted(done, 'formula')} ${done === 1 ? 'is' : 'are'} back.` : 'Nothing was changed.',
    others > 0 && `${others} of them ${others === 1 ? 'gives' : 'give'} something else than what stood there.`,
    done > 0 && stay > 0 && `${counted(stay, 'formula')} ${stay === 1 ? 'is' : 'are'} not.`,
  ]
  return {
    text: parts.filter(Boolean).join(' '),
    isProblem: others + stay > 0,
    remarks: [
      ...remarksOn(kept, (_, i) => (outcomes[i]!.done ? difference[i]! : CHANGED_SINCE)),
      ...remarksOn(lost, () => LOST),
    ],
  }
}

const CHANGED_SINCE = 'Was changed since, so it stays as it is. Its note keeps the formula'
const LOST = 'The two lines of Cuesheet in this note were changed, so that nothing could be brought back'

function placeName({ sheet, row, column }: Place): string {
  return `${sheet}!${cellName(row, column)}`
}

/**
 * The formula that comes back to a cell, or two of which one does. Its cells may have gone elsewhere since: where a formula of
 * the spreadsheet’s own stood for it, they went where those of that one went. A cell that was moved itself takes them along,
 * as when a formula is copied, or has left them where they were.
 */
function waysBack({ row, column, text }: Place, standing = ''): [formula: string, unmoved?: string] {
  const { formula, cell } = keptIn(text)!
  const own = standing === '' ? null : withOwnFormulas(formula)
  const along = own === null ? null : followed(formula, own, standing)
  if (along !== null) return [along]
  const from = firstCell(cell)
  const copied = shifted(formula, row - from.row, column - from.column)
  return copied === null || copied === formula ? [formula] : [copied, formula]
}

/** Of two formulas the second one only where it gives what stands there, and the first one does not. */
async function chosen(
  book: Book,
  kept: readonly Place[],
  ways: readonly (readonly [formula: string, unmoved?: string])[],
  was: readonly Block[],
): Promise<string[]> {
  const calls = ways.map(([copied, unmoved], i) =>
    unmoved === undefined ? null : [copied, unmoved].map((one) => parseCall(one, kept[i]!.sheet)),
  )
  const ranges = calls.map((pair) => pair?.map((call) => (call ? rangesOf(call) : [])) ?? [])
  const cells = ranges.flat(2).length > 0 ? await book.readRanges(ranges.flat(2)).catch(() => null) : []
  let next = 0
  return ways.map(([copied, unmoved = copied], i) => {
    const gives = ranges[i]!.map((own, at) => {
      const call = calls[i]![at]
      const block = cells && call ? worked(call, cells.slice(next, next + own.length)) : null
      next += own.length
      return block !== null && differenceIn(was[i]!, block) === null
    })
    return gives[1] && !gives[0] ? unmoved : copied
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

/** What cells show, row by row; null where nobody can tell. */
type Block = readonly (readonly CellValue[])[] | null

/** What a call of ours gives of its cells. */
function worked(call: ParsedCall, cells: readonly CellValue[][][]): Block {
  const result = explain(call, cells)?.result
  if (result === undefined) return null
  if (result instanceof CellError) return [[result.code]]
  return Array.isArray(result) ? result : [[result]]
}

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
