import { launchBrowser } from '../../e2e/browser.ts'
import { dataStory, exported } from '../../e2e/dataStory.ts'
import { openPane } from '../excelHost/browser.ts'

dataStory('Excel', async () => {
  const browser = await launchBrowser()
  const pane = await openPane(browser)
  const { workbook, missing } = pane.excel
  const sheet = workbook.addSheet('Export')
  exported.forEach((line, row) =>
    line.forEach((content, column) => {
      if (content !== '') workbook.put(sheet, `${'ABCD'[column]}${row + 1}`, content)
    }),
  )
  return {
    side: { page: pane.page, frame: pane.page.mainFrame(), host: 'excel' },
    content: async (cell) => workbook.content(sheet, cell),
    put: async (cell, typed) => void workbook.put(sheet, cell, typed),
    async select(address) {
      workbook.selection = { sheet: 'Export', areas: [address] }
    },
    errors: () => [...pane.errors, ...pane.outside, ...missing],
    async close() {
      await pane.close()
      await browser.close()
    },
  }
})
