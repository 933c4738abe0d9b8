import { bringToFront, complaint, spreadsheet, type Sheet } from './sheets.ts'

/** Adds sheets behind the others and draws them, all or none. The last one comes to the front. */
export function addSheets(names: readonly string[], draw: (sheets: Sheet[]) => void): void {
  const book = spreadsheet()
  const added: Sheet[] = []
  try {
    // Without a place Google Sheets would put them beside the sheet in front.
    for (const name of names) added.push(book.insertSheet(name, book.getNumSheets()))
    draw(added)
    for (const last of added.slice(-1)) bringToFront(last)
    SpreadsheetApp.flush()
  } catch (error) {
    const reason = complaint((error as Error).message)
    const left = added.filter((sheet) => !isRemoved(sheet)).map((sheet) => sheet.getName())
    if (left.length === 0) throw new Error(`${reason} No sheet was added. Try again in a moment.`)
    throw new Error(`${reason} Delete what is left of it, then try again: ${left.join(', ')}.`)
  }
}

function isRemoved(sheet: Sheet): boolean {
  try {
    spreadsheet().deleteSheet(sheet)
    return true
  } catch {
    return false
  }
}
