import type { CellValue } from './book.ts'
import { fingerprintOf } from './fingerprint.ts'

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
  /** What else the note says. */
  beside: string
}

const GAP = '\n\n'
const KEPT =
  /(?:^|\n)Cuesheet: (=(?:(?!\nCuesheet: =)[^])*?)\nStood in ([A-Z]+\d+), (\d+) rows? × (\d+) columns?\. Cuesheet needs these two lines to bring it back: (\S+)(?=\s|$)/

/** The note that keeps a formula. What a person had noted stands first. */
export function noteKeeping({ formula, cell, rows, columns, mark, beside }: KeptFormula): string {
  const size = `${rows} ${rows === 1 ? 'row' : 'rows'} × ${columns} ${columns === 1 ? 'column' : 'columns'}`
  const own = `Cuesheet: ${formula}\nStood in ${cell}, ${size}. Cuesheet needs these two lines to bring it back: ${mark}`
  return beside === '' ? own : beside + GAP + own
}

/** The formula that a note keeps, wherever in it; null where it keeps none. */
export function keptIn(note: string): KeptFormula | null {
  const found = KEPT.exec(note)
  if (!found) return null
  const [whole, formula, cell, rows, columns, mark] = found
  const beside = [note.slice(0, found.index).trimEnd(), note.slice(found.index + whole.length).trim()]
  return {
    formula: formula!,
    cell: cell!,
    rows: Number(rows),
    columns: Number(columns),
    mark: mark!,
    beside: beside.filter((text) => text !== '').join('\n'),
  }
}

/** Whether a note kept a formula once, and was changed so that it does not any more. */
export function hasLostFormula(note: string): boolean {
  return /^Cuesheet: =/m.test(note) && keptIn(note) === null
}

/**
 * What a note says of the cells that stand in place of a formula, to tell later whether they are still the same. Numbers
 * count in twelve digits, since not every file keeps more. Of a formula the cells that it names do not count, as they move
 * when rows are inserted, and neither do brackets, which files leave out where they change nothing.
 */
export function markOf(values: readonly (readonly CellValue[])[], formula: string): string {
  const held = formula === '' ? values.map((line) => line.map(rounded)) : bare(formula)
  return fingerprintOf(held).replace(' ', '-')
}

function rounded(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value
}

const CELLS = /(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}(?:\$?\d+|:\$?[A-Z]{1,3}\b)/giu

function bare(formula: string): string {
  return formula
    .replace(CELLS, '·')
    .replace(/[\s()]/g, '')
    .toUpperCase()
}
