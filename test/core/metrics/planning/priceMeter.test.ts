import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceMeter } from '../../../../core/metrics/planning/priceMeter.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

type Answer = readonly [tooCheap: number, cheap: number, expensive: number, tooExpensive: number]
type Row = [price: number, number, number, number, number, point: string]
const header = ['price', 'too_cheap', 'cheap', 'expensive', 'too_expensive', 'point']
const names = [
  'lowest acceptable price (PMC)',
  'optimal price (OPP)',
  'indifference price (IPP)',
  'highest acceptable price (PME)',
]
const rule = 'prices must not fall from too_cheap to cheap, expensive and too_expensive'
const columns = (people: readonly Answer[]) => [0, 1, 2, 3].map((i) => column(...people.map((prices) => prices[i])))
const meter = (people: readonly Answer[], ...options: unknown[]) => {
  const [first, ...rows] = compute(priceMeter, ...columns(people), ...options) as unknown[][]
  expect(first).toEqual(header)
  return { rows: rows.slice(0, -1) as Row[], note: rows[rows.length - 1]![0] }
}
const prices = (people: readonly Answer[], range?: string) =>
  meter(people, 'points', range).rows.map(([price]) => price)

// By hand. Too cheap to 3, 2, 1, 0 of 4 at 3, 4, 5, 6; not cheap to 0, 0, 1, 2: they meet at 5. Too cheap to nobody and too
// expensive to nobody from 6 to 8: 7. Cheap to 1 and expensive to 1 at 7. Too expensive to 1 at 9, not expensive to 1.
test('the four points of a small survey are where the curves meet, with the shares there', () => {
  const people: Answer[] = [
    [2, 4, 7, 9],
    [3, 5, 8, 10],
    [4, 6, 9, 12],
    [5, 8, 10, 14],
  ]
  expect(meter(people)).toEqual({
    rows: [
      [5, 0.25, 0.75, 0, 0, names[0]],
      [7, 0, 0.25, 0.25, 0, names[1]],
      [7, 0, 0.25, 0.25, 0, names[2]],
      [9, 0, 0, 0.75, 0.25, names[3]],
    ],
    note: '4 people',
  })
})

const survey: Answer[] = [
  [4.5, 7, 11, 15],
  [5, 8, 12, 16],
  [6, 9.5, 12, 18],
  [3, 6, 9, 12],
  [8, 10, 15, 20],
  [5, 7.5, 10, 14],
  [7, 9, 13, 17],
  [6.5, 10, 14, 19],
  [2, 5, 8, 11],
  [9, 12, 16, 22],
  [10, 8, 12, 15],
  [4, 4, 9, 9],
]

// python3, fractions: every named price looked at by counting, all crossings of the straight lines, the middle of the
// lowest and the highest of them.
test('a survey of twelve, of whom one contradicts herself (exact fractions in Python)', () => {
  expectClose(prices(survey), [7, 9, 9.75, 13])
  expectClose(prices(survey, 'narrower'), [25 / 3, 9, 9.75, 32 / 3])
  expect(meter(survey).note).toBe(`11 people; 1 left out: ${rule}`)
})

test('equal prices of one person do not contradict each other', () => {
  expect(meter([[5, 5, 5, 5]])).toEqual({
    rows: names.map((name) => [5, 1, 1, 1, 1, name]),
    note: '1 person',
  })
})

test('curves have a row for every price that was named, and the points between them', () => {
  const { rows } = meter(survey, 'curves')
  const named = new Set(survey.filter((_, i) => i !== 10).flat())
  const found = rows.map(([price]) => price)
  expect(found).toEqual([...new Set([...named, 7, 9, 9.75, 13])].sort((a, b) => a - b))
  expect(rows.filter(([, , , , , point]) => point !== '').map(([price, , , , , point]) => [price, point])).toEqual(
    [7, 9, 9.75, 13].map((price, i) => [price, names[i]]),
  )
  const [lowest, highest] = [rows[0]!, rows[rows.length - 1]!]
  expect(lowest.slice(1, 5)).toEqual([1, 1, 0, 0])
  expect(highest.slice(1, 5)).toEqual([0, 0, 1, 1])
})

const person = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 })
  .map((limits) => limits.sort((a, b) => a - b) as unknown as Answer)
const people = fc.array(person, { minLength: 1, maxLength: 15 })

