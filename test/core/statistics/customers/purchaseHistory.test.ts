import { expect, test } from 'vitest'
import { checkHistories, groupHistories, thinned } from '../../../../core/statistics/customers/purchaseHistory.ts'
import { expectClose } from '../../../close.ts'

const histories = (...rows: [number, number, number][]) => ({
  frequency: Float64Array.from(rows, ([frequency]) => frequency),
  recency: Float64Array.from(rows, ([, recency]) => recency),
  age: Float64Array.from(rows, ([, , age]) => age),
})

test('equal customers count together, times are in units of the mean age', () => {
  const grouped = groupHistories(histories([2, 6, 12], [0, 0, 4], [2, 6, 12], [1, 3, 4]))
  expect(grouped).toEqual({
    frequency: Float64Array.of(0, 1, 2),
    recency: Float64Array.of(0, 3 / 8, 6 / 8),
    age: Float64Array.of(0.5, 0.5, 1.5),
    counts: Int32Array.of(1, 1, 2),
    customers: 4,
    repeatOrders: 5,
    repeaters: Float64Array.of(3, 2),
    meanAge: 8,
  })
})

test('the order of rows does not matter to the last digit', () => {
  const rows: [number, number, number][] = [0.1, 0.7, 1.3, 2.9, 3.3].map((age, i) => [i, i === 0 ? 0 : age / 3, age])
  expect(groupHistories(histories(...rows.reverse()))).toEqual(groupHistories(histories(...rows.sort())))
})

test('the repeaters add up to the repeat orders', () => {
  const { repeaters, repeatOrders } = groupHistories(histories([5, 1, 2], [0, 0, 2], [40, 2, 2], [1, 1, 1]))
  expectClose(
    repeaters.reduce((total, count) => total + count, 0),
    repeatOrders,
  )
  expect(repeaters[0]).toBe(3)
  expect(repeaters[39]).toBe(1)
})

test('some of the histories are every so many-th with the last, in the units of all', () => {
  const all = groupHistories(histories([0, 0, 4], [0, 0, 8], [1, 2, 8], [2, 6, 12], [2, 6, 12], [9, 7, 8]))
  expect(thinned(all, 2)).toEqual({
    frequency: Float64Array.of(0, 1, 9),
    recency: all.recency.filter((_, i) => i % 2 === 0),
    age: all.age.filter((_, i) => i % 2 === 0),
    counts: Int32Array.of(1, 1, 1),
    customers: 3,
    repeatOrders: 10,
    repeaters: Float64Array.of(2, 1, 1, 1, 1, 1, 1, 1, 1),
    meanAge: all.meanAge,
  })
  expect(thinned(all, 3).counts).toEqual(Int32Array.of(1, 1))
})

test('what nobody can have is refused', () => {
  const refuse =
    (...row: [number, number, number]) =>
    () =>
      checkHistories(histories([0, 0, 1], row))
  expect(refuse(1, 5, 4)).toThrow('has 5, more than age (4)')
  expect(refuse(0, 3, 4)).toThrow('has 3, it is 0 where frequency is 0')
  expect(refuse(2, 0, 0)).toThrow('has 0, and frequency is 2')
  expect(refuse(2, 4, 4)).not.toThrow()
})

test('one customer, none who came back, or all alike are nothing to learn from', () => {
  expect(() => groupHistories(histories([2, 3, 4]))).toThrow('needs 2 customers, has 1')
  expect(() => groupHistories(histories([0, 0, 4], [0, 0, 5]))).toThrow(
    'needs customers who ordered again, none of the 2 did',
  )
  expect(() => groupHistories(histories([2, 3, 4], [2, 3, 4]))).toThrow('needs customers who differ, all 2')
})
