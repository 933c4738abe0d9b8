import { isToCome } from './blankCheck.ts'

const PATIENCE_MS = 10_000
const PAUSE_MS = 100

/** The value that Excel gives a formula, on a sheet of its own that is gone again afterwards. */
export function trialValue(formula: string): Promise<string> {
  return Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.add()
    sheet.visibility = 'Hidden'
    const cell = sheet.getRange('A1')
    cell.formulas = [[formula]]
    await context.sync()
    try {
      return await valueInTime(cell)
    } finally {
      sheet.delete()
      await context.sync()
    }
  })
}

/** A custom function is calculated some time after its formula is written. */
async function valueInTime(cell: Excel.Range): Promise<string> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    cell.load('values')
    await cell.context.sync()
    const value = String(cell.values[0]?.[0])
    if (!isToCome(value) || Date.now() > end) return value
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
