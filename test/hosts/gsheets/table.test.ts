import { describe, expect, test } from 'vitest'
import type { NewCell, PlanColumn, RowChange, TablePlan } from '../../../core/sheet/book.ts'
import { sheetsBook } from '../../../gsheets/sidebar/book.ts'
import { enter } from '../appsScript/entry.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { openSheetsBook, scriptRun } from '../appsScript/sheets.ts'
import { cellAt, newWorkbook, parseAddress, sheetNamed, type StoredSheet } from '../appsScript/workbook.ts'

const columns: PlanColumn[] = [
  { title: 'Cue', width: 200, kind: 'text' },
  {
    title: 'Rating',
    width: 80,
    kind: 'text',
    choices: ['good', 'fair', 'bad', 'none'],
    colours: { good: 'green', fair: 'amber', bad: 'red', none: 'grey' },
  },
  { title: 'Value', width: 90, kind: 'any' },
  { title: 'Score', width: 70, kind: 'number' },
  { title: 'Reviewed on', width: 110, kind: 'date' },
  { title: 'Id', width: 40, kind: 'text', muted: true },
]

const plan = (rows: TablePlan['rows']): TablePlan => ({ name: 'Signals', columns, rows })

const row = (id: string): NewCell[] => [`Cue ${id}`, 'good', { formula: '=1+1' }, 5, 46082, id]

/** A book with a table of cues whose ids are given. */
async function filled(...ids: string[]) {
  const host = await openSheetsBook()
  await host.book.createSheets([plan(ids.map(row))])
  const sheet = sheetNamed(host.project.workbook, 'Signals')
  const change = (...changes: RowChange[]) => host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
  return { ...host, sheet, change }
}

const edit = (id: string, cells: Record<string, NewCell>): RowChange => ({ id, seen: {}, cells })
const removal = (id: string): RowChange => ({ id, seen: {}, cells: null })

/** All that a sheet holds, to be compared with later. */
const snapshot = ({ cells, formats }: StoredSheet) => structuredClone({ cells, formats })

const broken = 'Service Spreadsheets failed.'

