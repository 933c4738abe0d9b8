import fc from 'fast-check'
import { expect, test } from 'vitest'
import { featureAdoption } from '../../../../core/metrics/adoption/featureAdoption.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['feature', 'users', 'adoption']

test('420 of 1,500 active users are 28 %', () => {
  const ids = Array.from({ length: 420 }, (_, i) => i)
  const features = new Array<string>(420).fill('Export')
  expect(compute(featureAdoption, column(...ids), column(...features), 1500)).toEqual([header, ['Export', 420, 0.28]])
})

test('a user counts once for a feature, however often it is used', () => {
  expect(compute(featureAdoption, column('Ann', 'Ann', 7, '7'), column('a', 'a', 'a', 'b'), 4)).toEqual([
    header,
    ['a', 2, 0.5],
    ['b', 1, 0.25],
  ])
})

test('the most used feature comes first, equals by name: numbers, then text whatever its case', () => {
  const features = column('beta', 'Alpha', 10, 9, 'top', 'top')
  const table = compute(featureAdoption, column(1, 1, 1, 1, 1, 2), features, 2) as unknown[][]
  expect(table.slice(1).map(([feature]) => feature)).toEqual(['top', 9, 10, 'Alpha', 'beta'])
})

test('features nobody uses are listed with 0, those in use stay whether listed or not', () => {
  expect(
    compute(featureAdoption, column('Ann', 'Ann'), column(7, 'Chat'), 2, [['7', 'Export', null, 'Export']]),
  ).toEqual([header, [7, 1, 0.5], ['Chat', 1, 0.5], ['Export', 0, 0]])
})

test('it agrees with a count over sets, whatever the order of the rows', () => {
  const use = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b', 'c', 'd'))
  fc.assert(
    fc.property(fc.array(use, { minLength: 1, maxLength: 60 }), (uses) => {
      const run = (list: typeof uses) =>
        compute(
          featureAdoption,
          column(...list.map(([id]) => id)),
          column(...list.map(([, feature]) => feature)),
          20,
          column('a', 'b', 'c', 'd'),
        )
      const users = (feature: string) => new Set(uses.filter(([, name]) => name === feature).map(([id]) => id)).size
      const rows = ['a', 'b', 'c', 'd'].map((name): [string, number, number] => [name, users(name), users(name) / 20])
      expect(run(uses)).toEqual([header, ...rows.sort((a, b) => b[1] - a[1])])
      expect(run(uses.slice().reverse())).toEqual(run(uses))
    }),
  )
})

test('more users than active users is refused', () => {
  expect(failure(featureAdoption, column('Ann', 'Ben', 'Ann'), column('a', 'b', 'b'), 1)).toBe(
    '#VALUE! FEATURE_ADOPTION: ids has 2 different users, more than active_users (1)',
  )
})

test('no active users is #DIV/0!', () => {
  expect(failure(featureAdoption, column('Ann'), column('a'), 0)).toBe(
    '#DIV/0! FEATURE_ADOPTION: active_users is 0, so there is nobody to adopt a feature',
  )
})

test('blank rows and rows without a user or a feature are left out', () => {
  expect(compute(featureAdoption, column('Ann', null, 'Ben', ' ', null), column('a', 'a', '', 'b', null), 2)).toEqual([
    header,
    ['a', 1, 0.5],
  ])
  expect(compute(featureAdoption, 'Ann', 'a', 2, null)).toEqual([header, ['a', 1, 0.5]])
})

test('wrong cells are named', () => {
  expect(failure(featureAdoption, column('Ann', 'Ben'), column('a'), 2)).toBe(
    '#VALUE! FEATURE_ADOPTION: ids has 2 rows and features has 1, select the same rows in both',
  )
  expect(failure(featureAdoption, column(null), column('a'), 2)).toBe(
    '#N/A FEATURE_ADOPTION: ids and features have no complete row',
  )
  expect(failure(featureAdoption, column('Ann'), column('a'), 'ten')).toBe(
    '#VALUE! FEATURE_ADOPTION: active_users is the text “ten”, not a number',
  )
})
