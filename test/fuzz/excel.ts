import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Arg } from '../../core/arguments/index.ts'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { dateFormat } from '../../core/metric.ts'
import { FIRST_SERIAL } from '../../core/statistics/time/calendar.ts'
import { builtMetadata, outcomeOf, wireArguments } from '../hosts/excelHost/excel.ts'
import type { Call as Invocation, Reply } from '../hosts/excelHost/calls.ts'
import { built, flags, openRuntime, type Runtime } from '../hosts/excelHost/runtime.ts'
import type { SendsBlanksAs } from '../hosts/excelHost/workbook.ts'
import { withIntrinsics } from './intrinsics.ts'
import { isSerial, type Answer } from './answer.ts'
import { cellsOf, isBlock, type Call, type SheetCell } from './cells.ts'

/** The built functions of Excel in Microsoft's runtime, one page for many calls. */
export interface ExcelFunctions {
  /** All calls go in one message, as on recalculation. `onCall` hears of each before it is made. */
  callMany(calls: readonly Call[], onCall?: (call: Call) => void): Promise<Answer[]>
  /** Runs a script in the page. */
  evaluate(script: string): unknown
}

/** Excel's functions where a blank cell arrives as null, or as 0, which some builds send. */
export async function openExcelFunctions(
  blank: Exclude<SendsBlanksAs, ''>,
  folder = built(''),
): Promise<ExcelFunctions> {
  const runtime = openBundle(folder)
  const parameters = new Map(
    builtMetadata(`${folder}functions.json`).functions.map(({ id, parameters }) => [id, parameters]),
  )
  // From the first blank cell on it is known that they can be told from 0.
  if (blank === null) await runtime.invoke('NPS', [[[9], [null]]])
  const begins = announced(runtime)
  return {
    async callMany(calls, onCall) {
      let next = 0
      begins(() => onCall?.(calls[next++]!))
      const replies = await runtime.invokeMany(calls.map((call) => invocation(call, parameters.get(call.name)!, blank)))
      return replies.map(answerOf)
    },
    evaluate: (script) => runtime.page.evaluate(script),
  }
}

function openBundle(from: string): Runtime {
  const folder = mkdtempSync(join(tmpdir(), 'cuesheet-'))
  const bundle = join(folder, 'functions.js')
  try {
    writeFileSync(bundle, withIntrinsics(readFileSync(`${from}functions.js`, 'utf8')))
    return openRuntime({ bundle })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lets the page say before each call that it comes; calls come in the order of the message. */
function announced({ page }: Runtime): (hear: () => void) => void {
  let hear = () => {}
  page.window.callBegins = () => hear()
  page.evaluate(`{
    const { mappings } = CustomFunctions._association
    for (const id of Object.keys(mappings)) {
      const own = mappings[id]
      mappings[id] = (...given) => (callBegins(), own(...given))
    }
  }`)
  return (listener) => {
    hear = listener
  }
}

function invocation(
  { name, given }: Call,
  parameters: Parameters<typeof wireArguments>[0],
  blank: SendsBlanksAs,
): Invocation {
  const { args } = findMetric(name)!.spec
  const argAt = (i: number) => args[Math.min(i, args.length - 1)]!
  // A date where none belongs is told by its format, as Google Sheets tells it by its type. So is a duration.
  const isRich = given.some((one, i) =>
    cellsOf(one).some((cell) => isSerial(cell) && needsFormat(argAt(i), cell.serial)),
  )
  const spelled = (arg: Arg<unknown>, cell: SheetCell): unknown => {
    if (cell === null || typeof cell !== 'object') return cell
    if ('error' in cell) return isRich ? rich('Error', cell.error) : { type: 'CustomFunctionError', code: cell.error }
    return needsFormat(arg, cell.serial) ? rich('Double', cell.serial, dateFormat(cell.serial)) : cell.serial
  }
  const cells = given.map((one, i) => {
    const spell = (cell: SheetCell) => spelled(argAt(i), cell)
    return one === undefined ? undefined : isBlock(one) ? one.map((row) => row.map(spell)) : spell(one)
  })
  const wire = wireArguments(parameters, cells, blank)
  return { id: name, args: wire, flags: flags.errors | (isRich ? flags.richData : 0) }
}

function needsFormat({ date }: Arg<unknown>, serial: number): boolean {
  return !date || serial < FIRST_SERIAL
}

/** A cell as a data type. */
function rich(basicType: 'Error' | 'Double', basicValue: string | number, numberFormat?: string): { value: string } {
  const type = numberFormat === undefined ? basicType : 'FormattedNumber'
  return { value: JSON.stringify({ type, basicType, basicValue, numberFormat }) }
}

function answerOf(reply: Reply): Answer {
  const outcome = outcomeOf(reply)
  if ('error' in outcome) return { code: outcome.error, ...(outcome.message && { message: outcome.message }) }
  if (!reply.ok) throw new Error('a failure has become a value')
  const value = Array.isArray(reply.value)
    ? (reply.value as unknown[][]).map((row) => row.map(shown))
    : shown(reply.value)
  // A block of one cell fills one cell.
  return { value: Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value }
}

function shown(cell: unknown): unknown {
  const { type, basicValue } = (cell ?? {}) as { type?: string; basicValue?: number }
  return type === 'FormattedNumber' ? { serial: basicValue } : cell
}