describe('a sheet that is made', () => {
  test('has titles in bold in a row that stays, and columns as wide as planned', async () => {
    const { sheet } = await filled('a')
    expect(sheet.frozenRows).toBe(1)
    const bold = [...sheet.looks].filter(([, { weight }]) => weight === 'bold')
    expect(bold.map(([cell]) => cell).sort()).toEqual(['A1', 'B1', 'C1', 'D1', 'E1', 'F1'])
    expect([...sheet.widths.values()]).toEqual([200, 80, 90, 70, 110, 40])
  })

  test('formats texts as plain text and dates as dates to its end, and nothing else', async () => {
    const { sheet } = await filled('a')
    const formats = (row: number) => ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => sheet.formats.get(column + row))
    for (const row of [2, 3, 1000]) {
      expect(formats(row)).toEqual(['@', '@', undefined, undefined, 'yyyy-mm-dd', '@'])
    }
    expect(formats(1)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  })

  test('offers the choices below the title, and marks other text without refusing it', async () => {
    const { sheet } = await filled('a')
    expect(sheet.dropDowns).toEqual([
      { block: parseAddress('B2:B1000'), offers: ['good', 'fair', 'bad', 'none'], refusesOthers: false },
    ])
  })

  test('colours cells that hold exactly a text, with text that can be read on the fill', async () => {
    const { sheet } = await filled('a')
    expect(sheet.rules.map(({ text, fill }) => [text, fill])).toEqual([
      ['good', '#D9EAD3'],
      ['fair', '#FFF2CC'],
      ['bad', '#F4CCCC'],
      ['none', '#EFEFEF'],
    ])
    for (const { blocks, fill, colour } of sheet.rules) {
      expect(blocks).toEqual([parseAddress('B2:B1000')])
      expect(contrast(fill, colour)).toBeGreaterThan(4.5)
    }
  })

  test('shows a muted column in grey', async () => {
    const { sheet } = await filled('a')
    const coloured = [...sheet.looks].filter(([, { colour }]) => colour !== undefined)
    expect(coloured.map(([cell]) => cell)).toEqual(Array.from({ length: 1000 }, (_, i) => `F${i + 1}`))
    expect(new Set(coloured.map(([, { colour }]) => colour))).toEqual(new Set(['#757575']))
  })

  test('can have more rows and columns than a new sheet of Google’s', async () => {
    const { book } = await openSheetsBook()
    const wide = Array.from({ length: 30 }, (_, i): PlanColumn => ({ title: `T${i}`, width: 50, kind: 'any' }))
    const rows = Array.from({ length: 1200 }, (_, i) => wide.map((_, j) => i * 100 + j))
    await book.createSheets([{ name: 'Wide', columns: wide, rows }])
    expect((await book.readSheet('Wide'))!.values).toEqual([wide.map(({ title }) => title), ...rows])
  })

  test.each(['keeps', 'reads'] as const)(
    'calculates a formula in a column of texts (plain text %s)',
    async (reading) => {
      const { book, project, put } = await openSheetsBook(reading)
      await book.createSheets([plan([[{ formula: '=1+1' }], ['007']])])
      await put('Signals', 'A4', '008')
      const { values, formulas } = (await book.readSheet('Signals'))!
      expect(values.map(([cue]) => cue)).toEqual(['Cue', 2, '007', '008'])
      expect(formulas[1]![0]).toBe('=1+1')
      // In plain text it would become a text when someone edits it.
      expect(sheetNamed(project.workbook, 'Signals').formats.get('A2')).toBeUndefined()
    },
  )

  test('is made in one write', async () => {
    const { traffic } = await filled('a', 'b')
    expect(await traffic()).toEqual({ reads: 0, writes: 1 })
  })

  test.each([
    'Range.setValues',
    'Range.setDataValidation',
    'Sheet.setConditionalFormatRules',
    'Sheet.setFrozenRows',
    'SpreadsheetApp.flush',
  ])('is not there at all when %s fails', async (call) => {
    const { book, project } = await openSheetsBook()
    project.world.fault = { call, message: broken }
    await expect(book.createSheets([plan([row('a')])])).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. No sheet was added. Try again in a moment.',
    )
    expect(project.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    await book.createSheets([plan([row('a')])])
    expect(await book.readSheet('Signals')).not.toBeNull()
  })

  test('is not made while someone else writes', async () => {
    const { book, project } = await openSheetsBook()
    project.world.lockedByOther = true
    await expect(book.createSheets([plan([])])).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(project.workbook.sheets).toHaveLength(1)
  })

  test('of two who make it at once one is told that it is there', async () => {
    const { book } = await openSheetsBook()
    const made = await Promise.allSettled([
      book.createSheets([plan([row('a')])]),
      book.createSheets([plan([row('b')])]),
    ])
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await book.readSheet('Signals'))!.values[1]![5]).toBe('a')
  })
})

describe('what is read', () => {
  test.each(['script', 'foreign'] as const)(
    'dates are serials by the spreadsheet’s clock (%s scope)',
    async (realm) => {
      const project = openProject(await readFiles(), { workbook: newWorkbook('Asia/Tokyo'), realm })
      const book = sheetsBook(scriptRun(project))
      enter(project.workbook, project.workbook.active, 1, 1, '2026-03-01')
      enter(project.workbook, project.workbook.active, 1, 2, '2026-03-01 18:00')
      await book.createSheets([plan([row('a')])])
      expect((await book.readSheet('Sheet1'))!.values).toEqual([[46082, 46082.75]])
      expect((await book.readSheet('Signals'))!.values[1]![4]).toBe(46082)
      expect(project.lost).toEqual([])
    },
  )

  test('a formula that gives an empty text counts as used, and blank rows after it do not', async () => {
    const { book, put } = await openSheetsBook()
    await put('Sheet1', 'B2', '=""')
    await put('Sheet1', 'D9', "'")
    expect(await book.readSheet('Sheet1')).toEqual({
      values: [
        [null, null],
        [null, null],
      ],
      formulas: [
        ['', ''],
        ['', '=""'],
      ],
    })
  })

  test('ranges may begin anywhere, end beyond the last row, be empty, overlap and be of several sheets', async () => {
    const { book, put, traffic } = await filled('a', 'b')
    await put('Sheet1', 'C2', 7)
    await put('Sheet1', 'C4', 9)
    await traffic()
    expect(
      await book.readRanges([
        { sheet: 'Sheet1', address: 'C2:C' },
        { sheet: 'Signals', address: 'F2:F99' },
        { sheet: 'Sheet1', address: 'B3:C4' },
        { sheet: 'Sheet1', address: 'A:A' },
        { sheet: 'Signals', address: 'C3' },
        { sheet: 'Sheet1', address: 'C90:C99' },
      ]),
    ).toEqual([
      [[7], [null], [9]],
      [['a'], ['b']],
      [
        [null, null],
        [null, 9],
      ],
      [],
      [[2]],
      [],
    ])
    expect(await traffic()).toEqual({ reads: 1, writes: 0 })
  })

  test('no ranges are no values', async () => {
    const { book } = await openSheetsBook()
    expect(await book.readRanges([])).toEqual([])
  })

  test('an address that is none is a failure in words', async () => {
    const { book } = await openSheetsBook()
    await expect(book.readRanges([{ sheet: 'Sheet1', address: 'no cell' }])).rejects.toThrow(
      'The sheet “Sheet1” has no range no cell. Choose the cells again.',
    )
  })

  test('a failure of Google Sheets says what to do', async () => {
    const { book, project } = await openSheetsBook()
    project.world.fault = { call: 'Range.getValues', message: broken }
    await expect(book.readSheet('Sheet1')).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. Look at the sheet, then try again.',
    )
  })
})

