import { describe, expect, test } from 'vitest'
import { bringBack, makePortable } from '../../../core/share/share.ts'
import { openBook } from './openBook.ts'

/** A small report: an average, a table, a formula around one of ours, and one that is none of ours. */
function report() {
  const opened = openBook()
  const { put, book, content, cell, select, undo } = opened
  const lines: (string | number)[][] = [
    ['spend', 'revenue', 'score', 'reason'],
    [100, 300, 10, 'Late'],
    [50, 300, 9, 'Late'],
    [50, 200, 3, 'Wrong'],
  ]
  lines.forEach((line, i) => line.forEach((value, j) => put('Sheet1', `${'ABCD'[j]}${i + 1}`, value)))
  put('Sheet1', 'F1', '=ROAS(B:B, A:A)')
  put('Sheet1', 'F2', '=ROUND(NPS(C:C), 1)')
  put('Sheet1', 'F3', '=SUM(A2:A4)')
  put('Sheet1', 'H1', '=REASON_PARETO(D:D)')
  const contents = (...cells: string[]) => cells.map((one) => content('Sheet1', one))
  const shown = (...cells: string[]) => cells.map((one) => cell('Sheet1', one).value)
  return { put, book, contents, shown, select, undo, model: opened.model, idOf: opened.idOf }
}

const formulas = ['=ROAS(B:B, A:A)', '=ROUND(NPS(C:C), 1)', '=SUM(A2:A4)', '=REASON_PARETO(D:D)']
const cells = ['F1', 'F2', 'F3', 'H1']
const same = (contents: string[]) => contents.map((one) => one.replace(/\s/g, ''))

