import { useEffect, useState } from 'preact/hooks'
import type { Book } from '../../../sheet/book.ts'
import { guessChoices, type ImportChoices } from '../../../plans/importing/importRows.ts'
import type { Scale } from '../../../plans/importing/scales.ts'
import { tableIn, type OwnTable } from '../../../plans/importing/table.ts'
import type { Plan } from '../../../plans/plan.ts'
import { texts } from '../../texts/texts.ts'
import { newId } from '../store.ts'

/** Somebody’s table as it was looked at, and what its columns, words and scales are to be in the plan. */
export interface OwnImport {
  sheet: string
  table: OwnTable
  choices: ImportChoices
  /** Of the rows to be, so that importing them twice adds them once. */
  ids: readonly string[]
}

/** A table while its import is prepared: it is there until it is imported, whatever a person looks at meanwhile. */
export interface Importing {
  own: OwnImport | null
  setOwn(own: OwnImport | null): void
}

export function useImporting(book: Book): Importing {
  const [own, setOwn] = useState<OwnImport | null>(null)
  // Another workbook does not have it.
  useEffect(() => book.watchWorkbook(() => setOwn(null)), [])
  return { own, setOwn }
}

/** The table in a sheet, or the sentence that says why there is none. */
export async function readTable(book: Book, sheet: string): Promise<OwnTable | { problem: string }> {
  const content = await book.readSheet(sheet)
  return content ? tableIn(content) : { problem: texts.plans.importing.isGone(sheet) }
}

/** A table that is looked at, with what is likely meant. What was chosen for it before stays. */
export function begun(plan: Plan, sheet: string, table: OwnTable, before: OwnImport | null): OwnImport {
  const ids = table.rows.map(() => newId())
  const isSame = before?.sheet === sheet && same(before.table.titles, table.titles)
  if (!isSame) return { sheet, table, ids, choices: guessChoices(plan, table) }
  const { mapping, words, scales } = before.choices
  const guessed = guessChoices(plan, table, mapping)
  const known = Object.entries(guessed.words).map(([title, guesses]) => [
    title,
    new Map([...guesses, ...(words[title] ?? [])]),
  ])
  return { sheet, table, ids, choices: { mapping, words: Object.fromEntries(known), scales } }
}

/** Whether two tables hold the same, and in the same rows. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Another column of the table for one of the plan, with guesses for its words and scale; null for none. */
export function withColumn(plan: Plan, own: OwnImport, title: string, at: number | null): OwnImport {
  const { choices, table } = own
  const mapping = { ...choices.mapping, [title]: at }
  const { words, scales } = guessChoices(plan, table, { [title]: at })
  return {
    ...own,
    choices: { mapping, words: { ...choices.words, ...words }, scales: { ...choices.scales, ...scales } },
  }
}

/** What a word of a column stands for; "" for nothing, undefined where that is to be decided yet. */
export function withWord(own: OwnImport, title: string, key: string, meant: string | number | undefined): OwnImport {
  const words = new Map(own.choices.words[title])
  if (meant === undefined) words.delete(key)
  else words.set(key, meant)
  return { ...own, choices: { ...own.choices, words: { ...own.choices.words, [title]: words } } }
}

export function withScale(own: OwnImport, title: string, scale: Scale): OwnImport {
  return { ...own, choices: { ...own.choices, scales: { ...own.choices.scales, [title]: scale } } }
}
