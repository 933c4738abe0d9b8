import { build } from 'esbuild'
import type { Book } from '../../../core/book.ts'
import { customFunctionCalls, type Action } from './calls.ts'
import { objectModel, type HostObject } from './objectModel.ts'
import { openPage, type Message, type Page } from './page.ts'
import { answer, type Request } from './requests.ts'
import { built } from './runtime.ts'
import { emptyWorkbook, type Content, type SendsBlanksAs, type Workbook } from './workbook.ts'

/** Microsoft's office.js in a page of an add-in, on a workbook of the stand-in. */
export interface Office {
  page: Page
  workbook: Workbook
  /** What the page asked for and the stand-in does not have. A test that leaves something here has failed. */
  missing: string[]
}

/** Excel's side of the bridge, wherever the page is. */
export interface Excel {
  workbook: Workbook
  missing: string[]
  /** Takes what the page sends. */
  receive(message: Message): void
}

interface ExcelOptions {
  /** How this Excel sends blank cells. */
  blank?: SendsBlanksAs
  /** The prefix of the add-in's functions. */
  namespace?: string
}

/** An Excel with an empty workbook, for a page that gets its messages through `send`. */
export function openExcelFor(send: (message: Message) => void, { blank = null, namespace = '' }: ExcelOptions): Excel {
  const missing: string[] = []
  const calls = customFunctionCalls(() => ({ send }))
  const workbook = emptyWorkbook(blank, callFunction)
  const { root, ranges } = objectModel(workbook)
  const host = {
    root,
    service: (name: string) => (/CustomFunctions|AddinInternalService/.test(name) ? resultService() : undefined),
    reference: (id: string) => ranges.get(id),
    missing: (what: string) => missing.push(what),
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
  async function callFunction(name: string, range: unknown[][]): Promise<Content> {
    const prefix = namespace && `${namespace}.`
    if (!name.startsWith(prefix)) return '#NAME?'
    const [reply] = await calls.invokeMany([{ id: name.slice(prefix.length), args: [range] }])
    return reply!.ok ? (reply!.value as Content) : '#VALUE!'
  }

  return {
    workbook,
    missing,
    receive({ id, type, message }) {
      if (type !== 1) return
      const { body } = message as { body: string | Request }
      const response = answer(typeof body === 'string' ? (JSON.parse(body) as Request) : body, host)
      const reply = { statusCode: 200, headers: {}, body: JSON.stringify(response) }
      setTimeout(() => send({ id: id!, type: 2, message: reply }))
    },
  }
}

/** Opens the page of the add-in in an Excel with an empty workbook, and loads the functions into it. */
export async function openOffice(options: ExcelOptions = {}): Promise<Office> {
  const excel = openExcelFor((message) => page.send(message), options)
  const page = openPage('office.js', (message) => excel.receive(message), {
    longestPause: 5,
    loadsMore: true,
    more: { Map, external: desktopExcel() },
  })
  page.runMicrosofts('office.js')
  await page.evaluate('Office.onReady()')
  page.run(built('functions.js'))
  return { page, workbook: excel.workbook, missing: excel.missing }
}

/** The book of the task pane, running in the page like the pane itself. */
export async function loadBook({ page }: Office, namespace = ''): Promise<Book> {
  const { outputFiles } = await build({
    stdin: { contents: "export { excelBook } from './excel/book.ts'", resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'pane',
    target: 'es2020',
  })
  page.evaluate(outputFiles[0]!.text)
  return page.evaluate(`pane.excelBook(${JSON.stringify(namespace)})`) as Book
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

function desktopExcel(): object {
  const context = Object.fromEntries(Object.entries(desktopFacts).map(([name, fact]) => [`Get${name}`, () => fact]))
  return {
    GetContext: () => ({ ...context, GetSettings: () => ({ Read() {}, Write() {} }) }),
    GetHostInfo: () => hostInfo,
    GetLoggingAllowed: () => false,
  }
}
