import { stems } from '../catalogue/search.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import type { CellValue } from '../sheet/book.ts'
import { wordIn, type Row } from './row.ts'

/** A word that customers use, and in how many comments. */
export interface Theme {
  word: string
  comments: number
  example: string
}

/** So many comments make a word a theme. */
const FEWEST = 3
const SHOWN = 12
/** Shorter words say little. */
const WORD = /\p{L}[\p{L}’'-]{3,}/gu

/**
 * What comments speak of in several places and no row does, the most frequent first. Words of one stem are one, called as
 * most comments do.
 */
export function missedThemes(
  cells: readonly (readonly CellValue[])[],
  rows: readonly Row[],
  titles: readonly string[],
): Theme[] {
  const spoken = new Set(rows.flatMap((row) => titles.flatMap((title) => stems(wordIn(row, title)))))
  const themes = new Map<string, { forms: Map<string, number>; comments: number; example: string }>()
  for (const comment of cells.flat()) {
    if (typeof comment !== 'string' || isPlaceholder(comment)) continue
    const seen = new Set<string>()
    for (const word of comment.toLowerCase().match(WORD) ?? []) {
      const [stem] = stems(word)
      if (stem === undefined || spoken.has(stem)) continue
      const theme = themes.get(stem) ?? { forms: new Map(), comments: 0, example: comment }
      theme.forms.set(word, (theme.forms.get(word) ?? 0) + 1)
      if (!seen.has(stem)) theme.comments++
      seen.add(stem)
      themes.set(stem, theme)
    }
  }
  return [...themes.values()]
    .filter(({ comments }) => comments >= FEWEST)
    .sort((a, b) => b.comments - a.comments)
    .slice(0, SHOWN)
    .map(({ forms, comments, example }) => ({
      word: [...forms].sort((a, b) => b[1] - a[1])[0]![0],
      comments,
      example,
    }))
}
