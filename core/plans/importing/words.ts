import { distance } from 'fastest-levenshtein'
import { stems } from '../../catalogue/ranking.ts'
import { isBlank } from '../../cell.ts'
import { readFlag } from '../../reading/texts/flags.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { cleanText } from '../../reading/texts/spelling.ts'
import type { CellValue } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { columnOf, type Plan } from '../plan.ts'
import { CHOICE_WORDS } from './vocabulary.ts'
import type { OwnTable } from './table.ts'

/** Which column of the table goes into which column of the plan, by title; null where none does. */
export type Mapping = Readonly<Record<string, number | null>>

/** A word of the table, what it may stand for in the plan, and in how many rows it stands. */
export interface FoundWord<T extends string | number = string | number> {
  /** As it is first written. */
  word: string
  /** By which it is known in whatever case and with whatever spaces it is written. */
  key: string
  rows: number
  /** "" where it says that there is nothing to say; null where only a person can tell. */
  guess: T | '' | null
}

export interface WordsOfColumn {
  title: string
  choices: readonly string[]
  words: FoundWord<string>[]
}

/** The words in the columns that have choices, each once, in the order of the table. */
export function wordsToMap(plan: Plan, table: OwnTable, mapping: Mapping): WordsOfColumn[] {
  return mappedColumns(mapping).flatMap(([title, at]) => {
    const { choices } = columnOf(plan, title)
    if (!choices) return []
    const guess = (word: string) => guessWord(word, choices, table.titles[at]!)
    return [{ title, choices, words: distinctWords(cellsIn(table, at), guess) }]
  })
}

/** The columns that are mapped, with their places in the table. */
export function mappedColumns(mapping: Mapping): [title: string, at: number][] {
  return Object.entries(mapping).filter((entry): entry is [string, number] => entry[1] !== null)
}

export function cellsIn({ rows }: OwnTable, at: number): CellValue[] {
  return rows.map((row) => row[at] ?? null)
}

export function distinctWords<T extends string | number>(
  cells: readonly CellValue[],
  guess: (word: string) => T | '' | null,
): FoundWord<T>[] {
  const found = new Map<string, FoundWord<T>>()
  for (const cell of cells) {
    if (isBlank(cell)) continue
    const word = textOf(cell).trim()
    const known = found.get(wordKey(word))
    if (known) known.rows++
    else found.set(wordKey(word), { word, key: wordKey(word), rows: 1, guess: guess(word) })
  }
  return [...found.values()]
}

/** A word as it is compared. */
export function wordKey(word: string): string {
  return cleanText(word).trim().toLowerCase()
}

/** A word without accents as well: people leave them out. */
export function bare(word: string): string {
  return wordKey(word)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\.$/, '')
}

/** A comment is no word. */
const LONGEST = 60

/** The choice that a word stands for; "" where it says that there is none, null where it may be several or none. */
export function guessWord(word: string, choices: readonly string[], title = ''): string | null {
  if (isPlaceholder(word)) return ''
  if (word.length > LONGEST) return null
  const key = bare(word)
  const same = choices.find((choice) => choice === key)
  if (same !== undefined) return same
  const known = choices.filter((choice) => (CHOICE_WORDS[choice] ?? '').split('|').includes(key))
  if (known.length > 0) return only(known)
  return answered(word, choices, title) ?? named(key, choices)
}

/** Of a column that is called “Tangible?”, yes is tangible and no the other one. */
function answered(word: string, choices: readonly string[], title: string): string | null {
  const [one, other] = choices
  const answer = readFlag(word, 'good')
  if (!answer?.isPlain || choices.length !== 2) return null
  const asked = choices.find((choice) => choice === bare(title).replace(/^is it | ?\?$/g, ''))
  if (asked === undefined) return null
  return (answer.flag === 1) === (asked === one) ? one! : other!
}

function named(key: string, choices: readonly string[]): string | null {
  const words: readonly string[] = key.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > 4 || words.some((word) => NOT.test(word))) return null
  const said = stems(key)
  const isSaid = (choice: string) => {
    const own = stems(choice)
    // Of small words such as “do” nothing is left.
    return own.length > 0 ? own.every((stem) => said.includes(stem)) : words.includes(choice)
  }
  const mentioned = choices.filter(isSaid)
  if (mentioned.length > 0) return only(mentioned)
  const begun = choices.filter((choice) => choice.split(' ').some((part) => part.startsWith(key)))
  if (begun.length > 0) return only(begun)
  // A slip of the shorter of two alike words may be one of the longer.
  return only(choices.filter((choice) => choice.length > 5 && distance(choice, key) <= (choice.length > 8 ? 2 : 1)))
}

const NOT = /^(?:not?|non|un|neither|nor|nicht|kein|ni|sin|both|and|or|beide|und)$/

function only(choices: readonly string[]): string | null {
  return choices.length === 1 ? choices[0]! : null
}
