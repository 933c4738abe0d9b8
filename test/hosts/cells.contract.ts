import { describe, expect, test } from 'vitest'
import type { CellsRequest, NewCell } from '../../core/sheet/book.ts'
import { seenIn } from '../../core/sheet/cells.ts'
import { hostileTexts } from '../hostileTexts.ts'
import type { BookUnderTest } from './book.contract.ts'

/** What changeCells of every book does. `host` gives the one of the test that runs. */
export function cellsContract(host: () => BookUnderTest): void {
  describe('changeCells', () => {
    const fill = async (...lines: (string | number)[][]) => {
      for (const [row, line] of lines.entries()) {
        for (const [column, content] of line.entries()) {
          if (content !== '') await host().put('Sheet1', `${'ABCDEF'[column]}${row + 1}`, content)
        }
      }
    }
    const read = async () => (await host().book.readSheet('Sheet1'))!
    const values = async () => (await read()).values
    /** Columns as they are now, with one row more than is used. */
    const seen = async (...columns: number[]) => {
      const content = await read()
      const place = { row: 0, rows: content.values.length + 1, columns: 1 }
      return columns.map((column) => seenIn(content, { ...place, column }))
    }
    const change = (request: Omit<CellsRequest, 'sheet'>) => host().book.changeCells({ sheet: 'Sheet1', ...request })
    const write = (row: number, column: number, cells: NewCell[], format?: string) => ({
      row,
      column,
      cells,
      ...(format && { format }),
    })
    /** Fills the first column of an empty sheet. */
    const fillDown = (cells: NewCell[]) => change({ seen: [], writes: [write(0, 0, cells)] })
    const table = () =>
      fill(['id', 'when', 'amount'], ['a', '1 of May', 5], ['b', '=UPPER("x")', 6], ['c', '2 of May', 7])

    test('cells of a column change with their number format, all others stay', async () => {
      await table()
      const writes = [write(1, 1, [46143], 'yyyy-mm-dd'), write(3, 1, [46144], 'yyyy-mm-dd')]
      expect(await change({ seen: await seen(1), writes })).toEqual({ done: true })
      expect(await values()).toEqual([
        ['id', 'when', 'amount'],
        ['a', 46143, 5],
        ['b', 'X', 6],
        ['c', 46144, 7],
      ])
      expect((await read()).formulas[2]![1]).toBe('=UPPER("x")')
      expect(await host().format('Sheet1', 'B2')).toBe('yyyy-mm-dd')
      expect(await host().format('Sheet1', 'B3')).toBe('')
    })

    test('a cell that someone changed meanwhile is not overwritten, nor is anything else', async () => {
      await table()
      const before = await seen(1)
      await host().put('Sheet1', 'B4', 'theirs')
      expect(await change({ seen: before, writes: [write(1, 1, [1, 2, 3])] })).toEqual({ done: false })
      expect((await values()).map((line) => line[1])).toEqual(['when', '1 of May', 'X', 'theirs'])
    })

    test.each([
      ['a row was inserted', () => host().insertRow('Sheet1', 3)],
      ['a column was moved', () => host().moveColumn('Sheet1', 'C', 'A')],
      ['a formula was changed', () => host().put('Sheet1', 'B3', '=UPPER("y")')],
      ['a row was added below', () => host().put('Sheet1', 'B5', 'more')],
    ])('nothing is written when %s meanwhile', async (_, meanwhile) => {
      await table()
      const before = await seen(1)
      await meanwhile()
      const then = await read()
      expect(await change({ seen: before, writes: [write(1, 1, ['x', 'x', 'x'])] })).toEqual({ done: false })
      expect(await read()).toEqual(then)
    })

    test('what changes in other columns does not matter, nor does what a formula shows', async () => {
      await table()
      await host().put('Sheet1', 'B3', '=C2+1')
      const before = await seen(1)
      await host().put('Sheet1', 'C2', 50)
      expect(await change({ seen: before, writes: [write(1, 1, ['x'])] })).toEqual({ done: true })
    })

    test('a column is inserted, and what stands behind it moves on', async () => {
      await table()
      await host().setFormat('Sheet1', 'B2', '@')
      const writes = [write(0, 2, ['when (date)']), write(1, 2, [46143, { formula: '=B3' }, 46144], 'yyyy-mm-dd')]
      expect(await change({ seen: await seen(1), insert: 2, writes })).toEqual({ done: true })
      expect(await values()).toEqual([
        ['id', 'when', 'when (date)', 'amount'],
        ['a', '1 of May', 46143, 5],
        ['b', 'X', 'X', 6],
        ['c', '2 of May', 46144, 7],
      ])
      expect(await host().format('Sheet1', 'C2')).toBe('yyyy-mm-dd')
      expect(await host().format('Sheet1', 'B2')).toBe('@')
    })

    test('a column is removed, unless it was changed', async () => {
      await table()
      const before = await seen(1)
      expect(await change({ seen: before, remove: 1 })).toEqual({ done: true })
      expect((await values())[1]).toEqual(['a', 5])
      expect(await change({ seen: before, remove: 1 })).toEqual({ done: false })
      expect((await values())[1]).toEqual(['a', 5])
    })

    test('what is copied goes with its number format, and comes back as it was', async () => {
      await table()
      await host().setFormat('Sheet1', 'B2', '@')
      await host().setFormat('Sheet1', 'C2', '0.00')
      const kept = { copies: [{ row: 1, column: 1, rows: 1, to: 3 }], writes: [write(1, 1, [46143], 'yyyy-mm-dd')] }
      expect(await change({ seen: await seen(1, 3), ...kept })).toEqual({ done: true })
      expect((await values())[1]).toEqual(['a', 46143, 5, '1 of May'])
      expect(await host().format('Sheet1', 'D2')).toBe('@')
      const back = { copies: [{ row: 1, column: 3, rows: 1, to: 1 }], remove: 3 }
      expect(await change({ seen: await seen(1, 3), ...back })).toEqual({ done: true })
      expect((await values())[1]).toEqual(['a', '1 of May', 5])
      expect(await host().format('Sheet1', 'B2')).toBe('@')
      expect(await host().format('Sheet1', 'C2')).toBe('0.00')
    })

    test('a formula that is copied is the same formula elsewhere', async () => {
      await fill(['id', 'amount'], ['a', 5], ['b', 6], ['Total', '=SUM(B2:B3)'])
      const content = await read()
      const row = [0, 1, 3, 4].map((column) => seenIn(content, { row: 3, column, rows: 1, columns: 1 }))
      const copies = [0, 1].map((column) => ({ row: 3, column, rows: 1, to: column + 3 }))
      const writes = [write(3, 0, [null]), write(3, 1, [null])]
      expect(await change({ seen: row, copies, writes })).toEqual({ done: true })
      expect((await values())[3]).toEqual([null, null, null, 'Total', 11])
      expect(spaceless((await read()).formulas[3]![4]!)).toBe('=SUM(B2:B3)')
    })

    test('numbers and dates are numbers in cells of plain text, too', async () => {
      await table()
      for (const cell of ['B2', 'B4']) await host().setFormat('Sheet1', cell, '@')
      const writes = [write(1, 1, [12.5]), write(3, 1, [46144], 'yyyy-mm-dd')]
      expect(await change({ seen: await seen(1), writes })).toEqual({ done: true })
      expect((await values()).map((line) => line[1])).toEqual(['when', 12.5, 'X', 46144])
    })

    test('text is inert, whatever it is, where it is written and where it is copied', async () => {
      const texts = [...hostileTexts]
      await fill(['text'])
      expect(await change({ seen: await seen(0), writes: [write(1, 0, texts)] })).toEqual({ done: true })
      expect((await values()).slice(1).map(([text]) => text)).toEqual(texts)
      const copies = [{ row: 1, column: 0, rows: texts.length, to: 2 }]
      expect(await change({ seen: await seen(0, 2), copies, insert: 1, writes: [write(1, 1, texts)] })).toEqual({
        done: true,
      })
      const { values: now, formulas } = await read()
      expect(now.slice(1)).toEqual(texts.map((text) => [text, text, text]))
      expect(formulas.flat().filter((formula) => formula !== '')).toEqual([])
    })

    test('every second of many cells changes, and those between them stay', async () => {
      const cells = Array.from({ length: 300 }, (_, i) => (i === 150 ? { formula: '=1+1' } : i % 2 === 0 ? `t${i}` : i))
      await fillDown(['mix', ...cells])
      const writes = cells.flatMap((cell, i) => (/^t/.test(String(cell)) ? [write(i + 1, 0, [-i], '0.0')] : []))
      expect(await change({ seen: await seen(0), writes })).toEqual({ done: true })
      const { values: now, formulas } = await read()
      expect(now.slice(1).map(([value]) => value)).toEqual(
        cells.map((_, i) => (i === 150 ? 2 : i % 2 === 0 ? -i : i)).map((value) => value + 0),
      )
      expect(spaceless(formulas[151]![0]!)).toBe('=1+1')
      expect([await host().format('Sheet1', 'A4'), await host().format('Sheet1', 'A5')]).toEqual(['0.0', ''])
    })

    test('each column that is seen is read once, each that changes is written once', async () => {
      await fillDown(['n', ...Array.from({ length: 200 }, (_, i) => `t${i}`)])
      const request = {
        seen: await seen(0, 2),
        copies: [{ row: 1, column: 0, rows: 200, to: 2 }],
        writes: [
          write(
            1,
            0,
            Array.from({ length: 200 }, (_, i) => i),
          ),
        ],
      }
      await host().traffic()
      expect(await change(request)).toEqual({ done: true })
      const { reads, writes } = await host().traffic()
      expect([reads <= 2, writes <= 2]).toEqual([true, true])
    })

    test('of two who saw the same cells only one changes them', async () => {
      await table()
      const before = await seen(1)
      const both = ['x', 'y'].map((cell) => change({ seen: before, writes: [write(1, 1, [cell])] }))
      expect((await Promise.all(both)).filter(({ done }) => done)).toHaveLength(1)
    })

    test('a sheet that is not there is a failure in words', async () => {
      await expect(host().book.changeCells({ sheet: 'Gone', seen: [], writes: [] })).rejects.toThrow(/Gone/)
    })
  })
}

/** A formula as typed: a host may write spaces after commas. */
function spaceless(formula: string): string {
  return formula.replace(/ /g, '')
}
