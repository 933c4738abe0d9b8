import { CellError, wrongValue } from '../../cell.ts'
import { distinctRows, pickRows } from '../distinctRows.ts'
import { rowsWhere, valuesAt } from '../picking.ts'
import { sum } from '../sum.ts'

/** Repeat orders, time to the last of them, and time observed, of each customer. */
export interface Histories {
  frequency: Float64Array
  recency: Float64Array
  age: Float64Array
}

/** Names the first row that no customer can have. */
export function checkHistories({ frequency, recency, age }: Histories): void {
  for (let i = 0; i < frequency.length; i++) {
    if (recency[i]! > age[i]!) throw wrongValue('recency', i, `has ${recency[i]}, more than age (${age[i]})`)
    if (frequency[i] === 0 && recency[i]! > 0) {
      throw wrongValue('recency', i, `has ${recency[i]}, it is 0 where frequency is 0`)
    }
    if (frequency[i]! > 0 && age[i] === 0) throw wrongValue('age', i, `has 0, and frequency is ${frequency[i]}`)
  }
}

/** Equal customers counted together, in an order that does not depend on the rows, their times in units of the mean age. */
export interface GroupedHistories extends Histories {
  counts: Int32Array
  customers: number
  repeatOrders: number
  /** How many customers came back more than i times. */
  repeaters: Float64Array
  meanAge: number
}

/** Fails with a sentence where there is nothing to learn a model from. */
export function groupHistories(histories: Histories): GroupedHistories {
  checkHistories(histories)
  const distinct = distinctRows(histories.frequency, histories.age, histories.recency)
  const { counts } = distinct
  const frequency = pickRows(histories.frequency, distinct)
  const ages = pickRows(histories.age, distinct)
  const repeatOrders = sum(frequency.map((value, i) => value * counts[i]!))
  const customers = histories.frequency.length
  if (customers < 2) throw new CellError('#N/A', 'needs 2 customers, has 1')
  if (repeatOrders === 0) {
    throw new CellError('#N/A', `needs customers who ordered again, none of the ${customers} did`)
  }
  if (counts.length < 2) {
    throw new CellError('#N/A', `needs customers who differ, all ${customers} have the same frequency, recency and age`)
  }
  const meanAge = sum(ages.map((value, i) => value * counts[i]!)) / customers
  return {
    frequency,
    recency: pickRows(histories.recency, distinct).map((value) => value / meanAge),
    age: ages.map((value) => value / meanAge),
    counts,
    customers,
    repeatOrders,
    repeaters: repeatersOf(frequency, counts),
    meanAge,
  }
}

function repeatersOf(frequency: Float64Array, counts: Int32Array): Float64Array {
  const repeaters = new Float64Array(frequency[frequency.length - 1]!)
  for (let i = 0; i < frequency.length; i++) if (frequency[i]! > 0) repeaters[frequency[i]! - 1]! += counts[i]!
  for (let i = repeaters.length - 2; i >= 0; i--) repeaters[i]! += repeaters[i + 1]!
  return repeaters
}

/** Every so many-th of the different histories, the last always, which is that of who ordered most. */
export function thinned(
  { frequency, recency, age, counts, meanAge }: GroupedHistories,
  every: number,
): GroupedHistories {
  const from = (frequency.length - 1) % every
  const rows = rowsWhere(frequency.length, (i) => i % every === from)
  const orders = valuesAt(frequency, rows)
  const kept = valuesAt(counts, rows)
  return {
    frequency: orders,
    recency: valuesAt(recency, rows),
    age: valuesAt(age, rows),
    counts: kept,
    customers: sum(kept),
    repeatOrders: sum(orders.map((value, i) => value * kept[i]!)),
    repeaters: repeatersOf(orders, kept),
    meanAge,
  }
}
