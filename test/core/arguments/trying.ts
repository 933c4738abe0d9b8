import type { Arg } from '../../../core/arguments/index.ts'
import { CellError, type Decode } from '../../../core/cell.ts'
import type { Spec } from '../../../core/metric.ts'
import { evaluate, readCall } from '../../../core/reading/evaluate.ts'
import { plain } from '../../close.ts'

/** A number that its host shows as a date or a time. */
class Dated {
  readonly serial: number
  constructor(serial: number) {
    this.serial = serial
  }
}
export const dated = (serial: number): unknown => new Dated(serial)

/** Cells that are spelled as core spells them, and numbers that are shown as dates. */
export const cells: Decode = Object.assign((raw: unknown) => (raw instanceof Dated ? raw.serial : plain(raw)), {
  isDate: (raw: unknown) => raw instanceof Dated,
})

/** A metric that takes these arguments. */
function spec(args: readonly Arg<unknown>[]): Spec {
  return { name: 'TRY', summary: '', questions: [], args, returns: {}, examples: [], source: '' }
}

/** What reaches a metric that is called with these cells. */
export const read = (args: readonly Arg<unknown>[], ...raw: unknown[]): unknown[] =>
  readCall(spec(args), raw, cells).values

/** The same, where the title of the cells has been cut already. */
export const readBody = (args: readonly Arg<unknown>[], ...raw: unknown[]): unknown[] =>
  readCall(
    spec(args),
    raw,
    Object.assign((cell: unknown) => cells(cell), { isBody: true }),
  ).values

/** What is not sure about the first row. */
export const doubt = (args: readonly Arg<unknown>[], ...raw: unknown[]): string | undefined =>
  readCall(spec(args), raw, cells).doubt()?.sentence

/** What a formula shows that is called with these cells and fails. */
export function failure(args: readonly Arg<unknown>[], ...raw: unknown[]): string {
  return refusal(() => evaluate({ spec: spec(args), compute: () => 0 }, raw, cells))
}

/** What a cell shows when this fails. */
export function refusal(compute: () => unknown): string {
  try {
    compute()
  } catch (error) {
    if (error instanceof CellError) return `${error.code} ${error.message}`
    throw error
  }
  throw new Error('nothing was wrong')
}
