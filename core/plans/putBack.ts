import type { NewCell, PlanColumn, SheetContent, SummaryCell, TablePlan } from '../sheet/book.ts'
import { textOf, titlesOf } from '../sheet/rows.ts'
import type { Layout } from './layout.ts'
import { valueCell } from './live.ts'
import { drawnColumn, ownColumns, sheetOf, type Plan } from './plan.ts'
import { widthOf } from './reading.ts'

/**
 * The sheet as it was last seen, to be created again after it was deleted. Every cell keeps its place, people's own columns
 * too, so that its formulas name the cells they named before; columns of ours that were missing come last.
 */
export function putBack(plan: Plan, lost: SheetContent, layout: Layout): TablePlan {
  const titles = titlesOf(lost)
  const empty = sheetOf(plan, layout)
  const kept = titles.slice(0, widthOf(plan, titles))
  const columns = kept.map((title): PlanColumn => {
    const column = plan.columns.find((one) => one.title === title)
    return column ? drawnColumn(column, layout) : { title, width: 120, kind: 'any' }
  })
  const missing = ownColumns(plan)
    .filter(({ title }) => !kept.includes(title))
    .map((column) => drawnColumn(column, layout))
  const { value, metric } = plan.link ?? {}
  const rows = lost.values.slice(1).map((values, i): NewCell[] => {
    const cells = kept.map((title, column): NewCell => {
      const formula = lost.formulas[i + 1]?.[column]
      if (!formula) return values[column] ?? null
      return title === value ? valueCell(textOf(values[kept.indexOf(metric!)] ?? null), formula) : { formula }
    })
    return [...cells, ...missing.map(() => null)]
  })
  const summary = empty.summary?.map((cell) => typedOver(cell, lost, titles))
  return { ...empty, columns: [...columns, ...missing], rows, ...(summary && { summary }) }
}

/** A number or text of the summary as people had typed it, or the formula with which the sidebar keeps cells there. */
function typedOver(cell: SummaryCell, { values, formulas }: SheetContent, titles: readonly string[]): SummaryCell {
  const label = titles.indexOf(cell.label)
  if (!('value' in cell) || label < 0) return cell
  const [typed, formula] = [values[0]?.[label + 1], formulas[0]?.[label + 1]]
  if (formula) return { label: cell.label, formula }
  const isText = typeof cell.value !== 'number' && typeof typed === 'string'
  return typeof typed === 'number' || isText ? { ...cell, value: typed } : cell
}
