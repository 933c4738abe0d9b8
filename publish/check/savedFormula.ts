import { findMetric } from '../../core/catalogue/catalogue.ts'

/** Functions that Excel marks in a file, since they came after its format. */
const LATER: readonly string[] = ['LET', 'TEXTJOIN']

/** Texts and names of sheets, or the name of a function. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g

/**
 * A formula as Excel saves it, without its =: _xldudf_NPS(…) for NPS(…), or _xldudf_CUE_NPS(…) in a build with the prefix
 * CUE; _xlfn.LET(_xlpm.x, …) for LET(x, …).
 */
export function savedFormula(formula: string, namespace: string): string {
  const prefix = namespace && `${namespace.replace(/\./g, '_')}_`
  const [, name] = /\bLET\((\w+),/.exec(formula) ?? []
  const named = name === undefined ? formula : formula.replace(new RegExp(`\\b${name}\\b`, 'g'), `_xlpm.${name}`)
  return named.slice(1).replace(PARTS, (part) => {
    if (isOurs(part)) return `_xldudf_${prefix}${part}`
    return LATER.includes(part) ? `_xlfn.${part}` : part
  })
}

/** Whether a formula asks for a function of ours. */
export function asksForOurs(formula: string): boolean {
  return (formula.match(PARTS) ?? []).some(isOurs)
}

function isOurs(name: string): boolean {
  return name === 'CUESHEET_VERSION' || findMetric(name) !== undefined
}
