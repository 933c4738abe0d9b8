import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseCsat, createSheet, FIRST, link, look, openCue, pickTen, said, type Sidebar } from './signalsSteps.ts'
import { cellAt, clickCell, goToSheet, openWorkbench, type } from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  side = { page, frame, host: 'workbench' }
  await createSheet(side)
})
afterAll(() => close())

const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const goTo = (sheet: string) => goToSheet(page, sheet)
/** From the page of a cue to the form of a metric. */
async function choose(metric: string): Promise<void> {
  await button(/^(?:Link a|Change) metric/).click()
  if (await button('Another metric').isVisible()) await button('Another metric').click()
  await side.frame.getByLabel(/Find a metric/).fill(metric)
  await side.frame.getByRole('button', { name: new RegExp(`^${metric}`) }).click()
  await side.frame.getByRole('heading', { name: new RegExp(`^${metric} for`) }).waitFor()
}

describe('metrics of the matrix', () => {
  test('what was picked in another trade is added too', async () => {
    await side.frame.getByRole('checkbox').first().check()
    await pickTen(side)
    await button('Add 11 cues').click()
    await side.frame.getByText('11 cues added.').waitFor()
    expect(await side.frame.locator('.entry').count()).toBe(11)
  })

  test('one column is not offered for two arguments, and a date needs no quotes', async () => {
    await goTo('Outages')
    await openCue(side, 'Status page')
    await choose('UPTIME')
    const field = (name: string) => side.frame.locator(`#link-${name}`)
    await side.frame.getByLabel('Column for down_starts').waitFor()
    const guesses = [await field('down_starts').inputValue(), await field('down_ends').inputValue()]
    expect(guesses[0] === '' || guesses[0] !== guesses[1]).toBe(true)
    await side.frame.getByLabel('Column for down_starts').selectOption({ label: 'down_from' })
    await side.frame.getByLabel('Column for down_ends').selectOption({ label: 'down_to' })
    await field('from_time').fill('2026-02-01')
    await field('to_time').fill('2026-03-01')
    await side.frame.getByLabel(/^Target/).fill('>= 99.9%')
    await button('Link to the cue').click()
    await side.frame.getByText('UPTIME is linked.').waitFor()
    await expect.poll(() => said(side, 'Status page')).toMatch(/Status page9\d\.\d+% /)
  })

  test('another metric has its own format, and keeps nothing of the one before', async () => {
    await goTo('Survey')
    await openCue(side, FIRST)
    await chooseCsat(side, 'satisfaction')
    await link(side)
    await openCue(side, FIRST)
    await choose('CES')
    await side.frame.getByLabel('Column for scores').selectOption({ label: 'effort' })
    await button('Link to the cue').click()
    await side.frame.getByText('CES is linked.').waitFor()
    await goTo('Signals')
    await expect.poll(async () => (await cellAt(page, 'L2')).shown).toMatch(/^2\.\d\d$/)
  })

  test('a target that a formula gives stays live when the metric is linked again', async () => {
    await goTo('Signals')
    await clickCell(page, 'M2')
    await type(page, '="<= "&1+1.5')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(side, FIRST)).toMatch(/green/)
    await goTo('Survey')
    await openCue(side, FIRST)
    await button('Change metric').click()
    await expect.poll(() => side.frame.getByLabel(/^Target/).inputValue()).toBe('<= 2.5')
    await button('Link to the cue').click()
    await side.frame.getByText('CES is linked.').waitFor()
    await goTo('Signals')
    expect(await cellAt(page, 'M2')).toMatchObject({ isFormula: true, shown: '<= 2.5' })
  })

  test('a calculated argument hides neither the value of a cell nor what it is, and a status is explained too', async () => {
    await goTo('Signals')
    await clickCell(page, 'R2')
    await type(page, '=LTV(50*2,80%,4%)')
    await page.keyboard.press('Enter')
    await clickCell(page, 'R2')
    await side.frame.getByRole('tab', { name: 'Explain' }).click()
    const panel = side.frame.getByRole('tabpanel', { name: 'Explain' })
    await panel.getByText('An argument is a calculation of its own').waitFor()
    expect(await panel.innerText()).toContain('2000')
    // What is told follows the selection when the tab comes back into sight.
    await clickCell(page, 'N2')
    await side.frame.getByRole('tab', { name: 'Functions' }).click()
    await side.frame.getByRole('tab', { name: 'Explain' }).click()
    await panel.getByText('=KPI_STATUS(').waitFor()
    await side.frame.getByRole('tab', { name: 'Plans' }).click()
  })

  test('a target that would mislead is refused in words', async () => {
    await goTo('Survey')
    await openCue(side, 'Templates')
    await choose('CSAT')
    await side.frame.getByLabel('Column for ratings').selectOption({ label: 'satisfaction' })
    await side.frame.getByLabel(/^Target/).fill('85')
    await button('Link to the cue').click()
    await side.frame.getByText('CSAT is a share: write the target in per cent, such as 85%.').waitFor()
    await button('‹ Back').click()
    await button('‹ Back').click()
  })

  test('a typed range is one of the sheet in sight, and a formula of one’s own is not replaced unasked', async () => {
    await goTo('Signals')
    const titles = await page.evaluate(async () => (await window.cuesheet.book.readSheet('Signals'))!.values)
    const row = titles.findIndex(([cue]) => cue === 'Speed of every page') + 1
    await clickCell(page, `L${row}`)
    await type(page, '=40+2')
    await page.keyboard.press('Enter')
    await goTo('Survey')
    await openCue(side, 'Speed of every page')
    await choose('CSAT')
    const ratings = side.frame.locator('#link-ratings')
    await side.frame.getByLabel('Column for ratings').waitFor()
    await side.frame.getByLabel(/^Target/).fill('80%')
    await ratings.fill('F')
    await button('Link to the cue').click()
    await side.frame.getByText('ratings: “F” cannot be read. Write a range such as Survey!E:E.').waitFor()
    await ratings.fill('F2:F500')
    await button('Link to the cue').click()
    await side.frame.getByText('The value of this cue already holds =40+2. Replace it?').waitFor()
    await look(side, '32-own-value')
    await button('Keep it').click()
    await button('Link to the cue').click()
    await button('Replace').click()
    await side.frame.getByText('CSAT is linked.').waitFor()
    const formulas = await page.evaluate(async () => (await window.cuesheet.book.readSheet('Signals'))!.formulas)
    expect(formulas[row - 1]![11]).toBe('=CSAT(Survey!$F$2:$F$500)')
    await openCue(side, 'Speed of every page')
    await button('Unlink the metric').click()
    await side.frame.getByText('The metric is unlinked.').waitFor()
    expect(await side.frame.evaluate(() => document.activeElement?.textContent)).toBe('Link a metric')
    await button('‹ Back').click()
  })

  test('a copied row is settled before it can be opened', async () => {
    await page.evaluate(async () => {
      const { book, model } = window.cuesheet
      const { values } = (await book.readSheet('Signals'))!
      const sheetId = model.getters.getSheetIdByName('Signals')!
      const copy = values[1]!.map((value) => String(value ?? ''))
      copy[0] = 'Gift wrapping'
      copy[11] = copy[13] = ''
      copy.forEach((content, col) => model.dispatch('UPDATE_CELL', { sheetId, col, row: values.length, content }))
    })
    await side.frame.getByText('was copied from another row.').waitFor()
    const copied = side.frame.locator('.entry').filter({ hasText: 'Gift wrapping' })
    expect(await copied.isDisabled()).toBe(true)
    await copied.getByText('A copy: choose above whether it stays.').waitFor()
    await look(side, '33-copy')
    await button('Keep as cues of their own').click()
    await openCue(side, 'Gift wrapping')
    await side.frame.getByRole('heading', { name: 'Gift wrapping' }).waitFor()
    await button('Remove this cue').click()
    await page.keyboard.press('Escape')
    expect(await button('Remove this cue').isVisible()).toBe(true)
    await button('Remove this cue').click()
    await side.frame.getByRole('button', { name: 'Remove', exact: true }).click()
    await side.frame.getByText('was removed.').waitFor()
  })

  test('nothing found is said', async () => {
    await openCue(side, 'Templates')
    await button('Link a metric').click()
    await side.frame.getByLabel(/Find a metric/).fill('zzzzqq')
    await side.frame.getByText(/No metric answers to these words/).waitFor()
    await button('‹ Back').click()
    await button('‹ Back').click()
  })

  test('a value typed over a formula is told, and unlinking takes all of the metric away', async () => {
    await goTo('Signals')
    await clickCell(page, 'L2')
    await type(page, '99')
    await page.keyboard.press('Enter')
    await expect.poll(() => said(side, FIRST)).toContain('no live metric')
    await openCue(side, FIRST)
    await side.frame.getByText('Its value was typed by hand and is not live.').waitFor()
    await look(side, '31-typed-over')
    await button('Unlink the metric').click()
    await side.frame.getByText('The metric is unlinked.').waitFor()
    await button('‹ Back').click()
    const cells = await Promise.all(['K2', 'L2', 'M2', 'N2'].map(async (cell) => (await cellAt(page, cell)).value))
    expect(cells).toEqual([null, null, null, null])
  })

  test('of a row that someone else changed, what they left alone can be written by itself', async () => {
    await openCue(side, 'Uptime guarantee')
    await side.frame.getByLabel('Owner').fill('Jon')
    await side.frame.getByLabel('Backed by').fill('SLA')
    const row = await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      const row = Array.from({ length: 20 }, (_, row) => row).find(
        (row) => model.getters.getEvaluatedCell({ sheetId, col: 0, row }).value === 'Uptime guarantee',
      )!
      model.dispatch('UPDATE_CELL', { sheetId, col: 9, row, content: 'Ada' })
      model.dispatch('UPDATE_CELL', { sheetId, col: 4, row, content: 'renewal' })
      return row + 1
    })
    await button(/^Save$/).click()
    const stage = side.frame.getByRole('alert').getByRole('row', { name: /^Stage/ })
    expect(await stage.innerText()).toMatch(/renewal\s+not changed/)
    await button('Write only Backed by').click()
    await side.frame.getByText('Written.').waitFor()
    const cells = await Promise.all(
      ['E', 'I', 'J'].map(async (column) => (await cellAt(page, `${column}${row}`)).value),
    )
    expect(cells).toEqual(['renewal', 'SLA', 'Ada'])
  })

  test('months at the left of a history say when, not how much', async () => {
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = 'history'
      model.dispatch('CREATE_SHEET', { sheetId, name: 'History', position: 1 })
      const rows = [
        ['month', 'growth', 'box', 'reply'],
        ['2026-01-01', '1', '2', '9'],
        ['2026-02-01', '2', '3', '3'],
        ['2026-03-01', '4', '6', '7'],
        ['2026-04-01', '5', '6', '2'],
        ['2026-05-01', '7', '9', '6'],
        ['2026-06-01', '8', '9', '5'],
      ]
      rows.forEach((cells, row) =>
        cells.forEach((content, col) => model.dispatch('UPDATE_CELL', { sheetId, col, row, content })),
      )
    })
    await goTo('History')
    await clickCell(page, 'A1')
    await page.keyboard.down('Shift')
    await clickCell(page, 'D7')
    await page.keyboard.up('Shift')
    await button('Which cues move with growth?').click()
    await button('Look at the selected columns').click()
    await side.frame.getByText('With “growth”, from History!A1:D7, the strongest first.').waitFor()
    const drivers = await side.frame.locator('.drivers li').allInnerTexts()
    expect(drivers.map((line) => line.split(/\s/)[0])).toEqual(['box', 'reply'])
    await side.frame.getByText('All 6 rows count.').waitFor()
    const type = (col: number, row: number, content: string) =>
      page.evaluate(
        ([col, row, content]) => {
          const { model } = window.cuesheet
          model.dispatch('UPDATE_CELL', { sheetId: 'history', col, row, content })
        },
        [col, row, content] as const,
      )
    const told = async (text: string) => {
      await button('Look at the selected columns').click()
      await side.frame.getByText(text).waitFor()
    }
    await type(3, 4, 'n/a')
    await told('5 of 6 rows count: the others lack a number.')
    await type(3, 4, '=1/0')
    await told('“reply” is #DIV/0! in row 5 of the selection. Mend or clear it.')
    for (const row of [2, 3, 4]) await type(3, row, '')
    await told('For 2 cues it takes 4 rows with a number in every column, and there are 3.')
    for (const row of [1, 5, 6]) await type(3, row, 'yes')
    await told('“reply” has no numbers. Write yes and no as 1 and 0.')
  })

  test('among many cues one is found by its name, owner or outcome', async () => {
    await button('‹ Back').click()
    await page.evaluate(async () => {
      const { book } = window.cuesheet
      const changes = Array.from({ length: 12 }, (_, i) => ({
        id: `many${i}`,
        seen: null,
        cells: { Cue: `Leaflet ${i}`, Owner: i === 7 ? 'Wilhelmina' : 'Bo', Outcome: 'Knows what to do' },
      }))
      await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
    })
    const find = side.frame.getByLabel('Find a cue')
    await side.frame.getByRole('tab', { name: 'Explain' }).click()
    await side.frame.getByRole('tab', { name: 'Plans' }).click()
    await find.fill('wilhel leaflet')
    await expect.poll(() => side.frame.locator('.entry').count()).toBe(1)
    await look(side, '34-find')
    await openCue(side, 'Leaflet 7')
    await button('‹ Back').click()
    expect(await find.inputValue()).toBe('wilhel leaflet')
    await find.fill('zzzz')
    await side.frame.getByText('No cue fits.').waitFor()
    await find.fill('')
    await page.evaluate(async () => {
      const { book } = window.cuesheet
      const { values } = (await book.readSheet('Signals'))!
      const changes = values.flatMap((row, at) =>
        String(row[0]).startsWith('Leaflet')
          ? [{ id: String(row.at(-1)), row: at, seen: { Cue: String(row[0]) }, cells: null }]
          : [],
      )
      await book.changeRows({ sheet: 'Signals', idTitle: 'Id', changes })
    })
    await button('Which cues move with growth?').click()
  })

  test('a cue that two trades have leads to the outcome of the trade in which it is picked', async () => {
    await button('‹ Back').click()
    for (const [trade, outcome] of [
      ['Clothing', 'Arrives as expected'],
      ['Goods', 'Gets it when needed'],
    ] as const) {
      await button('From a library').click()
      await side.frame.getByLabel('Trade').selectOption(trade)
      await side.frame.getByRole('checkbox', { name: 'Delivery on the promised day' }).check()
      await button('Add 1 cue').click()
      await side.frame.getByText('1 cue added.').waitFor()
      await goTo('Signals')
      expect([(await cellAt(page, 'A13')).value, (await cellAt(page, 'F13')).value]).toEqual([
        'Delivery on the promised day',
        outcome,
      ])
      await openCue(side, 'Delivery on the promised day')
      await button('Remove this cue').click()
      await side.frame.getByRole('button', { name: 'Remove', exact: true }).click()
      await side.frame.getByText('was removed.').waitFor()
    }
  })

  test('what a matrix held is offered when its sheet is deleted, and not to another workbook', async () => {
    await goTo('Signals')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('DELETE_SHEET', { sheetId, sheetName: 'Signals' })
    })
    await button(/^Put/).waitFor()
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'New', exact: true }).click()
    await button('Create the sheet').waitFor()
    expect(await button(/^Put/).count()).toBe(0)
    await page.getByRole('button', { name: 'Bring back sample' }).click()
    await button('Create the sheet').waitFor()
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})
