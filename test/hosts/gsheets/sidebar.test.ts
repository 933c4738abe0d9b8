import type { Browser, FrameLocator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../../core/catalogue/catalogue.ts'
import { launchBrowser } from '../../e2e/browser.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { openProject, readFiles } from '../appsScript/project.ts'
import { typed } from '../appsScript/entry.ts'
import { cellAt, parseAddress } from '../appsScript/workbook.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The spreadsheet with the sidebar open, as the menu opens it. */
async function opened(address: string) {
  const project = openProject(await readFiles())
  project.workbook.selection = [parseAddress(address)]
  project.run('openCuesheet')
  const sidebar = await openSidebar(browser, project)
  return { ...sidebar, project, sheet: project.workbook.active }
}

test('the sidebar lists every function in the frame that Google gives it, and loads nothing from elsewhere', async () => {
  const { frame, outside, errors, close } = await opened('A1')
  for (const { spec } of catalogue()) await frame.getByText(spec.name, { exact: true }).first().waitFor()
  expect({ outside, errors }).toEqual({ outside: [], errors: [] })
  await close()
})

/** Opens a function and takes the selection as its argument. */
async function askForNps(frame: FrameLocator) {
  await frame.getByRole('button', { name: /^NPS / }).first().click()
  await frame.getByRole('button', { name: 'Use selection for scores' }).click()
  await expect.poll(() => frame.getByLabel('scores', { exact: true }).inputValue()).toBe('Sheet1!C2:C9')
}

test('the selection becomes an argument, and the formula goes into the cell that is selected then', async () => {
  const { frame, errors, project, sheet, close } = await opened('C2:C9')
  await askForNps(frame)
  project.workbook.selection = [parseAddress('E5')]
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await frame.getByText('Written into E5').waitFor()
  expect(cellAt(sheet, 5, 5)?.formula).toBe('=NPS(C2:C9)')
  expect(errors).toEqual([])
  expect(project.lost).toEqual([])
  await close()
})

test('what a cell holds is shown before it is replaced', async () => {
  const { frame, project, sheet, close } = await opened('C2:C9')
  await askForNps(frame)
  sheet.cells.set('E5', typed('my note'))
  project.workbook.selection = [parseAddress('E5')]
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await frame.getByText('my note').waitFor()
  expect(cellAt(sheet, 5, 5)).toEqual({ value: 'my note' })
  await frame.getByRole('button', { name: 'Replace' }).click()
  await frame.getByText('Written into E5').waitFor()
  expect(cellAt(sheet, 5, 5)?.formula).toBe('=NPS(C2:C9)')
  await close()
})

test('while someone else inserts a formula, the sidebar says so', async () => {
  const { frame, project, close } = await opened('C2:C9')
  await askForNps(frame)
  project.workbook.selection = [parseAddress('E5')]
  project.world.lockedByOther = true
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await frame.getByText('Try again in a moment.').waitFor()
  await close()
})
