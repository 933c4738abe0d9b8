import {
  signature,
  targetText,
  unitAt,
  unitText,
  type Arg,
  type ExampleCells,
  type Limits,
  type Metric,
  type Result,
  type ResultColumn,
  type Scalar,
  type Spec,
} from '../metric.ts'
import { quoted } from '../sheet/references.ts'
import { capitalized } from './readable.ts'
import { catalogue } from './catalogue.ts'
import { families } from '../metrics/index.ts'
import { filled, mentioned } from './nativeFormula.ts'
import { isNative } from './natives.ts'
import { isoText } from '../statistics/time/calendar.ts'

/** A formula that all spreadsheets accept when pasted: =NPS({10;9;8;6}) */
export function formula(spec: Spec, cells: readonly ExampleCells[]): string {
  const { name, args } = spec
  if (isNative(spec)) {
    return filled(spec.native, (wanted) => {
      const at = args.findIndex((arg) => arg.name === wanted)
      return literal(cells[at]!, args[at])
    })
  }
  return `=${name}(${cells.map((value, i) => literal(value, args[i])).join(', ')})`
}

/** What a person would type for an argument: 80% for a margin, "month" for a choice, B2:B500 for a column. */
export function sample(spec: Spec, arg: Arg<unknown>): string {
  const index = spec.args.indexOf(arg)
  if (arg.shape !== 'cell') {
    const widths = spec.args.map((one) => (one.shape === 'cell' ? 0 : (one.block?.columns ?? (one.wide ? 3 : 1))))
    const before = widths.slice(0, index).reduce((sum: number, width) => sum + width, 0)
    const letter = (column: number): string => String.fromCharCode(65 + column)
    return `${letter(before)}2:${letter(before + widths[index]! - 1)}${arg.block ? 1 + arg.block.rows : 500}`
  }
  const own = exampleOf(spec, arg)
  if (own !== undefined) return literal(own, arg)
  if (arg.choices) return literal(arg.choices[0]!.value, arg)
  if (arg.date) return 'DATE(2026,12,31)'
  if (arg.initial !== undefined) return literal(arg.initial, arg)
  // Such as the hours of a working day, of which another function has an example.
  const others = catalogue().map((one) => exampleOf(one.spec, arg))
  return literal(firstOf(others) ?? plausible(arg.limits), arg)
}

/** What the first example that works gives for an argument. */
function exampleOf({ args, examples }: Spec, { name }: Arg<unknown>): ExampleCells | undefined {
  const at = args.findIndex((arg) => arg.name === name)
  const isGiven = (value: ExampleCells | undefined) => !Array.isArray(value) && value !== null && value !== ''
  const works = (gives: Result) => typeof gives !== 'string' || !gives.startsWith('#')
  return firstOf(examples.map(({ cells, gives }) => (works(gives) && isGiven(cells[at]) ? cells[at] : undefined)))
}

function firstOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined)
}

/** 1, or the nearest to it that the limits allow. */
function plausible({ min, max }: Limits = {}): number {
  const least = typeof min === 'number' ? Math.max(1, min) : 1
  return typeof max === 'number' ? Math.min(least, max) : least
}

/** The help line of an argument with its choices: “month: calendar months (default)”. */
export function argumentHelp(arg: Arg<unknown>): string {
  return helpInWords(arg, { byDefault: '(default)', stop: '.' })
}

/** The same in the words of another language. */
export function helpInWords(
  { help, choices, standard }: Arg<unknown>,
  { byDefault, stop }: { byDefault: string; stop: string },
): string {
  if (!choices) return help
  const words = choices.map(({ value, help }) => `${value}: ${help}${value === standard ? ` ${byDefault}` : ''}`)
  return `${help} ${words.join('; ')}${stop}`
}

