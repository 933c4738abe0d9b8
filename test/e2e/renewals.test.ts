import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { keyboardOf } from './keyboard.ts'
import { look, type Sidebar } from './signalsSteps.ts'
import { askedDuring, goToSheet, openWorkbench } from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

const TODAY = serialOf(2026, 6, 2)
/** A log that was typed into the first sheet, contracts at the left and what customers said at the right. */
const LOG = [
  ['customer', 'end date', 'value'],
  ['Ann', TODAY + 10, 1200],
  ['Ben', TODAY + 40, 300],
  ['Cleo', TODAY + 90, 900],
]

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  side = { page, frame, host: 'workbench' }
  await page.clock.install({ time: new Date(2026, 5, 2, 10) })
  page.on('dialog', (dialog) => dialog.accept())
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await put(LOG)
})
afterAll(() => close())

const { press, tabTo, createPlan } = keyboardOf(() => side)
const button = (name: string | RegExp) => side.frame.getByRole('button', { name }).filter({ visible: true })
const message = (text: string | RegExp) => side.frame.getByText(text).filter({ visible: true }).first().waitFor()
const field = (name: string) => side.frame.getByLabel(name, { exact: true }).filter({ visible: true })

/** Types into the first sheet. */
async function put(rows: readonly (readonly (string | number)[])[]) {
  await page.evaluate((rows) => {
    const { model } = window.cuesheet
    const sheetId = model.getters.getSheetIds()[0]!
    rows.forEach((line, row) =>
      line.forEach((cell, col) => model.dispatch('UPDATE_CELL', { sheetId, col, row, content: String(cell) })),
    )
  }, rows)
}

/** What rows of a plan say in some columns. */
const inSheet = (sheet: string, ...titles: string[]) =>
  page.evaluate(
    async ([sheet, titles]) => {
      const [first, ...rows] = (await window.cuesheet.book.readSheet(sheet))!.values
      return rows.map((row) => titles.map((title) => row[first!.indexOf(title)] ?? null))
    },
    [sheet, titles] as const,
  )

describe('renewals', () => {
  test('begin with a page that asks for a log, by keyboard', async () => {
    await createPlan('Renewals', 'Refresh from a log')
    await look(side, '80-refresh')
    await tabTo('Look who comes and goes')
    await press('Enter')
    await message('Name the cells of contracts or of orders first')
  })

  test('find the columns of the selected sheet, and show who comes before anything is written', async () => {
    await goToSheet(page, 'Sheet1')
    await button('Find contracts in the selected sheet').click()
    await expect.poll(() => field('Contract ends').inputValue()).toBe('Sheet1!B:B')
    await field('Contract values').fill('Sheet1!C:C')
    const asked = await askedDuring(page, async () => {
      await button('Look who comes and goes').click()
      await message('2 new, 0 gone, 0 stay.')
    })
    expect(asked).toEqual(['readRanges'])
    await look(side, '81-preview')
    expect(await field('Contract ends').count()).toBe(0)
    await button('The cells that it is read from').click()
    expect(await field('Contract ends').inputValue()).toBe('Sheet1!B:B')
    expect(await inSheet('Renewals', 'Customer')).toEqual([])
  })

  test('are written with one write, and the list says what is to be done', async () => {
    const asked = await askedDuring(page, async () => {
      await button('Refresh Renewals').click()
      await side.frame.locator('.entry', { hasText: 'Ann' }).waitFor()
    })
    expect(asked.filter((one) => one !== 'readSheets')).toEqual(['changeRows'])
    expect(await inSheet('Renewals', 'Customer', 'Days', 'Value')).toEqual([
      ['Ann', 10, 1200],
      ['Ben', 40, 300],
    ])
    await message('Its contract ends in 10 days, and there is no next step.')
    await look(side, '82-renewals')
  })

  test('keep what a person notes, and are refreshed by one click from the same cells', async () => {
    await side.frame.locator('.entry', { hasText: 'Ann' }).click()
    await field('Note').fill('Likes tea')
    await button(/^Save$/).click()
    await message('Saved.')
    await put([LOG[0]!, ['Ann', TODAY + 300, 1200], ['Ben', TODAY + 300, 300], ['Cleo', TODAY + 30, 900]])
    await button('Refresh from a log').click()
    await message('1 new, 1 gone, 1 stays.')
    await message('Refreshed last on 2026-06-02.')
    await message('One that stays is no longer due or at risk: something is noted about it.')
    await look(side, '83-again')
    await button('Refresh Renewals').click()
    await side.frame.locator('.entry', { hasText: 'Cleo' }).waitFor()
    expect(await inSheet('Renewals', 'Customer', 'Note', 'Why here')).toEqual([
      ['Ann', 'Likes tea', 'no longer due or at risk'],
      ['Cleo', null, 'contract ends on 2026-07-02'],
    ])
  })

  test('tell a wrong day in the words of the function, and write nothing', async () => {
    await put([LOG[0]!, ['Ann', 'soon', 1200]])
    await button('Refresh from a log').click()
    await message('RENEWALS_DUE: end_dates row 2 has “soon”, use a date cell or text such as 2026-03-01.')
    expect(await button('Refresh Renewals').count()).toBe(0)
    await button('‹ Back').click()
    await button('‹ All plans').click()
  })
})

describe('feedback', () => {
  test('is filled in, and says that a theme is in no cue of Signals', async () => {
    await button(/^Signals/).click()
    await button('Create the sheet').click()
    await button('‹ Back').click()
    await button('‹ All plans').click()
    await button(/^Feedback/).click()
    await button('Create the sheet').click()
    for (const words of ['The invoice is wrong', 'I cannot read the invoice']) {
      await button(/New comment/).click()
      await field('Words').fill(words)
      await field('Heard on').fill('2026-06-01')
      await field('Type').selectOption('failure')
      await field('Theme').fill('Invoice')
      if (words.startsWith('The')) await look(side, '84-comment')
      await button(/^Add$/).click()
      await message('Added.')
    }
    await message('“Invoice” is a theme in no cue of Signals.')
    await message('It failed for them, and they got neither an answer nor a compensation.')
    await look(side, '85-feedback')
  })

  test('leads to a cue of that theme', async () => {
    await button('‹ All plans').click()
    await button(/^Signals/).click()
    await button('New cue').click()
    await field('Cue').fill('Box')
    await button(/^Add$/).click()
    await message('Added.')
    await button('What do customers say that no cue speaks of?').click()
    await button('Look at Feedback').click()
    await message('From Feedback, the most frequent first.')
    await look(side, '86-themes')
    await button(/^Invoice 2 comments/).click()
    await expect.poll(() => field('Cue').inputValue()).toBe('Invoice')
    await button('‹ Back').click()
    await button('‹ All plans').click()
  })
})

describe('a checklist', () => {
  test('is begun from a library, and its answers have a reading', async () => {
    await button(/^Checklist/).click()
    await button('Create the sheet').click()
    await button('Pick all 8').click()
    await look(side, '87-library')
    await button('Add 8 steps').click()
    await message('8 steps added.')
    await button('Change several at once').click()
    await side.frame.getByLabel('What to set').selectOption('Answer')
    await button(/^Pick all 8 in sight/).click()
    await side.frame.getByRole('combobox', { name: 'Answer' }).selectOption('customer')
    await button('Set for 8 steps').click()
    await message('Which approach suits us: 8 customer. Customer-based marketing suits you')
    await button('Done with several').click()
    await look(side, '88-checklist')
    expect(new Set((await inSheet('Checklist', 'State')).flat())).toEqual(new Set(['done']))
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})
