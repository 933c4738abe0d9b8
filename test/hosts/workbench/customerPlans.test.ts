import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPlan } from '../../../core/plans/findPlan.ts'
import { journey } from '../../../core/plans/gallery/journey.ts'
import { messages } from '../../../core/plans/gallery/messages.ts'
import { promises } from '../../../core/plans/gallery/promises.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { kpiCells } from '../../../core/plans/linking.ts'
import { columnOf, findingsOf, formulaCells, sheetOf, type NewRow, type Plan } from '../../../core/plans/plan.ts'
import { changeOf, readRows, requestOf } from '../../../core/plans/reading.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { statusFormula } from '../../../core/plans/live.ts'
import { COLOURS } from '../../../core/sheet/looks.ts'
import { lettersOf } from '../../../core/sheet/sheetReference.ts'
import { findMetric } from '../../../core/catalogue/catalogue.ts'
import { compute as computed } from '../../compute.ts'
import { expectClose } from '../../close.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)
const compute = (name: string, ...cells: unknown[]) => computed(findMetric(name)!, ...cells)

async function open(plan: Plan, ...rows: readonly NewRow[]) {
  const hands = openBook()
  hands.put('Sheet1', 'A1', '=TODAY()')
  const today = (hands.result('Sheet1', 'A1') as { value: number }).value
  await hands.book.createSheets([sheetOf(plan, layout)])
  const change = (name: string, changes: Parameters<typeof requestOf>[1]) =>
    hands.book.changeRows(requestOf(findPlan(name)!, changes))
  await change(
    plan.name,
    rows.map((row, i) => ({ id: `r${i}`, seen: null, cells: { ...formulaCells(plan, layout), ...row } })),
  )
  const rowsOf = async (name: string) => readRows(findPlan(name)!, (await hands.book.readSheet(name))!)
  const shown = async (title: string) => (await rowsOf(plan.name)).map(({ values }) => values[title] ?? null)
  const summary = async () => {
    const [titles] = (await hands.book.readSheet(plan.name))!.values
    return titles!.slice(titles!.indexOf(null) + 1).filter((_, i) => i % 2 === 1)
  }
  const letters = (title: string) => lettersOf(layout(plan.name).indexOf(title))
  return { ...hands, today, change, rowsOf, shown, summary, letters }
}

/** What people leave, forget and mistype in the cells from which a formula reckons. */
const anything = (...choices: NewRow[string][]) =>
  fc.constantFrom<NewRow[string]>(null, null, 0, 1, 2, 7, -3, 0.2, 1.5, 46000, 99999, 'about 7', '7', ' ', ...choices)

async function noErrors(plan: Plan, cells: Readonly<Record<string, readonly NewRow[string][]>>) {
  const row = fc.record(
    Object.fromEntries(Object.entries(cells).map(([title, choices]) => [title, anything(...choices)])),
  )
  const rows = fc.sample(row, { numRuns: 150, seed: 15 })
  const sheet = await open(plan, ...rows)
  for (const { title } of plan.columns.filter(({ formula }) => formula !== undefined)) {
    const shown = await sheet.shown(title)
    expect(
      shown.filter((value) => typeof value === 'string' && value.startsWith('#')),
      title,
    ).toEqual([])
  }
  return { ...sheet, rows }
}

