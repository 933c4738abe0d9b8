import { DEFAULT_LOCALE, helpers, links, type Model } from '@odoo/o-spreadsheet'
import { columnsOf, type Column } from '../../../sheet/columns.ts'
import { addressOf } from '../../../workbook.ts'
import { resultAt, type CellResult } from '../results.ts'
import type { Outgoing, OutgoingSheet } from './outgoing.ts'
import { lookNumbers, samplesIn, type Samples } from './samples.ts'

/** All cells of a workbook that is being saved, taken out of what the engine writes: it takes many times as long. */
export interface TakenCells extends Samples {
  sheets: TakenSheet[]
  /** The texts that cells share, in the order of their numbers. */
  texts: string[]
  /** How many columns the first sheet has, beside which the samples stand. */
  columns: number
}

export interface TakenSheet {
  sheetId: string
  columns: TakenColumn[]
  rows: OutgoingSheet['rows']
  rowCount: number
}

/** The cells of a column, by their rows from 0: the number of their look, and what is in them; undefined where there is no cell. */
export interface TakenColumn {
  letters: string
  looks: Uint32Array
  bodies: (Body | undefined)[]
}

/** The XML that ends a cell, or what a formula shows in it: its own, by its number, or one that spills over. */
export type Body = string | { result: CellResult; formula: number | undefined }

const BLANK: Body = '/>'

type Getters = Pick<Model, 'getters'>

/** Takes the cells out, and leaves samples of what only the engine knows how to write: looks and formulas. */
export function takeOut(data: Outgoing, model: Getters): TakenCells {
  const looks = lookNumbers()
  const texts = new Map<string, number>()
  const formulas: string[] = []
  const sheets = data.sheets.map((sheet) => {
    const columns = columnsOf(sheet).filter(({ index }) => index < sheet.colNumber)
    const isText = textCells(sheet, data.formats)
    const bodyOf = (column: Column, row: number): Body => {
      const content = column.contents[row]
      const value = column.values[row]
      if (content?.startsWith('=') && value !== undefined) {
        const result = resultAt(model, { sheetId: sheet.id, col: column.index, row })!
        // The engine writes no formula without a value.
        return { result, formula: value === null ? undefined : formulas.push(content) - 1 }
      }
      if (content) return plainBody(labelOf(content), isText(column, row), texts)
      const result = value === undefined ? undefined : resultAt(model, { sheetId: sheet.id, col: column.index, row })
      return result ? { result, formula: undefined } : BLANK
    }
    const taken = columns.map(({ index }) => emptyColumn(index, sheet.rowNumber))
    for (let row = 0; row < sheet.rowNumber; row++) {
      columns.forEach((column, at) => {
        const { contents, values, styles, formats, borders } = column
        const [style, format, border] = [styles?.[row] ?? 0, formats?.[row] ?? 0, borders?.[row] ?? 0]
        if (!contents[row] && values[row] === undefined && style + format + border === 0) return
        const isWrapped = contents[row]?.includes('\n') ?? false
        taken[at]!.looks[row] = looks.numberOf(style, format, border, isWrapped)
        taken[at]!.bodies[row] = bodyOf(column, row)
      })
    }
    keepNamed(sheet)
    return { sheetId: sheet.id, columns: taken, rows: sheet.rows, rowCount: sheet.rowNumber }
  })
  const columns = data.sheets[0]!.colNumber
  data.sheets.forEach((sheet, at) => samplesIn(sheet, at === 0 ? { looks: looks.all, formulas } : NOTHING))
  return { sheets, texts: [...texts.keys()], looks: looks.all, formulas, columns }
}

const NOTHING = { looks: [], formulas: [] }

function emptyColumn(index: number, rows: number): TakenColumn {
  return { letters: helpers.numberToLetters(index), looks: new Uint32Array(rows), bodies: new Array(rows) }
}

/** A link is written apart from its label. */
function labelOf(content: string): string {
  return isLink(content) ? links.parseMarkdownLink(content).label : content
}

function isLink(content: string): boolean {
  return content.startsWith('[') && links.isMarkdownLink(content)
}

function plainBody(content: string, isText: boolean, texts: Map<string, number>): Body {
  const word = isText ? '' : content.trim().toUpperCase()
  if (word === 'TRUE' || word === 'FALSE') return ` t="b"><v>${word === 'TRUE' ? 1 : 0}</v></c>`
  if (!isText && helpers.isNumber(content, DEFAULT_LOCALE)) return `><v>${content}</v></c>`
  let number = texts.get(content)
  if (number === undefined) texts.set(content, (number = texts.size))
  return ` t="s"><v>${number}</v></c>`
}

/** Which cells hold a text whatever it looks like: those for text, and titles and totals of tables. */
function textCells({ tables }: OutgoingSheet, formats: Outgoing['formats']) {
  const forText = new Set(
    Object.entries(formats)
      .filter(([, format]) => isForText(format))
      .map(([number]) => Number(number)),
  )
  const lines = linesOf(tables)
  return ({ index, formats }: Column, row: number) =>
    forText.has(formats?.[row] ?? 0) ||
    lines.some(({ left, right, row: line }) => row === line && index >= left && index <= right)
}

function isForText(format: string): boolean {
  try {
    return helpers.parseFormat(format).positive.type === 'text'
  } catch {
    return false
  }
}

/** The lines of titles and of totals. Tables of a single row are not saved. */
function linesOf(tables: OutgoingSheet['tables']) {
  return tables.flatMap(({ range, config }) => {
    const { left, right, top, bottom } = helpers.toZone(range)
    if (top === bottom) return []
    return [top, ...(config.totalRow ? [bottom] : [])].map((row) => ({ left, right, row }))
  })
}

/** Leaves the engine only those cells whose contents it writes elsewhere too: links, and the titles and totals of tables. */
function keepNamed(sheet: OutgoingSheet): void {
  const kept: OutgoingSheet['cells'] = {}
  for (const [address, content] of Object.entries(sheet.cells))
    if (content && isLink(content as string)) kept[address] = content
  for (const { left, right, row } of linesOf(sheet.tables)) {
    for (let column = left; column <= right; column++) {
      const address = addressOf(column, row)
      if (sheet.cells[address]) kept[address] = sheet.cells[address]
    }
  }
  sheet.cells = kept
}
