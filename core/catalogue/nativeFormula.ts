import type { Arg, Spec } from '../metric.ts'
import { closingBracket, inputOf } from './explain.ts'

/** A formula of the spreadsheet's own with each argument put in, or what stands there when there is nothing to put in. */
export function filled(native: string, argument: (name: string) => string): string {
  return native.replace(MENTION, (_, name: string, standard = '') => argument(name) || standard)
}

/** The arguments that such a formula mentions, and what stands there when one is left out, if it may be. */
export function mentioned(native: string): ReadonlyMap<string, string | undefined> {
  const mentions = native.match(MENTION) ?? []
  return new Map(mentions.map((mention) => mention.slice(1, -1).split('|') as [string, string | undefined]))
}

/** {churn_rate}, or {discount_rate|0} */
const MENTION = /\{(\w+)(?:\|([^{}]*))?\}/g

/**
 * What gives the same without our function, to stand where the call stands: (SUM(B:B)/AVERAGE(C:C)) for ARPU(B:B, C:C).
 * `texts` is what the call has for each argument, "" for one left out. Null where there is no such formula, or none for
 * these arguments.
 */
export function nativeFormula({ native, args }: Spec, texts: readonly string[]): string | null {
  if (native === undefined || texts.length > args.length || args.some(({ repeating }) => repeating)) return null
  const standards = mentioned(native)
  const parts = new Map<string, string>()
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    const text = (texts[i] ?? '').trim()
    if (text === '') {
      if (standards.has(arg.name) && standards.get(arg.name) === undefined) return null
    } else if (!standards.has(arg.name)) {
      if (!isStandard(arg, text)) return null
    } else {
      if (WANTS_CELLS.test(native) && arg.shape !== 'cell' && !isCells(text)) return null
      parts.set(arg.name, asPart(text))
    }
  }
  const template = simplified(native, (name) => parts.get(name) ?? '')
  return asPart(filled(template, (name) => parts.get(name) ?? '').slice(1))
}

/** A template as one would write it by hand for these arguments: without sums of one cell, and without what adds nothing. */
function simplified(native: string, part: (name: string) => string): string {
  return native
    .replace(/\b(?:SUM|AVERAGE)\((\{(\w+)[^{}]*\})\)/g, (sum, mention: string, name: string) =>
      part(name) === '' || ATOM.test(part(name)) ? mention : sum,
    )
    .replace(/\+\{(\w+)\|0\}/g, (added, name: string) => (part(name) === '' ? '' : added))
    .replace(/\*\(1\)/g, '')
    .replace(/(^|[-+*/(,=])\(((?:SUM|AVERAGE)\(\{[^{}]*\}\)|\{[^{}]*\})\)/g, '$1$2')
}

/** One cell, or a number. */
const ATOM = /^(?:(?:(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Z]{1,3}\$?\d+|\d+(?:\.\d+)?%?)$/iu

/** COUNTIF and its like count among cells; they take no list of values and no result of another function. */
const WANTS_CELLS = /[A-Z]IFS?\(/

/** Whether a choice is what is meant when it is left out as well. */
function isStandard({ standard }: Arg<unknown>, text: string): boolean {
  return standard !== undefined && text.toLowerCase() === `"${standard.toLowerCase()}"`
}

function isCells(text: string): boolean {
  return inputOf(text, '').kind === 'cells' || NAMED.test(text)
}

/** Cells by a name, or as a column of a table: Scores, Survey[Score], Survey[[#All],[Score]]. */
const NAMED = /^[\p{L}_][\p{L}\p{N}_.]*(?:\[(?:[^[\]]|\[[^[\]]*\])*\])?$/u

/** A text as a part of a calculation: in brackets where it is a calculation itself. */
function asPart(text: string): string {
  const isValue = inputOf(text, '').kind === 'value' && !text.startsWith('-')
  return isValue || isCells(text) || isEnclosed(text) ? text : `(${text})`
}

/** Whether a text is a list, a call or in brackets from its beginning to its end. */
function isEnclosed(text: string): boolean {
  if (/^\{[^{}]*\}$/.test(text)) return true
  const [opening] = /^[\p{L}_]?[\p{L}\p{N}_.]*\(/u.exec(text) ?? []
  return opening !== undefined && closingBracket(text, opening.length) === text.length - 1
}