/** Where two curves that are known at every named price meet: all places looked for, and the middle of the outermost. */
function bruteForce(all: readonly Answer[], falling: (at: number) => number, rising: (at: number) => number) {
  const named = [...new Set(all.flat())].sort((a, b) => a - b)
  const places = named.flatMap((price, i) => {
    const apart = rising(price) - falling(price)
    if (apart === 0) return [price]
    const next = named[i + 1]
    if (next === undefined) return []
    const then = rising(next) - falling(next)
    return apart < 0 && then > 0 ? [(price * then - next * apart) / (then - apart)] : []
  })
  if (places.length > 0) return (Math.min(...places) + Math.max(...places)) / 2
  return rising(named[0]!) > falling(named[0]!) ? named[0]! : named[named.length - 1]!
}

test('they are where counting says, in every survey', () => {
  fc.assert(
    fc.property(people, (all) => {
      const share = (is: (answer: Answer) => boolean) => all.filter(is).length
      const tooCheap = (price: number) => share((limits) => limits[0] >= price)
      const cheap = (price: number) => share((limits) => limits[1] >= price)
      const notCheap = (price: number) => share((limits) => limits[1] < price)
      const expensive = (price: number) => share((limits) => limits[2] <= price)
      const notExpensive = (price: number) => share((limits) => limits[2] > price)
      const tooExpensive = (price: number) => share((limits) => limits[3] <= price)
      const [optimal, indifferent] = [bruteForce(all, tooCheap, tooExpensive), bruteForce(all, cheap, expensive)]
      const original = [
        bruteForce(all, tooCheap, notCheap),
        optimal,
        indifferent,
        bruteForce(all, notExpensive, tooExpensive),
      ]
      const narrower = [
        bruteForce(all, tooCheap, expensive),
        optimal,
        indifferent,
        bruteForce(all, cheap, tooExpensive),
      ]
      expectClose(prices(all), original)
      expectClose(prices(all, 'narrower'), narrower)
    }),
  )
})

test('the order of people does not matter, and prices in cents are a hundred times those in euros', () => {
  fc.assert(
    fc.property(people, (all) => {
      const found = prices(all)
      expect(prices([...all].reverse())).toEqual(found)
      expectClose(
        prices(all.map((limits) => limits.map((limit) => 100 * limit) as unknown as Answer)),
        found.map((price) => 100 * price),
      )
      for (const [, ...shares] of meter(all, 'curves').rows) {
        for (const share of shares.slice(0, 4) as number[]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
      }
    }),
    { numRuns: 100 },
  )
})

test('a row with a blank or a word in any column is left out, headers are skipped, whole columns do', () => {
  const whole = columns(survey)
  const blanks = Array.from({ length: 3000 }, () => [null])
  const messy = whole.map((cells, i) => [
    [['Too cheap', 'Cheap', 'Expensive', 'Too expensive'][i]],
    [i === 1 ? '' : 5],
    [i === 2 ? '  ' : 5],
    [i === 3 ? 'n/a' : 5],
    [i === 0 ? null : 5],
    ...cells,
    ...blanks,
  ])
  expect(compute(priceMeter, ...messy)).toEqual(compute(priceMeter, ...whole))
})

test('wrong cells are named', () => {
  const [tooCheap, cheap, expensive, tooExpensive] = columns(survey)
  expect(failure(priceMeter, column(5, -1), column(6, 6), column(7, 7), column(8, 8))).toBe(
    '#VALUE! PRICE_METER: too_cheap row 2 has -1, below 0',
  )
  expect(failure(priceMeter, tooCheap, cheap, expensive)).toBe('#VALUE! PRICE_METER: too_expensive is missing')
  expect(failure(priceMeter, tooCheap, cheap!.slice(1), expensive, tooExpensive)).toContain('#VALUE! PRICE_METER: ')
  expect(failure(priceMeter, column(8, 9), column(6, 7), column(4, 5), column(2, 3))).toBe(
    `#N/A PRICE_METER: needs 1 person, has 0 of 2: ${rule}`,
  )
  expect(failure(priceMeter, column(null), column(''), column(' '), column(null))).toContain(
    '#N/A PRICE_METER: too_cheap, cheap, expensive and too_expensive have no complete row',
  )
  expect(failure(priceMeter, tooCheap, cheap, expensive, tooExpensive, 'lines')).toBe(
    '#VALUE! PRICE_METER: output is the text “lines”, use points or curves',
  )
  expect(failure(priceMeter, tooCheap, cheap, expensive, tooExpensive, 'points', 'wide')).toBe(
    '#VALUE! PRICE_METER: range is the text “wide”, use original or narrower',
  )
})

test('where the prices of most people fall, the columns are likely to be in another order', () => {
  expect(failure(priceMeter, column(9, 8, 7, 2), column(8, 7, 6, 3), column(5, 5, 5, 5), column(3, 3, 3, 9))).toBe(
    '#VALUE! PRICE_METER: the prices of 3 of 4 people fall somewhere, look at the order of the columns: prices must not fall from too_cheap to cheap, expensive and too_expensive',
  )
})
