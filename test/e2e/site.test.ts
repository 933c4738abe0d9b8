import axe, { type AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve } from '../../workbench/server/serve.mjs'
import { samples } from '../../site/tryIt/samples.ts'
import { launchBrowser } from './browser.ts'

let browser: Browser
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  server = await serve('dist/site', 0)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

interface Opened {
  page: Page
  /** What the browser complains of, such as what the policy refuses. */
  complaints: string[]
}

async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Opened> {
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  await page.goto(server.address + path)
  return { page, complaints }
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const kinds = [
  'index.html',
  'functions/index.html',
  'functions/NPS.html',
  'functions/COHORT_RETENTION.html',
  'functions/CUESHEET_BLANKS.html',
  'plans/index.html',
  'plans/signals.html',
  'guides/index.html',
  'guides/plans.html',
  'guides/warehouse.html',
  'try.html',
  'privacy.html',
  'terms.html',
  'support.html',
]

describe.each(kinds)('%s', (path) => {
  test.each(['light', 'dark'] as const)(
    'has nothing in the way of anybody, in %s and as narrow as a phone',
    async (colorScheme) => {
      const { page, complaints } = await open(path, { colorScheme, viewport: { width: 1100, height: 800 } })
      expect(await violations(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      expect(complaints).toEqual([])
      await page.close()
    },
  )
})

test('a page is read without scripts, but for the search', async () => {
  const { page } = await open('functions/NPS.html', { javaScriptEnabled: false })
  expect(await page.getByRole('heading', { name: 'Common mistakes' }).isVisible()).toBe(true)
  expect(await page.getByRole('searchbox').isVisible()).toBe(false)
  await page.close()
})

test('the policy of a page refuses a script and a style within it', async () => {
  const { page, complaints } = await open('index.html')
  const ran = await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    document.body.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)">x</p>')
    const { color } = getComputedStyle(document.getElementById('styled')!)
    return { script: 'ran' in window, color }
  })
  expect(ran.script).toBe(false)
  expect(ran.color).not.toBe('rgb(1, 2, 3)')
  // What the server says of scripts reads otherwise, and it allows such a style.
  const refusals = ['script', 'style'].map(
    (kind) => `inline ${kind} violates the following Content Security Policy directive '${kind}-src 'self''.`,
  )
  for (const refusal of refusals) expect(complaints).toContainEqual(expect.stringContaining(refusal))
  await page.close()
})

describe('the search', () => {
  test('answers a question in own words, and the keyboard leads to the page', async () => {
    const { page, complaints } = await open('guides/plans.html')
    await page.keyboard.press('/')
    await page.keyboard.type('are customers coming back')
    const first = page.locator('#site-found a').first()
    await expect.poll(() => first.textContent()).toContain('COHORT_RETENTION')
    expect(await page.locator('#site-told').textContent()).toMatch(/^\d+ found/)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/functions/COHORT_RETENTION.html')
    expect(complaints).toEqual([])
    await page.close()
  })

  test('finds plans and sections of guides, at their place', async () => {
    const { page } = await open('index.html')
    await page.getByRole('searchbox').fill('blank cells Excel')
    const section = page.locator('#site-found a[href*="guides/excel.html#blank-cells"]')
    await section.click()
    await page.waitForURL('**/guides/excel.html#blank-cells')
    await page.getByRole('searchbox').fill('risks')
    await page.locator('#site-found a[href$="plans/risks.html"]').waitFor()
    await page.close()
  })

  test('Enter goes to the best of all: a guide whose title was asked for', async () => {
    const { page } = await open('index.html')
    await page.getByRole('searchbox').fill('signal matrix')
    await page.locator('#site-found a').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/guides/signals.html')
    await page.close()
  })

  test('says where nothing is found, and Escape leaves it', async () => {
    const { page } = await open('index.html')
    await page.getByRole('searchbox').fill('zzqx')
    await expect.poll(() => page.locator('#site-told').textContent()).toContain('Nothing is found for “zzqx”')
    await page.keyboard.press('Escape')
    expect(await page.locator('#site-found').isVisible()).toBe(false)
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.close()
  })
})

