import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Locator, Page } from 'playwright-core'
import type { CellValue, DrawnSheet } from '../../core/sheet/book.ts'
import { expected, HEADINGS, ownRows, ownSheet } from './ownMatrix.ts'
import { look, openPlan, type Sidebar } from './signalsSteps.ts'
import { clickCell, goToSheet, openWorkbench, sheetNames } from './workbenchPage.ts'

let page: Page
let side: Sidebar
let failures: string[]
let close: () => Promise<void>

beforeAll(async () => {
  const { frame, ...opened } = await openWorkbench()
  ;({ page, failures, close } = opened)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.getByRole('button', { name: 'New', exact: true }).click()
  await page.locator('.o-sheet-name', { hasText: 'Sheet1' }).waitFor()
  side = { page, frame, host: 'workbench-import' }
})
afterAll(() => close())

const button = (name: string | RegExp) => side.frame.getByRole('button', { name })
const said = () => side.frame.locator('#panel-Plans > .pages:not([hidden]) > .said').innerText()

/** Someone has such a sheet. */
async function bring(plan: DrawnSheet): Promise<void> {
  await page.evaluate((plan) => window.cuesheet.book.drawSheet(plan), plan)
  await goToSheet(page, plan.name)
  await clickCell(page, 'B5')
}

function valuesOf(sheet: string): Promise<CellValue[][]> {
  return page.evaluate(async (sheet) => (await window.cuesheet.book.readSheet(sheet))!.values, sheet)
}

/** The rows of Signals from one on, each with its cells by title. */
async function cuesFrom(row: number): Promise<Record<string, CellValue>[]> {
  const [titles, ...rows] = await valuesOf('Signals')
  return rows.slice(row).map((cells) => Object.fromEntries(titles!.map((title, i) => [title, cells[i] ?? null])))
}

let steps = 0
/** Counted, since that is what an import costs a person. */
async function click(target: Locator): Promise<void> {
  steps++
  await target.click()
}

describe('a matrix of one’s own with forty rows', () => {
  const rows = ownRows(40)
  let original: CellValue[][]

  test('is looked at before the plan has a sheet, and told', async () => {
    await bring(ownSheet('Our cues', rows))
    original = await valuesOf('Our cues')
    await openPlan(side)
    await look(side, '01-start')
    await click(button('Import my table'))
    await look(side, '02-import')
    await click(button('Look at the selected sheet'))
    await side.frame.getByText('40 rows with 11 columns in “Our cues”, titles in row 3.').waitFor()
    await look(side, '03-found')
    expect(await sheetNames(page)).not.toContain('Signals')
  })

  test('has its columns, words and scales guessed, but for a word that may be either', async () => {
    for (const [own, title] of HEADINGS.filter((heading) => heading[1] !== '')) {
      const chosen = side.frame.getByRole('combobox', { name: title, exact: true }).first()
      expect(await chosen.locator('option:checked').innerText()).toBe(own)
    }
    await side.frame.getByText('Kept in columns of your own: Remarks, Region.').waitFor()
    await side.frame.getByText('One is to be chosen yet.').waitFor()
    await side.frame.getByText(/^Promise goes from 1 to 10: taken to 1 to 5\. 1 becomes 1,/).waitFor()
    expect(await side.frame.getByText(/Row \d+: Kind “both”/).count()).toBe(2)
  })

  test('is shown as it will be, and what is chosen is there at once', async () => {
    steps++
    await side.frame.getByRole('combobox', { name: 'both 2 rows' }).selectOption('tangible')
    await side.frame.getByText('Each of them has its place.').waitFor()
    expect(await side.frame.getByText(/Row \d+: Kind “both”/).count()).toBe(0)
    const preview = side.frame.getByRole('region', { name: 'Preview' })
    expect(await preview.getByRole('row').allInnerTexts()).toHaveLength(4)
    expect((await preview.getByRole('row').nth(1).innerText()).split('\t').slice(0, 4)).toEqual([
      'Signal number 1',
      'tangible',
      'awareness',
      'Benefit 0',
    ])
    await preview.scrollIntoViewIfNeeded()
    await look(side, '04-preview')
  })

  test('stays chosen when a person was elsewhere meanwhile', async () => {
    await side.frame.evaluate(() => window.dispatchEvent(new Event('focus')))
    await side.frame.getByRole('tab', { name: 'Explain' }).click()
    await side.frame.getByRole('tab', { name: 'Plans' }).click()
    await side.frame.getByRole('button', { name: '‹ Back' }).click()
    await button('Import my table').click()
    await side.frame.getByText('Each of them has its place.').waitFor()
  })

  test('is in Signals with every one of its cells, after three clicks and one choice', async () => {
    await click(button('Import 40 cues'))
    await expect
      .poll(said)
      .toBe('40 cues imported from “Our cues”. To take them out again, delete the sheet “Signals”.')
    await look(side, '05-list')
    const cues = await cuesFrom(0)
    expect(cues).toHaveLength(40)
    cues.forEach((cue, i) => expect(cue).toMatchObject(expected(rows[i]!)))
    expect(new Set(cues.map(({ Id }) => Id)).size).toBe(40)
    expect(steps).toBe(4)
  })

  test('stays as it was, and Signals is in front', async () => {
    expect(await valuesOf('Our cues')).toEqual(original)
    expect(await inFront()).toBe('Signals')
    expect(await side.frame.locator('.entry').count()).toBe(40)
  })

  test('is told where it is in Signals already', async () => {
    await goToSheet(page, 'Our cues')
    await button('Import my table').click()
    await button('Look at the selected sheet').click()
    await side.frame
      .getByText('“Signal number 1” and 39 others are in “Signals” already, and will stand there twice.')
      .waitFor()
  })

  test('is shown anew where it was changed meanwhile, and what was chosen stays', async () => {
    await side.frame.getByRole('combobox', { name: 'both 2 rows' }).selectOption('leave blank')
    await page.evaluate(() => {
      const { model } = window.cuesheet
      const sheetId = model.getters.getSheetIdByName('Our cues')!
      model.dispatch('UPDATE_CELL', { sheetId, col: 7, row: 3, content: 'Zoe' })
    })
    await button('Import 40 cues').click()
    await expect.poll(said).toMatch(/^“Our cues” was changed meanwhile/)
    await look(side, '06-changed')
    expect(await side.frame.getByRole('region', { name: 'Preview' }).getByRole('row').nth(1).innerText()).toContain(
      'Zoe',
    )
    await side.frame.getByText('Each of them has its place.').waitFor()
    await button('‹ Back').click()
  })
})

