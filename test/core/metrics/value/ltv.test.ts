import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ltv } from '../../../../core/metrics/value/ltv.ts'
import { expectClose } from '../../../close.ts'
import { compute, failure } from '../../../compute.ts'

test('without discount it is margin over churn', () => {
  expectClose(compute(ltv, 100, 0.8, 0.05), (100 * 0.8) / 0.05)
})

test('the first payment counts at once: the internet provider of “Marketing Metrics” (Farris and others, 5.3)', () => {
  // 17.95 margin a month, 0.5 % attrition, 1 % discount a month: multiplier 67.3, value 1,209 dollars.
  expectClose(compute(ltv, 17.95, 1, 0.005, 0.01), 1208.6333333333334)
})

test('it is one payment more than the margin multiple r / (1 + i - r) of Gupta and Lehmann (2003)', () => {
  const multiples = [
    [1.2, 1.1538461538461537, 1.1111111111111112, 1.0714285714285714],
    [1.75, 1.6666666666666667, 1.5909090909090908, 1.5217391304347827],
    [2.6666666666666665, 2.5, 2.3529411764705883, 2.2222222222222223],
    [4.5, 4.090909090909091, 3.75, 3.4615384615384617],
  ]
  ;[0.6, 0.7, 0.8, 0.9].forEach((retention, i) =>
    [0.1, 0.12, 0.14, 0.16].forEach((discount, j) =>
      expectClose(compute(ltv, 1, 1, 1 - retention, discount), 1 + multiples[i]![j]!),
    ),
  )
})

test('it is the sum of every payment, survived and discounted', () => {
  const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 400 }), (churn, discount, periods) => {
      let sum = 0
      for (let t = periods - 1; t >= 0; t--) sum += 80 * ((1 - churn) / (1 + discount)) ** t
      expectClose(compute(ltv, 100, 0.8, churn, discount, periods), sum, 1e-10)
    }),
  )
})

describe('margins that grow', () => {
  test('are the sum of every payment, grown, survived and discounted', () => {
    const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true })
    const growth = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(rate, rate, growth, fc.integer({ min: 1, max: 60 }), (churn, discount, g, periods) => {
        let sum = 0
        for (let t = 0; t < periods; t++) sum += (80 * (1 - churn) ** t * (1 + g) ** t) / (1 + discount) ** t
        expectClose(compute(ltv, 100, 0.8, churn, discount, periods, g), sum, 1e-9)
      }),
    )
  })

  test('have a value where they grow more slowly than customers leave and money loses worth', () => {
    const rate = fc.double({ min: 0.05, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(rate, rate, fc.double({ min: -1, max: 0.05, noNaN: true }), (churn, discount, g) => {
        expectClose(
          compute(ltv, 100, 0.8, churn, discount, null, g),
          compute(ltv, 100, 0.8, churn, discount, 2000, g),
          1e-9,
        )
      }),
    )
  })

  test('follow the multiples r / (1 + i - r (1 + g)) of Gupta and Lehmann, whose first margin is that of the second payment', () => {
    // r from 60% to 90%, i 12%, g 0%, 2%, 4%, 6% and 8%, as printed with two digits.
    const multiples = [
      [1.15, 1.18, 1.21, 1.24, 1.27],
      [1.67, 1.72, 1.79, 1.85, 1.92],
      [2.5, 2.63, 2.78, 2.94, 3.13],
      [4.09, 4.46, 4.89, 5.42, 6.08],
    ]
    ;[0.6, 0.7, 0.8, 0.9].forEach((retention, i) =>
      [0, 0.02, 0.04, 0.06, 0.08].forEach((growth, j) => {
        const value = compute(ltv, 1, 1, 1 - retention, 0.12, null, growth) as number
        expect(Math.abs((value - 1) / (1 + growth) - multiples[i]![j]!)).toBeLessThan(0.0051)
      }),
    )
  })

  test('left out, blank or 0 are the same to the last bit', () => {
    const rate = fc.double({ min: 0.001, max: 0.9, noNaN: true })
    fc.assert(
      fc.property(rate, rate, fc.option(fc.integer({ min: 1, max: 400 })), (churn, discount, periods) => {
        const plain = compute(ltv, 100, 0.8, churn, discount, periods)
        for (const none of [0, null, '', ' '])
          expect(compute(ltv, 100, 0.8, churn, discount, periods, none)).toBe(plain)
        const before =
          periods === null
            ? 100 * 0.8 * ((1 + discount) / (churn + discount))
            : 100 *
              0.8 *
              (-Math.expm1(periods * Math.log((1 - churn) / (1 + discount))) / (1 - (1 - churn) / (1 + discount)))
        expect(plain).toBe(before)
      }),
    )
  })

  test('that grow as fast as customers leave are worth the same in every period', () => {
    expect(compute(ltv, 100, 0.8, 0.5, 0, 24, 1)).toBe(1920)
  })

  test('that outpace all who leave have no end, which is #NUM! in words', () => {
    const sum = '(1 - churn_rate) x (1 + margin_growth) is not below 1 + discount_rate'
    const sentence = `#NUM! LTV: the value has no end, as margin_growth makes up for all who leave: ${sum}; set max_periods`
    expect(failure(ltv, 100, 0.8, 0.05, 0.01, null, 0.08)).toBe(sentence)
    expect(failure(ltv, 100, 0.8, 0.5, 0, null, 1)).toBe(sentence)
    expect(failure(ltv, 100, 0.8, 0, 0, null, 0.01)).toBe(sentence)
    expectClose(compute(ltv, 100, 1, 0, 0, 3, 0.1), 331)
  })

  test('that shrink to nothing leave the first payment', () => {
    expect(compute(ltv, 100, 0.8, 0.05, 0.01, null, -1)).toBe(80)
    expect(compute(ltv, 100, 0.8, 0.05, 0.01, 12, -1)).toBe(80)
  })

  test('are a share for each period', () => {
    expect(failure(ltv, 100, 0.8, 0.05, 0, null, 2)).toBe(
      '#VALUE! LTV: margin_growth is 2, outside -1 to 1, write 2% or 0.02',
    )
    expect(failure(ltv, 100, 0.8, 0.05, 0, null, 'fast')).toBe(
      '#VALUE! LTV: margin_growth is the text “fast”, not a number',
    )
  })
})

