import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { look } from './signalsSteps.ts'
import { openPage, sideFrame } from './workbenchPage.ts'

let browser: Browser
let opened: Awaited<ReturnType<typeof openPage>>
let page: Page
let frame: Frame

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => browser?.close())
beforeEach(async () => {
  opened = await openPage(browser)
  page = opened.page
  frame = await sideFrame(page)
})
afterEach(async () => {
  const { strayRequests, failures } = opened
  await opened.close()
  expect({ strayRequests, failures }, 'nothing was asked from elsewhere, and nothing failed').toEqual({
    strayRequests: [],
    failures: [],
  })
})

const SCHEMA =
  'column_name\tdata_type\nid\tINT64\ncustomer_id\tSTRING\nordered_at\tTIMESTAMP\nregion\tSTRING\nscore\tINT64'

const section = () => frame.locator('summary', { hasText: 'My data is in a warehouse' })
const field = (name: string | RegExp) => frame.locator('.warehouse').getByLabel(name)
const query = () => frame.getByRole('textbox', { name: 'Query' })
const formula = () => frame.getByRole('textbox', { name: 'Formula to finish it' })

async function openFunction(name: string) {
  const back = frame.getByRole('button', { name: /All functions/ })
  if (await back.isVisible()) await back.click()
  await frame.getByRole('searchbox').fill(name)
  await frame.locator(`button#${name}`).click()
}

async function openSection(name: string) {
  await openFunction(name)
  await section().click()
}

/** What the section says at its end. */
const said = () => frame.locator('.warehouse > div[role=status]').innerText()

test('a pasted schema is enough for the query and the formula', async () => {
  await openSection('NPS_TABLE')
  expect(await query().count()).toBe(0)
  await field('Table').fill('shop.answers')
  await field(/^Columns, pasted/).fill(SCHEMA)
  await frame.getByText('5 columns found.').waitFor()
  expect(await field(/^scores/).inputValue()).toBe('score')
  expect(await field(/^segments/).inputValue()).toBe('region')
  expect(await query().inputValue()).toMatch(/FROM shop\.answers/)
  expect(await formula().inputValue()).toBe('=NPS_TABLE(Reduced!A:A, Reduced!B:B, , Reduced!C:C)')
  // Its inputs are no dates.
  expect(await field(/^Time zone/).count()).toBe(0)
})

