import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findingsOf, nameOf, overallFindings } from '../../../core/plans/plan.ts'
import type { Finding } from '../../../core/plans/check.ts'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { plans } from '../../../core/plans/gallery/index.ts'
import { isAsClosed } from '../../../core/plans/month/record.ts'
import { closingOf, closingProblem, openMonths, usualMonth } from '../../../core/plans/month/closing.ts'
import { outcomeOf } from '../../../core/plans/pilot/outcome.ts'
import { settingsOf } from '../../../core/plans/pilot/settings.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { logsOf, readingOf } from '../../../core/plans/renewals/logs.ts'
import { merged } from '../../../core/plans/renewals/merge.ts'
import { keptSources, refreshedOn } from '../../../core/plans/renewals/sources.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { dayIn, numberIn, wordIn, type Row } from '../../../core/plans/row.ts'
import { scorecard, writtenByHand } from '../../../core/plans/scorecard/drawing.ts'
import { scorecardFindings } from '../../../core/plans/scorecard/judging.ts'
import { linkedViews } from '../../../core/plans/scorecard/views.ts'
import type { SheetContent } from '../../../core/sheet/book.ts'
import { civil, serialOf } from '../../../core/statistics/time/calendar.ts'
import { companyAsOf } from '../../../workbench/sample/company/asOf.ts'
import { sampleCompany } from '../../../workbench/sample/company/company.ts'
import { sampleWorkbook } from '../../../workbench/sample/sample.ts'
import { LAST_DAY } from '../../../workbench/sample/sampleData.ts'
import type { Workbook } from '../../../workbench/workbook.ts'
import { expectClose } from '../../close.ts'
import { openBook } from './openBook.ts'
import { openWorkbench } from './openWorkbench.ts'

const NAMES = plans.map(({ name }) => name)
const [FEBRUARY, MARCH] = [serialOf(2026, 2, 1), serialOf(2026, 3, 1)]

/** The company as a person opens it on a day, on which the clock stands then. */
async function openOn(company: Workbook, day: number) {
  const { year, month, day: date } = civil(day)
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(year, month - 1, date, 12) })
  const opened = openBook(companyAsOf(company, day))
  const contents = new Map<string, SheetContent>()
  for (const name of [...NAMES, 'Scorecard', 'Orders']) contents.set(name, (await opened.book.readSheet(name))!)
  const content = (name: string) => contents.get(name)!
  const layout = layoutOf((name) => contents.get(name) ?? null)
  const rowsOf = (name: string) => readRows(findPlan(name)!, content(name))
  const about = { today: day, rowsOf }
  const findings = (name: string) => {
    const plan = findPlan(name)!
    return rowsOf(name).flatMap((row) =>
      findingsOf(plan, row, about).map((one) => ({ ...one, row: nameOf(plan, row) })),
    )
  }
  return { ...opened, content, layout, rowsOf, about, findings, day }
}

let company: Workbook
/** Ten days after its data end. */
let spring: Awaited<ReturnType<typeof openOn>>

beforeAll(async () => {
  company = await sampleCompany()
  spring = await openOn(company, LAST_DAY + 10)
})
afterAll(() => void vi.useRealTimers())

const reds = (findings: readonly (Finding & { row: string })[]) =>
  findings.flatMap(({ level, row }) => (level === 'red' ? [row] : []))
const column = (name: string, title: string) => spring.rowsOf(name).map(({ values }) => values[title] ?? null)
const named = (name: string, title: string, word: string): Row =>
  spring.rowsOf(name).find((row) => wordIn(row, title) === word)!

