import { readFileSync } from 'node:fs'
import vm from 'node:vm'
import { builtFolder } from '../hosts/appsScript/project.ts'
import { bareContext, isDate, realmOf } from '../hosts/appsScript/realm.ts'
import { defineServices, newSurroundings } from '../hosts/appsScript/services.ts'
import { newWorkbook } from '../hosts/appsScript/workbook.ts'
import { instantOf, serialAt } from '../hosts/appsScript/zone.ts'
import type { Answer } from './answer.ts'
import { withIntrinsics } from './intrinsics.ts'
import { isBlock, type Block, type Call, type Given, type SheetCell } from './cells.ts'

/** The built script of Google Sheets in one bare scope for many calls: loading it is most of what a single call costs. */
export interface SheetsFunctions {
  call(call: Call): Answer
  /** The same cells handed over twice, and whether they are still the same afterwards. */
  callTwice(call: Call): { answers: [Answer, Answer]; isKept: boolean }
  /** Runs a script in the scope. */
  evaluate(script: string): unknown
}

/** Without summer time, so that every serial is one instant. */
const ZONE = 'Etc/GMT-5'

type CustomFunction = (...given: unknown[]) => unknown

export function openSheetsFunctions(folder = builtFolder): SheetsFunctions {
  const manifest = JSON.parse(readFileSync(`${folder}appsscript.json`, 'utf8')) as { timeZone: string }
  process.env.TZ = manifest.timeZone
  const context = bareContext()
  const realm = realmOf(context)
  defineServices(context, realm, 'formula', newSurroundings(newWorkbook(ZONE), new Map()))
  const code = withIntrinsics(readFileSync(`${folder}Code.js`, 'utf8'))
  const evaluate = vm.runInContext(code, context) as SheetsFunctions['evaluate']
  const functions = new Map<string, CustomFunction>()

  /** A function as it stands in the scope now. */
  function functionOf(name: string): CustomFunction {
    let found = functions.get(name)
    if (!found) functions.set(name, (found = evaluate(name) as CustomFunction))
    return found
  }

  const instants = new Map<number, number>()
  function dateOf(serial: number): unknown {
    let instant = instants.get(serial)
    if (instant === undefined) instants.set(serial, (instant = instantOf(serial, ZONE)))
    return realm.date(instant)
  }

  function passedCell(cell: SheetCell): unknown {
    if (cell === null) return ''
    if (typeof cell !== 'object') return cell
    return 'serial' in cell ? dateOf(cell.serial) : cell.error
  }

  /** A range of one cell is its value. */
  function passed(given: Given): unknown {
    if (given === undefined) return undefined
    if (!isBlock(given)) return passedCell(given)
    if (given.length === 1 && given[0]!.length === 1) return passedCell(given[0]![0]!)
    return realm.array(given.map((row) => realm.array(row.map(passedCell))))
  }

  function allPassed({ given }: Call): unknown[] {
    const all = given.map(passed)
    while (all.length > 0 && all[all.length - 1] === undefined) all.pop()
    return all
  }

  function answerOf(name: string, cells: readonly unknown[]): Answer {
    try {
      return { value: shown(functionOf(name)(...cells)) }
    } catch (error) {
      return { message: String(error) }
    }
  }

  return {
    call: (call) => answerOf(call.name, allPassed(call)),
    callTwice(call) {
      const cells = allPassed(call)
      const answers: [Answer, Answer] = [answerOf(call.name, cells), answerOf(call.name, cells)]
      return { answers, isKept: call.given.every((given, i) => isStill(cells[i], given, passedCell)) }
    },
    evaluate(script) {
      functions.clear()
      return evaluate(script)
    },
  }
}

/** Whether cells that were handed over are what they were. */
function isStill(passed: unknown, given: Given, spelled: (cell: SheetCell) => unknown): boolean {
  if (!Array.isArray(passed) || !isBlock(given)) return true
  const isSame = (cell: unknown, of: SheetCell) => {
    const before = spelled(of)
    return isDate(cell) && isDate(before) ? cell.getTime() === before.getTime() : cell === before
  }
  return (
    passed.length === given.length &&
    (given as Block).every((row, i) => {
      const line = passed[i] as unknown
      return Array.isArray(line) && line.length === row.length && row.every((cell, j) => isSame(line[j], cell))
    })
  )
}

function shown(result: unknown): unknown {
  if (Array.isArray(result)) {
    const rows = Array.from(result, (row: unknown) => (Array.isArray(row) ? Array.from(row, shownCell) : row))
    // A block of one cell fills one cell.
    return rows.length === 1 && Array.isArray(rows[0]) && rows[0].length === 1 ? (rows[0][0] as unknown) : rows
  }
  return shownCell(result)
}

function shownCell(result: unknown): unknown {
  if (!isDate(result)) return result
  return { serial: serialAt(result.getTime(), ZONE) }
}
