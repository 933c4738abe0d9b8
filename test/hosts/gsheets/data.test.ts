import { launchBrowser } from '../../e2e/browser.ts'
import { dataStory, exported } from '../../e2e/dataStory.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { enter } from '../appsScript/entry.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { cellAt, newSheet, parseAddress } from '../appsScript/workbook.ts'

dataStory('Google Sheets', async () => {
  const browser = await launchBrowser()
  const project = openProject(await readFiles())
  const { workbook } = project
  const sheet = newSheet('Export')
  workbook.sheets.push(sheet)
  exported.forEach((line, row) =>
    line.forEach((content, column) => {
      if (content !== '') enter(workbook, sheet, row + 1, column + 1, content)
    }),
  )
  workbook.active = sheet
  project.run('openCuesheet')
  const opened = await openSidebar(browser, project)
  const frame = (await (await opened.page.waitForSelector('iframe')).contentFrame())!
  await frame.getByRole('tab', { name: 'Data' }).waitFor()
  return {
    side: { page: opened.page, frame, host: 'gsheets' },
    async content(cell) {
      const { row, column } = parseAddress(cell)
      const stored = cellAt(sheet, row, column)
      return stored?.formula ?? stored?.value ?? ''
    },
    async put(cell, typed) {
      const { row, column } = parseAddress(cell)
      enter(workbook, sheet, row, column, typed)
    },
    async select(address) {
      workbook.active = sheet
      workbook.selection = [parseAddress(address)]
    },
    errors: () => [...opened.errors, ...opened.outside, ...project.lost],
    async close() {
      await opened.close()
      await browser.close()
    },
  }
})
