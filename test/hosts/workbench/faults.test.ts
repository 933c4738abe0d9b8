import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { NewCell, RowChange } from '../../../core/sheet/book.ts'
import { failAfter, installFailingEngine, mend } from './failingEngine.ts'
import { openBook } from './openBook.ts'

beforeAll(installFailingEngine)
afterEach(mend)

/** A sheet of three rows that a person has changed by hand, so that there is something to undo. */
async function opened() {
  const host = openBook()
  const columns = ['Cue', 'Value', 'Id'].map((title) => ({ title, width: 100, kind: 'any' as const }))
  const rows = ['a', 'b', 'c'].map((id): NewCell[] => [`Cue ${id}`, { formula: '=1+1' }, id])
  await host.book.createSheets([{ name: 'Signals', columns, rows }])
  host.put('Signals', 'A2', 'typed')
  const before = await host.book.readSheet('Signals')
  const sheetId = host.idOf('Signals')
  const change = (...changes: RowChange[]) => host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
  return {
    ...host,
    sheetId,
    change,
    /** Changes a row, removes one and adds one. */
    changeAll: () =>
      change(
        { id: 'a', seen: {}, cells: { Cue: 'mine', Value: 7 } },
        { id: 'b', seen: {}, cells: null },
        { id: 'd', seen: null, cells: { Cue: 'new' } },
      ),
    expectUntouched: async () => {
      expect(await host.book.readSheet('Signals')).toEqual(before)
    },
  }
}
type Opened = Awaited<ReturnType<typeof opened>>

/** The last thing that a person did is what an undo takes back. */
function expectUndoTakesBackWhatWasTyped({ undo, content }: Opened) {
  expect(content('Signals', 'A2')).toBe('typed')
  undo()
  expect(content('Signals', 'A2')).toBe('Cue a')
}

describe('a write that cannot be done', () => {
  test.each([
    [
      'a locked sheet',
      ({ model, sheetId }) => model.dispatch('LOCK_SHEET', { sheetId }),
      'The sheet “Signals” is locked. Right-click its tab, choose Unlock sheet, and try again. Nothing was changed.',
    ],
    [
      'merged cells',
      ({ model, sheetId }) =>
        model.dispatch('ADD_MERGE', { sheetId, target: [{ left: 0, right: 1, top: 1, bottom: 1 }], force: true }),
      'The sheet “Signals” has merged cells where something is to be written. Unmerge them and try again. Nothing was changed.',
    ],
    [
      'a workbook that is open for reading only',
      ({ model }) => model.updateMode('readonly'),
      'The sheet “Signals” is open for reading only. Open a copy of the file and try again. Nothing was changed.',
    ],
  ] as [string, (opened: Opened) => void, string][])(
    'to %s is told, and nothing is written',
    async (_, spoil, told) => {
      const host = await opened()
      spoil(host)
      const before = await host.book.readSheet('Signals')
      host.traffic()
      await expect(host.changeAll()).rejects.toThrow(told)
      expect(await host.book.readSheet('Signals')).toEqual(before)
      expect(host.traffic().writes).toBe(0)
    },
  )

  test('a formula for a locked sheet is told, and not said to be inserted', async () => {
    const { book, model, sheetId, expectUntouched } = await opened()
    model.dispatch('LOCK_SHEET', { sheetId })
    const request = { sheet: 'Signals', cell: 'A2', formula: '=1+2', replaces: 'typed' }
    await expect(book.insertFormula(request)).rejects.toThrow('The sheet “Signals” is locked.')
    await expectUntouched()
  })

  test('a locked sheet takes the change after it was unlocked', async () => {
    const { model, sheetId, changeAll } = await opened()
    model.dispatch('LOCK_SHEET', { sheetId })
    await expect(changeAll()).rejects.toThrow()
    model.dispatch('UNLOCK_SHEET', { sheetId })
    expect((await changeAll()).done).toEqual(['a', 'b', 'd'])
  })

  test('a locked sheet in front does not keep another one from being written or made', async () => {
    const { model, book, activate, idOf, changeAll } = await opened()
    activate('Sheet1')
    model.dispatch('LOCK_SHEET', { sheetId: idOf('Sheet1') })
    expect((await changeAll()).done).toEqual(['a', 'b', 'd'])
    await book.createSheets([{ name: 'More', columns: [{ title: 'Id', width: 50, kind: 'text' }], rows: [['x']] }])
    expect((await book.readSheet('More'))!.values).toEqual([['Id'], ['x']])
  })
})

