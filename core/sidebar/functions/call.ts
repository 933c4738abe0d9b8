import type { Arg } from '../../arguments/argument.ts'
import type { Spec } from '../../metric.ts'
import { parseCall } from '../../catalogue/explain.ts'
import { filled } from '../../catalogue/nativeFormula.ts'
import { isNative } from '../../catalogue/natives.ts'
import { readNumber, type NumberReading } from '../../reading/texts/numbers.ts'
import { quoted } from '../../sheet/references.ts'
import { texts } from '../texts/texts.ts'
import { CELL, isReference, reference, sheetPrefix } from '../../sheet/sheetReference.ts'

/** What a person has filled in, by argument name, as typed. */
export type Fields = Readonly<Record<string, string>>

/** The formula that the fields make, for a cell of `sheet`. Options left empty at the end are cut. */
export function callText(spec: Spec, fields: Fields, sheet: string): string {
  const { name, args } = spec
  if (isNative(spec)) return filled(spec.native, (arg) => fieldOf(args, arg, fields, sheet) || arg)
  const parts = args.map((arg) => written(arg, fields[arg.name] ?? '', sheet))
  while (parts.length > 0 && parts[parts.length - 1] === '') parts.pop()
  return `=${name}(${parts.join(', ')})`
}

/** A number with a comma, such as 12,5 or 1,234.50, as a formula in English has it. One that is not sure stays. */
export function withPoint(text: string): string {
  const reading = numberWithComma(text)
  if (reading?.kind !== 'number') return text
  return reading.mark === ',' ? text.replace(/[.' ]/g, '').replace(',', '.') : text.replace(/[,' ]/g, '')
}

function numberWithComma(text: string): NumberReading | null {
  return /^[-+]?\d[\d.' ]*,[\d.,' ]*\d%?$/.test(text) ? readNumber(text) : null
}

/** The argument that is typed as a number of two readings, as 1,200 is, in a sentence; "" where there is none. */
export function doubtful({ args }: Spec, fields: Fields): string {
  for (const { name, shape } of args) {
    const text = (fields[name] ?? '').trim()
    const reading = shape === 'cell' || shape === 'range' ? numberWithComma(text) : null
    if (reading?.kind === 'either') {
      const { point, comma } = reading
      return texts.functions.unreadable.twoNumbers({ name, text, point, comma })
    }
  }
  return ''
}

function fieldOf(args: Spec['args'], name: string, fields: Fields, sheet: string): string {
  return written(
    args.find((arg) => arg.name === name)!,
    fields[name] ?? '',
    sheet,
  )
}

/** The fields with ranges such as E2:E99 meant in this sheet: who types one is looking at it. */
export function inSheet({ args }: Spec, fields: Fields, sheet: string): Fields {
  const meant = args.map((arg): [string, string] => {
    const text = (fields[arg.name] ?? '').trim()
    const isBare = !arg.choices && !arg.text && (CELL.test(text) || (text.includes(':') && BLOCK.test(text)))
    return [arg.name, isBare ? sheetPrefix(sheet) + text : text]
  })
  return Object.fromEntries(meant)
}

/** Why the formula of the fields would not compute: what stands in an argument is no range, or is one of no sheet. */
export function unreadable(spec: Spec, fields: Fields): string {
  const { args } = spec
  const doubt = doubtful(spec, fields)
  if (doubt !== '') return doubt
  const problems = (parseCall(callText(spec, fields, ''), '')?.inputs ?? []).map((input, i) => {
    const { name, shape } = args[Math.min(i, args.length - 1)]!
    if (input.kind === 'cells' && !input.text.includes('!')) {
      return texts.functions.unreadable.noSheet({ name, text: input.text })
    }
    if (
      input.kind === 'cells' &&
      !input.text.startsWith("'") &&
      !input.text.startsWith(sheetPrefix(input.range.sheet))
    ) {
      return texts.functions.unreadable.noQuotes({ name, text: input.text, quoted: reference(input.range) })
    }
    if (input.kind !== 'calculation' || !NO_INPUT.test(input.text)) return ''
    const { noCell, noRange } = texts.functions.unreadable
    return (shape === 'cell' ? noCell : noRange)({ name, text: input.text })
  })
  return problems.find((problem) => problem !== '') ?? ''
}

/** A second equals sign, and a column without a colon. Words may be names of ranges. */
const NO_INPUT = /^=|^\$?[a-z]{1,3}$/i

/** The required arguments that are still empty. */
export function missing({ args }: Spec, fields: Fields): string[] {
  return args.filter((arg) => !arg.optional && !fields[arg.name]?.trim()).map(({ name }) => name)
}

/** The cell that a formula goes into when this block is selected: C2 for C2:C601, C1 for C:C, A3 for 3:5. */
export function firstCell(address: string): string {
  const [first] = address.replace(/\$/g, '').split(':')
  const [, letters, digits] = /^([a-z]*)(\d*)$/i.exec(first!) ?? []
  return `${letters || 'A'}${digits || '1'}`
}

/** The argument whose range holds the cell itself, which would make a formula there feed on its own result. */
export function circular({ args }: Spec, fields: Fields, sheet: string, cell: string): string | undefined {
  return args.find((arg) => {
    const text = withoutSheet(fields[arg.name] ?? '', sheet)
    return holds(text, cell)
  })?.name
}

function written(arg: Arg<unknown>, typed: string, sheet: string): string {
  const text = typed.trim()
  if (text === '') return ''
  if (arg.choices) return quoted(text)
  const pointed = arg.shape === 'cell' || arg.shape === 'range' ? withPoint(text) : text
  if (pointed !== text) return pointed
  // A spreadsheet would take 2026-03-01 for a subtraction.
  if (ISO_DATE.test(text)) return quoted(text)
  if (arg.shape === 'cell' && arg.text && !isReference(text) && !/^".*"$/s.test(text)) return quoted(text)
  if (DAYS.test(text)) return quoted(text)
  return withoutSheet(text, sheet)
}

/** Mon-Fri, which a spreadsheet would take for a subtraction. */
const DAYS = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s*[-\u2013,]\s*(?:mon|tue|wed|thu|fri|sat|sun)/i
const ISO_DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/

function withoutSheet(text: string, sheet: string): string {
  const prefix = sheetPrefix(sheet)
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

const BLOCK = /^\$?([a-z]{1,3})?\$?(\d+)?(?::\$?([a-z]{1,3})?\$?(\d+)?)?$/i

function holds(block: string, cell: string): boolean {
  const inside = CELL.exec(cell)
  const outer = BLOCK.exec(block)
  if (!inside || !outer || block === '') return false
  const [, left, top, right = block.includes(':') ? undefined : left, bottom = block.includes(':') ? undefined : top] =
    outer
  const column = columnNumber(inside[1]!)
  const row = Number(inside[2])
  return (
    (left === undefined || column >= columnNumber(left)) &&
    (right === undefined || column <= columnNumber(right)) &&
    (top === undefined || row >= Number(top)) &&
    (bottom === undefined || row <= Number(bottom))
  )
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
