import { stems } from '../catalogue/ranking.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import type { CellValue } from '../sheet/book.ts'
import type { Plan } from './plan.ts'
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

/** The columns of a plan in which people write words of their own, or choose them. */
export function textTitles({ columns }: Plan): string[] {
  return columns.filter(({ kind, muted }) => kind === 'text' && !muted).map(({ title }) => title)
}

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

/** So many rows of feedback make a theme that a person has named. */
const FEWEST_NAMED = 2

/** Themes that people gave to several rows of feedback and of which no row has a word, the most frequent first. */
export function unspokenThemes(feedback: readonly Row[], rows: readonly Row[], titles: readonly string[]): Theme[] {
  const texts = rows.flatMap((row) => titles.map((title) => wordIn(row, title).toLowerCase()))
  const spoken = new Set(texts.flatMap(stems))
  const isSpoken = (word: string) => {
    const own = stems(word)
    // A word such as AI is too short to have a stem.
    return own.length > 0
      ? own.some((stem) => spoken.has(stem))
      : texts.some((text) => text.includes(word.toLowerCase()))
  }
  const themes = new Map<string, Theme>()
  for (const row of feedback) {
    const word = wordIn(row, 'Theme')
    if (word === '' || isPlaceholder(word) || isSpoken(word)) continue
    const known = themes.get(word.toLowerCase())
    themes.set(word.toLowerCase(), {
      word: known?.word ?? word,
      comments: (known?.comments ?? 0) + 1,
      example: known?.example || wordIn(row, 'Words'),
    })
  }
  return [...themes.values()].filter(({ comments }) => comments >= FEWEST_NAMED).sort((a, b) => b.comments - a.comments)
}

/** What feedback speaks of and no row does: first the themes that people have named, then other words of customers. */
export function feedbackThemes(feedback: readonly Row[], rows: readonly Row[], titles: readonly string[]): Theme[] {
  const named = unspokenThemes(feedback, rows, titles)
  const known = new Set(named.flatMap(({ word }) => stems(word)))
  const words = missedThemes([feedback.map((row) => wordIn(row, 'Words') || null)], rows, titles)
  return [...named, ...words.filter(({ word }) => !stems(word).some((stem) => known.has(stem)))].slice(0, SHOWN)
}
