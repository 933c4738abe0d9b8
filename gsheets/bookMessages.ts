import type { FormulaRequest, Selection, WriteOutcome } from '../core/book.ts'

/** What the sidebar's page asks of the script, as JSON: google.script.run loses anything that is not. */
export type BookQuestion = { ask: 'selection' } | ({ ask: 'insertFormula' } & FormulaRequest)

/** What the script answers, as JSON: a value, or the sentence that says why there is none. */
export type BookAnswer = { value: Selection | WriteOutcome } | { failure: string }