describe('the company of the sample', () => {
  test('has answers in front, the scorecard right behind, models, plans as the gallery has them, and data', () => {
    expect(company.sheets.map(({ name }) => name)).toEqual([
      'Start',
      'Scorecard',
      'LTV model',
      'Customer value',
      'Subscriptions',
      'Cohorts',
      'Survey results',
      'Service desk',
      'Staffing',
      'Ad budget',
      'Launch',
      ...NAMES,
      'Orders',
      'Survey',
      'Tickets',
      'Outages',
      'Ad weeks',
      'Lamp prices',
    ])
  })

  test('shows no error in any cell', () => {
    const { getters } = spring.model
    const cells = getters.getSheetIds().flatMap((sheetId) => getters.getEvaluatedCells(sheetId))
    expect(cells.length).toBeGreaterThan(20_000)
    expect(cells.filter(({ type }) => type === 'error')).toEqual([])
  })

  test('keeps the targets of the service desk, which shows what it showed', () => {
    const before = openWorkbench(sampleWorkbook())
    const shown = ({ cell }: Pick<typeof before, 'cell'>) =>
      ['C', 'D', 'E'].map((letters) => [13, 14, 15, 16, 17].map((row) => cell('Service desk', letters + row).value))
    expect(shown(spring)).toEqual(shown(before))
    expect(shown(before)[1]).toEqual(['>= 90%', '70%-85%', '< 12 h', '<= 25', '>= 99.5%'])
  })

  test.each([
    ['Targets', 15],
    ['KPIs', 14],
    ['Sources', 4],
    ['Signals', 12],
    ['Promises', 5],
    ['Messages', 4],
    ['Journey', 12],
    ['Feedback', 13],
    ['Pilot', 17],
    ['Experiments', 5],
    ['Content', 10],
    ['Roadmap', 8],
    ['Risks', 7],
    ['Offerings', 5],
    ['Renewals', 139],
    ['Checklist', 16],
    ['History', 70],
  ])('has %s with %i rows, in which nothing is to be mended', (name, count) => {
    const { rows, repairs } = readPlan(findPlan(name)!, spring.content(name), () => 'new', spring.layout)
    expect({ rows: rows.length, repairs }).toEqual({ rows: count, repairs: [] })
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
  })

  test('has every plan of the gallery', () => {
    expect(NAMES).toHaveLength(17)
  })

  test('starts with what a manager looks at first', () => {
    const { cell } = spring
    const asked = [20, 21, 22, 23, 24, 25].map((row) => [
      cell('Start', `C${row}`).formattedValue,
      cell('Start', `E${row}`).value,
    ])
    expect(cell('Start', 'B19').value).toBe('For managers: the practice in five minutes')
    expect(asked.map(([shown]) => shown)).toEqual(['2', '1', '2', '0.64%', '+6.4', '11.0'])
    const sheets = asked.map(([, where]) => /^\w+/.exec(String(where))![0])
    expect(sheets).toEqual(['Scorecard', 'Signals', 'Promises', 'Journey', 'Pilot', 'Roadmap'])
  })
})

describe('its KPIs', () => {
  test('are seven on each path, all with a value, and a status where there is a target', () => {
    const kpis = spring.rowsOf('KPIs')
    for (const path of ['product', 'service'])
      expect(kpis.filter((row) => wordIn(row, 'Path') === path)).toHaveLength(7)
    expect(kpis.filter((row) => numberIn(row, 'Value') === null)).toEqual([])
    expect(kpis.filter((row) => wordIn(row, 'Status') === '').map((row) => wordIn(row, 'KPI'))).toEqual([
      'Visits to the shop',
    ])
    expect(kpis.filter((row) => !/^=/.test(row.seen.Value!)).map((row) => wordIn(row, 'KPI'))).toEqual([
      'Visits to the shop',
      'Quality of the answers',
    ])
  })

  test('were closed for five months, as History still has them, and February is left to be closed', () => {
    const history = spring.rowsOf('History')
    expect(history.every(isAsClosed)).toBe(true)
    const months = [...new Set(history.map((row) => dayIn(row, 'Month')))]
    expect(months).toEqual([9, 10, 11, 12, 13].map((month) => serialOf(2025, month, 1)))
    const open = openMonths(history, spring.day)
    expect(usualMonth(open, history)).toEqual({ start: FEBRUARY, label: '2026-02' })
    expect(closingProblem(FEBRUARY, spring.rowsOf('KPIs'), history)).toBe('')
    expect(closingOf(spring.rowsOf('KPIs'), history).told).toBe('1 turned red, no targets changed, all have a value')
  })

  test('go where their months went: more visits, of which fewer end in an order', () => {
    expect(column('KPIs', 'Trend').slice(0, 2)).toEqual(['improving', 'worsening'])
    expect(column('KPIs', 'Trend')).not.toContain('needs 5 months')
  })

  test('are those that their functions give over the rows of February', () => {
    const orders = spring.content('Orders').values.slice(1)
    const inFebruary = orders.filter(([, , day]) => Number(day) >= FEBRUARY && Number(day) < MARCH)
    const customers = new Set(inFebruary.map(([, customer]) => customer))
    const revenue = inFebruary.reduce((sum, [, , , amount]) => sum + Number(amount), 0)
    const value = (kpi: string) => numberIn(named('KPIs', 'KPI', kpi), 'Value')!
    const visits = value('Visits to the shop')
    expectClose(
      [value('Visits that end in an order'), value('Revenue per customer')],
      [inFebruary.length / visits, revenue / customers.size],
    )
  })
})

