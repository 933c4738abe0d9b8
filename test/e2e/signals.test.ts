import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addTen,
  chooseCsat,
  explainsCsat,
  fillIn,
  FIRST,
  link,
  look,
  openCue,
  openPlan,
  openSignals,
  pickTen,
  said,
  save,
  type Sidebar,
} from './signalsSteps.ts'
import {
  askedDuring,
  cellAt,
  clickCell,
  goToSheet,
  openWorkbench,
  sheetNames,
  sideFrame,
  type,
} from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  side = { page, frame, host: 'workbench' }
})
afterAll(() => close())

const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const inSheet = async (cell: string) => (await cellAt(page, cell)).value

const goTo = (sheet: string) => goToSheet(page, sheet)

async function typeInto(cell: string, text: string): Promise<void> {
  await clickCell(page, cell)
  await type(page, text)
  await page.keyboard.press('Enter')
}

/** The number of the row that holds this in a column of the sheet in front. */
async function rowOf(content: string, column: string): Promise<number> {
  for (let row = 1; row < 40; row++) if ((await inSheet(`${column}${row}`)) === content) return row
  throw new Error(`no row has ${content} in column ${column}`)
}

describe('a manager fills in a signal matrix', () => {
  test('the plan says what it is for, and creates the sheet', async () => {
    await openPlan(side)
    await button('Create the sheet').waitFor()
    await look(side, '01-start')
    await button('Create the sheet').click()
    await side.frame.getByRole('heading', { name: 'Cues to start from' }).waitFor()
    expect(await sheetNames(page)).toContain('Signals')
  })

  test('ten cues of a library are added at once', async () => {
    await pickTen(side)
    await look(side, '02-library')
    await addTen(side)
    await look(side, '03-list')
    expect(await inSheet('A1')).toBe('Cue')
    expect(await inSheet('A11')).toBe('Clear price without hidden steps')
    expect(await inSheet('A12')).toBeNull()
  })

  test('an outcome that rests on one cue or one kind is told', async () => {
    await side.frame.getByText('Rests on a single cue. Add another, best of the other kind.').first().waitFor()
    const outcome = side.frame.getByRole('region', { name: 'Reaches a first result quickly' })
    expect(await outcome.innerText()).toContain('Rests on tangible cues only. Add an intangible one.')
  })

  test('what is promised more than delivered is told in red', async () => {
    await openCue(side, FIRST)
    await fillIn(side, 'Maria', 5, 3)
    await look(side, '04-cue')
    expect(await askedDuring(page, () => save(side))).toEqual(['changeRows'])
    await look(side, '05-over-promised')
    expect(await said(side, FIRST)).toContain('Over-promised: 5 promised, 3 delivered.')
    expect([await inSheet('J2'), await inSheet('G2'), await inSheet('H2')]).toEqual(['Maria', 5, 3])
  })

  test('what was filled in and not saved is still there after Back, and the list says so', async () => {
    await openCue(side, 'Status page')
    await side.frame.getByLabel('Owner').fill('Ada')
    await button('‹ Back').click()
    expect(await said(side, 'Status page')).toContain('What you changed is not saved yet.')
    await openCue(side, 'Status page')
    expect(await side.frame.getByLabel('Owner').inputValue()).toBe('Ada')
    await save(side)
    expect(await said(side, 'Status page')).toContain('Ada')
  })

  test('CSAT over a column of the survey gives a live value and a status', async () => {
    await goTo('Survey')
    await openCue(side, FIRST)
    await button('Link a metric').click()
    await side.frame.getByLabel(/Find a metric/).waitFor()
    await look(side, '06-metrics')
    await button('‹ Back').click()
    await chooseCsat(side, 'satisfaction')
    await look(side, '07-link')
    // The value is read once the engine has calculated it.
    const asked = await askedDuring(page, async () => {
      await link(side)
      await expect.poll(() => said(side, FIRST)).toMatch(/79\.2% amber/)
    })
    expect(asked).toEqual(['changeRows', 'readSheets'])
    await goTo('Signals')
    await look(side, '08-linked')
    expect([await inSheet('K2'), await inSheet('M2'), await inSheet('N2')]).toEqual(['CSAT', '>= 80%', 'amber'])
    expect(await cellAt(page, 'L2')).toMatchObject({ isFormula: true, shown: '79.2%' })
  })

  test('value and status follow the data, in the sheet and in the list', async () => {
    await goTo('Survey')
    let better = 0
    for (let row = 2; better < 6; row++) {
      const rating = await inSheet(`F${row}`)
      if (typeof rating !== 'number' || rating >= 4) continue
      await typeInto(`F${row}`, '5')
      better++
    }
    await expect.poll(() => said(side, FIRST)).toMatch(/80\.\d+% green/)
    await goTo('Signals')
    expect(await inSheet('N2')).toBe('green')
  })

  test('a sheet sorted by hand keeps every cue, and the sidebar still finds each row', async () => {
    await sortRowsByCue()
    const row = await rowOf(FIRST, 'A')
    expect(row).not.toBe(2)
    await openCue(side, FIRST)
    await side.frame.getByLabel('Backed by').fill('Onboarding policy')
    await save(side)
    expect(await inSheet(`I${row}`)).toBe('Onboarding policy')
    expect(await inSheet(`L${row}`)).toBeCloseTo(0.8, 1)
    expect(await side.frame.locator('.entry').count()).toBe(10)
  })

  test('a cell edited by hand is in the list', async () => {
    await typeInto(`J${await rowOf('Uptime guarantee', 'A')}`, 'Jon')
    await expect.poll(() => said(side, 'Uptime guarantee')).toContain('Jon')
  })

  test('a row typed by hand is taken in when asked, and gets an id', async () => {
    await typeInto('A12', 'Typed by hand')
    await button('Take them in').waitFor()
    await look(side, '09-repair')
    await button('Take them in').click()
    await side.frame.getByText('Mended.').waitFor()
    expect(String(await inSheet('P12'))).toMatch(/^[0-9a-v]{8}$/)
    await side.frame.locator('.entry:enabled', { hasText: 'Typed by hand' }).waitFor()
  })

  test('a review is dated today', async () => {
    await openCue(side, 'Typed by hand')
    await button('Reviewed today').click()
    await side.frame.getByText('Marked as reviewed today.').waitFor()
    await look(side, '10-reviewed')
    expect((await cellAt(page, 'O12')).shown).toBe(await page.evaluate(() => new Date().toLocaleDateString('sv')))
    await button('‹ Back').click()
    expect(await said(side, 'Typed by hand')).not.toContain('reviewed')
  })

  test('a row that someone else changes meanwhile is shown side by side, however long ago it was', async () => {
    await openCue(side, 'Typed by hand')
    await side.frame.getByLabel('Owner').fill('Jon')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getActiveSheetId()
      model.dispatch('UPDATE_CELL', { sheetId, col: 9, row: 11, content: 'Ada' })
      model.dispatch('UPDATE_CELL', { sheetId, col: 0, row: 11, content: 'Written by hand' })
    })
    // The sidebar has heard of it, and the person goes on with what was filled in before.
    await side.frame.getByRole('heading', { name: 'Written by hand' }).waitFor()
    await button(/^Save$/).click()
    await side.frame.getByText(/was changed by someone else/).waitFor()
    await look(side, '11-conflict')
    expect(await inSheet('J12')).toBe('Ada')
    await button('Write mine').click()
    await side.frame.getByText('Written.').waitFor()
    expect([await inSheet('A12'), await inSheet('J12')]).toEqual(['Written by hand', 'Jon'])
  })

  test('what was filled in for a cue that someone removes can be added again', async () => {
    await openCue(side, 'Written by hand')
    await side.frame.getByLabel('Owner').fill('Kim')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getActiveSheetId()
      model.dispatch('REMOVE_COLUMNS_ROWS', { sheetId, sheetName: 'Signals', dimension: 'ROW', elements: [11] })
    })
    await side.frame.getByText('It is not in the sheet any more.').waitFor()
    await button(/^Save$/).click()
    await side.frame.getByText(/was removed by someone else/).waitFor()
    await button('Add it again').click()
    await side.frame.getByText('Written.').waitFor()
    expect([await inSheet('A12'), await inSheet('J12')]).toEqual(['Written by hand', 'Kim'])
  })

  test('a cue is removed only after a question', async () => {
    await openCue(side, 'Written by hand')
    await button('Remove this cue').click()
    await look(side, '12-remove')
    await side.frame.getByRole('button', { name: 'Remove', exact: true }).click()
    await side.frame.getByText('“Written by hand” was removed.').waitFor()
    expect(await inSheet('A12')).toBeNull()
  })

  test('the number in a cell is explained with the rows it was made of', async () => {
    await clickCell(page, `L${await rowOf(FIRST, 'A')}`)
    await explainsCsat(side, /601 rows read, \d+ used/)
    expect(await side.frame.getByRole('tabpanel', { name: 'Explain' }).innerText()).toMatch(/ratings Survey!F:F/)
  })

  test('which cues move with growth is told from a history, and why not where there is none', async () => {
    await side.frame.getByRole('tab', { name: 'Plans' }).click()
    await button('Which cues move with growth?').click()
    await button('Look at the selected columns').click()
    await side.frame.getByText(/is one column\. Select at least two/).waitFor()
    await goTo('Survey')
    await clickCell(page, 'E1')
    await page.keyboard.down('Shift')
    await clickCell(page, 'G31')
    await page.keyboard.up('Shift')
    await button('Look at the selected columns').click()
    await side.frame.getByText('With “recommend”, from Survey!E1:G31, the strongest first.').waitFor()
    await look(side, '14-growth')
    const drivers = await side.frame.locator('.drivers li').allInnerTexts()
    expect(drivers.map((line) => line.split(/\s*\n\s*/))).toEqual([
      ['effort', '99.7%', 'Falls when it rises: correlation -0.81'],
      ['satisfaction', '0.32%', 'Hardly moves with it: correlation -0.05'],
    ])
    await button('‹ Back').click()
    await goTo('Signals')
  })

  test('a sidebar that is opened again reads the sheet once and shows all that was there', async () => {
    const before = await side.frame.locator('.entry').allTextContents()
    await page.evaluate(() => document.querySelector<HTMLIFrameElement>('#side')!.contentWindow!.location.reload())
    side = { ...side, frame: await sideFrame(page) }
    const asked = await askedDuring(page, () => openSignals(side))
    expect(asked).toEqual(['readSheets'])
    expect(await side.frame.locator('.entry').allTextContents()).toEqual(before)
    expect(before).toHaveLength(10)
    await look(side, '15-again')
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})

/** As the menu of the engine does with the selected rows. */
async function sortRowsByCue(): Promise<void> {
  await page.evaluate(() => {
    const { model } = window.cuesheet
    const sheetId = model.getters.getActiveSheetId()
    const zone = { left: 0, top: 1, right: 15, bottom: 10 }
    // The rows are all of them cues, none is a header.
    const sortOptions = { sortHeaders: true }
    model.dispatch('SORT_CELLS', { sheetId, col: 0, row: 1, zone, sortDirection: 'asc', sortOptions })
  })
}