describe('cells that are to be kept', () => {
  test('are not written at all when they hold something', async () => {
    const { sheet, change, traffic } = await filled('a', 'b', 'c')
    const kept = ['A2', 'B2', 'C2', 'D2', 'A3', 'C3', 'A4', 'B4', 'C4', 'E4'].map((cell) => sheet.cells.get(cell))
    await traffic()
    await change(edit('b', { Rating: 'bad', Score: 1 }), edit('c', { Score: 2 }))
    const now = ['A2', 'B2', 'C2', 'D2', 'A3', 'C3', 'A4', 'B4', 'C4', 'E4'].map((cell) => sheet.cells.get(cell))
    now.forEach((cell, i) => expect(cell).toBe(kept[i]))
    expect([cellAt(sheet, 3, 2), cellAt(sheet, 3, 4), cellAt(sheet, 4, 4)].map((cell) => cell?.value)).toEqual([
      'bad',
      1,
      2,
    ])
  })

  test('that are blank are written over, so that there is one write', async () => {
    const { change, put, traffic } = await filled('a', 'b', 'c')
    for (const cell of ['B3', 'C3', 'D3']) await put('Signals', cell, '')
    await traffic()
    await change(edit('b', { Cue: 'New', 'Reviewed on': 46083 }))
    expect(await traffic()).toEqual({ reads: 1, writes: 1 })
  })

  test('may be protected: the others are written', async () => {
    const { book, sheet, change } = await filled('a')
    sheet.protections.push(parseAddress('C1:C1000'))
    expect((await change(edit('a', { Rating: 'bad', Score: 1 }))).done).toEqual(['a'])
    expect((await book.readSheet('Signals'))!.values[1]).toEqual(['Cue a', 'bad', 2, 1, 46082, 'a'])
  })
})

