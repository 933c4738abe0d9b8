import { build } from 'esbuild'
import type { Book } from '../../../core/book.ts'
import { customFunctionCalls, type Action } from './calls.ts'
import { objectModel, type HostObject } from './objectModel.ts'
import { openPage, type Page } from './page.ts'
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

/** Opens the page of the add-in in an Excel with an empty workbook, and loads the functions into it. */
export async function openOffice({
  blank = null,
  namespace = '',
}: { blank?: SendsBlanksAs; namespace?: string } = {}): Promise<Office> {
  const missing: string[] = []
  const calls = customFunctionCalls(() => page)
  const workbook = emptyWorkbook(blank, callFunction)
  const { root, ranges } = objectModel(workbook)
  const host = {
    root,
    service: (name: string) => (/CustomFunctions|AddinInternalService/.test(name) ? resultService() : undefined),
    reference: (id: string) => ranges.get(id),
    missing: (what: string) => missing.push(what),
  }
  const page = openPage(
    'office.js',
    ({ id, type, message }) => {
      if (type !== 1) return
      const { body } = message as { body: string | Request }
      const response = answer(typeof body === 'string' ? (JSON.parse(body) as Request) : body, host)
      const reply = { statusCode: 200, headers: {}, body: JSON.stringify(response) }
      setTimeout(() => page.send({ id: id!, type: 2, message: reply }))
    },
    { longestPause: 5, loadsMore: true, more: { Map, external: desktopExcel() } },
  )

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

  page.runMicrosofts('office.js')
  await page.evaluate('Office.onReady()')
  page.run(built('functions.js'))
  return { page, workbook, missing }
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

/** What the Excel of the desktop tells office.js about itself when it starts. */
function desktopExcel(): object {
  const sets = {
    ExcelApi: '1.17',
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: '1.4',
    CustomFunctions: '1.8',
    RichApiRuntime: '1.1',
  }
  const facts: Record<string, unknown> = {
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
    SupportedMatrix: JSON.stringify(sets),
    HostFullVersion: '16.0.17928.20000',
    FeaturesForSolution: '{}',
    InitialDisplayMode: 0,
    HostCustomMessage: '',
    DialogRequirementMatrix: '{}',
    LicenseInformation: '',
    Settings: { Read() {}, Write() {} },
  }
  const context = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [`Get${name}`, () => fact]))
  // The last 1 says that the page is a shared runtime.
  return {
    GetContext: () => context,
    GetHostInfo: () => 'Excel$Win32$16.01$en-US$$$$1',
    GetLoggingAllowed: () => false,
  }
}
