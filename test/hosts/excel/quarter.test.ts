import { expect } from 'vitest'
import type { CellValue } from '../../../core/sheet/book.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { quarterData } from '../../e2e/quarterData.ts'
import { withoutSheet } from '../../e2e/quarterSteps.ts'
import { quarterStory } from '../../e2e/quarterStory.ts'
import { cellName, parseAddress } from '../excelHost/address.ts'
import { openPane } from '../excelHost/browser.ts'
import type { Cell, Sheet } from '../excelHost/sheet.ts'

quarterStory('Excel', async () => {
  const browser = await launchBrowser()
  const pane = await openPane(browser)
  const { workbook, missing } = pane.excel
  const sheetNamed = (name: string) => workbook.sheet(name)!

  async function addSheet(name: string, lines: readonly (readonly CellValue[])[]): Promise<void> {
    const sheet = workbook.addSheet(name)
    lines.forEach((line, row) =>
      line.forEach((content, column) => {
        // An apostrophe keeps what begins with = a text.
        const typed = typeof content === 'string' ? `'${content}` : content
        if (typed !== null) workbook.put(sheet, cellName(row + 1, column + 1), typed)
      }),
    )
  }

  for (const [name, lines] of Object.entries(quarterData())) await addSheet(name, lines)

  return {
    side: { page: pane.page, frame: pane.page.mainFrame(), host: 'excel' },
    addSheet,
    show: async (sheet) => workbook.select(sheet, ['A1']),
    put: async (sheet, cells) => cells.forEach(([cell, content]) => workbook.put(sheetNamed(sheet), cell, content)),
    async read(name) {
      const sheet = workbook.sheet(name)
      if (!sheet) return null
      const places = [...sheet.cells.keys()].map(parseAddress)
      const rows = Math.max(0, ...places.map(({ top }) => top))
      const columns = Math.max(0, ...places.map(({ left }) => left))
      const grid = <T>(read: (cell: string) => T): T[][] =>
        Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (_, column) => read(cellName(row + 1, column + 1))),
        )
      return {
        values: grid((cell) => (sheet.cells.has(cell) ? workbook.value(sheet, cell) : null)),
        formulas: grid((cell) => (sheet.cells.get(cell)?.isFormula ? String(workbook.content(sheet, cell)) : '')),
      }
    },
    // It calculates none of our functions over other sheets.
    async gives(sheet, cells) {
      for (const [cell, value] of cells) sheetNamed(sheet).cells.get(cell)!.value = value
      workbook.recalculated(sheetNamed(sheet))
    },
    rename: async (sheet, to) => void (sheetNamed(sheet).name = to),
    async remove(name) {
      const before = [...workbook.sheets]
      workbook.sheets = before.filter((sheet) => sheet.name !== name)
      const losing = workbook.sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap((cell) => (cell.isFormula ? [{ cell, content: cell.content }] : [])),
      )
      for (const { cell, content } of losing) cell.content = withoutSheet(String(content), name)
      return async () => {
        workbook.sheets = before
        for (const { cell, content } of losing) cell.content = content
      }
    },
    sort: async (sheet, column) => workbook.sortRows(sheetNamed(sheet), column),
    protect: async (sheet, isProtected) => void (sheetNamed(sheet).isProtected = isProtected),
    async empty(name, first, last) {
      const { cells } = sheetNamed(name) as Sheet
      const held: [string, Cell][] = [...cells].filter(([cell]) => {
        const { top } = parseAddress(cell)
        return top >= first && top <= last
      })
      for (const [cell] of held) cells.delete(cell)
      return async () => held.forEach(([cell, content]) => void cells.set(cell, content))
    },
    async isPrinted(sheet, said) {
      expect(said).toContain(`“${sheet}” is in front`)
      expect(workbook.selection.sheet).toBe(sheet)
      expect(sheetNamed(sheet).page).toMatchObject({ orientation: 'Landscape', zoom: { horizontalFitToPages: 1 } })
    },
    charts: async (sheet) => sheetNamed(sheet).charts.length,
    errors: () => [...pane.errors, ...pane.outside, ...missing],
    async close() {
      await pane.close()
      await browser.close()
    },
  }
})
