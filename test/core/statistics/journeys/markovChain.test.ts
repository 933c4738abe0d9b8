import { expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { expectedVisits, removalEffects } from '../../../../core/statistics/journeys/markovChain.ts'
import { readPaths } from '../../../../core/statistics/journeys/touchPaths.ts'
import { expectClose } from '../../../close.ts'

const effects = (paths: string[], conversions: number[], nulls: number[]): number[] =>
  Array.from(removalEffects(readPaths(paths).journeys, Float64Array.from(conversions), Float64Array.from(nulls)))

test('the worked example of Bryl (AnalyzeCore, 2016) loses 0.5, 1 and 1', () => {
  expectClose(effects(['c1 > c2 > c3', 'c1', 'c2 > c3'], [1, 0, 0], [0, 1, 1]), [0.5, 1, 1])
})

test('a channel that every journey ends with is worth all conversions, the others by the customers who came through them', () => {
  expectClose(effects(['a > z', 'b > z'], [1, 3], [5, 0]), [2 / 3, 1, 1 / 3])
})

test('a channel on the way of nobody who converts is worth nothing', () => {
  expect(effects(['a', 'b'], [1, 0], [0, 1])).toEqual([1, 0])
  expect(effects(['a', 'b'], [1, 0], [0, 0])).toEqual([1, 0])
})

test('where nobody converts nothing is lost', () => {
  expect(effects(['a > b'], [0], [4])).toEqual([0, 0])
})

test('a journey of a million repeats keeps its digits', () => {
  const long = new Array<string>(1e6).fill('a').join('>')
  expectClose(effects([`${long} > b`, 'a'], [1, 1], [0, 2]), [1, 0.5])
})

test('visits times the moves not made are the unit matrix', () => {
  const moving = Float64Array.of(0, 2, 1, 3, 0, 1, 0, 4, 0)
  const leaving = Float64Array.of(4, 5, 8)
  const visits = expectedVisits(moving, leaving)
  for (let i = 0; i < 3; i++) {
    for (let k = 0; k < 3; k++) {
      let sum = 0
      for (let j = 0; j < 3; j++) sum += ((i === j ? 1 : 0) - moving[i * 3 + j]! / leaving[i]!) * visits[j * 3 + k]!
      expect(sum).toBeCloseTo(i === k ? 1 : 0, 14)
    }
  }
})

test('someone who goes round with a chance of 1/2 is there twice', () => {
  expectClose(Array.from(expectedVisits(Float64Array.of(0, 1, 1, 0), Float64Array.of(1, 2))), [2, 2, 1, 2])
})

test('too many channels are refused in words', () => {
  const many = Array.from({ length: 501 }, (_, i) => `c${i}`)
  expect(() =>
    effects(
      many,
      many.map(() => 1),
      many.map(() => 0),
    ),
  ).toThrow(new CellError('#VALUE!', 'markov takes 500 channels at most, not 501; put small ones together'))
})
