import { launchBrowser } from '../../e2e/browser.ts'
import { shareStory, typed } from '../../e2e/shareStory.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { enter } from '../appsScript/entry.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { calculateCustom } from '../appsScript/sheets.ts'
import { cellAt, newSheet, parseAddress } from '../appsScript/workbook.ts'

shareStory('Google Sheets', async () => {
  const browser = await launchBrowser()
  const project = openProject(await readFiles())
  calculateCustom(project)
  const { workbook } = project
  const sheet = newSheet('Survey')
  workbook.sheets.push(sheet)
  workbook.active = sheet
  const put = (cell: string, content: string | number) => {
    const { row, column } = parseAddress(cell)
    enter(workbook, sheet, row, column, content)
  }
  for (const [cell, content] of typed) put(cell, content)
  project.run('openCuesheet')
  const opened = await openSidebar(browser, project)
  const frame = (await (await opened.page.waitForSelector('iframe')).contentFrame())!
  await frame.getByRole('tab', { name: 'Share' }).waitFor()
  return {
    side: { page: opened.page, frame, host: 'gsheets' },
    async content(cell) {
      const { row, column } = parseAddress(cell)
      const stored = cellAt(sheet, row, column)
      return String(stored?.formula ?? stored?.value ?? '')
    },
    note: async (cell) => sheet.notes.get(cell) ?? '',
    put: async (cell, content) => put(cell, content),
    errors: () => [...opened.errors, ...opened.outside, ...project.lost],
    async close() {
      await opened.close()
      await browser.close()
    },
  }
})
