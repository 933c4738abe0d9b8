import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { GOALS } from '../../core/plans/plan.ts'
import { english } from '../../core/sidebar/texts/texts.ts'
import { launchBrowser } from './browser.ts'
import { openPage, sideFrame } from './workbenchPage.ts'

/** The workbench’s sidebar in another language, in which each text stands in «». */
const MARKED = `
  import { openSidebar } from './core/sidebar/sidebar.tsx'
  import { english } from './core/sidebar/texts/texts.ts'
  const marked = (part) => {
    if (typeof part === 'string') return part && '«' + part + '»'
    if (typeof part === 'function') return (...values) => marked(part(...values))
    if (Array.isArray(part)) return ['«', ...part, '»']
    return Object.fromEntries(Object.entries(part).map(([name, each]) => [name, marked(each)]))
  }
  const release = { version: '1.0.0', date: '2026-11-30', site: '', publisher: '', contact: '' }
  const language = marked(english)
  openSidebar(document.getElementById('sidebar'), parent.cuesheet.book, { release, language, focus: false })
`

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let frame: Frame

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: MARKED, resolveDir: fileURLToPath(new URL('../../', import.meta.url)) },
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  browser = await launchBrowser()
  opened = await openPage(browser, { sample: 'whole' })
  await opened.page.route('**/sidebar.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: outputFiles[0]!.text }),
  )
  await opened.page.reload()
  frame = await sideFrame(opened.page)
}, 60_000)
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})

/** What stands in the tab in sight, piece by piece. */
function pieces(): Promise<string[]> {
  return frame.evaluate(() => {
    const panel = document.querySelector('[role=tabpanel]:not([hidden])')!
    const found: string[] = []
    const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) found.push(walker.currentNode.textContent!.trim())
    for (const element of panel.querySelectorAll('*')) {
      for (const name of ['aria-label', 'placeholder', 'title']) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
}

/** The texts of the table that are more than a word, but for what a plan says as well. */
function sentencesOf(part: unknown): string[] {
  if (typeof part === 'string') return part.includes(' ') && !GOALS.some((goal) => goal === part) ? [part] : []
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(sentencesOf) : []
}

async function expectAllMarked(page: string) {
  const said = await pieces()
  const own = sentencesOf(english)
  expect(
    said.filter((piece) => own.includes(piece)),
    page,
  ).toEqual([])
  expect(
    own.filter((text) => said.includes(`«${text}»`)),
    page,
  ).not.toEqual([])
}

const tab = (name: keyof typeof english.tabs) => frame.getByRole('tab', { name: `«${name}»`, exact: true }).click()
const press = (name: string) => frame.getByRole('button', { name }).first().click()

test('a sidebar that is given another table says nothing in English that is in its own', async () => {
  await press('NPS')
  await frame.locator('summary', { hasText: `«${english.warehouse.heading}»` }).click()
  await frame.getByLabel(`«${english.warehouse.table}»`).fill('shop.orders')
  await expectAllMarked('a function')

  await tab('Plans')
  await frame.getByText(`«${english.plans.gallery.isHere}»`).first().waitFor()
  await expectAllMarked('all plans')
  await press('Signals')
  await frame.getByRole('heading', { name: 'Signals' }).waitFor()
  await expectAllMarked('the rows of a plan')
  await press(`«${english.plans.printing.heading}»`)
  await expectAllMarked('a page to print')
  await press(`‹ «${english.controls.back}»`)
  await press(`«${english.plans.importTable}»`)
  await expectAllMarked('a table to import')
  await press(`‹ «${english.controls.back}»`)
  await frame.locator('.entry').first().click()
  await frame.getByRole('heading', { name: `«${english.plans.row.metric.heading}»` }).waitFor()
  await expectAllMarked('a row')
  await press(`‹ «${english.controls.back}»`)
  await press(`‹ «${english.plans.all}»`)
  await press(`«${english.plans.month.heading}»`)
  await frame.getByLabel(`«${english.plans.month.month}»`).waitFor()
  await expectAllMarked('closing a month')

  await tab('Data')
  await press(`«${english.data.check}»`)
  await frame.locator('.checked').waitFor()
  await expectAllMarked('checked data')
  await tab('Explain')
  await frame.locator('#panel-Explain [role=status] p').waitFor()
  await expectAllMarked('a cell that holds no formula')
  await tab('Share')
  await expectAllMarked('Share')
  expect(opened.failures).toEqual([])
})
