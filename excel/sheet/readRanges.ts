import type { CellValue, RangeName } from '../../core/sheet/book.ts'
import { missingSheet } from '../../core/sheet/sentences.ts'
import { valueOf } from './content.ts'
import { checkHandedOver, codeOf, told } from './failures.ts'

export async function readRanges(ranges: readonly RangeName[]): Promise<CellValue[][][]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const reads = ranges.map(({ sheet, address }) => {
      const range = context.workbook.worksheets.getItem(sheet).getRange(address)
      range.load('rowIndex, columnIndex, columnCount')
      // Excel hands over no whole column, but what is used of it.
      const used = range.getUsedRangeOrNullObject(true)
      used.load('rowIndex, columnIndex, values')
      return { range, used }
    })
    await context.sync()
    return reads.map(({ range, used }, i) => {
      if (used.isNullObject) return []
      checkHandedOver(used, ranges[i]!.sheet)
      return usedValues(range, used)
    })
  }).catch(async (error: unknown) => {
    const sheets = [...new Set(ranges.map(({ sheet }) => sheet))]
    const missing = codeOf(error) === 'ItemNotFound' ? await missingOf(sheets) : []
    throw missing.length > 0 ? new Error(missing.map(missingSheet).join(' ')) : told(error, sheets.join('”, “'))
  })
}

/** The values of a range in its full width, down to the last one. */
function usedValues(range: Excel.Range, used: Excel.Range): CellValue[][] {
  const blank = () => new Array<CellValue>(range.columnCount).fill(null)
  const above = Array.from({ length: used.rowIndex - range.rowIndex }, blank)
  const rows = used.values.map((row: unknown[]) => {
    const whole = blank()
    row.forEach((value, j) => {
      whole[used.columnIndex - range.columnIndex + j] = valueOf(value)
    })
    return whole
  })
  while (rows.length > 0 && rows[rows.length - 1]!.every((value) => value === null)) rows.pop()
  return rows.length === 0 ? [] : [...above, ...rows]
}

function missingOf(names: readonly string[]): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name))
    await context.sync()
    return names.filter((_, i) => sheets[i]!.isNullObject)
  })
}
