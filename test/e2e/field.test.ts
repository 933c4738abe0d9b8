import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectClose } from '../close.ts'
import { contentOf, fieldExports, FORMULA_CELL } from '../field/exports.ts'
import { launchBrowser } from './browser.ts'
import { openPage } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  page = opened.page
  page.on('dialog', (dialog) => void dialog.accept())
})
afterAll(async () => {
  const { strayRequests, failures } = opened
  await browser?.close()
  expect({ strayRequests, failures }).toEqual({ strayRequests: [], failures: [] })
})

const notice = () => page.locator('#notice').innerText()
const question = () => page.locator('#question')

/** Opens a file by the button, and leaves out what the workbench takes for rows besides the data. */
async function open(file: string, asks: string | undefined) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…', exact: true }).click()
  await (await chooser).setFiles({ name: file, mimeType: '', buffer: contentOf(file) })
  if (asks) {
    await question().waitFor()
    expect(
      await question()
        .locator('p')
        .evaluate((line) => line.textContent),
    ).toBe(`${file}: ${asks}`)
    await page.getByRole('button', { name: 'Leave them out', exact: true }).click()
  }
  await expect.poll(notice).toBe(`${file} is open`)
  expect(await question().isHidden()).toBe(true)
}

/** What a formula in a free cell of the sheet in front gives. The cell is free again afterwards. */
function answer(formula: string) {
  return page.evaluate(
    ([formula, cell]) => {
      const { model } = window.cuesheet
      const { getters } = model
      const sheetId = getters.getActiveSheetId()
      const { left: col, top: row } = getters.getRangeFromSheetXC(sheetId, cell).zone
      model.dispatch('UPDATE_CELL', { sheetId, col, row, content: formula })
      const { type, value, message } = getters.getEvaluatedCell({ sheetId, col, row })
      const zone = getters.getSpreadZone({ sheetId, col, row })
      const table =
        zone &&
        Array.from({ length: zone.bottom - zone.top + 1 }, (_, i) =>
          Array.from(
            { length: zone.right - zone.left + 1 },
            (_, j) => getters.getEvaluatedCell({ sheetId, col: col + j, row: row + i }).value,
          ),
        )
      model.dispatch('UPDATE_CELL', { sheetId, col, row, content: '' })
      return type === 'error' ? { error: value, message } : { value: table ?? value }
    },
    [formula, FORMULA_CELL] as const,
  )
}

describe('an export opens, and its formulas give what is right', () => {
  test.each(fieldExports.map((field) => [field.product, field] as const))('%s', async (_, field) => {
    await open(field.file, field.asks)
    for (const [formula, right] of field.formulas) {
      const given = await answer(formula)
      if ('sentence' in right) expect(given).toMatchObject({ message: expect.stringMatching(right.sentence) })
      else expectClose('error' in given ? given : given.value, right.value)
    }
  })
})
