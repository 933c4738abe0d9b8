import { describe, expect, test } from 'vitest'
import { insertSampleSheets } from '../../core/sidebar/functions/insertSampleSheets.ts'
import type { BookUnderTest } from './book.contract.ts'

/** What somebody new meets, and somebody who reports a fault. `host` gives the book of the test that runs. */
export function firstUseContract(host: () => BookUnderTest): void {
  const formula = (sheet: string, cell: string, formula: string) =>
    host().book.insertFormula({ sheet, cell, formula, replaces: '' })

  describe('sample data', () => {
    test('two sheets come, with dates that are dates, and the cell to type into is selected', async () => {
      expect(await insertSampleSheets(host().book)).toEqual({
        text: 'Two sheets of made-up data are new. In E2 of “Sample survey”, type =NPS(C:C)',
        isProblem: false,
      })
      expect(await host().book.sheetNames()).toEqual(['Sheet1', 'Sample orders', 'Sample survey'])
      expect(await host().book.selection()).toMatchObject({ sheet: 'Sample survey', address: 'E2', content: '' })
      expect(await host().format('Sample survey', 'A2')).toBe('yyyy-mm-dd')
    })

    test('what one is told to type gives the score, blanks left out', async () => {
      await insertSampleSheets(host().book)
      await formula('Sample survey', 'E2', '=NPS(C:C)')
      // 23 promoters and 6 detractors of 37 answers.
      await expect.poll(() => host().shown('Sample survey', 'E2')).toBeCloseTo((100 * (23 - 6)) / 37, 9)
    })

    test('sheets that are there already are shown and not touched', async () => {
      const { book } = host()
      await insertSampleSheets(book)
      await host().put('Sample survey', 'C2', 0)
      await host().select('Sheet1', 'A1')
      expect(await insertSampleSheets(book)).toEqual({
        text: 'The sample sheets were here already and stay as they are. In E2 of “Sample survey”, type =NPS(C:C)',
        isProblem: false,
      })
      expect(await host().content('Sample survey', 'C2')).toBe('0')
      expect((await book.selection()).sheet).toBe('Sample survey')
    })

    test('beside one that is there already, the other one comes', async () => {
      const { book } = host()
      await book.createSheets([
        { name: 'sample survey', columns: [{ title: 'Mine', width: 80, kind: 'text' }], rows: [] },
      ])
      expect((await insertSampleSheets(book)).text).toBe(
        '“Sample orders” is new. “Sample survey” was here already and stays as it is.',
      )
      expect(await book.sheetNames()).toEqual(['Sheet1', 'sample survey', 'Sample orders'])
      expect(await host().content('sample survey', 'A1')).toBe('Mine')
    })
  })

  describe('about', () => {
    test('a host tells nothing of what is in the workbook', async () => {
      await host().put('Sheet1', 'A1', 'Ms Secret')
      const about = await host().book.about()
      expect(JSON.stringify(about)).not.toMatch(/Secret|Sheet1/)
    })
  })
}
