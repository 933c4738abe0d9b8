import { CellError } from '../cell.ts'
import type { Metric } from '../metric.ts'
import { families } from '../metrics/index.ts'

/** Every metric, family by family, in the order of the reference. */
export function catalogue(): Metric[] {
  return families().flatMap(({ metrics }) => metrics)
}

/** The metric of a spreadsheet name in capitals. */
export function findMetric(name: string): Metric | undefined {
  return catalogue().find(({ spec }) => spec.name === name)
}

/** How a name is looked up, as nps, =NPS, NPS() or “nps table” may be meant for it. */
export function lookupName(written: string): string {
  return written
    .trim()
    .replace(/^=|\(.*$/g, '')
    .trim()
    .replace(/[\s-]+/g, '_')
    .toUpperCase()
}

/** The metric that a person has named in an argument, as nps, =NPS or NPS(). It must be one that gives a single number. */
export function oneNumberMetric(written: string): Metric {
  const name = lookupName(written)
  const chosen = findMetric(name)
  if (!chosen) {
    throw new CellError(
      '#VALUE!',
      `metric is the text “${written}”, which is no function of ours; use one such as "NPS"`,
    )
  }
  const { unit, column } = chosen.spec.returns
  if (!unit || column) {
    const gives = column ? 'a value for each row' : 'a table'
    throw new CellError('#VALUE!', `${name} gives ${gives}, use a function that gives one number`)
  }
  return chosen
}
