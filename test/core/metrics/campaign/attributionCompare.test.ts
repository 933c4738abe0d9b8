import { expect, test } from 'vitest'
import { attribution } from '../../../../core/metrics/campaign/attribution.ts'
import { attributionCompare } from '../../../../core/metrics/campaign/attributionCompare.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const models = ['first', 'last', 'linear', 'position', 'decay', 'markov', 'shapley']
const paths = column('search > mail > shop > mail', 'mail', 'shop > search', '', 'search > shop', 'mail > search')
const conversions = column(6, 2, 3, 4, 0, 7)
const values = column(600, 150, 310, 90, 0, 420)
const table = (...cells: unknown[]) => compute(attributionCompare, ...cells) as (string | number)[][]

test.each(models.map((model, i) => [model, i + 1] as const))(
  'the column %s is ATTRIBUTION by that model',
  (model, at) => {
    const credits = compute(attribution, paths, conversions, model, null, values) as (string | number)[][]
    const byName = (rows: (string | number)[][], k: number) =>
      rows
        .slice(1)
        .map((row) => [row[0], row[k]])
        .sort()
    expectClose(byName(table(paths, conversions), at), byName(credits, 1))
    expectClose(byName(table(paths, conversions, values), at), byName(credits, 3))
  },
)

test('every column adds up to all conversions, or to all values when values are given', () => {
  const sums = (rows: (string | number)[][]) =>
    models.map((_, i) => rows.slice(1).reduce((sum, row) => sum + Number(row[i + 1]), 0))
  expectClose(sums(table(paths, conversions)), new Array(7).fill(22))
  expectClose(sums(table(paths, conversions, values)), new Array(7).fill(1570))
})

test('rows go by linear, the highest first, then by name', () => {
  const rows = table(column('b', 'a > z', 'C'), column(5, 4, 2))
  expect(rows.map(([channel]) => channel)).toEqual(['channel', 'b', 'a', 'C', 'z'])
  expect(rows.slice(1).map((row) => row[3])).toEqual([5, 2, 2, 2])
})

test('where each path is one touch all models agree', () => {
  expectClose(table(column('a', 'b', 'a')), [
    ['channel', ...models],
    ['a', 2, 2, 2, 2, 2, 2, 2],
    ['b', 1, 1, 1, 1, 1, 1, 1],
  ])
})

test('a header, blank rows at the end and blank numbers are nothing', () => {
  const rows = table(column('Path', 'a', 'b', null), column('Conversions', 2, '', null), column('Value', 9, null, ' '))
  expect(rows).toEqual([
    ['channel', ...models],
    ['a', 9, 9, 9, 9, 9, 9, 9],
    ['b', 0, 0, 0, 0, 0, 0, 0],
  ])
})

test('wrong cells are named', () => {
  expect(failure(attributionCompare, column('a', 'b'), column(0, null))).toBe(
    '#DIV/0! ATTRIBUTION_COMPARE: conversions add up to 0',
  )
  expect(failure(attributionCompare, column('a', 'b'), column(1, -2))).toBe(
    '#VALUE! ATTRIBUTION_COMPARE: conversions row 2 has -2, below 0',
  )
  expect(failure(attributionCompare, column('a', 'b'), column(1))).toBe(
    '#VALUE! ATTRIBUTION_COMPARE: paths has 2 rows and conversions has 1, select the same rows in both',
  )
  expect(failure(attributionCompare, column(null))).toBe('#N/A ATTRIBUTION_COMPARE: paths has no values')
})

test('who did not convert counts for markov only, as in ATTRIBUTION', () => {
  const nulls = column(1, 5, 2, null, 4, ' ')
  const without = table(paths, conversions)
  const given = table(paths, conversions, null, nulls)
  const credits = compute(attribution, paths, conversions, 'markov', nulls) as (string | number)[][]
  const markov = new Map(credits.slice(1).map(([channel, credit]) => [channel, credit]))
  const at = 1 + models.indexOf('markov')
  given.forEach((row, i) => {
    if (i > 0) expect(row[at]).toBe(markov.get(row[0]!))
    expect(row.filter((_, k) => k !== at)).toEqual(without[i]!.filter((_, k) => k !== at))
  })
  expect(given).not.toEqual(without)
  const valued = compute(attribution, paths, conversions, 'markov', nulls, values) as (string | number)[][]
  const worth = new Map(valued.slice(1).map((row) => [row[0], row[3]]))
  for (const row of table(paths, conversions, values, nulls).slice(1)) expect(row[at]).toBe(worth.get(row[0]!))
})

test('nulls that are none are the same as no nulls', () => {
  expect(table(paths, conversions, null, column(0, null, '', ' ', 0, 0))).toEqual(table(paths, conversions))
  expect(failure(attributionCompare, column('a', 'b'), column(1, 1), null, column(1, -2))).toBe(
    '#VALUE! ATTRIBUTION_COMPARE: nulls row 2 has -2, below 0',
  )
  expect(failure(attributionCompare, column('a', 'b'), column(1, 1), null, column(1))).toBe(
    '#VALUE! ATTRIBUTION_COMPARE: paths has 2 rows and nulls has 1, select the same rows in both',
  )
})
