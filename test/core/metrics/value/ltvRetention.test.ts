import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ltv } from '../../../../core/metrics/value/ltv.ts'
import { ltvRetention } from '../../../../core/metrics/value/ltvRetention.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is the margin of every period, by the share of customers who still pay', () => {
  expectClose(compute(ltvRetention, 100, 0.8, column(1, 0.7, 0.6, 0.55)), 80 * 2.85)
  expectClose(compute(ltvRetention, 100, 0.8, column(1, 0.5), 0.25), 80 * (1 + 0.5 / 1.25))
})

test('a row of a cohort table and a column give the same', () => {
  expect(compute(ltvRetention, 100, 0.8, [[1, 0.7, 0.6, '', '']])).toBe(
    compute(ltvRetention, 100, 0.8, column('retention', 1, 0.7, 0.6, null)),
  )
})

test('constant margin and retention agree with the internet provider of “Marketing Metrics” (Farris and others, 5.3)', () => {
  const curve = Array.from({ length: 24 }, (_, t) => 0.995 ** t)
  expectClose(compute(ltvRetention, 17.95, 1, column(...curve), 0.01, 0.005), 1208.6333333333334)
})

test('falling churn is worth more than its first rate says: survivors of Fader and Hardie (2007), High End', () => {
  const curve = [1, 0.869, 0.743, 0.653, 0.593, 0.551, 0.517, 0.491]
  const observed = curve.reduce((sum, share, t) => sum + share / 1.1 ** t, 0)
  expectClose(compute(ltvRetention, 1, 1, column(...curve), 0.1), observed)
  expect(compute(ltvRetention, 1, 1, column(...curve), 0.1, 0.05)).toBeGreaterThan(
    compute(ltv, 1, 1, 1 - 0.869, 0.1) as number,
  )
})

test('on a geometric curve it is LTV, with the tail or cut off', () => {
  const rate = fc.double({ min: 0.01, max: 0.9, noNaN: true })
  fc.assert(
    fc.property(rate, rate, fc.integer({ min: 1, max: 30 }), (churn, discount, periods) => {
      const curve = Array.from({ length: periods }, (_, t) => (1 - churn) ** t)
      expectClose(
        compute(ltvRetention, 100, 0.8, column(...curve), discount, churn),
        compute(ltv, 100, 0.8, churn, discount),
        1e-10,
      )
      expectClose(
        compute(ltvRetention, 100, 0.8, column(...curve), discount),
        compute(ltv, 100, 0.8, churn, discount, periods),
        1e-10,
      )
    }),
  )
})

describe('margins that grow', () => {
  test('count for each period what they have grown to', () => {
    expectClose(
      compute(ltvRetention, 100, 0.8, column(1, 0.7, 0.6), 0.1, null, 0.05),
      80 * (1 + (0.7 * 1.05) / 1.1 + (0.6 * 1.05 ** 2) / 1.1 ** 2),
    )
  })

  test('on a geometric curve are those of LTV, with the tail or cut off', () => {
    const rate = fc.double({ min: 0.05, max: 0.9, noNaN: true })
    const growth = fc.double({ min: -1, max: 0.05, noNaN: true })
    fc.assert(
      fc.property(rate, rate, growth, fc.integer({ min: 1, max: 30 }), (churn, discount, g, periods) => {
        const curve = column(...Array.from({ length: periods }, (_, t) => (1 - churn) ** t))
        const run = (tail: number | null) => compute(ltvRetention, 100, 0.8, curve, discount, tail, g)
        expectClose(run(churn), compute(ltv, 100, 0.8, churn, discount, null, g), 1e-9)
        expectClose(run(null), compute(ltv, 100, 0.8, churn, discount, periods, g), 1e-9)
      }),
    )
  })

  test('in the tail are what a long curve would add', () => {
    const curve = [1, 0.6, 0.5]
    const long = [...curve, ...Array.from({ length: 2000 }, (_, t) => 0.5 * 0.9 ** (t + 1))]
    expectClose(
      compute(ltvRetention, 50, 0.5, column(...curve), 0.02, 0.1, 0.04),
      compute(ltvRetention, 50, 0.5, column(...long), 0.02, null, 0.04),
    )
  })

  test('left out, blank or 0 are the same to the last bit', () => {
    for (const tail of [null, 0.1]) {
      const plain = compute(ltvRetention, 100, 0.8, column(1, 0.7, 0.6), 0.02, tail)
      for (const none of [0, null, '', ' ']) {
        expect(compute(ltvRetention, 100, 0.8, column(1, 0.7, 0.6), 0.02, tail, none)).toBe(plain)
      }
    }
  })

  test('that outpace the tail have no end, which is #NUM! in words', () => {
    expect(failure(ltvRetention, 100, 0.8, column(1, 0.7), 0, 0.05, 0.08)).toBe(
      '#NUM! LTV_RETENTION: the value has no end, as margin_growth makes up for all who leave: (1 - tail_churn) x (1 + margin_growth) is not below 1 + discount_rate; leave tail_churn out',
    )
    expectClose(compute(ltvRetention, 100, 1, column(1, 0.5), 0, null, 0.1), 155)
    expect(compute(ltvRetention, 100, 1, column(1, 0), 0, 0, 0.1)).toBe(100)
  })
})

