import type { Browser, FrameLocator, Page } from 'playwright-core'
import type { Project } from './project.ts'

/** What Google documents for the frame of HtmlService pages. */
const sandbox = [
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals',
  'allow-popups-to-escape-sandbox',
].join(' ')
const spreadsheetUrl = 'https://docs.google.com/spreadsheets/d/one/edit'
const frameUrl = 'https://one-script.googleusercontent.com/userCodeAppPanel'

export interface OpenSidebar {
  page: Page
  frame: FrameLocator
  /** What the page asked for beyond itself. */
  outside: string[]
  errors: string[]
  close(): Promise<void>
}

/** The sidebar that the project shows, in the frame Google puts it in, with google.script.run leading to the project. */
export async function openSidebar(browser: Browser, project: Project): Promise<OpenSidebar> {
  const context = await browser.newContext({ viewport: { width: 300, height: 700 } })
  const page = await context.newPage()
  const outside: string[] = []
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await context.exposeFunction('callScript', (name: string, given: string) => project.scriptRun(name, given))
  await context.addInitScript(offerScriptRun, project.publicFunctions)
  await context.route('**/*', (route) => {
    const url = route.request().url()
    const body =
      url === spreadsheetUrl ? sheetPage : url === frameUrl ? strippedOfComments(shownPage(project)) : undefined
    if (body !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
    outside.push(url)
    return route.abort()
  })
  await page.goto(spreadsheetUrl)
  return { page, frame: page.frameLocator('iframe'), outside, errors, close: () => context.close() }
}

const sheetPage = `<!doctype html><style>body { margin: 0 } iframe { border: 0; width: 300px; height: 700px }</style>
<iframe title="sidebar" sandbox="${sandbox}" src="${frameUrl}"></iframe>`

function shownPage({ world }: Project): string {
  if (!world.sidebar) throw new Error('the project has not shown its sidebar')
  return world.sidebar.page
}

/** A page in which a test may deliver the answers of the script as it likes. */
export interface AnsweredPage {
  deliver?: ((answer: () => void, given: unknown[]) => void) | undefined
}

/** Runs in the page before its own script: google.script.run by way of JSON, as Google’s does. */
function offerScriptRun(names: readonly string[]): void {
  type Handler = (value: unknown) => void
  const host = window as unknown as AnsweredPage & {
    callScript(name: string, given: string): Promise<string>
    google: unknown
  }
  const runner = (succeed?: Handler, fail?: Handler): Record<string, unknown> => ({
    withSuccessHandler: (handler: Handler) => runner(handler, fail),
    withFailureHandler: (handler: Handler) => runner(succeed, handler),
    ...Object.fromEntries(
      names.map((name) => [
        name,
        (...given: unknown[]) => {
          host.callScript(name, JSON.stringify(given)).then(
            (result) => {
              const answer = () => succeed?.(JSON.parse(result))
              if (host.deliver) host.deliver(answer, given)
              else answer()
            },
            (error: Error) => fail?.(error),
          )
        },
      ]),
    ),
  })
  host.google = { script: { run: runner() } }
}

/** HtmlService strips what looks like a comment from inline scripts, and does not know template literals. */
function strippedOfComments(page: string): string {
  return page.replace(
    /(<script\b[^>]*>)([^]*?)(<\/script>)/gi,
    (_, open: string, script: string, close: string) =>
      open +
      script.replace(
        /("(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|\/\/[^\n]*|\/\*[^]*?\*\//g,
        (_, text?: string) => text ?? '',
      ) +
      close,
  )
}
