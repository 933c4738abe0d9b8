import { isBlank, type Cell } from '../../cell.ts'
import { labelIn } from '../../reading/cells.ts'
import { codebook, type Codebook } from '../../reading/codebook.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { isTitleOfIds, titleText, topOf, type Top } from '../../reading/titles.ts'
import type { BlankCells, ColumnArg, Keys, Placeholders, Titles } from '../argument.ts'
import { column } from './column.ts'

/**
 * A column of ids or names. Two are the same when they read the same: the number 7 and the text "7" are, "007" and "7" are
 * not. A row without one, or with a word that stands for none such as n/a, is left out, or stays as -1 where blanks are kept.
 */
export function keys(name: string, help: string, options: BlankCells = {}): ColumnArg<Keys> {
  const upper = (label: Keys['labels'][number]) =>
    typeof label === 'boolean' ? String(label).toUpperCase() : String(label)
  return {
    ...(labels(name, help, { ...options, isNone: isPlaceholder }, upper) as ColumnArg<Keys>),
    topOf(first, below) {
      const cells = below()
      return isTitleOfIds(first, cells) ? 'title' : unlessPerhaps(topOf(first, cells))
    },
  }
}

/** Ids and comments are many and hardly come again, so that the first one tells nothing by being alone. */
function unlessPerhaps(top: Top): Top {
  return top === 'perhaps a value' ? 'either' : top
}

/** A title that the argument names itself. */
function isNamed(cell: Cell, { titles = [] }: Titles): boolean {
  return typeof cell === 'string' && titles.includes(titleText(cell))
}

/** A column of group names: like keys, and in any case, as native functions and pivot tables group. */
export function segments(name: string, help: string, options?: BlankCells & Titles & Placeholders): ColumnArg<Keys>
export function segments(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default: null },
): ColumnArg<Keys | null>
export function segments(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null } = {},
): ColumnArg<Keys | null> {
  return labels(name, help, options, (label) => String(label).toLowerCase())
}

function labels(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null },
  readingOf: (label: Keys['labels'][number]) => string,
): ColumnArg<Keys | null> {
  return column<Keys | null>({
    name,
    help,
    optional: options.default === null,
    firstCell: (cell) => (typeof cell === 'number' ? 'value' : isNamed(cell, options) ? 'title' : 'either'),
    topOf(first, below) {
      const cells = below()
      return areNumbers(cells) ? 'title' : topOf(first, cells, { isCategory: true })
    },
    readRows(range, start, end, { decode }) {
      const codes = new Int32Array(end - start)
      const labels: Keys['labels'] = []
      // By the raw cell and by what it reads as: most cells are found at once.
      const known = codebook()
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const raw = range.cells[i]![0]
        const key = typeof raw === 'object' ? decode(raw) : raw
        let code = known.get(key)
        if (code === undefined) {
          const label = labelOr(options, labelIn(decode(raw), range, i, 0))
          code = label === null ? -1 : intern(label, readingOf(label), labels, known)
          known.set(key, code)
        }
        codes[i - start] = code
        if (code < 0 && options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
      }
      return { values: { codes, labels }, blank }
    },
    pick(values, rows) {
      const { codes, labels } = values!
      const renamed = new Int32Array(labels.length).fill(-1)
      const kept: Keys['labels'] = []
      const picked = new Int32Array(rows.length)
      rows.forEach((row, i) => {
        const code = codes[row]!
        if (renamed[code]! < 0) renamed[code] = kept.push(labels[code]!) - 1
        picked[i] = renamed[code] ?? -1
      })
      return { codes: picked, labels: kept }
    },
  })
}

/** A column of texts, as they stand in the cells. A row without text is left out unless blanks are kept, as "". */
export function texts(name: string, help: string, options?: BlankCells & Titles & Placeholders): ColumnArg<string[]>
export function texts(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default: null },
): ColumnArg<string[] | null>
export function texts(
  name: string,
  help: string,
  options: BlankCells & Titles & Placeholders & { default?: null } = {},
): ColumnArg<string[] | null> {
  return column<string[] | null>({
    name,
    help,
    optional: options.default === null,
    firstCell: (cell) => (isNamed(cell, options) ? 'title' : 'either'),
    topOf: (first, below) => unlessPerhaps(topOf(first, below())),
    readRows(range, start, end, { decode }) {
      const values = new Array<string>(end - start)
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = labelOr(options, labelIn(decode(range.cells[i]![0]), range, i, 0))
        values[i - start] = cell === null ? '' : String(cell)
        if (cell === null && options.blank !== 'kept') (blank ??= new Uint8Array(end - start))[i - start] = 1
      }
      return { values, blank }
    },
    pick: (values, rows) => Array.from(rows, (row) => values![row]!),
  })
}

/** Whether there are values and all are numbers, so that a text on top of them is a title. */
function areNumbers(cells: readonly Cell[]): boolean {
  return cells.every((cell) => isBlank(cell) || typeof cell === 'number') && !cells.every(isBlank)
}

function labelOr({ isNone }: Placeholders, label: Keys['labels'][number] | null): typeof label {
  return isNone && typeof label === 'string' && isNone(label) ? null : label
}

/** The code of a label, by what it reads as. */
function intern(label: Keys['labels'][number], reading: string, labels: Keys['labels'], known: Codebook): number {
  let code = known.get(reading)
  if (code === undefined) {
    code = labels.push(label) - 1
    known.set(reading, code)
  }
  return code
}
