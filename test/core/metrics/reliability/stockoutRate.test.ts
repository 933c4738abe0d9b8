import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stockoutRate } from '../../../../core/metrics/reliability/stockoutRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('36 of 1,200 item-days at zero are 3 %', () => {
  const levels = Array.from({ length: 1200 }, (_, i) => (i < 36 ? 0 : 1 + (i % 9)))
  expect(compute(stockoutRate, column(...levels))).toBe(0.03)
})

test('less than zero is out of stock, a broken unit is not', () => {
  expect(compute(stockoutRate, column(-3, 0, 0.5, 2))).toBe(0.5)
})

test('with demand, what is more than the stock is lost', () => {
  expect(compute(stockoutRate, column(12, 0, 5), column(10, 4, 6))).toBe(0.25)
  expect(compute(stockoutRate, column(12, 6), column(12, 6))).toBe(0)
  expect(compute(stockoutRate, column(0, 0), column(1, 3))).toBe(1)
})

test('back orders take nothing from the demand of a day', () => {
  expect(compute(stockoutRate, column(-5, 4), column(2, 6))).toBe(0.5)
})

test('a day without demand loses nothing, whatever the stock', () => {
  expect(compute(stockoutRate, column(0, 5), column(0, 5))).toBe(0)
})

test('it agrees with one less the share served unit by unit, whatever the order', () => {
  const day = fc.tuple(fc.integer({ min: -3, max: 9 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(fc.array(day, { minLength: 1 }), (days) => {
      const run = (list: typeof days) =>
        compute(
          stockoutRate,
          column(...list.map(([stock]) => stock)),
          column(...list.map(([, wanted]) => wanted)),
        ) as number
      let wanted = 0
      let served = 0
      for (const [stock, demand] of days) {
        for (let unit = 1; unit <= demand; unit++) {
          wanted++
          if (unit <= stock) served++
        }
      }
      fc.pre(wanted > 0)
      expectClose(run(days), (wanted - served) / wanted)
      expect(run(days.slice().reverse())).toBe(run(days))
      expect(compute(stockoutRate, column(...days.map(([stock]) => stock)))).toBe(
        days.filter(([stock]) => stock <= 0).length / days.length,
      )
    }),
  )
})

test('no demand is #DIV/0!', () => {
  expect(failure(stockoutRate, column(1), column(0))).toBe('#DIV/0! STOCKOUT_RATE: demand is 0, so none could be lost')
})

test('blank rows are left out, wrong cells are named', () => {
  expect(compute(stockoutRate, column('Stock', 0, null, ' ', 'n/a', 4))).toBe(0.5)
  expect(compute(stockoutRate, column('Stock', 0, 5, 1), column('Demand', null, 5, 5))).toBe(0.4)
  expect(compute(stockoutRate, 0)).toBe(1)
  expect(failure(stockoutRate, column(null))).toBe('#N/A STOCKOUT_RATE: stock_levels has no values')
  expect(failure(stockoutRate, column(1, 2), column(1))).toBe(
    '#VALUE! STOCKOUT_RATE: stock_levels has 2 rows and demand has 1, select the same rows in both',
  )
  expect(failure(stockoutRate, column(1, 2), column(1, -1))).toBe('#VALUE! STOCKOUT_RATE: demand row 2 has -1, below 0')
  expect(failure(stockoutRate, column(1, '2+'))).toBe(
    '#VALUE! STOCKOUT_RATE: stock_levels row 2 has “2+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(stockoutRate, column(1, '0', '1,200', '1.5'))).toBe(0.25)
})

test('a word for an empty shelf is refused, not skipped', () => {
  expect(failure(stockoutRate, column('Stock', 12, 'sold out', 5))).toBe(
    '#VALUE! STOCKOUT_RATE: stock_levels row 3 has “sold out”, write the number in stock, 0 for none',
  )
})
