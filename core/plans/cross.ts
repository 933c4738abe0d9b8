import type { Cross } from './plan.ts'
import { wordIn, type Row } from './row.ts'

/** How many rows say what in two columns. */
export interface CrossTable {
  across: readonly string[]
  lines: readonly { word: string; counts: readonly number[] }[]
  /** The rows that lack one of the two words. */
  unsaid: number
}

/** The rows of a plan by two columns. The words of the plan come first, whether or not rows say them. */
export function crossOf(rows: readonly Row[], { down, downWords, across, acrossWords }: Cross): CrossTable {
  const lines = wordsOf(downWords)
  const columns = wordsOf(acrossWords)
  const counts = new Map<string, number>()
  let unsaid = 0
  for (const row of rows) {
    const [one, other] = [wordIn(row, down), wordIn(row, across)]
    if (one === '' || other === '') {
      unsaid++
      continue
    }
    add(lines, one)
    add(columns, other)
    const key = keyOf(one, other)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const words = [...columns.values()]
  return {
    across: words,
    lines: [...lines.values()].map((word) => ({
      word,
      counts: words.map((other) => counts.get(keyOf(word, other)) ?? 0),
    })),
    unsaid,
  }
}

/** Words as they were written first, by what they are in small letters. */
function wordsOf(known: readonly string[]): Map<string, string> {
  return new Map(known.map((word) => [word.toLowerCase(), word]))
}

function add(words: Map<string, string>, word: string): void {
  if (!words.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
}

function keyOf(...words: readonly string[]): string {
  return JSON.stringify(words.map((word) => word.toLowerCase()))
}
