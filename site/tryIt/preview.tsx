import { isDateFormat } from '../../core/metric.ts'
import { isoText } from '../../core/statistics/time/calendar.ts'
import { lettersOf } from '../../core/sheet/sheetReference.ts'
import type { CellValue } from '../../core/sheet/book.ts'
import type { Pasted } from './table.ts'

const ROWS = 5

/** The first rows with the letters of their columns, so that nobody counts them. */
export function Preview({ table: { rows, formats } }: { table: Pasted }) {
  if (rows.length === 0) return null
  return (
    <div class="scroll" role="region" aria-label="The first rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {formats.map((_, i) => (
              <th key={i} scope="col">
                {lettersOf(i)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, i) => (
            <tr key={i}>
              <th scope="row">{i + 1}</th>
              {formats.map((format, j) => (
                <td key={j}>{cellText(row[j] ?? null, format)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function cellText(value: CellValue, format: string | undefined): string {
  if (value === null) return ''
  return typeof value === 'number' && isDateFormat(format) ? isoText(value) : String(value)
}
