import type { Frame } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkbench } from './workbenchPage.ts'

let opened: Awaited<ReturnType<typeof openWorkbench>>
let frame: Frame
beforeAll(async () => {
  opened = await openWorkbench()
  frame = opened.frame
})
afterAll(() => opened.close())

test('the first screen says what it is for, and a question leads to the function that answers it', async () => {
  const first = frame.getByRole('region', { name: 'First steps' })
  expect(await first.getByRole('paragraph').first().textContent()).toMatch(/the answer stands in your sheet/)
  await first.getByRole('button', { name: 'Are customers coming back?' }).click()
  await frame.getByRole('heading', { name: 'COHORT_RETENTION', exact: true }).waitFor()
  await frame.getByRole('button', { name: 'All functions' }).click()
})

test('it gives way to what is searched for, and the arrows go from the search past it to the functions', async () => {
  const query = frame.getByRole('searchbox')
  await query.fill('churn')
  await expect.poll(() => frame.getByRole('region', { name: 'First steps' }).count()).toBe(0)
  await query.fill('')
  await query.press('ArrowDown')
  expect(await frame.evaluate(() => document.activeElement!.className)).toBe('function')
})

test('sample data comes once, and what is typed then gives its value', async () => {
  const insert = frame.getByRole('button', { name: 'Insert sample data' })
  await insert.click()
  await frame.getByText('In E2 of “Sample survey”, type =NPS(C:C)').waitFor()
  await opened.page.locator('.o-sheet-name', { hasText: 'Sample survey' }).waitFor()
  await insert.click()
  await frame.getByText('were here already and stay as they are').waitFor()
  expect(await opened.page.locator('.o-sheet-name', { hasText: 'Sample survey' }).count()).toBe(1)
})

test('=CUESHEET_VERSION() says what Help says, which tells the workbench apart and asks nothing from elsewhere', async () => {
  await frame.getByRole('tab', { name: 'Help' }).click()
  const said = await frame.getByText(/^Cuesheet \d/).textContent()
  const shown = await opened.page.evaluate(() => {
    const { model } = window.cuesheet
    const at = { sheetId: model.getters.getActiveSheetId(), col: 6, row: 9 }
    model.dispatch('UPDATE_CELL', { ...at, content: '=CUESHEET_VERSION()' })
    return String(model.getters.getEvaluatedCell(at).value)
  })
  expect(said).toMatch(new RegExp(`^Cuesheet ${shown.split(' ')[0]} of `))
  await frame.getByRole('button', { name: 'Write a fault report' }).click()
  await expect
    .poll(() => frame.getByLabel('Fault report').inputValue())
    .toContain(`\nCuesheet ${shown}\nHost: workbench\n`)
  expect({ failures: opened.failures, strayRequests: opened.strayRequests }).toEqual({
    failures: [],
    strayRequests: [],
  })
})
