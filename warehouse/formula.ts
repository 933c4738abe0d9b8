import { isoSerial } from '../core/statistics/time/calendar.ts'
import type { Arg, Spec } from '../core/metric.ts'

interface Given {
  /** The titles of the result, as they stand side by side from the first column on. */
  columns: readonly string[]
  options: Readonly<Record<string, string>>
  sheet: string
}

/** The formula that finishes a result which stands in a sheet with its titles in the first row. */
export function formulaOf({ name, args }: Spec, { columns, options, sheet }: Given): string {
  const place = inFormula(sheet)
  const block = (from: number, to: number) => `${place}!${letter(from)}:${letter(to)}`
  const own = columns.filter(
    (title) => !args.some((arg) => arg.name === title) && title !== 'as_of' && title !== 'left_out',
  )
  const texts = args.map((arg): string => {
    const at = columns.indexOf(arg.name)
    const typed = options[arg.name]?.trim()
    if (typed) return literal(arg, typed)
    if (at >= 0) return arg.name === 'as_of' ? `${place}!${letter(at)}2` : block(at, at)
    // A block keeps the titles of its own columns.
    if (arg.wide && own.length > 0) return block(columns.indexOf(own[0]!), columns.indexOf(own[own.length - 1]!))
    return arg.optional || (arg as { mayBeLeftOut?: boolean }).mayBeLeftOut ? '' : arg.name
  })
  while (texts[texts.length - 1] === '') texts.pop()
  return `=${name}(${texts.join(', ')})`
}

/** The formula that tells how many rows of a log could not be read. */
export function checkOf(columns: readonly string[], sheet: string): string {
  return `="rows left out: "&${inFormula(sheet)}!${letter(columns.indexOf('left_out'))}2`
}

function inFormula(sheet: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? sheet : `'${sheet.replace(/'/g, "''")}'`
}

/** What is typed for an argument, as it stands in a formula. */
function literal({ choices, date, text, shape, limits }: Arg<unknown>, typed: string): string {
  const isReference = /^(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?\d*(?::\$?[A-Z]{1,3}\$?\d*)?$/.test(typed)
  if (/^["{=]/.test(typed) || (isReference && !choices)) return typed.replace(/^=/, '')
  const day = date ? isoSerial(typed, typed.length) : NaN
  if (!Number.isNaN(day)) return `DATE(${typed.slice(0, 10).split('-').map(Number).join(', ')})`
  if (shape === 'range' && !limits) {
    return `{${typed
      .split(/[,;]/)
      .map((name) => quoted(name.trim()))
      .join('; ')}}`
  }
  return choices || text ? quoted(typed) : typed
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`
}

function letter(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letter(Math.floor(column / 26) - 1) + letter(column % 26)
}
