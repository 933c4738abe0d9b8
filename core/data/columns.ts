import { CellError, isBlank, type Cell } from '../cell.ts'
import { isDateText } from '../reading/texts/dates.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import { cleanText, hasUnseen, isPlain } from '../reading/texts/spelling.ts'
import { FIRST_SERIAL, LAST_SERIAL } from '../statistics/time/calendar.ts'
import { firstAlike, hashOfAnyCase } from './alike.ts'
import { readsAsNumber } from './table.ts'

export type Kind = 'blank' | 'error' | 'number' | 'TRUE or FALSE' | 'text' | 'number as text' | 'date as text'

/** What a cell is, in a column of this title. */
export function kindOf(cell: Cell, title: string): Kind {
  if (cell instanceof CellError) return 'error'
  if (isBlank(cell)) return 'blank'
  if (typeof cell === 'number') return 'number'
  if (typeof cell === 'boolean') return 'TRUE or FALSE'
  if (!HAS_DIGIT.test(cell)) return 'text'
  // 20240301 is a number elsewhere.
  if (isDateText(cell) && (DATE_TITLE.test(title) || !/^\s*\d+\s*$/.test(cell))) return 'date as text'
  return readsAsNumber(cell) ? 'number as text' : 'text'
}

/** Without one, of whatever script, no text is a number or a date. */
const HAS_DIGIT = /\p{Nd}/u

export function isSerial(cell: Cell | undefined): cell is number {
  return typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1
}

/** A title that speaks of dates or times. */
export const DATE_TITLE =
  /(?:^|[\s_-])(?:dates?|day|time|timestamp|created|opened|closed|replied|delivered|promised)(?:$|[\s_-])|[\s_-](?:at|on)$/i
/** A title of what has one name each. */
export const ID_TITLE =
  /(?:^|[\s_-])(?:ids?|uuid|key|sku|e-?mail|ticket|case|order|invoice|number|no\.?|nr\.?|code|reference)$/i
const WHO_TITLE =
  /(?:^|[\s_-])(?:customer|client|user|account|member|subscriber|respondent|company|contact|e-?mail)s?$/i

/** Whether a column tells who or which one it is about. */
export function tellsWho(title: string): boolean {
  return ID_TITLE.test(title) || WHO_TITLE.test(title)
}

/** A space before or after, or two within a line. */
const STRAY = /^\s|\s$|[^\S\r\n]{2}/
const UNUSUAL_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/

export function hasStraySpaces(text: string): boolean {
  return STRAY.test(text)
}

/** Marks that nobody sees, and spaces that are no spaces to a program. */
export function hasInvisibleMarks(text: string): boolean {
  return hasUnseen(text) || UNUSUAL_SPACE.test(text)
}

/** Words with single spaces between them: most texts have neither stray spaces nor marks. */
const NEAT = /^[!-~]+(?: [!-~]+)*$/

export function isNeat(text: string): boolean {
  return NEAT.test(text)
}

/** A text of several lines as it reads, line by line. */
export function trimmedText(text: string): string {
  const lines = text.split(/\r\n|\r|\n/).map(cleanText)
  const first = lines.findIndex((line) => line !== '')
  while (lines[lines.length - 1] === '') lines.pop()
  return lines.slice(Math.max(0, first)).join('\n')
}

/** An id as it is compared: whoever has an address has it in any case. */
export function idText(cell: Exclude<Cell, CellError>): string {
  const text = String(cell).trim()
  return text.includes('@') ? text.toLowerCase() : text
}

/**
 * The ids that are written in several ways which differ only by capital letters or by what nobody sees, each with the way
 * that is written most often. Codes of mixed letters, such as 0015g0XyZ, may differ by them.
 */
export function spellings(cells: readonly Cell[]): Map<string, string> {
  const groups = new Map<string, { ways: Set<string>; counts: Map<string, number> }>()
  for (const cell of writtenInWays(cells)) {
    if (typeof cell !== 'string' || isBlank(cell) || isPlaceholder(cell)) continue
    const read = cleanText(cell)
    const key = isOfOneCase(read) ? read.toLowerCase() : read
    const group = groups.get(key) ?? { ways: new Set(), counts: new Map() }
    groups.set(key, group)
    group.ways.add(cell)
    group.counts.set(read, (group.counts.get(read) ?? 0) + 1)
  }
  const chosen = new Map<string, string>()
  for (const [key, { ways, counts }] of groups) {
    if (ways.size < 2) continue
    const most = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
    const written = key.includes('@') ? key : most
    for (const way of ways) if (way !== written) chosen.set(way, written)
  }
  return chosen
}

/** The texts among cells that differ from another one by no more than capital letters or what nobody sees, and that one. */
function writtenInWays(cells: readonly Cell[]): Cell[] {
  const hashes = new Int32Array(cells.length)
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    if (typeof cell === 'string' && !isBlank(cell)) hashes[i] = hashOfAnyCase(isPlain(cell) ? cell : smallText(cell))
  }
  const first = firstAlike(hashes, (row, earlier) => {
    const [one, other] = [cells[row] as string, cells[earlier] as string]
    return one === other || smallText(one) === smallText(other)
  })
  const several = new Set<number>()
  for (let i = 0; i < first.length; i++) if (cells[i] !== cells[first[i]!]) several.add(first[i]!)
  return cells.filter((_, i) => several.has(first[i]!))
}

function smallText(text: string): string {
  return cleanText(text).toLowerCase()
}

/** Whether capital letters say nothing: ann@x, ANN, Ann Lee. */
function isOfOneCase(text: string): boolean {
  if (text.includes('@')) return true
  if (text.length < 3) return false
  const isPlain = text === text.toLowerCase() || text === text.toUpperCase()
  return isPlain || text.split(' ').every((word) => word.slice(1) === word.slice(1).toLowerCase())
}