describe('a sheet that goes while the sidebar is open', () => {
  const gone = 'The sheet “Signals” is not there any more. If it was renamed, give it that name again, then try again.'

  test.each([
    ['deleted', ({ model, sheetId }) => model.dispatch('DELETE_SHEET', { sheetId, sheetName: 'Signals' })],
    [
      'renamed',
      ({ model, sheetId }) => model.dispatch('RENAME_SHEET', { sheetId, oldName: 'Signals', newName: 'Cues' }),
    ],
    ['in a workbook that another file replaced', ({ replaceBy }) => replaceBy(openBook().model)],
  ] as [string, (opened: Opened) => void][])('is told when it is %s', async (_, remove) => {
    const host = await opened()
    remove(host)
    expect(await host.book.readSheet('Signals')).toBeNull()
    await expect(host.changeAll()).rejects.toThrow(gone)
    await expect(host.book.readRanges([{ sheet: 'Signals', address: 'A:A' }])).rejects.toThrow(gone)
  })

  test('is whole under its new name after a change to its old one was refused', async () => {
    const { model, sheetId, changeAll, book } = await opened()
    const before = await book.readSheet('Signals')
    model.dispatch('RENAME_SHEET', { sheetId, oldName: 'Signals', newName: 'Cues' })
    await expect(changeAll()).rejects.toThrow()
    expect(await book.readSheet('Cues')).toEqual(before)
  })

  test('is read and written while it is hidden', async () => {
    const { model, sheetId, changeAll, book } = await opened()
    model.dispatch('HIDE_SHEET', { sheetId })
    expect((await changeAll()).done).toEqual(['a', 'b', 'd'])
    expect((await book.readSheet('Signals'))!.values.slice(1).map(([cue]) => cue)).toEqual(['mine', 'Cue c', 'new'])
  })
})

describe.each([
  ['refuses', 'OutOfOrder'],
  ['breaks', 'out of order'],
] as const)('an engine that %s in the middle of a write', (failure, reason) => {
  const told = `The sheet “Signals” could not be written (${reason}). Reload the page if it happens again. Nothing was changed.`
  // The engine is asked about each change twice: before any is made, and when it is its turn.
  test.each([0, 1, 2])('after %i cells leaves the sheet whole, and the history as it was', async (cells) => {
    const host = await opened()
    failAfter(cells, failure)
    await expect(host.changeAll()).rejects.toThrow(told)
    mend()
    await host.expectUntouched()
    expectUndoTakesBackWhatWasTyped(host)
  })

  test('does what is asked of it once it is mended', async () => {
    const host = await opened()
    failAfter(1, failure)
    await expect(host.changeAll()).rejects.toThrow(told)
    mend()
    const before = await host.book.readSheet('Signals')
    expect((await host.changeAll()).done).toEqual(['a', 'b', 'd'])
    host.undo()
    expect(await host.book.readSheet('Signals')).toEqual(before)
  })

  test('leaves no half of a new sheet', async () => {
    const { book, model } = openBook()
    failAfter(5, failure)
    const columns = [{ title: 'Id', width: 50, kind: 'text' as const, choices: ['x'] }]
    await expect(book.createSheets([{ name: 'Signals', columns, rows: [['x']] }])).rejects.toThrow(told)
    mend()
    expect(model.getters.getSheetIds()).toHaveLength(1)
    await book.createSheets([{ name: 'Signals', columns, rows: [['x']] }])
    expect((await book.readSheet('Signals'))!.values).toEqual([['Id'], ['x']])
  })
})
