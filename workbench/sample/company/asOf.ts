import { findPlan } from '../../../core/plans/findPlan.ts'
import type { Workbook } from '../../workbook.ts'
import { LAST_DAY } from '../sampleData.ts'

/**
 * The sample as if its company had worked with its plans until today: days of its plans move with the calendar, so that
 * reviews are due as they were meant to be. Months that were closed and data stay where they are. It is a copy, since the
 * engine changes what it is given.
 */
export function companyAsOf(company: Workbook, today: number): Workbook {
  const { sheets, ...workbook } = structuredClone(company)
  const days = today - LAST_DAY
  return {
    ...workbook,
    sheets: sheets.map((sheet) => {
      const plan = findPlan(sheet.name)
      if (!plan || plan.isRecord) return sheet
      const titles = plan.columns.filter(({ kind }) => kind === 'date').map(({ title }) => title)
      const cells = Object.entries(sheet.cells ?? {})
      const columns = new Set(
        cells.flatMap(([place, content]) => (/^[A-Z]+1$/.test(place) && titles.includes(String(content)) ? place : [])),
      )
      return {
        ...sheet,
        cells: Object.fromEntries(
          cells.map(([place, content]) => [place, columns.has(titleAbove(place)) ? later(content, days) : content]),
        ),
      }
    }),
  }
}

/** The cell of the title above a cell, or above several that stand under each other: K1 for K2:K9. */
function titleAbove(place: string): string {
  return place.replace(/\d.*$/, '1')
}

/** A day that is told by how far it is from the one above, as the engine writes it, moves with that. */
function later(content: unknown, days: number): unknown {
  const day = typeof content === 'string' ? Number(content) : NaN
  return Number.isFinite(day) ? String(day + days) : content
}
