import type { Arg, ColumnArg } from './argument.ts'
import { column } from './columns/column.ts'
import { absent, asPercent, described, single } from './single/singles.ts'
import { sound } from '../reading/cells.ts'
import { isPlaceholder } from '../reading/texts/placeholders.ts'
import { CellError, isBlank, shown } from '../cell.ts'
import type { Returns } from '../metric.ts'
import { place } from '../reading/range.ts'

/** What to reach, as numbers. A plain number and a range do not say which way is better. */
export interface Target {
  low: number
  high: number
  /** Whether the limit itself is on target: not for "< 2.5". */
  including: boolean
  better: 'higher' | 'lower' | undefined
  /** Whether the text itself says which way is better. It does not where a time alone is taken for an upper limit. */
  saysBetter: boolean
  /** What its numbers count where the text says so. Minutes are turned into hours, weeks into days, years into months. */
  unit: 'percent' | 'hours' | 'days' | 'months' | undefined
}

const EXAMPLES = 'write it like ">= 95%", "< 2.5", "60%-70%" or "under 5 min"'
/** No target is longer, with all its words. */
const LONGEST = 200

/** The target that a text states. One that cannot be read is #VALUE!, and says how to write it. */
export function parseTarget(written: string): Target {
  if (written.length > LONGEST) throw unreadable(written, EXAMPLES)
  const text = written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\bper cent\b/i, '%')
  const found = RANGE.exec(text) ?? BEFORE.exec(text) ?? AFTER.exec(text)
  // Is it a share, or as many points?
  if (!text.includes('%') && SHARE_IN_WORDS.test(text))
    throw unreadable(text, 'write a share as a percentage, or only the number for points')
  if (/\d\s*(?:business|working|work)[\s-]/i.test(text)) {
    throw unreadable(text, 'write working time in hours, as BUSINESS_HOURS counts it')
  }
  if (/\d\s*\/\s*\d/.test(text)) throw unreadable(text, 'write "4 of 5" for a score, or 50% for one half')
  const { sign = '', from, fromUnit = '', to, toUnit = '' } = found?.groups ?? {}
  if (from === undefined) throw unreadable(text, EXAMPLES)
  const unit = unitOf(toUnit || fromUnit, text)
  if (text.includes('%') && unit?.counts !== 'percent') throw unreadable(text, 'write only the percentage')
  const isTime = unit !== undefined && unit.counts !== 'percent'
  if (to === undefined) {
    const { better, including } = compared(sign)
    const limit = oneSided(counted(from, unit, text), unit?.counts, { better, including })
    return isTime && !better ? { ...limit, better: 'lower' } : limit
  }
  const first = fromUnit ? unitOf(fromUnit, text) : unit
  if (first?.counts !== unit?.counts) throw unreadable(text, 'use one unit in both numbers')
  const low = counted(from, first, text)
  const high = counted(to, unit, text)
  if (low > high) {
    const said = (number: string, unit: string) => (fromUnit && fromUnit !== toUnit ? `${number} ${unit}` : number)
    throw unreadable(text, `${said(from, fromUnit)} is above ${said(to, toUnit)}`)
  }
  // 7 to 14 days is a time limit; 60 to 70 % is a range.
  return { low, high, including: true, better: isTime ? 'lower' : undefined, saysBetter: false, unit: unit?.counts }
}

/** What is wrong with a target for a metric, or "": hours are never compared with days, nor scores with shares. */
export function misfit(target: Target, returns: Returns): string {
  const { low, unit: counted } = target
  const { unit, mayExceedOne } = returns
  if (unit === undefined || unit === 'text') return ''
  if (counted === 'percent' && unit !== 'fraction') return 'is no share: write the target without %'
  const isTime = unit === 'hours' || unit === 'days' || unit === 'months'
  if (counted !== undefined && counted !== 'percent' && unit !== counted) {
    return isTime
      ? `counts ${unit}: write the target in ${unit} too`
      : 'is no time: write the target without a unit of time'
  }
  if (unit === 'fraction' && counted === undefined && low > (mayExceedOne ? MOST_RATE : 1)) {
    // 85 is meant as 85 %; what 4.5 is meant as, nobody knows.
    const example =
      low >= MOST_RATE && low <= 100
        ? limitText({ ...target, unit: 'percent' }, low)
        : isLower(returns)
          ? '<= 5%'
          : '85%'
    return `is a share: write the target in per cent, such as ${example}`
  }
  if (isFloor(target, returns)) {
    const limit = unit === 'fraction' && counted === undefined ? { ...target, unit: 'percent' as const } : target
    const written = limit.unit === 'percent' ? 100 * low : low
    return `is better when it is lower: write ${limitText({ ...limit, better: 'lower' }, written)} as the target`
  }
  return ''
}

