import { isOurs } from '../core/catalogue/ours.ts'
import { PROBE } from './blanks.ts'

/** =NPS(A:A) as this build's Excel knows it: =CUE.NPS(A:A). Texts and sheet names are left alone. */
export function prefixed(formula: string, namespace: string): string {
  return renamed(formula, (name) => (namespace && isFound(name) ? `${namespace}.${name}` : name))
}

/** The formula as docs/functions.md has it: =CUE.NPS(A:A) is =NPS(A:A). */
export function unprefixed(formula: string, namespace: string): string {
  const prefix = `${namespace}.`.toUpperCase()
  return renamed(formula, (name) => {
    const bare = name.slice(prefix.length)
    return namespace && name.toUpperCase().startsWith(prefix) && isFound(bare) ? bare : name
  })
}

function renamed(formula: string, rename: (name: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z_][\w.]*(?=\()/g, (token) =>
    /^["']/.test(token) ? token : rename(token),
  )
}

function isFound(name: string): boolean {
  return name.toUpperCase() === PROBE || isOurs(name.toUpperCase())
}
