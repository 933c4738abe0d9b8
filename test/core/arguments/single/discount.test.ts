import { expect, test } from 'vitest'
import { discountPerPeriod, neededDiscountPerPeriod } from '../../../../core/arguments/single/discount.ts'
import { metric } from '../../../../core/metric.ts'
import { compute, failure } from '../../../compute.ts'

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }
const free = metric({ ...bare, args: [discountPerPeriod] }, (rate) => rate)
const needed = metric({ ...bare, args: [neededDiscountPerPeriod] }, (rate) => rate)

test('the discount rate is a share per period, from 0 to 100 %', () => {
  for (const rate of [free, needed]) {
    expect([compute(rate, '0.797%'), compute(rate, 0), compute(rate, 1)]).toEqual([0.00797, 0, 1])
    expect(failure(rate, 10)).toBe('#VALUE! TRY: discount_rate is 10, outside 0 to 1, write 10% or 0.1')
    expect(failure(rate, -0.01)).toBe('#VALUE! TRY: discount_rate is -0.01, outside 0 to 1')
  }
})

test('it is 0 when left out, unless it is needed', () => {
  for (const blank of [undefined, null, '']) expect(compute(free, blank)).toBe(0)
  expect(failure(needed)).toBe('#VALUE! TRY: discount_rate is missing')
  expect(failure(needed, '')).toBe('#VALUE! TRY: discount_rate is blank')
})

test('the help says how a yearly rate becomes a monthly one, and its number is right', () => {
  for (const { help } of [discountPerPeriod, neededDiscountPerPeriod]) {
    expect(help).toContain('10% a year is 0.797% a month, =(1+10%)^(1/12)-1')
  }
  expect((100 * (1.1 ** (1 / 12) - 1)).toFixed(3)).toBe('0.797')
  expect(discountPerPeriod.help).toMatch(/ 0 when left out\.$/)
  expect(neededDiscountPerPeriod.help).not.toContain('left out')
})
