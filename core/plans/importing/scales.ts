import { isBlank } from '../../cell.ts'
import { decimalMarkOf, labelledNumber, numberBy, readNumber, type DecimalMark } from '../../reading/texts/numbers.ts'
import { isPlaceholder } from '../../reading/texts/placeholders.ts'
import { keyed } from '../../reading/texts/spelling.ts'
import type { CellValue } from '../../sheet/book.ts'
import { textOf } from '../../sheet/rows.ts'
import { columnOf, type Plan } from '../plan.ts'
import type { OwnTable } from './table.ts'
import { SCORE_WORDS } from './vocabulary.ts'
import { bare, cellsIn, distinctWords, mappedColumns, type FoundWord, type Mapping } from './words.ts'

export interface Scale {
  least: number
  most: number
}

export interface ScaleOfColumn {
  title: string
  /** The scale of the plan. */
  range: Scale
  /** The least and most of the numbers that do not say themselves how many they are out of; null where there are none. */
  found: Scale | null
  /** The scale they are on: the chosen one, or the one that is likely; null where none holds nearly all. */
  scale: Scale | null
  /** The scales that hold them, to choose from. */
  scales: Scale[]
  /** Each score that is written, what it becomes, and in how many rows it stands. */
  values: { text: string; rows: number; becomes: number | null }[]
  /** Scores in words, such as high. */
  words: FoundWord<number>[]
}

/** The scores of a table on the scales of the plan. They come to the nearest half, unless they are on that scale already. */
export function scalesToMap(
  plan: Plan,
  table: OwnTable,
  mapping: Mapping,
  chosen: Readonly<Record<string, Scale | null>> = {},
): ScaleOfColumn[] {
  const columns = mappedColumns(mapping).flatMap(([title, at]) => {
    const { range } = columnOf(plan, title)
    if (!range) return []
    const cells = cellsIn(table, at)
    return [{ title, range: { least: range[0], most: range[1] }, cells, scores: scoresIn(cells) }]
  })
  return columns.map(({ title, range, cells, scores }) => {
    // What is promised and what is delivered are told on one scale, though one of them may not reach its ends.
    const alike = columns.filter((other) => isSame(other.range, range)).flatMap((other) => plainNumbers(other.scores))
    const scale = title in chosen ? chosen[title]! : guessScale(alike, range)
    const own = plainNumbers(scores)
    const written = cells.filter((_, i) => scores[i])
    const becomes = new Map(
      scores.flatMap((score, i) => (score ? [[textOf(cells[i]!).trim(), rescaled(score, scale, range)]] : [])),
    )
    return {
      title,
      range,
      found: endsOf(own),
      scale,
      scales: scalesHolding(own, range),
      values: distinctWords(written, () => null).map(({ word, rows }) => ({
        text: word,
        rows,
        becomes: becomes.get(word) ?? null,
      })),
      words: wordsIn(
        cells.filter((_, i) => !scores[i]),
        range,
      ),
    }
  })
}

/** A score as it is written: a number, and the scale where it says that itself, as 4/5 does. */
export interface Score {
  value: number
  own: Scale | null
}

/** What the cells of a column say as scores; null where a cell says no number. */
export function scoresIn(cells: readonly CellValue[]): (Score | null)[] {
  const mark = decimalMarkOf(cells.filter((cell) => typeof cell === 'string'))
  const read = cells.map((cell) => scoreIn(cell, mark))
  // Who gives none of five stars begins to count at none.
  const hasNone = read.some((score) => score?.own && score.value === 0)
  return read.map((score) => (score?.own && hasNone ? { ...score, own: { ...score.own, least: 0 } } : score))
}

const FILLED = /[★⭐✭]/gu
const STARS = /^[★⭐✭]*[☆✩]*$/u
const OUT_OF = /^(.+?) ?(?:\/|out of|of|von|sur|de) ?(\d{1,3})$/i

