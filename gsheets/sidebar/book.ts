import type { Book, Selection, WriteOutcome } from '../../core/book.ts'
import type { BookAnswer, BookQuestion } from '../bookMessages.ts'

/** The part of google.script.run that this page uses. */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: string | null) => void): ScriptRun
  withFailureHandler(handler: (failure: { message?: string }) => void): ScriptRun
  cuesheetBook(question: string): void
}

const PATIENCE = 30_000

/** The book as the sidebar's page sees it: every question goes to the script and comes back as a promise. */
export function sheetsBook(run: ScriptRun): Book {
  return {
    selection: () => ask<Selection>(run, { ask: 'selection' }),
    insertFormula: (request) => ask<WriteOutcome>(run, { ask: 'insertFormula', ...request }),
    checks: [],
  }
}

function ask<T extends Selection | WriteOutcome>(run: ScriptRun, question: BookQuestion): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (sentence: string) => {
      clearTimeout(timer)
      reject(new Error(sentence))
    }
    const timer = setTimeout(
      () => fail('Google Sheets has not answered for 30 seconds. Look at the cell, then try again.'),
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
