import { describe, expect, test } from 'vitest'
import type { NewCell, RowsRequest, TablePlan } from '../../../core/sheet/book.ts'
import { hostileTexts } from '../../hostileTexts.ts'
import { Model } from '../../../workbench/engine.ts'
import { openBook } from './openBook.ts'

const colours = { good: 'green', fair: 'amber', bad: 'red', unknown: 'grey' } as const

const signals = (rows: TablePlan['rows'] = []): TablePlan => ({
  name: 'Signals',
  columns: [
    { title: 'Cue', width: 210, kind: 'text' },
    { title: 'Health', width: 90, kind: 'text', choices: Object.keys(colours), colours },
    { title: 'Value', width: 80, kind: 'any' },
    { title: 'Weight', width: 60, kind: 'number' },
    { title: 'Reviewed on', width: 100, kind: 'date' },
    { title: 'Id', width: 30, kind: 'text', muted: true },
  ],
  rows,
})
const row = (id: string, health = 'good'): NewCell[] => [`Cue ${id}`, health, { formula: '=1+1' }, 3, 46082, id]

async function made(...rows: TablePlan['rows']) {
  const opened = openBook()
  await opened.book.createSheets([signals(rows)])
  const sheetId = opened.idOf('Signals')
  const at = (address: string) => ({ ...opened.model.getters.getRangeFromSheetXC(sheetId, address).zone, sheetId })
  const position = (address: string) => ({ sheetId, col: at(address).left, row: at(address).top })
  return {
    ...opened,
    sheetId,
    position,
    format: (address: string) => opened.model.getters.getCell(position(address))?.format ?? '',
    style: (address: string) => opened.model.getters.getCellComputedStyle(position(address)),
    shown: (address: string) => opened.cell('Signals', address).formattedValue,
    read: () => opened.book.readSheet('Signals'),
    change: (id: string, seen: Record<string, string> | null, cells: Record<string, NewCell> | null) =>
      opened.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [{ id, seen, cells }] }),
  }
}

