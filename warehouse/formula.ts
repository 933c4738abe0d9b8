import { isoSerial } from '../core/statistics/time/calendar.ts'
import type { Arg, Spec } from '../core/metric.ts'
import { quoted } from '../core/sheet/references.ts'
import { isReference, lettersOf, sheetPrefix } from '../core/sheet/sheetReference.ts'

interface Given {
  /** The titles of the result, as they stand side by side from the first column on. */
  columns: readonly string[]
  options: Readonly<Record<string, string>>
  sheet: string
}

/** The formula that finishes a result which stands in a sheet with its titles in the first row. */
export function formulaOf({ name, args }: Spec, { columns, options, sheet }: Given): string {
  const place = sheetPrefix(sheet)
  const block = (from: number, to: number) => `${place}${lettersOf(from)}:${lettersOf(to)}`
  const own = columns.filter(
    (title) => !args.some((arg) => arg.name === title) && title !== 'as_of' && title !== 'left_out',
  )
  const texts = args.map((arg): string => {
    const at = columns.indexOf(arg.name)
    const typed = options[arg.name]?.trim()
    if (typed) return literal(arg, typed)
    if (at >= 0) return arg.name === 'as_of' ? `${place}${lettersOf(at)}2` : block(at, at)
    // A block keeps the titles of its own columns.
    if (arg.wide && own.length > 0) return block(columns.indexOf(own[0]!), columns.indexOf(own[own.length - 1]!))
    return arg.optional || (arg as { mayBeLeftOut?: boolean }).mayBeLeftOut ? '' : arg.name
  })
  while (texts[texts.length - 1] === '') texts.pop()
  return `=${name}(${texts.join(', ')})`
}

/** The formula that tells how many rows of a log could not be read. */
export function checkOf(columns: readonly string[], sheet: string): string {
  return `="rows left out: "&${sheetPrefix(sheet)}${lettersOf(columns.indexOf('left_out'))}2`
}

/** One of the choices of an argument, typed in any case. Fails where it is none. */
export function chosen({ name, choices = [] }: Arg<unknown>, typed: string): string {
  const values = choices.map(({ value }) => value)
  if (values.includes(typed.toLowerCase())) return typed.toLowerCase()
  throw new Error(`${name} is “${typed}”, use ${values.join(', ')}`)
}

/** What is typed for an argument, as it stands in a formula. */
function literal(arg: Arg<unknown>, typed: string): string {
  const { name, choices, date, text, shape, limits } = arg
  const isCells = isReference(typed) || /^\$?[a-z]{1,3}\$?\d*:\$?[a-z]{1,3}\$?\d*$/i.test(typed)
  if (/^["{=]/.test(typed) || (isCells && !choices)) return typed.replace(/^=/, '')
  const moment = date ? isoSerial(typed, typed.length) : NaN
  if (!Number.isNaN(moment)) {
    const [day, clock] = [typed.slice(0, 10).split('-'), typed.slice(11).split(':')]
    const written = (parts: readonly string[]) => parts.map(Number).join(', ')
    return `DATE(${written(day)})${clock.length > 1 ? `+TIME(${written([...clock, '0'].slice(0, 3))})` : ''}`
  }
  if (shape === 'range') {
    const items = typed.split(limits ? /;|,\s*/ : /[,;]/).map((item) => item.trim())
    return `{${items.map((item) => (limits ? item : quoted(item))).join('; ')}}`
  }
  if (choices) return quoted(chosen(arg, typed))
  if (text || date) return quoted(typed)
  if (/^-?\d+,\d+%?$/.test(typed)) return typed.replace(',', '.')
  if (/^[a-z_ ]+$/i.test(typed)) throw new Error(`${name} is “${typed}”, write a number or a cell`)
  return typed
}
