import fc from 'fast-check'
import { expect, test } from 'vitest'
import { magicNumber } from '../../../../core/metrics/value/magicNumber.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is four times the growth of a quarter over the spend before it (Leckie)', () => {
  expect(compute(magicNumber, 5200000, 4700000, 2500000)).toBe(0.8)
})

test('no growth is 0, less revenue is negative', () => {
  expect(compute(magicNumber, 4700000, 4700000, 2500000)).toBe(0)
  expect(compute(magicNumber, 4200000, 4700000, 2500000)).toBe(-0.8)
})

test('it is net new yearly revenue over spend, when yearly revenue is four quarters', () => {
  const money = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(money, money, money, (now, before, spend) =>
      expectClose(compute(magicNumber, now, before, spend), (now * 4 - before * 4) / spend),
    ),
  )
})

test('no spend is #DIV/0!', () => {
  expect(failure(magicNumber, 5200000, 4700000, 0)).toBe('#DIV/0! MAGIC_NUMBER: sales_marketing_before is 0')
})

test('wrong cells are named', () => {
  expect(failure(magicNumber, 5200000, 4700000, -1)).toBe('#VALUE! MAGIC_NUMBER: sales_marketing_before is -1, below 0')
  expect(failure(magicNumber, 5200000, '', 1)).toBe('#VALUE! MAGIC_NUMBER: revenue_before is blank')
})
