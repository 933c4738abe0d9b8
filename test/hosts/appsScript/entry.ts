import { calculated } from './formulas.ts'
import { isDate } from './realm.ts'
import { address, parseAddress, store, type StoredCell, type StoredSheet, type Workbook } from './workbook.ts'
import { serialAt } from './zone.ts'

const EPOCH = 25569 * 864e5
const MOST_LETTERS = 50_000

/** What a person types into a cell, or a script gives it, with the formula calculated. */
export function enter(workbook: Workbook, sheet: StoredSheet, row: number, column: number, content: unknown): void {
  const cell = entered(workbook, sheet.formats.get(address(row, column)) === '@', content)
  const { formula } = cell
  if (formula === undefined) return store(sheet, row, column, cell)
  if (workbook.custom?.(sheet, row, column, formula)) return
  const worked: StoredCell = { formula, value: calculated(workbook, sheet, row, column, formula) }
  followers.add(worked)
  store(sheet, row, column, worked)
}

/** Cells whose formulas of built-in functions follow what they name. */
const followers = new WeakSet<StoredCell>()

/** Works out what formulas of built-in functions show by now, as often as they wait for each other. */
export function recalculate(workbook: Workbook): void {
  const waiting = workbook.sheets.flatMap((sheet) =>
    [...sheet.cells].flatMap(([name, cell]) =>
      followers.has(cell) && NAMES_CELLS.test(cell.formula!) ? { sheet, cell, ...parseAddress(name) } : [],
    ),
  )
  for (let pass = 0, isSettled = false; !isSettled && pass < MOST_PASSES; pass++) {
    isSettled = true
    for (const { sheet, cell, row, column } of waiting) {
      const value = calculated(workbook, sheet, row, column, cell.formula!)
      if (JSON.stringify(value) === JSON.stringify(cell.value)) continue
      cell.value = value
      isSettled = false
    }
  }
}

const NAMES_CELLS = /[A-Z](?:\$?\d|:)/

/** Formulas that name themselves would never settle. */
const MOST_PASSES = 20

function entered({ plainText, timeZone }: Workbook, isPlain: boolean, content: unknown): StoredCell {
  if (content === null || content === undefined) return { value: '' }
  if (isDate(content)) return { value: { serial: serialAt(content.getTime(), timeZone) } }
  if (typeof content === 'string' && content.length > MOST_LETTERS) {
    throw new Error(`Your input contains more than the maximum of ${MOST_LETTERS} characters in a single cell.`)
  }
  if (isPlain) {
    const text = String(content)
    if (plainText === 'keeps' || !/^[='+]/.test(text)) return { value: text }
  }
  if (typeof content === 'boolean') return { value: content }
  return typed(content as string | number)
}

/**
 * What Sheets makes of typed content, or of setValue with a string, in the locale of the United States. Where it is not
 * known how much Sheets takes for a formula, this takes more: also after blanks, and after + - @ and a wide =.
 */
export function typed(content: string | number): StoredCell {
  if (typeof content === 'number') return { value: content }
  if (content.startsWith("'")) return { value: content.slice(1) }
  const text = content.trim()
  if (/^[=\uff1d]./su.test(text)) return { formula: `=${text.slice(1)}`, value: { error: '#NAME?' } }
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' }
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/.test(text)) return { value: { error: text } }
  const number = numberIn(text)
  if (number !== undefined) return { value: number }
  const serial = serialIn(text)
  if (serial !== undefined) return { value: { serial } }
  if (/^[+@\uff0b-]./su.test(text)) return { formula: `=${text}`, value: { error: '#NAME?' } }
  return { value: content }
}

/** 7, -1,234.5, .5, 1e5, $5 and 50%. */
function numberIn(text: string): number | undefined {
  const match = /^([+-]?)\$?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?)(%?)$/i.exec(text)
  if (!match || !/^\.?\d/.test(match[2]!)) return undefined
  return (Number(match[2]!.replace(/,/g, '')) * (match[1] === '-' ? -1 : 1)) / (match[3] ? 100 : 1)
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'

/** 2026-03-01, 2026-03-01 09:30, 3/1/2026, 3-1, Mar 1 and 12:30. Without a year it is 2026. */
function serialIn(text: string): number | undefined {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?: (\d\d?):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (iso) return serial(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5], iso[6])
  const american = /^(\d\d?)[/-](\d\d?)(?:[/-](\d{4}))?$/.exec(text)
  if (american) return serial(american[3] ?? '2026', american[1]!, american[2]!)
  const worded = new RegExp(`^(${months})[a-z]* (\\d\\d?)(?:, (\\d{4}))?$`, 'i').exec(text)
  if (worded) {
    const month = months.split('|').indexOf(worded[1]!.toLowerCase()) + 1
    return serial(worded[3] ?? '2026', String(month), worded[2]!)
  }
  const time = /^(\d\d?):(\d\d)(?::(\d\d))?$/.exec(text)
  if (time) return (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400
  return undefined
}

function serial(year: string, month: string, day: string, hour = '0', minute = '0', second = '0'): number | undefined {
  const parts = [year, month, day, hour, minute, second].map(Number) as [number, number, number, number, number, number]
  const [y, m, ...rest] = parts
  const date = new Date(Date.UTC(y, m - 1, ...rest))
  return date.getUTCMonth() === m - 1 ? (date.getTime() + EPOCH) / 864e5 : undefined
}
