// Patterns of letters of any script, which take long to read, made when they are first needed.
import { parse } from 'acorn'
import { ancestor } from 'acorn-walk'

/** What looks for a global pattern from the start of a text each time, wherever the last search ended. */
const FROM_START = new Set(['match', 'matchAll', 'replace', 'replaceAll', 'search', 'split'])

/**
 * JavaScript engines read a pattern in a script before anything runs, and \p{L} stands for hundreds of ranges: two dozen
 * patterns are as much to read as a tenth of all functions. In a text they are nothing until they are made.
 */
export function withLatePatterns(code) {
  const changes = []
  let made = 0
  ancestor(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal(node, _, around) {
      if (!node.regex?.pattern.includes('\\p{')) return
      const { pattern, flags } = node.regex
      const make = `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`
      const isKept =
        around.some(({ type }) => type.includes('Function')) && (!/[gy]/.test(flags) || isSearch(around, node))
      changes.push({ ...node, text: isKept ? `(latePattern${made} || (latePattern${made++} = ${make}))` : make })
    },
  })
  const names = Array.from({ length: made }, (_, i) => `latePattern${i}`)
  const text = changes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code)
  return made > 0 ? `${text}\nvar ${names.join(', ')}\n` : text
}

/** Whether a pattern is handed to a method of texts that keeps no place in it. */
function isSearch(around, node) {
  const call = around[around.length - 2]
  return call?.type === 'CallExpression' && call.arguments.includes(node) && FROM_START.has(call.callee.property?.name)
}
