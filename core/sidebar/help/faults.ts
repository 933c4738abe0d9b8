import { catalogue } from '../../catalogue/catalogue.ts'

/** A failure without anything that stands in a workbook. */
export interface Fault {
  /** What sort of error its maker calls it, with a code if it has one: TypeError, or Error InvalidArgument. */
  kind: string
  /** The functions and arguments that its sentence names. */
  about: string[]
  /** Where it came up in our scripts, the innermost place first. */
  at: string[]
}

const MOST_FAULTS = 8
const MOST_PLACES = 4
const kept: Fault[] = []

/** What has failed in this sidebar, the latest last. */
export function lastFaults(): readonly Fault[] {
  return kept
}

export function keepFault(error: unknown): void {
  kept.push(faultOf(error))
  if (kept.length > MOST_FAULTS) kept.shift()
}

/** Keeps what nobody else catches as well. */
export function keepUncaught(page: Window): void {
  page.addEventListener('error', ({ error }) => keepFault(error))
  page.addEventListener('unhandledrejection', ({ reason }) => keepFault(reason))
}

/**
 * What can be told of a failure. Its sentence may hold a cell, a title or the name of a sheet: no word of it is told but
 * the names of our functions and arguments, and these only outside of quotes.
 */
export function faultOf(error: unknown): Fault {
  const { name, message, code, stack } = (error ?? {}) as Record<string, unknown>
  const sentence = textOf(message)
  const words = new Set(sentence.replace(QUOTED, ' ').match(/\w+/g))
  return {
    kind: [name, code].map(textOf).filter(isCode).join(' ') || 'error',
    about: ownNames().filter((own) => words.has(own)),
    at: placesIn(textOf(stack).replace(sentence, '')).slice(0, MOST_PLACES),
  }
}

const QUOTED = /“[^”]*”|"[^"]*"|'[^']*'|‘[^’]*’/g

/** One word of a programmer. */
function isCode(text: string): boolean {
  return /^#?[A-Za-z][\w/]{1,39}[!?]?$/.test(text)
}

/** Of the names of arguments, those that are no words of English: order_dates, and not value. */
function ownNames(): string[] {
  const specs = catalogue().map(({ spec }) => spec)
  const args = specs.flatMap((spec) => spec.args.map(({ name }) => name).filter((name) => name.includes('_')))
  return [...specs.map(({ name }) => name), ...new Set(args)]
}

/** taskpane.js:1:2345, with the function that was running, from the lines of a stack as browsers write them. */
function placesIn(stack: string): string[] {
  return stack.split('\n').flatMap((line) => {
    const [, ours = '', theirs = '', address, place] =
      /^(?: *at (?:async )?(?:(\S+) .*?\(|\()?|([^@\s]*)@)([^\s()]+?):(\d+:\d+)\)?$/.exec(line) ?? []
    if (address === undefined) return []
    const file = /([\w.-]+)(?:\?.*)?$/.exec(address)?.[1] ?? ''
    return [`${ours || theirs} ${file}:${place}`.trim()]
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