/** A result as people see it in a sheet, dates as dates; one value for each row in a line. */
export function shownResult({ returns }: Spec, gives: Result): Result {
  const show = (value: Scalar, column: number): Scalar =>
    typeof value === 'number' && unitAt(returns, column) === 'date' ? isoText(value) : value
  if (!Array.isArray(gives)) return show(gives, 0)
  if (returns.column) return gives.map(([value]) => show(value!, 0) || '(blank)').join('; ')
  return gives.map((row, i) => (i === 0 ? row : row.map(show)))
}

/** One call a person may start from, with cell references where data goes. */
export function sampleCall(spec: Spec): string {
  const required = spec.args.filter(({ optional }) => !optional)
  return `=${spec.name}(${required.map((arg) => sample(spec, arg)).join(', ')})`
}

/** The spreadsheet's own formula that gives the same as a function, by the names of its arguments, and when it does. */
export function plainFormula({ native, args }: Spec): { formula: string; condition: string } | null {
  if (native === undefined) return null
  const mentions = mentioned(native)
  const rest = args.filter(({ name }) => !mentions.has(name))
  const condition = rest.length > 0 ? `, with ${rest.map(({ name }) => name).join(' and ')} left out` : ''
  return { formula: filled(native, (name) => name), condition }
}

/** The whole of docs/functions.md. */
export function reference(): string {
  const chapters = families.filter(({ metrics }) => metrics.length > 0)
  return [
    '# Functions',
    'Written by `npm run build` from `core/metrics`. Every example below runs as a test in Google Sheets’ stand-in, on Microsoft’s runtime and in the workbench.',
    'Arguments in [brackets] may be left out. A range may be a whole column: a header, blank cells and blank rows at the end are skipped. Rates are fractions, to be formatted as percentages. In a locale that writes decimal commas, arguments are separated by semicolons. “Without Cuesheet” is what gives the same from cells in which there is nothing to skip or to refuse.',
    ...chapters.flatMap(({ family, metrics }) => [
      `## ${capitalized(family)}`,
      ...metrics.map((metric) => entry(metric)),
    ]),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}

function entry({ spec }: Metric): string {
  const args = spec.args.map((arg) => `- **${arg.name}**: ${argumentHelp(arg)}`)
  const { unit, table, others = [], column } = spec.returns
  const target = targetText(spec.returns)
  const named = (columns: readonly ResultColumn[]) => columns.map(({ name }) => name).join(', ')
  const columns = table && `a table with the columns ${named(table)}`
  const more = others.map(({ when, table }) => `where ${when}, one with ${named(table)}`)
  const single = unit && `${unitText(unit)}${column ? ' for each row, to stand beside the data' : ''}`
  const gives = [single, columns, ...more].filter(Boolean).join('; or ')
  const plain = plainFormula(spec)
  return [
    `### ${spec.name}`,
    `\`=${signature(spec)}\``,
    spec.summary,
    args.join('\n'),
    `Gives ${gives}.${target ? ` Target: ${target}.` : ''}`,
    ...spec.examples.map(({ cells, gives }) => example(formula(spec, cells), shownResult(spec, gives))),
    ...(plain ? [`Without Cuesheet${plain.condition}: \`${plain.formula}\``] : []),
    `Source: ${spec.source}`,
  ].join('\n\n')
}

function example(formula: string, gives: Result): string {
  if (!Array.isArray(gives)) return `- \`${formula}\` gives ${gives}`
  const [header, ...rows] = gives.map((row) => `| ${row.join(' | ')} |`)
  const rule = `|${' --- |'.repeat(gives[0]!.length)}`
  return `- \`${formula}\` gives\n\n${[header, rule, ...rows].join('\n')}`
}

function literal(value: ExampleCells, arg: Arg<unknown> | undefined): string {
  if (Array.isArray(value))
    return `{${value.map((row) => row.map((cell) => literal(cell, undefined)).join(',')).join(';')}}`
  if (typeof value === 'number' && arg?.percent) return `${Number((value * 100).toPrecision(12))}%`
  if (typeof value === 'string' || value === null) return quoted(value ?? '')
  return String(value).toUpperCase()
}
