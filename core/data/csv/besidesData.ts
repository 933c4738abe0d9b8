/** The rows of a file that are no data, as far as one can see: what stands above the titles, below them, and at the end. */
export interface BesidesData {
  /** How many rows stand above the titles. */
  above: number
  /** How many rows below the titles are titles as well. */
  secondTitles: number
  /** How many rows at the end are totals, notes or blank. */
  below: number
  /** The first words of the lines, to show what is meant. */
  shown: { above: string; secondTitles: string; below: string }
}

type Row = readonly string[]

/** What a file holds besides its data, or undefined. It is only a guess from the looks of the rows: a person must decide. */
export function besidesData(rows: readonly Row[]): BesidesData | undefined {
  const width = usualWidth(rows)
  if (width < 2) return undefined
  const above = titlesAt(rows, width)
  const secondTitles = secondTitlesAfter(rows, above)
  const below = notesAtEnd(rows, above + secondTitles, width)
  if (above + secondTitles + below === 0) return undefined
  const first = (from: number, count: number) =>
    rows
      .slice(from, from + count)
      .map((row) => row.filter(isFilled).join(' ').trim())
      .find((text) => text !== '' && !/^#?[\s\-–—=_*]*$/.test(text)) ?? ''
  return {
    above,
    secondTitles,
    below,
    shown: {
      above: first(0, above),
      secondTitles: first(above + 1, secondTitles),
      below: first(rows.length - below, below),
    },
  }
}

/** The rows without those. A second title takes the place of a blank one above it. */
export function dataOnly(rows: readonly string[][], { above, secondTitles, below }: BesidesData): string[][] {
  const titles = [...rows[above]!]
  if (secondTitles > 0) rows[above + 1]!.forEach((title, column) => (titles[column] ||= title))
  return [titles, ...rows.slice(above + 1 + secondTitles, rows.length - below)]
}

/** What the rows are that could be left out, in one sentence. */
export function describe({ above, secondTitles, below, shown }: BesidesData): string {
  const like = (text: string) => (text === '' ? '' : ` (“${text.length > 40 ? `${text.slice(0, 39)}…` : text}”)`)
  const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`)
  const parts = [
    above > 0 && `${rows(above)} above the titles${like(shown.above)}`,
    secondTitles > 0 && `${rows(secondTitles)} of further titles below them${like(shown.secondTitles)}`,
    below > 0 && `${rows(below)} at the end${like(shown.below)}`,
  ].filter((part) => part !== false)
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}` : parts[0]!
  return `${list} ${above + secondTitles + below === 1 ? 'looks' : 'look'} as if not part of the data.`
}

const SAMPLE_ROWS = 500

const isFilled = (cell: string) => cell.trim() !== ''
const filled = (row: Row) => row.reduce((count, cell) => count + Number(isFilled(cell)), 0)
/** A line of words after #, and not an order such as #1001 beside other cells, nor a title # of numbers. */
const isComment = (row: Row) => /^\s*#+\s+\S/.test(row[0]!) || (/^\s*#/.test(row[0]!) && filled(row) === 1)
const isNumberOrDate = (cell: string) => /\d/.test(cell) && !/\p{L}/u.test(cell)

/** How many cells of a row usually are filled, with those between them. */
function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    const width = lastFilled(row) + 1
    if (width > 0 && !isComment(row)) counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  return [...counts].sort(([width, count], [other, others]) => others - count || other - width)[0]?.[0] ?? 0
}

function lastFilled(row: Row): number {
  let at = row.length - 1
  while (at >= 0 && !isFilled(row[at]!)) at--
  return at
}

const MOST_ABOVE = 30

/** The first row that is as full as the others and all words, if what stands above it is comments, blanks and narrow lines. */
function titlesAt(rows: readonly Row[], width: number): number {
  for (let at = 0; at < Math.min(rows.length - 1, MOST_ABOVE); at++) {
    const row = rows[at]!
    if (isComment(row)) continue
    const cells = filled(row)
    if (cells >= width) return row.some(isNumberOrDate) ? 0 : at
    // A title may be missing, and a file without anything above its titles is an ordinary one.
    if (at === 0 ? cells > Math.max(1, Math.min(2, width - 2)) : cells > 2) return 0
  }
  return 0
}

const SECOND_TITLE = /^(?:open-ended response|response)$/i
const IMPORT_ID = /^\{?['"]?importid/i
const QUESTION = /\?\s*$|^.{40,}$/s

/** Surveys write the question, the kind of answer or an id under each title. */
function secondTitlesAfter(rows: readonly Row[], titles: number): number {
  const [first, second] = [rows[titles + 1], rows[titles + 2]]
  if (!first || !second) return 0
  if (first.some((cell) => IMPORT_ID.test(cell.trim()))) return 1
  if (second.some((cell) => IMPORT_ID.test(cell.trim()))) return 2
  const below = rows.slice(titles + 2, titles + 2 + SAMPLE_ROWS)
  const hasNumbersBelow = below.some((row) => row.some(isNumberOrDate))
  if (!hasNumbersBelow || first.some(isNumberOrDate)) return 0
  if (first.some((cell) => SECOND_TITLE.test(cell.trim()))) return 1
  const questions = first.filter((cell, column) => QUESTION.test(cell) && below.every((row) => row[column] !== cell))
  const isLikeTitles = questions.length >= 1 && questions.length * 2 >= filled(first)
  const areOthersShort = below.every((row) => row.filter((cell) => QUESTION.test(cell)).length * 2 < filled(first))
  return isLikeTitles && areOthersShort ? 1 : 0
}

const TOTAL =
  /^(?:grand[ -]?|sub[ -]?|report )?(?:total|totals|totaal|totale|totales|gesamt|gesamtsumme|gesamtergebnis|summe|somme|suma|итого)(?: (?:général|general|generale))?(?:\s*[:(–-].*)?$/iu
const MOST_BELOW = 12

/** Totals, comments, and the narrow lines and blanks among them. */
function notesAtEnd(rows: readonly Row[], after: number, width: number): number {
  let below = 0
  for (let count = 1; count <= MOST_BELOW; count++) {
    const row = rows[rows.length - count]
    if (!row || rows.length - count <= after) break
    if (isTotal(row) || isComment(row) || isFootnote(row, width)) below = count
    else if (filled(row) > 0) break
  }
  return below > 0 ? below + blanksBefore(rows, rows.length - below) : 0
}

function isTotal(row: Row): boolean {
  const first = row.find(isFilled)?.trim()
  return first !== undefined && TOTAL.test(first)
}

/** One sentence where the other rows have several cells. */
function isFootnote(row: Row, width: number): boolean {
  return width > 2 && filled(row) === 1 && isFilled(row[0]!) && /\s|:/.test(row[0]!.trim()) && !isNumberOrDate(row[0]!)
}

function blanksBefore(rows: readonly Row[], at: number): number {
  let blanks = 0
  while (at - blanks > 1 && filled(rows[at - blanks - 1]!) === 0) blanks++
  return blanks
}
