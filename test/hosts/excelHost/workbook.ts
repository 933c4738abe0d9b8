import { addressOf, grid, parseAddress } from './address.ts'

/** What a person typed, or a writer set: text that begins with = is a formula. */
export type Content = string | number | boolean

export interface Sheet {
  id: string
  name: string
  visibility: string
  cells: Map<string, { content: Content; value: Content }>
}

/** How this Excel sends a blank cell of a range to a custom function. */
export type SendsBlanksAs = null | 0 | ''

/** A workbook in memory: only what the book of the sidebar needs of one. */
export interface Workbook {
  sheets: Sheet[]
  selection: { sheet: string; areas: string[] }
  addSheet(): Sheet
  sheet(nameOrId: string): Sheet | undefined
  put(sheet: Sheet, cell: string, content: Content): void
  content(sheet: Sheet, cell: string): Content
  value(sheet: Sheet, cell: string): Content
}

/** `callFunction` calculates a formula that is one call of a custom function: =NAME(B2:B9). */
export function emptyWorkbook(
  blank: SendsBlanksAs,
  callFunction: (name: string, range: unknown[][]) => Promise<Content>,
): Workbook {
  let sheetsEver = 0
  const workbook: Workbook = {
    sheets: [],
    selection: { sheet: 'Sheet1', areas: ['A1'] },
    addSheet() {
      const number = ++sheetsEver
      const sheet = { id: `{sheet-${number}}`, name: `Sheet${number}`, visibility: 'Visible', cells: new Map() }
      workbook.sheets.push(sheet)
      return sheet
    },
    sheet: (nameOrId) => workbook.sheets.find(({ name, id }) => name === nameOrId || id === nameOrId),
    put(sheet, cell, content) {
      if (content === '') sheet.cells.delete(cell)
      else if (isFormula(content)) calculate(sheet, cell, content)
      else sheet.cells.set(cell, { content, value: content })
    },
    content: (sheet, cell) => sheet.cells.get(cell)?.content ?? '',
    value: (sheet, cell) => sheet.cells.get(cell)?.value ?? '',
  }

  function calculate(sheet: Sheet, cell: string, formula: string): void {
    const [, name, address] = /^=([A-Z][A-Z0-9_.]*)\(([A-Z0-9:]+)\)$/.exec(formula) ?? []
    const entry: { content: Content; value: Content } = { content: formula, value: '#BUSY!' }
    sheet.cells.set(cell, entry)
    if (!name || !address) return
    const range = grid(parseAddress(address), (row, column) => {
      const one = addressOf({ top: row, left: column, bottom: row, right: column })
      return sheet.cells.get(one)?.value ?? blank
    })
    void callFunction(name, range).then((value) => {
      entry.value = value
    })
  }

  workbook.addSheet()
  return workbook
}

function isFormula(content: Content): content is string {
  return typeof content === 'string' && content.startsWith('=')
}