describe('making portable', () => {
  test('our formulas of the workbook become values, and others stay', async () => {
    const { book, contents } = report()
    const { text, isDone, remarks } = await makePortable(book, 'workbook', 'values')
    expect(text).toBe('3 formulas became values. The note of each cell keeps what stood there.')
    expect([isDone, remarks]).toEqual([true, []])
    expect(contents(...cells)).toEqual(['4', '33.3', '=SUM(A2:A4)', 'reason'])
    expect(contents('H2', 'I2')).toEqual(['Late', '2'])
  })

  test('or the spreadsheet’s own where there are such, and what has none is told', async () => {
    const { book, contents } = report()
    const { text, remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(text).toBe(
      '1 formula became its value. 2 formulas became ones of the spreadsheet’s own. The note of each cell keeps what stood there.',
    )
    expect(same(contents('F1', 'F2'))).toEqual([
      '=SUM(B:B)/SUM(A:A)',
      '=ROUND((100*(COUNTIF(C:C,">=9")-COUNTIF(C:C,"<=6"))/COUNT(C:C)),1)',
    ])
    expect(remarks).toEqual([
      {
        cells: [{ sheet: 'Sheet1', cell: 'H1', functions: 'REASON_PARETO' }],
        text: 'There is no formula of the spreadsheet’s own for this, so the value stands there',
      },
    ])
  })

  test('an own formula that would give something else, here for a number stored as text, gives way to the value', async () => {
    const { book, put, contents, shown } = report()
    put('Sheet1', 'B3', "'300")
    expect(shown('F1')).toEqual([4])
    const { remarks } = await makePortable(book, 'workbook', 'own formulas')
    expect(contents('F1')).toEqual(['4'])
    expect(remarks.map(({ text }) => text)).toContain(
      '=SUM(B:B)/SUM(A:A) gives something else, as it does with text or blanks among the numbers, so the value stands there',
    )
  })

  test('is one step to undo, also after a trial that failed', async () => {
    const { book, put, contents, undo } = report()
    put('Sheet1', 'B3', "'300")
    await makePortable(book, 'workbook', 'own formulas')
    undo()
    expect(same(contents(...cells))).toEqual(same(formulas))
  })

  test('only what is selected, where that is wanted', async () => {
    const { book, select, contents } = report()
    select('Sheet1', 'F1')
    await makePortable(book, 'selection', 'values')
    expect(same(contents('F1', 'F2'))).toEqual(['4', '=ROUND(NPS(C:C),1)'])
  })

  test('a cell that a table fills stands for the table', async () => {
    const { book, select, contents } = report()
    select('Sheet1', 'I3')
    expect((await makePortable(book, 'selection', 'values')).text).toMatch(/^1 formula became its value\./)
    expect(contents('H1', 'I3')).toEqual(['reason', '1'])
  })

  test('of a sheet leaves the others alone, and the workbook has those that are hidden', async () => {
    const { book, put, select, contents, model, idOf } = report()
    const plan = { name: 'Hidden', columns: [{ title: 'n', width: 80, kind: 'any' as const }], rows: [] }
    await book.createSheet(plan)
    put('Hidden', 'B1', '=ROAS(Sheet1!B:B, Sheet1!A:A)')
    select('Sheet1', 'A1')
    model.dispatch('ACTIVATE_SHEET', { sheetIdFrom: idOf('Hidden'), sheetIdTo: idOf('Sheet1') })
    model.dispatch('HIDE_SHEET', { sheetId: idOf('Hidden') })
    const hidden = async () => (await book.readFormulas('Hidden'))[0]!.formulas.length
    await makePortable(book, 'sheet', 'values')
    expect(contents('F1')).toEqual(['4'])
    expect(await hidden()).toBe(1)
    await makePortable(book, 'workbook', 'values')
    expect(await hidden()).toBe(0)
  })

  test('what shows an error stays, and is told', async () => {
    const { book, put, contents } = report()
    put('Sheet1', 'F5', '=ROAS(B2, Z1)')
    const { text, remarks } = await makePortable(book, 'workbook', 'values')
    expect(text).toMatch(/^3 formulas became values\./)
    expect(remarks).toEqual([
      {
        cells: [{ sheet: 'Sheet1', cell: 'F5', functions: 'ROAS' }],
        text: 'Shows #N/A, so the formula stays: mend it, then try again',
      },
    ])
    expect(same(contents('F5'))).toEqual(['=ROAS(B2,Z1)'])
  })

  test.each([
    ['workbook', 'This workbook holds no formula of ours.'],
    ['sheet', 'The sheet “Sheet1” holds no formula of ours.'],
    ['selection', 'The selected cells hold no formula of ours.'],
  ] as const)('of a %s without any says so', async (scope, text) => {
    expect(await makePortable(openBook().book, scope, 'values')).toEqual({ text, isDone: false, remarks: [] })
  })
})

describe('bringing back', () => {
  test.each(['values', 'own formulas'] as const)('undoes what made %s of them', async (way) => {
    const { book, contents, shown } = report()
    const before = shown('F1', 'F2', 'H2', 'I2', 'K3')
    await makePortable(book, 'workbook', way)
    expect(await bringBack(book, 'workbook')).toEqual({ text: '3 formulas are back.', isDone: true, remarks: [] })
    expect(same(contents(...cells))).toEqual(same(formulas))
    expect(shown('F1', 'F2', 'H2', 'I2', 'K3')).toEqual(before)
    expect((await book.readFormulas('Sheet1'))[0]!.notes).toEqual([])
  })

  test('leaves what was changed since, and says what its note keeps', async () => {
    const { book, put, contents } = report()
    await makePortable(book, 'workbook', 'values')
    put('Sheet1', 'F1', 5)
    const { text, remarks } = await bringBack(book, 'workbook')
    expect(text).toBe('2 formulas are back.')
    expect(remarks).toEqual([
      {
        cells: [{ sheet: 'Sheet1', cell: 'F1', functions: 'ROAS' }],
        text: 'Was changed since, so it stays as it is, and its note keeps =ROAS(B:B,A:A)',
      },
    ])
    expect(contents('F1')).toEqual(['5'])
  })

  test('tells which of them give something else by now', async () => {
    const { book, put } = report()
    await makePortable(book, 'workbook', 'values')
    put('Sheet1', 'B4', 400)
    put('Sheet1', 'D3', 'Wrong')
    const { remarks } = await bringBack(book, 'workbook')
    expect(remarks.map(({ cells, text }) => [cells[0]!.cell, text])).toEqual([
      ['F1', 'Gives 5 now, where 4 stood'],
      ['H1', 'Gives other values now than stood there'],
    ])
  })

  test('finds them where rows were inserted', async () => {
    const { book, contents, model, idOf } = report()
    await makePortable(book, 'workbook', 'values')
    const place = { dimension: 'ROW', base: 0, quantity: 2, position: 'before' } as const
    model.dispatch('ADD_COLUMNS_ROWS', { sheetId: idOf('Sheet1'), sheetName: 'Sheet1', ...place })
    expect((await bringBack(book, 'workbook')).text).toBe('3 formulas are back.')
    expect(same(contents('F3', 'H3'))).toEqual(['=ROAS(B:B,A:A)', '=REASON_PARETO(D:D)'])
  })

  test('without any note that keeps one says so', async () => {
    const { book } = report()
    expect((await bringBack(book, 'workbook')).text).toBe('This workbook holds no note that keeps a formula.')
  })
})
