import { describe, expect, test } from 'vitest'
import type { CellValue, RowChange, SheetContent } from '../../core/sheet/book.ts'
import { findPlan } from '../../core/plans/findPlan.ts'
import { plans as gallery } from '../../core/plans/gallery/index.ts'
import { guessChoices, importRows } from '../../core/plans/importing/importRows.ts'
import { importRequest, roomRequests } from '../../core/plans/importing/importSheet.ts'
import { tableIn } from '../../core/plans/importing/table.ts'
import { libraryChanges, libraryName, type LibraryRow } from '../../core/plans/libraryRows.ts'
import { linkCells } from '../../core/plans/linking.ts'
import { closingChanges, closingOf, closingProblem } from '../../core/plans/month/closing.ts'
import { isAsClosed } from '../../core/plans/month/record.ts'
import { formulaCells, ownColumns, sheetOf, type Column, type NewRow, type Plan } from '../../core/plans/plan.ts'
import { putBack } from '../../core/plans/putBack.ts'
import { changeOf, readRows, requestOf } from '../../core/plans/reading.ts'
import { layoutOf } from '../../core/plans/related.ts'
import { logsOf, readingOf } from '../../core/plans/renewals/logs.ts'
import { merged } from '../../core/plans/renewals/merge.ts'
import { SOURCE_LABELS, type Sources } from '../../core/plans/renewals/sources.ts'
import { readPlan } from '../../core/plans/repairs.ts'
import { contentIn, wordIn, type Row } from '../../core/plans/row.ts'
import { textOf, titlesOf } from '../../core/sheet/rows.ts'
import { lettersOf } from '../../core/sheet/sheetReference.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import { hazards } from '../core/plans/hazards.ts'
import { hostileTexts } from '../hostileTexts.ts'
import { draws } from '../simulated.ts'
import type { BookUnderTest } from './book.contract.ts'

/** A book, and what a person does in it by hand beside the sidebar. */
export interface YearHost extends Pick<BookUnderTest, 'book' | 'put' | 'insertRow' | 'close'> {
  /** Sorts the rows below the titles by a column. */
  sort(sheet: string, column: string): Promise<void>
  remove(sheet: string): Promise<void>
  /** What of a text is left for sure when its engine sorts rows. */
  sorted?(text: string): string
}

/** All plans, and one that was added by its data alone. */
const plans: readonly Plan[] = [...gallery, hazards]
const RECORD = findPlan('History')!
const filledIn = plans.filter((plan) => !plan.isRecord)
/** Long texts are tried elsewhere: here they would only cost time. */
const texts = hostileTexts.filter((text) => text.length < 100)
const DATA = 'Figures'
const CONTRACTS = 'Contracts'
/** How many things are done between the ends of two months. */
const A_MONTH = 6

/**
 * A company's year, played by a seeded script: what the sidebar and people do to all plans, month after month. After each
 * month every row is there with what was filled in, no text became a formula, every linked number is still live, and History
 * is as it was, with the new month below.
 */
export function yearContract(name: string, open: () => Promise<YearHost>, scripts: readonly number[]): void {
  describe(`a year in ${name}`, () => {
    test.each(scripts)(
      'loses nothing, whatever is done in it (script %i)',
      async (seed) => {
        const host = await open()
        try {
          await playYear(host, seed)
        } finally {
          await host.close?.()
        }
      },
      900_000,
    )
  })
}

/** What the rows of a plan are to hold, by their ids and titles. */
type Kept = Map<string, Record<string, CellValue>>

