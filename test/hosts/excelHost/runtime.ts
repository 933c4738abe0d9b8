import { fileURLToPath } from 'node:url'
import { customFunctionCalls, type Action, type Call, type Reply } from './calls.ts'
import { openPage, type Page } from './page.ts'

/** Microsoft's custom-functions runtime with a bundle of functions in it. */
export interface Runtime {
  page: Page
  ids: string[]
  invoke(id: string, args: readonly unknown[], flags?: number): Promise<Reply>
  invokeMany(calls: readonly Call[]): Promise<Reply[]>
  /** How many messages with results the runtime has sent. */
  batches(): number
}

/** Errors may be arguments; arguments may be data types. */
export const flags = { errors: 4, richData: 8 }

export const built = (file: string) => fileURLToPath(new URL(`../../../dist/excel/${file}`, import.meta.url))

/**
 * Loads the bundle as the task pane's page does: CustomFunctions.Error is not there yet while its top level runs.
 * `runtimeVersion` is the version of CustomFunctionsRuntime that this Excel says it has.
 */
export function openRuntime({
  bundle = built('functions.js'),
  runtimeVersion = 1.4,
}: { bundle?: string; runtimeVersion?: number } = {}): Runtime {
  const page: Page = openPage('custom-functions-runtime.js', ({ id, type, message }) => {
    if (type !== 1) return
    const { Actions } = bodyOf(message)
    Actions.forEach((action) => calls.receive(action))
    const Results = Actions.map(({ Id }) => ({ ActionId: Id, Value: null }))
    const reply = { statusCode: 200, headers: {}, body: JSON.stringify({ Results }) }
    setImmediate(() => page.send({ id: id!, type: 2, message: reply }))
  })
  const calls = customFunctionCalls(() => page)
  waitForNoAjax(page)
  page.runMicrosofts('custom-functions-runtime.js')
  declareRequirements(page, runtimeVersion)
  runBeforeErrors(page, bundle)
  const invokeMany: Runtime['invokeMany'] = (list) => calls.invokeMany(list)
  return {
    page,
    ids: page.evaluate('Object.keys(CustomFunctions._association.mappings)') as string[],
    invoke: async (id, args, flags) => (await invokeMany([{ id, args, ...(flags !== undefined && { flags }) }]))[0]!,
    invokeMany,
    batches: () => calls.batches(),
  }
}

const LOOKING_MS = 100

/** The runtime looks for MicrosoftAjax.js, which a page of functions alone has not, and throws when it has looked 500 times. */
function waitForNoAjax({ window }: Page): void {
  const later = window.setTimeout as (run: unknown, wait?: number, ...given: unknown[]) => unknown
  window.setTimeout = (run: unknown, wait?: number, ...given: unknown[]) =>
    wait === LOOKING_MS ? undefined : later(run, wait, ...given)
}

/** The functions of the page alone know no requirement sets; Excel tells them to the page. */
function declareRequirements({ window, evaluate }: Page, runtimeVersion: number): void {
  window.declareRequirements = (set: string, version: string) =>
    set !== 'CustomFunctionsRuntime' || Number(version) <= runtimeVersion
  evaluate(
    'Object.defineProperty(Office, "context", { value: { requirements: { isSetSupported: declareRequirements } } })',
  )
}

function runBeforeErrors(page: Page, bundle: string): void {
  const runtime = page.window.CustomFunctions as Record<string, unknown>
  const { Error, ErrorCode } = runtime
  delete runtime.Error
  delete runtime.ErrorCode
  page.run(bundle)
  Object.assign(runtime, { Error, ErrorCode })
}

function bodyOf(message: unknown): { Actions: Action[] } {
  const { body } = message as { body: unknown }
  return (typeof body === 'string' ? JSON.parse(body) : body) as ReturnType<typeof bodyOf>
}
