import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holdAnswer } from './signalsDelayed.ts'
import { addTen, createSheet, FIRST, openCue, openPlan, pickTen, type Sidebar } from './signalsSteps.ts'
import { cellAt, clickCell, goToSheet, openWorkbench } from './workbenchPage.ts'

let page: Page
let frame: Frame
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  ;({ page, frame, failures, close } = await openWorkbench())
  side = { page, frame, host: 'workbench' }
  await createSheet(side)
  await pickTen(side)
  await addTen(side)
})
afterAll(() => close())

const button = (name: string | RegExp) => frame.getByRole('button', { name })
const field = (label: string) => frame.getByLabel(label, { exact: true })
const said = (text: string) => frame.getByText(text).waitFor()
const inSheet = async (cell: string) => (await cellAt(page, cell)).value
/** The id of what has the focus in the sidebar. */
const focused = () => frame.evaluate(() => document.activeElement!.id)
const back = () => button('‹ Back').click()
/** What a cell of the matrix holds, whatever is in front. */
const inMatrix = (row: number, column: number) =>
  page.evaluate(
    async ([row, column]) => (await window.cuesheet.book.readSheet('Signals'))!.values[row!]?.[column!] ?? null,
    [row, column],
  )
const write = (cell: string, content: string) =>
  page.evaluate(
    ([cell, content]) => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      const { zone } = model.getters.getRangeFromSheetXC(sheetId, cell!)
      model.dispatch('UPDATE_CELL', { sheetId, col: zone.left, row: zone.top, content: content! })
    },
    [cell, content],
  )

/** Meanwhile the sidebar's next frame is far away, as on a machine that has much to do. */
async function drawLate(work: () => Promise<void>): Promise<void> {
  const soon = await frame.evaluateHandle(() => {
    const { requestAnimationFrame, setTimeout } = window
    const late: (() => void)[] = []
    const later = (work: (time: number) => void) => late.push(() => work(0))
    Object.assign(window, { requestAnimationFrame: later, setTimeout: later })
    return () => {
      Object.assign(window, { requestAnimationFrame, setTimeout })
      late.forEach((work) => work())
    }
  })
  await work()
  await soon.evaluate((soon) => soon())
}

