import { expect, test } from 'vitest'
import { bestOf, byRepeatOrders, totalsOf, type Outcomes } from '../../../../core/statistics/customers/holdout.ts'
import { expectClose } from '../../../close.ts'

const outcomes: Outcomes = {
  frequency: Float64Array.of(0, 0, 2, 5, 3),
  actualOrders: Float64Array.of(0, 3, 1, 4, 2),
  predictedOrders: Float64Array.of(0.5, 0.2, 1.5, 3, 2.5),
  actualMoney: Float64Array.of(0, 90, 20, 60, 20.5),
  predictedMoney: Float64Array.of(10, 4, 30, 45, 55),
}

test('totals, and by how many orders the forecast of a customer is off on average', () => {
  expectClose(Object.values(totalsOf(outcomes, (row) => row !== 1)), [4, 7, 7.5, 100.5, 140, (0.5 + 0.5 + 1 + 0.5) / 4])
})

test('customers with so many repeat orders and more are together, and a class may be empty', () => {
  const [none, one, two, more, ...others] = byRepeatOrders(outcomes, 3)
  expect(others).toEqual([])
  expect([none, one, two, more].map((totals) => totals!.customers)).toEqual([2, 0, 1, 2])
  expectClose([none!.actualOrders, more!.actualOrders, more!.predictedMoney], [3, 6, 100])
  expect(one).toEqual({
    ...{ customers: 0, actualOrders: 0, predictedOrders: 0, actualMoney: 0, predictedMoney: 0 },
    meanAbsoluteError: NaN,
  })
})

test('those predicted to order most and those predicted to spend most may be others', () => {
  const { predicted, actual } = bestOf(outcomes, 1)
  expect(predicted).toEqual({
    ...{ customers: 1, actualOrders: 4, predictedOrders: 3, actualMoney: 20.5, predictedMoney: 55 },
    meanAbsoluteError: NaN,
  })
  expect([actual.actualOrders, actual.actualMoney, actual.predictedOrders]).toEqual([4, 90, NaN])
})

test('money without a forecast of each has no best', () => {
  const predictedMoney = Float64Array.of(10, NaN, 30, 45, 55)
  const { predicted, actual } = bestOf({ ...outcomes, predictedMoney }, 2)
  expect([predicted.actualOrders, predicted.actualMoney, predicted.predictedMoney]).toEqual([6, NaN, NaN])
  expect(actual.actualMoney).toBe(150)
  expect(totalsOf({ ...outcomes, predictedMoney }, () => true).predictedMoney).toBeNaN()
})
