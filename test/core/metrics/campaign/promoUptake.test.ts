import fc from 'fast-check'
import { expect, test } from 'vitest'
import { promoUptake } from '../../../../core/metrics/campaign/promoUptake.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is the share of the offers that were used', () => {
  expectClose(compute(promoUptake, 340, 4000), 0.085)
  expect(compute(promoUptake, 4000, 4000)).toBe(1)
})

test('it lies between the uptakes of the two halves it is made of', () => {
  const half = fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 })).filter(([used, issued]) => used <= issued)
  fc.assert(
    fc.property(half, half, ([usedA, issuedA], [usedB, issuedB]) => {
      const halves = [compute(promoUptake, usedA, issuedA), compute(promoUptake, usedB, issuedB)] as number[]
      const all = compute(promoUptake, usedA + usedB, issuedA + issuedB) as number
      expect(all).toBeGreaterThanOrEqual(Math.min(...halves))
      expect(all).toBeLessThanOrEqual(Math.max(...halves))
    }),
  )
})

test('more used than handed out is a mistake in the data', () => {
  expect(failure(promoUptake, 4001, 4000)).toBe('#VALUE! PROMO_UPTAKE: redeemed is 4001, more than issued (4000)')
})

test('no offer handed out is #DIV/0!', () => {
  expect(failure(promoUptake, 0, 0)).toBe('#DIV/0! PROMO_UPTAKE: issued is 0')
  expect(failure(promoUptake, 3, 0)).toBe('#DIV/0! PROMO_UPTAKE: issued is 0')
})

test('wrong cells are named', () => {
  expect(failure(promoUptake, null, 4000)).toBe('#VALUE! PROMO_UPTAKE: redeemed is blank')
  expect(failure(promoUptake, 340)).toBe('#VALUE! PROMO_UPTAKE: issued is missing')
  expect(failure(promoUptake, -1, 4000)).toBe('#VALUE! PROMO_UPTAKE: redeemed is -1, below 0')
  expect(failure(promoUptake, 'many', 4000)).toBe('#VALUE! PROMO_UPTAKE: redeemed is the text “many”, not a number')
})