test('what is filled in for the formula above, the zone, the condition and the sheet go into both', async () => {
  await openSection('COHORT_RETENTION')
  await frame.locator('#arg-ids').fill('Orders!A:A')
  await frame.locator('#arg-period').selectOption('week')
  await field('Table').fill('shop.orders')
  await field(/^Columns, pasted/).fill(SCHEMA)
  await field(/^Time zone/).fill('Europe/Berlin')
  await field(/^Condition/).fill("region = 'north'")
  await field(/^Sheet for the result/).fill('Weekly')
  const sql = await query().inputValue()
  expect(sql).toContain("DATE(ordered_at, 'Europe/Berlin')")
  expect(sql).toContain("region = 'north'")
  expect(sql).toContain('ISOWEEK')
  expect(await formula().inputValue()).toMatch(/^=COHORT_RETENTION\(Weekly!A:A, Weekly!B:B, "week",/)
  await frame.getByText('From the fields further up: period week.').waitFor()
  await field('Dialect').selectOption('snowflake')
  await expect.poll(() => query().inputValue()).toContain('DATEADD')
  expect(await frame.getByRole('heading', { name: 'Into Google Sheets' }).count()).toBe(0)
})

test('without a schema the columns are typed', async () => {
  await openSection('COHORT_RETENTION')
  await field('Table').fill('orders')
  await field(/^ids/).fill('who')
  await frame.getByText('It still needs dates.').waitFor()
  await field(/^dates/).fill('day TIMESTAMP')
  expect(await query().inputValue()).toContain("DATE(day, 'UTC')")
})

test('what cannot be is said in a sentence, and nothing before something is typed', async () => {
  await openSection('COHORT_RETENTION')
  expect(await said()).toBe('')
  await field('Table').fill('shop.orders')
  await field(/^Columns, pasted/).fill(SCHEMA)
  expect(await said()).toBe('')
  await field(/^Time zone/).fill('Berlin time')
  expect(await said()).toBe('The zone is “Berlin time”, use a name such as Europe/Berlin.')
  expect(await query().count()).toBe(0)
  await field(/^Time zone/).fill('')
  expect(await said()).toBe('')
  await field(/^Columns, pasted/).fill('---')
  await frame.getByText('No columns found.').waitFor()
})

test('the table stays for the next function, and what was chosen stays while the section is closed', async () => {
  await openSection('NPS_TABLE')
  await field('Dialect').selectOption('postgresql')
  await field('Table').fill('shop.answers')
  await field(/^Columns, pasted/).fill(SCHEMA)
  await field(/^segments/).selectOption('customer_id')
  await section().click()
  await section().click()
  expect(await field(/^segments/).inputValue()).toBe('customer_id')
  await openSection('COHORT_RETENTION')
  expect(await field('Dialect').inputValue()).toBe('postgresql')
  expect(await field('Table').inputValue()).toBe('shop.answers')
  expect(await field(/^Columns, pasted/).inputValue()).toBe(SCHEMA)
  expect(await field(/^dates/).inputValue()).toBe('ordered_at')
})

test('several columns of one input are ticked', async () => {
  await openSection('DRIVER_IMPACT')
  await field('Table').fill('shop.answers')
  await field(/^Columns, pasted/).fill('overall INT64\nspeed INT64\nprice NUMERIC(38, 9)')
  await field('outcome').selectOption('overall')
  await frame.getByLabel('price', { exact: true }).check()
  await frame.getByLabel('speed', { exact: true }).check()
  expect(await formula().inputValue()).toBe('=DRIVER_IMPACT(Reduced!A:A, Reduced!B:C, , Reduced!D:D)')
  await look({ page, frame, host: 'workbench' }, 'warehouse-ticked')
})

test('a function without a query says why, and one of single values, or of the spreadsheet, says nothing', async () => {
  await openSection('KPI_TREND')
  await frame.getByText(/^KPI_TREND has no query here: .*\.$/).waitFor()
  await openFunction('LTV')
  expect(await section().count()).toBe(0)
  await openFunction('AOV')
  expect(await section().count()).toBe(0)
})

describe('copying', () => {
  beforeEach(async () => {
    await openSection('NPS_TABLE')
    await field('Table').fill('shop.answers')
    await field(/^Columns, pasted/).fill(SCHEMA)
  })
  const copy = (name: string) => frame.getByRole('button', { name }).click()
  const selected = () => frame.evaluate(() => getSelection()!.toString())

  test('puts the query and the formula into the clipboard', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await copy('Copy query')
    await frame.getByText('Copied.').waitFor()
    await page.bringToFront()
    const focused = () => frame.evaluate(() => document.activeElement?.textContent)
    expect(await focused()).toBe('Copy query')
    await page.locator('#side').evaluate(() => window.focus())
    await expect.poll(clipboard).toBe(await query().inputValue())
    await copy('Copy formula')
    await expect.poll(() => frame.getByText('Copied.').count()).toBe(2)
    await page.locator('#side').evaluate(() => window.focus())
    await expect.poll(clipboard).toBe(await formula().inputValue())
  })

  test('selects the text where the page may not copy', async () => {
    await frame.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
      document.execCommand = () => false
    })
    await copy('Copy formula')
    await frame.getByText('The text is selected: copy it with Ctrl+C.').waitFor()
    expect(await selected()).toBe(await formula().inputValue())
  })
})

test('nothing is in the way of people who cannot see it well', async () => {
  const side = { page, frame, host: 'workbench' }
  await openSection('COHORT_REVENUE')
  await look(side, 'warehouse-empty')
  await field('Table').fill('shop.orders')
  await field(/^Columns, pasted/).fill(SCHEMA)
  await field(/^amounts/).selectOption('score')
  await query().waitFor()
  await look(side, 'warehouse-filled')
})

test('the keyboard alone leads through the section, to the query and past it', async () => {
  await openFunction('NPS_TABLE')
  await section().focus()
  await page.keyboard.press('Enter')
  await field('Dialect').waitFor()
  const next = async () => {
    await page.keyboard.press('Tab')
    return frame.evaluate(() => document.activeElement!.id || document.activeElement!.textContent)
  }
  expect(await next()).toBe('warehouse-dialect')
  expect(await next()).toBe('warehouse-table')
  await page.keyboard.type('shop.answers')
  expect(await next()).toBe('warehouse-schema')
  await page.keyboard.insertText(SCHEMA)
  const names = ['column-scores', 'column-segments', 'warehouse-where', 'warehouse-sheet']
  for (const name of names) expect(await next()).toBe(name)
  await page.keyboard.press('Tab')
  const label = () => frame.evaluate(() => document.activeElement!.getAttribute('aria-label'))
  expect(await label()).toBe('Query')
  expect(await next()).toBe('Copy query')
  await page.keyboard.press('Tab')
  expect(await label()).toBe('Formula to finish it')
  expect(await next()).toBe('Copy formula')
})

test('the page stays as wide as it is, and the query scrolls in itself', async () => {
  await openSection('COHORT_RETENTION')
  await field('Table').fill('shop.orders')
  await field(/^Columns, pasted/).fill(SCHEMA)
  const widths = await query().evaluate((area) => {
    const root = document.querySelector('.page')!
    return { page: root.scrollWidth - root.clientWidth, query: area.scrollWidth - area.clientWidth }
  })
  expect(widths.page).toBe(0)
  expect(widths.query).toBeGreaterThan(0)
})