describe('try it', () => {
  test('computes a pasted table, says what is wrong with a cell, and asks nobody', async () => {
    const { page, complaints } = await open('try.html#NPS')
    await page.waitForLoadState('networkidle')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const pasted = page.getByLabel('Paste rows')
    await pasted.fill('Date\tScores\n2026-01-02\t10\n2026-01-03\t9\n2026-01-04\t3\n2026-01-05\t8\n')
    const outcome = page.getByRole('region', { name: 'What it says' })
    await expect.poll(() => outcome.locator('.result b').textContent()).toBe('25.0 points')
    expect(await outcome.getByLabel('Formula').textContent()).toBe('=NPS(B:B)')
    await pasted.fill('Date\tScores\n2026-01-02\t10\n2026-01-03\t11\n')
    await expect
      .poll(() => outcome.locator('.problem').textContent())
      .toContain('NPS: scores row 3 has 11, outside 0 to 10')
    expect(asked).toEqual([])
    expect(complaints).toEqual([])
    await page.close()
  })

  test('draws the chart of a cohort triangle, in light and dark, and nothing is in the way of anybody', async () => {
    const { page, complaints } = await open('try.html', { viewport: { width: 1100, height: 900 } })
    await page.getByRole('button', { name: 'An order log' }).click()
    const chart = page.getByRole('img', { name: 'Retention by cohort' })
    await chart.waitFor()
    const coloured = () =>
      chart.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
        const seen = new Set<string>()
        for (let i = 0; i < data.length; i += 4) if (data[i + 3] === 255) seen.add(data.slice(i, i + 3).join())
        return [...seen]
      })
    // The first two cohorts, in their colours.
    await expect.poll(coloured).toEqual(expect.arrayContaining(['0,114,178', '213,94,0']))
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('leaves a line above the titles out, shows the first rows, and keeps all for who wants them', async () => {
    const { page, complaints } = await open('try.html#CONVERSION_RATE')
    await page
      .getByLabel('Paste rows')
      .fill('Shop, autumn 2026;;\nMonth;Orders;Visitors\nJan;30;400\nFeb;50;600\nMar;20;250\n')
    const preview = page.getByRole('region', { name: 'The first rows' })
    expect(await preview.locator('tbody tr').first().textContent()).toBe('1MonthOrdersVisitors')
    await page.getByLabel('converted').fill('SUM(B:B)')
    await page.getByLabel('base').fill('SUM(C:C)')
    const outcome = page.getByRole('region', { name: 'What it says' })
    await expect.poll(() => outcome.locator('.result b').first().textContent()).toBe('8.00%')
    expect(await outcome.getByLabel('Formula').textContent()).toBe('=CONVERSION_RATE(SUM(B:B), SUM(C:C))')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Keep all rows' }).click()
    await expect.poll(() => preview.locator('tbody tr').first().textContent()).toContain('Shop, autumn 2026')
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(complaints).toEqual([])
    await page.close()
  })

  test('takes a typed number in the place of a column, by the keyboard', async () => {
    const { page } = await open('try.html#ARPU')
    await page.getByLabel('Paste rows').fill('Month,Revenue\nJan,30\nFeb,50\n')
    await page
      .getByLabel('active_customers', { exact: true })
      .selectOption({ label: 'Type it: a number, a cell or a range…' })
    await page.keyboard.press('Tab')
    await page.getByLabel('active_customers, typed').pressSequentially('4')
    const outcome = page.getByRole('region', { name: 'What it says' })
    await expect.poll(() => outcome.locator('.result b').textContent()).toBe('20.00')
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  test('computes without a table what needs none', async () => {
    const { page } = await open('try.html#KPI_STATUS')
    await page.getByLabel('value').fill('72')
    await page.getByLabel('target').fill('>= 50')
    await page.getByRole('region', { name: 'What it says' }).locator('.result b').waitFor()
    await page.close()
  })

  test('finds a function for a question, and the column by its title', async () => {
    const { page } = await open('try.html')
    await page.getByLabel('Paste rows').fill(samples[0]!.text.replace('Score', 'Scores'))
    await page.getByLabel('Ask in your own words').fill('Would customers recommend us?')
    await page.getByRole('list', { name: 'Functions that answer it' }).getByRole('button').first().click()
    await page.getByRole('heading', { name: '3. NPS' }).waitFor()
    expect(await page.getByLabel('scores').inputValue()).toBe('Data!C:C')
    await page.close()
  })
})
