import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ruleOf40 } from '../../../../core/metrics/value/ruleOf40.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('it is growth plus margin (Feld): 28 % and 17 % make 45 %', () => {
  expectClose(compute(ruleOf40, 0.28, 0.17), 0.45)
})

test('a loss may be paid for with growth, and the other way round', () => {
  expectClose(compute(ruleOf40, 0.6, -0.25), 0.35)
  expectClose(compute(ruleOf40, -0.05, 0.5), 0.45)
})

test('a point of growth is worth a point of margin', () => {
  const rate = fc.double({ min: -1, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(rate, rate, (growth, margin) => {
      expectClose(compute(ruleOf40, growth, margin), compute(ruleOf40, margin, growth))
    }),
  )
})

test('a percentage written as a whole number is caught', () => {
  expect(failure(ruleOf40, 28, 0.17)).toBe('#VALUE! RULE_OF_40: growth_rate is 28, outside -1 to 10, write 28% or 0.28')
  expect(failure(ruleOf40, 0.28, 17)).toContain('profit_margin is 17, outside -10 to 1, write 17% or 0.17')
})

test('blank and wrong cells are named', () => {
  expect(failure(ruleOf40, null, 0.17)).toBe('#VALUE! RULE_OF_40: growth_rate is blank')
  expect(failure(ruleOf40, '28-30%', 0.17)).toBe('#VALUE! RULE_OF_40: growth_rate is the text “28-30%”, not a number')
  expect(compute(ruleOf40, '28%', 0.17)).toEqual(compute(ruleOf40, 0.28, 0.17))
})
