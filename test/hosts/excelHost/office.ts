import { build } from 'esbuild'
import type { Book } from '../../../core/sheet/book.ts'
import { customFunctionCalls, type Action, type Call, type Reply } from './calls.ts'
import { objectModel, type HostFailure, type HostObject, type Watcher } from './objectModel.ts'
import { openPage, type Message, type Page } from './page.ts'
import { answer, type Request, type Response } from './requests.ts'
import { built } from './runtime.ts'
import { type Content, type Sheet } from './sheet.ts'
import { emptyWorkbook, type Change, type SendsBlanksAs, type TellsFilled, type Workbook } from './workbook.ts'

/** Microsoft's office.js in a page of an add-in, on a workbook of the stand-in. */
export type Office = Omit<Excel, 'receive'> & { page: Page }

/** Excel's side of the bridge, wherever the page is. */
export interface Excel {
  workbook: Workbook
  /** What the page asked for and the stand-in does not have. A test that leaves something here has failed. */
  missing: string[]
  /** What goes wrong in this Excel. */
  faults: Faults
  /** How many requests read cells, and how many wrote some, since this was asked last. */
  traffic(): { reads: number; writes: number }
  /** Takes back the last request that changed something: each is a step of its own. False when there is none. */
  undo(): boolean
  /** Lets someone else work in the workbook. */
  remotely(work: () => void): void
  /** How many events the page listens to. */
  listeners(): number
  /** Calls functions of the page, all in one message. */
  invokeMany(calls: readonly Call[]): Promise<Reply[]>
  /** Takes what the page sends. */
  receive(message: Message): void
}

export interface Faults {
  /** A failure before an action on what a path leads to. What was done before it stays done, as in Excel. */
  before?(action: Action, path: string): HostFailure | undefined
  /** Sends the answer to a request that wrote or read cells, or asked for events: later, twice or never. */
  answer?(send: () => void, did: 'read' | 'wrote' | 'listened'): void
}

const EVENT = 65_536
const events = { changed: 10, calculated: 16, selected: 14 }
/** Where an event of the whole workbook goes. */
const WORKBOOK = 'Workbook'

interface ExcelOptions {
  /** How this Excel sends blank cells. */
  blank?: SendsBlanksAs
  /** The prefix of the add-in's functions. */
  namespace?: string
  /** What it tells of cells that a formula elsewhere fills. */
  tellsFilled?: TellsFilled
  /** The last set of Excel's object model that it offers to add-ins. */
  api?: string
}

/** An Excel with an empty workbook, for a page that gets its messages through `send`. */
export function openExcelFor(send: (message: Message) => void, options: ExcelOptions): Excel {
  const { blank = null, namespace = '', tellsFilled } = options
  const missing: string[] = []
  const faults: Faults = {}
  const calls = customFunctionCalls(() => ({ send }))
  const workbook = emptyWorkbook(blank, callFunction, (what) => missing.push(what), tellsFilled)
  const listening = new Set<string>()
  const past: Sheet[][] = []
  let traffic = { reads: 0, writes: 0 }
  let source = 'Local'
  /** What the request that is being answered does; null while none is. */
  let request: {
    reads: boolean
    writes: boolean
    listens: boolean
    before: Sheet[] | null
    changes: Change[]
  } | null = null
  const watcher: Watcher = {
    reads() {
      request!.reads = true
    },
    writes() {
      request!.writes = true
    },
    changes() {
      request!.before ??= structuredClone(workbook.sheets)
    },
    listens(sheet, event, wanted) {
      request!.listens = true
      const target = `${event} ${sheet?.id ?? WORKBOOK}`
      if (wanted) listening.add(target)
      else listening.delete(target)
    },
  }
  const { root, ranges } = objectModel(workbook, watcher)
  const host = {
    root,
    service: (name: string) => (/CustomFunctions|AddinInternalService/.test(name) ? resultService() : undefined),
    reference: (id: string) => ranges.get(id),
    missing: (what: string) => missing.push(what),
    fault: (action: Action, path: string) => faults.before?.(action, path),
  }

  // A request is one event for each sheet, a person's change one at once.
  workbook.changed = (change) => {
    if (request) request.changes.push(change)
    else tellChange(change)
  }
  workbook.select = (sheet, areas) => {
    workbook.selection = { sheet, areas }
    const { id } = workbook.sheet(sheet)!
    if (listening.has(`selected ${WORKBOOK}`)) sendEvent('selected', WORKBOOK, { address: areas[0], worksheetId: id })
  }
  workbook.recalculated = (sheet) => tell('calculated', sheet, { address: '' })

  function tellChange({ sheet, address, type }: Change): void {
    tell('changed', sheet, { address, changeType: type, source, triggerSource: request ? 'ThisLocalAddin' : 'Unknown' })
  }

  function tell(event: 'changed' | 'calculated', { id }: Sheet, facts: object): void {
    if (listening.has(`${event} ${id}`)) sendEvent(event, id, { ...facts, worksheetId: id })
  }

  function sendEvent(event: keyof typeof events, targetId: string, facts: object): void {
    const entry = { messageCategory: EVENT, messageType: events[event], targetId, message: JSON.stringify(facts) }
    setTimeout(() => send({ type: 3, message: { entries: [entry] } }))
  }

  /** Answers a request and counts what it did. */
  function answerAndCount(asked: Request): { response: Response; did: 'read' | 'wrote' | 'listened' | null } {
    const done: NonNullable<typeof request> = { reads: false, writes: false, listens: false, before: null, changes: [] }
    request = done
    const response = answer(asked, host)
    const sheets = new Map(done.changes.map((change) => [change.sheet, change]))
    sheets.forEach(tellChange)
    request = null
    if (done.reads) traffic.reads++
    if (done.writes) traffic.writes++
    if (done.before) past.push(done.before)
    return { response, did: done.before ? 'wrote' : done.reads ? 'read' : done.listens ? 'listened' : null }
  }

  /** Takes the results of custom functions. */
  function resultService(): HostObject {
    const take = (Name: string) => (results: unknown) => {
      calls.receive({ Name, ArgumentInfo: { Arguments: [results] } } as Action)
    }
    return {
      type: 'CustomFunctions',
      methods: {
        SetInvocationArrayResults: take('SetInvocationArrayResults'),
        SetInvocationResults: take('SetInvocationResults'),
        _SetOsfControlContainerReadyForCustomFunctions() {},
        _GetEnabledFeatures() {},
        NotifyActionHandlerReady() {},
      },
    }
  }

  /** Excel knows a custom function by its prefix and its name. */
  async function callFunction(name: string, range: unknown[][]): Promise<Content | Content[][]> {
    const prefix = namespace && `${namespace}.`
    if (!name.startsWith(prefix)) return '#NAME?'
    const [reply] = await calls.invokeMany([{ id: name.slice(prefix.length), args: [range] }])
    return reply!.ok ? (reply!.value as Content | Content[][]) : '#VALUE!'
  }

  return {
    workbook,
    missing,
    faults,
    traffic() {
      const since = traffic
      traffic = { reads: 0, writes: 0 }
      return since
    },
    undo() {
      const before = past.pop()
      if (!before) return false
      ranges.clear()
      workbook.sheets = before
      return true
    },
    remotely(work) {
      source = 'Remote'
      work()
      source = 'Local'
    },
    listeners: () => listening.size,
    invokeMany: (list) => calls.invokeMany(list),
    receive({ id, type, message }) {
      if (type !== 1) return
      const { body } = message as { body: string | Request }
      const { response, did } = answerAndCount(typeof body === 'string' ? (JSON.parse(body) as Request) : body)
      const reply = { statusCode: 200, headers: {}, body: JSON.stringify(response) }
      const sendReply = () => void setTimeout(() => send({ id: id!, type: 2, message: reply }))
      if (did && faults.answer) faults.answer(sendReply, did)
      else sendReply()
    },
  }
}

