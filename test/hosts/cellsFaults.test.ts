import { describe, expect, test } from 'vitest'
import type { Book, CellsRequest } from '../../core/sheet/book.ts'
import { seenIn } from '../../core/sheet/cells.ts'
import { openSheetsBook } from './appsScript/sheets.ts'
import { failure } from './excelHost/objectModel.ts'
import { loadBook, openOffice } from './excelHost/office.ts'
import { failAfter, installFailingEngine, mend } from './workbench/failingEngine.ts'
import { openBook } from './workbench/openBook.ts'
import { toFreeze } from './toFreeze.ts'

installFailingEngine()

interface Host {
  book: Book
  put(cell: string, content: string | number): Promise<void>
  /** The next writing breaks off when part of it is done. */
  breakNextWrite(): void
  /** Whatever takes back what was done. */
  undo?(): void
}

const hosts: Record<string, () => Promise<Host>> = {
  async 'Google Sheets'() {
    const { book, project, put } = await openSheetsBook()
    const fault = { call: 'Range.setValues', message: 'Service error: Spreadsheets', after: 1 }
    return {
      book,
      put: (cell, content) => put('Sheet1', cell, content),
      breakNextWrite: () => void (project.world.fault = fault),
    }
  },
  async Excel() {
    const office = await openOffice()
    const { workbook, faults } = office
    return {
      book: await loadBook(office),
      put: async (cell, content) => void workbook.put(workbook.sheet('Sheet1')!, cell, content),
      breakNextWrite() {
        let writes = 0
        faults.before = ({ Name }) => {
          if (Name !== 'Formulas' || ++writes < 2) return undefined
          delete faults.before
          return failure('GeneralException', 'out of order')
        }
      },
      undo: () => void office.undo(),
    }
  },
  async 'the workbench'() {
    const { book, put, undo } = openBook()
    return {
      book,
      put: async (cell, content) => put('Sheet1', cell, content),
      breakNextWrite: () => failAfter(2, 'breaks'),
      undo: () => void undo(),
    }
  },
}

describe.each(Object.entries(hosts))('%s', (name, open) => {
  const start = async () => {
    const host = await open()
    const cells = { A1: 'when', A2: '1 May', A3: '2 May', B1: 'n', B2: 5, B3: 6, C1: 'further' }
    for (const [cell, content] of Object.entries(cells)) await host.put(cell, content)
    const read = async () => (await host.book.readSheet('Sheet1'))!
    const before = await read()
    const seen = [0, 1].map((column) => seenIn(before, { row: 0, column, rows: 4, columns: 1 }))
    const change = (request: Partial<CellsRequest>) => host.book.changeCells({ sheet: 'Sheet1', seen, ...request })
    return { ...host, read, before, change }
  }
  const writes = [
    { row: 1, column: 0, cells: [46143, 46144], format: 'yyyy-mm-dd' },
    { row: 1, column: 1, cells: [7, 8] },
  ]

  test('a writing that breaks off leaves everything as it was, and can be repeated', async () => {
    const { change, read, before, breakNextWrite } = await start()
    breakNextWrite()
    await expect(change({ writes })).rejects.toThrow()
    mend()
    expect(await read()).toEqual(before)
    expect(await change({ writes })).toEqual({ done: true })
    expect((await read()).values[2]).toEqual([46144, 8, null])
  })

  test('a column that was inserted for it is gone again, and what was written before it', async () => {
    const { change, read, before, breakNextWrite } = await start()
    breakNextWrite()
    const copies = [{ row: 1, column: 0, rows: 2, to: 2 }]
    await expect(change({ insert: 2, copies, writes })).rejects.toThrow()
    mend()
    expect(await read()).toEqual(before)
  })

  const sums = [0, 1, 2].map((row) => toFreeze(row, 4, `=B2+${row}`))
  const withSums = async () => {
    const host = await start()
    for (const { row, formula } of sums) await host.put(`E${row + 1}`, formula)
    const notes = async () => (await host.book.readFormulas('Sheet1'))[0]!.notes
    return { ...host, notes, before: await host.read() }
  }

  test('a freezing that breaks off leaves every formula and note as it was, and can be repeated', async () => {
    const { book, read, notes, before, breakNextWrite } = await withSums()
    breakNextWrite()
    await expect(book.freeze(sums)).rejects.toThrow()
    mend()
    expect(await read()).toEqual(before)
    expect(await notes()).toEqual([])
    expect(await book.freeze(sums)).toEqual(sums.map(() => ({ became: 'value' })))
    expect((await read()).formulas.map((line) => line[4])).toEqual(['', '', ''])
  })

  test('a thawing that breaks off leaves every value and note as it was, and can be repeated', async () => {
    const { book, read, notes, breakNextWrite, before } = await withSums()
    await book.freeze(sums)
    const [values, kept] = [await read(), await notes()]
    const formula = (row: number) => sums[row]!.formula
    const noted = kept.map(({ text, ...place }) => ({
      sheet: 'Sheet1',
      ...place,
      note: text,
      formula: formula(place.row),
    }))
    breakNextWrite()
    await expect(book.thaw(noted)).rejects.toThrow()
    mend()
    expect(await read()).toEqual(values)
    expect(await notes()).toEqual(kept)
    expect(await book.thaw(noted)).toEqual(sums.map(() => ({ done: true })))
    expect(await read()).toEqual(before)
  })

  // The stand-in of Google Sheets takes nothing back.
  if (name === 'Google Sheets') return
  test('all of it is one step to undo', async () => {
    const { change, read, before, undo } = await start()
    await change({ insert: 2, copies: [{ row: 1, column: 0, rows: 2, to: 2 }], writes })
    expect(await read()).not.toEqual(before)
    undo!()
    expect(await read()).toEqual(before)
  })
  test('freezing is one step to undo, with its notes', async () => {
    const { book, read, notes, before, undo } = await withSums()
    await book.freeze(sums)
    expect(await read()).not.toEqual(before)
    undo!()
    expect(await read()).toEqual(before)
    expect(await notes()).toEqual([])
  })
})
