import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Book, NewCell, RowChange, TablePlan } from '../../../core/sheet/book.ts'
import type { Action } from '../excelHost/calls.ts'
import { failure } from '../excelHost/objectModel.ts'
import { loadBook, openOffice, type Office } from '../excelHost/office.ts'
import type { Sheet } from '../excelHost/sheet.ts'

const opened: Office[] = []

// The stand-in lacks most of Excel: a book that reaches for more must not pass by accident.
afterEach(() => {
  expect(opened.flatMap(({ missing }) => missing)).toEqual([])
  opened.length = 0
})

async function open(namespace = '') {
  const office = await openOffice({ namespace })
  opened.push(office)
  return { office, book: await loadBook(office, namespace) }
}

const plan = (rows: TablePlan['rows'] = []): TablePlan => ({
  name: 'Signals',
  columns: [
    { title: 'Cue', width: 200, kind: 'text' },
    {
      title: 'Status',
      width: 80,
      kind: 'text',
      choices: ['going well', 'at risk'],
      colours: { 'going well': 'green', 'at risk': 'amber', 'say "no"': 'red', paused: 'grey' },
    },
    { title: 'Value', width: 80, kind: 'any' },
    { title: 'Reviewed on', width: 100, kind: 'date' },
    { title: 'Id', width: 40, kind: 'text', muted: true },
  ],
  rows,
})

async function withRows(count: number, namespace = '') {
  const { office, book } = await open(namespace)
  const rows = Array.from({ length: count }, (_, i): NewCell[] => [
    `Cue ${i + 1}`,
    'at risk',
    { formula: `=0+${i + 1}` },
    46082,
    `id${i + 1}`,
  ])
  await book.createSheets([plan(rows)])
  return { office, book, sheet: office.workbook.sheet('Signals')! }
}

function change(book: Book, ...changes: RowChange[]) {
  return book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
}

function rewriting(id: string, cells: Record<string, NewCell>): RowChange {
  return { id, seen: {}, cells }
}

/** All that a person could see of the cells. */
function seen({ cells, formats }: Sheet) {
  return { cells: sorted(cells), formats: sorted(formats) }
}

function sorted<T>(map: Map<string, T>): [string, T][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1))
}

const setsCells = ({ ActionType, Name }: Action) => ActionType === 4 && Name === 'Formulas'

