import { isCohortTable, readCohorts, type TableCell } from '../../arguments/columns/cohortTable.ts'
import { table } from '../../arguments/index.ts'
import { CellError, isBlank, shown } from '../../cell.ts'
import { metric } from '../../metric.ts'
import { fitColumns, fitTable } from '../../arguments/single/params.ts'
import { place } from '../../reading/range.ts'
import { fitShiftedBetaGeometric, type Renewals } from '../../statistics/customers/shiftedBetaGeometric.ts'

export const sbgFit = metric(
  {
    name: 'SBG_FIT',
    summary:
      'Learns from the number of subscribers left after each period how likely customers are to leave, and how much they differ in that (the shifted beta-geometric model). Retention rises with age because those who tend to leave have left. SBG_RETENTION and SBG_LTV forecast from the result. Where converged is FALSE no best fit was found: do not rely on it.',
    questions: [
      'How do I project retention beyond the data?',
      'How do I fit the sBG model to a cohort of subscribers?',
      'How does churn differ between subscribers?',
    ],
    args: [
      table(
        'survivors',
        'Subscribers at the start and after each period, such as 1000, 869, 743: a column or a row. Several cohorts stand side by side, a column for each, with blank cells at the end of the younger ones. Shares, such as 100%, 87%, 74%, fit as well, and every cohort then weighs the same. Or the result of COHORT_RETENTION with mode "on-or-after", as rates or as counts: its cohorts are fitted together, each customer counting the same.',
      ),
    ],
    returns: { table: fitColumns('SBG_FIT') },
    examples: [
      {
        cells: [[[1000], [869], [743], [653], [593], [551], [517], [491]]],
        gives: [
          ['alpha', 'beta', 'log_likelihood', 'converged'],
          [0.6680883511064518, 3.806094964058311, -1611.1581473911565, true],
        ],
      },
      {
        cells: [
          [
            ['2023', '2024', '2025'],
            [400, 500, 450],
            [330, 405, 372],
            [287, 349, ''],
            [261, '', ''],
          ],
        ],
        gives: [
          ['alpha', 'beta', 'log_likelihood', 'converged'],
          [0.44918009486295213, 2.0320216293402975, -1014.344843382305, true],
        ],
      },
      {
        cells: [
          [
            ['cohort', 'customers', 0, 1, 2, 3],
            ['2023-01-01', 400, 1, 0.825, 0.7175, 0.6525],
            ['2024-01-01', 500, 1, 0.81, 0.698, ''],
          ],
        ],
        gives: [
          ['alpha', 'beta', 'log_likelihood', 'converged'],
          [0.43246944625524825, 1.9084950819716442, -806.7011761575549, true],
        ],
      },
      { cells: [[[1000], [869], [901]]], gives: '#VALUE!' },
    ],
    source: 'Fader and Hardie, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 2007.',
  },
  (survivors) => {
    const fit = fitShiftedBetaGeometric(renewalsOf(survivors))
    return fitTable('SBG_FIT', fit, fit)
  },
)

type Block = TableCell[][]

/** Adds up who renewed and who left in each period, over all cohorts: the likelihood of several is the product of each. */
function renewalsOf(block: Block): Renewals {
  const cohorts = isCohortTable(block) ? cohortsInRows(block) : cohortsInColumns(block)
  const periods = cohorts.reduce((most, { length }) => Math.max(most, length - 1), 0)
  const kept = new Float64Array(periods)
  const lost = new Float64Array(periods)
  for (const survivors of cohorts) {
    for (let period = 1; period < survivors.length; period++) {
      kept[period - 1]! += survivors[period]!
      lost[period - 1]! += survivors[period - 1]! - survivors[period]!
    }
  }
  return { kept, lost }
}

/** The survivors of each cohort of COHORT_RETENTION: rates times the customers. */
function cohortsInRows(block: Block): number[][] {
  return readCohorts('survivors', block).map(({ customers, rates, place, written }) => {
    const gap = rates.findIndex(Number.isNaN)
    if (gap >= 0) throw new CellError('#VALUE!', `${place(gap)} is blank, and others follow`)
    const rise = rates.findIndex((rate, age) => age > 0 && rate > rates[age - 1]!)
    if (rise >= 0) {
      const problem = `${place(rise)} ${written(rise)}, more than before it, and who left does not come back here`
      throw new CellError('#VALUE!', `${problem}: give COHORT_RETENTION the mode "on-or-after"`)
    }
    return rates.map((rate) => rate * customers)
  })
}

function cohortsInColumns(block: Block): number[][] {
  const across = block.length === 1 && block[0]!.length > 1
  const range = { name: 'survivors', cells: block, rows: block.length, columns: block[0]!.length, across: false }
  const at = (row: number, column: number) => (across ? place(range, 0, row) : place(range, row, column))
  const rows = across ? block[0]!.map((cell) => [cell]) : block
  const start = isHeader(rows[0]!) ? 1 : 0
  return rows[0]!.map((_, column) => {
    const survivors: number[] = []
    let gap: string | undefined
    for (let row = start; row < rows.length; row++) {
      const cell = rows[row]![column]!
      if (isBlank(cell)) {
        gap ??= at(row, column)
        continue
      }
      if (gap !== undefined) throw new CellError('#VALUE!', `${gap} is blank, and others follow`)
      const count = readCount(cell, at(row, column))
      const before = survivors[survivors.length - 1] ?? Infinity
      if (count > before) {
        throw new CellError('#VALUE!', `${at(row, column)} has ${count}, more than the ${before} before it`)
      }
      survivors.push(count)
    }
    return survivors
  })
}

function isHeader(cells: Block[0]): boolean {
  return cells.some((cell) => !isBlank(cell)) && cells.every((cell) => typeof cell !== 'number')
}

function readCount(cell: Block[0][0], where: string): number {
  if (typeof cell === 'number' && cell >= 0) return cell
  throw new CellError('#VALUE!', `${where} has ${shown(cell)}, a number of subscribers belongs there`)
}
