import { describe, expect, test } from 'vitest'
import { openSheetsBook } from '../appsScript/sheets.ts'
import { toFreeze } from '../toFreeze.ts'

describe('freezing in Google Sheets', () => {
  test('a date stays a date, in a cell that nobody has formatted', async () => {
    const { book, put, project } = await openSheetsBook()
    project.workbook.timeZone = 'America/New_York'
    for (const [i, day] of ['2026-01-05', '2026-02-10', '2026-03-01'].entries()) {
      await put('Sheet1', `A${i + 2}`, 'ann')
      await put('Sheet1', `B${i + 2}`, day)
    }
    const formula = '=COHORT_RETENTION(A2:A4, B2:B4)'
    await put('Sheet1', 'D1', formula)
    const cells = project.workbook.active.cells
    const before = cells.get('D2')!.value
    expect(before).toEqual({ serial: 46023 })
    expect(await book.freeze([toFreeze(0, 3, formula)])).toEqual([{ became: 'value' }])
    expect(cells.get('D2')).toEqual({ value: before })
    const note = project.workbook.active.notes.get('D1')!
    expect(await book.thaw([{ sheet: 'Sheet1', row: 0, column: 3, note, formula }])).toEqual([{ done: true }])
    expect(cells.get('D1')!.formula).toBe(formula)
  })

  test.each([
    ['a table of cells that only the spreadsheet can work out', '=REASON_PARETO(SORT(A1:A3))'],
    ['a formula over several cells', '=ARRAYFORMULA(A1:A3&"!")'],
    ['a table within another function', '=ARRAY_CONSTRAIN(REASON_PARETO(A1:A3),2,2)'],
  ])('%s stays where cells beside it may be its own', async (_, formula) => {
    const { book, put, content } = await openSheetsBook()
    await put('Sheet1', 'A1', 'Late')
    await put('Sheet1', 'D1', formula)
    await put('Sheet1', 'E1', 'mine')
    const [outcome] = await book.freeze([toFreeze(0, 3, formula)])
    expect(outcome).toMatchObject({ became: 'kept', why: 'unknown size' })
    expect(await content('Sheet1', 'D1')).toBe(formula)
  })

  test('a formula of one cell is frozen though its neighbours hold something', async () => {
    const { book, put, content } = await openSheetsBook()
    await put('Sheet1', 'A1', 10)
    await put('Sheet1', 'D1', '=ROUND(NPS(A1:A1),1)')
    await put('Sheet1', 'E1', 'mine')
    await put('Sheet1', 'D2', 'mine too')
    expect(await book.freeze([toFreeze(0, 3, '=ROUND(NPS(A1:A1),1)')])).toEqual([{ became: 'value' }])
    expect([await content('Sheet1', 'D1'), await content('Sheet1', 'E1')]).toEqual(['100', 'mine'])
  })

  test('a number stays one in a cell that was formatted as plain text later', async () => {
    const { book, put, setFormat, shown } = await openSheetsBook()
    await put('Sheet1', 'D1', '=3+4')
    await setFormat('Sheet1', 'D1', '@')
    await book.freeze([toFreeze(0, 3, '=3+4')])
    expect(await shown('Sheet1', 'D1')).toBe(7)
  })

  test('what its rows were taken from since does not come back', async () => {
    const { book, put, project } = await openSheetsBook()
    await put('Sheet1', 'A1', 'Late')
    await put('Sheet1', 'D1', '=REASON_PARETO(A1:A1)')
    await book.freeze([toFreeze(0, 3, '=REASON_PARETO(A1:A1)')])
    const note = project.workbook.active.notes.get('D1')!
    project.workbook.active.rows = 1
    expect(await book.thaw([{ sheet: 'Sheet1', row: 0, column: 3, note, formula: '=1' }])).toEqual([{ done: false }])
  })

  test('cells that one may not edit are told, and nothing is changed', async () => {
    const { book, put, content, project } = await openSheetsBook()
    await put('Sheet1', 'D1', '=3+4')
    project.workbook.active.protections = [{ row: 1, column: 4, rows: 1, columns: 1 }]
    await expect(book.freeze([toFreeze(0, 3, '=3+4')])).rejects.toThrow(/You may not edit these cells/)
    expect(await content('Sheet1', 'D1')).toBe('=3+4')
  })

  test('google.script.run carries every answer', async () => {
    const { book, put, project } = await openSheetsBook()
    await put('Sheet1', 'D1', '=3+4')
    await book.freeze([toFreeze(0, 3, '=3+4')])
    await book.readFormulas(null)
    expect(project.lost).toEqual([])
  })
})