describe('what its plans find', () => {
  test('is red where it should be', () => {
    const found = Object.fromEntries(NAMES.map((name) => [name, reds(spring.findings(name))]))
    expect(found).toEqual({
      Targets: [],
      KPIs: ['Time the shop is open to order', 'Replies within two working hours'],
      Sources: ['Monitoring'],
      Signals: ['The order page names the day of delivery', '“We reply within two working hours” below the order'],
      Promises: ['Reply within two working hours', 'Winter sale: 15% off'],
      Messages: ['We call back when a parcel is late, before you ask.'],
      Journey: [],
      Feedback: ['Refund took three weeks', 'The courier left the box in the rain'],
      Pilot: [],
      Experiments: ['An order form on one page is finished more often'],
      Content: ['Put it up in an hour: the film'],
      Roadmap: ['Refund within three days'],
      Risks: ['The shop is down while a sale is on'],
      Offerings: [],
      Renewals: ['Hotel by the lake'],
      Checklist: ['Look at returns after 30 days'],
      History: [],
    })
  })

  test.each(NAMES)('is little enough in %s to be read, and of several kinds', (name) => {
    const findings = spring.findings(name)
    const overall = overallFindings(findPlan(name)!, spring.rowsOf(name), spring.about)
    expect(findings.length + overall.length).toBeLessThanOrEqual(7)
    if (name !== 'History') expect(findings.length + overall.length).toBeGreaterThanOrEqual(2)
    expect(new Set(findings.map(({ filter }) => filter)).size).toBeGreaterThan(findings.length / 3 - 1)
  })

  test('is the same half a year later, but for data that are old by then', async () => {
    const autumn = await openOn(company, LAST_DAY + 200)
    const told = ({ findings }: typeof spring) =>
      NAMES.flatMap((name) =>
        findings(name).map(({ row, text }) => `${name}, ${row}: ${text.replace(/\d{4}-\d\d-\d\d/g, 'day')}`),
      )
    const isOld = (text: string) => /is \d+ days old/.test(text)
    expect(told(autumn).filter((text) => !isOld(text))).toEqual(told(spring).filter((text) => !isOld(text)))
    expect(reds(autumn.findings('Sources'))).toEqual(['Survey', 'Monitoring'])
    const { getters } = autumn.model
    const cells = getters.getSheetIds().flatMap((sheetId) => getters.getEvaluatedCells(sheetId))
    expect(cells.filter(({ type }) => type === 'error')).toEqual([])
  })
})

describe('days', () => {
  test('of plans move with the calendar, and those of closed months and of data do not', async () => {
    const later = await openOn(company, LAST_DAY + 40)
    for (const plan of plans) {
      const dates = plan.columns.filter(({ kind }) => kind === 'date').map(({ title }) => title)
      const days = ({ rowsOf }: typeof spring) =>
        rowsOf(plan.name).flatMap((row) => dates.map((title) => [row.id, title, dayIn(row, title)] as const))
      const moved = plan.isRecord ? 0 : 30
      expect(days(later)).toEqual(days(spring).map(([id, title, day]) => [id, title, day && day + moved]))
    }
    expect(later.content('Orders')).toEqual(spring.content('Orders'))
    expect(later.content('Promises').formulas).toEqual(spring.content('Promises').formulas)
  })

  test('on which something was done are not to come', () => {
    for (const title of [
      'Heard on',
      'Decided on',
      'Changed on',
      'Told customer on',
      'Next order',
      'Done on',
      'Reviewed on',
    ])
      for (const plan of plans.filter(({ columns }) => columns.some((one) => one.title === title)))
        for (const row of spring.rowsOf(plan.name)) expect(dayIn(row, title) ?? 0).toBeLessThanOrEqual(spring.day)
  })
})

