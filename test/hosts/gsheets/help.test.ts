import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../e2e/browser.ts'
import { openSidebar } from '../appsScript/browser.ts'
import { openProject, readFiles, type Files } from '../appsScript/project.ts'

let browser: Browser
let files: Files
beforeAll(async () => {
  browser = await launchBrowser()
  files = await readFiles()
})
afterAll(() => browser.close())

/** A spreadsheet with these files, in which Help was chosen in the menu. */
async function helped(changed: Files) {
  const project = openProject(changed)
  project.run('helpCuesheet')
  const sidebar = await openSidebar(browser, project)
  await sidebar.frame.getByRole('heading', { name: 'Help' }).waitFor()
  return { ...sidebar, project }
}

/** Code.js as an earlier version of it would be. */
const older = (change: (code: string) => string) => new Map(files).set('Code.js', change(files.get('Code.js')!))

test('the menu says the version, and by its day that a copy is old, without a network', () => {
  const project = openProject(files)
  project.run('versionCuesheet')
  expect(project.world.toasts).toHaveLength(1)
  expect(project.world.toasts[0]).toMatch(/^Cuesheet \d+\.\d+\.\d+ of \d+ [A-Z][a-z]+ \d{4}\. This copy does not look/)
})

test('Help says nothing of other versions where script and sidebar are of one', async () => {
  const { frame, errors, outside, project, close } = await helped(files)
  await frame.getByText(/^Cuesheet \d/).waitFor()
  await frame.getByRole('button', { name: 'Write a fault report' }).click()
  await expect.poll(() => frame.getByLabel('Fault report').inputValue()).toMatch(/\nFunctions: \d+\.\d+\.\d+ /)
  expect(await frame.getByText('Paste Code.js').count()).toBe(0)
  expect({ errors, outside, lost: project.lost }).toEqual({ errors: [], outside: [], lost: [] })
  await close()
})

test.each([
  [
    'of another version',
    (code: string) =>
      code.replace(/\\?"version\\?":\\?"[^"\\]+\\?"/, (found) => found.replace(/\d+\.\d+\.\d+/, '0.0.9')),
    'are of 0.0.9',
  ],
  [
    'that cannot tell its version yet',
    (code: string) => code.replace(/case "about":/, 'case "about of later":'),
    'are older',
  ],
])('Help says that the script is one %s', async (_, change, said) => {
  const { frame, close } = await helped(older(change))
  await frame.getByText(said).waitFor()
  expect(await frame.getByText(said).textContent()).toMatch(
    /Paste Code\.js and Sidebar\.html anew, both from the same version\.$/,
  )
  await close()
})

test('a fault report tells what failed, and nothing that stands in the spreadsheet', async () => {
  const { frame, project, close } = await helped(files)
  project.workbook.active.name = 'Private clients'
  project.workbook.active.cells.set('B2', { value: 'Ms Secret' })
  project.world.lockedByOther = true
  await frame.getByRole('tab', { name: 'Functions' }).click()
  await frame.locator('#LTV').click()
  for (const [name, value] of [
    ['arpa', '50'],
    ['gross_margin', '80%'],
    ['churn_rate', '4%'],
  ] as const) {
    await frame.getByLabel(name, { exact: true }).fill(value)
  }
  await frame.getByRole('button', { name: 'Insert into the selected cell' }).click()
  await frame.getByText('Try again in a moment.').waitFor()
  await frame.getByRole('tab', { name: 'Help' }).click()
  await frame.getByRole('button', { name: 'Write a fault report' }).click()
  const report = frame.getByLabel('Fault report')
  await expect
    .poll(() => report.inputValue())
    .toMatch(/What failed, the latest last:\n- Error; .*userCodeAppPanel:\d+:\d+/)
  expect(await report.inputValue()).toMatch(/\nHost: Google Sheets\n[^]*\nSheets: 1\n/)
  expect(await report.inputValue()).not.toMatch(/Private|clients|Secret|LTV\(/)
  await frame.getByRole('button', { name: 'Copy the fault report' }).click()
  await frame.getByText(/^(Copied\.|The text is selected)/).waitFor()
  await close()
})
