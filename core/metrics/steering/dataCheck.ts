import { date, table, unread, type Arg } from '../../arguments/index.ts'
import { CellError, cut, isBlank, listed, shown, type Cell, type Decode } from '../../cell.ts'
import { isSerial } from '../../data/columns.ts'
import { findingsOf, sameTitle, type Rule } from '../../data/findings.ts'
import { tableOf } from '../../data/table.ts'
import { isLeftOut } from '../../reading/columns.ts'
import { metric, type Scalar } from '../../metric.ts'
import { rangeOf } from '../../reading/range.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { parseTarget, type Target } from '../../arguments/target.ts'

export const dataCheck = metric(
  {
    name: 'DATA_CHECK',
    summary:
      'What is wrong in a table before anything is computed from it: blank cells, duplicates, numbers, money and dates stored as text, mixed types and currencies, stray spaces, marks that nobody sees, ids written in several ways, placeholders, total rows, error cells, and with rules values outside a scale. One row for each finding, with the first rows of the range where it stands.',
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
        'What you know about the columns: a range with the title of a column, then its rules in the cells beside it: a scale such as "1 to 5" or ">= 0", unique, optional (blank cells are fine), date, text, or counts (how many rows each row of a summary stands for). Nothing more is known when left out.',
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
    const table = tableOf(rangeOf('data', data.raw).cells.map((row) => decoded(row, data.decode)))
    if (!table) throw new CellError('#N/A', 'data has no values')
    refuseUnknown(given, table.titles)
    const rows = findingsOf(table, given, asOf).map(({ column, what, rows }): Scalar[] => [
      column === null ? 'All' : table.titles[column]!,
      what,
      rows.length,
      placesOf(rows, table.first),
    ])
    return [['column', 'finding', 'cells', 'rows'], ...(rows.length > 0 ? rows : [['All', 'nothing found', 0, '']])]
  },
)

/** A row as it reads: the same one where the host spells its cells as we do, since a million rows are ordinary. */
function decoded(row: readonly unknown[], decode: Decode): readonly Cell[] {
  let copy: Cell[] | undefined
  for (let i = 0; i < row.length; i++) {
    const cell = decode(row[i])
    if (cell !== row[i]) copy ??= row.slice() as Cell[]
    if (copy) copy[i] = cell
  }
  return copy ?? (row as readonly Cell[])
}

const WORDS = ['unique', 'optional', 'date', 'text', 'counts']

function rules(name: string, help: string): Arg<Rule[]> {
  const block = table(name, help, { rows: 9, columns: 2 })
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
  throw new CellError('#VALUE!', `${name} has the date ${isoText(cell)}: write a scale as "1 to 5", not 1-5`)
}

function scaleOf(text: string, name: string): Target {
  try {
    const scale = parseTarget(text)
    const isTime = scale.unit !== undefined && scale.unit !== 'percent'
    if (!isTime && (scale.low !== scale.high || scale.better !== undefined)) return scale
  } catch (error) {
    if (!(error instanceof CellError)) throw error
  }
  const ways = `use a scale such as "1 to 5" or ">= 0", or ${WORDS.join(', ')}`
  throw new CellError('#VALUE!', `${name} has ${shown(text)}, ${ways}`)
}

function refuseUnknown(given: readonly Rule[], titles: readonly string[]): void {
  for (const { title } of given) {
    if (titles.some((known) => sameTitle(known, title))) continue
    throw new CellError('#VALUE!', `rules names the column ${shown(title)}, data has ${listed(titles, cut)}`)
  }
}

const SHOWN_ROWS = 5

function placesOf(rows: readonly number[], first: number): string {
  const shownRows = rows.slice(0, SHOWN_ROWS).map((row) => row + first)
  return shownRows.join(', ') + (rows.length > SHOWN_ROWS ? ', …' : '')
}
