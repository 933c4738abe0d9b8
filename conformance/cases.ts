import { catalogue } from '../core/catalogue/catalogue.ts'
import type { Arg, ExampleCells, Result, ResultColumn, Scalar, Spec } from '../core/metric.ts'
import { parseIso } from '../core/statistics/time/calendar.ts'
import type { Case, CaseArgument, CaseCell, Expected, Published } from './case.ts'
import { conventions } from './conventions.ts'
import { customers } from './published/customers.ts'
import { decisions } from './published/decisions.ts'
import { experience } from './published/experience.ts'

/** Whose answers nobody else can have: our own words, our own list of words, our own random numbers. */
const OWN = new Set(['METRIC_DEF', 'DATA_CHECK', 'SENTIMENT', 'SIMULATE'])

/** Columns in our own words, which say what the numbers beside them say. */
const WORDS = new Set(['verdict', 'warning', 'reading', 'method'])

/** Functions that look for the best of something: another way of looking ends near. */
const FITTED = /_FIT$|^(CLV|CLV_BACKTEST|SPEND_RESPONSE|BUDGET_SPLIT|KPI_FORECAST|PNBD_DERT)$/
const NEAR = 1e-4

/** Every case: the examples of the functions, conventions, and what was published or computed with other software. */
export function cases(): Case[] {
  const published = [...decisions, ...customers, ...experience, ...conventions].map(publishedCase)
  const known = new Set(published.filter(({ expected }) => typeof expected === 'number').map(callOf))
  const examples = catalogue()
    .filter(({ spec }) => !OWN.has(spec.name))
    .flatMap(({ spec }) => exampleCases(spec))
    .filter((one) => !known.has(callOf(one)))
  return [...examples, ...published]
}

/** A number that was published says all that an example with the same call says, and who else says so. */
function callOf(one: Case): string {
  return `${one.function}${JSON.stringify(one.arguments)}`
}

const EXACT = 1e-9

/** The whole of conformance/cases.json, a case in a line. */
export function casesFile(): string {
  const lines = cases().map((one) => `    ${JSON.stringify(one)}`)
  return `{
  "$schema": "./cases.schema.json",
  "licence": "MIT",
  "cases": [
${lines.join(',\n')}
  ]
}
`
}

function publishedCase({ name, tolerance = EXACT, source, note, ...call }: Published): Case {
  return { id: `${call.function}/${name}`, ...call, tolerance, source, ...(note === undefined ? {} : { note }) }
}

function exampleCases(spec: Spec): Case[] {
  return spec.examples.map(({ cells, gives }, i) => {
    const isError = typeof gives === 'string' && gives.startsWith('#')
    const isNear = FITTED.test(spec.name) && !isError
    return {
      id: `${spec.name}/example-${i + 1}`,
      function: spec.name,
      arguments: cells.map((value, at) => argument(value, spec.args[Math.min(at, spec.args.length - 1)]!)),
      expected: isError ? { error: gives } : expected(spec, gives),
      tolerance: isNear ? NEAR : EXACT,
      source: spec.source,
      ...(isNear ? { note: 'Fitted: another optimiser may end this near.' } : {}),
    }
  })
}

function argument(value: ExampleCells, arg: Arg<unknown>): CaseArgument {
  const cell = (one: Scalar | null): CaseCell => {
    if (one === null || one === '') return null
    const serial = arg.date && typeof one === 'string' ? parseIso(one) : NaN
    return Number.isNaN(serial) ? one : serial
  }
  return Array.isArray(value) ? value.map((row) => row.map(cell)) : cell(value)
}

function expected({ returns }: Spec, gives: Result): Expected {
  if (!Array.isArray(gives)) return gives
  const [titles, ...rows] = gives.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  const tables = [returns.table ?? [], ...(returns.others ?? []).map(({ table }) => table)]
  const isOwn = (title: unknown) => tables.some((table) => table.some((column) => isInOurWords(column, title)))
  if (!titles!.some(isOwn)) return [titles!, ...rows]
  const kept = titles!.flatMap((title, at) => (isOwn(title) ? [] : [[String(title), rows.map((row) => row[at]!)]]))
  return { columns: Object.fromEntries(kept) as Record<string, CaseCell[]> }
}

function isInOurWords({ name, unit }: ResultColumn, title: unknown): boolean {
  return unit === 'text' && name === title && WORDS.has(name)
}