describe('what is written', () => {
  test.each(['keeps', 'reads'] as const)('leaves plain text plain text (plain text %s)', async (reading) => {
    const { book, project } = await openSheetsBook(reading)
    await book.createSheets([plan([row('a')])])
    const sheet = sheetNamed(project.workbook, 'Signals')
    const { formats } = snapshot(sheet)
    await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [edit('a', { Cue: "'=1", Rating: null })] })
    expect(sheet.formats).toEqual(formats)
    expect(sheet.cells.get('A2')).toEqual({ value: "'=1" })
  })

  test.each(['keeps', 'reads'] as const)(
    'a formula is calculated and a number is a number in a cell of plain text (plain text %s)',
    async (reading) => {
      const { book } = await openSheetsBook(reading)
      await book.createSheets([plan([row('a')])])
      await book.insertFormula({ sheet: 'Signals', cell: 'B2', formula: '=2*3', replaces: 'good' })
      await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [edit('a', { Cue: { formula: '=1+1' } })] })
      expect((await book.readSheet('Signals'))!.values[1]!.slice(0, 2)).toEqual([2, 6])
      await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [edit('a', { Cue: 12 })] })
      expect((await book.readSheet('Signals'))!.values[1]![0]).toBe(12)
    },
  )

  test('text in a cell without a format leaves it without one, so that a number typed later is a number', async () => {
    const { book, change, put } = await filled('a')
    await change(edit('a', { Value: '007' }))
    expect((await book.readSheet('Signals'))!.values[1]![2]).toBe('007')
    await put('Signals', 'C2', '12')
    expect((await book.readSheet('Signals'))!.values[1]![2]).toBe(12)
  })

  test('goes below the end of the sheet too, which grows', async () => {
    const { book, sheet, change } = await filled('a')
    sheet.rows = 2
    await change({ id: 'b', seen: null, cells: { Cue: 'New' } }, { id: 'c', seen: null, cells: { Cue: 'Newer' } })
    expect((await book.readSheet('Signals'))!.values.map((line) => line[5])).toEqual(['Id', 'a', 'b', 'c'])
  })

  test('goes into a hidden sheet as well', async () => {
    const { book, sheet, change } = await filled('a')
    sheet.hidden = true
    await change(edit('a', { Cue: 'New' }))
    expect((await book.readSheet('Signals'))!.values[1]![0]).toBe('New')
  })

  test('is under the lock of the document, which is given back', async () => {
    const { project, change } = await filled('a')
    project.world.calls.length = 0
    await change(edit('a', { Cue: 'New' }), removal('nobody'))
    const steps = ['Lock.tryLock', 'Range.getValues', 'Range.setValues', 'SpreadsheetApp.flush', 'Lock.releaseLock']
    expect(project.world.calls.filter((call) => steps.includes(call))).toEqual(steps)
  })

  test('is nothing when every row is refused', async () => {
    const { project, change } = await filled('a')
    project.world.calls.length = 0
    await change({ id: 'a', seen: { Cue: 'other' }, cells: { Cue: 'New' } })
    expect(project.world.calls.filter((call) => call.includes('.set'))).toEqual([])
  })

  test('all rows may be removed, also the last one that is not frozen', async () => {
    const { book, sheet, change } = await filled('a', 'b', 'c')
    sheet.rows = 4
    expect((await change(removal('c'), removal('a'), removal('b'))).done).toEqual(['c', 'a', 'b'])
    expect((await book.readSheet('Signals'))!.values).toEqual([columns.map(({ title }) => title)])
  })

  test('rows may be changed, added and removed in one go', async () => {
    const { book, change } = await filled('a', 'b', 'c')
    await change(removal('a'), edit('c', { Cue: 'New' }), { id: 'd', seen: null, cells: { Cue: 'Newer' } })
    const { values } = (await book.readSheet('Signals'))!
    expect(values.slice(1).map((line) => [line[0], line[5]])).toEqual([
      ['Cue b', 'b'],
      ['New', 'c'],
      ['Newer', 'd'],
    ])
  })
})

describe('when writing fails', () => {
  /** Two blocks, because of the formula between them. */
  const twoBlocks = edit('a', { Rating: '=bad', Score: 1 })

  test.each([
    ['the first block', { call: 'Range.setValues', message: broken }],
    ['the second block', { call: 'Range.setValues', message: broken, after: 1 }],
    ['the end', { call: 'SpreadsheetApp.flush', message: broken }],
    ['a format', { call: 'RangeList.setNumberFormat', message: broken }],
    ['a format after the text', { call: 'RangeList.setNumberFormat', message: broken, after: 1 }],
  ])('at %s, the sheet is as it was', async (_, fault) => {
    const { book, project, sheet, change } = await filled('a', 'b')
    const was = snapshot(sheet)
    project.world.fault = fault
    await expect(change(twoBlocks)).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. Nothing was changed. Look at the sheet, then try again.',
    )
    expect(project.world.fault).toBeUndefined()
    expect(snapshot(sheet)).toEqual(was)
    expect((await change(twoBlocks)).done).toEqual(['a'])
    expect((await book.readSheet('Signals'))!.values[1]).toEqual(['Cue a', '=bad', 2, 1, 46082, 'a'])
  })

  test.each(['Range.setValues', 'SpreadsheetApp.flush'])(
    'of a new row (%s), blank cells of plain text are again blank and plain text',
    async (call) => {
      const { project, sheet, change } = await filled('a')
      const was = snapshot(sheet)
      project.world.fault = { call, message: broken }
      await expect(change({ id: 'b', seen: null, cells: { Cue: 'New' } })).rejects.toThrow(/Nothing was changed/)
      expect(snapshot(sheet)).toEqual(was)
    },
  )

  test('and Google Sheets does not even take back what was written, it does not say that nothing was changed', async () => {
    const { project, change } = await filled('a')
    project.world.fault = { call: 'Range.setValues', message: broken, after: 1, times: 2 }
    await expect(change(twoBlocks)).rejects.toThrow(
      'Google Sheets refused: “Service Spreadsheets failed”. Look at the sheet, then try again.',
    )
  })

  test('while rows are removed, the rows that stay are whole, and it says so', async () => {
    const { book, project, change } = await filled('a', 'b', 'c')
    project.world.fault = { call: 'Sheet.deleteRow', message: broken, after: 1 }
    await expect(change(removal('a'), removal('c'))).rejects.toThrow(
      /failed”\. Some rows may still be there\. Look at the sheet, then remove them again\.$/,
    )
    expect((await book.readSheet('Signals'))!.values.slice(1).map((line) => line.join())).toEqual([
      'Cue a,good,2,5,46082,a',
      'Cue b,good,2,5,46082,b',
    ])
  })

  test('the lock is given back', async () => {
    const { project, change } = await filled('a')
    project.world.fault = { call: 'Range.setValues', message: broken }
    await expect(change(twoBlocks)).rejects.toThrow()
    expect(project.world.calls.at(-1)).toBe('Lock.releaseLock')
  })

  test('a text that is too long for a cell is refused, and nothing is written', async () => {
    const { sheet, change } = await filled('a')
    const was = snapshot(sheet)
    await expect(change(edit('a', { Cue: 'x'.repeat(50_001) }))).rejects.toThrow(
      /maximum of 50000.+Nothing was changed/,
    )
    expect(snapshot(sheet)).toEqual(was)
  })
})