describe('while a cue is being written', () => {
  test('an owner typed after “Reviewed today” stays, and is saved without a conflict', async () => {
    await openCue(side, FIRST)
    const arrive = await holdAnswer(page, 'changeRows')
    await button('Reviewed today').click()
    await field('Owner').fill('Maria')
    await arrive()
    await said('Marked as reviewed today.')
    expect([await field('Owner').inputValue(), await focused()]).toEqual(['Maria', 'signals-owner'])
    await button(/^Save$/).click()
    await said('Saved.')
    expect(await inSheet('J2')).toBe('Maria')
    await frame.getByRole('heading', { name: 'Signals' }).waitFor()
  })

  test('what is typed on in the field that is written stays, and the page with it', async () => {
    await openCue(side, FIRST)
    await field('Owner').fill('Ann')
    const arrive = await holdAnswer(page, 'changeRows')
    await field('Owner').press('Enter')
    await field('Owner').press('a')
    await arrive()
    await said('Saved.')
    expect([await field('Owner').inputValue(), await focused(), await inSheet('J2')]).toEqual([
      'Anna',
      'signals-owner',
      'Ann',
    ])
    await button(/^Save$/).click()
    await expect.poll(() => inSheet('J2')).toBe('Anna')
  })

  test('what is taken back stays taken back', async () => {
    await openCue(side, FIRST)
    await field('Backed by').fill('Policy')
    const arrive = await holdAnswer(page, 'changeRows')
    await button(/^Save$/).click()
    await field('Backed by').fill('')
    await arrive()
    await said('Saved.')
    expect([await field('Backed by').inputValue(), await inSheet('I2')]).toEqual(['', 'Policy'])
    await button(/^Save$/).click()
    await expect.poll(() => inSheet('I2')).toBeNull()
  })

  test('a cue that is opened meanwhile stays open, with what is typed into it', async () => {
    await openCue(side, FIRST)
    await field('Owner').fill('Bo')
    const arrive = await holdAnswer(page, 'changeRows')
    await button(/^Save$/).click()
    await back()
    await openCue(side, 'Status page')
    await field('Owner').fill('Cy')
    await arrive()
    await said('Saved.')
    expect([await field('Owner').inputValue(), await focused()]).toEqual(['Cy', 'signals-owner'])
    expect(await inSheet('J2')).toBe('Bo')
    await field('Owner').fill('')
    await back()
  })

  test('a person who is in another tab is left there', async () => {
    await openCue(side, FIRST)
    await field('Owner').fill('Di')
    const arrive = await holdAnswer(page, 'changeRows')
    await button(/^Save$/).click()
    await frame.getByRole('tab', { name: 'Functions' }).click()
    await frame.locator('#query').fill('coming back')
    await arrive()
    expect(await focused()).toBe('query')
    await frame.locator('#query').fill('')
    await frame.getByRole('tab', { name: 'Plans' }).click()
    await said('Saved.')
    await back()
  })

  test('a failure that comes while another tab is in sight is told when this one is back', async () => {
    await openCue(side, FIRST)
    await field('Owner').fill('Eli')
    const arrive = await holdAnswer(page, 'changeRows')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      model.dispatch('LOCK_SHEET', { sheetId: model.getters.getSheetIdByName('Signals')! })
    })
    await button(/^Save$/).click()
    await drawLate(async () => {
      await frame.getByRole('tab', { name: 'Functions' }).click()
      await arrive()
    })
    await frame.getByRole('tab', { name: 'Plans' }).click()
    await frame
      .getByRole('status')
      .filter({ hasText: /locked/ })
      .waitFor()
    expect(await field('Owner').inputValue()).toBe('Eli')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      model.dispatch('UNLOCK_SHEET', { sheetId: model.getters.getSheetIdByName('Signals')! })
    })
    await button(/^Save$/).click()
    await said('Saved.')
  })

  test('a new cue that is filled in further is one row, with what was filled in', async () => {
    await button('New cue').click()
    await field('Cue').fill('Gift wrapping')
    const arrive = await holdAnswer(page, 'changeRows')
    await button(/^Add$/).click()
    await field('Owner').fill('Flo')
    await arrive()
    await said('Added.')
    await frame.getByRole('heading', { name: 'Gift wrapping' }).waitFor()
    expect([await field('Owner').inputValue(), await focused()]).toEqual(['Flo', 'signals-owner'])
    await button(/^Save$/).click()
    await said('Saved.')
    expect([await inSheet('A12'), await inSheet('J12'), await inSheet('A13')]).toEqual(['Gift wrapping', 'Flo', null])
  })

  test('what is filled in for a cue that is being removed stays, to put it back', async () => {
    await openCue(side, 'Gift wrapping')
    const arrive = await holdAnswer(page, 'changeRows')
    await button('Remove this cue').click()
    await frame.getByRole('button', { name: 'Remove', exact: true }).click()
    await field('Owner').fill('Gus')
    await arrive()
    await said('“Gift wrapping” was removed.')
    await said('It is not in the sheet any more.')
    expect(await field('Owner').inputValue()).toBe('Gus')
    await field('Owner').fill('Flo')
    await frame.getByRole('heading', { name: 'Signals' }).waitFor()
  })

  test('a change by someone else is told without taking the focus, and what is typed meanwhile outlives it', async () => {
    await openCue(side, FIRST)
    await field('Owner').fill('Jon')
    await write('J2', 'Ada')
    const arrive = await holdAnswer(page, 'changeRows')
    await button(/^Save$/).click()
    await field('Backed by').fill('Policy')
    await arrive()
    await frame.getByText('was changed by someone else meanwhile.').waitFor()
    await said('Not written, since someone else changed the row meanwhile.')
    expect(await focused()).toBe('signals-backed-by')
    await button('Keep the sheet’s').click()
    expect([await field('Owner').inputValue(), await field('Backed by').inputValue()]).toEqual(['Ada', 'Policy'])
    await button(/^Save$/).click()
    await said('Saved.')
    expect([await inSheet('I2'), await inSheet('J2')]).toEqual(['Policy', 'Ada'])
  })

  test('a sheet that is read late leaves the focus on the cue where it was', async () => {
    await frame.locator('.entry', { hasText: 'Status page' }).focus()
    const cue = await focused()
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('ADD_COLUMNS_ROWS', {
        sheetId,
        sheetName: 'Signals',
        dimension: 'ROW',
        base: 1,
        quantity: 1,
        position: 'before',
      })
      model.dispatch('UPDATE_CELL', { sheetId, col: 0, row: 1, content: 'On top' })
    })
    await frame.getByText('typed by hand and not known').waitFor()
    expect(await focused()).toBe(cue)
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Signals')!
      model.dispatch('REMOVE_COLUMNS_ROWS', { sheetId, sheetName: 'Signals', dimension: 'ROW', elements: [1] })
    })
    await frame.getByText('typed by hand and not known').waitFor({ state: 'detached' })
  })
})

