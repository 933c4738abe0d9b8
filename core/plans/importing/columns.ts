import { distance } from 'fastest-levenshtein'
import { stems } from '../../catalogue/ranking.ts'
import { isBlank } from '../../cell.ts'
import { isDateText } from '../../reading/texts/dates.ts'
import { readNumber } from '../../reading/texts/numbers.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { titleText } from '../../reading/titles.ts'
import { isDateFormat } from '../../metric.ts'
import type { CellValue } from '../../sheet/book.ts'
import { FIRST_SERIAL, LAST_SERIAL } from '../../statistics/time/calendar.ts'
import { ID, type Column, type Plan } from '../plan.ts'
import { isScoreWord, scoresIn } from './scales.ts'
import type { OwnTable } from './table.ts'
import { HEADINGS, OTHER_HEADINGS } from './vocabulary.ts'
import { bare, distinctWords, guessWord } from './words.ts'

/** The columns of a plan that a table may fill: those of a person, targets and values as numbers, and the last review. */
export function importColumns({ columns, link, isRecord }: Plan): Column[] {
  if (isRecord) return []
  const further: readonly (string | undefined)[] = [link?.target, link?.value, 'Reviewed on']
  return columns.filter(({ title, by }) => title !== ID && (by === undefined || further.includes(title)))
}

/** What the cells of a column are to be. */
export type Filling = 'choice' | 'score' | 'date' | 'number' | 'target' | 'text'

export function fillingOf({ link, trail }: Plan, { title, kind, format, choices, range }: Column): Filling {
  if (choices) return 'choice'
  if (range) return 'score'
  if (kind === 'date' || isDateFormat(format)) return 'date'
  if (kind === 'number' || kind === 'share' || kind === 'money' || title === link?.value) return 'number'
  return title === link?.target || title === trail?.of || title === trail?.old ? 'target' : 'text'
}

/** What is less likely than this is not offered. */
const LIKELY = 30
/** Cells that do not fit outweigh the title. */
const AGAINST = -100

/** Which column of the table is likely meant for each of the plan, none for two of them; null where none is. */
export function guessColumns(plan: Plan, table: OwnTable): Record<string, number | null> {
  const columns = importColumns(plan)
  const mapping: Record<string, number | null> = Object.fromEntries(columns.map(({ title }) => [title, null]))
  const sources = table.titles.map((title, at) => ({ at, title, said: saidIn(title), cells: sampleOf(table, at) }))
  const pairs = columns
    .flatMap((column) => {
      const phrases = [column.title, ...(HEADINGS[column.title]?.split('|') ?? [])].map(saidIn)
      const help = stems(column.help)
      return sources.map((source) => ({
        title: column.title,
        at: source.at,
        score: scoreOf(plan, column, source, titleScore(source.said, phrases, help)),
      }))
    })
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score)
  const used = new Set<number>()
  for (const { title, at } of pairs) {
    if (mapping[title] !== null || used.has(at)) continue
    mapping[title] = at
    used.add(at)
  }
  if (mapping[plan.key] === null) {
    mapping[plan.key] = sources.find(({ at, cells }) => !used.has(at) && areNames(cells))?.at ?? null
  }
  return mapping
}

/** A column of the table with some of its cells that say something. */
interface Source {
  title: string
  said: Said
  cells: readonly CellValue[]
}

/** What a title says. */
interface Said {
  text: string
  stems: readonly string[]
}

function saidIn(title: string): Said {
  const text = plain(title)
  return { text, stems: stems(text) }
}

/** So many cells tell what a column holds. */
const SAMPLE = 200

function sampleOf(table: OwnTable, at: number): CellValue[] {
  const cells: CellValue[] = []
  for (const row of table.rows) {
    const cell = row[at] ?? null
    if (!isBlank(cell) && !isPlaceholder(String(cell))) cells.push(cell)
    if (cells.length === SAMPLE) break
  }
  return cells
}

function scoreOf(plan: Plan, column: Column, { title, said, cells }: Source, likeness: number): number {
  if (OTHER_HEADINGS[column.title]?.test(said.text)) return 0
  return likeness + contentScore(fillingOf(plan, column), column, cells, title, likeness)
}

/** How much a title is that of a column: its own is the first of the phrases, then what people call it, then what is said of it. */
function titleScore(title: Said, phrases: readonly Said[], help: readonly string[]): number {
  const known = Math.max(...phrases.map((phrase, i) => likeness(title, phrase) - (i === 0 ? 0 : 10)), 0)
  const shared = Math.min(20, 10 * help.filter((stem) => title.stems.includes(stem)).length)
  return known + shared * (known > 0 ? 0.1 : 1)
}

function likeness(title: Said, phrase: Said): number {
  if (title.text === '') return 0
  if (title.text === phrase.text) return 100
  // What is left of “review every” without its small words stands in many titles.
  const isWhole = phrase.stems.length === phrase.text.split(' ').length
  if (isWhole && phrase.stems.every((stem) => title.stems.includes(stem))) {
    return Math.max(45, 75 - 5 * (title.stems.length - phrase.stems.length))
  }
  const mayBeSlip = phrase.text.length > 5 && Math.abs(phrase.text.length - title.text.length) <= 2
  return mayBeSlip && distance(title.text, phrase.text) <= 2 ? 55 : 0
}

/** A title in small letters without accents and marks. */
function plain(title: string): string {
  return bare(titleText(title))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What the cells say for a column, or against it. */
function contentScore(
  filling: Filling,
  { choices }: Column,
  cells: readonly CellValue[],
  title: string,
  likeness: number,
): number {
  if (cells.length === 0) return 0
  const share = (is: (cell: CellValue) => boolean) => cells.filter(is).length / cells.length
  if (filling === 'choice') return wordScore(choices!, cells, title, likeness)
  if (filling === 'score') {
    const scores = scoresIn(cells)
    return cells.filter((cell, i) => scores[i] || isScoreWord(String(cell))).length >= cells.length / 2 ? 0 : AGAINST
  }
  if (filling === 'date') return share(isDay) >= 0.5 ? 0 : AGAINST
  if (filling === 'number') return share(isNumber) >= 0.5 ? 0 : AGAINST
  // Whoever is called Lead is a person, and a lead time is none.
  return filling === 'text' && share(isNumber) > 0.5 ? AGAINST : 0
}

/** A column in which all words are choices is likely to be meant, whatever it is called. */
function wordScore(choices: readonly string[], cells: readonly CellValue[], title: string, likeness: number): number {
  const words = distinctWords(cells, (word) => guessWord(word, choices, title))
  const known = words.filter(({ guess }) => guess !== null).length
  const isMany = words.length > Math.max(12, cells.length / 2)
  if (known === words.length) return likeness > 0 || words.length > 1 || words[0]!.key.length > 3 ? 40 : 0
  return known < words.length / 2 && (likeness < 90 || isMany) ? AGAINST : 0
}

function isNumber(cell: CellValue): boolean {
  if (typeof cell === 'number') return true
  if (typeof cell !== 'string') return false
  const { kind } = readNumber(cell)
  return kind === 'number' || kind === 'either'
}

export function isDay(cell: CellValue): boolean {
  if (typeof cell === 'number') return cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1
  return typeof cell === 'string' && isDateText(cell)
}

/** Whether cells tell rows apart in words. */
function areNames(cells: readonly CellValue[]): boolean {
  const texts = cells.filter((cell) => typeof cell === 'string' && !isBlank(cell) && !isNumber(cell))
  const words = distinctWords(texts, () => null)
  return texts.length > 0 && 2 * texts.length >= cells.length && 2 * words.length >= texts.length
}
