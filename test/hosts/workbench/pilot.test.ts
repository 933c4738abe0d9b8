import { beforeAll, describe, expect, test } from 'vitest'
import { diffInDiff } from '../../../core/metrics/experiments/diffInDiff.ts'
import { caseOf, caseSheet } from '../../../core/plans/pilot/caseCard.ts'
import { pilotRequest } from '../../../core/plans/pilot/planning.ts'
import { settingsOf } from '../../../core/plans/pilot/settings.ts'
import { pilot } from '../../../core/plans/gallery/pilot.ts'
import { chartOf } from '../../../core/plans/chart.ts'
import { sheetOf } from '../../../core/plans/plan.ts'
import { readRows } from '../../../core/plans/reading.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { expectClose } from '../../close.ts'
import { column, compute } from '../../compute.ts'
import { putBack } from '../../../core/plans/putBack.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)
const MONDAY = 46083
const planned = { kpi: '=CSAT', target: '85%', changed: 'service', start: '2026-03-02', owner: 'Ann' }
/** By hand: service 0.70 before, 0.80 after; product 0.60 before, 0.64 after. The effect is 0.10 - 0.04. */
const SERVICE = [0.68, 0.72, 0.69, 0.71, 0.78, 0.82, 0.79, 0.81]
const PRODUCT = [0.58, 0.62, 0.59, 0.61, 0.63, 0.65, 0.64, 0.64]

async function open(changes: Partial<typeof planned> = {}) {
  const { book, ...hands } = openBook()
  await book.createSheets([sheetOf(pilot, layout)])
  const content = async () => (await book.readSheet('Pilot'))!
  const plan = async () => book.changeRows(pilotRequest(pilot, await content(), { ...planned, ...changes }))
  const told = async (...labels: string[]) => {
    const [titles] = (await content()).values
    return labels.map((label) => titles![titles!.indexOf(label) + 1] ?? null)
  }
  const fill = async (column: string, numbers: readonly unknown[]) => {
    for (const [i, number] of numbers.entries()) await hands.put('Pilot', `${column}${i + 2}`, number as string)
  }
  return { ...hands, book, content, plan, told, fill }
}

const ALL = ['Product before', 'Product after', 'Service before', 'Service after', 'Effect', 'Verdict'] as const

describe('a pilot that was just created', () => {
  test('tells nothing, and shows no error', async () => {
    const sheet = await open()
    expect(await sheet.told('KPI', 'Target', 'Changed path', 'Ends', ...ALL)).toEqual(new Array(10).fill(null))
    expect((await sheet.content()).values.flat().filter((cell) => String(cell).startsWith('#'))).toEqual([])
  })

  test('is planned in one write: four weeks before and thirteen with the change, dated', async () => {
    const sheet = await open()
    sheet.traffic()
    const { refused } = await sheet.plan()
    expect([refused, sheet.traffic().writes]).toEqual([[], 1])
    const rows = readRows(pilot, await sheet.content())
    expect(rows).toHaveLength(17)
    expect(rows.map(({ values }) => values['Begins on'])).toEqual(rows.map((_, i) => MONDAY + 7 * (i - 4)))
    expect(rows.map(({ values }) => values['Phase'])).toEqual([
      ...new Array(4).fill('baseline'),
      ...new Array(13).fill('pilot'),
    ])
    expect(await sheet.told('KPI', 'Target', 'Changed path', 'Ends')).toEqual(['=CSAT', '85%', 'service', MONDAY + 90])
    expect(await sheet.told(...ALL)).toEqual([null, null, null, null, null, null])
    expect(readPlan(pilot, await sheet.content(), () => 'new', layout).repairs).toEqual([])
  })

  test('is not planned twice, whatever the other one says', async () => {
    const sheet = await open()
    const before = await sheet.content()
    await sheet.plan()
    await expect(sheet.book.changeRows(pilotRequest(pilot, before, { ...planned, kpi: 'NPS' }))).rejects.toThrow(
      /changed meanwhile. Nothing was written/,
    )
    const { done, refused } = await sheet.book.changeRows(
      pilotRequest(pilot, await sheet.content(), { ...planned, start: '2027-01-04' }),
    )
    expect([done.length, refused.length]).toEqual([0, 17])
    expect(readRows(pilot, await sheet.content())).toHaveLength(17)
  })
})

