import { openSheetsBook } from '../appsScript/sheets.ts'
import { columnNumber, sheetNamed, sortRows } from '../appsScript/workbook.ts'
import { yearContract, type YearHost } from '../year.contract.ts'

const open = async (): Promise<YearHost> => {
  const { project, book, put, insertRow } = await openSheetsBook('keeps')
  const { workbook } = project
  return {
    book,
    put,
    insertRow,
    sort: async (sheet, column) => sortRows(sheetNamed(workbook, sheet), columnNumber(column)),
    remove: async (name) => void (workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== name)),
  }
}

yearContract('Google Sheets', open, [5])
