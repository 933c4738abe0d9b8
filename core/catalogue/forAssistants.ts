import { capitalized } from './readable.ts'
import { functionPagePath, planPagePath } from './pages.ts'
import { formula, plainFormula, sampleCall, shownResult } from './reference.ts'
import { related } from './related.ts'
import { families } from '../metrics/index.ts'
import {
  signature,
  targetText,
  unitText,
  type Arg,
  type Metric,
  type Result,
  type ResultColumn,
  type Scalar,
  type Spec,
  type Table,
} from '../metric.ts'

/** What is told of a plan. */
export interface PlanAbout {
  name: string
  goal: string
  question: string
  about: string
}

/** What everybody has to know of all functions, in sentences. */
const CONVENTIONS = [
  'A formula is typed as in any spreadsheet: =NPS(C:C). In Excel the functions may have a prefix of the add-in, such as =CUE.NPS(C:C). Where commas are decimal signs, arguments are separated by semicolons.',
  'An optional argument is left out by leaving it blank, also in the middle: =LTV(100, 80%, 5%, , 12).',
  'A range may be a whole column. Its title, blank cells and blank rows at the end are skipped. Columns of one call belong together row by row, and a row with a blank is left out of all of them.',
  'Blank is never zero. Words among numbers are skipped as AVERAGE does. Text is read as a number or a date where it leaves no doubt; any other text with a digit in it, and a number outside its limits, is an error that names the argument and the row.',
  'Errors: #VALUE! for a wrong argument, #N/A where there is nothing to compute from, #DIV/0! for a zero denominator, #NUM! for what is impossible. An error cell comes back as the same error. Google Sheets shows #ERROR! for all of them, with the sentence.',
  'Rates are fractions: 0.05 is 5 %. NPS is in points from -100 to 100.',
  'No function looks at the clock or the network. Where today matters it is an argument, such as as_of: give TODAY(). Left out it is the latest date in the data.',
  'A table spills into the cells below and beside, with a row of titles; functions that give one value for each row stand beside the data.',
]

/** The whole catalogue as one object, for programs that write formulas for people. */
export function forAssistants(about: { version: string; plans: readonly PlanAbout[] }) {
  return {
    name: 'Cuesheet',
    version: about.version,
    about: 'Customer metrics as functions in Google Sheets and Excel, and plans as sheets with live numbers.',
    conventions: CONVENTIONS,
    functions: families.flatMap(({ family, metrics }) => metrics.map((metric) => entry(capitalized(family), metric))),
    plans: about.plans.map(({ name, goal, question, about }) => ({
      name,
      goal,
      question,
      about,
      page: planPagePath(name),
    })),
  }
}

function entry(family: string, metric: Metric) {
  const { spec } = metric
  const { name, summary, questions, args, examples, source } = spec
  const plain = plainFormula(spec)
  return {
    name,
    family,
    signature: `=${signature(spec)}`,
    summary,
    questions,
    arguments: args.map(argument),
    returns: returned(spec),
    start: sampleCall(spec),
    examples: examples.map(({ cells, gives }) => ({
      formula: formula(spec, cells),
      gives: shown(spec, gives),
    })),
    ...(plain && { without_cuesheet: `${plain.formula}${plain.condition}` }),
    source,
    related: related(metric).map((other) => other.name),
    page: functionPagePath(name),
  }
}

function argument({
  name,
  help,
  shape,
  optional,
  choices,
  standard,
  limits,
  percent,
  date,
  wide,
  repeating,
}: Arg<unknown>) {
  return {
    name,
    help,
    cells: repeating ? 'any number of ranges' : wide ? 'columns side by side' : shape,
    ...(optional && { optional }),
    ...(choices && { choices: choices.map(({ value, help }) => ({ value, help })) }),
    ...(standard !== undefined && { default: standard }),
    ...(limits && { limits: limitsOf(limits) }),
    ...(percent && { percent }),
    ...(date && { date }),
  }
}

function limitsOf({ min, max, whole }: NonNullable<Arg<unknown>['limits']>) {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }), ...(whole && { whole }) }
}

function returned({ returns }: Spec) {
  const { unit, table, others, column, chart } = returns
  const target = targetText(returns)
  return {
    ...(unit && { value: unitText(unit) }),
    ...(column && { for_each_row: true }),
    ...(table && { table: columns(table) }),
    ...(others && { other_tables: others.map(({ when, table }) => ({ when, table: columns(table) })) }),
    ...(target && { target }),
    ...(chart && { chart: chart.title }),
  }
}

function columns(table: readonly ResultColumn[]) {
  return table.map(({ name, unit }) => ({ name, is: unitText(unit) }))
}

/** A result as people see it, cell by cell; one that cannot be known is blank, as a cell is in JSON. */
function shown(spec: Spec, gives: Result): Scalar | (Scalar | null)[][] {
  if (!Array.isArray(gives)) return shownResult(spec, gives) as Scalar
  const seen = spec.returns.column
    ? gives.map((row) => row.map((cell) => shownResult(spec, cell) as Scalar))
    : (shownResult(spec, gives) as Table)
  return seen.map((row) => row.map((cell) => (cell === '' ? null : cell)))
}
