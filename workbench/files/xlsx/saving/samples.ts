import { addressOf } from '../../../workbook.ts'
import { attribute, withElements } from '../xlsxText.ts'
import type { OutgoingSheet } from './outgoing.ts'

/** A style, format and border together, by the numbers under which the engine knows them, and whether lines break. */
export interface Look {
  style: number
  format: number
  border: number
  isWrapped: boolean
}

/** Gives each look a number from 1, in the order in which they come; 0 is none. */
export function lookNumbers() {
  const all: Look[] = []
  const numbers = new Map<string, number>()
  return {
    all,
    numberOf: (style: number, format: number, border: number, isWrapped: boolean): number => {
      if (style + format + border === 0 && !isWrapped) return 0
      const key = `${style} ${format} ${border} ${isWrapped}`
      let number = numbers.get(key)
      if (number === undefined) numbers.set(key, (number = all.push({ style, format, border, isWrapped })))
      return number
    },
  }
}

/** What is left to the engine: one cell of each look, and each formula. */
export interface Samples {
  looks: readonly Look[]
  formulas: readonly string[]
}

const COLUMNS = 100

/** Gives a sheet no cells but samples, side by side to the right of what it has. */
export function samplesIn(sheet: OutgoingSheet, { looks, formulas }: Samples): void {
  const count = looks.length + formulas.length
  const place = placesBeside(sheet.colNumber)
  Object.assign(sheet, { cellValues: {}, styles: {}, formats: {}, borders: {} })
  looks.forEach(({ style, format, border, isWrapped }, at) => {
    const address = place(at)
    sheet.styles[address] = style
    sheet.formats[address] = format
    sheet.borders[address] = border
    // A blank cell would break no lines.
    if (isWrapped) sheet.cells[address] = '\n'
  })
  formulas.forEach((formula, at) => {
    const address = place(looks.length + at)
    sheet.cells[address] = formula
    sheet.cellValues[address] = 0
  })
  sheet.rowNumber = Math.ceil(count / COLUMNS)
  if (count > 0) sheet.colNumber += COLUMNS
}

function placesBeside(column: number) {
  return (at: number) => addressOf(column + (at % COLUMNS), Math.floor(at / COLUMNS))
}

/** What the engine has made of the samples, in the XML of their sheet: its number for each look, and the XML of each formula. */
export function samplesOf(xml: string, columns: number, { looks, formulas }: Samples) {
  const found = new Map<string, string>()
  withElements(xml, 'c', (element) => {
    found.set(attribute(element, 'r')!, element)
    return element
  })
  const place = placesBeside(columns)
  const at = (number: number) => found.get(place(number)) ?? ''
  return {
    looks: looks.map((_, number) => Number(attribute(/^<c[^>]*/.exec(at(number))?.[0] ?? '', 's') ?? 0)),
    formulas: formulas.map((_, number) => /<f\b[^>]*>([^]*?)<\/f>/.exec(at(looks.length + number))?.[1]),
  }
}
