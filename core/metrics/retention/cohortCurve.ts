import { choice, table } from '../../arguments/index.ts'
import { CellError, isBlank, shown, type Cell } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { sum } from '../../statistics/sum.ts'

export const cohortCurve = metric(
  {
    name: 'COHORT_CURVE',
    summary:
      'One retention curve from a cohort table: the share of customers still active in each period after their first order, over all cohorts old enough to have reached it.',
    questions: [
      'How does retention develop over time?',
      'What share of customers is still active after six months?',
      'What is the average of the cohort table?',
    ],
    args: [
      table(
        'cohort_table',
        'The result of COHORT_RETENTION: cohort, customers, then a column for each period from 0 on, as rates or as counts. The header may be left out. A blank cell is still to come.',
      ),
      choice('weighting', 'What a cohort weighs.', {
        size: 'its number of customers, so that every customer counts the same',
        equal: 'every cohort the same',
      }),
    ],
    returns: {
      table: [
        { name: 'period', unit: 'count' },
        { name: 'retention', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          [
            ['cohort', 'customers', 0, 1, 2],
            ['2026-01-01', 30, 1, 0.5, 0.4],
            ['2026-02-01', 10, 1, 0.3, ''],
          ],
        ],
        gives: [
          ['period', 'retention'],
          [0, 1],
          [1, 0.45],
          [2, 0.4],
        ],
      },
      {
        cells: [
          [
            ['2026-01-01', 30, 30, 15, 12],
            ['2026-02-01', 10, 10, 3, ''],
          ],
          'equal',
        ],
        gives: [
          ['period', 'retention'],
          [0, 1],
          [1, 0.4],
          [2, 0.4],
        ],
      },
      { cells: [[['2026-01-01', 30, 12, 8]]], gives: '#VALUE!' },
    ],
    source:
      'Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007; mean over cohorts weighted by their size.',
  },
  (cohortTable, weighting) => {
    const cohorts = readCohorts(cohortTable)
    const ages = cohorts.reduce((most, { rates }) => Math.max(most, rates.length), 0)
    const body = Array.from({ length: ages }, (_, age): Scalar[] => {
      const old = cohorts.filter(({ rates }) => !Number.isNaN(rates[age] ?? NaN))
      if (old.length === 0) return [age, '']
      const weights = old.map(({ customers }) => (weighting === 'size' ? customers : 1))
      return [age, sum(old.map(({ rates }, i) => rates[age]! * weights[i]!)) / sum(weights)]
    })
    return [['period', 'retention'], ...body]
  },
)

interface CohortRates {
  customers: number
  /** By age, NaN for one that is still to come. Nothing follows the last known one. */
  rates: number[]
}

type TableCell = Exclude<Cell, CellError>

function readCohorts(rows: readonly (readonly TableCell[])[]): CohortRates[] {
  const width = rows[0]?.length ?? 0
  if (width < 3) {
    const problem = `cohort_table has ${width} column${width === 1 ? '' : 's'}`
    throw new CellError('#VALUE!', `${problem}, it needs cohort, customers and at least period 0`)
  }
  const cohorts = rows.flatMap((row, i) => {
    const title = i === 0 && typeof row[1] === 'string' && !isBlank(row[1])
    return title || row.every(isBlank) ? [] : [readCohort(row, i)]
  })
  if (cohorts.length === 0) throw new CellError('#N/A', 'cohort_table needs 1 cohort, has 0')
  return cohorts
}

/** Rates, or counts, which are known by period 0: it holds 1 or all the customers. */
function readCohort(row: readonly TableCell[], i: number): CohortRates {
  const at = (column: number): string => `cohort_table row ${i + 1} column ${column + 1}`
  const customers = row[1]!
  if (typeof customers !== 'number' || !(customers > 0)) {
    throw new CellError('#VALUE!', `${at(1)} ${has(customers)}, the number of customers belongs there`)
  }
  const start = row[2]!
  if (start !== 1 && start !== customers) {
    const problem = `${at(2)} ${has(start)}, period 0 is 1 for rates or ${customers} for counts`
    throw new CellError('#VALUE!', problem)
  }
  const rates = row.slice(2).map((cell, age) => {
    if (isBlank(cell)) return NaN
    if (typeof cell === 'number' && cell >= 0 && cell <= start) return cell / start
    throw new CellError('#VALUE!', `${at(age + 2)} ${has(cell)}, outside 0 to ${start}`)
  })
  while (Number.isNaN(rates[rates.length - 1])) rates.pop()
  return { customers, rates }
}

function has(cell: TableCell): string {
  return isBlank(cell) ? 'is blank' : `has ${shown(cell)}`
}
