import Parser, { type Argument, type CellReference, type RangeReference } from 'fast-formula-parser'
import { isErrorText } from '../../../core/sheet/cellErrors.ts'
import { LEFT_OUT, parserFunctions, readable } from '../parserFunctions.ts'
import { cellName, grid, isUnbounded, parseAddress } from './address.ts'
import { builtMetadata, outcomeOf, wireArguments, type Outcome } from './excel.ts'
import type { Value } from './calculation.ts'
import type { Office } from './office.ts'
import type { Sheet } from './sheet.ts'
import type { SendsBlanksAs } from './workbook.ts'

const { FormulaError } = Parser
type Failure = InstanceType<typeof FormulaError>

/** An Excel that works out formulas with functions of the add-in wherever they stand in them. */
export interface WorkingOut {
  /** How it sends blank cells of a range. */
  blank?: SendsBlanksAs
  namespace?: string
  /** What else goes wrong on the way to a function, and on the way back. */
  given?(args: unknown[]): unknown[]
  shown?(outcome: Outcome): Outcome
}

/**
 * Works out all such formulas of the workbook. Calls that do not wait for others go in one message, as Excel sends them;
 * what waits for their results, a formula around them or a cell that names theirs, goes in the next one.
 */
export async function workOut(office: Office, options: WorkingOut = {}): Promise<void> {
  const { workbook } = office
  const { blank = null, namespace = '', given = (args) => args, shown = (outcome) => outcome } = options
  const parametersOf = new Map(builtMetadata().functions.map((one) => [one.name, one]))
  const known = new Map<string, Outcome>()
  let wanted = new Map<string, { id: string; args: unknown[] }>()
  let waits = false

  const read = (sheet: Sheet, row: number, column: number) => {
    const { value = null, isFormula, filledFrom } = sheet.cells.get(cellName(row, column)) ?? {}
    return (isFormula || filledFrom) && isErrorText(value) ? new FormulaError(String(value)) : value
  }
  const blockOf = ({ sheet: name, from, to }: RangeReference) => {
    const sheet = workbook.sheet(name)!
    const block = { top: from.row, left: from.col, bottom: to.row, right: to.col }
    if (isUnbounded(block)) block.bottom = Math.max(...[...sheet.cells.keys()].map((cell) => parseAddress(cell).bottom))
    return grid(block, (row, column) => read(sheet, row, column))
  }
  const argument = (one: Argument): unknown => {
    if (one === null || one === undefined || one === LEFT_OUT) return undefined
    if (typeof one !== 'object' || Array.isArray(one) || one instanceof FormulaError) return one
    if ('value' in one) return one.value === LEFT_OUT ? undefined : one.value
    const { ref } = one
    if ('from' in ref) return blockOf(ref)
    return read(workbook.sheet(ref.sheet)!, ref.row, ref.col)
  }

  /** What a call gives; where nobody knows yet, the formula waits. */
  const call = (name: string, args: Argument[]): unknown => {
    const { id, parameters } = parametersOf.get(name)!
    const passed = given(args.map(argument))
    const wire = wireArguments(parameters, passed, blank).map(asSent)
    const key = `${id} ${JSON.stringify(wire)}`
    const outcome = known.get(key)
    if (!outcome) {
      wanted.set(key, { id, args: wire })
      waits = true
      return 0
    }
    if ('error' in outcome) throw new FormulaError(outcome.error)
    return outcome.value
  }
  const names = [...parametersOf.keys()]
  const own = names.map((name) => [name, (_: unknown, ...args: unknown[]) => call(name, args as Argument[])])
  const parser = new Parser({
    functions: { ...parserFunctions, ...(Object.fromEntries(own) as typeof parserFunctions) },
    onCell: ({ sheet, row, col }: CellReference) => read(workbook.sheet(sheet)!, row, col),
    onRange: blockOf,
  })
  parser.funsNeedContextAndNoDataRetrieve.push(...names)

  const isOurs = new RegExp(`\\b(?:${names.join('|')})\\(`)
  const prefix = namespace && new RegExp(`\\b${namespace}\\.`, 'g')
  const waiting = workbook.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([cell, { content, value, isFormula, filledFrom }]) =>
      isFormula && !filledFrom && value === '#NAME?' && isOurs.test(String(content))
        ? [{ sheet, cell, formula: String(content) }]
        : [],
    ),
  )
  for (let left = waiting; left.length > 0;) {
    wanted = new Map()
    const now = left.map((one) => {
      waits = false
      const { top, left } = parseAddress(one.cell)
      const formula = readable(prefix ? one.formula.replace(prefix, '') : one.formula).slice(1)
      try {
        return { ...one, value: parser.parse(formula, { sheet: one.sheet.name, row: top, col: left }, true), waits }
      } catch (error) {
        // A function around one that is not worked out yet may fail at what stands in its place.
        if (waits) return { ...one, value: null, waits }
        throw error
      }
    })
    for (const { sheet, cell, value, waits } of now) if (!waits) workbook.show(sheet, cell, plain(value))
    const calls = [...wanted]
    const replies = await office.invokeMany(calls.map(([, one]) => one))
    replies.forEach((reply, i) => known.set(calls[i]![0], shown(outcomeOf(reply))))
    left = now.filter(({ waits }) => waits)
  }
}

/** An error cell as it stands in Excel's message. */
function asSent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSent)
  return value instanceof FormulaError ? { type: 'CustomFunctionError', code: (value as Failure).name } : value
}

/** What a cell shows of a result. */
function plain(value: unknown): Value | Value[][] {
  if (Array.isArray(value)) return value.map((row: unknown[]) => row.map((cell) => plain(cell) as Value))
  if (value instanceof FormulaError) return (value as Failure).name
  if (typeof value === 'object' && value !== null && 'basicValue' in value) return value.basicValue as Value
  return (value ?? 0) as Value
}
