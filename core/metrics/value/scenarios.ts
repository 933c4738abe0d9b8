import { table, text, unread } from '../../arguments/index.ts'
import { lineOf, modelArgs, modelOf } from '../../arguments/model.ts'
import { CellError, isBlank, shown } from '../../cell.ts'
import { metric, type Scalar } from '../../metric.ts'
import { settled } from '../../statistics/sum.ts'

export const scenarios = metric(
  {
    name: 'SCENARIOS',
    summary:
      'What a function gives in several scenarios, such as worst, base and best, and how far each is from the first. A scenario with no answer is blank, and so is a change in per cent from 0 or from below it.',
    questions: [
      'What comes out in the worst, base and best case?',
      'How do scenarios of a model compare?',
      'Scenario analysis of LTV or CAC',
    ],
    args: [
      modelArgs[0],
      table('names', 'Names of the scenarios, in one row above their inputs or in one column beside them.'),
      unread(
        'inputs',
        'Arguments of the function in order, for each scenario: below its name where names are a row, beside it where they are a column.',
      ),
      text('base', 'Scenario that the others are compared with, by its name in quotes. The first when left out.', {
        default: null,
      }),
    ],
    returns: {
      chart: { kind: 'column', title: 'Result by scenario', columns: ['result'] },
      table: [
        { name: 'scenario', unit: 'text' },
        { name: 'result', unit: 'number', unitOf: 'metric' },
        { name: 'difference', unit: 'number', unitOf: 'metric' },
        { name: 'change', unit: 'fraction' },
      ],
    },
    examples: [
      {
        cells: [
          'LTV',
          [['Worst', 'Base', 'Best']],
          [
            [90, 100, 120],
            [0.7, 0.8, 0.8],
            [0.07, 0.05, 0.04],
          ],
          'Base',
        ],
        gives: [
          ['scenario', 'result', 'difference', 'change'],
          ['Worst', 900, -700, -0.4375],
          ['Base', 1600, 0, 0],
          ['Best', 2400, 800, 0.5],
        ],
      },
      { cells: ['LTV', [['Worst', 'Base']], [[90, 100, 120]]], gives: '#VALUE!' },
    ],
    source: 'The source of the function named by metric.',
  },
  (chosen, names, cells, base) => {
    const isRow = names.length === 1
    if (!isRow && names[0]!.length > 1) throw new CellError('#VALUE!', 'names must be one row or one column')
    const titles = names.flat().map((name) => (isBlank(name) ? '' : String(name).trim()))
    const blank = titles.indexOf('')
    if (blank >= 0) throw new CellError('#VALUE!', `names ${isRow ? 'column' : 'row'} ${blank + 1} is blank`)
    const results = inputsOf(cells.raw, titles.length, isRow).map((inputs, i) => {
      try {
        const model = modelOf(chosen, { ...cells, raw: [inputs] })
        return model.numberOf(model.inputs)
      } catch (error) {
        if (!(error instanceof CellError)) throw error
        throw new CellError(error.code, `in ${shown(titles[i]!)}: ${error.message}`)
      }
    })
    const from = base === null ? 0 : titles.findIndex((title) => title.toLowerCase() === base.toLowerCase())
    if (from < 0) throw new CellError('#VALUE!', `base is the text ${shown(base!)}, which is none of the names`)
    const known = (value: number): Scalar => (Number.isFinite(value) ? value : '')
    const origin = results[from]!
    return [
      ['scenario', 'result', 'difference', 'change'],
      ...titles.map((title, i): Scalar[] => {
        const difference = settled(results[i]! - origin, Math.abs(results[i]!) + Math.abs(origin))
        return [title, known(results[i]!), known(difference), known(origin > 0 ? difference / origin : NaN)]
      }),
    ]
  },
)

/** The cells of each scenario, which stand in columns below a row of names, and in rows beside a column. */
function inputsOf(raw: unknown, count: number, isRow: boolean): unknown[][] {
  const rows = Array.isArray(raw) ? (raw as unknown[][]) : [[raw]]
  const width = rows[0]?.length ?? 0
  const found = isRow ? width : rows.length
  if (found !== count) {
    // One scenario may have its inputs in any direction.
    if (count === 1 && (rows.length === 1 || width === 1)) return [lineOf(raw)]
    const way = isRow ? 'columns' : 'rows'
    throw new CellError('#VALUE!', `names has ${count} and inputs has ${found} ${way}, select one for each scenario`)
  }
  return isRow ? Array.from({ length: count }, (_, column) => rows.map((row) => row[column])) : rows
}
