import { addressOf } from '../../workbook.ts'
import { attribute } from './xlsxText.ts'

/** A cell as it is written: its place from 0, its tag without the name, and what is in it. */
export interface WrittenCell {
  column: number
  address: string
  tag: string
  body: string
}

/** A row as it is written, with its number from 1. */
export interface WrittenRow {
  row: number
  tag: string
  cells: WrittenCell[]
}

/** The rows between two places of a sheet’s XML. A row or cell without a number comes after the one before. */
export function* writtenRows(xml: string, start: number, end: number): Generator<WrittenRow> {
  const tags = /<(?:(row)|c)((?:\s[^<>]*?)?)(\/?)>|<\/row>/g
  tags.lastIndex = start
  let last = 0
  let open: WrittenRow | undefined
  for (let found = tags.exec(xml); found && found.index < end; found = tags.exec(xml)) {
    const [whole, isRow, tag = '', isClosed] = found
    if (isRow) {
      last = Number(attribute(tag, 'r') ?? last + 1)
      open = { row: last, tag, cells: [] }
    } else if (open && whole !== '</row>') {
      const close = isClosed ? tags.lastIndex : xml.indexOf('</c>', tags.lastIndex)
      if (close < 0) throw new Error('a cell is cut off')
      open.cells.push(writtenCell(open, tag, xml.slice(tags.lastIndex, close)))
      if (!isClosed) tags.lastIndex = close + CLOSING
    }
    if (open && (isRow ? isClosed : whole === '</row>')) {
      yield open
      open = undefined
    }
  }
}

const CLOSING = '</c>'.length

function writtenCell({ row, cells }: WrittenRow, tag: string, body: string): WrittenCell {
  const written = attribute(tag, 'r')
  const column = written ? columnOf(written) : (cells[cells.length - 1]?.column ?? -1) + 1
  return { column, address: written ?? addressOf(column, row - 1), tag, body }
}

/** The column of an address, from 0. */
export function columnOf(address: string): number {
  let column = 0
  for (let i = 0; i < address.length; i++) {
    const letter = address.charCodeAt(i) & ~0x20
    if (letter < 0x41 || letter > 0x5a) break
    column = column * 26 + letter - 0x40
  }
  return column - 1
}

/** The same tag with another number. */
export function numbered(tag: string, number: string | number): string {
  return ` r="${number}"${tag.replace(/\sr=(?:"[^"]*"|'[^']*')/, '')}`
}
