import { expect, test } from 'vitest'
import type { DrawnSheet, TablePlan } from '../../../core/sheet/book.ts'
import { drawnPrint } from '../../../core/sheet/drawing.ts'
import { openBook } from './openBook.ts'
import { plan } from './riskPlan.ts'

test('adding several sheets is one step to undo, with their notes, choices and summaries', async () => {
  const { book, undo, redo, note, choices } = openBook()
  const [risk, ...others] = plan.columns
  const choicesFrom = { sheet: 'Risks', address: 'A2:A' }
  const second: TablePlan = { ...plan, name: 'Second', columns: [{ ...risk!, note: 'Told', choicesFrom }, ...others] }
  await book.createSheets([second, plan])
  undo()
  expect(await book.sheetNames()).toEqual(['Sheet1'])
  redo()
  expect(await book.sheetNames()).toEqual(['Sheet1', 'Second', 'Risks'])
  expect(note('Second', 'A1')).toBe('Told')
  expect(choices('Second', 'A2')).toEqual(['Churn', 'Fraud'])
})

test('drawing a sheet anew is one step to undo: what a person had on it comes back', async () => {
  const { book, undo, put, content, charts, look, model, idOf } = openBook()
  put('Sheet1', 'A1', 'mine')
  put('Sheet1', 'B2', '=1+2')
  model.dispatch('SET_FORMATTING', {
    sheetId: idOf('Sheet1'),
    target: [{ left: 0, right: 0, top: 0, bottom: 0 }],
    style: { bold: true },
  })
  model.dispatch('ADD_MERGE', { sheetId: idOf('Sheet1'), target: [{ left: 3, right: 4, top: 0, bottom: 0 }] })
  const series = [{ title: 'a', cells: 'B1:B2' }]
  const chart = { row: 3, column: 1, kind: 'line', title: 'Growth', labels: 'A1:A2', series, format: '0' } as const
  await book.addChart({ sheet: 'Sheet1', ...chart })
  const drawn: DrawnSheet = {
    name: 'Sheet1',
    replaces: drawnPrint((await book.readSheet('Sheet1'))!),
    widths: [200],
    cells: [{ row: 0, column: 4, cell: 'drawn' }],
    charts: [],
    page: { landscape: true, titleRows: 0 },
  }
  expect(await book.drawSheet(drawn)).toEqual({ done: true })
  expect([content('Sheet1', 'A1'), content('Sheet1', 'E1'), charts('Sheet1').length]).toEqual(['', 'drawn', 0])
  undo()
  expect([content('Sheet1', 'A1'), content('Sheet1', 'B2'), charts('Sheet1').length]).toEqual(['mine', '=1+2', 1])
  expect(look('Sheet1', 'A1')).toMatchObject({ isBold: true, width: 96 })
  expect(model.getters.getMerges(idOf('Sheet1'))).toHaveLength(1)
})

test('a sheet that is locked is not drawn on', async () => {
  const { book, model, idOf } = openBook()
  model.dispatch('LOCK_SHEET', { sheetId: idOf('Sheet1') })
  const replaces = drawnPrint((await book.readSheet('Sheet1'))!)
  const page = { landscape: true, titleRows: 0 }
  const cells = [{ row: 0, column: 0, cell: 'drawn' }]
  await expect(book.drawSheet({ name: 'Sheet1', replaces, widths: [], cells, charts: [], page })).rejects.toThrow(
    'The sheet “Sheet1” is locked. Right-click its tab, choose Unlock sheet, and try again. Nothing was changed.',
  )
})