describe('a sheet that is made', () => {
  test('stands last and is brought to the front', async () => {
    const { model, book } = await made()
    expect(model.getters.getSheetIds().map((id) => model.getters.getSheetName(id))).toEqual(['Sheet1', 'Signals'])
    expect(await book.selection()).toMatchObject({ sheet: 'Signals' })
  })

  test('has bold titles in a first row that stays in view', async () => {
    const { model, sheetId, style } = await made()
    expect(model.getters.getPaneDivisions(sheetId)).toEqual({ xSplit: 0, ySplit: 1 })
    expect([style('A1').bold, style('F1').bold, style('A2').bold]).toEqual([true, true, undefined])
  })

  test('has columns as wide as planned', async () => {
    const { model, sheetId } = await made()
    expect([0, 1, 2, 3, 4, 5].map((column) => model.getters.getColSize(sheetId, column))).toEqual([
      210, 90, 80, 60, 100, 30,
    ])
  })

  test('has a format for text and one for dates, in its rows and below', async () => {
    const { format } = await made(row('a'))
    for (const line of [2, 3, 100]) {
      const formats = ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => format(`${column}${line}`))
      expect(formats).toEqual(['@', '@', '', '', 'yyyy-mm-dd', '@'])
    }
  })

  test('shows a date as a date, whether it was planned or typed', async () => {
    const { put, cell, shown } = await made(row('a'))
    put('Signals', 'E3', '3/2/2026')
    expect([shown('E2'), shown('E3')]).toEqual(['2026-03-01', '2026-03-02'])
    expect(cell('Signals', 'E3').value).toBe(46083)
  })

  test('keeps what people type into a column for text', async () => {
    const { put, read } = await made(row('a'))
    put('Signals', 'A2', '007')
    expect((await read())!.values[1]![0]).toBe('007')
  })

  test('offers the choices, and marks other text without refusing it', async () => {
    const { model, put, content, position } = await made(row('a'))
    put('Signals', 'B3', 'something else')
    const { getters } = model
    expect(getters.getValidationRuleForCell(position('B150'))).toMatchObject({
      isBlocking: false,
      criterion: { type: 'isValueInList', values: ['good', 'fair', 'bad', 'unknown'], displayStyle: 'arrow' },
    })
    expect(['B2', 'B3'].map((cell) => getters.isDataValidationInvalid(position(cell)))).toEqual([false, true])
    expect(content('Signals', 'B3')).toBe('something else')
    expect(['A2', 'B1'].map((cell) => getters.getValidationRuleForCell(position(cell)))).toEqual([undefined, undefined])
  })

  test('colours the cells that hold exactly a text, readably', async () => {
    const { style } = await made(...Object.keys(colours).map((health) => row(health, health)), row('x', 'not good'))
    const fills = [2, 3, 4, 5].map((line) => style(`B${line}`).fillColor)
    expect(fills).toEqual(['#D9EAD3', '#FFF2CC', '#F4CCCC', '#EFEFEF'])
    for (const line of [2, 3, 4, 5]) {
      const { fillColor, textColor } = style(`B${line}`)
      expect(contrast(textColor!, fillColor!)).toBeGreaterThan(4.5)
    }
    expect([style('B6').fillColor, style('A2').fillColor]).toEqual([undefined, undefined])
  })

  test('colours what is chosen later', async () => {
    const { put, style } = await made(row('a', 'good'))
    put('Signals', 'B2', 'bad')
    put('Signals', 'B90', 'fair')
    expect([style('B2').fillColor, style('B90').fillColor]).toEqual(['#F4CCCC', '#FFF2CC'])
  })

  test('shows in grey what people need not look at', async () => {
    const { style } = await made(row('a'))
    expect([style('F1').textColor, style('F2').textColor, style('F90').textColor]).toEqual(Array(3).fill('#757575'))
    expect(style('A2').textColor).toBeUndefined()
  })

  test('goes with one undo, and comes back whole', async () => {
    const { undo, redo, read, model, idOf, book } = await made(row('a'), row('b', 'bad'))
    const before = await read()
    undo()
    expect(await book.readSheet('Signals')).toBeNull()
    expect(model.getters.canUndo()).toBe(false)
    redo()
    expect(await read()).toEqual(before)
    const { getters } = model
    expect(getters.getDataValidationRules(idOf('Signals'))).toHaveLength(1)
    expect(getters.getConditionalFormats(idOf('Signals'))).toHaveLength(4)
    expect(getters.getPaneDivisions(idOf('Signals')).ySplit).toBe(1)
  })

  test('has its choices, colours and formats in rows beyond those it began with', async () => {
    const { change, format, style, model, position, sheetId } = await made(row('a'))
    const lines = model.getters.getNumberRows(sheetId)
    for (let line = 3; line <= lines + 2; line++) {
      await change(`n${line}`, null, { Cue: '007', Health: 'bad', 'Reviewed on': 46082 })
    }
    const last = lines + 2
    expect([format(`A${last}`), format(`E${last}`), style(`B${last}`).fillColor]).toEqual([
      '@',
      'yyyy-mm-dd',
      '#F4CCCC',
    ])
    expect(model.getters.getValidationRuleForCell(position(`B${last}`))).toBeDefined()
  })

  test('has 500 rows in a moment', async () => {
    const start = performance.now()
    await made(...Array.from({ length: 500 }, (_, i) => row(`id${i}`)))
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('needs a name that spreadsheets take', async () => {
    const { book, model } = openBook()
    await expect(book.createSheets([{ ...signals(), name: 'What/if' }])).rejects.toThrow(
      'The sheet “What/if” has a sign in its name that spreadsheets do not take. Choose another name. Nothing was changed.',
    )
    expect(model.getters.getSheetIds()).toHaveLength(1)
  })
})

describe('cells', () => {
  const titles = ['Cue', 'Health', 'Value', 'Weight', 'Reviewed on']

  test('of every kind hold any text unchanged, planned, changed, undone and copied to another workbook', async () => {
    const { book, model, read, undo, redo } = await made(
      ...hostileTexts.map((text, i) => [...titles.map(() => text), `${i}`]),
    )
    const expected = hostileTexts.map((text, i) => [...titles.map(() => text), `${i}`])
    const values = async () => (await read())!.values.slice(1)
    expect(await values()).toEqual(expected)
    const changes = (cell: (text: string) => string) =>
      hostileTexts.map((text, i) => ({
        id: `${i}`,
        seen: {},
        cells: Object.fromEntries(titles.map((title) => [title, cell(text)])),
      }))
    const request = { sheet: 'Signals', idTitle: 'Id' }
    await book.changeRows({ ...request, changes: changes(() => 'between') })
    await book.changeRows({ ...request, changes: changes((text) => text) })
    expect(await values()).toEqual(expected)
    undo()
    expect((await values())[5]![0]).toBe('between')
    redo()
    expect(await values()).toEqual(expected)
    expect((await read())!.formulas.flat().join('')).toBe('')
    const copy = openBook(model.exportData()).book
    expect((await copy.readSheet('Signals'))!.values.slice(1)).toEqual(expected)
  })

  test.each([0, -1.5, 0.30000000000000004, 1e-7, 1e21, 46082, 12345678901, true, false, null])(
    'of every kind hold %s as it is',
    async (value) => {
      const { change, read } = await made(row('a'))
      await change('a', {}, Object.fromEntries(titles.map((title) => [title, value])))
      expect((await read())!.values[1]).toEqual([...titles.map(() => value), 'a'])
    },
  )

  test('for text calculate a formula that is put there', async () => {
    const { change, book, read } = await made(row('a'))
    await change('a', {}, { Cue: { formula: '=40+2' } })
    await book.insertFormula({ sheet: 'Signals', cell: 'B2', formula: '=40+3', replaces: 'good' })
    expect((await read())!.values[1]!.slice(0, 2)).toEqual([42, 43])
  })

  test('that show nothing are blank, and a link is the text that was typed', async () => {
    const { put, read } = await made(row('a'))
    put('Signals', 'A2', '=""')
    put('Signals', 'C2', '[our site](http://example.com)')
    expect((await read())!.values[1]!.slice(0, 3)).toEqual([null, 'good', '[our site](http://example.com)'])
  })

  test('that a table spilled into hold its values', async () => {
    const { book, put } = openBook()
    put('Sheet1', 'A1', '=SEQUENCE(2,2)')
    expect(await book.readSheet('Sheet1')).toEqual({
      values: [
        [1, 2],
        [3, 4],
      ],
      formulas: [
        ['=SEQUENCE(2,2)', ''],
        ['', ''],
      ],
    })
  })

  test('of a date in a new row look like the date above, in a sheet that has no format there', async () => {
    const { model, book, put, cell } = openBook()
    model.dispatch('REMOVE_COLUMNS_ROWS', {
      sheetId: model.getters.getActiveSheetId(),
      sheetName: 'Sheet1',
      dimension: 'ROW',
      elements: [4, 5],
    })
    for (const [address, content] of Object.entries({ A1: 'Id', B1: 'Reviewed on', A2: 'a', B2: '2026-03-01' })) {
      put('Sheet1', address, content)
    }
    const changes = [{ id: 'b', seen: null, cells: { 'Reviewed on': 46083 } }]
    await book.changeRows({ sheet: 'Sheet1', idTitle: 'Id', changes })
    expect(cell('Sheet1', 'B3')).toMatchObject({ value: 46083, formattedValue: '2026-03-02' })
  })
})

describe('one action', () => {
  const request: RowsRequest = {
    sheet: 'Signals',
    idTitle: 'Id',
    changes: [
      { id: 'a', seen: {}, cells: { Cue: '=changed', Value: 5, 'Reviewed on': null } },
      { id: 'b', seen: {}, cells: null },
      { id: 'd', seen: null, cells: { Cue: 'new\r\nrow' } },
    ],
  }

  test('that changes, removes and adds rows is one step to undo and redo', async () => {
    const { book, read, undo, redo, traffic } = await made(row('a'), row('b'), row('c'))
    const before = await read()
    traffic()
    expect((await book.changeRows(request)).done).toEqual(['a', 'b', 'd'])
    expect(traffic()).toEqual({ reads: 1, writes: 1 })
    const after = await read()
    expect(after!.values.slice(1)).toEqual([
      ['=changed', 'good', 5, 3, null, 'a'],
      ['Cue c', 'good', 2, 3, 46082, 'c'],
      ['new\r\nrow', null, null, null, null, 'd'],
    ])
    undo()
    expect(await read()).toEqual(before)
    redo()
    expect(await read()).toEqual(after)
  })

  test('that is refused leaves no trace in the history', async () => {
    const { change, put, undo, content } = await made(row('a'))
    put('Signals', 'A2', 'typed')
    expect((await change('a', { Cue: 'other' }, { Cue: 'mine' })).refused).toHaveLength(1)
    undo()
    expect(content('Signals', 'A2')).toBe('Cue a')
  })

  test('that makes a sheet is one write', async () => {
    const { book, traffic } = openBook()
    await book.createSheets([signals([row('a'), row('b')])])
    expect(traffic().writes).toBe(1)
  })
})

describe('ranges', () => {
  test('end at the last used row of their own, and keep their width', async () => {
    const { book, put } = await made(row('a'), row('b'))
    put('Signals', 'H50', 'far below')
    put('Signals', 'C3', '')
    const ranges = ['C:C', 'A2:D99', 'G2:H9', 'B2'].map((address) => ({ sheet: 'Signals', address }))
    expect(await book.readRanges(ranges)).toEqual([
      [['Value'], [2]],
      [
        ['Cue a', 'good', 2, 3],
        ['Cue b', 'good', null, 3],
      ],
      [],
      [['good']],
    ])
  })

  test('may reach beyond the sheet', async () => {
    const { book } = await made(row('a'))
    expect(await book.readRanges([{ sheet: 'Signals', address: 'A2:A99999' }])).toEqual([[['Cue a']]])
  })

  test('that are none are told', async () => {
    const { book } = await made()
    await expect(book.readRanges([{ sheet: 'Signals', address: 'nonsense' }])).rejects.toThrow(
      '“nonsense” is no range of cells. Write it as B2:B99 or B:B.',
    )
  })
})

describe('watching', () => {
  const passed = () => new Promise((resolve) => setTimeout(resolve))

  async function watched() {
    const opened = await made(row('a'))
    let told = 0
    const end = opened.book.watch('Signals', () => told++)
    await passed()
    // It begins with a call.
    told--
    return {
      ...opened,
      end,
      /** How often a change was told since this was asked last. */
      told: async () => {
        await passed()
        const count = told
        told = 0
        return count
      },
    }
  }

  test('moving about is no change', async () => {
    const { select, activate, told } = await watched()
    select('Signals', 'B2')
    activate('Sheet1')
    activate('Signals')
    expect(await told()).toBe(0)
  })

  test('what the book writes is told once, and only where a formula shows something else', async () => {
    const { change, told } = await watched()
    await change('a', {}, { Cue: 'x', Health: 'bad', 'Reviewed on': 46083 })
    expect(await told()).toBe(0)
    await change('a', {}, { Cue: 'y', Value: { formula: '=1+2' } })
    expect(await told()).toBe(1)
  })

  test.each([
    ['undone', ({ undo }) => undo()],
    ['sorted in or moved', ({ moveColumn }) => moveColumn('Signals', 'F', 'A')],
    ['below an inserted row', ({ insertRow }) => insertRow('Signals', 2)],
    ['that depend on another sheet', ({ put }) => put('Sheet1', 'A1', 'typed')],
    [
      'of a sheet that was renamed',
      ({ model, sheetId }) => model.dispatch('RENAME_SHEET', { sheetId, oldName: 'Signals', newName: 'Cues' }),
    ],
    [
      'of a sheet that was deleted',
      ({ model, sheetId }) => model.dispatch('DELETE_SHEET', { sheetId, sheetName: 'Signals' }),
    ],
  ] as [string, (opened: Awaited<ReturnType<typeof watched>>) => void][])('cells %s are told', async (_, act) => {
    const opened = await watched()
    act(opened)
    expect(await opened.told()).toBe(1)
  })

  test('a sheet without formulas depends on no other', async () => {
    const { put, told } = await watched()
    put('Signals', 'C2', '')
    expect(await told()).toBe(1)
    put('Sheet1', 'A1', 'typed')
    expect(await told()).toBe(0)
  })

  test('another file that is opened is told, and is watched from then on in place of the first', async () => {
    const { replaceBy, put, told } = await watched()
    const next = openBook(new Model({ sheets: [{ id: 's', name: 'Signals' }] }).exportData())
    replaceBy(next.model)
    expect(await told()).toBe(1)
    next.put('Signals', 'A1', 'typed')
    expect(await told()).toBe(1)
    put('Signals', 'A2', 'typed')
    expect(await told()).toBe(0)
  })

  test('what happened just before it ended is not told any more', async () => {
    const { put, end, replaceBy, told } = await watched()
    put('Signals', 'A2', 'typed')
    end()
    replaceBy(openBook().model)
    expect(await told()).toBe(0)
  })
})

/** How readable a text is on a fill, from 1 to 21 (WCAG 2.2, relative luminance). */
function contrast(text: string, fill: string): number {
  const [light, dark] = [luminance(text), luminance(fill)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
