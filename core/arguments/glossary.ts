import { table, type Arg } from './index.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import { CellError, cut, isBlank, listed, shown, type Cell } from '../cell.ts'
import { isLeftOut } from '../reading/columns.ts'
import { lookupName } from './metricName.ts'

/** What people have written about their metrics on a sheet of their own: a row for each metric and segment. */
export interface Glossary {
  name: string
  /** Titles of the columns, in lower case. */
  fields: readonly string[]
  rows: readonly GlossaryRow[]
}

type GlossaryCell = Exclude<Cell, CellError>

interface GlossaryRow {
  metric: string
  segment: string
  /** Its place in the range, from 1. */
  row: number
  cells: readonly GlossaryCell[]
}

/** A table of metrics with a header row, such as a Targets sheet. Null when it is left out. */
export function glossary(name: string, help: string): Arg<Glossary | null> {
  const block = table(name, help, { rows: 49, columns: 3 })
  /** Where a workbook hands the same cells to hundreds of formulas, they are read once. */
  const known = new WeakMap<object, Glossary>()
  return {
    ...block,
    optional: true,
    read(raw, reading) {
      if (raw === undefined || isLeftOut(raw, reading.decode)) return null
      const found = known.get(raw)
      if (found) return found
      const [header, ...body] = block.read(raw, reading)
      const fields = header!.map((cell) =>
        String(cell ?? '')
          .trim()
          .toLowerCase(),
      )
      const metric = fields.indexOf('metric')
      const segment = fields.indexOf('segment')
      if (metric < 0) {
        const problem = `needs a header row with metric, segment and target, it has ${titlesOf(fields)}`
        throw new CellError('#VALUE!', `${name} ${problem}`)
      }
      const rows = body.map((cells, i) => ({
        metric: lookupName(String(cells[metric] ?? '')),
        segment: segment < 0 ? '' : segmentName(String(cells[segment] ?? '')),
        row: i + 2,
        cells,
      }))
      const read = { name, fields, rows: rows.filter(({ metric }) => metric !== '') }
      if (Array.isArray(raw)) known.set(raw, read)
      return read
    },
  }
}

function titlesOf(fields: readonly string[]): string {
  const titles = fields.filter((field) => field !== '')
  return listed(titles, cut) || 'none'
}

/** Fails where the table has no column of this title, so that what it may say under another is not passed over. */
export function needColumn({ name, fields }: Glossary, field: string, otherwise = ''): void {
  if (fields.includes(field)) return
  const problem = `${name} has no column ${field}, only ${titlesOf(fields)}: title the one you mean ${field}${otherwise}`
  throw new CellError('#VALUE!', problem)
}

/** How a segment is looked up: "E-mail" is "email", and "All" is every segment. */
export function segmentName(written: string): string {
  const name = written.toLowerCase().replace(/[\s_-]+/g, '')
  return name === 'all' || name === '*' ? '' : name
}

/** Where the glossary has the metric first: its place in the range, from 1. */
export function rowOf({ rows }: Glossary, metric: string): number | undefined {
  const name = lookupName(metric)
  return rows.find((row) => row.metric === name)?.row
}

/**
 * What the glossary says about a metric: in the row of the segment, else in the one for every segment. Undefined when it
 * says nothing. Two rows that differ are #VALUE!, and named.
 */
export function lookUp(
  { name, fields, rows }: Glossary,
  metric: string,
  segment: string,
  field: string,
): { value: string | number | boolean; row: number } | undefined {
  const column = fields.indexOf(field)
  const named = lookupName(metric)
  const tells = (cell: GlossaryCell) => !isBlank(cell) && !(typeof cell === 'string' && isPlaceholder(cell))
  const telling = rows.filter((row) => row.metric === named && tells(row.cells[column] ?? null))
  for (const wanted of [segmentName(segment), '']) {
    const [first, ...more] = telling.filter((row) => row.segment === wanted)
    if (!first) continue
    const value = first.cells[column]!
    const other = more.find((row) => row.cells[column] !== value)
    if (!other) return { value: typeof value === 'string' ? value.trim() : value, row: first.row }
    const [a, b] = [shown(value), shown(other.cells[column]!)]
    throw new CellError('#VALUE!', `${name} rows ${first.row} and ${other.row} differ: ${field} is ${a} and ${b}`)
  }
  return undefined
}
