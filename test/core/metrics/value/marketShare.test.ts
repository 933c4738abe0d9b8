import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marketShare } from '../../../../core/metrics/value/marketShare.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is our sales over all sales, ours included', () => {
  expect(compute(marketShare, 30, 120)).toBe(0.25)
  expect(compute(marketShare, 0, 120)).toBe(0)
  expect(compute(marketShare, 120, 120)).toBe(1)
})

test('the shares of all sellers add up to 1', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 10 }), (sellers) => {
      const market = sellers.reduce((sum, sales) => sum + sales, 0)
      const shares = sellers.map((sales) => compute(marketShare, sales, market) as number)
      expectClose(
        shares.reduce((sum, share) => sum + share, 0),
        1,
      )
    }),
  )
})

test('more than the market is refused', () => {
  expect(failure(marketShare, 130, 120)).toBe(
    '#VALUE! MARKET_SHARE: own_sales is 130, more than market_sales (120), which includes ours',
  )
})

test('no market is #DIV/0!', () => {
  expect(failure(marketShare, 0, 0)).toBe('#DIV/0! MARKET_SHARE: market_sales is 0')
})

test('wrong cells are named', () => {
  expect(failure(marketShare, -1, 120)).toBe('#VALUE! MARKET_SHARE: own_sales is -1, below 0')
  expect(failure(marketShare, 30, null)).toBe('#VALUE! MARKET_SHARE: market_sales is blank')
})
