import { callsIn } from '../catalogue/explain.ts'
import { counted } from '../data/words.ts'
import type { Book, FreezeOutcome } from '../sheet/book.ts'
import { hasLostFormula, keptIn } from '../sheet/keptFormula.ts'
import { cellName } from '../sheet/sheetReference.ts'
import { withOwnFormulas } from './ownFormulas.ts'
import { found, placeName, type Place, type Scope } from './places.ts'
import { differenceIn, shown, shownInTime, shownText } from './shown.ts'
import { contents, waysBack } from './waysBack.ts'

export type { Scope }

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
  if (outcome.became === 'kept') return STAYS[outcome.why](shownText(outcome.shows))
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
