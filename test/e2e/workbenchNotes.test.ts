import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { clickCell, openPage, pointAt, type } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  opened = await openPage(browser)
  page = opened.page
  // What was done in a test may be lost.
  page.on('dialog', (dialog) => dialog.accept())
})
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})
beforeEach(async () => {
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await expect.poll(() => page.evaluate(() => window.cuesheet.model.getters.canUndo())).toBe(false)
})

const card = () => page.locator('.note-card')
const words = () => card().locator('.note-words')

const isAsked = (cell: string) => {
  const focused = page.getByRole('textbox', { name: `Note on ${cell}:` }).and(page.locator(':focus'))
  return focused.waitFor()
}

/** Writes a note as a person would, from the keyboard. */
async function write(cell: string, lines: readonly string[]) {
  await clickCell(page, cell)
  await page.keyboard.press('Shift+F2')
  await isAsked(cell)
  for (const [i, line] of lines.entries()) {
    if (i > 0) await page.keyboard.press('Enter')
    await page.keyboard.insertText(line)
  }
  await page.keyboard.press('Control+Enter')
}

/** The colour that is drawn in a cell, so many pixels from its right and upper sides. */
const colourIn = (cell: string, right: number, top: number) =>
  page.evaluate(
    ([cell, right, top]) => {
      const { getters } = window.cuesheet.model
      const { zone } = getters.getRangeFromSheetXC(getters.getActiveSheetId(), cell)
      const { x, y, width } = getters.getVisibleRect(zone)
      const canvas = document.querySelector<HTMLCanvasElement>('#grid .o-grid canvas')!
      const scale = canvas.width / canvas.clientWidth
      const at = [Math.floor((x + width - right) * scale), Math.floor((y + top) * scale)] as const
      return [
        ...canvas
          .getContext('2d')!
          .getImageData(...at, 1, 1)
          .data.slice(0, 3),
      ]
    },
    [cell, right, top] as const,
  )
const WHITE = [255, 255, 255]
const BROWN = [156, 74, 20]

describe('a note', () => {
  test('is marked in the corner of its cell, and shown over it as it was written', async () => {
    expect(await colourIn('C3', 2, 2)).toEqual(WHITE)
    await write('C3', ['<b>Ada</b> & co:', '  asked by phone'])
    await clickCell(page, 'F9')
    await expect.poll(() => colourIn('C3', 2, 2)).toEqual(BROWN)
    expect(await colourIn('C3', 12, 12)).toEqual(WHITE)
    expect(await colourIn('C4', 2, 2)).toEqual(WHITE)
    await pointAt(page, 'C3')
    await words().waitFor()
    expect(await words().innerText()).toBe('<b>Ada</b> & co:\n  asked by phone')
    await pointAt(page, 'F9')
    await card().waitFor({ state: 'hidden' })
  })

  test('that is long can be scrolled to its end', async () => {
    await write(
      'C3',
      Array.from({ length: 60 }, (_, i) => `line ${i + 1}`),
    )
    await pointAt(page, 'C3')
    await words().hover()
    expect((await card().boundingBox())!.height).toBeLessThan(250)
    for (let turns = 0; turns < 10; turns++) await page.mouse.wheel(0, 400)
    await expect.poll(() => words().evaluate((e) => e.scrollTop + e.clientHeight >= e.scrollHeight - 1)).toBe(true)
    expect(await page.evaluate(() => window.cuesheet.model.getters.getActiveSheetScrollInfo().scrollY)).toBe(0)
  })

  test('stands below the error of its cell, and both are marked', async () => {
    await clickCell(page, 'C3')
    await type(page, '=NPS({11})')
    await page.keyboard.press('Enter')
    await write('C3', ['why is this?'])
    await clickCell(page, 'F9')
    await pointAt(page, 'C3')
    await words().waitFor()
    expect((await card().innerText()).replace(/\s+/g, ' ').trim()).toBe(
      'Error NPS: scores has 11, outside 0 to 10 why is this?',
    )
    await pointAt(page, 'F9')
    await expect.poll(() => colourIn('C3', 2, 1)).toEqual([255, 0, 0])
    expect(await colourIn('C3', 6, 1)).toEqual(BROWN)
  })

  test('is edited and deleted in the menu of its cell, and each of it can be undone', async () => {
    const note = () =>
      page.evaluate(() => (window.cuesheet.model.exportData() as { sheets: { notes?: unknown }[] }).sheets[0]!.notes)
    const menu = async (item: string) => {
      await pointAt(page, 'C3')
      await page.mouse.down({ button: 'right' })
      await page.mouse.up({ button: 'right' })
      await page.locator('.o-menu-item', { hasText: item }).click()
    }
    await menu('Add note')
    await isAsked('C3')
    await type(page, 'first')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    expect(await note()).toEqual({ C3: 'first' })
    await menu('Edit note')
    await isAsked('C3')
    await type(page, ' and last')
    await page.keyboard.press('Escape')
    expect(await note()).toEqual({ C3: 'first' })
    await menu('Delete note')
    expect(await note()).toBeUndefined()
    // The keys go to the grid again.
    await page.keyboard.press('Control+Z')
    expect(await note()).toEqual({ C3: 'first' })
    await page.keyboard.press('Control+Z')
    expect(await note()).toBeUndefined()
  })
})

test('nothing failed, and nothing was asked from elsewhere', () => {
  expect([opened.failures, opened.strayRequests]).toEqual([[], []])
})
