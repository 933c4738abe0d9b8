/** The four prices of each person asked. */
export interface PriceAnswers {
  tooCheap: Float64Array
  cheap: Float64Array
  expensive: Float64Array
  tooExpensive: Float64Array
}

/** How many people call each price so, at every price that somebody has named, from the lowest up. */
export interface PriceCurves extends PriceAnswers {
  prices: Float64Array
  people: number
}

/**
 * The cumulated curves of Van Westendorp: a price is (too) cheap to those whose own limit is that price or more, and (too)
 * expensive to those whose limit is that price or less. Van Westendorp, “NSS Price Sensitivity Meter”, ESOMAR Congress, 1976.
 */
export function priceCurves(answers: PriceAnswers): PriceCurves {
  const [tooCheap, cheap, expensive, tooExpensive] = [
    answers.tooCheap,
    answers.cheap,
    answers.expensive,
    answers.tooExpensive,
  ].map((limits) => limits.slice().sort()) as [Float64Array, Float64Array, Float64Array, Float64Array]
  const prices = differentPrices([tooCheap, cheap, expensive, tooExpensive])
  const people = tooCheap.length
  return {
    prices,
    people,
    tooCheap: countsBelow(tooCheap, prices).map((below) => people - below),
    cheap: countsBelow(cheap, prices).map((below) => people - below),
    expensive: countsUpTo(expensive, prices),
    tooExpensive: countsUpTo(tooExpensive, prices),
  }
}

/** Each column alone first, since people name few prices. */
function differentPrices(columns: readonly Float64Array[]): Float64Array {
  const all = columns.flatMap((limits) => Array.from(different(limits)))
  return different(Float64Array.from(all).sort())
}

function different(sorted: Float64Array): Float64Array {
  return sorted.filter((price, i) => i === 0 || price !== sorted[i - 1])
}

/** How many of the sorted limits are below each price; the prices go up. */
function countsBelow(limits: Float64Array, prices: Float64Array): Float64Array {
  let count = 0
  return prices.map((price) => {
    while (count < limits.length && limits[count]! < price) count++
    return count
  })
}

function countsUpTo(limits: Float64Array, prices: Float64Array): Float64Array {
  let count = 0
  return prices.map((price) => {
    while (count < limits.length && limits[count]! <= price) count++
    return count
  })
}

/**
 * The price at which a curve that rises meets one that falls, in straight lines from one named price to the next; the
 * middle where they run together, and the end of the prices where they do not meet.
 */
export function meetingPrice(prices: Float64Array, falling: Float64Array, rising: Float64Array): number {
  const apart = (i: number) => rising[i]! - falling[i]!
  let first = 0
  while (first < prices.length - 1 && apart(first) < 0) first++
  if (apart(first) < 0) return prices[first]!
  if (apart(first) > 0) {
    if (first === 0) return prices[0]!
    const [before, after] = [apart(first - 1), apart(first)]
    const share = before / (before - after)
    return prices[first - 1]! + share * (prices[first]! - prices[first - 1]!)
  }
  let last = first
  while (last < prices.length - 1 && apart(last + 1) === 0) last++
  return prices[first]! / 2 + prices[last]! / 2
}

/** How many people a curve has at a price, in straight lines from one named price to the next. */
export function countAt(prices: Float64Array, counts: Float64Array, price: number): number {
  let low = 0
  let high = prices.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (prices[middle]! <= price) low = middle
    else high = middle
  }
  const width = prices[high]! - prices[low]!
  return width === 0 ? counts[low]! : counts[low]! + ((price - prices[low]!) / width) * (counts[high]! - counts[low]!)
}
