import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promoProfit } from '../../../../core/metrics/campaign/promoProfit.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

const row = (...cells: unknown[]): number[] => (compute(promoProfit, ...cells) as number[][])[1]!

test('extra units earn the margin at the reduced price, base units give the discount away', () => {
  // 800 extra units at 40 - 25 = 15; 1,000 units that would have been sold at 50 went for 40.
  expectClose(row(1000, 1800, 50, 0.2, 25, 3000), [800, 12000, 10000, -1000])
})

test('profit is all margin with the promotion less all margin without it', () => {
  const units = fc.integer({ min: 0, max: 10000 })
  const money = fc.double({ min: 0, max: 1000, noNaN: true })
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(units, units, money, share, money, money, (base, promo, price, discount, cost, fixed) => {
      const [, , , profit] = row(base, promo, price, discount, cost, fixed)
      const withPromotion = promo * (price * (1 - discount) - cost) - fixed
      const without = base * (price - cost)
      const size = (base + promo) * (price + cost) + fixed + 1
      expect(Math.abs(profit! - (withPromotion - without)) / size).toBeLessThan(1e-12)
    }),
  )
})

test('without extra units only the give-away and the cost are left', () => {
  expect(row(1000, 1000, 50, 0.2, 25, 3000)).toEqual([0, 0, 10000, -13000])
})

test('without a discount nothing is given away', () => {
  expect(row(1000, 1100, 50, 0, 25)).toEqual([100, 2500, 0, 2500])
})

test('fewer units than usual are negative extra units', () => {
  expect(row(1000, 900, 50, 0.2, 25)).toEqual([-100, -1500, 10000, -11500])
})

test('a price below cost loses on every extra unit', () => {
  expect(row(0, 100, 50, 0.6, 25)).toEqual([100, -500, 0, -500])
})

test('it breaks even where the extra units just make up for the give-away', () => {
  const extra = (1000 * 50 * 0.2) / (50 * 0.8 - 25)
  expect(Math.abs(row(1000, 1000 + extra, 50, 0.2, 25)[3]!)).toBeLessThan(1e-9)
})

test('money scales it', () => {
  const [, ...euros] = row(1000, 1800, 50, 0.2, 25, 3000)
  const [, ...cents] = row(1000, 1800, 5000, 0.2, 2500, 300000)
  expectClose(
    cents,
    euros.map((amount) => amount * 100),
  )
})

test('wrong cells are named', () => {
  expect(failure(promoProfit, 1000, 1800, 50, 20, 25)).toBe(
    '#VALUE! PROMO_PROFIT: discount is 20, outside 0 to 1, write 20% or 0.2',
  )
  expect(failure(promoProfit, 1000, null, 50, 0.2, 25)).toBe('#VALUE! PROMO_PROFIT: promo_units is blank')
  expect(failure(promoProfit, 1000, 1800, 50, 0.2)).toBe('#VALUE! PROMO_PROFIT: unit_cost is missing')
  expect(failure(promoProfit, -1, 1800, 50, 0.2, 25)).toBe('#VALUE! PROMO_PROFIT: base_units is -1, below 0')
})