test('a limit far away is no limit', () => {
  expectClose(compute(ltv, 100, 0.8, 0.05, 0.01, 5000), compute(ltv, 100, 0.8, 0.05, 0.01))
})

test('without churn and discount every payment counts in full', () => {
  expect(compute(ltv, 100, 0.8, 0, 0, 24)).toBe(1920)
  expect(failure(ltv, 100, 0.8, 0)).toBe(
    '#DIV/0! LTV: churn_rate and discount_rate are both 0, so the payments never end; set max_periods',
  )
})

test('a tiny churn keeps its digits', () => {
  expectClose(compute(ltv, 100, 0.8, 1e-12, 0, 12), 960 - 80 * 66 * 1e-12, 1e-13)
})

test('everyone leaving after one period is worth one payment, whatever the discount', () => {
  for (const discount of [0, 0.01, 0.5, 1]) expectClose(compute(ltv, 100, 0.8, 1, discount), 80)
  expectClose(compute(ltv, 100, 0.8, 1, 0, 12), 80)
})

test('money scales it', () => {
  const money = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(money, (arpa) =>
      expectClose(compute(ltv, arpa * 7, 0.8, 0.05), (compute(ltv, arpa, 0.8, 0.05) as number) * 7),
    ),
  )
})

test('blank options are left out, a blank input is missed', () => {
  expect(compute(ltv, 100, 0.8, 0.05, null, '')).toBe(1600)
  expect(failure(ltv, 100, null, 0.05)).toBe('#VALUE! LTV: gross_margin is blank')
  expect(failure(ltv, 100, 0.8)).toBe('#VALUE! LTV: churn_rate is missing')
})

test('a percentage written as a whole number is caught', () => {
  expect(failure(ltv, 100, 80, 0.05)).toBe('#VALUE! LTV: gross_margin is 80, above 1, write 80% or 0.8')
  expect(failure(ltv, 100, 0.8, 5)).toContain('churn_rate is 5, outside 0 to 1')
  expect(failure(ltv, 100, 0.8, 0.05, -0.1)).toBe('#VALUE! LTV: discount_rate is -0.1, outside 0 to 1')
  expect(failure(ltv, 100, 0.8, 0.05, 0, 1.5)).toBe('#VALUE! LTV: max_periods is 1.5, not a whole number')
  expect(failure(ltv, 'a lot', 0.8, 0.05)).toBe('#VALUE! LTV: arpa is the text “a lot”, not a number')
})

test('growth that just makes up for who leaves has no end, whatever the rounding', () => {
  const sentence = /^#NUM! LTV: the value has no end/
  expect(failure(ltv, 100, 0.8, 0.2, 0.04, null, 0.3)).toMatch(sentence)
  expect(failure(ltv, 100, 0.8, 0.05, 0, null, 1 / 0.95 - 1)).toMatch(sentence)
  expect(failure(ltv, 100, 0.8, 0.05, 0, null, 1 / 19)).toMatch(sentence)
  expect(failure(ltv, 100, 0.8, 0.02, 0.0094, null, 0.03)).toMatch(sentence)
})
