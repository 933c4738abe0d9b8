import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Book } from '../../core/book.ts'

/** A host's book on an empty workbook, and the hands of a person working in it. The first sheet is Sheet1. */
export interface BookUnderTest {
  book: Book
  /** Types into a cell: text that begins with = is a formula. */
  put(sheet: string, cell: string, content: string | number): Promise<void>
  /** The formula of a cell, else its value as text, "" when it is empty. */
  content(sheet: string, cell: string): Promise<string>
  select(sheet: string, address: string): Promise<void>
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
  })
}

/** Hosts may set blanks between the arguments of a formula as they like. */
function spaceless(formula: string): string {
  return formula.replace(/\s/g, '')
}
