import { date, table, unread, type Arg } from '../../arguments/index.ts'
import { CellError, isBlank, shown, type Cell, type Decode } from '../../cell.ts'
import { isLeftOut } from '../../reading/columns.ts'
import { metric, type Scalar } from '../../metric.ts'
import { isTitle as isWord } from '../../reading/cells.ts'
import { isDateText } from '../../reading/dates.ts'
import { readNumber } from '../../reading/numbers.ts'
import { rangeOf } from '../../reading/range.ts'
import { FIRST_SERIAL, isoText, LAST_SERIAL } from '../../statistics/calendar.ts'
import { parseTarget, type Target } from '../../arguments/target.ts'

export const dataCheck = metric(
  {
    name: 'DATA_CHECK',
    summary:
      'What is wrong in a table before anything is computed from it: blank cells, duplicates, numbers and dates stored as text, mixed types, stray spaces, error cells, and with rules values outside a scale. One row for each finding, with the first rows of the range where it stands.',
    questions: [
      'Is my data clean?',
      'Which cells are blank, duplicates or text instead of numbers?',
      'What is wrong with this table?',
      'Is my spreadsheet data OK?',
    ],
    args: [
      unread('data', 'The table to check, with its header row.'),
      rules(
        'rules',
        'What you know about the columns: a range with the title of a column, then its rules in the cells beside it: a scale such as "1 to 5" or ">= 0", unique, optional (blank cells are fine), date or text. Nothing more is known when left out.',
      ),
      date(
        'as_of',
        'Day after which a date is in the future, such as TODAY(); looked at in columns whose title speaks of a date or time, or that have the rule date. Not looked at when left out.',
        {
          default: null,
        },
      ),
    ],
    returns: {
      table: [
        { name: 'column', unit: 'text' },
        { name: 'finding', unit: 'text' },
        { name: 'cells', unit: 'count' },
        { name: 'rows', unit: 'text' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['order', 'score', 'date'],
            ['A1', 9, '03/04/2026'],
            ['A2', '10', 46085],
            ['A3', 11, null],
          ],
          [['score', '0 to 10']],
        ],
        gives: [
          ['column', 'finding', 'cells', 'rows'],
          ['score', 'number as text', 1, '3'],
          ['score', 'outside 0 to 10', 1, '4'],
          ['date', 'blank', 1, '4'],
          ['date', 'date as text', 1, '2'],
        ],
      },
      {
        cells: [
          [
            ['region', 'sales'],
            ['North', 12],
            ['South', 15],
          ],
        ],
        gives: [
          ['column', 'finding', 'cells', 'rows'],
          ['All', 'nothing found', 0, ''],
        ],
      },
      { cells: [[['score'], [9]], [['scores', '0 to 10']]], gives: '#VALUE!' },
    ],
    source: 'The dimensions of data quality: DAMA UK, “The Six Primary Dimensions for Data Quality Assessment”, 2013.',
  },
  (data, given, asOf) => {
    const { titles, cells, first } = readTable(data.raw, data.decode)
    refuseUnknown(given, titles)
    const findings = titles.flatMap((title, column) => {
      const own = given.filter((rule) => sameTitle(rule.title, title))
      return checkColumn(
        cells.map((row) => row[column]!),
        title,
        own,
        asOf,
      ).map((finding) => ({ title, ...finding }))
    })
    const repeated = repeats(cells.map(rowText))
    if (titles.length > 1 && repeated.length > 0) findings.push({ title: 'All', what: 'duplicate row', rows: repeated })
    const rows = findings.map(({ title, what, rows }): Scalar[] => [title, what, rows.length, placesOf(rows, first)])
    return [['column', 'finding', 'cells', 'rows'], ...(rows.length > 0 ? rows : [['All', 'nothing found', 0, '']])]
  },
)

/** One thing that is wrong in a column, and the rows of the body that have it. */
interface Finding {
  what: string
  rows: number[]
}

interface Rule {
  title: string
  /** As it is written, for the finding. */
  text: string
  scale: Target | undefined
}

const WORDS = ['unique', 'optional', 'date', 'text']

function rules(name: string, help: string): Arg<Rule[]> {
  const block = table(name, help)
  return {
    ...block,
    optional: true,
    read(raw, reading) {
      if (raw === undefined || isLeftOut(raw, reading.decode)) return []
      return block.read(raw, reading).flatMap(([title, ...cells]) =>
        cells
          .filter((cell) => !isBlank(cell))
          .map((cell): Rule => {
            const text = ruleText(cell, name)
            const isWord = WORDS.includes(text.toLowerCase())
            return {
              title: String(title ?? ''),
              text: isWord ? text.toLowerCase() : text,
              scale: isWord ? undefined : scaleOf(text, name),
            }
          }),
      )
    },
  }
}

