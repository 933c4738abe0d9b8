import { expect, test } from 'vitest'
import { countAt, meetingPrice, priceCurves } from '../../../../core/statistics/planning/priceMeter.ts'

const f = (...values: number[]) => Float64Array.from(values)
const curve =
  (...counts: number[]) =>
  (place: number) =>
    counts[place]!

test('too cheap and cheap count those whose limit is the price or more, the others those whose limit is the price or less', () => {
  const curves = priceCurves(
    { tooCheap: f(2, 1), cheap: f(3, 3), expensive: f(3, 5), tooExpensive: f(5, 8) },
    Int32Array.of(0, 1),
  )
  const all = (one: (place: number) => number) => Array.from(curves.prices.keys(), one)
  expect(curves.people).toBe(2)
  expect(curves.prices).toEqual(f(1, 2, 3, 5, 8))
  expect(all(curves.tooCheap)).toEqual([2, 1, 0, 0, 0])
  expect(all(curves.cheap)).toEqual([2, 2, 2, 0, 0])
  expect(all(curves.expensive)).toEqual([0, 0, 1, 2, 2])
  expect(all(curves.tooExpensive)).toEqual([0, 0, 0, 1, 2])
})

test('curves meet at a named price, between two, or in the middle of where they run together', () => {
  expect(meetingPrice(f(1, 2, 3), curve(4, 2, 0), curve(0, 2, 4))).toBe(2)
  expect(meetingPrice(f(10, 20), curve(3, 0), curve(0, 1))).toBe(17.5)
  expect(meetingPrice(f(1, 2, 4, 9), curve(3, 1, 1, 0), curve(0, 1, 1, 3))).toBe(3)
})

test('curves that do not meet end at the lowest or the highest price', () => {
  expect(meetingPrice(f(1, 2), curve(1, 0), curve(2, 2))).toBe(1)
  expect(meetingPrice(f(1, 2), curve(3, 2), curve(0, 1))).toBe(2)
  expect(meetingPrice(f(7), curve(1), curve(1))).toBe(7)
})

test('between two prices a count lies on a straight line', () => {
  expect(countAt(f(10, 20, 40), curve(8, 4, 0), 25)).toBe(3)
  expect([10, 20, 40].map((price) => countAt(f(10, 20, 40), curve(8, 4, 0), price))).toEqual([8, 4, 0])
  expect(countAt(f(7), curve(3), 7)).toBe(3)
})

test('the answers stay as they are', () => {
  const answers = { tooCheap: f(2, 1), cheap: f(4, 3), expensive: f(6, 5), tooExpensive: f(9, 8) }
  priceCurves(answers, Int32Array.of(0, 1))
  expect(answers.tooCheap).toEqual(f(2, 1))
})