async function playYear(host: YearHost, seed: number): Promise<void> {
  const { book } = host
  const random = draws(seed)
  const below = (count: number) => Math.floor(random.uniform() * count)
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)]!
  let ids = 0
  const newId = () => `n${++ids}`
  const kept = new Map<string, Kept>(filledIn.map(({ name }) => [name, new Map()]))
  /** The formula of each linked KPI, by its id. */
  const linked = new Map<string, string>()
  let closed: Row[] = []

  const contents = async () => {
    const read = await book.readSheets(plans.map(({ name }) => name))
    return new Map(plans.map(({ name }, i) => [name, read[i]!]))
  }
  const layoutNow = async () => {
    const now = await contents()
    return layoutOf((name) => now.get(name) ?? null)
  }
  const rowsOf = async (plan: Plan) => readRows(plan, (await book.readSheet(plan.name))!)
  const change = async (plan: Plan, changes: readonly RowChange[]) => {
    const { refused } = await book.changeRows(requestOf(plan, changes))
    expect(refused).toEqual([])
  }
  const keep = (plan: Plan, id: string, cells: NewRow) => {
    const own = kept.get(plan.name)!
    own.set(id, { ...own.get(id), ...typedOnly(plan, cells) })
  }

  const value = ({ kind, choices, range, required }: Column): CellValue => {
    if (choices) return oneOf(choices)
    if (range) return range[0] + below(range[1] - range[0] + 1)
    if (kind === 'text') return required || random.uniform() < 0.6 ? oneOf(texts) : null
    if (kind === 'date') return serialOf(2026, 1 + below(12), 1 + below(28))
    return kind === 'share' ? below(101) / 100 : below(1000)
  }
  /** Most columns that a person fills in, some with what would be a formula if it were typed. */
  const filledCells = (plan: Plan): NewRow =>
    Object.fromEntries(
      handColumns(plan)
        .filter(({ required }) => required || random.uniform() < 0.6)
        .map((column) => [column.title, value(column)]),
    )

  const doings: Record<string, (plan: Plan) => Promise<void>> = {
    async fill(plan) {
      const layout = await layoutNow()
      const changes = Array.from({ length: 1 + below(3) }, (): RowChange => {
        const id = newId()
        const cells = filledCells(plan)
        keep(plan, id, cells)
        return { id, seen: null, cells: { ...formulaCells(plan, layout), ...cells } }
      })
      await change(plan, changes)
    },
    async library(plan) {
      if (!plan.library) return
      const rows = await rowsOf(plan)
      const there = new Set(rows.map((row) => libraryName(plan, row.seen).toLowerCase()))
      const free = oneOf(plan.library.sets).rows.filter((row) => !there.has(libraryName(plan, row).toLowerCase()))
      if (free.length === 0) return
      const from = below(free.length)
      const chosen: LibraryRow[] = free.slice(from, from + 2)
      const changes = libraryChanges(plan, chosen, rows, await layoutNow())
      await change(plan, changes)
      for (const { id, cells } of changes) keep(plan, id, cells!)
    },
    async edit(plan) {
      const rows = await rowsOf(plan)
      if (rows.length === 0) return
      const row = oneOf(rows)
      const cells = filledCells(plan)
      await change(plan, [changeOf(plan, row, cells)])
      keep(plan, row.id, cells)
    },
    async byHand(plan) {
      const content = (await book.readSheet(plan.name))!
      const rows = readRows(plan, content)
      if (rows.length === 0) return
      const row = oneOf(rows)
      const column = oneOf(handColumns(plan))
      const cell = column.kind === 'text' && !column.choices && !column.range ? `by hand ${++ids}` : value(column)
      await host.put(plan.name, `${lettersOf(placeOf(content, column.title))}${row.row + 1}`, cell as string | number)
      keep(plan, row.id, { [column.title]: cell })
    },
    async typedBelow(plan) {
      const content = (await book.readSheet(plan.name))!
      const last = Math.max(0, ...readRows(plan, content).map(({ row }) => row))
      const word = `typed ${++ids}`
      await host.put(plan.name, `${lettersOf(placeOf(content, plan.key))}${last + 2}`, word)
      const { repairs } = readPlan(plan, (await book.readSheet(plan.name))!, newId, await layoutNow())
      const { ways } = repairs.find(({ problem }) => /typed by hand/.test(problem))!
      expect((await book.changeRows(ways[0]!.request)).refused).toEqual([])
      const own = (await rowsOf(plan)).find((row) => wordIn(row, plan.key) === word)!
      keep(plan, own.id, { [plan.key]: word })
    },
    async sort(plan) {
      const titles = titlesOf((await book.readSheet(plan.name))!)
      await host.sort(plan.name, lettersOf(titles.indexOf(oneOf(handColumns(plan)).title)))
    },
    async insertRow(plan) {
      await host.insertRow(plan.name, 2 + below((await rowsOf(plan)).length + 1))
    },
    async removeRow(plan) {
      const rows = await rowsOf(plan)
      if (rows.length < 3) return
      const row = oneOf(rows)
      await change(plan, [{ ...changeOf(plan, row, null), ...(row.id === '' && { row: row.row }) }])
      kept.get(plan.name)!.delete(row.id)
      linked.delete(row.id)
    },
    async importTable(plan) {
      const titles = [plan.key, 'Remarks of ours']
      const lines = Array.from({ length: 1 + below(3) }, (_, i) => [`imported ${++ids}`, `remark ${i}`])
      const table = tableIn({ values: [titles, ...lines], formulas: [] })
      if ('problem' in table) throw new Error(table.problem)
      const layout = await layoutNow()
      const imported = importRows(plan, table, guessChoices(plan, table, { [plan.key]: 0 }), { newId, layout })
      for (const request of roomRequests(plan, (await book.readSheet(plan.name))!, imported)) {
        expect(await book.changeCells(request)).toEqual({ done: true })
      }
      const request = importRequest(plan, (await book.readSheet(plan.name))!, imported)
      expect((await book.changeRows(request)).refused).toEqual([])
      imported.rows.forEach((cells, i) => {
        keep(plan, String(cells.Id), { ...cells })
        kept.get(plan.name)!.get(String(cells.Id))!['Remarks of ours'] = lines[i]![1]!
      })
    },
    async goneAndBack(plan) {
      const [lost, layout] = [(await book.readSheet(plan.name))!, await layoutNow()]
      await host.remove(plan.name)
      expect(await book.readSheet(plan.name)).toBeNull()
      await book.createSheets([putBack(plan, lost, layout)])
    },
  }

  const link = async () => {
    const kpis = findPlan('KPIs')!
    const free = (await rowsOf(kpis)).filter(({ id }) => !linked.has(id))
    if (free.length === 0) return
    const row = oneOf(free)
    const formula = `=SUM(${DATA}!$A$1:$A$${2 + below(8)})`
    const own = linkCells(kpis, row, { metric: 'CHURN_RATE', formula, target: '' }, await layoutNow())
    await change(kpis, [changeOf(kpis, row, own)])
    linked.set(row.id, formula)
    // What stood there by hand is replaced by what is linked.
    const cells = kept.get('KPIs')!.get(row.id)!
    for (const title of Object.keys(own)) delete cells[title]
  }

  /** The customers whose contracts end soon, as the log has them by then. What a person has noted is still there. */
  const refresh = async (month: number) => {
    const renewals = findPlan('Renewals')!
    const blank = Object.fromEntries(SOURCE_LABELS.map((label) => [label, ''])) as Sources['cells']
    const cells = { ...blank, 'Contract customers': `${CONTRACTS}!A:A`, 'Contract ends': `${CONTRACTS}!B:B` }
    const today = serialOf(2026, month, 15)
    const reading = readingOf({ cells, days: 60 }, today)
    if ('problem' in reading) throw new Error(reading.problem)
    const logs = logsOf(reading, await book.readRanges(reading.ranges), today)
    if ('problem' in logs) throw new Error(logs.problem)
    const { changes, gone } = merged(renewals, await rowsOf(renewals), logs, await layoutNow())
    const own = kept.get('Renewals')!
    for (const { id } of gone) {
      const noted = Object.entries(own.get(id)!).filter(([title, cell]) => title !== renewals.key && cell !== null)
      expect(noted).toEqual([])
      own.delete(id)
    }
    await change(renewals, changes)
    for (const { id, seen, cells } of changes) if (seen === null) keep(renewals, id, { Customer: cells!.Customer! })
  }

  const closeMonth = async (month: number) => {
    const kpis = await rowsOf(findPlan('KPIs')!)
    const history = await rowsOf(RECORD)
    const start = serialOf(2026, month, 1)
    if (kpis.length === 0) return
    expect(closingProblem(start, kpis, history)).toBe('')
    const closing = closingOf(kpis, history)
    await change(RECORD, closingChanges(start, closing, { [kpis[0]!.id]: oneOf(texts) }))
    const after = await rowsOf(RECORD)
    expect(after.slice(0, closed.length).map(({ seen }) => seen)).toEqual(closed.map(({ seen }) => seen))
    expect(after).toHaveLength(closed.length + kpis.length)
    expect(after.map(isAsClosed)).toEqual(after.map(() => true))
    expect(closingProblem(start, kpis, after)).toMatch(/is closed already/)
    closed = after
  }

  const lookAtAll = async (when: string) => {
    const now = await contents()
    for (const plan of filledIn) {
      const content = now.get(plan.name)!
      const rows = readRows(plan, content)
      const own = kept.get(plan.name)!
      const told = `${plan.name}, ${when}`
      expect(rows.map(({ id }) => id).sort(), told).toEqual([...own.keys()].sort())
      for (const row of rows) {
        for (const [title, cell] of Object.entries(own.get(row.id)!)) {
          const text = textOf(cell)
          const found = contentIn(row, title)
          const isAlike = host.sorted?.(found) === host.sorted?.(text)
          expect([title, host.sorted && isAlike ? text : found], told).toEqual([title, text])
        }
      }
      expect(strayFormulas(plan, content), told).toEqual([])
    }
    const kpis = readRows(findPlan('KPIs')!, now.get('KPIs')!)
    for (const row of kpis.filter(({ id }) => linked.has(id))) {
      expect(contentIn(row, 'Value').replace(/[\s$]/g, ''), when).toBe(linked.get(row.id)!.replace(/\$/g, ''))
      expect(contentIn(row, 'Status').replace(/\s/g, ''), when).toContain(`${statusCell(now, row)},`)
    }
  }

  await book.createSheets([
    {
      name: DATA,
      columns: [{ title: '1', width: 80, kind: 'number' }],
      rows: Array.from({ length: 9 }, () => [below(100)]),
    },
    {
      name: CONTRACTS,
      columns: [
        { title: 'customer', width: 80, kind: 'text' },
        { title: 'ends', width: 80, kind: 'date' },
      ],
      rows: Array.from({ length: 30 }, (_, i) => [`C-${i}`, serialOf(2026, 1 + (i % 14), 1 + below(28))]),
    },
  ])
  await book.createSheets(
    plans.map((plan) =>
      sheetOf(
        plan,
        layoutOf(() => null),
      ),
    ),
  )
  for (let month = 1; month <= 12; month++) {
    if (month === 1) for (const plan of filledIn) await doings.fill!(plan)
    const done: string[] = []
    for (let i = 0; i < A_MONTH; i++) {
      const [doing, plan] = [oneOf(Object.keys(doings)), oneOf(filledIn)]
      done.push(`${doing} ${plan.name}`)
      await doings[doing]!(plan)
    }
    await doings.fill!(findPlan('KPIs')!)
    await link()
    await refresh(month)
    await closeMonth(month)
    await lookAtAll(`month ${month}, after ${done.join(', ')}`)
  }
  expect(closed.length).toBeGreaterThan(12)
  expect(linked.size).toBeGreaterThan(0)
}

