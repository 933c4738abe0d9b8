import { findPlan } from '../../../core/plans/findPlan.ts'
import { addressOf, type Workbook } from '../../workbook.ts'
import { LAST_DAY } from '../sampleData.ts'

/** The engine has the cells of no sheet in more columns. */
const MOST_COLUMNS = 60

/**
 * The sample as if its company had worked with its plans until today: days of its plans move with the calendar, so that
 * reviews are due as they were meant to be. Months that were closed and data stay where they are.
 */
export function companyAsOf({ sheets, ...workbook }: Workbook, today: number): Workbook {
  const days = today - LAST_DAY
  return {
    ...workbook,
    sheets: sheets.map((sheet) => {
      const plan = findPlan(sheet.name)
      if (!plan || plan.isRecord) return sheet
      const dates = new Set(plan.columns.filter(({ kind }) => kind === 'date').map(({ title }) => title))
      const cells = { ...sheet.cells }
      for (let column = 0; column < MOST_COLUMNS; column++) {
        if (!dates.has(String(cells[addressOf(column, 0)] ?? ''))) continue
        for (let row = 1; row < Number(sheet.rowNumber); row++) {
          const address = addressOf(column, row)
          const day = Number(cells[address])
          if (cells[address] !== undefined && Number.isFinite(day)) cells[address] = String(day + days)
        }
      }
      return { ...sheet, cells }
    }),
  }
}
