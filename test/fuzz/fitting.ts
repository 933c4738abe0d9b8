import fc from 'fast-check'
import type { Arg, ColumnArg } from '../../core/arguments/index.ts'
import { catalogue } from '../../core/catalogue/catalogue.ts'
import type { Metric, Spec } from '../../core/metric.ts'
import { isBlock, type Block, type Call, type Given, type SheetCell } from './cells.ts'
import { exampled, exampleRows, examplesOf } from './examples.ts'
import {
  columnsOf,
  dateSketch,
  label,
  LABELS,
  labelLists,
  numberWithin,
  singleDate,
  withBlanks,
  type Sketch,
} from './fittingCells.ts'

const WIDEST = 4

/** Calls that make sense as far as the spec and its examples tell. */
export function fittingCalls({ spec }: Metric): fc.Arbitrary<Call> {
  const { name } = spec
  if (name === 'METRIC_BY') return segmentCalls()
  if (name === 'SENSITIVITY') return sensitivityCalls()
  const bySpec = { weight: 3, arbitrary: givenBySpec(spec, isColumn) }
  const alike = examplesOf(spec).map((example) => likeExample(spec, example))
  const given = alike.length > 0 ? fc.oneof(bySpec, { weight: 2, arbitrary: fc.oneof(...alike) }) : bySpec.arbitrary
  return given.map((given) => ({ name, given }))
}

/** Most faults show in few rows; some need more. */
function few<T>(row: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.oneof(
    { weight: 7, arbitrary: fc.array(row, { minLength: 1, maxLength: 7, size: 'medium' }) },
    { weight: 1, arbitrary: fc.array(row, { minLength: 8, maxLength: 25, size: 'medium' }) },
  )
}

/** An argument that may be a column comes as one, a bag of numbers as well that may have counts. */
function isColumn(arg: Arg<unknown>): boolean {
  return 'readRows' in arg
}

/** Every argument on its own. Those that are columns share their rows, behind a column of segments where one is wanted. */
function givenBySpec(spec: Spec, isInRows: (arg: Arg<unknown>) => boolean, isSegmented = false): fc.Arbitrary<Given[]> {
  const inRows = spec.args.filter(isInRows)
  const lists = inRows.map((arg) => (arg.shape === 'column' ? labelLists(spec, arg as ColumnArg<unknown>) : []))
  const places = inRows.flatMap((arg, i) => Array.from({ length: arg.wide ? WIDEST : 1 }, () => ({ arg, i })))
  const cells = places.map(({ arg, i }) =>
    lists[i]!.length > 0
      ? label
      : arg.date
        ? dateSketch(!inRows.slice(0, i).some(({ date }) => date))
        : (numberWithin(arg) as fc.Arbitrary<Sketch>),
  )
  if (isSegmented) cells.unshift(label)
  return fc
    .record({
      rows: few(fc.tuple(...cells.map(withBlanks<Sketch>))),
      lists: fc.tuple(...lists.map((list) => fc.constantFrom(...(list.length > 0 ? list : [[]])))),
      segments: fc.constantFrom(...LABELS),
      width: fc.integer({ min: 1, max: WIDEST }),
      singles: fc.tuple(...spec.args.map((arg, i) => (isInRows(arg) ? fc.constant(undefined) : single(spec, i)))),
      leftOut: fc.tuple(...spec.args.map((arg) => (mayBeLeftOut(arg) ? fc.boolean() : fc.constant(false)))),
    })
    .map(({ rows, lists, segments, width, singles, leftOut }) => {
      const placed = places.map(({ i }) => lists[i]!)
      const columns = columnsOf(rows, isSegmented ? [segments, ...placed] : placed)
      const front = isSegmented ? columns.splice(0, 1) : []
      const given = spec.args.map((arg, i): Given => {
        if (leftOut[i]) return undefined
        if (!isInRows(arg)) return singles[i]
        const own = columns.filter((_, k) => places[k]!.arg === arg)
        return rows.map((_, row) => own.slice(0, width).map((column) => column[row]![0]!))
      })
      return [...front, ...inOrder(spec, given)]
    })
}

function mayBeLeftOut(arg: Arg<unknown>): boolean {
  return arg.optional || (arg as Partial<ColumnArg<unknown>>).mayBeLeftOut === true
}

/** An example whose rows come in another number and order, and whose single values may be others. */
function likeExample(spec: Spec, example: readonly Given[]): fc.Arbitrary<Given[]> {
  const { columns, rows } = exampleRows(spec, example)
  const singles = spec.args.map((_, i) =>
    columns.includes(i)
      ? fc.constant(undefined)
      : fc.oneof({ weight: 3, arbitrary: fc.constant(example[i]) }, { weight: 1, arbitrary: single(spec, i) }),
  )
  return fc
    .record({
      rows: few(fc.constantFrom(...(rows.length > 0 ? rows : [[]]))),
      singles: fc.tuple(...singles),
    })
    .map(({ rows, singles }) =>
      spec.args.map((_, i): Given => (columns.includes(i) ? rows.map((row) => row[columns.indexOf(i)]!) : singles[i])),
    )
}

