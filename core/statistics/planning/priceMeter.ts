import { valuesAt } from '../picking.ts'
import { countBelow, countUpTo, firstPlace } from '../sorted.ts'

/** The four prices of each person asked. */
export interface PriceAnswers {
  tooCheap: Float64Array
  cheap: Float64Array
  expensive: Float64Array
  tooExpensive: Float64Array
}

/** How many people call the price at a place of `prices` so. */
export type PriceCurve = (place: number) => number

/** Every price that somebody has named, from the lowest up, and how many people call each of them so. */
export interface PriceCurves extends Record<keyof PriceAnswers, PriceCurve> {
  prices: Float64Array
  people: number
}

/**
 * The cumulated curves of Van Westendorp, from the answers in such rows: a price is (too) cheap to those whose own limit is that price or more, and (too)
 * expensive to those whose limit is that price or less. Van Westendorp, “NSS Price Sensitivity Meter”, ESOMAR Congress, 1976.
 */
export function priceCurves(answers: PriceAnswers, rows: Int32Array): PriceCurves {
  const [tooCheap, cheap, expensive, tooExpensive] = [
    answers.tooCheap,
    answers.cheap,
    answers.expensive,
    answers.tooExpensive,
  ].map((limits) => valuesAt(limits, rows).sort()) as [Float64Array, Float64Array, Float64Array, Float64Array]
  const prices = mergedDifferent([tooCheap, cheap, expensive, tooExpensive])
  const people = rows.length
  return {
    prices,
    people,
    tooCheap: (place) => people - countBelow(tooCheap, prices[place]!),
    cheap: (place) => people - countBelow(cheap, prices[place]!),
    expensive: (place) => countUpTo(expensive, prices[place]!),
    tooExpensive: (place) => countUpTo(tooExpensive, prices[place]!),
  }
}

/** Each value of columns that go up, once. They are counted first, as people name few. */
function mergedDifferent(columns: readonly Float64Array[]): Float64Array {
  let count = 0
  forEachDifferent(columns, () => count++)
  const merged = new Float64Array(count)
  let end = 0
  forEachDifferent(columns, (value) => (merged[end++] = value))
  return merged
}

function forEachDifferent(columns: readonly Float64Array[], visit: (value: number) => void): void {
  const next = columns.map(() => 0)
  for (;;) {
    let least = Infinity
    for (let c = 0; c < columns.length; c++) if (columns[c]![next[c]!]! < least) least = columns[c]![next[c]!]!
    if (least === Infinity) return
    visit(least)
    for (let c = 0; c < columns.length; c++) while (columns[c]![next[c]!] === least) next[c]!++
  }
}

/**
 * The price at which a curve that rises meets one that falls, in straight lines from one named price to the next; the
 * middle where they run together, and the end of the prices where they do not meet.
 */
export function meetingPrice(prices: Float64Array, falling: PriceCurve, rising: PriceCurve): number {
  const apart = (place: number) => rising(place) - falling(place)
  const last = prices.length - 1
  const met = firstPlace(prices.length, (place) => apart(place) >= 0)
  if (met > last) return prices[last]!
  if (apart(met) > 0) {
    if (met === 0) return prices[0]!
    const [before, after] = [apart(met - 1), apart(met)]
    const share = before / (before - after)
    return prices[met - 1]! + share * (prices[met]! - prices[met - 1]!)
  }
  const left = firstPlace(prices.length, (place) => apart(place) > 0)
  return prices[met]! / 2 + prices[left - 1]! / 2
}

/** How many people a curve has at a price, in straight lines from one named price to the next. */
export function countAt(prices: Float64Array, curve: PriceCurve, price: number): number {
  const high = Math.max(1, Math.min(countUpTo(prices, price), prices.length - 1))
  const low = high - 1
  const width = prices[high]! - prices[low]!
  return width > 0 ? curve(low) + ((price - prices[low]!) / width) * (curve(high) - curve(low)) : curve(0)
}
