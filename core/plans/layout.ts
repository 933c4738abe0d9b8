import { lettersOf, sheetPrefix } from '../sheet/sheetReference.ts'

/** The titles of a plan's sheet as they stand, or as they will when it is created. */
export type Layout = (plan: string) => readonly string[]

interface PlanColumnName {
  plan: string
  title: string
}

/**
 * A formula in which {{Plan!Title:column}} is the column of another plan, KPIs!G:G, and {{Plan!Title, Other:column}} all
 * columns from one to the other, wherever people have moved them; with :titles it is their first row, KPIs!$A$1:$D$1. What
 * is its own sheet’s stays.
 */
export function placed(formula: string, layout: Layout): string {
  return formula.replace(
    /\{\{([^{}!]+)!([^{}]+?):(column|titles)\}\}/g,
    (_, plan: string, titles: string, what: string) => {
      const columns = columnsOfPlan(layout, plan, titles.split(', '))
      return what === 'column' ? columns : columns.replace(/([A-Z]+):([A-Z]+)$/, '$$$1$$1:$$$2$$1')
    },
  )
}

/** KPIs!G:G, Targets!A:D */
export function columnsOfPlan(layout: Layout, plan: string, titles: readonly string[]): string {
  const places = titles.map((title) => placeOf(layout, { plan, title }))
  return `${sheetPrefix(plan)}${lettersOf(Math.min(...places))}:${lettersOf(Math.max(...places))}`
}

/** The cells of a column below its title: A2:A1000. */
export function columnAddress(layout: Layout, column: PlanColumnName): string {
  const letters = lettersOf(placeOf(layout, column))
  return `${letters}2:${letters}${LAST_ROW}`
}

/** So many rows of a plan are offered. */
const LAST_ROW = 1000

function placeOf(layout: Layout, { plan, title }: PlanColumnName): number {
  const titles = layout(plan)
  const exact = titles.indexOf(title)
  // A sheet made by hand for KPI_TARGET has them in small letters.
  const place = exact < 0 ? titles.findIndex((one) => one.toLowerCase() === title.toLowerCase()) : exact
  if (place < 0) {
    throw new Error(`The sheet “${plan}” has no column “${title}” any more. Open ${plan} and mend it first.`)
  }
  return place
}
