import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Browser, Page, Route } from 'playwright-core'
import { desktopFacts, hostInfo, openExcelFor, type Excel } from './office.ts'
import type { Message } from './page.ts'
import { built } from './runtime.ts'

const ORIGIN = 'https://localhost:3000/'
const CDN = 'https://appsforoffice.microsoft.com/lib/1/hosted/'
const officeJs = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }

export interface Pane {
  page: Page
  excel: Excel
  errors: string[]
  /** Addresses the page asked for that are neither its own nor Microsoft's script. */
  outside: string[]
  close(): Promise<void>
}

/** The built task pane as it ships, in a browser: office.js is Microsoft's, the workbook behind it the stand-in's. */
export async function openPane(browser: Browser): Promise<Pane> {
  const context = await browser.newContext({ viewport: { width: 320, height: 720 } })
  const page = await context.newPage()
  const errors: string[] = []
  const outside: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  // What the page's policy forbids fails without an error.
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) errors.push(message.text())
  })
  const excel = openExcelFor((message) => {
    // The page may be gone by the time an answer is ready.
    void page
      .evaluate((text) => (window as unknown as PageWindow)._richApiNativeBridge.onMessageFromHost(text), text(message))
      .catch(() => undefined)
  }, {})
  await context.exposeFunction('toExcel', (sent: string) => excel.receive(JSON.parse(sent) as Message))
  await context.addInitScript(nativeExcel, { facts: desktopFacts, hostInfo })
  await context.route('**/*', (route) => serve(route, outside))
  await page.goto(`${ORIGIN}taskpane.html`)
  return { page, excel, errors, outside, close: () => context.close() }
}

interface PageWindow {
  _richApiNativeBridge: { onMessageFromHost(text: string): void; sendMessageToHost(text: string): void }
  toExcel(text: string): void
  external: unknown
}

function text(message: Message): string {
  return JSON.stringify(message)
}

/** Runs in the page before any of its scripts: what a desktop Excel puts there. */
function nativeExcel({ facts, hostInfo }: { facts: Record<string, unknown>; hostInfo: string }): void {
  const page = window as unknown as PageWindow
  const context = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [`Get${name}`, () => fact]))
  const external = {
    GetContext: () => ({ ...context, GetSettings: () => ({ Read() {}, Write() {} }) }),
    GetHostInfo: () => hostInfo,
    GetLoggingAllowed: () => false,
  }
  Object.defineProperty(window, 'external', { value: external })
  page._richApiNativeBridge = { onMessageFromHost() {}, sendMessageToHost: (text) => page.toExcel(text) }
}

function serve(route: Route, outside: string[]): Promise<void> {
  const url = route.request().url()
  const file = url.startsWith(CDN)
    ? join(officeJs, url.slice(CDN.length))
    : url.startsWith(ORIGIN)
      ? built(url.slice(ORIGIN.length))
      : undefined
  if (file === undefined) {
    outside.push(url)
    return route.abort()
  }
  if (!existsSync(file)) return route.fulfill({ status: 404 })
  const headers = { 'access-control-allow-origin': '*' }
  return route.fulfill({
    contentType: types[extname(file)] ?? 'application/octet-stream',
    headers,
    body: readFileSync(file),
  })
}
