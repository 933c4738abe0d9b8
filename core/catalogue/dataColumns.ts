import type { Arg } from '../arguments/argument.ts'
import { stems } from './ranking.ts'
import { lettersOf, reference } from '../sheet/sheetReference.ts'

/** A column of the user's data, known by its header. */
export interface DataColumn {
  sheet: string
  title: string
  /** Counted from 0. */
  index: number
}

/** Survey!F:F */
export function columnReference({ sheet, index }: DataColumn): string {
  const letters = lettersOf(index)
  return reference({ sheet, address: `${letters}:${letters}` })
}

/**
 * The column whose title speaks most of the argument, its name counting more than its help; none when none does. A title
 * must say all of the name, or nothing that name and help do not say: order_date is no guess for start_dates.
 */
export function bestColumn(
  { name, help }: Pick<Arg<unknown>, 'name' | 'help'>,
  columns: readonly DataColumn[],
): DataColumn | undefined {
  const named = wordsOf(name)
  const told = wordsOf(help)
  let best: DataColumn | undefined
  let most = 0
  for (const column of columns) {
    const title = wordsOf(column.title)
    const saysName = named.every((word) => placeOf(word, title) >= 0)
    const weights = title.map((word) => weightOf(word, named, told))
    const score = weights.reduce((sum, weight) => sum + weight, 0)
    if ((saysName || !weights.includes(0)) && score > most) [best, most] = [column, score]
  }
  return best
}

/** A help says first what it is about: “Customer of each order.” */
function weightOf(word: string, named: readonly string[], told: readonly string[]): number {
  if (placeOf(word, named) >= 0) return 3
  const place = placeOf(word, told)
  return place < 0 ? 0 : 1 + 1 / (1 + place)
}

/** The stems of a text or of a name such as first_reply or firstReply. */
function wordsOf(text: string): string[] {
  return stems(text.replace(/_/g, ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
}

/** Stems of one family begin alike: satisfi and satisfact. */
const FAMILY = 6

function placeOf(word: string, words: readonly string[]): number {
  return words.findIndex(
    (other) => other === word || (word.length >= FAMILY && other.startsWith(word.slice(0, FAMILY))),
  )
}
