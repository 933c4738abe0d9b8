import { describe, expect, test } from 'vitest'
import { act } from '../../../workbench/sheet/action.ts'
import { noteAt, notesIn, noteStep } from '../../../workbench/sheet/notes.ts'
import { contentsOf } from '../../../workbench/revision.ts'
import { addressOf, addSheet, emptyWorkbook } from '../../../workbench/workbook.ts'
import { Model } from '../../../workbench/engine.ts'
import { openBook } from './openBook.ts'

/** A workbook with a sheet Answers, on the cells of which notes can be put. */
function opened(rows: (string | number)[][] = [['Name', 'Score']]) {
  const workbook = emptyWorkbook()
  addSheet(workbook, { name: 'Answers', rows })
  const book = openBook(workbook)
  const { model, idOf } = book
  const at = (cell: string, sheet = 'Answers') => {
    const { zone } = model.getters.getRangeFromSheetXC(idOf(sheet), cell)
    return { sheetId: idOf(sheet), col: zone.left, row: zone.top }
  }
  const notes = (sheet = 'Answers') =>
    Object.fromEntries(notesIn(model, idOf(sheet)).map(({ col, row, note }) => [addressOf(col, row), note]))
  const put = (notes: Record<string, string>, sheet = 'Answers') =>
    act(
      model,
      sheet,
      Object.entries(notes).map(([cell, note]) => noteStep(at(cell, sheet), note)),
    )
  const note = (cell: string) => noteAt(model, at(cell))
  const paste = (cell: string, option?: 'asValue' | 'onlyFormat') => {
    const { zone } = model.getters.getRangeFromSheetXC(model.getters.getActiveSheetId(), cell)
    model.dispatch('PASTE', { target: [zone], ...(option && { pasteOption: option }) })
  }
  const change = (
    type: 'ADD_COLUMNS_ROWS' | 'REMOVE_COLUMNS_ROWS' | 'MOVE_COLUMNS_ROWS',
    details: Record<string, unknown>,
  ) =>
    (model.dispatch as (type: string, payload: object) => void)(type, {
      sheetId: idOf('Answers'),
      sheetName: 'Answers',
      ...details,
    })
  return { ...book, at, notes, put, note, paste, change }
}

describe('a note', () => {
  test('is there on its cell alone, and "" takes it away', () => {
    const { put, note, notes } = opened()
    put({ B2: 'asked by phone' })
    expect([note('B2'), note('B3')]).toEqual(['asked by phone', ''])
    put({ B2: '' })
    expect([note('B2'), notes()]).toEqual(['', {}])
  })

  test('is one step of undo together with other steps', () => {
    const { model, at, note, content, undo, redo } = opened()
    act(model, 'Answers', [
      { type: 'UPDATE_CELL', ...at('B2'), content: '9' },
      noteStep(at('B2'), 'asked by phone'),
      noteStep(at('C2'), 'and this'),
    ])
    undo()
    expect([note('B2'), note('C2'), content('Answers', 'B2')]).toEqual(['', '', ''])
    expect(model.getters.canUndo()).toBe(false)
    redo()
    expect([note('B2'), note('C2'), content('Answers', 'B2')]).toEqual(['asked by phone', 'and this', '9'])
  })

  test('that takes the place of another one gives it back when it is undone', () => {
    const { put, note, undo, redo } = opened()
    put({ B2: 'first' })
    put({ B2: 'second' })
    put({ B2: '' })
    undo()
    expect(note('B2')).toBe('second')
    undo()
    expect(note('B2')).toBe('first')
    redo()
    redo()
    expect(note('B2')).toBe('')
  })

  test('that is there already is no step', () => {
    const { put, model } = opened()
    put({ B2: 'once' })
    model.dispatch('REQUEST_UNDO')
    model.dispatch('REQUEST_REDO')
    put({ B2: 'once' })
    model.dispatch('REQUEST_UNDO')
    expect(model.getters.canUndo()).toBe(false)
  })

  test('stays on its cell when that is cleared', () => {
    const { put, note, model, select, content } = opened()
    put({ B1: 'on the title' })
    select('Answers', 'B1')
    model.dispatch('DELETE_CONTENT', {
      sheetId: model.getters.getActiveSheetId(),
      target: model.getters.getSelectedZones(),
    })
    expect([content('Answers', 'B1'), note('B1')]).toEqual(['', 'on the title'])
  })

  test('is not put on a locked sheet', () => {
    const { put, notes, model, idOf } = opened()
    model.dispatch('LOCK_SHEET', { sheetId: idOf('Answers') })
    expect(() => put({ B2: 'late' })).toThrow('The sheet “Answers” is locked')
    expect(notes()).toEqual({})
  })

  test('beyond the end of the sheet is refused', () => {
    const { model, idOf } = opened()
    const position = { sheetId: idOf('Answers'), col: 3, row: 100_000 }
    expect(() => act(model, 'Answers', [noteStep(position, 'lost')])).toThrow('TargetOutOfSheet')
  })

  test('has line feeds, of whatever kind its line ends were', () => {
    const { put, note } = opened()
    put({ A1: 'one\r\ntwo\rthree\nfour' })
    expect(note('A1')).toBe('one\ntwo\nthree\nfour')
  })
})

