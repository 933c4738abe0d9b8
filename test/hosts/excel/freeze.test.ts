import { afterEach, describe, expect, test } from 'vitest'
import type { SheetFormulas } from '../../../core/sheet/book.ts'
import { keptIn } from '../../../core/sheet/keptFormula.ts'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'
import type { TellsFilled } from '../excelHost/workbook.ts'
import { toFreeze } from '../toFreeze.ts'

const opened: Office[] = []

afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

async function open({ namespace = '', tellsFilled }: { namespace?: string; tellsFilled?: TellsFilled } = {}) {
  const office = await openOffice({ namespace, ...(tellsFilled && { tellsFilled }) })
  opened.push(office)
  const book = await loadBook(office, namespace)
  const sheet = office.workbook.sheet('Sheet1')!
  const put = (cell: string, content: string | number) => office.workbook.put(sheet, cell, content)
  const value = (cell: string) => office.workbook.value(sheet, cell)
  const content = (cell: string) => office.workbook.content(sheet, cell)
  return { book, office, sheet, put, value, content }
}

describe('freezing in Excel', () => {
  test('an Excel that tells the formula of a table in all its cells has it once all the same', async () => {
    const { book, put, value, content } = await open({ tellsFilled: 'formula' })
    put('A1', 'Late')
    put('A2', 'Wrong')
    put('C1', '=REASON_PARETO(A1:A2)')
    await expect.poll(() => value('C3')).toBe('Wrong')
    expect(content('D2')).toBe('=REASON_PARETO(A1:A2)')
    const [{ formulas }] = (await book.readFormulas('Sheet1')) as [SheetFormulas]
    expect(formulas).toEqual([{ row: 0, column: 2, text: '=REASON_PARETO(A1:A2)' }])
    expect(await book.freeze([toFreeze(0, 2, '=REASON_PARETO(A1:A2)')])).toEqual([{ became: 'value' }])
    expect(['C2', 'D2', 'C3', 'D3'].map(content)).toEqual(['Late', 1, 'Wrong', 1])
  })

  test('two formulas that are alike and stand side by side are both told', async () => {
    const { book, put } = await open()
    put('A1', '=1+2')
    put('B1', '=1+2')
    const [{ formulas }] = (await book.readFormulas('Sheet1')) as [SheetFormulas]
    expect(formulas).toHaveLength(2)
  })

  test('a prefix of this build is not kept in the note, and is there again afterwards', async () => {
    const { book, put, value, content, sheet } = await open({ namespace: 'CUE' })
    put('A1', 10)
    put('B1', '=CUE.NPS(A1:A1)')
    await expect.poll(() => value('B1')).toBe(100)
    expect(await book.freeze([toFreeze(0, 1, '=NPS(A1:A1)')])).toEqual([{ became: 'value' }])
    const note = sheet.notes.get('B1')!
    expect(keptIn(note)).toMatchObject({ formula: '=NPS(A1:A1)' })
    expect(await book.thaw([{ sheet: 'Sheet1', row: 0, column: 1, note, formula: '=NPS(A1:A1)' }])).toEqual([
      { done: true },
    ])
    expect(content('B1')).toBe('=CUE.NPS(A1:A1)')
  })

  test('a formula that is still being worked out stays', async () => {
    const { book, put, content, sheet } = await open()
    put('B1', '=3+4')
    sheet.cells.get('B1')!.value = '#BUSY!'
    expect(await book.freeze([toFreeze(0, 1, '=3+4')])).toEqual([
      { became: 'kept', why: 'unfinished', shows: '#BUSY!' },
    ])
    expect(content('B1')).toBe('=3+4')
  })

  test('a number stays one in a cell that was formatted as text later', async () => {
    const { book, put, value, sheet } = await open()
    put('B1', '=3+4')
    sheet.formats.set('B1', '@')
    await book.freeze([toFreeze(0, 1, '=3+4')])
    expect(value('B1')).toBe(7)
  })

  test('a protected sheet is told, and nothing is changed', async () => {
    const { book, put, content, sheet } = await open()
    put('B1', '=3+4')
    sheet.isProtected = true
    await expect(book.freeze([toFreeze(0, 1, '=3+4')])).rejects.toThrow(
      /The sheet “Sheet1” or its workbook is protected/,
    )
    expect(content('B1')).toBe('=3+4')
  })
})
