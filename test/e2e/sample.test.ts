import type {} from '../../workbench/app.ts'
import type { Browser, Frame } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plans } from '../../core/plans/gallery/index.ts'
import { launchBrowser } from './browser.ts'
import { savedAs, shownIn, type Sheets, type Shown } from './savedWorkbook.ts'
import { look, type Sidebar } from './signalsSteps.ts'
import { cellAt, goToSheet, openPage, sheetNames, sideFrame } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let frame: Frame
let side: Sidebar
let milliseconds: number

// A few days after February, which is left open.
beforeAll(async () => {
  browser = await launchBrowser()
  const start = performance.now()
  opened = await openPage(browser, { sample: 'whole', today: new Date(2026, 2, 10, 9) })
  milliseconds = performance.now() - start
  frame = await sideFrame(opened.page)
  side = { page: opened.page, frame, host: 'workbench-sample' }
})
afterAll(async () => {
  await opened?.close()
  await browser?.close()
})

const button = (name: string | RegExp) => frame.getByRole('button', { name })

describe('the sample that is open at first', () => {
  test('is there soon', () => {
    // 1.4 s on a quiet machine.
    expect(milliseconds).toBeLessThan(15_000)
  })

  test('has answers in front, the scorecard, models, a sheet for each plan, and data', async () => {
    const names = await sheetNames(opened.page)
    expect(names.slice(0, 3)).toEqual(['Start', 'Scorecard', 'LTV model'])
    expect(names).toEqual(expect.arrayContaining(plans.map(({ name }) => name)))
    expect(names.slice(-6)).toEqual(['Orders', 'Survey', 'Tickets', 'Outages', 'Ad weeks', 'Lamp prices'])
    expect((await cellAt(opened.page, 'B2')).value).toMatch(/synthetic/)
    expect(await cellAt(opened.page, 'C20')).toMatchObject({ value: 2, isFormula: true })
  })

  test('gives the same in every cell when it was saved and is opened again', async () => {
    const { page } = opened
    const before = await shownIn(page)
    const buffer = await savedAs(page, 'With formulas')
    const chooser = page.waitForEvent('filechooser')
    await pageButton('Open file…').click()
    await (await chooser).setFiles({ name: 'again.xlsx', mimeType: '', buffer })
    await expect.poll(() => page.getByLabel('Name of the workbook').inputValue(), { timeout: 60_000 }).toMatch(/^again/)
    expect(differences(before, await shownIn(page))).toEqual([])
    await pageButton('Sample').click()
    await expect.poll(() => page.getByLabel('Name of the workbook').inputValue()).toBe('sample')
    // What stands there is what it was, not what the engine has made of it meanwhile.
    expect(differences(before, await shownIn(page))).toEqual([])
  }, 120_000)
})

const pageButton = (name: string) => opened.page.getByRole('button', { name, exact: true })

/** What another workbook shows elsewise, in words: other values, texts, or values where formulas were. */
function differences(before: Sheets, after: Sheets): string[] {
  expect(Object.keys(after)).toEqual(Object.keys(before))
  const told = ({ value, text, isFormula, isError }: Shown) =>
    value === null && !isError ? '' : `${isFormula ? '= ' : ''}${text}`
  return Object.entries(before).flatMap(([sheet, rows]) =>
    rows.flatMap((row, i) =>
      row.flatMap((cell, j) => {
        const other = after[sheet]![i]?.[j]
        const [was, is] = [told(cell), other ? told(other) : '']
        return was === is ? [] : [`${sheet} row ${i + 1} column ${j + 1}: ${is}, not ${was}`]
      }),
    ),
  )
}

describe('its plans in the sidebar', () => {
  test('are all in this workbook', async () => {
    await frame.getByRole('tab', { name: 'Plans' }).click()
    await frame.getByRole('heading', { name: 'What do you want to do?' }).waitFor()
    for (const { name } of plans.filter(({ isRecord }) => !isRecord)) {
      await button(new RegExp(`^${name} in this workbook`)).waitFor()
    }
    await look(side, 'plans')
  })

  test.each([
    ['Journey', 'Biggest loss on the product path: evaluation to purchase, 95.8%. Look there first.'],
    [
      'Promises',
      'The service level “Reply within two working hours” is missed and still promised. Keep it, or promise less.',
    ],
    ['Pilot', /^Ended 6 days ago: decide on the target/],
  ])('%s says what is missing', async (plan, text) => {
    await goToSheet(opened.page, plan)
    await button(new RegExp(`^${plan}`)).click()
    await frame.getByRole('heading', { name: plan, exact: true }).waitFor()
    await frame.getByText(text).first().waitFor()
    expect(await frame.getByRole('group', { name: /^Missing|Repair/ }).count()).toBe(0)
    await look(side, plan)
    await button(/^‹ /).click()
  })

  test('close February, which is offered', async () => {
    await button(/^Close the month/).click()
    await frame.getByRole('button', { name: 'Close 2026-02 with 14 KPIs' }).click()
    await frame.getByText('2026-02 is closed: 1 turned red, no targets changed, all have a value.').waitFor()
    const rows = await opened.page.evaluate(
      async () => (await window.cuesheet.book.readSheet('History'))!.values.length,
    )
    expect(rows).toBe(1 + 6 * 14)
    expect(opened.failures).toEqual([])
    expect(opened.strayRequests).toEqual([])
  })
})