/** A spreadsheet turns 1-5 into a date when it is typed. */
function ruleText(cell: Exclude<Cell, CellError>, name: string): string {
  if (!isSerial(cell)) return String(cell).trim()
  throw new CellError('#VALUE!', `${name} has the date ${isoText(cell as number)}: write a scale as "1 to 5", not 1-5`)
}

function scaleOf(text: string, name: string): Target {
  try {
    const scale = parseTarget(text)
    const isTime = scale.unit !== undefined && scale.unit !== 'percent'
    if (!isTime && (scale.low !== scale.high || scale.better !== undefined)) return scale
  } catch (error) {
    if (!(error instanceof CellError)) throw error
  }
  throw new CellError(
    '#VALUE!',
    `${name} has “${text}”, use a scale such as "1 to 5" or ">= 0", or ${WORDS.join(', ')}`,
  )
}

function refuseUnknown(given: readonly Rule[], titles: readonly string[]): void {
  for (const { title } of given) {
    if (titles.some((known) => sameTitle(known, title))) continue
    throw new CellError('#VALUE!', `rules names the column ${shown(title)}, data has ${titles.join(', ')}`)
  }
}

function sameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

/**
 * The table without its blank rows at the end. Its first row is the header when every cell of it is a title or blank: a
 * word, or text that begins with a number, such as “30-day retention”, above cells that are no text.
 */
function readTable(raw: unknown, decode: Decode): { titles: string[]; cells: Cell[][]; first: number } {
  const range = rangeOf('data', raw)
  const cells = range.cells.map((row) => row.map(decode))
  while (cells.length > 0 && cells[cells.length - 1]!.every((cell) => !(cell instanceof CellError) && isBlank(cell))) {
    cells.pop()
  }
  const [top, ...body] = cells
  if (!top) throw new CellError('#N/A', 'data has no values')
  const isTitle = (cell: Cell, column: number) =>
    isWord(cell) || (typeof cell === 'string' && mayBeTitle(cell) && isMostlyNoText(body.map((row) => row[column]!)))
  const headed =
    body.length > 0 &&
    top.some((cell) => isWord(cell)) &&
    top.every((cell, column) => cell === null || cell === '' || isTitle(cell, column))
  const titles = top.map((cell, i) => (headed && isTitle(cell, i) ? String(cell).trim() : `column ${i + 1}`))
  return headed ? { titles, cells: body, first: 2 } : { titles, cells, first: 1 }
}

/** “30-day retention” and the year 2025 are titles, 10 and 2026-03-01 are data. */
function mayBeTitle(cell: string): boolean {
  const text = cell.trim()
  return /^(?:19|20)\d\d$/.test(text) || (/\p{L}/u.test(text) && !readsAsNumber(text) && !isDateText(text))
}

function readsAsNumber(text: string): boolean {
  return ['number', 'either'].includes(readNumber(text).kind)
}

function isMostlyNoText(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => cell instanceof CellError || !isBlank(cell))
  return filled.length > 2 * filled.filter((cell) => typeof cell === 'string').length
}

type Kind = 'blank' | 'error' | 'number' | 'TRUE or FALSE' | 'text' | 'number as text' | 'date as text'

function kindOf(cell: Cell): Kind {
  if (cell instanceof CellError) return 'error'
  if (isBlank(cell)) return 'blank'
  if (typeof cell === 'number') return 'number'
  if (typeof cell === 'boolean') return 'TRUE or FALSE'
  if (isDateText(cell)) return 'date as text'
  // 007 is a name, not a number.
  return readsAsNumber(cell) && !/^0\d/.test(cell.trim()) ? 'number as text' : 'text'
}

