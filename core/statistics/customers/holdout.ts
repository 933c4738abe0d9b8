import { sumOfHighest } from '../highest.ts'
import { rowsWhere, valuesAt } from '../picking.ts'
import { sum } from '../sum.ts'

/** What each customer did in a time that a forecast was made for, and the forecast. NaN where nothing was predicted. */
export interface Outcomes {
  /** Repeat orders of the time before, from which the forecast was made. */
  frequency: Float64Array
  actualOrders: Float64Array
  predictedOrders: Float64Array
  actualMoney: Float64Array
  predictedMoney: Float64Array
}

/** The same of several customers together, and by how many orders the forecast of one is off on average. */
export interface Totals {
  customers: number
  actualOrders: number
  predictedOrders: number
  actualMoney: number
  predictedMoney: number
  meanAbsoluteError: number
}

export function totalsOf(outcomes: Outcomes, isOf: (customer: number) => boolean): Totals {
  const { actualOrders, predictedOrders, actualMoney, predictedMoney } = outcomes
  const rows = rowsWhere(actualOrders.length, isOf)
  const errors = predictedOrders.map((orders, row) => Math.abs(orders - actualOrders[row]!))
  const total = (values: Float64Array): number => sum(valuesAt(values, rows))
  return {
    customers: rows.length,
    actualOrders: total(actualOrders),
    predictedOrders: total(predictedOrders),
    actualMoney: total(actualMoney),
    predictedMoney: total(predictedMoney),
    meanAbsoluteError: total(errors) / rows.length,
  }
}

/** Customers by their repeat orders, 0 to one less than `most`, and those with `most` and more. */
export function byRepeatOrders(outcomes: Outcomes, most: number): Totals[] {
  return Array.from({ length: most + 1 }, (_, count) =>
    totalsOf(outcomes, (row) => Math.min(most, outcomes.frequency[row]!) === count),
  )
}

/** So many customers of whom most orders, and so many of whom most money was predicted, or came in fact. */
export function bestOf(outcomes: Outcomes, customers: number): { predicted: Totals; actual: Totals } {
  const { actualOrders, predictedOrders, actualMoney, predictedMoney } = outcomes
  const unknown = { predictedOrders: NaN, predictedMoney: NaN, meanAbsoluteError: NaN }
  const isKnown = !predictedMoney.some(Number.isNaN)
  const byPredictedMoney = (values: Float64Array) => (isKnown ? sumOfHighest(predictedMoney, values, customers) : NaN)
  return {
    predicted: {
      customers,
      actualOrders: sumOfHighest(predictedOrders, actualOrders, customers),
      predictedOrders: sumOfHighest(predictedOrders, predictedOrders, customers),
      actualMoney: byPredictedMoney(actualMoney),
      predictedMoney: byPredictedMoney(predictedMoney),
      meanAbsoluteError: NaN,
    },
    actual: {
      ...unknown,
      customers,
      actualOrders: sumOfHighest(actualOrders, actualOrders, customers),
      actualMoney: sumOfHighest(actualMoney, actualMoney, customers),
    },
  }
}
