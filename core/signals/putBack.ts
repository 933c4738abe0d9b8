import type { NewCell, PlanColumn, SheetContent, TablePlan } from '../sheet/book.ts'
import { textOf, titlesOf } from '../sheet/rows.ts'
import { fieldOf, fields, signalsPlan, valueCell } from './fields.ts'

/**
 * The sheet as it was last seen, to be created again after it was deleted. Every cell keeps its place, people's own columns
 * too, so that its formulas name the cells they named before; columns of ours that were missing come last.
 */
export function putBack(lost: SheetContent): TablePlan {
  const titles = titlesOf(lost)
  const columns = titles.map((title): PlanColumn => {
    const field = fields.find((one) => one.title === title)
    return field ?? { title, width: 120, kind: 'any' }
  })
  const [value, metric] = [fieldOf('value'), fieldOf('metric')]
  const missing = fields.filter(({ title }) => !titles.includes(title))
  const rows = lost.values.slice(1).map((values, i): NewCell[] => {
    const cells = titles.map((_, column): NewCell => {
      const formula = lost.formulas[i + 1]?.[column]
      if (!formula) return values[column] ?? null
      return titles[column] === value.title
        ? valueCell(textOf(values[titles.indexOf(metric.title)] ?? null), formula)
        : { formula }
    })
    return [...cells, ...missing.map(() => null)]
  })
  return { ...signalsPlan(), columns: [...columns, ...missing], rows }
}