/** An argument beside the rows: one cell, a bag of numbers, or a block as in the examples. */
function single(spec: Spec, index: number): fc.Arbitrary<Given> {
  const arg = spec.args[index]!
  const other = others[`${spec.name}.${arg.name}`] ?? others[arg.name]
  if (other) return other
  if (isColumn(arg)) return fc.constant(undefined)
  if (arg.choices) return fc.constantFrom(...arg.choices.map(({ value }) => value))
  const used = exampled(spec, index)
  if (arg.text || (arg.shape === 'range' && !arg.limits))
    return used.length > 0 ? fc.constantFrom(...used).chain(resized) : fc.constant(null)
  if (arg.date)
    return singleDate(spec.args.slice(0, index).filter(({ shape, date }) => date && shape === 'cell').length)
  if (arg.shape === 'cell') return numberWithin(arg)
  return fc.oneof(
    { weight: 6, arbitrary: bag(arg).map((cells) => cells.map((cell) => [cell])) },
    { weight: 1, arbitrary: bag(arg).map((cells) => [cells]) },
    { weight: 1, arbitrary: numberWithin(arg) },
  )
}

function bag(arg: Arg<unknown>): fc.Arbitrary<SheetCell[]> {
  return few(withBlanks(numberWithin(arg)))
}

/** A block of an example whose numbers are others of the same order. */
function resized(block: Exclude<Given, undefined>): fc.Arbitrary<Given> {
  if (!isBlock(block)) return fc.constant(block)
  return fc
    .array(fc.constantFrom(1, 1, 1, 1, 0.5, 0.9, 1.1, 3), { minLength: 8, maxLength: 8 })
    .map((factors) =>
      block.map((row, i) => row.map((cell, j) => (typeof cell === 'number' ? cell * factors[(3 * i + j) % 8]! : cell))),
    )
}

const names = () => fc.constantFrom(...catalogue().map(({ spec }) => spec.name))
const holidays = fc.array(singleDate(0), { minLength: 1, maxLength: 4 }).map((days): Block => days.map((day) => [day]))

/** What fits where the spec cannot tell, and the examples hold too little: by argument, or by function and argument. */
const others: Readonly<Record<string, fc.Arbitrary<Given>>> = {
  open_time: fc.constantFrom<SheetCell>(9, 8.5, 0, '09:00', '8:30 am', 0.375),
  close_time: fc.constantFrom<SheetCell>(17, 24, '17:00', '5 pm', 0.75, '04:00'),
  workdays: fc.constantFrom<Given>('Mon-Fri', 'all', 'Sun-Thu', 'Mon,Wed,Fri', [[1], [2], [6]]),
  holidays,
  'METRIC_DEF.metric': names(),
  'KPI_TARGET.metric': names(),
  'KPI_STATUS.target': fc.constantFrom(
    '>= 95%',
    'at most 2.5',
    '70%-85%',
    'under 5 min',
    '12',
    '< 2 days',
    '> 1,000',
    '4 of 5',
  ),
  'DATA_CHECK.data': few(
    fc.tuple(
      fc.oneof(fc.constantFrom<SheetCell>('A1', 'A2', ' a1', 'n/a', 'Total'), withBlanks(numberWithin({}))),
      fc.oneof(fc.constantFrom<SheetCell>('$5', '10', '1,5', 'x', true, { error: '#N/A' }), numberWithin({})),
      fc.oneof(fc.constantFrom<SheetCell>('03/04/2026', '2026-13-01'), singleDate(0)),
    ),
  ).map((rows): Block => [['order', 'score', 'date'], ...rows]),
}

/** One metric by segment, with everything that may come row by row in rows. */
function segmentCalls(): fc.Arbitrary<Call> {
  const oneNumber = catalogue().filter(({ spec }) => spec.returns.unit && !spec.returns.column)
  const isInRows = (arg: Arg<unknown>) =>
    isColumn(arg) || arg.adds === true || (arg.shape === 'range' && arg.limits !== undefined && !arg.ownRows)
  const calls = oneNumber
    .filter(({ spec }) => spec.args.some(isInRows))
    .map(({ spec }) => givenBySpec(spec, isInRows, true).map((given) => [spec.name, ...given]))
  return fc.oneof(...calls).map((given) => ({ name: 'METRIC_BY', given }))
}

/** One metric of single numbers, of which one or two vary. */
function sensitivityCalls(): fc.Arbitrary<Call> {
  const ofNumbers = catalogue().filter(
    ({ spec }) => spec.returns.unit && spec.args.every(({ shape, limits }) => shape === 'cell' && limits),
  )
  const calls = ofNumbers.map(({ spec }) =>
    fc
      .record({
        inputs: fc.tuple(...spec.args.map(numberWithin)),
        values: fc.tuple(...spec.args.map((arg) => fc.array(numberWithin(arg), { minLength: 1, maxLength: 5 }))),
        first: fc.nat(spec.args.length - 1),
        step: fc.nat(spec.args.length - 1),
        isByName: fc.boolean(),
      })
      .map(({ inputs, values, first, step, isByName }): Call => {
        const varied = (index: number): Given[] => [
          isByName ? spec.args[index]!.name : index + 1,
          values[index]!.map((value) => [value]),
        ]
        const more = step > 0 ? varied((first + step) % spec.args.length) : []
        return { name: 'SENSITIVITY', given: [spec.name, [inputs], ...varied(first), ...more] }
      }),
  )
  return fc.oneof(...calls)
}

/** Nobody ordered last after they were looked at, and who never came back has no last order. */
function inOrder({ args }: Spec, given: Given[]): Given[] {
  const [frequency, recency, age] = ['frequency', 'recency', 'age'].map((name) =>
    args.findIndex((arg) => arg.name === name),
  )
  const [orders, last, seen] = [given[frequency!], given[recency!], given[age!]]
  if (!isBlock(orders) || !isBlock(last) || !isBlock(seen)) return given
  orders.forEach(([count], row) => {
    const [first, second] = [last[row]![0]!, seen[row]![0]!]
    if (typeof first === 'number' && typeof second === 'number' && first > second) {
      last[row] = [second]
      seen[row] = [first]
    }
    if (count === 0) last[row] = [0]
  })
  return given
}