describe('while something else is on its way', () => {
  test('a cue of the library that is picked meanwhile stays picked, and is added next', async () => {
    await button('From a library').click()
    await field('Trade').selectOption('Retail')
    await frame.getByRole('checkbox', { name: 'Short waiting at the till' }).check()
    const arrive = await holdAnswer(page, 'changeRows')
    await button('Add 1 cue').click()
    await frame.getByRole('checkbox', { name: 'Clean shop, light, smell' }).check()
    await arrive()
    await said('1 cue added.')
    await button('Add 1 cue').click()
    await frame.getByRole('heading', { name: 'Signals' }).waitFor()
    expect([await inSheet('A12'), await inSheet('A13'), await inSheet('A14')]).toEqual([
      'Short waiting at the till',
      'Clean shop, light, smell',
      null,
    ])
  })

  test('a target typed while a metric is being linked stays, and is linked without a conflict', async () => {
    await goToSheet(page, 'Survey')
    await openCue(side, FIRST)
    await button('Link a metric').click()
    await button(/^CSAT/).click()
    await frame.getByLabel('Column for ratings').selectOption({ label: 'satisfaction' })
    const target = frame.getByLabel(/^Target/)
    await target.fill('>= 80%')
    const arrive = await holdAnswer(page, 'changeRows')
    await button('Link to the cue').click()
    await target.fill('>= 85%')
    await arrive()
    await said('CSAT is linked.')
    expect([await target.inputValue(), await focused()]).toEqual(['>= 85%', 'target'])
    await button('Link to the cue').click()
    await frame.getByRole('heading', { name: 'Signals' }).waitFor()
    expect(await inMatrix(1, 12)).toBe('>= 85%')
  })

  test('a form of a metric is kept while the row of its cue is cut', async () => {
    await openCue(side, FIRST)
    await button('Change metric').click()
    const target = frame.getByLabel(/^Target/)
    await target.fill('>= 90%')
    const id = String(await inMatrix(1, 15))
    await write('P2', 'cut')
    await write('A2', 'Cut')
    await expect
      .poll(() => page.evaluate(async () => (await window.cuesheet.book.readSheet('Signals'))!.values[1]![0]))
      .toBe('Cut')
    await write('P2', id)
    await write('A2', FIRST)
    expect(await target.inputValue()).toBe('>= 90%')
    await back()
    await back()
  })

  test('cells that are read late replace nothing that was typed into the argument', async () => {
    await clickCell(page, 'B2')
    for (const tab of ['Functions', 'Plans'] as const) {
      await frame.getByRole('tab', { name: tab }).click()
      if (tab === 'Functions') await frame.locator('#NPS').click()
      else {
        await openCue(side, 'Status page')
        await button('Link a metric').click()
        await button(/^NPS /).click()
        await frame.getByLabel('Column for scores').waitFor()
      }
      const panel = frame.getByRole('tabpanel', { name: tab })
      const scores = panel.locator('[id$=-scores]')
      const arrive = await holdAnswer(page, 'selection')
      await panel.getByRole('button', { name: 'Use selection for scores' }).click()
      await scores.fill('C2:C9')
      await arrive()
      expect(await scores.inputValue(), tab).toBe('C2:C9')
    }
    await back()
    await back()
  })

  test('a formula is inserted as it was when that was asked for, and a question takes no focus', async () => {
    await frame.getByRole('tab', { name: 'Functions' }).click()
    const scores = frame.locator('#arg-scores')
    await clickCell(page, 'B2')
    const arrive = await holdAnswer(page, 'selection')
    await button('Insert into the selected cell').click()
    await scores.fill('D2:D9')
    // It is still being done.
    expect(await button('Insert into the selected cell').getAttribute('aria-disabled')).toBe('true')
    await arrive()
    await frame.getByText(/^B2 already holds/).waitFor()
    expect([await scores.inputValue(), await focused()]).toEqual(['D2:D9', 'arg-scores'])
    await button('Keep it').click()
    await frame.getByRole('button', { name: '‹ All functions' }).click()
  })

  test('a finding of Data that is opened while another is mended stays open, with what is chosen in it', async () => {
    await goToSheet(page, 'Tickets')
    await clickCell(page, 'A2')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getActiveSheetId()
      for (const row of [1, 2]) model.dispatch('UPDATE_CELL', { sheetId, col: 0, row, content: 'N/A' })
      model.dispatch('UPDATE_CELL', { sheetId, col: 8, row: 1, content: 'two  spaces' })
    })
    await frame.getByRole('tab', { name: 'Data' }).click()
    await button('Check the selected table').click()
    await button('Make blank: case_id').click()
    const arrive = await holdAnswer(page, 'changeCells')
    await button('Make blank: 2 cells').click()
    await back()
    await button('Take away spaces and marks: comment').click()
    await frame.getByLabel(/^In place/).check()
    await arrive()
    await frame.getByRole('status').filter({ hasText: 'are made blank' }).waitFor()
    // The column that was put in has moved it by one.
    expect(await inSheet('B1')).toBe('case_id (no placeholders)')
    await frame.getByRole('heading', { name: 'comment' }).waitFor()
    expect(await frame.getByLabel(/^In place/).isChecked()).toBe(true)
    await button(/^Take away spaces and marks: 1 cell/).click()
    await frame.getByRole('status').filter({ hasText: '1 cell of “comment” is trimmed.' }).waitFor()
    expect(await inSheet('J2')).toBe('two spaces')
  })

  test('a tab keeps the focus when its sheet is read late', async () => {
    await page.evaluate(() => document.querySelector<HTMLIFrameElement>('#side')!.contentWindow!.location.reload())
    const again = (await (await page.waitForSelector('#side')).contentFrame())!
    await again.waitForFunction(() => document.querySelector('#tab-Plans') && !document.querySelector('.entry'))
    const arrive = await holdAnswer(page, 'readSheets')
    await openPlan({ frame: again })
    await again.getByRole('tab', { name: 'Plans' }).click()
    await arrive()
    await again.locator('.entry').first().waitFor()
    expect(await again.evaluate(() => document.activeElement!.id)).toBe('tab-Plans')
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})