function checkColumn(cells: readonly Cell[], title: string, rules: readonly Rule[], asOf: number | null): Finding[] {
  const has = (word: string) => rules.some(({ text }) => text === word)
  const byKind = new Map<Kind, number[]>()
  cells.forEach((cell, row) => {
    const kind = kindOf(cell)
    const rows = byKind.get(kind)
    if (rows) rows.push(row)
    else byKind.set(kind, [row])
  })
  const of = (kind: Kind): number[] => byKind.get(kind) ?? []
  const isText = has('text')
  const numbers = isText ? [] : of('number')
  const serials = numbers.filter((row) => isSerial(cells[row]))
  const isScaled = rules.some(({ scale }) => scale !== undefined)
  const others = isText ? [] : [...of('text'), ...of('TRUE or FALSE')].sort((a, b) => a - b)
  const isDates = has('date') || (DATE_TITLE.test(title) && 2 * serials.length > numbers.length)
  const noDates = [...numbers.filter((row) => !isSerial(cells[row])), ...(has('date') ? others : [])]
  const spaced = of('text').filter((row) => STRAY.test(String(cells[row])))
  return [
    { what: 'blank', rows: has('optional') ? [] : of('blank') },
    { what: 'error', rows: of('error') },
    { what: 'number as text', rows: isText ? [] : of('number as text') },
    { what: 'date as text', rows: isText ? [] : of('date as text') },
    ...(isText || isScaled || has('date') ? [] : mixed(of)),
    { what: 'stray spaces', rows: spaced },
    { what: 'no number', rows: isScaled ? others : [] },
    { what: 'no date', rows: isDates ? noDates.sort((a, b) => a - b) : [] },
    { what: 'in the future', rows: isDates && asOf !== null ? serials.filter((row) => isAfter(cells[row], asOf)) : [] },
    ...rules.flatMap(({ text, scale }) =>
      scale ? [{ what: `outside ${text}`, rows: numbers.filter((row) => isOutside(cells[row], scale)) }] : [],
    ),
    { what: 'duplicate', rows: duplicates(cells, title, has('unique')) },
  ].filter(({ rows }) => rows.length > 0)
}

/** Values of another kind than most of the column. */
function mixed(of: (kind: Kind) => number[]): Finding[] {
  const kinds: Kind[] = ['number', 'text', 'TRUE or FALSE']
  const [most, ...others] = kinds.filter((kind) => of(kind).length > 0).sort((a, b) => of(b).length - of(a).length)
  return others.map((kind) => ({
    what: `${kind} among ${most === 'TRUE or FALSE' ? most : `${most}s`}`,
    rows: of(kind),
  }))
}

const DATE_TITLE =
  /(?:^|[\s_-])(?:dates?|day|time|timestamp|created|opened|closed|replied|delivered|promised)(?:$|[\s_-])|[\s_-](?:at|on)$/i
/** A space before, after, or two within. */
const STRAY = /^\s|\s$|\s\s/

function isSerial(cell: Cell | undefined): boolean {
  return typeof cell === 'number' && cell >= FIRST_SERIAL && cell < LAST_SERIAL + 1
}

function isAfter(cell: Cell | undefined, asOf: number): boolean {
  return Math.floor(cell as number) > Math.floor(asOf)
}

function isOutside(cell: Cell | undefined, { low, high, better, including }: Target): boolean {
  const value = cell as number
  const tooLow = better !== 'lower' && (including ? value < low : value <= low)
  const tooHigh = better !== 'higher' && (including ? value > high : value >= high)
  return tooLow || tooHigh
}

const ID_TITLE =
  /(?:^|[\s_-])(?:ids?|uuid|key|sku|e-?mail|ticket|case|order|invoice|number|no\.?|nr\.?|code|reference)$/i
/** A column of ids with so few repeats is meant to have none: an order log repeats its customers. */
const FEW = { share: 0.1, rows: 1 }

/** Cells that have come before, in a column that must not repeat: by rule, or by its title and nearly all of its cells. */
function duplicates(cells: readonly Cell[], title: string, isUnique: boolean): number[] {
  if (!isUnique && !ID_TITLE.test(title)) return []
  const texts = cells.map((cell) => (cell instanceof CellError || isBlank(cell) ? null : idText(cell)))
  const again = repeats(texts)
  const filled = texts.filter((text) => text !== null).length
  return isUnique || again.length <= Math.max(FEW.rows, FEW.share * filled) ? again : []
}

/** An id as it is compared. E-mail addresses are the same in any case, ids need not be. */
function idText(cell: Exclude<Cell, CellError>): string {
  const text = String(cell).trim()
  return text.includes('@') ? text.toLowerCase() : text
}

/** The rows whose text has come before; null is none. */
function repeats(texts: readonly (string | null)[]): number[] {
  const seen = new Set<string>()
  return texts.flatMap((text, row) => {
    if (text === null) return []
    if (seen.has(text)) return [row]
    seen.add(text)
    return []
  })
}

function rowText(row: readonly Cell[]): string | null {
  const texts = row.map((cell) => (cell instanceof CellError ? cell.code : isBlank(cell) ? '' : String(cell).trim()))
  return texts.every((text) => text === '') ? null : JSON.stringify(texts)
}

const SHOWN_ROWS = 5

function placesOf(rows: readonly number[], first: number): string {
  const shownRows = rows.slice(0, SHOWN_ROWS).map((row) => row + first)
  return shownRows.join(', ') + (rows.length > SHOWN_ROWS ? ', …' : '')
}
