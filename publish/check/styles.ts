import type { DrawnCell } from '../../core/sheet/book.ts'
import { DRAWN_LOOKS } from '../../core/sheet/looks.ts'

/** The looks of cells, numbered as they come. */
export interface Styles {
  numberOf(cell: DrawnCell): number
  xml(): string
}

/** Numbers below are Excel’s own. */
const FIRST_FORMAT = 164

export function newStyles(): Styles {
  const [fonts, fills, formats, looks] = [numbering(), numbering(), numbering(), numbering()]
  fonts.numberOf(font({}))
  fills.numberOf('<fill><patternFill patternType="none"/></fill>')
  // Excel takes the second one for grey, whatever it is.
  fills.numberOf('<fill><patternFill patternType="gray125"/></fill>')
  looks.numberOf('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  return {
    numberOf({ cell, look, format, align }) {
      const own = typeof cell === 'object' ? cell?.format : format
      const { size, isBold, text, fill } = look ? DRAWN_LOOKS[look] : {}
      const numFmtId = own === undefined ? 0 : FIRST_FORMAT + formats.numberOf(own)
      const fontId = fonts.numberOf(font({ size, isBold, text }))
      const fillId = fill
        ? fills.numberOf(
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill.slice(1)}"/></patternFill></fill>`,
          )
        : 0
      const alignment = align ? `<alignment horizontal="${align}"/>` : ''
      return looks.numberOf(
        `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1">${alignment}</xf>`,
      )
    },
    xml: () =>
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      list(
        'numFmts',
        formats.all.map((code, i) => `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${code}"/>`),
      ) +
      list('fonts', fonts.all) +
      list('fills', fills.all) +
      list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']) +
      list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      list('cellXfs', looks.all) +
      '</styleSheet>',
  }
}

function font({
  size = 11,
  isBold,
  text,
}: {
  size?: number | undefined
  isBold?: boolean | undefined
  text?: string | undefined
}) {
  const colour = text ? `<color rgb="FF${text.slice(1)}"/>` : ''
  return `<font>${isBold ? '<b/>' : ''}<sz val="${size}"/>${colour}<name val="Calibri"/></font>`
}

function numbering() {
  const all: string[] = []
  return {
    all,
    numberOf(item: string): number {
      const found = all.indexOf(item)
      return found >= 0 ? found : all.push(item) - 1
    },
  }
}

function list(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}
