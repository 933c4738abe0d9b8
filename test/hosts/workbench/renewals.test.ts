import { expect, test } from 'vitest'
import { renewals } from '../../../core/plans/gallery/renewals.ts'
import { sheetOf } from '../../../core/plans/plan.ts'
import { readRows, requestOf } from '../../../core/plans/reading.ts'
import { readPlan } from '../../../core/plans/repairs.ts'
import { layoutOf } from '../../../core/plans/related.ts'
import { logsOf, readingOf } from '../../../core/plans/renewals/logs.ts'
import { merged, mergeText } from '../../../core/plans/renewals/merge.ts'
import { keeping, keptSources } from '../../../core/plans/renewals/sources.ts'
import { today } from '../../../core/sidebar/today.ts'
import { openBook } from './openBook.ts'

const layout = layoutOf(() => null)
const CELLS = { 'Contract customers': 'Sheet1!A:A', 'Contract ends': 'Sheet1!B:B', 'Contract values': 'Sheet1!C:C' }

/** A workbook with a log of contracts, and the list. */
async function open() {
  const hands = openBook()
  const { book, put } = hands
  const log = [
    ['customer', 'end', 'value'],
    ['Ann', today() + 10, 100],
    ['Ben', today() + 61, 50],
    [7, today() + 20, 25.5],
    ['Eve', today() - 3, 1],
  ] as const
  log.forEach((line, row) => line.forEach((cell, column) => put('Sheet1', `${'ABC'[column]}${row + 1}`, cell as never)))
  await book.createSheets([sheetOf(renewals, layout)])
  const content = async () => (await book.readSheet('Renewals'))!
  /** As the page does it: with what is kept, unless cells are named. */
  const refresh = async (cells: Partial<typeof CELLS> = {}) => {
    const now = await content()
    const kept = keptSources(now)
    const sources = { ...kept, cells: { ...kept.cells, ...cells } }
    const reading = readingOf(sources, today())
    if ('problem' in reading) throw new Error(reading.problem)
    const logs = logsOf(reading, await book.readRanges(reading.ranges), today())
    if ('problem' in logs) throw new Error(logs.problem)
    const merge = merged(renewals, readRows(renewals, now), logs, layout)
    const request = { ...requestOf(renewals, merge.changes), beside: keeping(now, sources, today()) }
    expect(await book.changeRows(request)).toMatchObject({ refused: [] })
    return mergeText(merge)
  }
  const shown = async (...titles: string[]) =>
    readRows(renewals, await content()).map(({ values }) => titles.map((title) => values[title] ?? null))
  const told = async (label: string) => {
    const [titles] = (await content()).values
    return titles![titles!.indexOf(label) + 1] ?? null
  }
  return { ...hands, content, refresh, shown, told }
}

test('a refresh is one write with what it was made from, and one step to undo', async () => {
  const { refresh, shown, told, undo, content } = await open()
  expect(await refresh(CELLS)).toBe('2 new, 0 gone, 0 stay')
  expect(await shown('Customer', 'Ends on', 'Days', 'Value')).toEqual([
    ['Ann', today() + 10, 10, 100],
    [7, today() + 20, 20, 25.5],
  ])
  expect([await told('Contracts ending'), await told('Their value'), await told('Contract customers')]).toEqual([
    2, 125.5, 5,
  ])
  expect(readPlan(renewals, await content(), () => 'x', layout).repairs).toEqual([])
  undo()
  expect(await shown('Customer')).toEqual([])
  expect(keptSources(await content()).cells['Contract customers']).toBe('')
})

test('the next refresh knows the cells, wherever columns and the list itself have been moved', async () => {
  const { refresh, shown, put, moveColumn, book } = await open()
  await refresh(CELLS)
  await book.changeRows(
    requestOf(renewals, [{ id: (await shown('Id'))[0]![0] as string, seen: {}, cells: { Note: 'Tea' } }]),
  )
  moveColumn('Sheet1', 'C', 'A')
  moveColumn('Renewals', 'E', 'B')
  put('Sheet1', 'C2', today() + 300)
  put('Sheet1', 'C3', today() + 5)
  expect(await refresh()).toBe('1 new, 0 gone, 2 stay')
  expect(await shown('Customer', 'Note', 'Value', 'Why here')).toEqual([
    ['Ann', 'Tea', 100, 'no longer due or at risk'],
    [7, null, 25.5, expect.stringMatching(/^contract ends on /)],
    ['Ben', null, 50, expect.stringMatching(/^contract ends on /)],
  ])
  expect(await refresh()).toBe('0 new, 0 gone, 3 stay')
})

test('what is told of the list follows the days ahead, and is no error in an empty or odd one', async () => {
  const { refresh, told, put, content } = await open()
  expect([await told('Contracts ending'), await told('Their value')]).toEqual([0, 0])
  await refresh(CELLS)
  const place = (await content()).values[0]!.indexOf('Days ahead') + 1
  const cell = `${place < 26 ? '' : 'A'}${String.fromCharCode(65 + (place % 26))}1`
  put('Renewals', cell, 15 as never)
  expect([await told('Contracts ending'), await told('Their value')]).toEqual([1, 100])
  put('Renewals', cell, 'many')
  expect([await told('Contracts ending'), await told('Their value')]).toEqual([2, 125.5])
  put('Renewals', 'C2', 'soon')
  expect([await told('Contracts ending'), await told('Their value')]).toEqual([1, 25.5])
})
