import { expect, test } from 'vitest'
import { countAt, meetingPrice, priceCurves } from '../../../../core/statistics/planning/priceMeter.ts'

const f = (...values: number[]) => Float64Array.from(values)

test('too cheap and cheap count those whose limit is the price or more, the others those whose limit is the price or less', () => {
  const curves = priceCurves({ tooCheap: f(2, 1), cheap: f(3, 3), expensive: f(3, 5), tooExpensive: f(5, 8) })
  expect(curves).toEqual({
    people: 2,
    prices: f(1, 2, 3, 5, 8),
    tooCheap: f(2, 1, 0, 0, 0),
    cheap: f(2, 2, 2, 0, 0),
    expensive: f(0, 0, 1, 2, 2),
    tooExpensive: f(0, 0, 0, 1, 2),
  })
})

test('curves meet at a named price, between two, or in the middle of where they run together', () => {
  expect(meetingPrice(f(1, 2, 3), f(4, 2, 0), f(0, 2, 4))).toBe(2)
  expect(meetingPrice(f(10, 20), f(3, 0), f(0, 1))).toBe(17.5)
  expect(meetingPrice(f(1, 2, 4, 9), f(3, 1, 1, 0), f(0, 1, 1, 3))).toBe(3)
})

test('curves that do not meet end at the lowest or the highest price', () => {
  expect(meetingPrice(f(1, 2), f(1, 0), f(2, 2))).toBe(1)
  expect(meetingPrice(f(1, 2), f(3, 2), f(0, 1))).toBe(2)
  expect(meetingPrice(f(7), f(1), f(1))).toBe(7)
})

test('between two prices a count lies on a straight line', () => {
  expect(countAt(f(10, 20, 40), f(8, 4, 0), 25)).toBe(3)
  expect([10, 20, 40].map((price) => countAt(f(10, 20, 40), f(8, 4, 0), price))).toEqual([8, 4, 0])
  expect(countAt(f(7), f(3), 7)).toBe(3)
})

test('the answers stay as they are', () => {
  const answers = { tooCheap: f(2, 1), cheap: f(4, 3), expensive: f(6, 5), tooExpensive: f(9, 8) }
  priceCurves(answers)
  expect(answers.tooCheap).toEqual(f(2, 1))
})
