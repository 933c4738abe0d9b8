import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import {
  attributionModels,
  byCredit,
  creditTable,
  creditedNames,
  crediting,
  modelChoices,
} from '../../../../core/statistics/journeys/attribution.ts'
import { readPaths, type Journeys } from '../../../../core/statistics/journeys/touchPaths.ts'
import { expectClose } from '../../../close.ts'

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

describe('four journeys worth 60, 1000, 5 and 90, of which the third touched nothing', () => {
  const { journeys } = readPaths(['a > b > c > b', 'd', '', 'c > a'])
  const amounts = Float64Array.of(60, 1000, 5, 90)
  const zeros = new Float64Array(4)

  test.each([
    { model: 'first', says: 'the first touch gets all', credits: [60, 0, 90, 1000, 5] },
    { model: 'last', says: 'the last touch gets all', credits: [90, 60, 0, 1000, 5] },
    { model: 'linear', says: 'every touch gets as much, a repeat once more', credits: [60, 30, 60, 1000, 5] },
    {
      model: 'position',
      says: 'two touches between share 20 %, a touch alone gets all and two get half each',
      credits: [24 + 45, 6 + 24, 6 + 45, 1000, 5],
    },
    {
      model: 'decay',
      says: 'each touch gets twice as much as the one before, where the half-life is one touch',
      credits: [4 + 60, 8 + 32, 16 + 30, 1000, 5],
    },
    {
      model: 'shapley',
      says: 'every channel gets as much, however often it was touched',
      credits: [65, 20, 65, 1000, 5],
    },
  ] as const)('$model: $says', ({ model, credits }) => {
    expectClose(Array.from(crediting(journeys, model, zeros, zeros, 1)(amounts)), credits)
  })
})

test('position gives a touch alone between two others its 20 %', () => {
  const credit = crediting(readPaths(['x', 'a > b > c']).journeys, 'position', none, none, 1)
  expectClose(Array.from(credit(Float64Array.of(0, 10))), [0, 4, 2, 4])
})

describe('markov', () => {
  // All three conversions end with z, one came from a and two from b: without a 1/3 is lost, without b 2/3, without z all.
  const { journeys } = readPaths(['a > z', 'b > z', ''])
  const converted = Float64Array.of(1, 2, 7)
  const nobody = new Float64Array(3)

  test('shares all value out by what would be lost, whichever journey brought it', () => {
    const credit = crediting(journeys, 'markov', converted, nobody, 1)
    expect(creditedNames(journeys)).toEqual(['a', 'z', 'b', '(unattributed)'])
    expectClose(Array.from(credit(Float64Array.of(10, 2, 0))), [2, 6, 4, 0])
    expectClose(Array.from(credit(Float64Array.of(0, 12, 0))), [2, 6, 4, 0])
    expectClose(Array.from(credit(Float64Array.of(-10, -2, 0))), [-2, -6, -4, 0])
  })

  test('customers who did not convert count among those who came through a channel', () => {
    // From z 3 of 5 convert, wherever they came from. One of the 5 came from a, so without a 1/5 is lost, and without b 4/5.
    const credit = crediting(journeys, 'markov', converted, Float64Array.of(0, 2, 0), 1)
    expectClose(Array.from(credit(Float64Array.of(10, 0, 0))), [1, 5, 4, 0])
  })

  test('leaves the value of journeys without a touch to those', () => {
    const credit = crediting(journeys, 'markov', converted, nobody, 1)
    expectClose(Array.from(credit(Float64Array.of(6, 6, 9))), [2, 6, 4, 9])
  })

  test('cannot share out value where no path with a touch has conversions', () => {
    const credit = crediting(journeys, 'markov', Float64Array.of(0, 0, 7), converted, 1)
    expect(() => credit(Float64Array.of(10, 0, 0))).toThrow(
      new CellError('#NUM!', 'no path with a touch has conversions, so markov cannot share out its value'),
    )
    expect(Array.from(credit(Float64Array.of(0, 0, 9)))).toEqual([0, 0, 0, 9])
  })
})

// Of the shares by place one stands for all; those of coalitions are worked out otherwise.
test.each(['first', 'shapley'] as const)('%s takes more than 500 channels', (model) => {
  const { journeys } = readPaths(Array.from({ length: 501 }, (_, i) => `c${i}`))
  const nobody = new Float64Array(501)
  const credits = crediting(journeys, model, nobody, nobody, 1)(new Float64Array(501).fill(2))
  expect(Array.from(credits)).toEqual(Array(501).fill(2))
})

test('the table has no column for values where there are none', () => {
  expect(creditTable(['mail', 'search'], Float64Array.of(1, 3), null)).toEqual([
    ['channel', 'credit', 'share'],
    ['search', 3, 0.75],
    ['mail', 1, 0.25],
  ])
})

test('removal effects stand before values, and what is no channel has none', () => {
  const [credits, values] = [Float64Array.of(1, 2, 1), Float64Array.of(10, 20, 5)]
  expect(creditTable(['a', 'b', '(unattributed)'], credits, values, Float64Array.of(0.25, 0.5))).toEqual([
    ['channel', 'credit', 'share', 'removal_effect', 'value'],
    ['b', 2, 0.5, 0.5, 20],
    ['(unattributed)', 1, 0.25, '', 5],
    ['a', 1, 0.25, 0.25, 10],
  ])
})
