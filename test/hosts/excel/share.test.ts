import { launchBrowser } from '../../e2e/browser.ts'
import { shareStory, typed } from '../../e2e/shareStory.ts'
import { openPane } from '../excelHost/browser.ts'

shareStory('Excel', async () => {
  const browser = await launchBrowser()
  const pane = await openPane(browser)
  const { workbook, missing } = pane.excel
  const sheet = workbook.addSheet('Survey')
  for (const [cell, content] of typed) workbook.put(sheet, cell, content)
  workbook.selection = { sheet: 'Survey', areas: ['A1'] }
  return {
    side: { page: pane.page, frame: pane.page.mainFrame(), host: 'excel' },
    content: async (cell) => String(workbook.content(sheet, cell)),
    note: async (cell) => sheet.notes.get(cell) ?? '',
    put: async (cell, content) => void workbook.put(sheet, cell, content),
    errors: () => [...pane.errors, ...pane.outside, ...missing],
    async close() {
      await pane.close()
      await browser.close()
    },
  }
})
