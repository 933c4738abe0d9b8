import { parseCall, placesOfCalls } from '../catalogue/explain.ts'
import { nativeFormula } from '../catalogue/nativeFormula.ts'

/**
 * A formula with formulas of the spreadsheet's own in place of our functions, those within others too: =ROUND(SUM(A:A), 1).
 * Null where one of them has none.
 */
export function withOwnFormulas(formula: string): string | null {
  let written = ''
  let last = 0
  for (const { from, to } of placesOfCalls(formula)) {
    const call = parseCall(`=${formula.slice(from, to)}`, '')
    const texts = call?.inputs.map(({ text }) => withOwnFormulas(text)) ?? [null]
    if (texts.includes(null)) return null
    const own = nativeFormula(call!.metric.spec, texts as string[])
    if (own === null) return null
    // What is all of a formula needs no brackets.
    const isAlone = from === 1 && to === formula.length && own.startsWith('(')
    written += formula.slice(last, from) + (isAlone ? own.slice(1, -1) : own)
    last = to
  }
  return written + formula.slice(last)
}