describe('a sheet made in Excel', () => {
  test('columns have their widths in points', async () => {
    const { sheet } = await withRows(0)
    expect([...sheet.widths]).toEqual([
      [1, 150],
      [2, 60],
      [3, 60],
      [4, 75],
      [5, 30],
    ])
  })

  test('the first row is frozen and bold', async () => {
    const { sheet } = await withRows(2)
    expect(sheet.frozenRows).toBe(1)
    expect(sheet.bold).toEqual([{ top: 1, left: 1, bottom: 1, right: 5 }])
  })

  test('text and dates have their formats, also in rows that come later', async () => {
    const { office, sheet } = await withRows(2)
    const formats = (row: number) =>
      ['A', 'B', 'C', 'D', 'E'].map((letter) => office.workbook.format(sheet, letter + row))
    const expected = ['@', '@', 'General', 'yyyy-mm-dd', '@']
    expect([formats(2), formats(4), formats(900)]).toEqual([expected, expected, expected])
    expect(formats(1)).toEqual(Array(5).fill('General'))
  })

  test('a drop-down offers its choices below the title, and takes other text', async () => {
    const { sheet } = await withRows(2)
    expect(sheet.validations).toEqual([
      {
        block: { top: 2, left: 2, bottom: 1003, right: 2 },
        rule: { list: { inCellDropDown: true, source: 'going well,at risk' } },
        errorAlert: expect.objectContaining({ showAlert: true, style: 'Information' }),
      },
    ])
  })

  test('colours mark the cells that hold exactly a text', async () => {
    const { sheet } = await withRows(0)
    expect(sheet.colourRules.map(({ rule, fill, font }) => [rule!.formula1, rule!.operator, fill, font])).toEqual([
      ['="going well"', 'EqualTo', '#D9EAD3', '#274E13'],
      ['="at risk"', 'EqualTo', '#FFF2CC', '#7F6000'],
      ['="say ""no"""', 'EqualTo', '#F4CCCC', '#990000'],
      ['="paused"', 'EqualTo', '#EFEFEF', '#434343'],
    ])
    expect(new Set(sheet.colourRules.map(({ block }) => JSON.stringify(block))).size).toBe(1)
    expect(sheet.colourRules[0]!.block).toEqual({ top: 2, left: 2, bottom: 1001, right: 2 })
  })

  test('a muted column is grey', async () => {
    const { sheet } = await withRows(0)
    expect(sheet.letters).toEqual([{ block: { top: 1, left: 5, bottom: 1001, right: 5 }, colour: '#757575' }])
  })

  test('a formula in a column of texts can be edited by hand', async () => {
    const { office, book } = await open()
    await book.createSheets([plan([[{ formula: '=1+1' }], ['text']])])
    const sheet = office.workbook.sheet('Signals')!
    expect(['A2', 'A3'].map((cell) => office.workbook.format(sheet, cell))).toEqual(['General', '@'])
    expect(office.workbook.value(sheet, 'A2')).toBe(2)
  })

  test('choices that Excel cannot offer are refused before anything is made', async () => {
    const { office, book } = await open()
    const planned = plan()
    const columns = [{ ...planned.columns[1]!, choices: ['yes, but', 'no'] }]
    await expect(book.createSheets([{ ...planned, columns }])).rejects.toThrow(/choices of “Status”.*commas/)
    expect(office.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
  })

  test.each(['FreezeRows', 'Rule', 'Color', 'NumberFormat'])(
    'nothing is left of it when Excel fails at %s',
    async (name) => {
      const { office, book } = await open()
      office.faults.before = (action) =>
        action.Name === name ? failure('GeneralException', 'There was an internal error.') : undefined
      await expect(book.createSheets([plan([['a']])])).rejects.toThrow(
        /^Excel broke off \(GeneralException\)\. Try again/,
      )
      expect(office.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    },
  )

  test('a sheet whose name differs in capitals only is left as it is', async () => {
    const { book, sheet } = await withRows(1)
    const before = seen(sheet)
    await expect(book.createSheets([{ ...plan(), name: 'SIGNALS' }])).rejects.toThrow(/“SIGNALS” already\. Rename it/)
    expect(seen(sheet)).toEqual(before)
  })
})

describe('one action is one step of undo in Excel', () => {
  test('a new sheet is gone after one', async () => {
    const { office } = await withRows(3)
    expect(office.undo()).toBe(true)
    expect(office.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1'])
    expect(office.undo()).toBe(false)
  })

  test('rows that were changed, added and removed together are as before after one', async () => {
    const { office, book, sheet } = await withRows(5)
    const before = seen(sheet)
    await change(
      book,
      rewriting('id2', { Cue: 'New', Value: 7 }),
      { id: 'a', seen: null, cells: { Cue: 'Added' } },
      { id: 'id4', seen: {}, cells: null },
    )
    expect((await book.readSheet('Signals'))!.values.map(([cue]) => cue)).toEqual([
      'Cue',
      'Cue 1',
      'New',
      'Cue 3',
      'Cue 5',
      'Added',
    ])
    office.undo()
    expect(seen(office.workbook.sheet('Signals')!)).toEqual(before)
  })
})

describe('an Excel that can merge steps of undo', () => {
  test.each([
    [true, { delayForCellEdit: true, mergeUndoGroup: true }],
    [false, { delayForCellEdit: true }],
  ])('%s: a change of rows asks for one step accordingly', async (able, options) => {
    const { office, book } = await withRows(1)
    office.page.window.able = able
    office.page.evaluate(`
      const { run } = Excel
      var asked = []
      Excel.run = (options, batch) => (asked.push(options), run(options, batch))
      Object.defineProperty(Office.context.requirements, 'isSetSupported', {
        value: (set, version) => set === 'ExcelApi' && (version !== '1.20' || able),
      })`)
    await change(book, rewriting('id1', { Cue: 'New' }))
    expect(office.page.window.asked).toEqual([options])
  })
})

describe('number formats in Excel', () => {
  test('a formula or a number in a cell with the text format is one, and text later is text again', async () => {
    const { office, book, sheet } = await withRows(1)
    await change(book, rewriting('id1', { Cue: { formula: '=2*3' }, Status: 5 }))
    expect(['A2', 'B2'].map((cell) => office.workbook.value(sheet, cell))).toEqual([6, 5])
    await change(book, rewriting('id1', { Cue: '=2*3', Status: '5' }))
    expect(['A2', 'B2'].map((cell) => office.workbook.value(sheet, cell))).toEqual(['=2*3', '5'])
    expect((await book.readSheet('Signals'))!.formulas[1]!.slice(0, 2)).toEqual(['', ''])
  })

  test('text in a column of dates leaves the format to later dates', async () => {
    const { office, book, sheet } = await withRows(1)
    await change(book, rewriting('id1', { 'Reviewed on': '2026-03-01' }))
    expect(office.workbook.value(sheet, 'D2')).toBe('2026-03-01')
    expect(office.workbook.format(sheet, 'D2')).toBe('yyyy-mm-dd')
  })

  test('a row below all that is formatted has the formats of the last one', async () => {
    const { office, book, sheet } = await withRows(1)
    for (const cell of [...sheet.formats.keys()])
      if (!/[A-E]2$/.test(cell) || cell.length > 2) sheet.formats.delete(cell)
    const added = (id: string): RowChange => ({ id, seen: null, cells: { Cue: '007', 'Reviewed on': 46084 } })
    await change(book, added('a'), added('b'))
    for (const row of [3, 4]) {
      expect(['A', 'D', 'E'].map((letter) => office.workbook.format(sheet, letter + row))).toEqual([
        '@',
        'yyyy-mm-dd',
        '@',
      ])
      expect(office.workbook.value(sheet, `A${row}`)).toBe('007')
    }
  })

  test('a formula that is inserted into a cell with the text format is one', async () => {
    const { office, book, sheet } = await withRows(1)
    await book.insertFormula({ sheet: 'Signals', cell: 'A9', formula: '=2*3', replaces: '' })
    expect(office.workbook.value(sheet, 'A9')).toBe(6)
  })

  test('what looks like a formula in a cell with the text format is told as text', async () => {
    const { office, book, sheet } = await withRows(1)
    office.workbook.put(sheet, 'A2', '=1+1')
    const { values, formulas } = (await book.readSheet('Signals'))!
    expect([values[1]![0], formulas[1]![0]]).toEqual(['=1+1', ''])
  })
})

describe('a build with a prefix', () => {
  test('formulas have it in Excel only', async () => {
    const { office, book, sheet } = await withRows(1, 'CUE')
    await change(book, rewriting('id1', { Value: { formula: '=NPS(A1:A9)' }, Cue: '=CUE.NPS(A1:A9)' }))
    expect(office.workbook.content(sheet, 'C2')).toBe('=CUE.NPS(A1:A9)')
    const { values, formulas } = (await book.readSheet('Signals'))!
    expect([formulas[1]![2], values[1]![0]]).toEqual(['=NPS(A1:A9)', '=CUE.NPS(A1:A9)'])
    const { done } = await change(book, { id: 'id1', seen: { Value: '=NPS(A1:A9)' }, cells: { Cue: 'New' } })
    expect(done).toEqual(['id1'])
    office.workbook.selection = { sheet: 'Signals', areas: ['C2'] }
    expect((await book.selection()).content).toBe('=NPS(A1:A9)')
  })
})

describe('when Excel fails', () => {
  test('in the middle of a long write, every cell and format is put back', async () => {
    const { office, book, sheet } = await withRows(600)
    const before = seen(sheet)
    let blocks = 0
    office.faults.before = (action) =>
      setsCells(action) && ++blocks === 2 ? failure('GeneralException', 'There was an internal error.') : undefined
    const all = Array.from({ length: 600 }, (_, i) =>
      rewriting(`id${i + 1}`, { Cue: 'x', Status: 5, 'Reviewed on': 46083 }),
    )
    await expect(change(book, ...all)).rejects.toThrow(
      /^Excel broke off \(GeneralException\)\. Try again[^]*workbook\.$/,
    )
    expect(blocks).toBeGreaterThan(2)
    expect(seen(sheet)).toEqual(before)
  })

  test('at a formula it does not understand, the other cells of the action stay too', async () => {
    const { book, sheet } = await withRows(2)
    const before = seen(sheet)
    const outcome = change(book, rewriting('id1', { Cue: 'New' }), rewriting('id2', { Value: { formula: '=1+' } }))
    await expect(outcome).rejects.toThrow(/^Excel does not understand a formula/)
    expect(seen(sheet)).toEqual(before)
  })

  test('at removing a row, what was written with it is taken back', async () => {
    const { office, book, sheet } = await withRows(3)
    const before = seen(sheet)
    office.faults.before = ({ Name }) => (Name === 'Delete' ? failure('InsertDeleteConflict', '') : undefined)
    const outcome = change(book, rewriting('id1', { Cue: 'New' }), { id: 'id2', seen: {}, cells: null })
    await expect(outcome).rejects.toThrow(/^Excel cannot remove the row from “Signals”.*Remove it by hand\.$/)
    expect(seen(sheet)).toEqual(before)
  })

  test('after some rows are removed, the person is told to look', async () => {
    const { office, book } = await withRows(3)
    let removed = 0
    office.faults.before = ({ Name }) =>
      Name === 'Delete' && ++removed === 2 ? failure('InsertDeleteConflict', '') : undefined
    const outcome = change(book, { id: 'id1', seen: {}, cells: null }, { id: 'id3', seen: {}, cells: null })
    await expect(outcome).rejects.toThrow(/Part of the change may be in “Signals”: look at it/)
  })

  test('a text that is too long for a cell is refused before anything is written', async () => {
    const { office, book, sheet } = await withRows(1)
    const before = seen(sheet)
    await expect(change(book, rewriting('id1', { Cue: 'x'.repeat(32_768) }))).rejects.toThrow(
      /32,768 characters, and a cell of Excel holds 32,767\. Shorten it\.$/,
    )
    await change(book, rewriting('id1', { Status: 'x'.repeat(32_767) }))
    expect(String(office.workbook.value(sheet, 'B2'))).toHaveLength(32_767)
    expect(seen(sheet).cells.filter(([cell]) => cell !== 'B2')).toEqual(before.cells.filter(([cell]) => cell !== 'B2'))
  })

  test.each(['F1000000', 'B1048576'])('at a sheet that is used down to %s, it is a sentence', async (last) => {
    const { office, book } = await open()
    for (const cell of ['A1', last]) office.workbook.put(office.workbook.sheet('Sheet1')!, cell, 1)
    const tooMuch = /^“Sheet1” holds more than Excel hands over at once\. Name a smaller range/
    await expect(book.readSheet('Sheet1')).rejects.toThrow(tooMuch)
    await expect(book.readRanges([{ sheet: 'Sheet1', address: 'A:F' }])).rejects.toThrow(tooMuch)
  })

  test('to understand an address, the failure is a sentence', async () => {
    const { book } = await open()
    await expect(book.readRanges([{ sheet: 'Sheet1', address: 'not a range' }])).rejects.toThrow(/address for “Sheet1”/)
  })
})

describe('a sheet of Excel that people changed while the sidebar is open', () => {
  const edit = rewriting('id1', { Cue: 'New' })

  test('deleted: it is not there any more, in words', async () => {
    const { office, book } = await withRows(1)
    office.workbook.sheets.pop()
    await expect(change(book, edit)).rejects.toThrow(/^The sheet “Signals” is not there any more/)
    expect(await book.readSheet('Signals')).toBeNull()
  })

  test('renamed: it is found by its new name only', async () => {
    const { book, sheet } = await withRows(1)
    sheet.name = 'Cues'
    await expect(change(book, edit)).rejects.toThrow(/“Signals” is not there any more/)
    expect((await book.readSheet('Cues'))!.values[1]![0]).toBe('Cue 1')
  })

  test('deleted between reading and writing: the failure is a sentence', async () => {
    const { office, book } = await withRows(1)
    office.faults.answer = (send, did) => {
      if (did === 'read') office.workbook.sheets.pop()
      send()
    }
    await expect(change(book, edit)).rejects.toThrow(/“Signals” is not there any more/)
  })

  test('hidden: it is read and written as before', async () => {
    const { office, book, sheet } = await withRows(1)
    sheet.visibility = 'Hidden'
    expect((await change(book, edit)).done).toEqual(['id1'])
    expect(office.workbook.value(sheet, 'A2')).toBe('New')
    expect(sheet.visibility).toBe('Hidden')
  })

  test('protected: it is read, and a change is refused in words that tell how to go on', async () => {
    const { book, sheet } = await withRows(2)
    sheet.isProtected = true
    const before = seen(sheet)
    const refusal =
      /^The sheet “Signals” or its workbook is protected.*Unprotect it on the Review tab, then try again\.$/
    await expect(change(book, edit)).rejects.toThrow(refusal)
    await expect(change(book, { id: 'id2', seen: {}, cells: null })).rejects.toThrow(refusal)
    expect((await book.readSheet('Signals'))!.values).toHaveLength(3)
    expect(seen(sheet)).toEqual(before)
  })
})

describe('an Excel that answers badly', () => {
  // The stand-in's page keeps the length of pauses from two seconds on.
  const patience = 2100

  test('twice: the change is made once', async () => {
    const { office, book } = await withRows(1)
    office.faults.answer = (send) => {
      send()
      send()
    }
    await change(book, { id: 'a', seen: null, cells: { Cue: 'Added' } })
    await change(book, { id: 'b', seen: null, cells: { Cue: 'Added' } })
    expect((await book.readSheet('Signals'))!.values.map((row) => row[4])).toEqual(['Id', 'id1', 'a', 'b'])
  })

  test('never: the person is told, nothing is written later, and others get their turn', async () => {
    const { office, sheet } = await withRows(1)
    const book = await loadBook(office, '', patience)
    const before = seen(sheet)
    let kept: (() => void) | undefined
    office.faults.answer = (send) => {
      kept = send
    }
    const stuck = change(book, rewriting('id1', { Cue: 'Too late' }))
    const next = change(book, { id: 'a', seen: null, cells: { Cue: 'Added' } })
    await expect(stuck).rejects.toThrow(/^Excel has not answered\. If a cell is being edited, finish with Enter/)
    office.faults.answer = undefined
    expect((await next).done).toEqual(['a'])
    kept!()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen(sheet).cells.filter(([cell]) => !cell.endsWith('3'))).toEqual(before.cells)
  })
})

describe('watching a sheet of Excel', () => {
  test('changes by others, removed rows and calculated values are told, until it is ended', async () => {
    const { office, book, sheet } = await withRows(2)
    const told = vi.fn()
    const end = book.watch('Signals', told)
    await expect.poll(() => told.mock.calls.length).toBe(1)
    const happenings = [
      () => office.remotely(() => office.workbook.put(sheet, 'A2', 'theirs')),
      () => office.workbook.deleteRows(sheet, 3, 3),
      () => office.workbook.recalculated(sheet),
    ]
    for (const [i, happen] of happenings.entries()) {
      happen()
      await expect.poll(() => told.mock.calls.length).toBe(i + 2)
    }
    expect(office.listeners()).toBe(2)
    end()
    await expect.poll(() => office.listeners()).toBe(0)
  })

  test('a change of many cells is told once; one that the sidebar itself writes is not', async () => {
    const { office, book, sheet } = await withRows(50)
    const told = vi.fn()
    book.watch('Signals', told)
    await expect.poll(() => told.mock.calls.length).toBe(1)
    await change(book, ...Array.from({ length: 50 }, (_, i) => rewriting(`id${i + 1}`, { Cue: 'New' })))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told).toHaveBeenCalledTimes(1)
    for (let row = 2; row < 52; row++) office.workbook.put(sheet, `A${row}`, 'by hand')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told).toHaveBeenCalledTimes(2)
  })

  test('an Excel that is slow to listen is read all the same, and once more when it listens', async () => {
    const { office, book } = await withRows(1)
    const told = vi.fn()
    let listen = () => undefined as void
    office.faults.answer = (send, did) => {
      if (did === 'listened') listen = send
      else send()
    }
    book.watch('Signals', told)
    await expect.poll(() => told.mock.calls.length).toBe(1)
    listen()
    await expect.poll(() => told.mock.calls.length).toBe(2)
  })

  test('a change of another sheet is not told', async () => {
    const { office, book } = await withRows(1)
    const told = vi.fn()
    book.watch('Signals', told)
    await expect.poll(() => told.mock.calls.length).toBe(1)
    office.workbook.put(office.workbook.sheet('Sheet1')!, 'A1', 'x')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(told).toHaveBeenCalledTimes(1)
  })

  test('a sheet that is not there can be watched, and the watch ended', async () => {
    const { office, book } = await open()
    const end = book.watch('Gone', () => expect.unreachable())
    end()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(office.listeners()).toBe(0)
  })
})

describe('ranges of Excel', () => {
  test('blanks above and beside the first used cell are told, those below the last one are not', async () => {
    const { office, book } = await open()
    const sheet = office.workbook.sheet('Sheet1')!
    office.workbook.put(sheet, 'B3', 7)
    office.workbook.put(sheet, 'B5', '=1/0')
    office.workbook.put(sheet, 'D9', 'outside')
    expect(
      await book.readRanges([
        { sheet: 'Sheet1', address: 'A2:C8' },
        { sheet: 'Sheet1', address: 'F:F' },
      ]),
    ).toEqual([
      [
        [null, null, null],
        [null, 7, null],
        [null, null, null],
        [null, '#DIV/0!', null],
      ],
      [],
    ])
  })

  test('only the sheets that are missing are named', async () => {
    const { book } = await open()
    const read = book.readRanges(['Sheet1', 'Gone'].map((sheet) => ({ sheet, address: 'A:A' })))
    await expect(read).rejects.toThrow(/^The sheet “Gone” is not there any more[^“]*$/)
  })
})