describe('what cannot be imported', () => {
  test('is the plan’s own sheet, and one without a table: a sentence says so', async () => {
    await goToSheet(page, 'Signals')
    await button('Import my table').click()
    await button('Look at the selected sheet').click()
    await expect.poll(said).toBe('“Signals” is where the cues go. Click into your own table first.')
    await page.evaluate(() =>
      window.cuesheet.model.dispatch('CREATE_SHEET', { sheetId: 'bare', name: 'Bare', position: 0 }),
    )
    await goToSheet(page, 'Bare')
    await button('Look at the selected sheet').click()
    await expect.poll(said).toBe('The sheet is empty. Choose the one with your table.')
  })

  test('is a table of which no column names the rows', async () => {
    await side.frame.getByRole('combobox', { name: 'Cue', exact: true }).selectOption('none')
    await button('Import 40 cues').click()
    await expect.poll(said).toBe('Choose the column that names the cues: “Cue”.')
    expect(await side.frame.evaluate(() => document.activeElement?.closest('label')?.textContent)).toMatch(/^Cue/)
    expect(await cuesFrom(0)).toHaveLength(40)
  })
})

describe('a table of five hundred rows', () => {
  const rows = ownRows(500)

  test('is added behind the rows that are there in two seconds of work, with what has no place in the notes', async () => {
    await bring(ownSheet('Many', rows))
    await button('Look at the selected sheet').click()
    await side.frame.getByText('500 rows with 11 columns in “Many”, titles in row 3.').waitFor()
    const client = await page.context().newCDPSession(page)
    // Other work of this machine does not count.
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    const worked = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value
    const before = await worked()
    await button('Import 500 cues').click()
    await expect.poll(said, { interval: 20 }).toBe('500 cues imported from “Many”. Ctrl+Z in the sheet takes them out.')
    const seconds = (await worked()) - before
    const cues = await cuesFrom(40)
    expect(cues).toHaveLength(500)
    cues.forEach((cue, i) => {
      const row = rows[i]!
      const isOpen = row[1] === 'both'
      expect(cue).toMatchObject({ ...expected(row), ...(isOpen && { Kind: null }) })
      expect(cue['Notes from import']).toBe(isOpen ? 'T/I: both' : null)
    })
    expect(await inFront()).toBe('Signals')
    expect(seconds).toBeLessThan(2)
  })

  test('is taken out by Ctrl+Z in one step', async () => {
    await clickCell(page, 'A42')
    await page.keyboard.press('Control+z')
    await expect.poll(() => cuesFrom(0)).toHaveLength(40)
  })
})

