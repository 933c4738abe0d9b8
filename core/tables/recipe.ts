import type { ParsedCall } from '../catalogue/explain.ts'
import type { Book, CellValue } from '../sheet/book.ts'
import { textOf } from '../sheet/rows.ts'
import { columnNumber, lettersOf, reference } from '../sheet/sheetReference.ts'

/** A formula that can be made again for another table: its function, and what stands in each argument. */
export interface Recipe {
  name: string
  /** By argument: one part, or as many as a repeating argument has. */
  parts: Readonly<Record<string, readonly Part[]>>
}

interface Part {
  /** As a person would fill it in. */
  text: string
  /** The titles of the columns that it takes; null where it takes none, or they have no titles. */
  titles: readonly string[] | null
}

/** What a formula was made from. Titles stand in the first row of a sheet. */
export async function recipeOf(book: Book, { metric, inputs }: ParsedCall): Promise<Recipe> {
  const { name, args } = metric.spec
  const ranges = inputs.flatMap((input) => (input.kind === 'cells' ? [input.range] : []))
  const tops = await book.readRanges(ranges.map(({ sheet, address }) => ({ sheet, address: topOf(address) })))
  const parts: Record<string, Part[]> = {}
  let next = 0
  inputs.forEach((input, i) => {
    const isText = input.kind === 'value' && typeof input.value === 'string'
    const top = input.kind === 'cells' ? (tops[next++]?.[0] ?? []) : []
    const isTitled = top.length > 0 && top.every((cell) => typeof cell === 'string' && cell.trim() !== '')
    const part = { text: isText ? unquoted(input.text) : input.text, titles: isTitled ? top.map(textOf) : null }
    // A repeating argument takes all that follow it.
    const arg = args[Math.min(i, args.length - 1)]!.name
    ;(parts[arg] ??= []).push(part)
  })
  return { name, parts }
}

/** What stands in the fields of a formula as it was. */
export function fieldsOf({ parts }: Recipe): Record<string, string> {
  return Object.fromEntries(Object.entries(parts).map(([arg, own]) => [arg, own.map(({ text }) => text).join(', ')]))
}

/** The titles of the columns that a formula takes. */
export function titlesIn({ parts }: Recipe): string[] {
  return [...new Set(Object.values(parts).flatMap((own) => own.flatMap(({ titles }) => titles ?? [])))]
}

/**
 * The same for another sheet, whose columns have these titles: those of the formula are found by theirs. Names the ones
 * that are not there, or not side by side as the formula wants them; their arguments stay as they were.
 */
export function madeAgain(
  { name, parts }: Recipe,
  sheet: string,
  columns: readonly CellValue[],
): { recipe: Recipe; missing: string[] } {
  const known = columns.map((title) => plain(textOf(title)))
  const missing: string[] = []
  const again = (part: Part): Part => {
    if (!part.titles) return part
    const places = part.titles.map((title) => known.indexOf(plain(title)))
    const isThere = places.every((place, i) => place >= 0 && place === places[0]! + i)
    if (!isThere) missing.push(...part.titles.filter((_, i) => places[i]! < 0 || part.titles!.length > 1))
    const address = `${lettersOf(places[0]!)}:${lettersOf(places[places.length - 1]!)}`
    return isThere ? { ...part, text: reference({ sheet, address }) } : part
  }
  const moved = Object.entries(parts).map(([arg, own]) => [arg, own.map(again)] as const)
  return { recipe: { name, parts: Object.fromEntries(moved) }, missing: [...new Set(missing)] }
}

/** The cells in the first row above a range: A1:B1 for A2:B99. */
function topOf(address: string): string {
  const [, from, to = from] = /^([A-Z]+)\d*(?::([A-Z]+)\d*)?$/.exec(address)!
  const [left, right] = [from!, to!].sort((a, b) => columnNumber(a) - columnNumber(b))
  return `${left}1:${right}1`
}

/** Titles are the same in any case, with blanks or underscores. */
function plain(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '').replace(/""/g, '"')
}
