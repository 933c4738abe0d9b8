import { beforeEach, describe, expect, test } from 'vitest'
import type { RowChange, SheetContent } from '../../core/sheet/book.ts'
import { history } from '../../core/plans/gallery/history.ts'
import { findPlan } from '../../core/plans/findPlan.ts'
import { kpis } from '../../core/plans/gallery/kpis.ts'
import type { Layout } from '../../core/plans/layout.ts'
import { closingChanges, closingOf, closingProblem, openMonths, usualMonth } from '../../core/plans/month/closing.ts'
import { isAsClosed } from '../../core/plans/month/record.ts'
import { formulaCells, sheetOf, type NewRow } from '../../core/plans/plan.ts'
import { layoutOf } from '../../core/plans/related.ts'
import { changeOf, readRows, requestOf } from '../../core/plans/reading.ts'
import { readPlan } from '../../core/plans/repairs.ts'
import { contentIn, type Row } from '../../core/plans/row.ts'
import { serialOf } from '../../core/statistics/time/calendar.ts'
import type { BookUnderTest } from './book.contract.ts'

/** A book and the hands of a person in its sheets. */
export type MonthlyHost = Pick<BookUnderTest, 'book' | 'put' | 'close'>

const NAMES = ['Targets', 'Sources', 'History', 'KPIs'] as const
const MARCH = serialOf(2026, 3, 1)
const JANUARY = serialOf(2026, 1, 1)
/** One of 17 digits, one that no double holds, one that is small, one that is large. */
const NUMBERS = [0.1 + 0.2, 2 / 3, 1.2345678901234567e-9, 123456789012.34567]
/** A formula that shows nothing. */
const nothing = { formula: '=IF(1=1,"","")' }
const layout: Layout = layoutOf(() => null)

/** The plans around a month in a book: created together, filled in and read as the sidebar does. */
export async function openMonthly({ book }: MonthlyHost) {
  await book.createSheets(NAMES.map((name) => sheetOf(findPlan(name)!, layout)))
  const read = async (name: string): Promise<SheetContent> => (await book.readSheet(name))!
  const rowsOf = async (name: string) => readRows(findPlan(name)!, await read(name))
  const change = async (name: string, changes: readonly RowChange[]) =>
    book.changeRows(requestOf(findPlan(name)!, changes))
  return {
    read,
    rowsOf,
    change,
    /** Adds rows with the formulas of their plan; ids are k1, k2 ... */
    add: (name: string, ...rows: readonly NewRow[]) =>
      change(
        name,
        rows.map((cells, i) => ({
          id: `k${i + 1}`,
          seen: null,
          cells: { ...formulaCells(findPlan(name)!, layout), ...cells },
        })),
      ),
    async close(start: number, notes: Record<string, string> = {}) {
      const [now, past] = [await rowsOf('KPIs'), await rowsOf('History')]
      expect(closingProblem(start, now, past)).toBe('')
      const closing = closingOf(now, past)
      const outcome = await change('History', closingChanges(start, closing, notes))
      expect(outcome).toEqual({ done: now.map(({ id }) => expect.stringContaining(id)), refused: [] })
      return closing
    },
  }
}

