import type { CellValue } from '../../core/sheet/book.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'

/** So many answers and tickets that shares of a twentieth come out even. */
const ROWS = 20
const LAST_DAY = serialOf(2026, 2, 28)

/** Small sheets with the titles of the sample workbook, for spreadsheets that begin empty. */
export function quarterData(): Record<string, CellValue[][]> {
  const rows = Array.from({ length: ROWS }, (_, i) => i)
  const day = (i: number) => LAST_DAY - ROWS + 1 + i
  return {
    Survey: [
      ['date', 'respondent', 'region', 'channel', 'recommend', 'satisfaction', 'effort'],
      ...rows.map((i): CellValue[] => [day(i), `R-${i}`, 'North', 'Email', 9, 5, 1]),
    ],
    Tickets: [
      ['case_id', 'opened', 'first_reply', 'closed', 'channel', 'topic', 'contacts', 'resolved', 'comment'],
      ...rows.map((i): CellValue[] => [`T-${i}`, day(i), day(i), day(i), 'Chat', 'Billing', 1, true, 'Thank you']),
    ],
    Targets: [
      ['metric', 'segment', 'target', 'owner'],
      ['FCR', null, '70%-85%', 'Maria'],
      ['RESPONSE_TIME', 'chat', '< 5 min', 'Jon'],
      ['CSAT', null, '85%-90%', 'Maria'],
      ['SLA_COMPLIANCE', null, '>= 90%', 'Maria'],
    ],
  }
}
