import type { Arg } from '../args.ts'
import { lettersOf } from '../rows.ts'
import { stems } from '../search.ts'
import { reference } from '../sheetReference.ts'

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

/** The column whose title shares most words with the argument, its name counting more than its help; none when none does. */
export function bestColumn({ name, help }: Arg<unknown>, columns: readonly DataColumn[]): DataColumn | undefined {
  const named = new Set(stems(name.replace(/_/g, ' ')))
  const told = new Set(stems(help))
  let best: DataColumn | undefined
  let most = 0
  for (const column of columns) {
    const score = stems(column.title.replace(/_/g, ' ')).reduce(
      (sum, word) => sum + (named.has(word) ? 3 : told.has(word) ? 1 : 0),
      0,
    )
    if (score > most) [best, most] = [column, score]
  }
  return best
}
