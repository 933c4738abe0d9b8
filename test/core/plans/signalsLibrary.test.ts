import { describe, expect, test } from 'vitest'
import type { RowChange } from '../../../core/sheet/book.ts'
import { reconcile } from '../../../core/sheet/rows.ts'
import { signals } from '../../../core/plans/gallery/signals.ts'
import { groupsOf } from '../../../core/plans/groups.ts'
import { trades } from '../../../core/plans/libraries/signals.ts'
import { isThere, libraryChanges, libraryId } from '../../../core/plans/libraryRows.ts'
import { columnOf as planColumn } from '../../../core/plans/plan.ts'
import { requestOf as planRequest } from '../../../core/plans/reading.ts'
import { columnOf, layout, matrixOf, matrixSheet, typed, written } from './matrixSheet.ts'

const requestOf = (changes: readonly RowChange[]) => planRequest(signals, changes)
const sheetOf = ({ rows }: (typeof trades)[number]) =>
  written(matrixSheet(), requestOf(libraryChanges(signals, rows, [], layout)))

test('there is a library for goods, clothing, software, professional services and retail', () => {
  expect(trades.map(({ name }) => name)).toEqual(['Goods', 'Clothing', 'Software', 'Professional services', 'Retail'])
})

describe.each(trades.map((trade) => [trade.name, trade] as const))('the cues of %s', (_, trade) => {
  test('are a dozen or so, none of them twice', () => {
    const names = trade.rows.map(({ Cue }) => Cue.trim().toLowerCase())
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(10)
    expect(names.length).toBeLessThanOrEqual(20)
  })

  test('have only words that the fields know, so that nothing is to be mended', () => {
    for (const title of ['Kind', 'Role', 'Path', 'Stage'] as const) {
      for (const row of trade.rows) expect(planColumn(signals, title).choices, row.Cue).toContain(row[title])
    }
    expect(matrixOf(sheetOf(trade)).repairs).toEqual([])
  })

  test('are tangible and intangible, of the offer and of the service around it', () => {
    for (const title of ['Kind', 'Role'] as const)
      expect(new Set(trade.rows.map((row) => row[title])).size, title).toBe(2)
  })

  test('rest no outcome on a single cue or on one kind of them, taken all together', () => {
    const groups = groupsOf(signals, matrixOf(sheetOf(trade)).rows, signals.groups[0]!)
    expect(groups.length).toBeGreaterThan(3)
    expect(groups.map(({ name, warning }) => `${name}: ${warning}`)).toEqual(groups.map(({ name }) => `${name}: `))
  })
})

test('no name of a cue has spaces to trim, which would make it another one when it is typed by hand', () => {
  for (const { rows } of trades) for (const { Cue } of rows) expect(Cue).toBe(Cue.trim().replace(/\s+/g, ' '))
})

describe('the id of a cue', () => {
  const none = () => false
  const names = [...new Set(trades.flatMap(({ rows }) => rows.map(({ Cue }) => Cue)))]

  test('is the same each time, and of no two cues the same', () => {
    const ids = names.map((name) => libraryId(name, none))
    expect(names.map((name) => libraryId(name, none))).toEqual(ids)
    expect(new Set(ids).size).toBe(names.length)
    for (const id of ids) expect(id).toMatch(/^[0-9a-v]{8}$/)
  })

  test('is another one where its row has become another cue, and the same for all who see that', () => {
    const id = libraryId('Status page', none)
    const next = libraryId('Status page', (other) => other === id)
    expect(next).not.toBe(id)
    expect(libraryId('Status page', (other) => other === id)).toBe(next)
    expect(libraryId('Status page', (other) => [id, next].includes(other))).not.toBe(next)
  })
})

describe('a cue that is added again', () => {
  const change = (outcome: string): RowChange => ({
    id: libraryId('Status page', () => false),
    seen: null,
    cells: { Cue: 'Status page', Outcome: outcome },
  })
  const once = written(matrixSheet(), requestOf([change('Can rely on it')]))

  test('is there once', () => {
    expect(matrixOf(written(once, requestOf([change('Can rely on it')]))).cues).toHaveLength(1)
  })

  test('is there once when its owner was filled in meanwhile, who stays', () => {
    const owned = typed(once, 1, columnOf('owner'), 'Ann')
    expect(matrixOf(written(owned, requestOf([change('Can rely on it')]))).cues).toMatchObject([{ owner: 'Ann' }])
  })

  test('is refused when it leads to another outcome by now, which stays', () => {
    const { edit, outcome } = reconcile(once, requestOf([change('Is never stuck')]))
    expect([edit, outcome.refused[0]?.found?.Outcome]).toEqual([null, 'Can rely on it'])
  })
})

test('rows of a library that stand in the sheet are known, in whichever case', () => {
  const { rows } = matrixOf(matrixSheet({ cue: 'STATUS page', id: 'x' }))
  const there = trades[2]!.rows.filter(isThere(signals, rows))
  expect(there.map(({ Cue }) => Cue)).toEqual(['Status page'])
})