describe('notes move with their cells', () => {
  const three = { A1: 'a', B3: 'b', D5: 'd' }

  test.each([
    ['rows are inserted above', 'ROW', 2, 'before', 2, { A1: 'a', B5: 'b', D7: 'd' }],
    ['rows are inserted below', 'ROW', 2, 'after', 1, { A1: 'a', B3: 'b', D6: 'd' }],
    ['columns are inserted to the left', 'COL', 1, 'before', 1, { A1: 'a', C3: 'b', E5: 'd' }],
    ['columns are inserted to the right', 'COL', 1, 'after', 3, { A1: 'a', B3: 'b', G5: 'd' }],
  ] as const)('when %s, and back when that is undone', (_, dimension, base, position, quantity, moved) => {
    const { put, change, notes, undo, redo } = opened()
    put(three)
    change('ADD_COLUMNS_ROWS', { dimension, base, position, quantity })
    expect(notes()).toEqual(moved)
    undo()
    expect(notes()).toEqual(three)
    redo()
    expect(notes()).toEqual(moved)
  })

  test.each([
    ['rows', 'ROW', [2, 3, 20], { A1: 'a', D3: 'd' }],
    ['columns', 'COL', [0, 2], { A3: 'b', B5: 'd' }],
  ] as const)('when %s are deleted, and go with theirs', (_, dimension, elements, left) => {
    const { put, change, notes, undo } = opened()
    put(three)
    change('REMOVE_COLUMNS_ROWS', { dimension, elements })
    expect(notes()).toEqual(left)
    undo()
    expect(notes()).toEqual(three)
  })

  test.each([
    ['a row', 'ROW', [2], 0, 'before', { B1: 'b', A2: 'a', D5: 'd' }],
    ['rows', 'ROW', [0, 1], 4, 'after', { B1: 'b', D3: 'd', A4: 'a' }],
    ['a column', 'COL', [3], 0, 'before', { B1: 'a', C3: 'b', A5: 'd' }],
  ] as const)('when %s is moved', (_, dimension, elements, base, position, moved) => {
    const { put, change, notes, undo } = opened()
    put(three)
    change('MOVE_COLUMNS_ROWS', { dimension, elements, base, position })
    expect(notes()).toEqual(moved)
    undo()
    expect(notes()).toEqual(three)
  })

  test('when they are cut and pasted, over what is there', () => {
    const { put, select, paste, notes, model, undo } = opened()
    put({ A1: 'a', A2: 'b', B2: 'under it' })
    select('Answers', 'A1:A2')
    model.dispatch('CUT')
    paste('B1')
    expect(notes()).toEqual({ B1: 'a', B2: 'b' })
    undo()
    expect(notes()).toEqual({ A1: 'a', A2: 'b', B2: 'under it' })
  })

  test('when they are cut and pasted half over themselves', () => {
    const { put, select, paste, notes, model } = opened()
    put({ A1: 'a', A2: 'b' })
    select('Answers', 'A1:A3')
    model.dispatch('CUT')
    paste('A2')
    expect(notes()).toEqual({ A2: 'a', A3: 'b' })
  })

  test('when they are cut and pasted into another sheet', () => {
    const { put, select, paste, notes, model, activate } = opened()
    model.dispatch('CREATE_SHEET', { sheetId: 'other', name: 'Other', position: 1 })
    put({ B2: 'b' })
    select('Answers', 'B2')
    model.dispatch('CUT')
    activate('Other')
    paste('C3')
    expect([notes(), notes('Other')]).toEqual([{}, { C3: 'b' }])
  })

  test('when cells are inserted or deleted within a row or column', () => {
    const { put, notes, model } = opened()
    put({ A1: 'a', B3: 'b', C3: 'c' })
    const zone = { left: 1, right: 1, top: 2, bottom: 2 }
    model.dispatch('INSERT_CELL', { zone, shiftDimension: 'COL' })
    expect(notes()).toEqual({ A1: 'a', C3: 'b', D3: 'c' })
    model.dispatch('DELETE_CELL', { zone: { left: 2, right: 2, top: 2, bottom: 2 }, shiftDimension: 'COL' })
    expect(notes()).toEqual({ A1: 'a', C3: 'c' })
  })

  test('when rows are sorted', () => {
    const { put, notes, model, idOf, content, undo } = opened([
      ['Name', 'Score'],
      ['Cleo', 9],
      ['Ada', 3],
      ['Ben', 10],
    ])
    put({ A1: 'title', A2: 'on Cleo', B3: 'on 3', C4: 'beside Ben' })
    const zone = { left: 0, right: 1, top: 0, bottom: 3 }
    const sheetId = idOf('Answers')
    model.dispatch('SORT_CELLS', { sheetId, col: 0, row: 0, zone, sortDirection: 'asc' })
    expect(['A2', 'A3', 'A4'].map((cell) => content('Answers', cell))).toEqual(['Ada', 'Ben', 'Cleo'])
    expect(notes()).toEqual({ A1: 'title', B2: 'on 3', A4: 'on Cleo', C4: 'beside Ben' })
    undo()
    expect(notes()).toEqual({ A1: 'title', A2: 'on Cleo', B3: 'on 3', C4: 'beside Ben' })
    model.dispatch('UPDATE_CELL', { sheetId, col: 5, row: 0, content: 'still works' })
    expect(content('Answers', 'F1')).toBe('still works')
  })
})

