import Parser from 'fast-formula-parser'

const { FormulaError, FormulaHelpers, Types } = Parser

interface Given {
  value: unknown
}

/** Functions that all spreadsheets have and the parser lacks, or works out wrongly. */
export const parserFunctions: Record<string, (first: unknown, ...rest: unknown[]) => unknown> = {
  UPPER: (text) => FormulaHelpers.accept(text, Types.STRING).toUpperCase(),
  // The parser counts the letters of a blank cell's own spelling.
  LEN(text) {
    const { value } = text as Given
    if (value instanceof FormulaError) throw value
    return value === null || value === undefined ? 0 : String(value).length
  },
  TEXTJOIN(between, skipsBlanks, ...texts) {
    const all = texts.flatMap((text) => flat((text as Given).value))
    const error = all.find((one) => one instanceof FormulaError)
    if (error) throw error
    const words = all.map((one) => String(one ?? ''))
    return ((skipsBlanks as Given).value ? words.filter(Boolean) : words).join(String((between as Given).value))
  },
}

function flat(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value]
}

/** What stands for an argument left out at the beginning, which the parser would not notice. */
export const LEFT_OUT = '(left out)'

/** A formula as the parser reads it: it has no LET, whose names are put in place, and loses a first argument left out. */
export function readable(formula: string): string {
  return withoutLet(formula).replace(/\(\s*,/g, `("${LEFT_OUT}",`)
}

function withoutLet(formula: string): string {
  const [found, before, inside] = /^(.*?)LET\((.*)\)$/s.exec(formula) ?? []
  if (found === undefined) return formula
  const [name, value, ...rest] = parts(inside!)
  const named = rest.join(',').replace(new RegExp(`\\b${name!.trim()}\\b`, 'g'), `(${value!.trim()})`)
  return `${before}(${named.trim()})`
}

/** What stands between the commas of a call, not those of the calls in it. */
function parts(inside: string): string[] {
  const found = ['']
  let [depth, isText] = [0, false]
  for (const sign of inside) {
    if (sign === '"' || sign === "'") isText = !isText
    if (!isText && '({'.includes(sign)) depth++
    if (!isText && ')}'.includes(sign)) depth--
    if (sign === ',' && depth === 0 && !isText) found.push('')
    else found[found.length - 1] += sign
  }
  return found
}
