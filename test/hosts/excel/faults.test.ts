import { launchBrowser } from '../../e2e/browser.ts'
import { signalsFaults } from '../../e2e/signalsFaults.ts'
import { openPane } from '../excelHost/browser.ts'
import { failure } from '../excelHost/objectModel.ts'

signalsFaults('Excel', true, async () => {
  const browser = await launchBrowser()
  const { page, excel, errors, close } = await openPane(browser)
  await page.clock.install()
  const { workbook, faults } = excel
  const matrix = () => workbook.sheet('Signals') ?? workbook.sheet('Our cues')
  return {
    side: { page, frame: page.mainFrame(), host: 'excel' },
    content: async (cell) => {
      const sheet = matrix()
      return sheet ? String(workbook.content(sheet, cell)) : null
    },
    breakNextWrite: async () => {
      // The cells are written, and their formats are not.
      let written = false
      faults.before = ({ Name, ActionType }) => {
        if (ActionType === SET && Name === 'Formulas') written = true
        else if (written) {
          delete faults.before
          return failure('GeneralException', 'Something went wrong.')
        }
        return undefined
      }
    },
    answerNextWrite: async (how) => {
      faults.answer = (send, did) => {
        if (did !== 'wrote') return send()
        delete faults.answer
        if (how === 'twice') send()
        if (how === 'twice') send()
        if (how === 'late') setTimeout(send, 3000)
      }
    },
    passHalfAMinute: () => page.clock.fastForward(31_000),
    protect: async (isProtected) => {
      matrix()!.isProtected = isProtected
    },
    rename: async (_, to) => {
      matrix()!.name = to
    },
    remove: async () => {
      workbook.sheets = workbook.sheets.filter((sheet) => sheet !== matrix())
    },
    hide: async () => {
      matrix()!.visibility = 'Hidden'
    },
    isHidden: async () => matrix()!.visibility === 'Hidden',
    errors: () => [...errors, ...excel.missing],
    close: async () => {
      await close()
      await browser.close()
    },
  }
})

/** The action of a request that sets a property. */
const SET = 4
