/** A quotation mark that is not closed, or one that may be missing: its line, counted from 1. */
export interface QuoteFault {
  line: number
  kind: 'not closed' | 'over lines'
  /** The last line of a cell that goes over several. */
  lastLine: number
}

/** Windows, old Mac and mixed line ends as line feeds. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/**
 * The rows of a text with one delimiter, one after the other. A cell in quotes may hold delimiters, line feeds and doubled
 * quotes. A quote that is not closed is a letter like any other, so that it swallows nothing, and is noted.
 */
export function* splitRows(
  text: string,
  delimiter: string,
  faults: QuoteFault[] = [],
  firstLine = 1,
): Generator<string[]> {
  let line = firstLine
  let nextQuote = -1
  let at = 0
  let titles = 0
  while (at < text.length) {
    const end = endOf(text, '\n', at)
    if (nextQuote < at) nextQuote = endOf(text, '"', at)
    // Most lines have no quotes at all.
    if (nextQuote >= end) {
      const row = text.slice(at, end).split(delimiter)
      titles ||= row.length
      yield row
      at = end + 1
      line++
      continue
    }
    const quoted = quotedRow(text, at, delimiter)
    titles ||= quoted.row.length
    for (const fault of quoted.faults)
      faults.push({ ...fault, line: line + fault.line, lastLine: line + fault.lastLine })
    const lines = quoted.lines
    const swallowed = lines > 0 && titles > 1 && hasWholeRow(quoted.row, delimiter, titles)
    if (swallowed) faults.push({ kind: 'over lines', line, lastLine: line + lines })
    yield quoted.row
    at = quoted.end + 1
    line += lines + 1
  }
}

function endOf(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found
}

/** A row that has quotes, where it ends, and how many line feeds are within its cells. */
function quotedRow(text: string, start: number, delimiter: string) {
  const row: string[] = []
  const faults: QuoteFault[] = []
  let lines = 0
  let at = start
  for (;;) {
    const quoted = text[at] === '"' ? quotedCell(text, at, delimiter) : undefined
    if (!quoted && text[at] === '"') faults.push({ kind: 'not closed', line: lines, lastLine: lines })
    const end = quoted?.end ?? plainEnd(text, at, delimiter)
    row.push(quoted?.value ?? text.slice(at, end))
    lines += quoted?.lines ?? 0
    if (end >= text.length || text[end] === '\n') return { row, end, lines, faults }
    at = end + 1
  }
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
  return at
}

/** A cell that begins with a quote, unless its closing quote is missing or stands in the middle of a cell. */
function quotedCell(text: string, start: number, delimiter: string) {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return undefined
  let end = close + 1
  while (text[end] === ' ') end++
  if (end < text.length && text[end] !== delimiter && text[end] !== '\n') return undefined
  const inner = text.slice(start + 1, close)
  const lines = inner.includes('\n') ? inner.split('\n').length - 1 : 0
  return { value: inner.includes('"') ? inner.replace(/""/g, '"') : inner, end, lines }
}

/** Whether one of the lines within a cell has as many cells as the titles, as a row has that a quote has swallowed. */
function hasWholeRow(row: readonly string[], delimiter: string, titles: number): boolean {
  return row.some((cell) =>
    cell
      .split('\n')
      .slice(1)
      .some((line) => line.split(delimiter).length === titles),
  )
}

const DELIMITERS = ['\t', ';', '|', ','] as const
const SAMPLE_LETTERS = 50_000
const SAMPLE_ROWS = 200

/** What no file has between its cells, so that a column of texts or numbers with commas stays one. */
const NO_DELIMITER = '\x1f'

/** The delimiter that gives the most rows the same number of cells. */
export function delimiterOf(text: string): string {
  const sample = sampleOf(text)
  let best: { delimiter: string; share: number } = { delimiter: sample.includes(',') ? NO_DELIMITER : ',', share: 0 }
  for (const delimiter of DELIMITERS) {
    const rows = sampleRows(sample, delimiter)
    const found = { delimiter, ...evenness(rows) }
    if (found.width < 2 || (delimiter === ',' && isDecimalComma(rows))) continue
    if (found.share > best.share + 1e-9) best = found
  }
  return best.delimiter
}

/** Whole lines only: a row that is cut would have fewer cells than it has. */
function sampleOf(text: string): string {
  if (text.length <= SAMPLE_LETTERS) return text
  const end = text.lastIndexOf('\n', SAMPLE_LETTERS)
  return end > 0 ? text.slice(0, end) : text.slice(0, SAMPLE_LETTERS)
}

function sampleRows(sample: string, delimiter: string): string[][] {
  const rows: string[][] = []
  for (const row of splitRows(sample, delimiter)) {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row)
    if (rows.length === SAMPLE_ROWS) break
  }
  return rows
}

/**
 * The number of cells that most rows of more than one cell have, and the share of all rows that have it. Below a first row
 * of one cell, which may be the title of sentences with commas, nearly all rows must have more than one.
 */
function evenness(rows: readonly string[][]): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const { length } of rows) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  const byCount = [...counts].sort(([width, count], [other, others]) => others - count || other - width)
  const [width, count] = byCount[0] ?? [1, 0]
  const table = rows.slice(rows.findIndex(({ length }) => length === width))
  const split = table.filter(({ length }) => length > 1).length
  const isOneColumn = rows[0]?.length === 1 && split < NEARLY_ALL * table.length && !isBlock(table, width, count)
  return isOneColumn ? { width: 1, share: 0 } : { width, share: count / Math.max(1, rows.length) }
}

const NEARLY_ALL = 0.8

/** Several rows with the same several cells, all of them together: sentences have as many commas by chance at most. */
function isBlock(table: readonly string[][], width: number, count: number): boolean {
  return width >= 4 && count >= 4 && table.slice(0, count).every(({ length }) => length === width)
}

/** One column of numbers such as 12,5 under a title without a comma. */
function isDecimalComma(rows: readonly string[][]): boolean {
  const split = rows.filter(({ length }) => length > 1)
  return (
    rows[0]?.length === 1 &&
    split.every((row) => row.length === 2 && row.every((part) => /^[+-]?\d+$/.test(part.trim())))
  )
}
