import type { Frame, Page } from 'playwright-core'
import { plans } from '../core/plans/gallery/index.ts'
import { findPlan } from '../core/plans/findPlan.ts'
import { formulaCells, sheetOf, type NewRow } from '../core/plans/plan.ts'
import { layoutOf } from '../core/plans/related.ts'
import { serialOf } from '../core/statistics/time/calendar.ts'
import type { TablePlan } from '../core/sheet/book.ts'
import { launchBrowser } from '../test/e2e/browser.ts'
import { openPage, sideFrame } from '../test/e2e/workbenchPage.ts'
import { click, countHostTime, repeated, timedClick, yardstickIn, type Action } from './actions.ts'
import { type Line } from './lines.ts'

/** Creating all plans. */
export function newPlans(): Promise<Line[]> {
  return repeated(3, creation)
}

/** Every plan with 500 rows. */
export function fullPlans(): Promise<Line[]> {
  return repeated(3, () => planActions(500))
}

/** A month of 14 KPIs. */
export function months(): Promise<Line[]> {
  return repeated(3, () => monthActions(14, 500))
}

const layout = layoutOf(() => null)

/** Creating all plans at once, without rows. */
function creation(): Promise<Action[]> {
  return inWorkbench(async (page) => {
    const total = await created(
      page,
      plans.map((plan) => sheetOf(plan, layout)),
    )
    const what = `all ${plans.length} plans created at once, empty, with the spreadsheet’s own time`
    return [{ what, total, host: 0, yardstick: await yardstickIn(page), most: 200 }]
  })
}

/** Opening every plan with so many rows, saving a row of it, and drawing its page. */
function planActions(rows: number): Promise<Action[]> {
  return inWorkbench(async (page, frame) => {
    const made = await created(
      page,
      plans.map(({ name }) => sheet(name, rows)),
    )
    const what = `all ${plans.length} plans with ${rows} rows each, created at once, with the spreadsheet’s own time`
    const actions: Action[] = [{ what, total: made, host: 0, yardstick: await yardstickIn(page) }]
    const time = async (what: string, text: string, shown: string) =>
      void actions.push(await timedClick(frame, what, text, shown))
    for (const { name, key, form, noun } of plans) {
      const about = `${name}, ${rows} rows`
      await time(`${about}: open it`, name, `${key} 7 `)
      await click(frame, `${key} 7 `, '‹ Back')
      const first = form.find((title) => ['Owner', 'Note'].includes(title))!
      await frame.locator(`#${name}-${first}`.toLowerCase()).fill('Maria')
      await time(`${about}: save a row`, 'Save', 'Saved.')
      if (name === 'KPIs') {
        await click(frame, 'A page to print or send', 'Whose')
        await time(`${about}: draw the page of all ${noun[1]}`, 'Draw the page and print it', 'Choose a printer')
        await click(frame, '‹ Back', '‹ All plans')
      }
      await click(frame, '‹ All plans', 'What do you want to do?')
    }
    return actions
  })
}

/** Closing a month of so many KPIs with so many rows of History before it, and drawing their scorecard. */
function monthActions(kpis: number, closed: number): Promise<Action[]> {
  return inWorkbench(async (page, frame) => {
    const sizes: Readonly<Record<string, number>> = { KPIs: kpis, History: closed }
    await created(
      page,
      ['Targets', 'Sources', 'History', 'KPIs'].map((name) => sheet(name, sizes[name] ?? 10)),
    )
    const about = `${kpis} KPIs, ${closed} rows of History`
    await frame.getByRole('button', { name: /^Close the month/ }).click()
    await frame.getByRole('button', { name: /^Close \d/ }).waitFor()
    const close = await timedClick(frame, `${about}: close a month`, 'Close 2', 'is closed: ')
    await frame.getByRole('button', { name: '‹ All plans' }).filter({ visible: true }).click()
    await frame.getByRole('button', { name: /^Scorecard/ }).click()
    await frame.getByRole('button', { name: 'Draw the scorecard' }).waitFor()
    const draw = await timedClick(frame, `${about}: draw the scorecard`, 'Draw the scorecard', 'Drawn.')
    return [close, draw]
  })
}

async function inWorkbench<T>(work: (page: Page, frame: Frame) => Promise<T>): Promise<T> {
  const browser = await launchBrowser()
  const { page, close } = await openPage(browser)
  try {
    // The sample workbook has targets of its own.
    await page.evaluate(() => {
      const { model } = window.cuesheet
      model.dispatch('DELETE_SHEET', { sheetId: model.getters.getSheetIdByName('Targets')!, sheetName: 'Targets' })
      // The dialog of the browser would wait for a person.
      window.print = () => undefined
    })
    await countHostTime(page)
    const frame = await sideFrame(page)
    await frame.getByRole('tab', { name: 'Plans' }).click()
    return await work(page, frame)
  } finally {
    await close()
    await browser.close()
  }
}

/** Creates sheets, until the workbook is calculated and drawn. */
function created(page: Page, sheets: readonly TablePlan[]): Promise<number> {
  return page.evaluate(async (sheets) => {
    const start = performance.now()
    await window.cuesheet.book.createSheets(sheets)
    await new Promise((next) => requestAnimationFrame(() => setTimeout(next)))
    return performance.now() - start
  }, sheets as TablePlan[])
}

/** The sheet of a plan with so many rows, each filled in as a row of its library, and with its formulas. */
function sheet(name: string, count: number): TablePlan {
  const plan = findPlan(name)!
  const like = (plan.library?.sets ?? []).flatMap(({ rows }) => rows as readonly NewRow[])
  const formulas = formulaCells(plan, layout)
  const rows = Array.from({ length: count }, (_, i): NewRow => ({
    ...formulas,
    ...like[i % Math.max(like.length, 1)],
    ...(name === 'History' ? closedRow(i) : { Owner: `Owner ${i % 9}` }),
    ...(name === 'KPIs' && { Value: 0.5 + (i % 50) / 100 }),
    [plan.key]: `${plan.key} ${i} of the plan`,
    Id: `id${i}`,
  }))
  return sheetOf(plan, layout, rows)
}

/** What 14 KPIs were, month by month, up to the end of 2024. */
function closedRow(i: number): NewRow {
  const [kpi, month] = [i % 14, Math.floor(i / 14)]
  return {
    Month: serialOf(2022 + Math.floor(month / 12), 1 + (month % 12), 1),
    Value: 0.5 + ((i * 7) % 40) / 100,
    Target: '>= 80%',
    Status: 'amber',
    'KPI id': `id${kpi}`,
  }
}
