import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { look, type Sidebar } from './signalsSteps.ts'

/** A spreadsheet with a sheet Export that holds `exported` from A1 on, and the hands of a person in it. */
export interface Spreadsheet {
  side: Sidebar
  /** What a cell of Export holds: its value, with a formula as it is typed. */
  content(cell: string): Promise<unknown>
  put(cell: string, typed: string): Promise<void>
  select(address: string): Promise<void>
  errors(): string[]
  close(): Promise<void>
}

/** What a shop and its survey may export. Text that would be read as something else begins with an apostrophe. */
export const exported: readonly (readonly (string | number)[])[] = [
  ['email', 'order date', 'amount', 'note'],
  ['Ann@x.com', "'01/02/2024", "'R$ 10,00", 'fine'],
  ['ann@x.com', "'03/02/2024", "'R$ 1.200,50", 'two  spaces'],
  ['ben@x.com', "'05/06/2024", "'R$ 7,25", 'zero\u200bwidth'],
  ['cat@x.com', "'9999-12-31", '=1+1', "'=1+1 "],
  ["'N/A", "'02/03/2024", "'R$ 4,00", 'good'],
  ['Total', '', 1223.75, ''],
]

/** What stands in the way of an export is found, and mended in one click that can be taken back. */
export function dataStory(name: string, open: () => Promise<Spreadsheet>): void {
  describe(`an export in ${name}`, () => {
    let host: Spreadsheet
    let side: Sidebar
    const button = (text: string | RegExp) => side.frame.getByRole('button', { name: text })
    const said = (text: string | RegExp) => side.frame.getByRole('status').filter({ hasText: text }).waitFor()
    const column = async (letter: string) => {
      const cells = []
      for (let row = 1; row <= exported.length; row++) cells.push(await host.content(`${letter}${row}`))
      return cells
    }
    const checkAll = async () => {
      await host.select('B2')
      await button('Check the selected table').click()
      await side.frame.locator('.checked').waitFor()
    }
    const amounts = ['amount', 'R$ 10,00', 'R$ 1.200,50', 'R$ 7,25', '=1+1', 'R$ 4,00', 1223.75]

    beforeAll(async () => {
      host = await open()
      side = host.side
      await side.frame.getByRole('tab', { name: 'Data' }).click()
    })
    afterAll(async () => host?.close())

    test('what stands in the way is told for each column, with its rows', async () => {
      await look(side, '31-data')
      await checkAll()
      await look(side, '32-findings')
      const told = await side.frame.locator('.findings li').allInnerTexts()
      for (const text of [
        '1 cell with a placeholder such as N/A or - row 6',
        '1 cell with an id that is written in another way elsewhere row 2',
        '5 cells with a date stored as text rows 2, 3, 4, 5, 6',
        '1 cell with a date that stands for none, such as 9999-12-31 row 5',
        '4 cells with a number stored as text rows 2, 3, 4, 6',
        '2 cells with spaces too many rows 3, 5',
        '1 cell with marks that nobody sees row 4',
        '1 row that adds up the others row 7',
      ]) {
        expect(
          told.filter((one) => one.startsWith(text)),
          text,
        ).toHaveLength(1)
      }
    })

    test('whether day or month comes first is asked, with what a date would be, and a column stands beside', async () => {
      await button('Turn into dates: order date').focus()
      await side.page.keyboard.press('Enter')
      await side.frame.getByRole('heading', { name: 'order date' }).waitFor()
      await look(side, '33-dates')
      await button('Turn into dates').click()
      await side.frame.getByText('Choose one: the cells themselves do not tell.').waitFor()
      await look(side, '34-asked')
      await side.frame.getByLabel(/^The day/).focus()
      await side.page.keyboard.press('Space')
      await look(side, '35-examples')
      await side.page.keyboard.press('Enter')
      await said('4 cells of “order date” are turned into dates in the new column “order date (date)”.')
      await look(side, '36-done')
      expect(await column('C')).toEqual(['order date (date)', 45323, 45325, 45448, '9999-12-31', 45353, ''])
      expect(await column('D')).toEqual(amounts)
    })

    test('one click takes the new column away', async () => {
      await button('Take the new column away').click()
      await said('The column “order date (date)” is gone.')
      expect(await column('C')).toEqual(amounts)
    })

    test('amounts become numbers in place, a formula stays, and the original is kept and put back', async () => {
      await button('Turn into numbers: amount').click()
      await side.frame.getByLabel(/^In place/).check()
      await look(side, '37-numbers')
      await button('Turn into numbers: 4 cells').click()
      await said('4 cells of “amount” are turned into numbers.')
      await look(side, '38-kept')
      expect(await column('C')).toEqual(['amount', 10, 1200.5, 7.25, '=1+1', 4, 1223.75])
      expect(await column('E')).toEqual(['amount (original)', 'R$ 10,00', 'R$ 1.200,50', 'R$ 7,25', '', 'R$ 4,00', ''])
      await button('Put the original back').click()
      await said('The original of “amount” is back.')
      expect(await column('C')).toEqual(amounts)
      expect(await column('E')).toEqual(['', '', '', '', '', '', ''])
    })

    test('ids are written alike, placeholders made blank, and marks that nobody sees taken away', async () => {
      for (const [name, submit] of [
        ['Write alike: email', 'Write alike: 1 cell'],
        ['Make blank: email', 'Make blank: 1 cell'],
      ] as const) {
        await button(name).click()
        await side.frame.getByLabel(/^In place/).check()
        await button(submit).click()
        await said(/of “email” is/)
      }
      expect(await column('A')).toEqual(['email', 'ann@x.com', 'ann@x.com', 'ben@x.com', 'cat@x.com', '', 'Total'])
      await button('Put the original back').click()
      await said('The original of “email” is back.')
      expect((await column('A')).slice(1, 6)).toEqual(['Ann@x.com', 'ann@x.com', 'ben@x.com', 'cat@x.com', 'N/A'])
      await button('Take away spaces and marks: note').first().click()
      await side.frame.getByLabel(/^In place/).check()
      await button('Take away spaces and marks: 2 cells').click()
      await said('2 cells of “note” are trimmed.')
      expect(await column('D')).toEqual(['note', 'fine', 'two spaces', 'zero\u200bwidth', '=1+1', 'good', ''])
      await button('Keep it no longer').click()
      await said(/is not kept any more/)
      expect(await host.content('E3')).toBe('')
    })

    test('a total row is moved aside, and back', async () => {
      await button('Leave the total row out').click()
      await said('The row 7 was moved aside, behind the table.')
      expect([await host.content('A7'), await host.content('C7')]).toEqual(['', ''])
      expect([await host.content('F7'), await host.content('G7'), await host.content('I7')]).toEqual([
        'Left out of row 7:',
        'Total',
        1223.75,
      ])
      await button('Put the row back').click()
      await said('The original is back.')
      expect([await host.content('A7'), await host.content('C7'), await host.content('F7')]).toEqual([
        'Total',
        1223.75,
        '',
      ])
    })

    test('cells that were changed meanwhile are not overwritten, and that is said', async () => {
      await button('Turn into numbers: amount').click()
      await side.frame.getByLabel(/^In place/).check()
      await host.put('C3', 'theirs')
      await button('Turn into numbers: 4 cells').click()
      await said(/changed meanwhile, so nothing was written/)
      await look(side, '39-changed')
      expect((await column('C')).slice(1, 4)).toEqual(['R$ 10,00', 'theirs', 'R$ 7,25'])
    })

    test('Escape leads back to the finding, which has the focus', async () => {
      await button('Make blank: email').click()
      await side.frame.getByRole('heading', { name: 'email' }).waitFor()
      await side.page.keyboard.press('Escape')
      await button('Make blank: email').waitFor()
      expect(await button('Make blank: email').evaluate((one) => one === document.activeElement)).toBe(true)
    })

    test('where nothing is wrong it says so, and where nothing stands as well', async () => {
      await host.select('A1:A5')
      await host.put('A2', 'dan@x.com')
      await button('Check the selected table').click()
      await said('Nothing stands in the way')
      await look(side, '40-clean')
      await host.select('J20:K22')
      await button('Check the selected table').click()
      await said('are blank. Select a cell in a table.')
    })

    test('nothing failed in the page itself', () => {
      expect(host.errors()).toEqual([])
    })
  })
}
