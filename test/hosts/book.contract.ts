import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Book, NewCell, RowChange, RowsOutcome, TablePlan } from '../../core/sheet/book.ts'
import { hostileTexts } from '../hostileTexts.ts'
import { cellsContract } from './cells.contract.ts'
import { firstUseContract } from './firstUse.contract.ts'
import { freezingContract, type FreezingUnderTest } from './freezing.contract.ts'
import { plansContract, type PlansUnderTest } from './plans.contract.ts'
import { tablesContract, type TablesUnderTest } from './tables.contract.ts'

/** A host's book on an empty workbook, and the hands of a person working in it. The first sheet is Sheet1. */
export interface BookUnderTest extends TablesUnderTest, FreezingUnderTest, PlansUnderTest {
  book: Book
  /** Types into a cell: text that begins with = is a formula. */
  put(sheet: string, cell: string, content: string | number): Promise<void>
  /** The formula of a cell, else its value as text, "" when it is empty. */
  content(sheet: string, cell: string): Promise<string>
  select(sheet: string, address: string): Promise<void>
  /** The number format of a cell, "" when nobody has chosen one; and the same chosen by hand. */
  format(sheet: string, cell: string): Promise<string>
  setFormat(sheet: string, cell: string, format: string): Promise<void>
  /** Hides a sheet as one does by hand. */
  hide(sheet: string): Promise<void>
  /** Moves a whole column to stand before another, as one does by hand: D before B. */
  moveColumn(sheet: string, column: string, before: string): Promise<void>
  /** Inserts an empty row above this one, counted from 1. */
  insertRow(sheet: string, row: number): Promise<void>
  /** How often blocks of cells were read and written since the last time this was asked. */
  traffic(): Promise<{ reads: number; writes: number }>
  close?(): Promise<void>
}

