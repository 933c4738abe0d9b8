import { dataStory, exported } from './dataStory.ts'
import { goToSheet, openWorkbench } from './workbenchPage.ts'

dataStory('the workbench', async () => {
  const { page, frame, failures, close } = await openWorkbench()
  await page.evaluate(async (rows) => {
    const { model } = window.cuesheet
    const sheetId = 'export'
    model.dispatch('CREATE_SHEET', { sheetId, position: 0, name: 'Export', cols: 12, rows: 40 })
    rows.forEach((line, row) =>
      line.forEach((content, col) => model.dispatch('UPDATE_CELL', { sheetId, col, row, content: String(content) })),
    )
  }, exported)
  await goToSheet(page, 'Export')
  return {
    side: { page, frame, host: 'workbench' },
    content: (cell) =>
      page.evaluate(async (cell) => {
        const { book, model } = window.cuesheet
        const { zone } = model.getters.getRangeFromSheetXC('export', cell)
        const { values, formulas } = (await book.readSheet('Export'))!
        return formulas[zone.top]?.[zone.left] || (values[zone.top]?.[zone.left] ?? '')
      }, cell),
    put: (cell, typed) =>
      page.evaluate(
        ([cell, content]) => {
          const { model } = window.cuesheet
          const { zone } = model.getters.getRangeFromSheetXC('export', cell)
          model.dispatch('UPDATE_CELL', { sheetId: 'export', col: zone.left, row: zone.top, content })
        },
        [cell, typed] as const,
      ),
    select: (address) =>
      page.evaluate((address) => {
        const { model } = window.cuesheet
        const { zone } = model.getters.getRangeFromSheetXC('export', address)
        model.selection.selectZone({ cell: { col: zone.left, row: zone.top }, zone })
      }, address),
    errors: () => failures,
    close,
  }
})