describe('its numbers agree', () => {
  const moved = () => spring.day - LAST_DAY

  test('those who got to an order are the orders of February, those who came the visits', () => {
    const orders = spring.content('Orders').values.slice(1)
    const inFebruary = orders.filter(([, , day]) => Number(day) >= FEBRUARY)
    const reached = (step: string) => numberIn(named('Journey', 'Step', step), 'Reached')
    expect(reached('Orders')).toBe(inFebruary.length)
    expect(reached('Comes to the shop')).toBe(numberIn(named('KPIs', 'KPI', 'Visits to the shop'), 'Value'))
    const known = new Set(orders.filter(([, , day]) => Number(day) < FEBRUARY).map(([, customer]) => customer))
    const again = new Set(inFebruary.map(([, customer]) => customer).filter((customer) => known.has(customer)))
    expect(reached('Orders again')).toBe(again.size)
    expect(column('Journey', 'Step rate').filter((rate) => Number(rate) > 1)).toEqual([])
  })

  test('offerings earned what customers paid in the last twelve months', () => {
    const paid = spring
      .content('Orders')
      .values.slice(1)
      .filter(([, , day]) => Number(day) > LAST_DAY - 365)
      .reduce((sum, [, , , amount]) => sum + Number(amount), 0)
    const revenue = column('Offerings', 'Revenue').reduce<number>((sum, one) => sum + Number(one ?? 0), 0)
    expect(Math.abs(revenue - paid)).toBeLessThan(5)
  })

  test('vouchers went to new customers only, and were used by some of these', () => {
    const voucher = named('Promises', 'Promise', 'Voucher for the second order')
    const first = new Map<unknown, number>()
    for (const [, customer, day] of spring.content('Orders').values.slice(1))
      if (!first.has(customer)) first.set(customer, Number(day))
    const since = dayIn(voucher, 'From')! - moved()
    const [issued, redeemed, sold] = ['Issued', 'Redeemed', 'Units sold'].map((title) => numberIn(voucher, title)!)
    expect(issued).toBeLessThanOrEqual([...first.values()].filter((day) => day >= since).length)
    expect(redeemed).toBeLessThanOrEqual(Math.min(issued!, sold!))
  })

  test('customers who complained ordered again when Feedback says so', () => {
    const orders = spring.content('Orders').values.slice(1)
    for (const row of spring.rowsOf('Feedback')) {
      const [heard, next] = [dayIn(row, 'Heard on')! - moved(), dayIn(row, 'Next order')]
      const days = orders.filter(([, customer]) => customer === wordIn(row, 'Customer')).map(([, , day]) => Number(day))
      expect(
        days.some((day) => day <= heard),
        wordIn(row, 'Customer'),
      ).toBe(true)
      if (next !== null) expect(Math.min(...days.filter((day) => day > heard))).toBe(next - moved())
      else if (wordIn(row, 'Type') !== 'idea') expect(days.filter((day) => day > heard)).toEqual([])
    }
  })

  test('the effect of the pilot is that of its page, over the weeks that its wizard planned', () => {
    const settings = settingsOf(spring.content('Pilot'))
    expect(settings).toEqual({ kpi: 'Quality of the answers', target: '>= 85', changed: 'service', missing: [] })
    const outcome = outcomeOf(spring.rowsOf('Pilot'), settings, spring.rowsOf('KPIs'))!
    expect(outcome).toMatchObject({ weeks: { before: 4, after: 13 }, effect: { verdict: 'clear increase' } })
    const titles = spring.content('Pilot').values[0]!
    expectClose(titles[titles.indexOf('Effect') + 1], outcome.effect!.size)
    expect(outcome.reached).toMatchObject({ isReached: false, last: { name: 'Week 13', value: 88 } })
  })

  test('the list of renewals is that of the orders: a refresh at the end of the data changes nothing', async () => {
    const content = spring.content('Renewals')
    const reading = readingOf(keptSources(content), LAST_DAY)
    if ('problem' in reading) throw new Error(reading.problem)
    const logs = logsOf(reading, await spring.book.readRanges(reading.ranges), LAST_DAY)
    if ('problem' in logs) throw new Error(logs.problem)
    const { changes, added, gone } = merged(findPlan('Renewals')!, spring.rowsOf('Renewals'), logs, spring.layout)
    expect({ changes, added, gone }).toEqual({ changes: [], added: [], gone: [] })
    expect(refreshedOn(content)).toBe('2026-02-28')
  })
})

describe('its scorecard', () => {
  test('shows channels and cohorts, and nothing that is written by hand', () => {
    const content = spring.content('Scorecard')
    expect(linkedViews(content).map(({ title, formula }) => [title, formula])).toEqual([
      ['Attribution', '=ATTRIBUTION(Orders!E:E)'],
      ['Cohorts', '=COHORT_RETENTION(Orders!B:B,Orders!C:C)'],
    ])
    const [kpis, history] = [spring.rowsOf('KPIs'), spring.rowsOf('History')]
    expect(writtenByHand(content, scorecard(kpis, history, spring.layout, null), history)).toEqual([])
    expect(spring.charts('Scorecard')).toHaveLength(4)
  })

  test('says of one score that it hides two red', () => {
    expect(scorecardFindings(spring.rowsOf('KPIs'))).toEqual(['Reliability scores 96 though 2 of its 4 KPIs are red.'])
  })

  test('is one of the sheets with charts that the plans offer', () => {
    for (const { name, chart } of plans) expect(spring.charts(name), name).toHaveLength(chart ? 1 : 0)
  })
})