/** Opens the page of the add-in in an Excel with an empty workbook, and loads the functions into it. */
export async function openOffice(options: ExcelOptions = {}): Promise<Office> {
  const excel = openExcelFor((message) => page.send(message), options)
  const page = openPage('office.js', (message) => excel.receive(message), {
    longestPause: 5,
    loadsMore: true,
    more: { Map, external: desktopExcel(options.api) },
  })
  page.runMicrosofts('office.js')
  await page.evaluate('Office.onReady()')
  page.run(built('functions.js'))
  return { ...excel, page }
}

/** The book of the task pane, running in the page like the pane itself. */
export async function loadBook({ page }: Office, namespace = '', patience?: number): Promise<Book> {
  page.evaluate(await (bundled ??= bundleOfBook()))
  return page.evaluate(`pane.excelBook(${JSON.stringify(namespace)}, ${patience})`) as Book
}

/** Bundled once for all pages of a process. */
let bundled: Promise<string> | undefined

async function bundleOfBook(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: "export { excelBook } from './excel/book.ts'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pane',
    target: 'es2020',
  })
  return outputFiles[0]!.text
}

/** What the Excel of the desktop tells office.js about itself when it starts, by the names of its questions. */
export const desktopFacts: Record<string, unknown> = {
  AppType: 1,
  SolutionRef: 'cuesheet',
  AppVersionMajor: 16,
  AppVersionMinor: 1,
  AppUILocale: 'en-US',
  AppDataLocale: 'en-US',
  DocUrl: 'book.xlsx',
  AppCapabilities: 1,
  ActivationMode: 1,
  ControlIntegrationLevel: 2,
  SolutionToken: '',
  CorrelationId: '',
  InstanceId: '',
  TouchEnabled: false,
  CommerceAllowed: true,
  SupportedMatrix: JSON.stringify({
    ExcelApi: '1.17',
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: '1.4',
    CustomFunctions: '1.8',
    RichApiRuntime: '1.1',
  }),
  HostFullVersion: '16.0.17928.20000',
  FeaturesForSolution: '{}',
  InitialDisplayMode: 0,
  HostCustomMessage: '',
  DialogRequirementMatrix: '{}',
  LicenseInformation: '',
}

/** Excel of the desktop, English; the last 1 says that the page is a shared runtime. */
export const hostInfo = 'Excel$Win32$16.01$en-US$$$$1'

function desktopExcel(api?: string): object {
  const offered = JSON.parse(String(desktopFacts.SupportedMatrix)) as Record<string, string>
  const facts = { ...desktopFacts, SupportedMatrix: JSON.stringify({ ...offered, ...(api && { ExcelApi: api }) }) }
  const context = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [`Get${name}`, () => fact]))
  return {
    GetContext: () => ({ ...context, GetSettings: () => ({ Read() {}, Write() {} }) }),
    GetHostInfo: () => hostInfo,
    GetLoggingAllowed: () => false,
  }
}
