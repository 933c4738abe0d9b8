import { fileURLToPath } from 'node:url'
import type {} from '../../workbench/app.ts'
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core'
import { sampleWorkbook } from '../../workbench/sample/sample.ts'
import { launchBrowser } from './browser.ts'
import { serve } from '../../workbench/server/serve.mjs'

/**
 * The workbench in a browser, as a person sees it, and the addresses outside of this machine that it asked for. Stories begin
 * with the sample without its plans, unless they are about these, and may take place on a day of their own.
 */
export async function openPage(
  browser: Browser,
  {
    sample = 'without plans',
    today,
    ...screen
  }: { sample?: 'whole' | 'without plans'; today?: Date } & BrowserContextOptions = {},
) {
  const server = await serve(fileURLToPath(new URL('../../dist/workbench', import.meta.url)), 0)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true, ...screen })
  const strayRequests: string[] = []
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      strayRequests.push(route.request().url())
      return route.abort()
    },
  )
  const page = await context.newPage()
  if (today) await page.clock.setFixedTime(today)
  const failures: string[] = []
  page.on('pageerror', ({ message }) => failures.push(message))
  // What the server's policy forbids fails without an error.
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) failures.push(message.text())
  })
  if (sample === 'without plans') {
    await page.route('**/sample.json', (route) => route.fulfill({ json: sampleWorkbook() }))
  }
  await page.goto(server.address)
  await page.waitForSelector('body[data-ready]')
  return {
    page,
    strayRequests,
    failures,
    close: async () => {
      await context.close()
      await server.close()
    },
  }
}

/** The workbench in a browser of its own, with the frame of its sidebar. */
export async function openWorkbench() {
  const browser = await launchBrowser()
  const opened = await openPage(browser)
  const close = async () => {
    await opened.close()
    await browser.close()
  }
  return { ...opened, frame: await sideFrame(opened.page), close }
}

/** The frame of the sidebar, once it is drawn. */
export async function sideFrame(page: Page): Promise<Frame> {
  const frame = (await (await page.waitForSelector('#side')).contentFrame())!
  await frame.getByRole('tab', { name: 'Plans' }).waitFor()
  return frame
}

/** Goes to a sheet by its name at the bottom. */
export async function goToSheet(page: Page, sheet: string): Promise<void> {
  await page.locator('.o-sheet-name', { hasText: new RegExp(`^${sheet}$`) }).click()
}

/** Clicks on a cell of the sheet in front. */
export async function clickCell(page: Page, cell: string): Promise<void> {
  await page.locator('.o-grid').click({ position: await middleOf(page, cell) })
}

/** Holds the pointer over a cell. */
export async function pointAt(page: Page, cell: string): Promise<void> {
  await page.locator('.o-grid').hover({ position: await middleOf(page, cell) })
}

/** The grid is one canvas: only the engine knows where in it a cell is. It is scrolled to where it can be seen. */
function middleOf(page: Page, cell: string) {
  return page.evaluate((cell) => {
    const { model } = window.cuesheet
    const { getters } = model
    const { zone } = getters.getRangeFromSheetXC(getters.getActiveSheetId(), cell)
    model.dispatch('SCROLL_TO_CELL', { col: zone.left, row: zone.top })
    const { x, y, width, height } = getters.getVisibleRect(zone)
    return { x: x + width / 2, y: y + height / 2 }
  }, cell)
}

/** Types at the pace of a quick person: the help follows the keys that go up. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 20 })
}

/** What a cell of the sheet in front holds. */
export function cellAt(page: Page, cell: string) {
  return page.evaluate((cell) => {
    const { getters } = window.cuesheet.model
    const sheetId = getters.getActiveSheetId()
    const { zone } = getters.getRangeFromSheetXC(sheetId, cell)
    const position = { sheetId, col: zone.left, row: zone.top }
    const { value, formattedValue, type, message } = getters.getEvaluatedCell(position)
    return { value, shown: formattedValue, type, message, isFormula: getters.getCell(position)?.isFormula ?? false }
  }, cell)
}

export function sheetNames(page: Page): Promise<string[]> {
  return page.locator('.o-sheet-name').allInnerTexts()
}

/** What the sidebar asks of the book meanwhile, and for half a second afterwards: each is one reading or one writing. */
export async function askedDuring(page: Page, action: () => Promise<unknown>): Promise<string[]> {
  const names = ['readSheet', 'readSheets', 'changeRows', 'createSheets', 'readRanges'] as const
  const asked = await page.evaluateHandle((names) => {
    const { book } = window.cuesheet
    const asked: string[] = []
    for (const name of names) {
      const ask = book[name] as (argument: unknown) => Promise<unknown>
      Object.assign(book, {
        [name](argument: unknown) {
          asked.push(name)
          return ask(argument)
        },
      })
    }
    return asked
  }, names)
  await action()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return asked.jsonValue()
}