/** A share or rate is hardly above 1,000 %. */
const MOST_RATE = 10

/** Whether a plain number would be taken for the least to be reached, though the metric is better when it is lower. */
export function isFloor({ low, high, better }: Target, returns: Returns): boolean {
  return better === undefined && low === high && isLower(returns)
}

function limitText({ better, including, unit }: Target, limit: number): string {
  const sign = better === undefined ? '' : `${better === 'higher' ? '>' : '<'}${including ? '=' : ''} `
  return `${sign}${numberText(Number(limit.toPrecision(12)))}${unit === 'percent' ? '%' : ''}`
}

/** The most that is allowed, as parseTarget reads it. */
export function atMost(limit: string | number | boolean): string {
  return `<= ${typeof limit === 'number' ? numberText(limit) : limit}`
}

/** A number that is read in one way only: 2.375 might be 2,375, and 1e-7 is none. */
function numberText(value: number): string {
  const text = /e-/.test(String(value)) ? value.toFixed(20).replace(/0+$/, '') : String(value)
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** Whether a metric is better when it is lower, as it says itself or its usual targets do. */
function isLower({ better, target }: Returns): boolean {
  const [first] = typeof target === 'object' ? Object.values(target) : [target]
  return (better ?? (first === undefined ? undefined : parseTarget(first).better)) === 'lower'
}

/**
 * What is wrong with a value for a target in per cent, or "": 15 against "85%" would be far above it, though 15 % is far
 * below. Hardly a share is above 200 %, and a rate that is to be 100 % or more hardly above 20 times that.
 */
export function percentPoints(value: number, { high, unit }: Target): string {
  const most = high < 1 ? 2 : 20 * high
  if (unit !== 'percent' || value <= most) return ''
  const mend = asPercent(value, (share) => share <= most) || 'which no share comes near: look at which cell it is'
  return `${value} and the target ${Number((high * 100).toPrecision(12))}%, ${mend}`
}

/**
 * What is wrong with a value for a time limit in days or months, or "": 20 against "< 1 day" is far above it in days, as
 * it is compared, and below it in hours. So wide a miss of a limit that would be kept in a shorter unit is a mistaken
 * unit rather than a miss; of short limits sooner than of long ones, since hours are what they are mostly measured in.
 */
export function otherTime(value: number, aim: Target): string {
  const { high, better, unit } = aim
  const shorter = unit === 'days' ? HOURS_A_DAY : unit === 'months' ? HOURS_A_MONTH : 1
  const isWide = value > high && value >= high * (high <= 7 ? 1.5 : 5)
  if (better !== 'lower' || unit === undefined || value > high * shorter || !isWide) return ''
  const plain = limitText({ ...aim, unit: undefined }, high)
  const [other, inOther] =
    unit === 'days' ? ['hours', ` (${limitText(aim, high * HOURS_A_DAY)} h)`] : ['hours or days', '']
  return `${value} and the target counts ${unit}: if the value counts ${other}, write the target so too${inOther}; if it counts ${unit}, write only the number (${plain})`
}

const HOURS_A_DAY = 24
const HOURS_A_MONTH = 730.5

/** The target in a cell that is not blank. */
export function targetOf(cell: string | number | boolean, name: string): Target {
  if (typeof cell === 'number') return oneSided(cell, undefined, { better: undefined, including: true })
  if (typeof cell === 'boolean') throw new CellError('#VALUE!', `${name} is ${described(cell)}, not a target`)
  return parseTarget(cell)
}

/** A target of a cell: a plain number, or text as people write it. Limits that are to be reached are inclusive. */
export function target(name: string, help: string): Arg<Target>
export function target(name: string, help: string, options: { default: null }): Arg<Target | null>
export function target(name: string, help: string, options: { default?: null } = {}): Arg<Target | null> {
  return {
    name,
    help,
    shape: 'cell',
    optional: options.default === null,
    text: true,
    read(raw, { decode }) {
      const cell = single(name, raw, decode)
      return isBlank(cell) ? absent<Target | null>(name, raw, options.default) : targetOf(cell!, name)
    },
  }
}

/**
 * A column of targets, written like one: numbers, or text. A row without one is left out. The limits are all that counts:
 * a row of numbers says elsewhere which way is better.
 */
export function targetColumn(name: string, help: string): ColumnArg<Target[]> {
  return column<Target[]>({
    name,
    help,
    optional: false,
    firstCell(cell) {
      if (typeof cell !== 'string') return isBlank(cell) ? 'either' : 'value'
      return isBlank(cell) || isPlaceholder(cell) ? 'either' : /\d/.test(cell) ? 'value' : 'title'
    },
    readRows(range, start, end, { decode }) {
      const values = new Array<Target>(end - start)
      let blank: Uint8Array | null = null
      for (let i = start; i < end; i++) {
        const cell = sound(decode(range.cells[i]![0]), range, i, 0)
        if (isBlank(cell) || typeof cell === 'boolean' || (typeof cell === 'string' && isPlaceholder(cell))) {
          ;(blank ??= new Uint8Array(end - start))[i - start] = 1
        } else values[i - start] = targetIn(cell!, place(range, i, 0))
      }
      return { values, blank }
    },
    pick: (values, rows) => Array.from(rows, (row) => values[row]!),
  })
}

function targetIn(cell: string | number, where: string): Target {
  try {
    return targetOf(cell, where)
  } catch (error) {
    throw error instanceof CellError ? new CellError(error.code, `${where}: ${error.message}`) : error
  }
}

function oneSided(
  value: number,
  unit: Target['unit'],
  { better, including }: Pick<Target, 'better' | 'including'>,
): Target {
  return { low: value, high: value, including, better, saysBetter: better !== undefined, unit }
}

const NUMBER = String.raw`[+\u2212-]?(?:\d[\d.,]*|[.,]\d+)`
const UNIT = String.raw`(?:%|(?!(?:max|maximum|minimum|plus|or|and)\b)[a-z]+(?![a-z])\.?)`
/** What may stand after a number without changing it: of 5, in 12 months, per order, a month, points. */
const NOUN = String.raw`(?:\s*(?:points?|stars?|pts|x|:\s*1)\b)?`
const REST = String.raw`${NOUN}(?:\s*(?:out of|of|in|per|an?|each|every|over|within|lower|cheaper|on)\b.*|\s*\/.*)?`
/** 95 out of 100, 1 in 10, 5 per hundred; but not 4 out of 5 on a scale, nor 2 in 12 months. */
const SHARE_IN_WORDS =
  /\b(?:(?:out of|of|per)\s+(?:an? |one )?(?:1000?|hundred|thousand)|in\s+(?:(?!(?:19|20)\d\d\b)\d+|ten|hundred|a hundred|thousand|a thousand))\s*$/i
const SIGN_BEFORE = String.raw`>\s*=|=>|<\s*=|=<|[\u2265\u2264><=]|at (?:the )?least|not? (?:less|fewer|lower) than|min(?:imum)?\.?|from|over|above|(?:more|higher|greater) than|at (?:the )?most|not? (?:more|higher|later|longer) than|max(?:imum)?\.?|up to|under|below|(?:less|fewer|lower|smaller) than|within`
const SIGN_AFTER = String.raw`\+|plus|min(?:imum)?\.?|max(?:imum)?\.?|at (?:the )?(?:least|most)|or (?:more|higher|above|better|over|less|lower|below|under|fewer|faster)|and (?:more|above|over|less|below|under)`
const BEFORE = pattern(String.raw`(?<sign>${SIGN_BEFORE})?\s*(?<from>${NUMBER})\s*(?<fromUnit>${UNIT})??${REST}`)
const AFTER = pattern(String.raw`(?<from>${NUMBER})\s*(?<fromUnit>${UNIT})??${NOUN}\s*(?<sign>${SIGN_AFTER})${REST}`)
const RANGE = pattern(
  String.raw`(?<sign>between|from|within)?\s*(?<from>${NUMBER})\s*(?<fromUnit>${UNIT})??\s*(?:[-\u2013\u2014]|\.\.|to|and)\s*(?<to>${NUMBER})\s*(?<toUnit>${UNIT})??${REST}`,
)

function pattern(source: string): RegExp {
  return new RegExp(String.raw`^\s*${source}\s*$`, 'i')
}

interface TimeOrShare {
  name: RegExp
  counts: NonNullable<Target['unit']>
  /** How many of it make one of what it counts, or how many of that it holds. Two whole numbers divide without a trace. */
  per?: number
  holds?: number
}

const UNITS: readonly TimeOrShare[] = [
  { name: /^(?:%|percent|pct)$/i, counts: 'percent', per: 100 },
  { name: /^s(?:ecs?|econds?)?$/i, counts: 'hours', per: 3600 },
  { name: /^min(?:s|utes?)?$/i, counts: 'hours', per: 60 },
  { name: /^h(?:rs?|ours?)?$/i, counts: 'hours' },
  { name: /^d(?:ays?)?$/i, counts: 'days' },
  { name: /^w(?:ks?|eeks?)?$/i, counts: 'days', holds: 7 },
  { name: /^mo(?:nths?)?$/i, counts: 'months' },
  { name: /^y(?:rs?|ears?)?$/i, counts: 'months', holds: 12 },
]

function unitOf(written: string, text: string): TimeOrShare | undefined {
  if (written === '') return undefined
  const unit = UNITS.find(({ name }) => name.test(written.replace('.', '')))
  if (unit) return unit
  throw unreadable(text, `${shown(written)} is no unit it knows; use %, min, h, days or months, or only the number`)
}

function counted(written: string, unit: TimeOrShare | undefined, text: string): number {
  const { counts, per = 1, holds = 1 } = unit ?? {}
  // Nobody has a thousand per cent, but many have 99.995 of them.
  if (counts !== 'percent' && /^[+\u2212-]?[1-9]\d{0,2}\.\d{3}$/.test(written)) {
    throw unreadable(text, `${twoWays(written)}, or with fewer digits after the point`)
  }
  return (numberOf(written, text) * holds) / per
}

function numberOf(written: string, text: string): number {
  if (/^[+\u2212-]?\d+,\d{3}(?!\d)|[.,]\d*[.,]/.test(written)) throw unreadable(text, twoWays(written))
  return Number(written.replace(',', '.').replace('\u2212', '-'))
}

function compared(sign: string): Pick<Target, 'better' | 'including'> {
  const words = sign.toLowerCase()
  if (words === '' || words === '=') return { better: undefined, including: true }
  const higher = HIGHER.test(words)
  return { better: higher ? 'higher' : 'lower', including: !STRICT.test(words) }
}

function twoWays(written: string): string {
  return `${written.slice(0, 40)} can be read in two ways, write it without a mark for thousands`
}

const HIGHER =
  /^(?:>|>\s*=|=>|\u2265|at (?:the )?least|not? (?:less|fewer|lower) than|min.*|from|over|above|(?:more|higher|greater) than|\+|plus|(?:or|and) (?:more|higher|above|better|over))$/
const STRICT = /^(?:>|<|over|above|under|below|(?:more|higher|greater|less|fewer|lower|smaller) than)$/

function unreadable(text: string, mend: string): CellError {
  return new CellError('#VALUE!', `target ${shown(text)} cannot be read: ${mend}`)
}
