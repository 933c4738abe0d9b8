import { expect } from 'vitest'
import type { CellValue } from '../../../core/sheet/book.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { quarterData } from '../../e2e/quarterData.ts'
import { withoutSheet } from '../../e2e/quarterSteps.ts'
import { quarterStory } from '../../e2e/quarterStory.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { enter } from '../appsScript/entry.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import {
  cellAt,
  columnNumber,
  lastUsed,
  newSheet,
  parseAddress,
  sheetNamed,
  sortRows,
  type Value,
} from '../appsScript/workbook.ts'

quarterStory('Google Sheets', async () => {
  const browser = await launchBrowser()
  const project = openProject(await readFiles())
  const { workbook } = project
  const named = (name: string) => sheetNamed(workbook, name)

  async function addSheet(name: string, lines: readonly (readonly CellValue[])[]): Promise<void> {
    const sheet = newSheet(name)
    workbook.sheets.push(sheet)
    lines.forEach((line, row) =>
      line.forEach((content, column) => {
        // An apostrophe keeps what begins with = a text.
        enter(workbook, sheet, row + 1, column + 1, typeof content === 'string' ? `'${content}` : content)
      }),
    )
  }

  for (const [name, lines] of Object.entries(quarterData())) await addSheet(name, lines)
  project.run('openCuesheet')
  const opened = await openSidebar(browser, project)
  const frame = (await (await opened.page.waitForSelector('iframe')).contentFrame())!
  await frame.getByRole('tab', { name: 'Plans' }).waitFor()

  return {
    side: { page: opened.page, frame, host: 'gsheets' },
    addSheet,
    async show(sheet) {
      workbook.active = named(sheet)
      workbook.selection = [parseAddress('A1')]
    },
    async put(sheet, cells) {
      for (const [cell, content] of cells) {
        const { row, column } = parseAddress(cell)
        enter(workbook, named(sheet), row, column, content)
      }
    },
    async read(name) {
      const sheet = workbook.sheets.find((one) => one.name === name)
      if (!sheet) return null
      const { row: rows, column: columns } = lastUsed(sheet)
      const grid = <T>(read: (row: number, column: number) => T): T[][] =>
        Array.from({ length: rows }, (_, row) =>
          Array.from({ length: columns }, (_, column) => read(row + 1, column + 1)),
        )
      return {
        values: grid((row, column) => shown(cellAt(sheet, row, column)?.value)),
        formulas: grid((row, column) => cellAt(sheet, row, column)?.formula ?? ''),
      }
    },
    // Google calculates custom functions by itself; here the test says what they give.
    async gives(sheet, cells) {
      for (const [cell, value] of cells) {
        const { row, column } = parseAddress(cell)
        cellAt(named(sheet), row, column)!.value = value
      }
      await frame.evaluate(() => window.dispatchEvent(new Event('focus')))
    },
    rename: async (sheet, to) => void (named(sheet).name = to),
    async remove(name) {
      const before = [...workbook.sheets]
      workbook.sheets = before.filter((sheet) => sheet.name !== name)
      const losing = workbook.sheets.flatMap(({ cells }) =>
        [...cells.values()].flatMap((cell) => (cell.formula === undefined ? [] : [{ cell, formula: cell.formula }])),
      )
      for (const { cell, formula } of losing) cell.formula = withoutSheet(formula, name)
      return async () => {
        workbook.sheets = before
        for (const { cell, formula } of losing) cell.formula = formula
      }
    },
    sort: async (sheet, column) => sortRows(named(sheet), columnNumber(column)),
    protect: async (sheet, isProtected) =>
      void (named(sheet).protections = isProtected ? [parseAddress('A1:Z1000')] : []),
    async empty(name, first, last) {
      const { cells } = named(name)
      const held = [...cells].filter(([cell]) => {
        const { row } = parseAddress(cell)
        return row >= first && row <= last
      })
      for (const [cell] of held) cells.delete(cell)
      return async () => held.forEach(([cell, content]) => void cells.set(cell, content))
    },
    async isPrinted(sheet, said) {
      expect(said).toMatch(/^The sheet “.+” is in front: click into it, print it with Ctrl\+P/)
      expect(workbook.active.name).toBe(sheet)
    },
    charts: async (sheet) => named(sheet).charts.length,
    errors: () => [...opened.errors, ...opened.outside, ...project.lost],
    async close() {
      await opened.close()
      await browser.close()
    },
  }
})

function shown(value: Value | undefined): CellValue {
  if (value === undefined) return null
  if (typeof value !== 'object') return value
  return 'serial' in value ? value.serial : value.error
}
