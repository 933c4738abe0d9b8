import type { CellValue } from './book.ts'
import { fingerprintOf } from './fingerprint.ts'

/** A formula that the note of its cell keeps while something else stands there. */
export interface KeptFormula {
  formula: string
  /** The cells that it filled, from its own on. */
  rows: number
  columns: number
  /** What stands there in its place, in short. */
  mark: string
  /** What else the note says. */
  beside: string
}

const BEGIN = 'Cuesheet: '
const GAP = '\n\n'
const KEPT = /^Cuesheet: (=[^]*)\n(\d+) rows? × (\d+) columns?, mark (\S+)\s*$/

/** The note that keeps a formula. What a person had noted stands first. */
export function noteKeeping({ formula, rows, columns, mark, beside }: KeptFormula): string {
  const size = `${rows} ${rows === 1 ? 'row' : 'rows'} × ${columns} ${columns === 1 ? 'column' : 'columns'}`
  return `${beside === '' ? '' : beside + GAP}${BEGIN}${formula}\n${size}, mark ${mark}`
}

/** The formula that a note keeps; null where it keeps none. */
export function keptIn(note: string): KeptFormula | null {
  const last = note.lastIndexOf(`${GAP}${BEGIN}=`)
  const found = KEPT.exec(last < 0 ? note : note.slice(last + GAP.length))
  if (!found) return null
  const [, formula, rows, columns, mark] = found
  return {
    formula: formula!,
    rows: Number(rows),
    columns: Number(columns),
    mark: mark!,
    beside: last < 0 ? '' : note.slice(0, last),
  }
}

/**
 * What a note says of the cells that stand in place of a formula, to tell later whether they are still the same. Numbers
 * count in twelve digits, since not every file keeps more. Of a formula the cells that it names do not count, as they move
 * when rows are inserted.
 */
export function markOf(values: readonly (readonly CellValue[])[], formula: string): string {
  const held = formula === '' ? values.map((line) => line.map(rounded)) : withoutCells(formula)
  return fingerprintOf(held).replace(' ', '-')
}

function rounded(value: CellValue): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value
}

const CELLS = /(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}(?:\$?\d+|:\$?[A-Z]{1,3}\b)/giu

function withoutCells(formula: string): string {
  return formula.replace(CELLS, '·').replace(/\s/g, '').toUpperCase()
}
