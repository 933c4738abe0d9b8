import type { SheetContent } from '../../sheet/book.ts'

export const SCORECARD = 'Scorecard'

/** A table that the scorecard shows where its data are linked. */
export interface View {
  /** Its heading in the sheet, below which its formula stands. */
  title: string
  /** What it tells, as one asks for it. */
  question: string
  /** The functions that give it. */
  functions: readonly string[]
}

export const VIEWS: readonly View[] = [
  {
    title: 'Attribution',
    question: 'which channels bring customers',
    functions: ['ATTRIBUTION', 'ATTRIBUTION_EVENTS', 'ATTRIBUTION_COMPARE'],
  },
  {
    title: 'Cohorts',
    question: 'whether customers come back',
    functions: ['COHORT_RETENTION', 'COHORT_REVENUE', 'COHORT_CURVE'],
  },
]

/** A view as the sheet has it. Rows and columns are counted from 0. */
export interface LinkedView {
  title: string
  /** Ours, or what somebody has made of it by hand. */
  formula: string
  row: number
  column: number
}

/** What is linked: the sheet is its store. The formula of a view is the first one below its heading, before the next one. */
export function linkedViews(content: SheetContent): LinkedView[] {
  return VIEWS.flatMap(({ title }) => {
    for (const [row, line] of content.values.entries()) {
      for (let column = 0; column < line.length; column++) {
        if (headingAt(content, row, column) !== title) continue
        const view = viewBelow(content, title, row, column)
        if (view) return [view]
      }
    }
    return []
  })
}

function viewBelow(content: SheetContent, title: string, heading: number, column: number): LinkedView | null {
  for (let row = heading + 1; row < content.values.length; row++) {
    const formula = content.formulas[row]?.[column]
    if (formula) return { title, formula, row, column }
    if (headingAt(content, row, column) !== undefined) return null
  }
  return null
}

/** The view whose heading stands in a cell: a channel that is called like it is none, since no formula stands below it. */
function headingAt({ values, formulas }: SheetContent, row: number, column: number): string | undefined {
  if (formulas[row]?.[column]) return undefined
  return VIEWS.find(({ title }) => title === values[row]?.[column])?.title
}

/** The cells that the formula of a view fills in the sheet: as far as there are titles, with something below each. */
export function filledBlock({ values }: SheetContent, { row, column }: Pick<LinkedView, 'row' | 'column'>) {
  const at = (i: number, j: number) => values[row + i]?.[column + j] ?? null
  let width = 1
  while (at(0, width) !== null) width++
  const others = Array.from({ length: width - 1 }, (_, j) => j + 1)
  let rows = 1
  while (at(rows, 0) !== null && others.some((j) => at(rows, j) !== null)) rows++
  const body = Array.from({ length: rows - 1 }, (_, i) => i + 1)
  const columns = others.filter((j) => body.some((i) => at(i, j) !== null)).length + 1
  return { row, column, rows, columns }
}
