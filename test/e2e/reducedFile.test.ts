import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMetric } from '../../core/catalogue/catalogue.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { answered } from '../../warehouse/reduce.ts'
import { duckdb } from '../warehouse/engines.ts'
import { launchBrowser } from './browser.ts'
import { cellAt, clickCell, openPage, type } from './workbenchPage.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'cuesheet-'))

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('what an engine has reduced and saved as csv is opened, and the formula of its query gives the triangle', async () => {
  const file = join(folder, 'Reduced.csv')
  const engine = await duckdb()
  const day = (month: number, day: number) => serialOf(2026, month, day)
  await engine.fill('orders', {
    columns: [
      { name: 'customer_id', type: 'text' },
      { name: 'ordered_at', type: 'date' },
    ],
    rows: [
      ['Ann', day(1, 5)],
      ['Dan', day(1, 9)],
      ['Ben', day(1, 20)],
      ['Ann', day(2, 11)],
      ['Cleo', day(2, 14)],
      ['Ann ', day(3, 2)],
      ['n/a', day(3, 3)],
    ],
  })
  const { sql, formula, check } = answered({
    spec: findMetric('COHORT_RETENTION')!.spec,
    dialect: 'duckdb',
    table: 'orders',
    columns: { ids: 'customer_id', dates: 'ordered_at date' },
    options: { output: 'count' },
  })
  await engine.run(`COPY (${sql}) TO '${file}' (HEADER)`)
  await engine.close()

  const { page, strayRequests, failures } = await openPage(browser)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open file…', exact: true }).click()
  await (await chooser).setFiles({ name: 'Reduced.csv', mimeType: '', buffer: readFileSync(file) })
  await expect.poll(() => page.locator('#notice').innerText()).toBe('Reduced.csv is open')
  await clickCell(page, 'H1')
  await type(page, formula)
  await clickCell(page, 'H8')
  await type(page, check!)
  await page.keyboard.press('Enter')
  const row = (at: number) =>
    Promise.all([...'HIJKL'].map(async (letter) => (await cellAt(page, `${letter}${at}`)).shown))
  await expect.poll(() => row(2)).toEqual(['2026-01-01', '3', '3', '1', '1'])
  expect(await row(3)).toEqual(['2026-02-01', '1', '1', '0', ''])
  await expect.poll(async () => (await cellAt(page, 'H8')).shown).toBe('rows left out: 1')
  expect({ strayRequests, failures }).toEqual({ strayRequests: [], failures: [] })
})
