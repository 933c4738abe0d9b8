import type { SheetContent } from '../../core/sheet/book.ts'
import { sheetContent } from './content.ts'
import { checkHandedOver, codeOf, told } from './failures.ts'

/** The names of all sheets, hidden ones too. */
export function sheetNames(): Promise<string[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const { worksheets } = context.workbook
    worksheets.load('items/name')
    await context.sync()
    return worksheets.items.map(({ name }) => name)
  }).catch((error: unknown) => {
    throw told(error, '')
  })
}

/** All of a sheet, asked for at once: null when there is none. */
export function readSheet(sheet: string, namespace: string): Promise<SheetContent | null> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet)
    worksheet.load('visibility')
    const used = usedOf(worksheet)
    await context.sync()
    return contentOf(worksheet, used, sheet, namespace)
  }).catch((error: unknown) => {
    if (codeOf(error) === 'ItemNotFound') return null
    throw told(error, sheet)
  })
}

/** All of several sheets in one read, after a look at which of them are there. */
export function readSheets(sheets: readonly string[], namespace: string): Promise<(SheetContent | null)[]> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const worksheets = sheets.map((sheet) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet)
      return worksheet.load('visibility')
    })
    await context.sync()
    const reads = worksheets.map((worksheet) => (worksheet.isNullObject ? null : usedOf(worksheet)))
    await context.sync()
    return reads.map((used, i) => used && contentOf(worksheets[i]!, used, sheets[i]!, namespace))
  }).catch((error: unknown) => {
    throw told(error, sheets.join('”, “'))
  })
}

/** The used cells of a sheet, asked for and not read yet. */
export function usedOf(worksheet: Excel.Worksheet): Excel.Range {
  const used = worksheet.getUsedRange(true)
  used.load('rowIndex, columnIndex, values, formulas')
  return used
}

function contentOf({ visibility }: Excel.Worksheet, used: Excel.Range, sheet: string, namespace: string): SheetContent {
  checkHandedOver(used, sheet)
  const content = sheetContent(used, namespace)
  return visibility === 'Visible' ? content : { ...content, hidden: true as const }
}
