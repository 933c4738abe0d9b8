import { CellError, shown } from '../cell.ts'
import type { Arg, Metric } from '../metric.ts'
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

/** The same, and in which order its values are to stand: "NPS desc". */
export function orderedMetric(name: string, help: string): Arg<{ metric: Metric; order: Order | null }> {
  const named = text(name, help)
  const alone = numberMetric(name, help)
  return {
    ...alone,
    read(raw, reading) {
      const [bare, order] = withoutOrder(named.read(raw, reading))
      return { metric: alone.read(bare, reading), order }
    },
  }
}

/** A name and the order behind it: NPS of "NPS desc" and of "NPS, descending". */
export function withoutOrder(written: string): [string, Order | null] {
  const [, bare, order] = /^(.*\S)[\s,]\s*(asc|desc)(?:ending)?\s*$/is.exec(written) ?? []
  return order ? [bare!.replace(/,$/, ''), order.toLowerCase() as Order] : [written, null]
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
