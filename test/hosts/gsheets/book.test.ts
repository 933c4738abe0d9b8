import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sheetsBook, type ScriptRun } from '../../../gsheets/sidebar/book.ts'
import { typed } from '../appsScript/entry.ts'
import { openSheetsBook } from '../appsScript/sheets.ts'

import { bookContract } from '../book.contract.ts'

bookContract('Google Sheets', () => openSheetsBook('keeps'))
bookContract('Google Sheets, if plain text reads what is typed', () => openSheetsBook('reads'))

const insertion = { sheet: 'Sheet1', cell: 'B2', formula: '=1+2', replaces: '' }

describe('the server half', () => {
  test('of several selected blocks the first is told', async () => {
    const { book, select } = await openSheetsBook()
    await select('Sheet1', 'C3:D4,F6')
    expect(await book.selection()).toMatchObject({ address: 'C3:D4', rows: 2, columns: 2 })
  })

  test('a whole column is known by its corners', async () => {
    const { book, project } = await openSheetsBook()
    project.workbook.selection = [{ row: 1, column: 3, rows: 1000, columns: 1 }]
    expect(await book.selection()).toMatchObject({ address: 'C1:C1000', rows: 1000, columns: 1 })
  })

  test('with nothing selected, such as on a chart sheet, it says so', async () => {
    const { book, project } = await openSheetsBook()
    project.workbook.selection = []
    await expect(book.selection()).rejects.toThrow('Nothing is selected: click a cell first.')
  })

  test.each([
    ['a date', { serial: 46082 }, '2026-03-01'],
    ['a date with a time', { serial: (46082 * 24 + 9.5) / 24 }, '2026-03-01 09:30:00'],
    ['a text that looks like a formula', '=1+1', "'=1+1"],
    ['a text that begins with an apostrophe', "'tis", "''tis"],
    ['TRUE', true, 'TRUE'],
    ['zero', 0, '0'],
  ])('%s is told so that typing it gives it back', async (_, value, told) => {
    const { book, project } = await openSheetsBook()
    project.workbook.timeZone = 'Asia/Tokyo'
    project.workbook.active.cells.set('A1', { value })
    expect((await book.selection()).content).toBe(told)
    expect(typed(told)).toEqual({ value })
  })

  test('while someone else inserts a formula, it says to try again, and writes nothing', async () => {
    const { book, project, content } = await openSheetsBook()
    project.world.lockedByOther = true
    await expect(book.insertFormula(insertion)).rejects.toThrow(/right now\. Try again in a moment\.$/)
    expect(await content('Sheet1', 'B2')).toBe('')
  })

  test('the cell is read and written under the lock of the document, and the lock is given back', async () => {
    const { book, project } = await openSheetsBook()
    await book.insertFormula(insertion)
    const steps = ['Lock.tryLock', 'Range.getFormula', 'Range.setFormula', 'SpreadsheetApp.flush', 'Lock.releaseLock']
    expect(project.world.calls.filter((call) => steps.includes(call))).toEqual(steps)
  })

  test('the lock is given back after a refusal too', async () => {
    const { book, project, put } = await openSheetsBook()
    await put('Sheet1', 'B2', 'mine')
    await book.insertFormula(insertion)
    expect(project.world.calls.at(-1)).toBe('Lock.releaseLock')
  })

  test('a failure of Google Sheets reaches the page as a sentence', async () => {
    const { book } = await openSheetsBook()
    await expect(book.insertFormula({ ...insertion, cell: 'no cell' })).rejects.toThrow('Range not found')
  })

  test('google.script.run carries every answer', async () => {
    const { book, project, select } = await openSheetsBook()
    project.workbook.active.cells.set('A1', { value: { serial: 46082 } })
    await select('Sheet1', 'A1')
    await book.selection()
    await book.insertFormula({ ...insertion, cell: 'A1', replaces: '2026-03-01' })
    expect(project.lost).toEqual([])
  })
})

describe('the browser half', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  /** A page whose script answers in one way only. */
  const answering = (
    act: (succeed: (answer: string | null) => void, fail: (failure: { message?: string }) => void) => void,
  ) => {
    const to = (
      succeed: (answer: string | null) => void,
      fail: (failure: { message?: string }) => void,
    ): ScriptRun => ({
      withSuccessHandler: (handler) => to(handler, fail),
      withFailureHandler: (handler) => to(succeed, handler),
      cuesheetBook: () => act(succeed, fail),
    })
    return sheetsBook(to(vi.fn(), vi.fn()))
  }

  test('after 30 seconds without an answer it gives up in words', async () => {
    const asked = expect(answering(() => {}).selection()).rejects.toThrow(
      'Google Sheets has not answered for 30 seconds. Look at the sheet, then try again.',
    )
    await vi.advanceTimersByTimeAsync(30_000)
    await asked
  })

  test('it waits for 29 seconds', async () => {
    const value = { sheet: 'Sheet1', address: 'A1', rows: 1, columns: 1, content: '' }
    const asked = answering((succeed) => setTimeout(() => succeed(JSON.stringify({ value })), 29_000)).selection()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(await asked).toEqual(value)
  })

  test('no time-out is left waiting after an answer or a failure', async () => {
    await answering((succeed) => succeed('{"value":{"done":true}}')).insertFormula(insertion)
    await expect(answering((_, fail) => fail({ message: 'no' })).insertFormula(insertion)).rejects.toThrow()
    expect(vi.getTimerCount()).toBe(0)
  })

  test.each([
    ['ScriptError: We are sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.'],
    ['Authorization is required to perform that action.'],
  ])('“%s” is explained by the several accounts of the browser', async (message) => {
    const asked = answering((_, fail) => fail({ message })).selection()
    await expect(asked).rejects.toThrow(/signed in to several Google accounts.+private window/)
  })

  test('an answer that google.script.run lost is a failure in words', async () => {
    const asked = answering((succeed) => succeed(null)).selection()
    await expect(asked).rejects.toThrow('Google Sheets sent no answer. Try again.')
  })

  test('any other failure says that the connection may be at fault', async () => {
    const asked = answering((_, fail) => fail({ message: 'HTTP 0' })).selection()
    await expect(asked).rejects.toThrow(
      'Google Sheets could not be reached: HTTP 0. Check the connection, then try again.',
    )
  })
})
