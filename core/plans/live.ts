import { findMetric } from '../catalogue/catalogue.ts'
import { CellError } from '../cell.ts'
import { numberFormat } from '../metric.ts'
import { misfit, targetOf } from '../arguments/target.ts'
import type { CellValue, NewFormula } from '../sheet/book.ts'
import { textOf } from '../sheet/rows.ts'
import { check, type Check } from './check.ts'
import type { Link } from './plan.ts'
import { contentIn, isError, liveIn, wordIn, type Row } from './row.ts'

/** A live value: the formula of a metric, in the format of what it counts. */
export function valueCell(metric: string, formula: string): NewFormula {
  const found = findMetric(metric)
  return found ? { formula, format: numberFormat(found.spec.returns) } : { formula }
}

/** The status of a row by its value and target. It waits until the value is a number and there is a target. */
export function statusFormula({ value, target, better }: Pick<Link, 'value' | 'target' | 'better'>): string {
  const [reached, aim] = [`{{${value}}}`, `{{${target}}}`]
  const way = better ? `, IF({{${better}}}="", "auto", {{${better}}})` : ''
  return `=IF(ISNUMBER(${reached}), IF(${aim}="", "", KPI_STATUS(${reached}, ${aim}${way})), "")`
}

/** Why no live number shows how a row does; "" where one does. */
export function liveProblem({ metric, value, status }: Link, row: Row): string {
  const name = wordIn(row, metric)
  const formula = contentIn(row, value)
  if (name === '') return 'No metric shows whether it works.'
  if (formula === '') return `The formula of ${name} is gone. Link the metric again.`
  if (!formula.startsWith('=')) return 'Its value was typed by hand and is not live. Link the metric again.'
  const wrong = errorProblem(name, liveIn(row, value))
  if (wrong) return wrong
  if (wordIn(row, status) !== '' && !contentIn(row, status).startsWith('=')) {
    return 'Its status was typed by hand and is not live. Link the metric again.'
  }
  return ''
}

/** What to do about the error that a formula shows; "" where it shows none. */
export function errorProblem(name: string, shown: CellValue): string {
  if (!isError(shown)) return ''
  return `${name} shows ${shown}. Select its cell in the sheet and choose Explain to read why.`
}

/** A live number shows how each row does. */
export function live<const L extends Link>(link: L): Check<L['metric' | 'value' | 'status']> {
  return check([link.metric, link.value, link.status], (row) => liveProblem(link, row), { filter: 'no live metric' })
}

/** Why the status of a row would mislead: its target cannot be read, or counts something else than the metric. */
export function targetFits<const L extends Pick<Link, 'metric' | 'target'>>({
  metric,
  target,
}: L): Check<L['metric' | 'target']> {
  return check([metric, target], (row) => {
    const shown = liveIn(row, target)
    const isFormula = contentIn(row, target).startsWith('=')
    return (isFormula && errorProblem('Its target', shown)) || targetProblem(wordIn(row, metric), shown)
  })
}

/** The target of a row as people read it; "" while its formula is not worked out, or where it gives an error. */
export function targetIn(row: Row, title: string): string {
  const shown = liveIn(row, title)
  return contentIn(row, title).startsWith('=') && isError(shown) ? '' : textOf(shown)
}

/** What is wrong with a target of a metric; "" where nothing is, or the metric is none of ours. */
export function targetProblem(metric: string, target: unknown): string {
  const found = findMetric(metric)
  if (!found || target === null || String(target).trim() === '') return ''
  try {
    const wrong = misfit(targetOf(target as string | number, 'target'), found.spec.returns)
    return wrong && `Its target is ${String(target)}, but ${metric} ${wrong}.`
  } catch (error) {
    if (error instanceof CellError) return `Its ${error.message}.`
    throw error
  }
}
