import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import vm from 'node:vm'

/** A message of Excel or to Excel, as it goes over the bridge. */
export interface Message {
  id?: number
  type: number
  message: unknown
}

/** Excel's end of the bridge. */
export interface Bridge {
  onMessageFromHost(text: string): void
  sendMessageToHost(text: string): void
}

/** A page with as little of a browser as Microsoft's scripts ask for. */
export interface Page {
  window: Record<string, unknown>
  /** Runs a file as a classic script of the page. */
  run(file: string): void
  /** Runs one of Microsoft's own scripts. */
  runMicrosofts(file: string): void
  /** The value of an expression in the page. */
  evaluate(expression: string): unknown
  send(message: Message): void
}

interface PageOptions {
  /** What a pause of the page is cut to, in milliseconds. */
  longestPause?: number
  /** Whether scripts may load further scripts of Microsoft's, as office.js does. */
  loadsMore?: boolean
  /** Further globals of the page. */
  more?: Record<string, unknown>
}

interface ScriptTag {
  src?: string
  onload?(): void
}

/** A longer wait is patience with something that does not come: it keeps its length. */
const PAUSE_MS = 2000

const microsofts = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))

/** A script compiled once for all pages: Microsoft's have megabytes. */
function scriptOf(file: string): vm.Script {
  const source = readFileSync(file, 'utf8')
  let known = scripts.get(file)
  if (known?.source !== source) {
    known = { source, script: new vm.Script(source, { filename: file }) }
    scripts.set(file, known)
  }
  return known.script
}

const scripts = new Map<string, { source: string; script: vm.Script }>()

/**
 * Opens a page whose first script tag is `script`. `onMessage` gets what the page sends to Excel. Pauses are cut short:
 * Microsoft's scripts let half a second pass between two batches of results.
 */
export function openPage(
  script: string,
  onMessage: (message: Message, page: Page) => void,
  { longestPause = 0, loadsMore = false, more = {} }: PageOptions = {},
): Page {
  const address = `https://localhost/${script}`
  const location = { href: address, search: '', hash: '', host: 'localhost', hostname: 'localhost', protocol: 'https:' }
  const storage = { getItem: () => null, setItem() {}, removeItem() {} }
  const head = { appendChild: (tag: ScriptTag) => void (loadsMore && loadScript(tag)) }
  const document = {
    readyState: 'complete',
    cookie: '',
    URL: address,
    location,
    head,
    body: {},
    addEventListener() {},
    createElement: () => ({ setAttribute() {}, style: {} }),
    getElementById: () => null,
    getElementsByTagName: (name: string) =>
      name.toLowerCase() === 'script' ? [{ src: address, getAttribute: () => null }] : [head],
  }
  const bridge: Bridge = {
    onMessageFromHost() {},
    sendMessageToHost: (text) => onMessage(JSON.parse(text) as Message, page),
  }
  const window: Record<string, unknown> = {
    console: { ...console, log() {}, info() {}, warn() {} },
    performance,
    document,
    location,
    setTimeout: (run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) =>
      wait <= PAUSE_MS
        ? setTimeout(run, Math.min(wait, longestPause), ...given)
        : setTimeout(run, wait, ...given).unref(),
    clearTimeout,
    setInterval,
    clearInterval,
    addEventListener() {},
    removeEventListener() {},
    name: '',
    history: {},
    navigator: { userAgent: 'node', platform: '', language: 'en-US' },
    sessionStorage: storage,
    localStorage: storage,
    external: {},
    _richApiNativeBridge: bridge,
    ...more,
  }
  for (const name of ['window', 'self', 'top', 'parent']) window[name] = window
  vm.createContext(window)

  function loadScript(tag: ScriptTag): void {
    if (!tag.src) return
    setTimeout(() => {
      page.runMicrosofts(new URL(tag.src!).pathname.slice(1))
      tag.onload?.()
    })
  }
  const run = (file: string) => void scriptOf(file).runInContext(window)
  const page: Page = {
    window,
    run,
    runMicrosofts: (file) => run(join(microsofts, file)),
    evaluate: (expression) => vm.runInContext(expression, window),
    send: (message) => bridge.onMessageFromHost(JSON.stringify(message)),
  }
  return page
}
