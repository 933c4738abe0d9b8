import { loadBook, openOffice } from '../excelHost/office.ts'
import { yearContract, type YearHost } from '../year.contract.ts'

const open = async (): Promise<YearHost> => {
  const office = await openOffice()
  const { workbook } = office
  const sheetNamed = (name: string) => workbook.sheet(name)!
  return {
    book: await loadBook(office),
    put: async (sheet, cell, content) => void workbook.put(sheetNamed(sheet), cell, content),
    insertRow: async (sheet, row) => workbook.insertRow(sheetNamed(sheet), row),
    sort: async (sheet, column) => workbook.sortRows(sheetNamed(sheet), column),
    remove: async (name) => void (workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== name)),
  }
}

yearContract('Excel', open, [4])
