import { CellError, shown } from '../cell.ts'
import type { Arg, Metric, Reading } from '../metric.ts'
import { text } from './single/singles.ts'

/** A metric that a person has named, as nps, =NPS or NPS(): one of ours, or one of their own. */
export interface NamedMetric {
  written: string
  /** Undefined where none of ours has the name. */
  known: Metric | undefined
}

export function metricName(name: string, help: string): Arg<NamedMetric> {
  const named = text(name, help)
  return {
    ...named,
    read(raw, reading) {
      const written = named.read(raw, reading)
      return { written, known: reading.find(lookupName(written)) }
    },
  }
}

/** The name of one of our functions that gives a single number. */
export function numberMetric(name: string, help: string): Arg<Metric> {
  const named = metricName(name, help)
  return {
    ...named,
    namesModel: true,
    read(raw, reading) {
      const { written, known } = named.read(raw, reading)
      if (!known) {
        const problem = `is the text ${shown(written)}, which is no function of ours; use one such as "NPS"`
        throw new CellError('#VALUE!', `${name} ${problem}`)
      }
      const { args, returns } = known.spec
      const { unit, column } = returns
      if (unit && !column) {
        if (!args.some(({ namesModel }) => namesModel)) return known
        throw new CellError('#VALUE!', `${known.spec.name} names a function itself, use one that works with data`)
      }
      const gives = column ? 'a value for each row' : 'a table'
      throw new CellError('#VALUE!', `${known.spec.name} gives ${gives}, use a function that gives one number`)
    },
  }
}

/** Which values stand first. */
export type Order = 'asc' | 'desc'

/** What may follow the name of a function in the same text: "NPS desc", "CSAT detail 90%". */
export interface Wish {
  order?: Order
  isDetailed?: true
  confidence?: number
}

/** The same, and in which order its values are to stand, and how much is to be said of each. */
export function wishedMetric(name: string, help: string): Arg<{ metric: Metric; wish: Wish }> {
  const named = text(name, help)
  const alone = numberMetric(name, help)
  return {
    ...alone,
    read(raw, reading) {
      const written = named.read(raw, reading)
      const { bare, wish } = withoutWish(written)
      refuseBareConfidence(name, written, bare, reading)
      const { confidence = 0.95 } = wish
      if (confidence < 0.5 || confidence > 0.9999) {
        throw new CellError('#VALUE!', `${name} asks for ${confidence * 100}%, outside 50% to 99.99%`)
      }
      return { metric: alone.read(bare, reading), wish }
    },
  }
}

/** “CSAT 90” is meant for “CSAT 90%”, unless a function has the whole for its name, as Rule of 40. */
function refuseBareConfidence(name: string, written: string, bare: string, { find }: Reading): void {
  const [, before, number] = /^(.*\S)[\s,]\s*(\d+(?:\.\d+)?)$/s.exec(bare) ?? []
  if (before === undefined || find(lookupName(bare))) return
  const rest = withoutWish(before.replace(/,$/, '')).bare
  if (!find(lookupName(rest))) return
  const percent = Number(number) <= 1 ? 100 * Number(number) : Number(number)
  const meant = percent >= 50 && percent <= 99.99 ? Number(percent.toPrecision(12)) : 90
  throw new CellError('#VALUE!', `${name} is the text ${shown(written)}; for a confidence write ${meant}%`)
}

const WISH = /^(.*\S)[\s,]\s*(?:(asc|desc)(?:ending)?|(details?|detailed)|(\d+(?:\.\d+)?)\s?%)\s*$/is

/** A name, and what is asked for behind it: NPS of "NPS desc" and of "NPS, descending". */
export function withoutWish(written: string): { bare: string; wish: Wish } {
  const [, before, order, detail, percent] = WISH.exec(written) ?? []
  if (before === undefined) return { bare: written, wish: {} }
  const { bare, wish } = withoutWish(before.replace(/,$/, ''))
  if (order) return { bare, wish: { ...wish, order: order.toLowerCase() as Order } }
  if (detail) return { bare, wish: { ...wish, isDetailed: true } }
  return { bare, wish: { ...wish, confidence: Number(percent) / 100 } }
}

/** How a name is looked up, as nps, =NPS, NPS() or “nps table” may be meant for it. */
export function lookupName(written: string): string {
  return written
    .trim()
    .replace(/^=/, '')
    .split('(', 1)[0]!
    .trim()
    .replace(/[\s-]+/g, '_')
    .toUpperCase()
}
