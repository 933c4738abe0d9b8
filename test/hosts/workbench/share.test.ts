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

const pause = async () => {}
const formulas = ['=ROAS(B:B, A:A)', '=ROUND(NPS(C:C), 1)', '=SUM(A2:A4)', '=REASON_PARETO(D:D)']
const cells = ['F1', 'F2', 'F3', 'H1']
const same = (contents: string[]) => contents.map((one) => one.replace(/\s/g, ''))

describe('making portable', () => {
  test('our formulas of the workbook become values, and others stay', async () => {
    const { book, contents } = report()
    const { text, isProblem, remarks } = await makePortable(book, 'workbook', 'values')
    expect(text).toBe('3 formulas became values. The note of each cell keeps what stood there.')
    expect([isProblem, remarks]).toEqual([false, []])
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
    await book.createSheets([plan])
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
    expect(text).toMatch(/^3 formulas became values\..* 1 formula stays: people without Cuesheet see #NAME\? there\.$/)
    expect(remarks).toEqual([
      {
        cells: [{ sheet: 'Sheet1', cell: 'F5', functions: 'ROAS' }],
        text: 'Shows #N/A, so the formula stays: mend it or clear the cell, then try again',
      },
    ])
    expect(same(contents('F5'))).toEqual(['=ROAS(B2,Z1)'])
  })

  test.each([
    ['workbook', 'This workbook holds no formula of ours.'],
    ['sheet', 'The sheet “Sheet1” holds no formula of ours.'],
    ['selection', 'The selected cells hold no formula of ours.'],
  ] as const)('of a %s without any says so', async (scope, text) => {
    expect(await makePortable(openBook().book, scope, 'values')).toEqual({ text, isProblem: true, remarks: [] })
  })
})

describe('bringing back', () => {
  test.each(['values', 'own formulas'] as const)('undoes what made %s of them', async (way) => {
    const { book, contents, shown } = report()
    const before = shown('F1', 'F2', 'H2', 'I2', 'K3')
    await makePortable(book, 'workbook', way)
    expect(await bringBack(book, 'workbook', pause)).toEqual({
      text: '3 formulas are back.',
      isProblem: false,
      remarks: [],
    })
    expect(same(contents(...cells))).toEqual(same(formulas))
    expect(shown('F1', 'F2', 'H2', 'I2', 'K3')).toEqual(before)
    expect((await book.readFormulas('Sheet1'))[0]!.notes).toEqual([])
  })

  test('leaves what was changed since, and says so', async () => {
    const { book, put, contents } = report()
    await makePortable(book, 'workbook', 'values')
    put('Sheet1', 'F1', 5)
    const { text, remarks } = await bringBack(book, 'workbook', pause)
    expect(text).toBe('2 formulas are back. 1 formula is not.')
    expect(remarks).toEqual([
      {
        cells: [{ sheet: 'Sheet1', cell: 'F1', functions: 'ROAS' }],
        text: 'Was changed since, so it stays as it is. Its note keeps the formula',
      },
    ])
    expect(contents('F1')).toEqual(['5'])
  })

  test('tells which of them give something else by now', async () => {
    const { book, put } = report()
    await makePortable(book, 'workbook', 'values')
    put('Sheet1', 'B4', 400)
    put('Sheet1', 'D3', 'Wrong')
    const { remarks } = await bringBack(book, 'workbook', pause)
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
    expect((await bringBack(book, 'workbook', pause)).text).toMatch(/^3 formulas are back\./)
    expect(same(contents('F3', 'H3'))).toEqual(['=ROAS(B:B,A:A)', '=REASON_PARETO(D:D)'])
  })

  test('without any note that keeps one says so', async () => {
    const { book } = report()
    expect((await bringBack(book, 'workbook', pause)).text).toBe('This workbook holds no note that keeps a formula.')
  })
})

describe('a model on typed inputs', () => {
  const model = () => {
    const opened = openBook()
    const inputs = { C15: '50', C16: '80%', C17: '4%', C18: '1%', B1: '1000', B2: '250' }
    const formulas = {
      F1: '=LTV(C15,C16,C17)',
      F2: '=LTV(C15,C16,C17,C18)',
      F3: '=ROUND(LTV(C15,C16,C17)/CAC(150,1),1)',
      F4: '=ROAS(B1,B2)',
      F5: '=IFERROR(ROAS(B1,B2)*100,0)+B2',
      F6: '=IF(ROAS(B1,B2)>3,"well","badly")',
    }
    for (const [cell, text] of Object.entries({ ...inputs, ...formulas })) opened.put('Sheet1', cell, text)
    const places = Object.keys(formulas)
    const texts = (cells = places) => cells.map((one) => opened.cell('Sheet1', one).formattedValue)
    return { ...opened, places, texts, formulas: Object.values(formulas) }
  }

  test('shows the same numbers by formulas of the spreadsheet’s own, none of them as per cent', async () => {
    const { book, texts } = model()
    const numbers = (shown: string[]) => shown.map((one) => (/^[\d.]+$/.test(one) ? Number(one) : one))
    const before = numbers(texts())
    expect(before.slice(0, 2)).toEqual([1000, 808])
    const { text } = await makePortable(book, 'workbook', 'own formulas')
    expect(text).toMatch(/^6 formulas became ones/)
    expect(numbers(texts())).toEqual(before)
  })

  test.each(['values', 'own formulas'] as const)(
    'comes back from %s with the cells that rows above have moved',
    async (way) => {
      const { book, texts, places, model: engine, idOf } = model()
      const before = texts()
      await makePortable(book, 'workbook', way)
      const place = { dimension: 'ROW', base: 0, quantity: 1, position: 'before' } as const
      engine.dispatch('ADD_COLUMNS_ROWS', { sheetId: idOf('Sheet1'), sheetName: 'Sheet1', ...place })
      expect(await bringBack(book, 'workbook', pause)).toMatchObject({ text: '6 formulas are back.', remarks: [] })
      const moved = places.map((cell) => cell.replace(/\d+/, (row) => String(Number(row) + 1)))
      expect(texts(moved).map(Number).slice(0, 5)).toEqual(before.map(Number).slice(0, 5))
    },
  )

  test('comes back from own formulas with inputs that moved alone', async () => {
    const { book, content, model: engine, idOf } = model()
    await makePortable(book, 'workbook', 'own formulas')
    const place = { dimension: 'COL', base: 2, quantity: 1, position: 'before' } as const
    engine.dispatch('ADD_COLUMNS_ROWS', { sheetId: idOf('Sheet1'), sheetName: 'Sheet1', ...place })
    await bringBack(book, 'workbook', pause)
    expect(same([content('Sheet1', 'G1'), content('Sheet1', 'G4')])).toEqual(['=LTV(D15,D16,D17)', '=ROAS(B1,B2)'])
  })

  test('rows that were sorted get the formulas of their own cells', async () => {
    const opened = openBook()
    const { put, book, content, cell, model: engine, idOf } = opened
    const rows = [['mail', 100, 50], ['ads', 300, 50], ['tv', 100, 20]] as const // prettier-ignore
    rows.forEach((row, i) => row.forEach((value, j) => put('Sheet1', `${'ABC'[j]}${i + 2}`, value)))
    for (const row of [2, 3, 4]) put('Sheet1', `D${row}`, `=ROAS(B${row},C${row})`)
    await makePortable(book, 'workbook', 'values')
    const zone = { left: 0, right: 3, top: 1, bottom: 3 }
    engine.dispatch('SORT_CELLS', { sheetId: idOf('Sheet1'), col: 0, row: 1, zone, sortDirection: 'asc' })
    expect(['A2', 'A3', 'A4'].map((one) => cell('Sheet1', one).value)).toEqual(['ads', 'mail', 'tv'])
    expect((await bringBack(book, 'workbook', pause)).text).toBe('3 formulas are back.')
    expect(['D2', 'D3', 'D4'].map((one) => content('Sheet1', one))).toEqual([
      '=ROAS(B2,C2)',
      '=ROAS(B3,C3)',
      '=ROAS(B4,C4)',
    ])
    expect(['D2', 'D3', 'D4'].map((one) => cell('Sheet1', one).value)).toEqual([6, 2, 5])
  })

  test('tells what gives something else by now, though a sheet that another formula names is gone', async () => {
    const { book, put, model: engine, idOf } = model()
    await book.createSheets([{ name: 'Gone', columns: [{ title: 'n', width: 80, kind: 'any' }], rows: [[9]] }])
    put('Sheet1', 'H1', '=NPS(Gone!A:A)')
    await makePortable(book, 'workbook', 'values')
    engine.dispatch('DELETE_SHEET', { sheetId: idOf('Gone'), sheetName: 'Gone' })
    put('Sheet1', 'B1', '2000')
    const { text, remarks } = await bringBack(book, 'workbook', pause)
    expect(text).toBe('7 formulas are back. 4 of them are to be looked at.')
    expect(remarks.map(({ text, cells }) => `${cells[0]!.cell}: ${text}`)).toEqual([
      'H1: Gives #REF now, where 100 stood',
      'F4: Gives 8 now, where 4 stood',
      'F5: Gives 1050 now, where 650 stood',
      'F6: Shows the same, but the cells that it names hold something else than before: look whether they are the right ones',
    ])
  })
})

describe('values whose formulas name ranges', () => {
  const months = () => {
    const opened = openBook()
    const { put, book, content, cell, model: engine, idOf } = opened
    const lines = [['spend', 'revenue'], [100, 900], [130, 390], [90, 355], [110, 360], [70, 310]] // prettier-ignore
    lines.forEach((line, i) => line.forEach((value, j) => put('Sheet1', `${'AB'[j]}${i + 1}`, value)))
    const insertRow = (sheet: string, row: number) =>
      engine.dispatch('ADD_COLUMNS_ROWS', {
        sheetId: idOf(sheet),
        sheetName: sheet,
        dimension: 'ROW',
        base: row - 1,
        quantity: 1,
        position: 'before',
      })
    return { put, book, content, cell, insertRow, engine, idOf }
  }
  const ON_TARGET = '=IF(ROAS(B2:B6,A2:A6)>3,"on target","below")'

  test('a total below the data has all of them again after a row was inserted among them', async () => {
    const { put, book, content, insertRow } = months()
    put('Sheet1', 'B8', ON_TARGET)
    await makePortable(book, 'workbook', 'values')
    insertRow('Sheet1', 4)
    expect(await bringBack(book, 'workbook', pause)).toMatchObject({ text: '1 formula is back.', remarks: [] })
    expect(content('Sheet1', 'B9')).toBe('=IF(ROAS(B2:B7,A2:A7)>3,"on target","below")')
  })

  test('a total whose data went on as well keeps its value, and says why', async () => {
    const { put, book, content, insertRow } = months()
    put('Sheet1', 'B8', ON_TARGET)
    await makePortable(book, 'workbook', 'values')
    insertRow('Sheet1', 4)
    put('Sheet1', 'A4', 100)
    put('Sheet1', 'B4', 310)
    const { text, isProblem, remarks } = await bringBack(book, 'workbook', pause)
    expect([text, isProblem]).toEqual(['Nothing was changed.', true])
    expect(remarks.map(({ text }) => text)).toEqual([
      'Was moved, and the cells that its formula names went elsewhere or changed, so the value stays. Its note keeps the formula',
    ])
    expect(content('Sheet1', 'B9')).toBe('on target')
  })

  test('one that shows the same of other cells is told', async () => {
    const { put, book, insertRow } = months()
    put('Sheet1', 'D1', ON_TARGET)
    await makePortable(book, 'workbook', 'values')
    insertRow('Sheet1', 2)
    const { text, remarks } = await bringBack(book, 'workbook', pause)
    expect(text).toBe('1 formula is back. 1 of them is to be looked at.')
    expect(remarks.map(({ text }) => text)).toEqual([
      'Shows the same, but the cells that it names hold something else than before: look whether they are the right ones',
    ])
  })

  test('fixed cells go along when a row is inserted above everything', async () => {
    const { put, book, content, cell, insertRow } = months()
    put('Sheet1', 'D4', '=ROUND(ROAS($B$2,$A$2)*10,0)')
    await makePortable(book, 'workbook', 'values')
    insertRow('Sheet1', 1)
    expect((await bringBack(book, 'workbook', pause)).remarks).toEqual([])
    expect([content('Sheet1', 'D5'), cell('Sheet1', 'D5').value]).toEqual(['=ROUND(ROAS($B$3,$A$3)*10,0)', 90])
  })

  test('a formula that was cut elsewhere finds its cells where they are', async () => {
    const { put, book, content, engine, idOf } = months()
    put('Sheet1', 'D10', '=ROUND(ROAS(B4,A4),2)')
    await makePortable(book, 'workbook', 'values')
    const sheetId = idOf('Sheet1')
    engine.selection.selectCell(3, 9)
    engine.dispatch('CUT')
    engine.dispatch('PASTE', { target: [{ left: 6, right: 6, top: 11, bottom: 11 }] })
    expect(sheetId).toBe(engine.getters.getActiveSheetId())
    expect((await bringBack(book, 'workbook', pause)).remarks).toEqual([])
    expect(content('Sheet1', 'G12')).toBe('=ROUND(ROAS(B4,A4),2)')
  })

  test('dates and per cents look the same by own formulas, and as before when they are back', async () => {
    const opened = openBook()
    const { put, book, cell } = opened
    const inputs = { A1: '1/1/2025', A2: '$100', A3: '$40', A5: '10:30', A6: '50%' }
    const formulas = {
      C1: '=ROUND(ROAS(A2,A3)*30,0)+A1',
      C2: '=ROAS(A2,A3)/24+A5',
      C3: '=ROAS(A2,A3)*A6',
      C4: '=LTV(50,A6,4%)',
    }
    for (const [one, text] of Object.entries({ ...inputs, ...formulas })) put('Sheet1', one, text)
    const texts = () => Object.keys(formulas).map((one) => cell('Sheet1', one).formattedValue)
    const before = texts()
    expect(before.slice(0, 3)).toEqual(['3/17/2025', '13:00', '125%'])
    expect((await makePortable(book, 'workbook', 'own formulas')).text).toMatch(/^4 formulas became ones/)
    expect(texts().slice(0, 3)).toEqual(before.slice(0, 3))
    expect(Number(texts()[3])).toBe(625)
    await bringBack(book, 'workbook', pause)
    expect(texts()).toEqual(before)
  })

  test('a cell of a table that is portable stands for the table on the way back too', async () => {
    const { book } = report()
    await makePortable(book, 'workbook', 'values')
    const selection = async () => ({ sheet: 'Sheet1', address: 'I3', rows: 1, columns: 1, content: '' })
    expect((await bringBack({ ...book, selection }, 'selection', pause)).text).toBe('1 formula is back.')
  })
})
