import { CellError, isBlank, shown, type Cell } from '../../cell.ts'
import { FIRST_SERIAL, LAST_SERIAL, parseIso } from '../../statistics/time/calendar.ts'

/** The table that COHORT_RETENTION gives, taken as a block: cohort, customers, then a column for each period from 0 on. */
export type TableCell = Exclude<Cell, CellError>
type Rows = readonly (readonly TableCell[])[]

export interface CohortRates {
  customers: number
  /** By age, NaN for one that is still to come. Nothing follows the last known one. */
  rates: number[]
  /** Where an age stands, and what it has: “cohort_table row 2 column 4”, “has 12”. */
  place(age: number): string
  written(age: number): string
}

/**
 * Whether a block that may be something else is such a table: by its header, or by a first column of days that go on and
 * a period 0 that holds 1 or all the customers.
 */
export function isCohortTable(rows: Rows): boolean {
  const [first = []] = rows
  const titles = first.slice(0, 2).map((cell) => String(cell).trim().toLowerCase())
  if (titles[0] === 'cohort' && titles[1] === 'customers') return true
  const cohorts = rows.slice(isTitled(first) ? 1 : 0).filter((row) => !row.every(isBlank))
  const days = cohorts.map(([cohort]) => dayOf(cohort ?? null))
  if (days.length === 0 || days.some((day) => !(day >= FIRST_SERIAL && day <= LAST_SERIAL))) return false
  if (!cohorts.every(([, customers, start]) => typeof customers === 'number' && isStart(start!, customers)))
    return false
  // A row alone may hold survivors, but hardly loses nine of ten and nobody after.
  if (days.length === 1) return cohorts[0]![2] === 1 || (cohorts[0]![1] as number) * 10 < days[0]!
  return days.every((day, i) => i === 0 || day > days[i - 1]!)
}

/** The cohorts of the table in the argument `name`, as rates. A table that is none is refused in a sentence. */
export function readCohorts(name: string, rows: Rows): CohortRates[] {
  const width = rows[0]?.length ?? 0
  if (width < 3) {
    const problem = `${name} has ${width} column${width === 1 ? '' : 's'}`
    throw new CellError('#VALUE!', `${problem}, it needs cohort, customers and at least period 0`)
  }
  const cohorts = rows.flatMap((row, i) =>
    (i === 0 && isTitled(row)) || row.every(isBlank) ? [] : [readCohort(name, row, i)],
  )
  if (cohorts.length === 0) throw new CellError('#N/A', `${name} needs 1 cohort, has 0`)
  return cohorts
}

function isTitled(row: readonly TableCell[]): boolean {
  return typeof row[1] === 'string' && !isBlank(row[1])
}

function dayOf(cell: TableCell): number {
  return typeof cell === 'string' ? parseIso(cell) : typeof cell === 'number' ? cell : NaN
}

/** Rates and counts are told apart by period 0, which holds 1 or all the customers. */
function isStart(cell: TableCell, customers: number): boolean {
  return cell === 1 || cell === customers
}

function readCohort(name: string, row: readonly TableCell[], i: number): CohortRates {
  const at = (column: number): string => `${name} row ${i + 1} column ${column + 1}`
  const customers = row[1]!
  if (typeof customers !== 'number' || !(customers > 0)) {
    throw new CellError('#VALUE!', `${at(1)} ${has(customers)}, the number of customers belongs there`)
  }
  const start = row[2]!
  if (!isStart(start, customers)) {
    const problem = `${at(2)} ${has(start)}, period 0 is 1 for rates or ${customers} for counts`
    throw new CellError('#VALUE!', problem)
  }
  const all = start as number
  const rates = row.slice(2).map((cell, age) => {
    if (isBlank(cell)) return NaN
    if (typeof cell === 'number' && cell >= 0 && cell <= all) return cell / all
    throw new CellError('#VALUE!', `${at(age + 2)} ${has(cell)}, outside 0 to ${all}`)
  })
  while (Number.isNaN(rates[rates.length - 1])) rates.pop()
  return { customers, rates, place: (age) => at(age + 2), written: (age) => has(row[age + 2]!) }
}

function has(cell: TableCell): string {
  return isBlank(cell) ? 'is blank' : `has ${shown(cell)}`
}
