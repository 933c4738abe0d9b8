import { quarterStory } from './quarterStory.ts'
import type { Typing } from './quarterSteps.ts'
import { openWorkbench } from './workbenchPage.ts'
import { expect } from 'vitest'

quarterStory('the workbench', async () => {
  const { page, frame, failures, close } = await openWorkbench()
  type Act = 'RENAME_SHEET' | 'DELETE_SHEET' | 'LOCK_SHEET' | 'UNLOCK_SHEET'
  /** Lets a person do something to a sheet as a whole. */
  const act = (type: Act, sheetName: string, newName = '') =>
    page.evaluate(
      ({ type, sheetName, newName }) => {
        const { model } = window.cuesheet
        const sheetId = model.getters.getSheetIdByName(sheetName)!
        model.dispatch(type as 'RENAME_SHEET', { sheetId, sheetName, oldName: sheetName, newName } as never)
      },
      { type, sheetName, newName },
    )
  // The dialog of the browser would wait for a person.
  await page.evaluate(() => void (window.print = () => undefined))
  const read = (sheet: string) => page.evaluate((sheet) => window.cuesheet.book.readSheet(sheet), sheet)
  return {
    side: { page, frame, host: 'workbench' },
    addSheet: (name, lines) =>
      page.evaluate(
        async ({ name, lines }) => {
          const cells = lines.flatMap((line, row) => line.map((cell, column) => ({ row, column, cell })))
          const paper = { landscape: false, titleRows: 0 }
          await window.cuesheet.book.drawSheet({ name, cells, replaces: null, widths: [], charts: [], page: paper })
        },
        { name, lines },
      ),
    show: (sheet) => page.evaluate((sheet) => window.cuesheet.book.reveal(sheet, 'A1'), sheet),
    put: (sheet, cells) =>
      page.evaluate(
        ({ sheet, cells }) => {
          const { model } = window.cuesheet
          const sheetId = model.getters.getSheetIdByName(sheet)!
          for (const [cell, content] of cells) {
            const { zone } = model.getters.getRangeFromSheetXC(sheetId, cell)
            model.dispatch('UPDATE_CELL', { sheetId, col: zone.left, row: zone.top, content: String(content) })
          }
        },
        { sheet, cells },
      ),
    read,
    async gives(sheet, cells) {
      const shown = async (): Promise<Typing> => {
        const { values } = (await read(sheet))!
        return cells.map(([cell]) => {
          const value = values[Number(cell.slice(1)) - 1]?.[cell.charCodeAt(0) - 65] ?? ''
          return [cell, typeof value === 'number' ? Number(value.toPrecision(9)) : String(value)] as const
        })
      }
      await expect.poll(shown, { message: sheet }).toEqual(cells)
    },
    rename: (sheet, to) => act('RENAME_SHEET', sheet, to),
    async remove(sheet) {
      await act('DELETE_SHEET', sheet)
      return () => page.evaluate(() => void window.cuesheet.model.dispatch('REQUEST_UNDO'))
    },
    sort: (sheet, column) =>
      page.evaluate(
        ({ sheet, column }) => {
          const { model } = window.cuesheet
          const sheetId = model.getters.getSheetIdByName(sheet)!
          const { right, bottom: last } = model.getters.getSheetZone(sheetId)
          const isFilled = (row: number) => model.getters.getCell({ sheetId, col: 0, row }) !== undefined
          const bottom = Array.from({ length: last + 1 }, (_, row) => row)
            .filter(isFilled)
            .at(-1)!
          // As the menu of the engine does with the selected rows: all of them are of the table, none is a header.
          const zone = { left: 0, top: 1, right, bottom }
          const sortOptions = { sortHeaders: true }
          const col = column.charCodeAt(0) - 65
          model.dispatch('SORT_CELLS', { sheetId, col, row: 1, zone, sortDirection: 'asc', sortOptions })
        },
        { sheet, column },
      ),
    protect: (sheet, isProtected) => act(isProtected ? 'LOCK_SHEET' : 'UNLOCK_SHEET', sheet),
    async empty(sheet, first, last) {
      const held = await page.evaluate(
        ({ sheet, first, last }) => {
          const { model } = window.cuesheet
          const sheetId = model.getters.getSheetIdByName(sheet)!
          const { right } = model.getters.getSheetZone(sheetId)
          const held: { col: number; row: number; content: string }[] = []
          for (let row = first - 1; row < last; row++) {
            for (let col = 0; col <= right; col++) {
              const cell = model.getters.getCell({ sheetId, col, row })
              const content = cell && !cell.isFormula ? cell.content : ''
              held.push({ col, row, content })
              model.dispatch('UPDATE_CELL', { sheetId, col, row, content: '' })
            }
          }
          return held
        },
        { sheet, first, last },
      )
      return () =>
        page.evaluate(
          ({ sheet, held }) => {
            const { model } = window.cuesheet
            const sheetId = model.getters.getSheetIdByName(sheet)!
            for (const cell of held) model.dispatch('UPDATE_CELL', { sheetId, ...cell })
          },
          { sheet, held },
        )
    },
    async isPrinted(_, said) {
      expect(said).toBe('Choose a printer or “Save as PDF” in the window that opened.')
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect([...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width]) => Number(width))).toEqual([
        expect.closeTo((297 / 25.4) * 72, 0),
      ])
    },
    charts: (sheet) =>
      page.evaluate((sheet) => {
        const { getters } = window.cuesheet.model
        return getters.getChartIds(getters.getSheetIdByName(sheet)!).length
      }, sheet),
    errors: () => failures,
    close,
  }
})
