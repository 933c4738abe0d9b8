import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'

export type Formula = (...cells: unknown[]) => unknown

const sheetsCode = () => readFileSync('dist/gsheets/Code.js', 'utf8')

/**
 * The functions of the built Apps Script project, in this realm: a context of node:vm looks every global up through
 * itself, which no spreadsheet does and which would be most of what is measured.
 */
export function sheetsFunctions(): Record<string, Formula> {
  new Script(sheetsCode()).runInThisContext()
  return globalThis as unknown as Record<string, Formula>
}

/** The functions that the built Excel bundle associates, called as Excel does: an invocation follows the arguments. */
export function excelFunctions(): Record<string, Formula> {
  const found: Record<string, Formula> = {}
  const CustomFunctions = { associate: (functions: Record<string, Formula>) => Object.assign(found, functions) }
  Object.assign(globalThis, { CustomFunctions })
  new Script(readFileSync('dist/excel/functions.js', 'utf8')).runInThisContext()
  const names = Object.keys(found)
  return Object.fromEntries(names.map((name): [string, Formula] => [name, (...cells) => found[name]!(...cells, {})]))
}