describe('what is told beside the table', () => {
  let sheet: Awaited<ReturnType<typeof open>>
  beforeAll(async () => {
    sheet = await open()
    await sheet.plan()
    await sheet.fill('D', PRODUCT)
    await sheet.fill('E', SERVICE)
  })

  test('are the means of both paths, and the effect as by hand', async () => {
    const [pb, pa, sb, sa, effect, verdict] = await sheet.told(...ALL)
    expectClose([pb, pa, sb, sa, effect], [0.6, 0.64, 0.7, 0.8, 0.06], 1e-12)
    expect(verdict).toBe('clear increase')
  })

  test('is what DIFF_IN_DIFF and the case card make of the same numbers', async () => {
    const parts = [SERVICE, PRODUCT].flatMap((all) => [column(...all.slice(0, 4)), column(...all.slice(4))])
    const [effect, low, high, , verdict] = (compute(diffInDiff, ...parts) as unknown[][])[1]!
    expectClose((await sheet.told('Effect'))[0], effect)
    expect((await sheet.told('Verdict'))[0]).toBe(verdict)
    const content = await sheet.content()
    const card = caseOf(readRows(pilot, content), settingsOf(content), null, MONDAY + 100)
    if (typeof card === 'string') throw new Error(card)
    expect(card.outcome.effect).toEqual({ size: effect, low, high, verdict })
  })

  test('stays where it is and says the same when the weeks are sorted', async () => {
    const before = await sheet.told('KPI', 'Target', 'Changed path', 'Ends', ...ALL)
    const { values } = await sheet.content()
    const rows = values.slice(1).map((line) => line.slice(0, 9))
    for (const [i, line] of [...rows].reverse().entries())
      for (const [j, cell] of line.entries())
        await sheet.put('Pilot', `${'ABCDEFGHI'[j]}${i + 2}`, (cell ?? '') as string)
    const after = await sheet.told('KPI', 'Target', 'Changed path', 'Ends', ...ALL)
    expect(after.slice(0, 4)).toEqual(before.slice(0, 4))
    expectClose(after.slice(4, 9), before.slice(4, 9), 1e-12)
    expect(after[9]).toBe(before[9])
  })

  test('turns round when the other path is said to have changed', async () => {
    const [titles] = (await sheet.content()).values
    const place = titles!.indexOf('Changed path') + 1
    await sheet.put('Pilot', `${String.fromCharCode(65 + place)}1`, 'Product')
    const [effect, verdict] = await sheet.told('Effect', 'Verdict')
    expectClose(effect, -0.06, 1e-12)
    expect(verdict).toBe('clear decrease')
    await sheet.put('Pilot', `${String.fromCharCode(65 + place)}1`, 'neither')
    expect(await sheet.told('Effect', 'Verdict')).toEqual([null, null])
  })
})

describe('too few numbers', () => {
  test.each<[string, readonly unknown[], readonly unknown[], boolean, boolean]>([
    ['none on one path', PRODUCT, [], false, false],
    ['one week before', [0.6, '', '', '', 0.6, 0.7], [0.5, '', '', '', 0.6, 0.7], true, false],
    ['one week after', [0.6, 0.7, '', '', 0.6], [0.6, 0.7, '', '', 0.8], true, false],
    ['two and two', [0.6, 0.7, '', '', 0.6, 0.7], [0.6, 0.7, '', '', 0.8, 0.7], true, true],
    ['words for numbers', ['a', 'b', 0.6, 0.7, 0.6, 0.7], [0.6, 0.7, '', 'x', 0.8, 0.7], true, true],
    ['zeros are numbers', [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], true, true],
  ])('%s', async (_, product, service, hasEffect, hasVerdict) => {
    const sheet = await open()
    await sheet.plan()
    await sheet.fill('D', product)
    await sheet.fill('E', service)
    const [effect, verdict] = await sheet.told('Effect', 'Verdict')
    expect([typeof effect === 'number', typeof verdict === 'string']).toEqual([hasEffect, hasVerdict])
    expect(String(verdict)).not.toMatch(/^#/)
  })
})

test('the chart draws both paths over the weeks', async () => {
  const sheet = await open()
  await sheet.plan()
  const content = await sheet.content()
  const chart = chartOf(pilot, readRows(pilot, content), () => content.values[0]!.map((title) => String(title ?? '')))
  expect(chart).toMatchObject({
    row: 1,
    column: 10,
    labels: 'A2:A18',
    series: [{ cells: 'D2:D18' }, { cells: 'E2:E18' }],
  })
  await sheet.book.addChart(chart as Exclude<typeof chart, string>)
  expect(sheet.charts('Pilot')).toHaveLength(1)
})

test('the case card is drawn with its numbers, words and a chart, without a formula', async () => {
  const sheet = await open({ kpi: '=HYPERLINK("x")' })
  await sheet.plan()
  await sheet.fill('D', PRODUCT)
  await sheet.fill('E', SERVICE)
  await sheet.put('Pilot', 'G6', 'Two replies a day are enough')
  const content = await sheet.content()
  const rows = readRows(pilot, content)
  const card = caseOf(rows, settingsOf(content), null, MONDAY + 100)
  if (typeof card === 'string') throw new Error(card)
  await sheet.book.drawSheet(caseSheet(card, rows, null))
  const drawn = (await sheet.book.readSheet('Case 2026-03-02'))!
  expect(drawn.formulas.flat().filter((formula) => formula !== '')).toEqual([])
  expect(drawn.values[0]![0]).toBe('=HYPERLINK("x") on the service path')
  expectClose(
    drawn.values.slice(4, 7).map((line) => line[3]),
    [10, 4, 6],
    1e-12,
  )
  expect(drawn.values.flat()).toContain('Week 1: Two replies a day are enough')
  expect(sheet.charts('Case 2026-03-02')).toHaveLength(1)
})

test('a pilot that is put back has what it is about and the same effect', async () => {
  const sheet = await open()
  await sheet.plan()
  await sheet.fill('D', PRODUCT)
  await sheet.fill('E', SERVICE)
  const lost = await sheet.content()
  const other = openBook()
  await other.book.createSheets([putBack(pilot, lost, layout)])
  expect((await other.book.readSheet('Pilot'))!.values).toEqual(lost.values)
})