function scoreIn(cell: CellValue, mark: DecimalMark | 'both' | undefined): Score | null {
  if (typeof cell === 'number') return { value: cell, own: null }
  if (typeof cell !== 'string' || isBlank(cell) || cell.length > LONGEST) return null
  const written = keyed(cell).replace(/\ufe0f/g, '')
  if (STARS.test(written.replace(/ /g, ''))) {
    const value = written.match(FILLED)?.length ?? 0
    const all = written.replace(/ /g, '').length
    return { value, own: { least: 1, most: Math.max(value === all ? FIVE_STARS : 0, all) } }
  }
  const [, before = '', most = ''] = OUT_OF.exec(written) ?? []
  const value = numberBy(readNumber(before || written), mark)
  if (before && Number(most) > 1 && !Number.isNaN(value)) {
    return { value, own: { least: Number(most) < 100 ? 1 : 0, most: Number(most) } }
  }
  if (before) return null
  const reading = readNumber(written)
  if (reading.kind === 'number' && reading.percent) return { value: reading.value * 100, own: { least: 0, most: 100 } }
  const number = Number.isNaN(value) ? labelledNumber(written) : value
  return Number.isNaN(number) ? null : { value: number, own: null }
}

const LONGEST = 60
/** Stars alone do not say out of how many. */
const FIVE_STARS = 5

function plainNumbers(scores: readonly (Score | null)[]): number[] {
  return scores.flatMap((score) => (score && !score.own ? [score.value] : []))
}

/** The usual scales, those first that are likely where several hold all scores. */
function scalesFor(range: Scale): Scale[] {
  const scales = [
    range,
    { least: 0, most: range.most },
    { least: 1, most: 10 },
    { least: 0, most: 10 },
    { least: 0, most: 100 },
    { least: 1, most: 3 },
    { least: 1, most: 4 },
    { least: 1, most: 7 },
    { least: 0, most: 1 },
    { least: -2, most: 2 },
  ]
  return scales.filter((scale, i) => scales.findIndex((other) => isSame(other, scale)) === i)
}

/** The scales that hold all scores, or where none does, all but a slip here and there. */
function scalesHolding(numbers: readonly number[], range: Scale): Scale[] {
  const heldBy = (scale: Scale) => numbers.filter((number) => holds(scale, number)).length
  const all = scalesFor(range).filter((scale) => heldBy(scale) === numbers.length)
  return all.length > 0 ? all : scalesFor(range).filter((scale) => heldBy(scale) >= 0.9 * numbers.length)
}

function guessScale(numbers: readonly number[], range: Scale): Scale | null {
  const shares = { least: 0, most: 1 }
  if (numbers.some((number) => !Number.isInteger(number)) && numbers.every((number) => holds(shares, number)))
    return shares
  return scalesHolding(numbers, range)[0] ?? null
}

function holds({ least, most }: Scale, number: number): boolean {
  return number >= least && number <= most
}

function isSame(one: Scale, other: Scale): boolean {
  return one.least === other.least && one.most === other.most
}

function endsOf(numbers: readonly number[]): Scale | null {
  if (numbers.length === 0) return null
  return numbers.reduce(
    ({ least, most }, number) => ({ least: Math.min(least, number), most: Math.max(most, number) }),
    {
      least: Infinity,
      most: -Infinity,
    },
  )
}

/** A score on the scale of the plan, to the nearest half where that is another one; null where it lies outside of its own. */
export function rescaled({ value, own }: Score, scale: Scale | null, range: Scale): number | null {
  const from = own ?? scale
  if (!from || !holds(from, value)) return null
  if (isSame(from, range)) return value
  const share = (value - from.least) / (from.most - from.least)
  return Math.round(2 * (range.least + share * (range.most - range.least))) / 2
}

function wordsIn(cells: readonly CellValue[], range: Scale): FoundWord<number>[] {
  const steps = cells.map((cell) => stepOf(textOf(cell)))
  const hasVery = steps.some((step) => step === 0 || step === SCORE_WORDS.length - 1)
  return distinctWords(cells, (word) => {
    if (isPlaceholder(word)) return ''
    const step = stepOf(word)
    if (step < 0) return null
    // Where nobody says “very”, high is as high as it gets.
    const share = hasVery ? step / (SCORE_WORDS.length - 1) : (step - 1) / (SCORE_WORDS.length - 3)
    return Math.round(2 * (range.least + share * (range.most - range.least))) / 2
  })
}

/** Whether a word says how much, such as high. */
export function isScoreWord(word: string): boolean {
  return stepOf(word) >= 0
}

function stepOf(word: string): number {
  return word.length > LONGEST ? -1 : SCORE_WORDS.findIndex((words) => words.split('|').includes(bare(word)))
}
