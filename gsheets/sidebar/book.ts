import type { Book, Selection } from '../../core/sheet/book.ts'
import type { BookAnswer, BookQuestion, RowsAnswer, ScriptAbout, SheetReading } from '../bookMessages.ts'
import { lookRepeatedly, pageLooking, type Looking } from './watch.ts'

/** The part of google.script.run that this page uses. */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: string | null) => void): ScriptRun
  withFailureHandler(handler: (failure: { message?: string }) => void): ScriptRun
  cuesheetBook(question: string): void
}

const NOTHING: ScriptAbout = { computes: '', locale: 'unknown', zone: 'unknown' }
const PATIENCE = 30_000
/** How often to look what is selected, while somebody wants to know. */
const SELECTION_EVERY = 3000

/** The book as the sidebar's page sees it: every question goes to the script and comes back as a promise. */
export function sheetsBook(run: ScriptRun, looking: Looking = pageLooking): Book {
  const ask = <T>(question: BookQuestion): Promise<T> => askScript<T>(run, question)
  /** What each sheet was like when this page last heard of it. */
  const known = new Map<string, string>()
  const readSheets: Book['readSheets'] = async (sheets) => {
    const readings = await ask<SheetReading[]>({ ask: 'readSheets', sheets })
    readings.forEach(({ fingerprint }, i) => known.set(sheets[i]!, fingerprint))
    return readings.map(({ content }) => content)
  }
  return {
    host: 'Google Sheets',
    typed: (formula) => formula,
    selection: () => ask({ ask: 'selection' }),
    insertFormula: (request) => ask({ ask: 'insertFormula', ...request }),
    sheetNames: () => ask({ ask: 'sheetNames' }),
    readSheet: async (sheet) => (await readSheets([sheet]))[0] ?? null,
    readSheets,
    async changeRows(request) {
      const { outcome, before, after } = await ask<RowsAnswer>({ ask: 'changeRows', ...request })
      // Else there is more that is new to this page than what it has written.
      if (known.get(request.sheet) === before) known.set(request.sheet, after)
      return outcome
    },
    changeCells: (request) => ask({ ask: 'changeCells', ...request }),
    createSheets: (plans) => ask({ ask: 'createSheets', plans }),
    drawSheet: (plan) => ask({ ask: 'drawSheet', plan }),
    print: (sheet) => ask({ ask: 'print', sheet }),
    readRanges: (ranges) => ask({ ask: 'readRanges', ranges }),
    readFormulas: (sheet) => ask({ ask: 'readFormulas', sheet }),
    freeze: (formulas) => ask({ ask: 'freeze', formulas }),
    thaw: (kept) => ask({ ask: 'thaw', kept }),
    addChart: (plan) => ask({ ask: 'addChart', plan }),
    reveal: (sheet, cell) => ask({ ask: 'reveal', sheet, cell }),
    watch(sheet, changed) {
      let ended = false
      const endLooking = lookRepeatedly(async () => {
        const fingerprint = await ask<string>({ ask: 'fingerprint', sheet })
        // A sheet that this page has never read may have changed as well.
        if (ended || known.get(sheet) === fingerprint) return
        known.set(sheet, fingerprint)
        changed()
      }, looking)
      changed()
      return () => {
        ended = true
        endLooking()
      }
    },
    // A sidebar belongs to one spreadsheet.
    watchWorkbook: () => () => {},
    watchSelection(changed) {
      let before: string | undefined
      return lookRepeatedly(
        async () => {
          const { sheet, address } = await ask<Selection>({ ask: 'selection' })
          const now = `${sheet}!${address}`
          if (before !== undefined && now !== before) changed()
          before = now
        },
        { ...looking, every: Math.min(looking.every, SELECTION_EVERY) },
      )
    },
    async about() {
      // A script from before this question answers it with nothing.
      const { computes, locale, zone } = (await ask<ScriptAbout | undefined>({ ask: 'about' })) ?? NOTHING
      return { computes, facts: [`Locale: ${locale}`, `Time zone of the spreadsheet: ${zone}`] }
    },
    checks: [],
  }
}

/** An answer that comes too late or twice changes nothing: a promise is settled once. */
function askScript<T>(run: ScriptRun, question: BookQuestion): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      clearTimeout(timer)
      reject(new Error(sentence))
    }
    const timer = setTimeout(
      () => fail('Google Sheets has not answered for 30 seconds. Look at the sheet, then try again.'),
      PATIENCE,
    )
    run
      .withSuccessHandler((text) => {
        // A result that google.script.run cannot carry arrives as null.
        const answer: BookAnswer =
          text === null ? { failure: 'Google Sheets sent no answer. Try again.' } : JSON.parse(text)
        if ('failure' in answer) return fail(answer.failure)
        clearTimeout(timer)
        resolve(answer.value as T)
      })
      .withFailureHandler(({ message }) => fail(inWords(message ?? '')))
      .cuesheetBook(JSON.stringify(question))
  })
}

/** Google signs a sidebar in as the browser's first account, whichever account the spreadsheet is open in. */
function inWords(message: string): string {
  if (/PERMISSION_DENIED|Authorization is required/i.test(message)) {
    return 'Google Sheets refused because this browser is signed in to several Google accounts. Open the spreadsheet in a private window, signed in to this account only.'
  }
  return `Google Sheets could not be reached${message && `: ${message}`}. Check the connection, then try again.`
}