describe('a table of KPIs', () => {
  const lines = [
    ['Kennzahl', 'Who', 'Goal', 'Current'],
    ['Repeat purchases', 'Ann', '>= 40%', 0.38],
    ['First reply', 'Ben', '< 4 h', 5],
  ]

  test('is created with the plans that its formulas name', async () => {
    const cells = lines.flatMap((line, row) => line.map((cell, column) => ({ row, column, cell })))
    const looks = { widths: [], charts: [], page: { landscape: true, titleRows: 0 } }
    await bring({ name: 'Numbers', replaces: null, cells, ...looks })
    await button('‹ All plans').click()
    await button(/^KPIs/).click()
    await button('Import my table').click()
    await button('Look at the selected sheet').click()
    await side.frame.getByText('2 rows with 4 columns in “Numbers”, titles in row 1.').waitFor()
    await look(side, '07-kpis')
    await button('Import 2 KPIs').click()
    await expect.poll(said).toBe('2 KPIs imported from “Numbers”. To take them out again, delete the sheet “KPIs”.')
    expect(await sheetNames(page)).toEqual(expect.arrayContaining(['Targets', 'KPIs']))
    const [titles, ...rows] = await valuesOf('KPIs')
    const cellOf = (row: number, title: string) => rows[row]![titles!.indexOf(title)]
    expect(['KPI', 'Owner', 'Target', 'Value'].map((title) => cellOf(0, title))).toEqual(lines[1])
    expect(['KPI', 'Owner', 'Target', 'Value'].map((title) => cellOf(1, title))).toEqual(lines[2])
    expect([cellOf(0, 'Status'), cellOf(1, 'Status')].join()).not.toContain('#')
    expect(await inFront()).toBe('KPIs')
  })
})

describe('a table with columns of one’s own, for a plan with a summary that is there already', () => {
  const lines = [
    ['Date', 'Client', 'Comment', 'Weather', 'Shift'],
    [46329, 'Ann', 'It came late', 'rain', 'early'],
    [46331, 'Ben', 'It came broken', 'sun', 'late'],
  ]

  test('brings them to stand before the summary', async () => {
    const cells = lines.flatMap((line, row) => line.map((cell, column) => ({ row, column, cell })))
    const looks = { widths: [], charts: [], page: { landscape: true, titleRows: 0 } }
    await button('‹ All plans').click()
    await button(/^Feedback/).click()
    await button('Create the sheet').click()
    await side.frame.getByText(/^No comments yet/).waitFor()
    const told = (await valuesOf('Feedback'))[0]!
    await bring({ name: 'Voices', replaces: null, cells, ...looks })
    await button('Import my table').click()
    await button('Look at the selected sheet').click()
    await side.frame.getByText('2 rows with 5 columns in “Voices”, titles in row 1.').waitFor()
    await look(side, '08-voices')
    await button('Import 2 comments').click()
    await expect
      .poll(said)
      .toBe('2 comments imported from “Voices”. Ctrl+Z in the sheet takes them out, and once more each column.')
    const [titles, ...rows] = await valuesOf('Feedback')
    const gap = told.indexOf(null)
    expect(titles!.slice(0, gap + 4)).toEqual([...told.slice(0, gap), 'Weather', 'Shift', null, told[gap + 1]])
    const cellOf = (row: number, title: string) => rows[row]![titles!.indexOf(title)]
    expect(['Heard on', 'Customer', 'Words', 'Weather', 'Shift'].map((title) => cellOf(0, title))).toEqual(lines[1])
    expect(['Heard on', 'Customer', 'Words', 'Weather', 'Shift'].map((title) => cellOf(1, title))).toEqual(lines[2])
    expect(await side.frame.locator('#panel-Plans > .pages:not([hidden]) .entry').count()).toBe(2)
  })

  test('nothing failed in the page', () => {
    expect(failures).toEqual([])
  })
})

function inFront(): Promise<string> {
  return page.evaluate(() => {
    const { getters } = window.cuesheet.model
    return getters.getSheetName(getters.getActiveSheetId())
  })
}