test('the tail is what a long curve would add', () => {
  const curve = [1, 0.6, 0.5]
  const long = [...curve, ...Array.from({ length: 2000 }, (_, t) => 0.5 * 0.9 ** (t + 1))]
  expectClose(
    compute(ltvRetention, 50, 0.5, column(...curve), 0.02, 0.1),
    compute(ltvRetention, 50, 0.5, column(...long), 0.02),
  )
})

test('a tail in which all leave at once, or that follows 0, adds nothing', () => {
  const cut = compute(ltvRetention, 50, 0.5, column(1, 0.6))
  expect(compute(ltvRetention, 50, 0.5, column(1, 0.6), 0, 1)).toBe(cut)
  expect(compute(ltvRetention, 50, 0.5, column(1, 0.6, 0), 0, 0)).toBe(cut)
})

test('money scales it', () => {
  const money = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(money, (arpa) => {
      const curve = column(1, 0.8, 0.7)
      const value = compute(ltvRetention, arpa, 0.8, curve, 0.01, 0.05) as number
      expectClose(compute(ltvRetention, arpa * 7, 0.8, curve, 0.01, 0.05), value * 7)
    }),
  )
})

test('payments that never end are #DIV/0! in words', () => {
  expect(failure(ltvRetention, 100, 0.8, column(1, 0.7), 0, 0)).toBe(
    '#DIV/0! LTV_RETENTION: tail_churn and discount_rate are both 0, so the payments never end; leave tail_churn out',
  )
  expectClose(compute(ltvRetention, 100, 1, column(1), 0.25, 0), 500)
})

test('one value is one payment, blank options are left out', () => {
  expect(compute(ltvRetention, 100, 0.8, 1)).toBe(80)
  expect(compute(ltvRetention, 100, 0.8, 1, null, '')).toBe(80)
})

test('wrong cells are named', () => {
  const mend = 'write 70% or 0.7'
  expect(failure(ltvRetention, 100, 0.8, column(1, 70))).toBe(
    `#VALUE! LTV_RETENTION: retention_curve row 2 has 70, outside 0 to 1, ${mend}`,
  )
  expect(failure(ltvRetention, 100, 0.8, column(1, '70'))).toBe(
    `#VALUE! LTV_RETENTION: retention_curve row 2 has 70, outside 0 to 1, ${mend}`,
  )
  expect(failure(ltvRetention, 100, 0.8, column(1, '~70%'))).toBe(
    '#VALUE! LTV_RETENTION: retention_curve row 2 has “~70%”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(ltvRetention, 100, '80%', column(1, '70%'))).toEqual(compute(ltvRetention, 100, 0.8, column(1, 0.7)))
  expect(failure(ltvRetention, 100, 0.8, column(null))).toBe('#N/A LTV_RETENTION: retention_curve has no numbers')
  expect(failure(ltvRetention, 100, null, column(1))).toBe('#VALUE! LTV_RETENTION: gross_margin is blank')
  expect(failure(ltvRetention, 100, 0.8, column(1), 0, 5)).toBe(
    `#VALUE! LTV_RETENTION: tail_churn is 5, outside 0 to 1, write 5% or 0.05`,
  )
})
