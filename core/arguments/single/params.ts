import { table, type Arg } from '../index.ts'
import { CellError, cut, isBlank, listed, shown, type Cell } from '../../cell.ts'
import type { ResultColumn, Table } from '../../metric.ts'

/** What each function that fits a model gives, in the order of its columns. */
const fits = {
  BGNBD_FIT: ['r', 'alpha', 'a', 'b'],
  PNBD_FIT: ['r', 'alpha', 's', 'beta'],
  SPEND_FIT: ['p', 'q', 'gamma'],
  SBG_FIT: ['alpha', 'beta'],
  BASS_FIT: ['p', 'q', 'm'],
} as const

/** What follows the parameters: how well they fit, and whether a best fit was found. */
const LIKELY: readonly ResultColumn[] = [
  { name: 'log_likelihood', unit: 'ratio' },
  { name: 'converged', unit: 'text' },
]
const verdicts: Readonly<Record<Fit, readonly ResultColumn[]>> = {
  BGNBD_FIT: LIKELY,
  PNBD_FIT: LIKELY,
  SPEND_FIT: LIKELY,
  SBG_FIT: LIKELY,
  BASS_FIT: [
    { name: 'peak_period', unit: 'count' },
    { name: 'r_squared', unit: 'ratio' },
    { name: 'converged', unit: 'text' },
    { name: 'warning', unit: 'text' },
  ],
}

export type Fit = keyof typeof fits
/** The parameters of a fitted model by name. */
export type Params<F extends Fit> = { [K in F]: Record<(typeof fits)[K][number], number> }[F]

/** The columns of a fit: its parameters, and what is to be known of them. */
export function fitColumns(fit: Fit): ResultColumn[] {
  const column = (name: string): ResultColumn => {
    if (fit !== 'BASS_FIT') return { name, unit: 'ratio' }
    // A p of 0.0136 would be 0.01 with two digits.
    return name === 'm' ? { name, unit: 'estimate' } : { name, unit: 'ratio', digits: 4 }
  }
  return [...fits[fit].map(column), ...verdicts[fit]]
}

/** The result of a fit by likelihood: a header and a row of values. */
export function fitTable<F extends Exclude<Fit, 'BASS_FIT'>>(
  fit: F,
  values: Params<F>,
  { value, converged }: { value: number; converged: boolean },
): Table {
  const named = values as Record<string, number>
  return [fitColumns(fit).map(({ name }) => name), [...fits[fit].map((name) => named[name]!), value, converged]]
}

/**
 * The parameters of a fitted model: the block that the fit gives, with its header, or its row of values alone, each with
 * or without what follows the parameters. Where several fits will do, a row without a header is the first of them.
 */
export function params<F extends Fit>(name: string, help: string, ...accepted: readonly [F, ...F[]]): Arg<Params<F>> {
  const block = table(name, help, { rows: 2, columns: fits[accepted[0]].length })
  return {
    ...block,
    read(raw, reading) {
      const rows = inRows(block.read(raw, reading).map(withoutBlankEnd))
      const titled = rows[0]!.length > 0 && rows[0]!.every((cell) => typeof cell === 'string')
      const fit = titled ? fitOf(name, rows[0]!, accepted) : accepted[0]
      const values = rows.slice(titled ? 1 : 0)
      if (values.length !== 1) throw wrongBlock(name, `${values.length} rows of values`, accepted)
      return readValues(name, values[0]!, fit) as Params<F>
    },
  }
}

type Cells = readonly Exclude<Cell, CellError>[]

/** Single cells below each other are a row as well. */
function inRows(rows: readonly Cells[]): readonly Cells[] {
  const isColumn = rows.length > 1 && rows.every(({ length }) => length <= 1)
  return isColumn ? [rows.flatMap((cells) => cells)] : rows
}

function withoutBlankEnd(cells: Cells): Cells {
  let end = cells.length
  while (end > 0 && isBlank(cells[end - 1]!)) end--
  return cells.slice(0, end)
}

function fitOf<F extends Fit>(name: string, header: Cells, accepted: readonly F[]): F {
  const titles = header.map((cell) => String(cell).trim().toLowerCase())
  const begins = (fit: Fit) => fits[fit].every((parameter, i) => titles[i] === parameter)
  const fit = accepted.find(begins)
  if (fit) return fit
  const other = (Object.keys(fits) as Fit[]).find(begins)
  const problem = `the columns ${listed(titles, cut)}`
  throw wrongBlock(name, other ? `${fits[other].join(', ')}, a result of ${other}` : problem, accepted)
}

function readValues(name: string, cells: Cells, fit: Fit): Record<string, number> {
  const names = fits[fit]
  if (cells.length < names.length || cells.length > names.length + verdicts[fit].length) {
    throw wrongBlock(name, `${cells.length} value${cells.length === 1 ? '' : 's'}`, [fit])
  }
  const values: Record<string, number> = {}
  names.forEach((parameter, i) => {
    const value = cells[i]!
    // Adopters whom nobody imitates have a q of 0.
    const mayBeZero = fit === 'BASS_FIT' && parameter === 'q'
    if (typeof value !== 'number' || !(value > 0 || (mayBeZero && value === 0))) {
      const found = isBlank(value) ? 'is blank' : `has ${shown(value)}`
      const wanted = mayBeZero ? 'a number not below 0' : 'a number above 0'
      throw new CellError('#VALUE!', `${name} ${found} where ${parameter} belongs, ${wanted}`)
    }
    if (fit === 'BASS_FIT' && value > (mostOfBass[parameter] ?? Infinity)) {
      const share = `write ${value}% or ${Number((value / 100).toPrecision(12))}`
      throw new CellError('#VALUE!', `${name} has ${value} where ${parameter} belongs, a share of a period: ${share}`)
    }
    values[parameter] = value
  })
  return values
}

/** Above these, the shares of the Bass model are per cent without their sign. */
const mostOfBass: Readonly<Record<string, number>> = { p: 1, q: 10 }

function wrongBlock(name: string, found: string, accepted: readonly Fit[]): CellError {
  const wanted = accepted.map((fit) => `${fit} (${fits[fit].join(', ')})`).join(' or ')
  return new CellError('#VALUE!', `${name} has ${found}; select the result of ${wanted}`)
}