describe('the step rate of a journey', () => {
  const steps = (Path: string, ...reached: readonly NewRow[string][]): NewRow[] =>
    reached.map((Reached, i) => ({ Step: `${Path} ${i}`, Path, Number: 10 * (i + 1), Reached }))

  test('is what FUNNEL says of the steps of its path, in whatever order the rows stand', async () => {
    const [product, service] = [
      [1000, 320, 64, 60],
      [500, 400, 100],
    ]
    const rows = [...steps('product', ...product!), ...steps('service', ...service!)]
    const funnel = (counts: readonly number[]) => {
      const [, ...lines] = compute(
        'FUNNEL',
        counts.map((_, i) => [`${i}`]),
        counts.map((count) => [count]),
      ) as unknown[][]
      return lines.map((line, i) => (i === 0 ? null : line[2]))
    }
    const expected = [...funnel(product!), ...funnel(service!)]
    expectClose(expected.slice(0, 4), [null, 0.32, 0.2, 0.9375])
    const order = [3, 5, 0, 6, 2, 4, 1]
    const { shown, summary } = await open(journey, ...order.map((i) => rows[i]!))
    expectClose(
      await shown('Step rate'),
      order.map((i) => expected[i]),
    )
    expectClose(await summary(), [0.06, 0.2])
  })

  test('is blank where there is no step before, one that was not counted, or two of them', async () => {
    const { shown, put, letters } = await open(
      journey,
      ...steps('product', 100, null, 30, 15),
      ...steps('service', 0, 5),
      { Step: 'Elsewhere', Reached: 5, Number: 20 },
      { Step: 'Nowhere', Path: 'product', Reached: 5 },
    )
    expect(await shown('Step rate')).toEqual([null, null, null, 0.5, null, null, null, null])
    put('Journey', `${letters('Number')}4`, '20')
    expect(await shown('Step rate')).toEqual([null, null, 0.3, null, null, null, null, null])
  })

  test('takes a path for the same in any case, and follows a row that is inserted', async () => {
    const { shown, change, summary } = await open(
      journey,
      ...steps('Product', 100),
      ...steps('product', 1, 25).slice(1),
    )
    expect(await shown('Step rate')).toEqual([null, 0.25])
    const cells = { ...formulaCells(journey, layout), Step: 'Between', Path: 'product', Number: 15, Reached: 50 }
    await change('Journey', [{ id: 'x', seen: null, cells }])
    expect(await shown('Step rate')).toEqual([null, 0.5, 0.5])
    expect(await summary()).toEqual([0.25, null])
  })

  test('is no error in half a row', async () => {
    const { rows, shown, summary } = await noErrors(journey, {
      Path: ['product', 'service', 'product'],
      Number: [3, 4, 5],
      Reached: [100, 50],
    })
    const rates = await shown('Step rate')
    rows.forEach((row, i) => {
      const isCounted = typeof row.Number === 'number' && typeof row.Reached === 'number'
      if (!isCounted || row.Path === null) expect(rates[i]).toBeNull()
      else expect(['number', 'object']).toContain(typeof rates[i])
    })
    for (const told of await summary()) expect(String(told)).not.toMatch(/^#/)
  })
})

describe('a promise', () => {
  test('is live, ends soon, has expired, ended or not begun, by its days', async () => {
    const { today, shown, colour, letters } = await open(promises)
    const rows: [string | null, NewRow][] = [
      ['live', {}],
      ['live', { From: today, Ends: today + 15 }],
      ['ends soon', { Ends: today + 14 }],
      ['ends soon', { Ends: today }],
      ['ends soon', { Ends: today + 0.5, 'Still shown': 'yes' }],
      ['expired and shown', { Ends: today - 1, 'Still shown': 'Yes' }],
      ['ended', { Ends: today - 1, 'Still shown': 'no' }],
      ['ended', { Ends: today - 1 }],
      ['not begun', { From: today + 1 }],
      ['not begun', { From: today + 1, Ends: today + 5 }],
      [null, { Ends: 'in May' }],
      [null, { From: 'in May', Ends: today - 1 }],
    ]
    expect(await shown('State')).toEqual([])
    const filled = await open(promises, ...rows.map(([, row], i) => ({ Promise: `P${i}`, ...row })), { Ends: today })
    expect(await filled.shown('State')).toEqual([...rows.map(([state]) => state), null])
    expect((await filled.summary())[0]).toBe(1)
    const fills = [2, 4, 7, 8, 10].map((row) => filled.colour('Promises', `${letters('State')}${row}`))
    const { green, amber, red, grey } = COLOURS
    expect(fills).toEqual([green, amber, red, grey, grey].map(({ fill }) => fill))
    expect(colour('Promises', `${letters('State')}2`)).toBe('')
  })

  test('has an uptake and the profit that PROMO_PROFIT tells', async () => {
    const offer = { 'Usual units': 1000, 'Units sold': 1800, Price: 50, Discount: 0.2, 'Unit cost': 25 }
    const { shown } = await open(
      promises,
      { Promise: 'A', Issued: 4000, Redeemed: 340, ...offer, 'Fixed cost': 3000 },
      { Promise: 'B', Issued: 0, Redeemed: 0, ...offer },
      { Promise: 'C', Issued: 10, ...offer, Discount: 1.2 },
      { Promise: 'D', Redeemed: 10, ...offer, 'Units sold': -1 },
      { Promise: 'E', ...offer, Price: null },
      { Promise: 'F', ...offer, Discount: 1, 'Unit cost': 0 },
    )
    expect(await shown('Uptake')).toEqual([0.085, null, null, null, null, null])
    // 800 units at 40 less 25, less 10 on each of 1000: 12000 - 10000; with everything given away 1000 x 50.
    expect(await shown('Profit')).toEqual([-1000, 2000, null, null, null, -50000])
    const [, row] = compute('PROMO_PROFIT', 1000, 1800, 50, 0.2, 25, 3000) as number[][]
    expect(row![3]).toBe(-1000)
  })

  test('counts its claims in the first row', async () => {
    const { summary } = await open(
      promises,
      { Promise: 'A', Claimed: 7, Honoured: 4, Status: 'red', 'Still shown': 'yes' },
      { Promise: 'B', Claimed: 3, Honoured: 3, Status: 'red', 'Still shown': 'no' },
      { Promise: 'C', Status: 'red' },
    )
    expect(await summary()).toEqual([0, 2, 0.7])
    expect(await (await open(promises)).summary()).toEqual([0, 0, null])
  })

  test('counts no claims of which nobody has said how many were honoured, nor the other way round', async () => {
    const known = { Promise: 'A', Claimed: 7, Honoured: 4 }
    const { summary } = await open(promises, known, { Promise: 'B', Claimed: 93 }, { Promise: 'C', Honoured: 5 })
    expect((await summary())[2]).toBeCloseTo(4 / 7, 12)
    expect((await (await open(promises, { Promise: 'B', Claimed: 93 })).summary())[2]).toBeNull()
  })

  test('turns red when its KPI does, and the cue that rests on it too', async () => {
    const uptime = { KPI: 'Up', Metric: 'UPTIME', Value: 0.9995, Target: '>= 99.9%', Better: 'higher' }
    const kpis = findPlan('KPIs')!
    const { book, change, rowsOf, today, colour, letters } = await open(promises, {
      Promise: 'Uptime guarantee',
      Type: 'guarantee',
      'Still shown': 'yes',
    })
    await book.createSheets(
      [...kpis.needs!.map((name) => findPlan(name)!), kpis, signals].map((one) => sheetOf(one, layout)),
    )
    await change('KPIs', [{ id: 'k', seen: null, cells: { ...formulaCells(kpis, layout), ...uptime } }])
    await change('Signals', [{ id: 's', seen: null, cells: { Cue: 'Status page', 'Backed by': 'uptime guarantee' } }])
    const [kpi] = await rowsOf('KPIs')
    const [promise] = await rowsOf('Promises')
    await change('Promises', [changeOf(promises, promise!, kpiCells(promises, kpi!, layout))])
    const reds = async () => {
      const read = new Map(
        await Promise.all(['Promises', 'KPIs', 'Signals'].map(async (name) => [name, await rowsOf(name)] as const)),
      )
      const about = { today, rowsOf: (name: string) => read.get(name) ?? null }
      const found = (plan: Plan) => findingsOf(plan, read.get(plan.name)![0]!, about)
      return [...found(promises), ...found(signals)].filter(({ level }) => level === 'red').map(({ text }) => text)
    }
    const status = `${letters('Status')}2`
    expect([await reds(), colour('Promises', status)]).toEqual([[], COLOURS.green.fill])
    await change('KPIs', [changeOf(kpis, kpi!, { Value: 0.9 })])
    expect([await reds(), colour('Promises', status)]).toEqual([
      [
        'The guarantee “Uptime guarantee” is missed and still promised. Keep it, or promise less.',
        'Its promise “uptime guarantee” is missed. Keep it, or promise less.',
      ],
      COLOURS.red.fill,
    ])
  })

  test('has a status by a metric of its own', async () => {
    const { shown } = await open(promises, {
      Promise: 'A',
      Metric: 'UPTIME',
      Value: { formula: '=0.9' },
      Target: '>= 99.9%',
      Status: { formula: statusFormula(promises.link!) },
    })
    expect(await shown('Status')).toEqual(['red'])
  })

  test('is no error in half a row', async () => {
    const { rows, shown } = await noErrors(promises, {
      Promise: ['A', 'B', 'C'],
      From: [46100],
      Ends: [46100],
      'Still shown': ['yes', 'no', 'YES'],
      Issued: [100],
      Redeemed: [50],
      'Usual units': [100, 100, 100, 100],
      'Units sold': [100, 100, 100, 100],
      Price: [5, 5, 5, 5, 5],
      Discount: [0.1, 0.1, 0.1, 0.1],
      'Unit cost': [3, 3, 3, 3],
      'Fixed cost': [3],
    })
    const { colours } = columnOf(promises, 'State')
    const states = await shown('State')
    rows.forEach(({ Promise: name }, i) => {
      if (name === null) expect(states[i]).toBeNull()
      if (states[i] !== null) expect(Object.keys(colours!)).toContain(states[i])
    })
    for (const title of ['Uptake', 'Profit'])
      for (const value of await shown(title)) expect(['number', 'object']).toContain(typeof value)
  })
})

describe('a message', () => {
  test('counts its proofs', async () => {
    const { shown } = await open(
      messages,
      { Message: 'A' },
      { Message: 'B', 'First proof': 'x', 'Third proof': 'y', 'Kind of second': 'case' },
      { 'Second proof': 'z' },
      { Segment: 'Firms' },
    )
    expect(await shown('Proofs')).toEqual([0, 2, 1, null])
  })

  test('needs as many visitors as AB_SAMPLE_SIZE says', async () => {
    const sizes = [
      [0.2, 0.25],
      [0.05, -0.1],
      [0.05, 0.2],
      [0.01, 2],
      [0.5, 1],
    ] as const
    const { shown } = await open(
      messages,
      ...sizes.map(([base, lift], i) => ({ Message: `M${i}`, 'Base rate': base, 'Smallest lift': lift })),
      { Message: 'No lift', 'Base rate': 0.2 },
      { Message: 'Too much', 'Base rate': 0.6, 'Smallest lift': 0.8 },
      { Message: 'None', 'Base rate': 0.6, 'Smallest lift': 0 },
    )
    const needed = await shown('Needed each')
    expect(needed.slice(0, 2)).toEqual([1094, 28408])
    expect(needed).toEqual([...sizes.map(([base, lift]) => compute('AB_SAMPLE_SIZE', base, lift)), null, null, null])
  })

  const size = { 'Base rate': 0.2, 'Smallest lift': 0.25 }
  const tested = (a: number, b: number, visitors = 2000, more: NewRow = {}): NewRow => ({
    Message: 'M',
    ...size,
    'Visitors A': visitors,
    'Conversions A': a,
    'Visitors B': visitors,
    'Conversions B': b,
    ...more,
  })

  test('has a verdict once enough have seen both, that of AB_TEST', async () => {
    const small = { 'Base rate': 0.1, 'Smallest lift': 2 }
    const rows: [string | null, NewRow][] = [
      ['variant wins', tested(400, 500)],
      ['message wins', tested(500, 400)],
      ['no clear difference', tested(400, 401)],
      ['too early', tested(200, 300, 1093)],
      ['variant wins', tested(200, 300, 1094)],
      ['too early', tested(400, 500, 2000, { 'Visitors B': 1000 })],
      ['no clear difference', tested(0, 0)],
      ['no clear difference', tested(2000, 2000)],
      ['no clear difference', tested(1, 4, 70, small)],
      ['variant wins', tested(0, 9, 70, small)],
      [null, tested(400, 2001)],
      [null, tested(400.5, 500)],
      [null, tested(-1, 500)],
      [null, tested(400, 500, 2000, { 'Conversions B': null })],
      [null, tested(400, 500, 2000, { 'Base rate': null })],
      [null, tested(400, 500, 2000, { 'Visitors A': 'many' })],
    ]
    const { shown, colour, letters } = await open(messages, ...rows.map(([, row]) => row))
    expect(await shown('Verdict')).toEqual(rows.map(([verdict]) => verdict))
    const fill = (row: number) => colour('Messages', `${letters('Verdict')}${row}`)
    const { green, amber, grey } = COLOURS
    expect([fill(2), fill(3), fill(4), fill(5), fill(12)]).toEqual([green.fill, green.fill, amber.fill, grey.fill, ''])
    const verdict = (...cells: number[]) => (compute('AB_TEST', ...cells) as unknown[][])[1]![7]
    expect(verdict(2000, 400, 2000, 500)).toBe('B is better (z test)')
    expect(verdict(70, 0, 70, 9)).toMatch(/^B is better \(Fisher's exact test\)$/)
  })

  test('that is in doubt says so, without a colour', async () => {
    const small = { 'Base rate': 0.1, 'Smallest lift': 2 }
    const doubts = Array.from({ length: 40 }, (_, a) => a).flatMap((a) =>
      Array.from({ length: 40 }, (_, b) => [a, b] as const).filter(
        ([one, other]) =>
          one + other > 0 && String((compute('AB_TEST', 70, one, 70, other) as unknown[][])[1]![7]).includes(';'),
      ),
    )
    const [a, b] = doubts[0]!
    const { shown, colour, letters } = await open(messages, tested(a, b, 70, small))
    expect((await shown('Verdict'))[0]).toMatch(/^(?:message wins|variant wins|no clear difference); .*the limits/)
    expect(colour('Messages', `${letters('Verdict')}2`)).toBe('')
  })

  test('is no error in half a row', async () => {
    await noErrors(messages, {
      Message: ['A', 'B'],
      'First proof': ['x'],
      'Base rate': [0.2, 0.2, 0.2, 0.2, 0.2, 1],
      'Smallest lift': [0.25, 0.25, 0.25, 0.25, 0.25, -0.5],
      'Visitors A': [5000, 5000, 5000, 5000, 5000, 5000],
      'Conversions A': [100, 5000, 100, 100],
      'Visitors B': [5000, 5000, 5000, 5000, 5000, 5000],
      'Conversions B': [100, 5000, 100, 100],
    })
  })
})