describe('while the sidebar is open', () => {
  const mayNot =
    'You may not edit these cells of the sheet “Signals”. Ask its owner to lift the protection, then try again.'

  test.each([
    ['a cell that is to be changed', 'D2', edit('a', { Rating: 'bad', Score: 1 })],
    ['a cell of a row that is to be removed', 'Z2', removal('a')],
    ['the row that is to be added', 'A3:Z3', { id: 'b', seen: null, cells: { Cue: 'New' } }],
  ])('%s is protected: nothing is written', async (_, address, wanted) => {
    const { sheet, change } = await filled('a')
    sheet.protections.push(parseAddress(address))
    const was = snapshot(sheet)
    await expect(change(wanted)).rejects.toThrow(mayNot)
    expect(snapshot(sheet)).toEqual(was)
  })

  test('the cell for a formula is protected: nothing is written', async () => {
    const { book, sheet } = await filled('a')
    sheet.protections.push(parseAddress('G2'))
    const insertion = { sheet: 'Signals', cell: 'G2', formula: '=1+2', replaces: '' }
    await expect(book.insertFormula(insertion)).rejects.toThrow(mayNot)
  })

  test.each([
    ['renamed', (sheet: StoredSheet) => Object.assign(sheet, { name: 'Cues' })],
    ['deleted', (sheet: StoredSheet) => Object.assign(sheet, { name: '' })],
  ])('the sheet is %s: it says so, and nothing is written', async (_, happen) => {
    const { book, project, sheet, change } = await filled('a')
    happen(sheet)
    project.workbook.sheets = project.workbook.sheets.filter(({ name }) => name !== '')
    const was = snapshot(sheet)
    await expect(change(edit('a', { Cue: 'New' }))).rejects.toThrow(
      'The sheet “Signals” is not there any more. If it was renamed, give it that name again, then try again.',
    )
    expect(await book.readSheet('Signals')).toBeNull()
    expect(snapshot(sheet)).toEqual(was)
  })

  test('someone else writes: rows are not changed', async () => {
    const { project, sheet, change } = await filled('a')
    const was = snapshot(sheet)
    project.world.lockedByOther = true
    await expect(change(edit('a', { Cue: 'New' }))).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(snapshot(sheet)).toEqual(was)
  })

  test('google.script.run carries every answer', async () => {
    const { book, project, put, change } = await filled('a')
    await put('Signals', 'C2', '=1/0')
    await put('Signals', 'D2', '2026-03-01')
    await book.readSheet('Signals')
    await book.readRanges([{ sheet: 'Signals', address: 'A:F' }])
    await change(edit('a', { Cue: '\ud83d' }))
    expect(project.lost).toEqual([])
  })
})

/** How well text can be read on a fill, as WCAG 2.1 reckons it. */
function contrast(fill: string, text: string): number {
  const [light, dark] = [fill, text].map(luminance).sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const part = parseInt(colour.slice(i, i + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
