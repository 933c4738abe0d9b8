import fc from 'fast-check'
import { expect, test } from 'vitest'
import { priceRealised } from '../../../../core/metrics/value/priceRealised.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'
import { CellError } from '../../../../core/cell.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const list = column(100, 100, 50)
const paid = column(90, 100, 40)
const units = column(10, 5, 20)

test('what was paid over what the list says, of all units', () => {
  expect(compute(priceRealised, list, paid, units)).toBe((900 + 500 + 800) / (1000 + 500 + 1000))
  expect(compute(priceRealised, list, paid, units, 'realised')).toBe(0.88)
})

test('the discount is the rest, its depth is that of the units below list, and their share counts units', () => {
  expectClose(compute(priceRealised, list, paid, units, 'discount'), 0.12)
  expectClose(compute(priceRealised, list, paid, units, 'depth'), 1 - 1700 / 2000)
  expectClose(compute(priceRealised, list, paid, units, 'below_list'), 30 / 35)
})

test('without quantities each row is one unit, and amounts of whole lines give the same', () => {
  expect(compute(priceRealised, list, paid)).toBe(230 / 250)
  expectClose(compute(priceRealised, column(1000, 500, 1000), column(900, 500, 800)), 0.88)
  expect(compute(priceRealised, column(100, 50), column(90, 50), null, 'below_list')).toBe(0.5)
})

test('a surcharge is taken as it is, and hides no discount from the depth', () => {
  expect(compute(priceRealised, column(100, 100), column(120, 90))).toBe(1.05)
  expect(compute(priceRealised, column(100, 100), column(120, 90), null, 'discount')).toBeCloseTo(-0.05, 15)
  expect(compute(priceRealised, column(100, 100), column(120, 90), null, 'depth')).toBeCloseTo(0.1, 15)
})

test('returned units come off', () => {
  expect(compute(priceRealised, column(100, 100), column(80, 80), column(3, -1))).toBe(0.8)
  expect(compute(priceRealised, column(100, 50, 50), column(90, 50, 50), column(2, 4, -4))).toBe(0.9)
})

test('a price that was worked out is not below the same list price', () => {
  expect(compute(priceRealised, 0.3, 3 * 0.1, 1, 'below_list')).toBe(0)
  expect(compute(priceRealised, 0.7 + 0.1, 0.8, 1, 'below_list')).toBe(0)
})

test('it agrees with units sold one by one; the discount is the depth times the list revenue sold below list', () => {
  const line = fc.record({
    list: fc.integer({ min: 1, max: 500 }),
    off: fc.integer({ min: 0, max: 4 }),
    units: fc.integer({ min: 1, max: 6 }),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const measured = (measure: string, rows = lines) =>
        compute(
          priceRealised,
          column(...rows.map(({ list }) => list)),
          column(...rows.map(({ list, off }) => list * (1 - off / 10))),
          column(...rows.map(({ units }) => units)),
          measure,
        ) as number
      const sold = lines.flatMap(({ list, off, units }) => Array.from({ length: units }, () => ({ list, off })))
      const sumOf = (items: typeof sold, of: (item: (typeof sold)[number]) => number) =>
        items.reduce((total, item) => total + of(item), 0)
      const below = sold.filter(({ off }) => off > 0)
      const listed = sumOf(sold, ({ list }) => list)
      expectClose(measured('realised'), sumOf(sold, ({ list, off }) => list * (1 - off / 10)) / listed)
      expect(measured('realised') + measured('discount')).toBeCloseTo(1, 12)
      expectClose(measured('below_list'), below.length / sold.length)
      if (below.length > 0) {
        const share = sumOf(below, ({ list }) => list) / listed
        expect(measured('depth') * share).toBeCloseTo(measured('discount'), 12)
      }
      expect(measured('realised', lines.slice().reverse())).toBeCloseTo(measured('realised'), 14)
    }),
  )
})

test('METRIC_BY gives it by product', () => {
  expect(compute(metricBy, 'PRICE_REALISED', column('A', 'B', 'A'), list, paid, units, 'below_list')).toEqual([
    ['segment', 'rows', 'PRICE_REALISED'],
    ['A', 2, 1],
    ['B', 1, 0],
  ])
})

test('a row without a price or a quantity is left out', () => {
  for (const blank of [null, '', ' ', 'n/a', '-']) {
    expect(compute(priceRealised, column(100, blank, 50), column(90, 10, 45)), String(blank)).toBe(0.9)
    expect(compute(priceRealised, column(100, 80, 50), column(90, blank, 45)), String(blank)).toBe(0.9)
    expect(compute(priceRealised, column(100, 80), column(90, 1), column(2, blank)), String(blank)).toBe(0.9)
  }
  // A quantity of 0, or a blank cell that an Excel sends as 0, counts for nothing.
  expect(compute(priceRealised, column(100, 80), column(90, 1), column(2, 0))).toBe(0.9)
})

test('money as text, titles and blank rows at the end, as exports have them', () => {
  const lists = column('List price', '$1,000.00', '$500.00', null)
  const paids = column('Unit price', '$900.00', '(n/a)', null)
  expect(compute(priceRealised, lists, paids, column('Qty', '3', '2', null))).toBe(0.9)
  expect(compute(priceRealised, column('100,00 €', '50,00 €'), column('90,00 €', '45,00 €'))).toBe(0.9)
})

test('wrong cells are named', () => {
  expect(failure(priceRealised, column(100, 0), column(90, 12))).toBe(
    '#VALUE! PRICE_REALISED: list_prices row 2 has 0 where 12 was paid, clear the cell if there is no list price',
  )
  expect(compute(priceRealised, column(100, 0), column(90, 0))).toBe(0.9)
  expect(failure(priceRealised, column(0), column(0))).toBe(
    '#DIV/0! PRICE_REALISED: list_prices and quantities come to 0',
  )
  expect(failure(priceRealised, 100, 100, 1, 'depth')).toBe('#DIV/0! PRICE_REALISED: nothing was sold below list')
  expect(failure(priceRealised, column(9, 9), column(8, 8), column(1, -1), 'below_list')).toBe(
    '#DIV/0! PRICE_REALISED: quantities add up to 0',
  )
  expect(failure(priceRealised, column(100, 100), column(90, -90))).toBe(
    '#VALUE! PRICE_REALISED: paid_prices row 2 has -90, below 0',
  )
  expect(failure(priceRealised, column(100, 100), column(90))).toBe(
    '#VALUE! PRICE_REALISED: list_prices has 2 rows and paid_prices has 1, select the same rows in both',
  )
  expect(failure(priceRealised, 100, 90, 1, 'margin')).toBe(
    '#VALUE! PRICE_REALISED: measure is the text “margin”, use realised, discount, depth or below_list',
  )
  expect(failure(priceRealised, column('$100', '€100'), column(90, 90))).toMatch(/bring them to one currency/)
  expect(failure(priceRealised, column(100, new CellError('#N/A', '')), column(90, 90))).toBe(
    '#N/A PRICE_REALISED: list_prices row 2 is #N/A',
  )
  expect(failure(priceRealised, 100)).toBe('#VALUE! PRICE_REALISED: paid_prices is missing')
})
