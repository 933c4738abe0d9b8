import { launchBrowser } from '../../e2e/browser.ts'
import { signalsFaults } from '../../e2e/signalsFaults.ts'
import { openSidebar, type AnsweredPage } from '../appsScript/browser.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { cellAt, parseAddress } from '../appsScript/workbook.ts'

signalsFaults('Google Sheets', true, async () => {
  const browser = await launchBrowser()
  const project = openProject(await readFiles())
  project.run('openCuesheet')
  const opened = await openSidebar(browser, project)
  const { page } = opened
  await page.clock.install()
  const frame = (await (await page.waitForSelector('iframe')).contentFrame())!
  await frame.getByRole('tab', { name: 'Plans' }).waitFor()
  const { workbook, world } = project
  const matrix = () => workbook.sheets.find(({ name }) => name === 'Signals' || name === 'Our cues')
  return {
    side: { page, frame, host: 'gsheets' },
    content: async (cell) => {
      const sheet = matrix()
      if (!sheet) return null
      const { row, column } = parseAddress(cell)
      const stored = cellAt(sheet, row, column)
      return stored?.formula ?? String(stored?.value ?? '')
    },
    breakNextWrite: async () => {
      world.fault = { call: 'SpreadsheetApp.flush', message: 'Service Spreadsheets failed' }
    },
    answerNextWrite: (how) =>
      frame.evaluate((how) => {
        const page = window as AnsweredPage
        page.deliver = (answer, [question]) => {
          if (!String(question).includes('"ask":"changeRows"')) return answer()
          page.deliver = undefined
          if (how === 'late') setTimeout(answer, 40_000)
          if (how === 'twice') [1, 2].forEach(answer)
        }
      }, how),
    passHalfAMinute: () => page.clock.fastForward(31_000),
    protect: async (isProtected) => {
      matrix()!.protections = isProtected ? [parseAddress('A1:P30')] : []
    },
    rename: async (_, to) => {
      matrix()!.name = to
    },
    remove: async () => {
      workbook.sheets = workbook.sheets.filter((sheet) => sheet !== matrix())
    },
    hide: async () => {
      matrix()!.hidden = true
    },
    isHidden: async () => matrix()!.hidden,
    errors: () => [...opened.errors, ...opened.outside, ...project.lost],
    close: async () => {
      await opened.close()
      await browser.close()
    },
  }
})