describe('notes are copied', () => {
  test('with their cells', () => {
    const { put, select, paste, notes, model } = opened()
    put({ A1: 'a', C2: 'replaced by none' })
    select('Answers', 'A1:A2')
    model.dispatch('COPY')
    paste('C1')
    expect(notes()).toEqual({ A1: 'a', C1: 'a' })
  })

  test('but not with values or looks alone', () => {
    const { put, select, paste, notes, model } = opened()
    put({ A1: 'a' })
    select('Answers', 'A1')
    model.dispatch('COPY')
    paste('B2', 'asValue')
    paste('B2', 'onlyFormat')
    expect(notes()).toEqual({ A1: 'a' })
  })

  test('with their sheet, and then go ways of their own', () => {
    const { put, notes, model, idOf, undo } = opened()
    put({ A1: 'a' })
    model.dispatch('DUPLICATE_SHEET', { sheetId: idOf('Answers'), sheetIdTo: 'copy', sheetNameTo: 'Copy' })
    put({ A1: 'changed', B1: 'more' }, 'Copy')
    expect([notes(), notes('Copy')]).toEqual([{ A1: 'a' }, { A1: 'changed', B1: 'more' }])
    undo()
    expect(notes('Copy')).toEqual({ A1: 'a' })
  })
})

describe('a sheet with notes', () => {
  test('may be renamed', () => {
    const { put, notes, model, idOf } = opened()
    put({ A1: 'a' })
    model.dispatch('RENAME_SHEET', { sheetId: idOf('Answers'), oldName: 'Answers', newName: 'Replies' })
    expect(notes('Replies')).toEqual({ A1: 'a' })
  })

  test('takes them with it when it is deleted, and brings them back when that is undone', () => {
    const { put, notes, model, idOf, undo } = opened()
    model.dispatch('CREATE_SHEET', { sheetId: 'other', name: 'Other', position: 1 })
    put({ A1: 'a' })
    const sheetId = idOf('Answers')
    model.dispatch('DELETE_SHEET', { sheetId, sheetName: 'Answers' })
    expect(notesIn(model, sheetId)).toEqual([])
    undo()
    expect(notes()).toEqual({ A1: 'a' })
  })

  test('has them in the data of the workbook, and again in a workbook that is opened from these', () => {
    const { put, model, idOf } = opened()
    put({ A1: 'one\ntwo', C7: '<b>&"quoted"' })
    const notes = notesIn(model, idOf('Answers'))
    for (const data of [contentsOf(model), model.exportData()]) {
      const again = new Model(JSON.parse(JSON.stringify(data)))
      expect(notesIn(again, again.getters.getSheetIds()[0]!)).toEqual(notes)
    }
  })

  test('from which they were taken has none in the data', () => {
    const { put, model } = opened()
    put({ A1: 'a' })
    put({ A1: '' })
    expect(JSON.stringify(contentsOf(model))).not.toContain('"notes"')
  })
})