/** The columns in which a person writes what they know. */
function handColumns(plan: Plan): Column[] {
  return ownColumns(plan).filter(
    ({ by, ofCells, title }) => by === undefined && !ofCells && title !== plan.link?.target,
  )
}

/** What was filled in, without formulas and ids. */
function typedOnly(plan: Plan, cells: NewRow): Record<string, CellValue> {
  const own = new Set([...handColumns(plan).map(({ title }) => title)])
  return Object.fromEntries(
    Object.entries(cells).flatMap(([title, cell]): [string, CellValue][] =>
      own.has(title) && (cell === null || typeof cell !== 'object') ? [[title, cell]] : [],
    ),
  )
}

/** The cells in which a formula stands though the plan has none there. */
function strayFormulas(plan: Plan, { formulas }: SheetContent): string[] {
  const [titles = []] = [titlesOf({ values: [ownColumns(plan).map(({ title }) => title)], formulas: [] })]
  const mayHave = new Set(
    plan.columns
      .filter(({ by, formula, ofCells, kind }) => by || formula || ofCells || kind === 'any')
      .map((c) => c.title),
  )
  return formulas.slice(1).flatMap((line, i) =>
    line.flatMap((formula, j) => {
      const title = titles[j] ?? ''
      return formula !== '' && !mayHave.has(title) ? [`${title} ${i + 2}: ${formula}`] : []
    }),
  )
}

function placeOf(content: SheetContent, title: string): number {
  const place = titlesOf(content).indexOf(title)
  if (place < 0) throw new Error(`no column ${title}`)
  return place
}

/** The cell of the value of a KPI, which its status names. */
function statusCell(now: ReadonlyMap<string, SheetContent>, row: Row): string {
  return `${lettersOf(placeOf(now.get('KPIs')!, 'Value'))}${row.row + 1}`
}
