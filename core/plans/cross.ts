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
  const said = rows
    .map((row) => [wordIn(row, down), wordIn(row, across)] as const)
    .filter(([one, other]) => one !== '' && other !== '')
  const lines = wordsOf(
    downWords,
    said.map(([one]) => one),
  )
  const columns = wordsOf(
    acrossWords,
    said.map(([, other]) => other),
  )
  const count = (one: string, other: string) => said.filter(([a, b]) => isWord(a, one) && isWord(b, other)).length
  return {
    across: columns,
    lines: lines.map((word) => ({ word, counts: columns.map((other) => count(word, other)) })),
    unsaid: rows.length - said.length,
  }
}

function wordsOf(known: readonly string[], said: readonly string[]): string[] {
  const words = [...known]
  for (const word of said) if (!words.some((one) => isWord(one, word))) words.push(word)
  return words
}

function isWord(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
