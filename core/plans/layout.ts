import { lettersOf, sheetPrefix } from '../sheet/sheetReference.ts'

/** The titles of a plan's sheet as they stand, or as they will when it is created. */
export type Layout = (plan: string) => readonly string[]

interface PlanColumnName {
  plan: string
  title: string
}

/**
 * A formula in which {{Plan!Title:column}} is the column of another plan, KPIs!G:G, and {{Plan!Title, Other:column}} all
 * columns from one to the other, wherever people have moved them; with :titles it is their first row, KPIs!$A$1:$D$1, and
 * with :beside the cell right of a label in the first row, where the summary has its number. What is its own sheet’s stays.
 */
export function placed(formula: string, layout: Layout): string {
  return formula.replace(
    /\{\{([^{}!]+)!([^{}]+?):(column|titles|beside)\}\}/g,
    (_, plan: string, titles: string, what: string) => {
      if (what === 'beside')
        return `${sheetPrefix(plan)}$${lettersOf(columnPlace(layout, { plan, title: titles }) + 1)}$1`
      const columns = columnsOfPlan(layout, plan, titles.split(', '))
      return what === 'column' ? columns : columns.replace(/([A-Z]+):([A-Z]+)$/, '$$$1$$1:$$$2$$1')
    },
  )
}

/** KPIs!G:G, Targets!A:D */
export function columnsOfPlan(layout: Layout, plan: string, titles: readonly string[]): string {
  const places = titles.map((title) => columnPlace(layout, { plan, title }))
  return `${sheetPrefix(plan)}${lettersOf(Math.min(...places))}:${lettersOf(Math.max(...places))}`
}

/** The cells of a column below its title: A2:A1000. */
export function columnAddress(layout: Layout, column: PlanColumnName): string {
  const letters = lettersOf(columnPlace(layout, column))
  return `${letters}2:${letters}${LAST_ROW}`
}

/** So many rows of a plan are offered. */
const LAST_ROW = 1000

/** The place of a column in its sheet, from 0. */
export function columnPlace(layout: Layout, { plan, title }: PlanColumnName): number {
  const titles = layout(plan)
  const exact = titles.indexOf(title)
  // A sheet made by hand for KPI_TARGET has them in small letters.
  const place = exact < 0 ? titles.findIndex((one) => one.toLowerCase() === title.toLowerCase()) : exact
  if (place < 0) {
    throw new Error(`The sheet “${plan}” has no column “${title}” any more. Open ${plan} and mend it first.`)
  }
  return place
}
