import { expect, test } from 'vitest'
import {
  attributionModels,
  byCredit,
  creditTable,
  creditedNames,
  crediting,
  modelChoices,
} from '../../../../core/statistics/journeys/attribution.ts'
import { readPaths, type Journeys } from '../../../../core/statistics/journeys/touchPaths.ts'

const one = Float64Array.of(1)
const none = Float64Array.of(0)

test('every model can be chosen', () => {
  expect(Object.keys(modelChoices)).toEqual([...attributionModels])
})

test('decay goes by distance, whatever its unit, and the distance of the last touch cancels out', () => {
  const journey = (distance: number[]): Journeys => ({
    channels: ['a', 'b'],
    touches: Int32Array.of(0, 1),
    start: Int32Array.of(0, 2),
    distance: Float64Array.from(distance),
  })
  for (const far of [0, 30, 1e9]) {
    const credit = crediting(journey([far + 7, far]), 'decay', one, none, 7)
    expect(Array.from(credit(one))).toEqual([1 / 3, 2 / 3])
  }
})

test('one crediting shares out as many amounts as one likes', () => {
  const credit = crediting(readPaths(['a > b > b']).journeys, 'shapley', one, none, 1)
  expect(Array.from(credit(Float64Array.of(8)))).toEqual([4, 4])
  expect(Array.from(credit(Float64Array.of(-3)))).toEqual([-1.5, -1.5])
})

test('only journeys without a touch call for a name of their own', () => {
  expect(creditedNames(readPaths(['a > b']).journeys)).toEqual(['a', 'b'])
  expect(creditedNames(readPaths(['', 'a']).journeys)).toEqual(['a', '(unattributed)'])
  expect(creditedNames(readPaths(['(unattributed)', '']).journeys)).toEqual(['(unattributed)'])
})

test('the table goes by credit, then by name', () => {
  const credits = Float64Array.of(1, 2, 1)
  expect(byCredit(['b', 'c', 'A'], credits)).toEqual([1, 2, 0])
  expect(creditTable(['b', 'c', 'A'], credits, Float64Array.of(10, 20, 30))).toEqual([
    ['channel', 'credit', 'share', 'value'],
    ['c', 2, 0.5, 20],
    ['A', 1, 0.25, 30],
    ['b', 1, 0.25, 10],
  ])
})
