import { withSavedFormula, type Keep } from '../results.ts'
import type { OutgoingSheet } from './outgoing.ts'
import type { Body, TakenSheet } from './takenCells.ts'

/** What the engine made of looks and formulas: its numbers for the former, from 1, and the XML of the latter. */
export interface Made {
  looks: readonly number[]
  formulas: readonly (string | undefined)[]
}

const ROWS_IN_A_PART = 1000

/** The XML of the rows of a sheet, a thousand at a time, with the number of those done. */
export function* savedRows(sheet: TakenSheet, made: Made, keep: Keep): Generator<{ xml: string; done: number }> {
  const looks = ['', ...made.looks.map((number) => (number === 0 ? '' : ` s="${number}"`))]
  const bodyOf = (body: Body) =>
    typeof body === 'string'
      ? body
      : withSavedFormula(body.result, body.formula === undefined ? undefined : made.formulas[body.formula], keep)
  let xml = ''
  for (let row = 0; row < sheet.rowCount; row++) {
    const tag = rowTag(row, sheet.rows[row])
    let cells = ''
    for (const { letters, looks: numbers, bodies } of sheet.columns) {
      const body = bodies[row]
      if (body !== undefined) cells += `<c r="${letters}${row + 1}"${looks[numbers[row]!]!}${bodyOf(body)}`
    }
    if (cells !== '') xml += `${tag.open}>${cells}</row>`
    else if (tag.isNeeded) xml += `${tag.open}/>`
    if ((row + 1) % ROWS_IN_A_PART === 0 || row + 1 === sheet.rowCount) {
      yield { xml, done: row + 1 }
      xml = ''
    }
  }
}

const USUAL_HEIGHT = 23
const POINTS_IN_A_PIXEL = 0.75

function rowTag(row: number, head: OutgoingSheet['rows'][number] | undefined) {
  const { size, isHidden, outlineLevel, collapsed } = head ?? {}
  let details = ''
  if (size && size !== USUAL_HEIGHT)
    details += ` ht="${Math.round(POINTS_IN_A_PIXEL * size * 100) / 100}" customHeight="1"`
  if (isHidden) details += ' hidden="1"'
  if (outlineLevel) details += ` outlineLevel="${outlineLevel}"`
  if (collapsed) details += ' collapsed="1"'
  return { open: `<row r="${row + 1}"${details}`, isNeeded: details !== '' }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** The texts that cells share, as a file has them. An apostrophe in front is how the engine marks a text as one. */
export function savedTexts(texts: readonly string[]): string {
  const items = texts.map((text) => {
    const own = text.startsWith("'") ? text.slice(1) : text
    return `<si><t${own.trim() === own ? '' : ' xml:space="preserve"'}>${own.replace(/[&<>]/g, (sign) => SIGNS[sign]!)}</t></si>`
  })
  return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${texts.length}" uniqueCount="${texts.length}">${items.join('')}</sst>`
}