/** What the sidebar may rely on, whichever spreadsheet it is in. */
export function bookContract(name: string, open: () => Promise<BookUnderTest>): void {
  describe(`the book of ${name}`, () => {
    let host: BookUnderTest
    beforeEach(async () => {
      host = await open()
    })
    afterEach(async () => host.close?.())

    const into = (cell: string, formula: string, replaces: string) =>
      host.book.insertFormula({ sheet: 'Sheet1', cell, formula, replaces })

    describe('selection', () => {
      test('a single empty cell is known by its place and has no content', async () => {
        await host.select('Sheet1', 'B2')
        expect(await host.book.selection()).toEqual({
          sheet: 'Sheet1',
          address: 'B2',
          rows: 1,
          columns: 1,
          content: '',
        })
      })

      test('a block is known by its corners and its size', async () => {
        await host.select('Sheet1', 'B2:D9')
        expect(await host.book.selection()).toEqual({
          sheet: 'Sheet1',
          address: 'B2:D9',
          rows: 8,
          columns: 3,
          content: '',
        })
      })

      test('the content of a block is that of its first cell', async () => {
        await host.put('Sheet1', 'B2', 'first')
        await host.put('Sheet1', 'C3', 'other')
        await host.select('Sheet1', 'B2:C3')
        expect((await host.book.selection()).content).toBe('first')
      })

      test.each([
        ['a formula', '=1+1', '=1+1'],
        ['a number', 1234.5, '1234.5'],
        ['a text', 'two words', 'two words'],
      ])('%s is told as it would be typed', async (_, typed, told) => {
        await host.put('Sheet1', 'C4', typed)
        await host.select('Sheet1', 'C4')
        expect((await host.book.selection()).content).toBe(told)
      })

      test('asking changes no cell', async () => {
        await host.put('Sheet1', 'A1', '=1+1')
        await host.select('Sheet1', 'A1')
        await host.book.selection()
        expect(await host.content('Sheet1', 'A1')).toBe('=1+1')
      })
    })

    describe('insertFormula', () => {
      test('a formula goes into an empty cell', async () => {
        expect(await into('B2', '=SUM(1, 2)', '')).toEqual({ done: true })
        expect(spaceless(await host.content('Sheet1', 'B2'))).toBe('=SUM(1,2)')
      })

      test('a formula touches no other cell', async () => {
        await host.put('Sheet1', 'A2', 'left')
        await host.put('Sheet1', 'B3', 'below')
        await into('B2', '=1+2', '')
        expect([await host.content('Sheet1', 'A2'), await host.content('Sheet1', 'B3')]).toEqual(['left', 'below'])
      })

      test('a formula goes into the cell that was named, wherever the person is by then', async () => {
        await host.select('Sheet1', 'F9')
        await into('B2', '=1+2', '')
        expect([await host.content('Sheet1', 'B2'), await host.content('Sheet1', 'F9')]).toEqual(['=1+2', ''])
      })

      test.each([
        ['a text', 'old'],
        ['a number', 12],
        ['a formula', '=1+1'],
      ])('%s that the writer has seen is replaced', async (_, before) => {
        await host.put('Sheet1', 'B2', before)
        await host.select('Sheet1', 'B2')
        const { content } = await host.book.selection()
        expect(await into('B2', '=1+2', content)).toEqual({ done: true })
        expect(await host.content('Sheet1', 'B2')).toBe('=1+2')
      })

      test.each([
        ['filled', '', 'mine', 'mine'],
        ['changed', 'old', 'mine', 'mine'],
        ['changed to a number', 'old', 7, '7'],
        ['changed to a formula', 'old', '=2+2', '=2+2'],
        ['emptied', 'old', '', ''],
      ])('a cell that was %s meanwhile is left as it is, and what it holds is told', async (_, seen, now, found) => {
        await host.put('Sheet1', 'B2', now)
        expect(await into('B2', '=1+2', seen)).toEqual({ done: false, found })
        expect(await host.content('Sheet1', 'B2')).toBe(found)
      })

      test('after a refusal the content that was found can be replaced', async () => {
        await host.put('Sheet1', 'B2', 'mine')
        const refusal = await into('B2', '=1+2', '')
        expect(await into('B2', '=1+2', refusal.done ? '' : refusal.found)).toEqual({ done: true })
        expect(await host.content('Sheet1', 'B2')).toBe('=1+2')
      })

      test('of two who saw the same content only one may replace it', async () => {
        const outcomes = await Promise.all([into('B2', '=1+1', ''), into('B2', '=2+2', '')])
        expect(outcomes.filter(({ done }) => done)).toHaveLength(1)
      })

      test('a sheet that is not there is a failure in words', async () => {
        const request = { sheet: 'Gone', cell: 'B2', formula: '=1+2', replaces: '' }
        await expect(host.book.insertFormula(request)).rejects.toThrow(/Gone/)
      })
    })

    describe('readSheet', () => {
      test('a sheet that is not there is null', async () => {
        expect(await host.book.readSheet('Gone')).toBeNull()
      })

      test('an empty sheet has no rows', async () => {
        expect(await host.book.readSheet('Sheet1')).toEqual({ values: [], formulas: [] })
      })

      test('values are told as they are and formulas beside them, down to the last used row and column', async () => {
        await host.put('Sheet1', 'A1', 'text')
        await host.put('Sheet1', 'C1', 1.5)
        await host.put('Sheet1', 'A3', '=1+2')
        await host.put('Sheet1', 'B3', 'TRUE')
        expect(await host.book.readSheet('Sheet1')).toEqual({
          values: [
            ['text', null, 1.5],
            [null, null, null],
            [3, true, null],
          ],
          formulas: [
            ['', '', ''],
            ['', '', ''],
            ['=1+2', '', ''],
          ],
        })
      })

      test('an error is its code', async () => {
        await host.put('Sheet1', 'A1', '=1/0')
        expect((await host.book.readSheet('Sheet1'))!.values).toEqual([['#DIV/0!']])
      })

      test('it is one read', async () => {
        await fill(host, 500)
        await host.traffic()
        expect((await host.book.readSheet('Signals'))!.values).toHaveLength(501)
        expect(await host.traffic()).toEqual({ reads: 1, writes: 0 })
      })
    })

    describe('createSheet', () => {
      test('titles and rows are there, text as text, formulas as formulas', async () => {
        await host.book.createSheets([plan([['Box', '=1+1', { formula: '=1+1' }, 46082, 'x1']])])
        const { values, formulas } = (await host.book.readSheet('Signals'))!
        expect(values).toEqual([
          ['Cue', 'Kind', 'Value', 'Reviewed on', 'Id'],
          ['Box', '=1+1', 2, 46082, 'x1'],
        ])
        expect(formulas[1]).toEqual(['', '', '=1+1', '', ''])
      })

      test('a sheet of that name is left as it is, in words', async () => {
        await fill(host, 1)
        await expect(host.book.createSheets([plan([])])).rejects.toThrow(/Signals/)
        expect((await host.book.readSheet('Signals'))!.values).toHaveLength(2)
      })
    })

    describe('changeRows', () => {
      const change = (...changes: RowChange[]): Promise<RowsOutcome> =>
        host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
      const edit = (id: string, seen: Record<string, string>, cells: Record<string, NewCell>): RowChange => ({
        id,
        seen,
        cells,
      })
      const rows = async () => (await host.book.readSheet('Signals'))!.values.slice(1)
      const done = (...ids: string[]): RowsOutcome => ({ done: ids, refused: [] })

      test('a row is found by its id and only the named cells change', async () => {
        await fill(host, 3)
        expect(await change(edit('id2', { Cue: 'Cue 2' }, { Cue: 'New', 'Reviewed on': 46083 }))).toEqual(done('id2'))
        expect(await rows()).toEqual([
          ['Cue 1', 'tangible', 1, 46082, 'id1'],
          ['New', 'tangible', 2, 46083, 'id2'],
          ['Cue 3', 'tangible', 3, 46082, 'id3'],
        ])
        expect((await host.book.readSheet('Signals'))!.formulas.map((row) => row[2])).toEqual([
          '',
          '=0+1',
          '=0+2',
          '=0+3',
        ])
      })

      test('rows and columns that were moved by hand are found', async () => {
        await fill(host, 3)
        await host.insertRow('Signals', 2)
        await host.moveColumn('Signals', 'E', 'A')
        expect(await change(edit('id3', { Cue: 'Cue 3' }, { Cue: 'New' }))).toEqual(done('id3'))
        expect((await rows())[3]).toEqual(['id3', 'New', 'tangible', 3, 46082])
      })

      test('new rows go below the last one, in the order given', async () => {
        await fill(host, 1)
        const added = ['a', 'b'].map((id): RowChange => ({
          id,
          seen: null,
          cells: { Cue: `=${id}`, Value: { formula: '=2*3' } },
        }))
        expect(await change(...added)).toEqual(done('a', 'b'))
        expect((await rows()).slice(1)).toEqual([
          ['=a', null, 6, null, 'a'],
          ['=b', null, 6, null, 'b'],
        ])
      })

      test('a cell is emptied with null', async () => {
        await fill(host, 1)
        await change(edit('id1', {}, { Kind: null }))
        expect((await rows())[0]![1]).toBeNull()
      })

      test('a row that someone else changed is left as it is and told, the others are written', async () => {
        await fill(host, 2)
        await host.put('Signals', 'A2', 'Theirs')
        const outcome = await change(
          edit('id1', { Cue: 'Cue 1' }, { Cue: 'Mine' }),
          edit('id2', { Cue: 'Cue 2' }, { Cue: 'Mine' }),
        )
        expect(outcome.done).toEqual(['id2'])
        expect(outcome.refused).toHaveLength(1)
        expect(outcome.refused[0]).toMatchObject({
          id: 'id1',
          found: { Cue: 'Theirs', Kind: 'tangible', Value: '=0+1' },
        })
        expect((await rows()).map(([cue]) => cue)).toEqual(['Theirs', 'Mine'])
      })

      test('a refusal tells the whole sheet as it was then, a success only what was done', async () => {
        await fill(host, 2)
        await host.put('Signals', 'B2', 'Theirs')
        const before = await host.book.readSheet('Signals')
        const outcome = await change(edit('id1', { Kind: 'tangible' }, { Cue: 'x' }), edit('id2', {}, { Cue: 'Mine' }))
        expect(outcome.now).toEqual(before)
        expect(await change(edit('id2', { Cue: 'Mine' }, { Cue: 'Again' }))).toEqual(done('id2'))
      })

      test('a row that is gone is told to be', async () => {
        await fill(host, 1)
        expect(await change(edit('id9', { Cue: 'Cue 9' }, { Cue: 'Mine' }))).toMatchObject({
          done: [],
          refused: [{ id: 'id9', found: null }],
        })
      })

      test('a row is removed, unless it was changed', async () => {
        await fill(host, 3)
        expect(await change({ id: 'id2', seen: { Cue: 'Cue 2' }, cells: null })).toEqual(done('id2'))
        expect((await change({ id: 'id3', seen: { Cue: 'other' }, cells: null })).refused).toHaveLength(1)
        expect((await rows()).map((row) => row[4])).toEqual(['id1', 'id3'])
      })

      test('of two who add at once, neither is lost; of two who change the same, one is refused', async () => {
        await fill(host, 1)
        await Promise.all(['a', 'b'].map((id) => change({ id, seen: null, cells: { Cue: id } })))
        expect((await rows()).map((row) => row[4]).sort()).toEqual(['a', 'b', 'id1'])
        const outcomes = await Promise.all(['x', 'y'].map((cue) => change(edit('id1', { Cue: 'Cue 1' }, { Cue: cue }))))
        expect(outcomes.flatMap(({ done }) => done)).toEqual(['id1'])
      })

      test('cells of other columns keep their formulas and texts', async () => {
        await fill(host, 1)
        await host.put('Signals', 'F1', 'Notes')
        await host.put('Signals', 'F2', '=UPPER("mine")')
        await host.moveColumn('Signals', 'F', 'B')
        await change(edit('id1', {}, { Cue: 'New', Kind: 'intangible' }))
        expect(await host.content('Signals', 'B2')).toBe('=UPPER("mine")')
        expect((await rows())[0]).toEqual(['New', 'MINE', 'intangible', 1, 46082, 'id1'])
      })

      test('text comes back unchanged and inert, whatever it is', async () => {
        await fill(host, 0)
        await change(
          ...hostileTexts.map((text, i): RowChange => ({ id: `h${i}`, seen: null, cells: { Cue: text, Kind: text } })),
        )
        const { values, formulas } = (await host.book.readSheet('Signals'))!
        expect(values.slice(1).map(([cue]) => cue)).toEqual(hostileTexts)
        expect(values.slice(1).map((row) => row[1])).toEqual(hostileTexts)
        expect(formulas.flat().filter((formula) => formula !== '')).toEqual([])
        // Once more over what is there, with every text as the content that was seen.
        const again = hostileTexts.map((text, i) => edit(`h${i}`, { Cue: text }, { Kind: text }))
        expect((await change(...again)).refused).toEqual([])
        expect((await host.book.readSheet('Signals'))!.values.slice(1).map((row) => row[1])).toEqual(hostileTexts)
      })

      test('it is one read and one write, among 500 rows as well', async () => {
        await fill(host, 500)
        await host.traffic()
        await change(edit('id400', { Cue: 'Cue 400' }, { Cue: 'New' }))
        expect(await host.traffic()).toEqual({ reads: 1, writes: 1 })
        await change(...['a', 'b', 'c'].map((id): RowChange => ({ id, seen: null, cells: { Cue: id } })))
        expect(await host.traffic()).toEqual({ reads: 1, writes: 1 })
      })

      test('a sheet or a column that is gone is a failure in words, and nothing is written', async () => {
        await expect(change(edit('id1', {}, { Cue: 'x' }))).rejects.toThrow(/Signals/)
        await fill(host, 1)
        await expect(change(edit('id1', {}, { Cue: 'x', Owner: 'y' }))).rejects.toThrow(/Owner/)
        expect((await rows())[0]![0]).toBe('Cue 1')
      })
    })

    describe('watchSelection', () => {
      const soon = () => new Promise((done) => setTimeout(done, 150))

      test('tells that other cells are selected, and no longer once it is ended', async () => {
        await host.select('Sheet1', 'A1')
        let told = 0
        const end = host.book.watchSelection(() => told++)
        await soon()
        expect(told).toBe(0)
        await host.select('Sheet1', 'B2')
        await expect.poll(() => told).toBe(1)
        expect((await host.book.selection()).address).toBe('B2')
        await host.select('Sheet1', 'B2:C3')
        await expect.poll(() => told).toBe(2)
        end()
        await soon()
        await host.select('Sheet1', 'D4')
        await soon()
        expect(told).toBe(2)
      })

      test('what is written is no selection', async () => {
        await host.select('Sheet1', 'A1')
        let told = 0
        const end = host.book.watchSelection(() => told++)
        await soon()
        await host.put('Sheet1', 'C3', 'x')
        await into('B2', '=1+2', '')
        await soon()
        end()
        expect(told).toBe(0)
      })
    })

    cellsContract(() => host)
    tablesContract(() => host)
    freezingContract(() => host)
    plansContract(() => host)
    firstUseContract(() => host)

    describe('number formats', () => {
      const percent = { formula: '=1/4', format: '0.0%' }
      const write = (cell: NewCell) =>
        host.book.changeRows({
          sheet: 'Signals',
          idTitle: 'Id',
          changes: [{ id: 'id1', seen: {}, cells: { Value: cell } }],
        })

      test('a formula brings its own, and another takes its place', async () => {
        await fill(host, 2)
        await write(percent)
        expect([await host.format('Signals', 'C2'), await host.format('Signals', 'C3')]).toEqual(['0.0%', ''])
        expect((await host.book.readSheet('Signals'))!.values[1]![2]).toBe(0.25)
        await write({ formula: '=1/3', format: '0.00' })
        expect(await host.format('Signals', 'C2')).toBe('0.00')
        await write({ formula: '=1/5' })
        expect(await host.format('Signals', 'C2')).toBe('0.00')
      })

      test('a new row and a new sheet have those of their formulas', async () => {
        await host.book.createSheets([plan([['Box', 'tangible', percent, 46082, 'id1']])])
        const added: RowChange = { id: 'new', seen: null, cells: { Value: { formula: '=2/3', format: '0.00' } } }
        await host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [added] })
        expect([await host.format('Signals', 'C2'), await host.format('Signals', 'C3')]).toEqual(['0.0%', '0.00'])
      })

      test('one of General takes away that of the formula before', async () => {
        await fill(host, 1)
        await write(percent)
        await write({ formula: '=9/4', format: 'General' })
        expect(await host.format('Signals', 'C2')).toBe('')
      })

      test('a formula that is inserted over another gets its own, unless a person has chosen one', async () => {
        const over = (formula: string, replaces: string, format: string, formatReplaced?: string) =>
          host.book.insertFormula({
            sheet: 'Sheet1',
            cell: 'B2',
            formula,
            replaces,
            format,
            ...(formatReplaced && { formatReplaced }),
          })
        await over('=1/4', '', '0.0%')
        await over('=9/4', '=1/4', '0.00', '0.0%')
        expect(await host.format('Sheet1', 'B2')).toBe('0.00')
        await host.setFormat('Sheet1', 'B2', '0.0000')
        await over('=1/3', '=9/4', '0.0%', '0.00')
        expect(await host.format('Sheet1', 'B2')).toBe('0.0000')
      })

      test('a formula that is inserted gets one only where nobody has chosen another', async () => {
        await host.setFormat('Sheet1', 'B3', '0.000')
        for (const cell of ['B2', 'B3']) {
          await host.book.insertFormula({ sheet: 'Sheet1', cell, formula: '=1/4', replaces: '', format: '0.0%' })
        }
        expect([await host.format('Sheet1', 'B2'), await host.format('Sheet1', 'B3')]).toEqual(['0.0%', '0.000'])
        expect(spaceless(await host.content('Sheet1', 'B3'))).toBe('=1/4')
      })
    })

    describe('reveal', () => {
      test('the cell is selected, whatever sheet was in front', async () => {
        await fill(host, 3)
        await host.select('Sheet1', 'A1')
        await host.book.reveal('Signals', 'A3')
        expect(await host.book.selection()).toMatchObject({ sheet: 'Signals', address: 'A3', content: 'Cue 2' })
      })

      test('a hidden sheet says that it is, is written into as before, and is shown', async () => {
        await fill(host, 1)
        await host.select('Sheet1', 'A1')
        await host.hide('Signals')
        expect((await host.book.readSheet('Signals'))!.hidden).toBe(true)
        const change: RowChange = { id: 'id1', seen: {}, cells: { Cue: 'New' } }
        expect((await host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes: [change] })).done).toEqual([
          'id1',
        ])
        expect((await host.book.readSheet('Signals'))!.hidden).toBe(true)
        await host.book.reveal('Signals', 'A2')
        expect(await host.book.readSheet('Signals')).not.toHaveProperty('hidden')
        expect((await host.book.selection()).content).toBe('New')
      })

      test('a sheet that is not there is a failure in words', async () => {
        await expect(host.book.reveal('Gone', 'A1')).rejects.toThrow(/Gone/)
      })
    })

    describe('readRanges', () => {
      test('blocks and whole columns, each down to its last used row, in one read', async () => {
        await fill(host, 3)
        await host.traffic()
        const [block, column] = await host.book.readRanges([
          { sheet: 'Signals', address: 'A1:B2' },
          { sheet: 'Signals', address: 'C:C' },
        ])
        expect(block).toEqual([
          ['Cue', 'Kind'],
          ['Cue 1', 'tangible'],
        ])
        expect(column).toEqual([['Value'], [1], [2], [3]])
        expect(await host.traffic()).toEqual({ reads: 1, writes: 0 })
      })

      test('whole rows', async () => {
        await fill(host, 3)
        const rows = await host.book.readRanges(['1:1', '3:4'].map((address) => ({ sheet: 'Signals', address })))
        expect(rows.map((read) => read.map(([cue]) => cue))).toEqual([['Cue'], ['Cue 2', 'Cue 3']])
      })

      test('a sheet that is not there is a failure in words', async () => {
        await expect(host.book.readRanges([{ sheet: 'Gone', address: 'A:A' }])).rejects.toThrow(/Gone/)
      })
    })

    describe('watch', () => {
      /** Watches Signals; how often something was told is asked once all is quiet. */
      const watched = () => {
        let told = 0
        const end = host.book.watch('Signals', () => told++)
        const quiet = async () => {
          for (let before = -1; before !== told; await new Promise((resolve) => setTimeout(resolve, 150))) before = told
          return told
        }
        return { end, quiet, told: () => told }
      }

      test('it begins with a call, also for a sheet that is not there', async () => {
        const { end, quiet } = watched()
        expect(await host.book.readSheet('Signals')).toBeNull()
        expect(await quiet()).toBe(1)
        end()
      })

      test('a change by hand is told, until it is ended', async () => {
        await fill(host, 1)
        const { end, quiet, told } = watched()
        await host.book.readSheet('Signals')
        const before = await quiet()
        await host.put('Signals', 'A2', 'changed')
        await expect.poll(told, { timeout: 3000 }).toBeGreaterThan(before)
        end()
        const last = told()
        await host.put('Signals', 'A2', 'again')
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(told()).toBe(last)
      })

      test('what changeRows writes is not told again, but what a formula then shows is', async () => {
        await fill(host, 3)
        const { end, quiet, told } = watched()
        await host.book.readSheet('Signals')
        const before = await quiet()
        const write = (...changes: RowChange[]) => host.book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
        await write({ id: 'id2', seen: { Cue: 'Cue 2' }, cells: { Cue: 'Mine', 'Reviewed on': 46083 } })
        await write({ id: 'new', seen: null, cells: { Cue: '=1+1', Kind: 'intangible' } })
        await write({ id: 'id1', seen: { Cue: 'Cue 1' }, cells: null })
        expect(await quiet()).toBe(before)
        await write({ id: 'id2', seen: { Cue: 'Mine' }, cells: { Value: { formula: '=2*3' } } })
        await expect.poll(told, { timeout: 3000 }).toBeGreaterThan(before)
        end()
      })

      test('what others wrote meanwhile is told, though this book has written since', async () => {
        await fill(host, 2)
        const { end, quiet, told } = watched()
        await host.book.readSheet('Signals')
        const before = await quiet()
        await host.put('Signals', 'A2', 'theirs')
        await host.book.changeRows({
          sheet: 'Signals',
          idTitle: 'Id',
          changes: [{ id: 'id2', seen: { Cue: 'Cue 2' }, cells: { Cue: 'Mine' } }],
        })
        await expect.poll(told, { timeout: 3000 }).toBeGreaterThan(before)
        end()
      })
    })
  })
}

/** A small table of cues with ids id1, id2 ... and a formula in each row. */
function plan(rows: TablePlan['rows']): TablePlan {
  return {
    name: 'Signals',
    columns: [
      { title: 'Cue', width: 200, kind: 'text' },
      { title: 'Kind', width: 90, kind: 'text', choices: ['tangible', 'intangible'], colours: { intangible: 'grey' } },
      { title: 'Value', width: 80, kind: 'any' },
      { title: 'Reviewed on', width: 90, kind: 'date' },
      { title: 'Id', width: 40, kind: 'text', muted: true },
    ],
    rows,
  }
}

async function fill(host: BookUnderTest, cues: number): Promise<void> {
  const rows = Array.from({ length: cues }, (_, i): NewCell[] => [
    `Cue ${i + 1}`,
    'tangible',
    { formula: `=0+${i + 1}` },
    46082,
    `id${i + 1}`,
  ])
  await host.book.createSheets([plan(rows)])
}

/** Hosts may set blanks between the arguments of a formula as they like. */
function spaceless(formula: string): string {
  return formula.replace(/\s/g, '')
}
