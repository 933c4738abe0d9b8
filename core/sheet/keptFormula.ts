import type { CellValue } from './book.ts'
import { fingerprintOf } from './fingerprint.ts'
import { referencesIn, replaced, withSheet } from './references.ts'

/** A formula that the note of its cell keeps while something else stands there. */
export interface KeptFormula {
  formula: string
  /** Where it stood: B3. */
  cell: string
  /** The cells that it filled, from its own on. */
  rows: number
  columns: number
  /** What stands there in its place, in short. */
  mark: string
  /** What the cells hold that it names, in short; "" where that is not known. */
  named: string
  /** What else the note says. */
  beside: string
}

const GAP = '\n\n'
/** Three fingerprints: of what stands in the place of the formula, of the cells that it names, and of itself. */
const CODE = String.raw`(\d+--?\d+)\.(\d+--?\d+|0)\.(\d+--?\d+)`
const KEPT = new RegExp(
  String.raw`(?:^|\n)Cuesheet: (=(?:(?!\nCuesheet: =)[^])*?)\nStood in ([A-Z]+\d+), (\d+) rows? × (\d+) columns?\. Cuesheet needs these two lines to bring it back: ${CODE}`,
)

/** The note that keeps a formula. What a person had noted stands first. */
export function noteKeeping({ formula, cell, rows, columns, mark, named, beside }: KeptFormula): string {
  const size = `${rows} ${rows === 1 ? 'row' : 'rows'} × ${columns} ${columns === 1 ? 'column' : 'columns'}`
  const code = `${mark}.${named || '0'}.${short(formula)}`
  const own = `Cuesheet: ${formula}\nStood in ${cell}, ${size}. Cuesheet needs these two lines to bring it back: ${code}`
  return beside === '' ? own : beside + GAP + own
}

/** The formula that a note keeps, wherever in it; null where it keeps none. */
export function keptIn(note: string): KeptFormula | null {
  const found = KEPT.exec(note)
  if (!found) return null
  const [whole, formula, cell, rows, columns, mark, named, itself] = found
  // Who writes into the formula has made another one of it.
  if (short(formula) !== itself) return null
  const beside = [note.slice(0, found.index).trimEnd(), note.slice(found.index + whole.length).trim()]
  return {
    formula: formula!,
    cell: cell!,
    rows: Number(rows),
    columns: Number(columns),
    mark: mark!,
    named: named === '0' ? '' : named!,
    beside: beside.filter((text) => text !== '').join('\n'),
  }
}

/** Whether a note kept a formula once, and was changed so that it does not any more. */
export function hasLostFormula(note: string): boolean {
  return /Cuesheet: =|Cuesheet needs these two lines/.test(note) && keptIn(note) === null
}

/**
 * What a note says of the cells that stand in place of a formula, to tell later whether they are still the same. Numbers
 * count in twelve digits, since not every file keeps more. Of a formula the cells that it names do not count, as they move
 * when rows are inserted, and neither do brackets, which files leave out where they change nothing.
 */
export function markOf(values: readonly (readonly CellValue[])[], formula: string): string {
  // LibreOffice writes a truth as a formula.
  const isValue = formula === '' || /^=(?:TRUE|FALSE)\(\)$/i.test(formula)
  return short(isValue ? values.map((line) => line.map((cell) => rounded(cell))) : bare(formula))
}

/** What cells hold that a formula names, in short. Blank rows do not count: they come and go where rows are inserted. */
export function contentsOf(blocks: readonly (readonly (readonly CellValue[])[])[]): string {
  return short(
    blocks.map((rows) =>
      rows.filter((row) => row.some((cell) => cell !== null)).map((row) => row.map((cell) => rounded(cell, 10))),
    ),
  )
}

function short(content: unknown): string {
  return fingerprintOf(content).replace(' ', '-')
}

function rounded(value: CellValue, digits = 12): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(digits)) : value
}

function bare(formula: string): string {
  const references = referencesIn(formula).map(withSheet)
  const nameless = references.map(() => '·')
  return replaced(formula, references, nameless)
    .replace(/[\s()]/g, '')
    .toUpperCase()
}
