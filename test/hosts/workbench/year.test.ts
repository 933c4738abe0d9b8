import { yearContract, type YearHost } from '../year.contract.ts'
import { openBook } from './openBook.ts'

const open = async (): Promise<YearHost> => {
  const { book, put, insertRow, model, idOf } = openBook()
  return {
    book,
    // Each time an apostrophe comes before what looks like a formula, and line ends of old become new ones.
    sorted: (text) => text.replace(/^'+/, '').replace(/\r\n?/g, '\n'),
    put: async (...typed) => put(...typed),
    insertRow: async (...place) => void insertRow(...place),
    async sort(sheet, column) {
      const sheetId = idOf(sheet)
      const { bottom, right } = model.getters.getSheetZone(sheetId)
      const col = model.getters.getRangeFromSheetXC(sheetId, `${column}1`).zone.left
      const zone = { left: 0, top: 1, right: tableEnd(sheetId, right), bottom }
      // The rows are all of them rows of the plan, none is a header.
      const sortOptions = { sortHeaders: true }
      model.dispatch('SORT_CELLS', { sheetId, col, row: 1, zone, sortDirection: 'asc', sortOptions })
    },
    remove: async (sheet) => void model.dispatch('DELETE_SHEET', { sheetId: idOf(sheet), sheetName: sheet }),
  }

  /** People sort a table down to the blank column that ends it. */
  function tableEnd(sheetId: string, right: number): number {
    for (let col = 0; col <= right; col++) {
      if (!model.getters.getCell({ sheetId, col, row: 0 })) return col - 1
    }
    return right
  }
}

yearContract('the workbench', open, [1, 2])