/** What a month-end comes to in every book. */
export function monthlyContract(name: string, open: () => Promise<MonthlyHost>): void {
  describe(`a month in ${name}`, () => {
    let host: MonthlyHost
    let monthly: Awaited<ReturnType<typeof openMonthly>>
    beforeEach(async () => {
      host = await open()
      monthly = await openMonthly(host)
      return () => host.close?.()
    })

    const wordsOf = ({ values }: Row, ...titles: string[]) => titles.map((title) => values[title] ?? null)

    /** Six KPIs: live, typed, of text that looks like something else, without a value, with an error. */
    const fill = async () => {
      const cells = NUMBERS.map((_, i) => `A${i + 1}`)
      for (const [i, cell] of cells.entries()) await host.put('Sheet1', cell, NUMBERS[i]!)
      await monthly.add(
        'KPIs',
        { KPI: 'Joy', Metric: 'CSAT', Value: { formula: '=Sheet1!A1' }, Target: '70%-85%', Segment: '1/2' },
        { KPI: '=1+1', Value: { formula: '=Sheet1!A2' }, Target: '1e5', Segment: 'TRUE' },
        { KPI: '007', Value: { formula: '=Sheet1!A3' }, Target: '< 5 min', Segment: '2026-03-01' },
        { KPI: '-5', Value: { formula: '=Sheet1!A4' }, Target: '85%', Segment: "'quoted" },
        { KPI: 'Typed', Value: 1.5, Target: 0.1 + 0.2 },
        { KPI: 'Bare', Target: nothing, Status: nothing },
        { KPI: 'Broken', Value: { formula: '=1/0' }, Target: nothing, Status: nothing },
      )
    }

    test('begins with four sheets that are created at once and need no repair', async () => {
      expect(await host.book.sheetNames()).toEqual(['Sheet1', ...NAMES])
      for (const one of NAMES) {
        const reading = readPlan(findPlan(one)!, await monthly.read(one), () => 'new', layout)
        expect(reading, one).toEqual({ rows: [], repairs: [] })
      }
    })

    test('has KPIs with the formulas of their plan, each for its own row', async () => {
      await fill()
      const rows = await monthly.rowsOf('KPIs')
      expect(rows.map(({ id }) => id)).toEqual(['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7'])
      const formula = (row: Row, title: string) => contentIn(row, title).replace(/\s/g, '')
      expect(formula(rows[1]!, 'Status')).toBe(
        '=IF(ISNUMBER(F3),IF(G3="","",KPI_STATUS(F3,G3,IF(K3="","auto",K3))),"")',
      )
      expect(formula(rows[2]!, 'Last month')).toContain('History!J:J,V4')
      expect(readPlan(kpis, await monthly.read('KPIs'), () => 'new', layout).repairs).toEqual([])
    })

    test('is closed with what each KPI is, to the last digit and letter that the spreadsheet keeps', async () => {
      await fill()
      const before = await monthly.rowsOf('KPIs')
      const notes = { k1: '=HYPERLINK("x")', k2: ' New survey ' }
      await monthly.close(MARCH, notes)
      const rows = await monthly.rowsOf('History')
      expect(rows.map((row) => row.values.Month)).toEqual(rows.map(() => MARCH))
      expect(rows.map((row) => wordsOf(row, 'KPI', 'Segment', 'Target', 'Definition', 'Note'))).toEqual([
        ['Joy', '1/2', '70%-85%', contentIn(before[0]!, 'Value'), '=HYPERLINK("x")'],
        ['=1+1', 'TRUE', '1e5', contentIn(before[1]!, 'Value'), 'New survey'],
        ['007', '2026-03-01', '< 5 min', contentIn(before[2]!, 'Value'), null],
        ['-5', "'quoted", '85%', contentIn(before[3]!, 'Value'), null],
        ['Typed', null, String(before[4]!.values.Target), 'typed by hand', null],
        ['Bare', null, null, null, null],
        ['Broken', null, null, contentIn(before[6]!, 'Value'), null],
      ])
      expect(rows.map(({ values }) => values.Value)).toEqual([
        ...before.slice(0, 5).map(({ values }) => values.Value),
        null,
        null,
      ])
      for (const [i, value] of NUMBERS.entries()) expect(rows[i]!.values.Value).toBeCloseTo(value, 12)
      expect((await monthly.read('History')).formulas.flat().join('')).toBe('')
    })

    test('is as it was closed when it is read back, and needs no repair', async () => {
      await fill()
      await monthly.close(MARCH, { k1: 'A note' })
      const content = await monthly.read('History')
      expect(readRows(history, content).map(isAsClosed)).toEqual(Array.from({ length: 7 }, () => true))
      expect(readPlan(history, content, () => 'new', layout).repairs).toEqual([])
    })

    test('that has a note written later is as it was closed, and one that is changed by hand is not', async () => {
      await fill()
      await monthly.close(MARCH)
      const [first] = await monthly.rowsOf('History')
      const { refused } = await monthly.change('History', [changeOf(history, first!, { Note: 'Late note' })])
      expect(refused).toEqual([])
      await host.put('History', 'E3', 0.5)
      await host.put('History', 'F4', '< 6 min')
      await host.put('History', 'E7', 0)
      expect((await monthly.rowsOf('History')).map(isAsClosed)).toEqual([true, false, false, true, true, false, true])
    })

    test('is not closed over the one that somebody else closed meanwhile', async () => {
      await fill()
      const closing = closingOf(await monthly.rowsOf('KPIs'), [])
      await monthly.change('History', closingChanges(MARCH, closing, {}))
      const again = await monthly.change('History', closingChanges(MARCH, closing, { k2: 'Mine' }))
      expect(again.refused.map(({ id, found }) => [id, found!.Note])).toEqual([['2026-03-k2', '']])
      const rows = await monthly.rowsOf('History')
      expect([rows.length, rows.every(isAsClosed)]).toEqual([7, true])
    })

    test('follows the one before, which tells what has changed since', async () => {
      await fill()
      await monthly.close(JANUARY)
      const [past, today] = [await monthly.rowsOf('History'), MARCH + 16]
      expect(openMonths(past, today).map(({ label }) => label)).toEqual(['2026-02', '2026-03'])
      expect(usualMonth(openMonths(past, today), past)?.label).toBe('2026-02')
      const now = await monthly.rowsOf('KPIs')
      await monthly.change('KPIs', [
        changeOf(kpis, now[0]!, { Target: '80%-90%' }),
        changeOf(kpis, now[4]!, { Value: { formula: '=Sheet1!A1' } }),
      ])
      const { closed, told } = await monthly.close(serialOf(2026, 2, 1))
      expect(told).toBe('none turned red, 1 target changed, 2 have no value')
      expect(closed.map(({ news }) => news)).toEqual([
        ['its target changed'],
        [],
        [],
        [],
        ['measured by another formula'],
        ['has no value'],
        ['shows #DIV/0!'],
      ])
      expect((await monthly.rowsOf('History')).every(isAsClosed)).toBe(true)
    })

    test('can be closed where a formula shows nothing: that is no value to wait for', async () => {
      await monthly.add('KPIs', {
        KPI: 'Empty',
        Value: nothing,
        Target: nothing,
        Status: nothing,
      })
      await monthly.close(MARCH)
      const [row] = await monthly.rowsOf('History')
      expect(wordsOf(row!, 'Value', 'Target', 'Status')).toEqual([null, null, null])
      expect(isAsClosed(row!)).toBe(true)
    })
  })
}
