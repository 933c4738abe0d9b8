import { describe, expect, test } from 'vitest'
import type { CellValue } from '../../../core/sheet/book.ts'
import { bookContract } from '../book.contract.ts'
import { openBook } from './openBook.ts'

bookContract('the workbench', async () => {
  const opened = openBook()
  const { book, put, content, format, setFormat, hide, select, moveColumn, insertRow, traffic } = opened
  return {
    book,
    front: async () => opened.front(),
    choices: async (...place) => opened.choices(...place),
    colour: async (...place) => opened.colour(...place),
    look: async (...place) => opened.look(...place),
    shades: async (sheet) => opened.shades(sheet),
    charts: async (sheet) => opened.charts(sheet),
    shown: async (...place) => opened.cell(...place).value as CellValue,
    text: async (...place) => opened.cell(...place).formattedValue,
    note: async (...place) => opened.note(...place),
    setNote: async (...place) => opened.setNote(...place),
    put: async (...typed) => put(...typed),
    content: async (...place) => content(...place),
    format: async (...place) => format(...place),
    setFormat: async (...place) => setFormat(...place),
    hide: async (sheet) => void hide(sheet),
    select: async (...place) => select(...place),
    moveColumn: async (...columns) => moveColumn(...columns),
    insertRow: async (...place) => insertRow(...place),
    traffic: async () => traffic(),
  }
})

describe('the book of the workbench', () => {
  test('a date is told as it is shown', async () => {
    const { book, put } = openBook()
    put('Sheet1', 'A1', '2026-03-15')
    expect((await book.selection()).content).toBe('2026-03-15')
  })

  test('text that looks like a number keeps the apostrophe it was typed with', async () => {
    const { book, put } = openBook()
    put('Sheet1', 'A1', "'007")
    expect((await book.selection()).content).toBe("'007")
  })

  test('inserting a formula is one step to undo', async () => {
    const { book, put, content, undo } = openBook()
    put('Sheet1', 'A1', 'before')
    const request = { sheet: 'Sheet1', cell: 'A1', formula: '=NPS({10;9})', replaces: 'before' }
    expect(await book.insertFormula(request)).toEqual({ done: true })
    undo()
    expect(content('Sheet1', 'A1')).toBe('before')
  })

  test('a selected column is told as a column', async () => {
    const { book, model } = openBook()
    model.selection.selectColumn(1, 'overrideSelection')
    expect(await book.selection()).toMatchObject({ address: 'B:B', columns: 1 })
  })
})
