import { describe, expect, test } from 'vitest'
import type { Cohort } from '../../../../core/statistics/customers/cohorts.ts'
import { cohortsByAge, revenueToCome } from '../../../../core/statistics/customers/cohortValue.ts'
import { expectClose } from '../../../close.ts'

/** A cohort of customers who order in every period until they leave, by how many are left at each age. */
function regular(period: number, survivors: readonly number[]): Cohort {
  const lastActive = survivors.map((count, age) => count - (survivors[age + 1] ?? 0))
  return {
    period,
    customers: survivors[0]!,
    active: Int32Array.from(survivors),
    lastActive: Int32Array.from(lastActive),
  }
}

const cohorts = [regular(10, [6, 3, 2]), regular(12, [4])]
const revenue = Float64Array.of(60, 36, 20, 0, 0, 0, 50, 0, 0)

test('cohorts count for the ages they have reached', () => {
  const { customers, revenue: brought, remaining } = cohortsByAge(cohorts, revenue)
  expect(Array.from(customers)).toEqual([10, 6, 6])
  expect(Array.from(brought)).toEqual([110, 36, 20])
  expect(Array.from(remaining)).toEqual([10, 3, 2])
})

describe('what is to come', () => {
  const toCome = (of: readonly Cohort[], periods: number, amounts = revenue) =>
    Array.from(revenueToCome(of, cohortsByAge(of, amounts), periods))

  test('is the share still there, here 1 / (age + 1) as alpha and beta are 1, times what each who was there brought', () => {
    // Of 6 customers 3 and 2 are left, which the model has exactly; 56 of money from the 5 who were there at ages 1 and 2.
    expectClose(
      toCome(cohorts, 3),
      [4, 5, 6].map((age) => 11.2 / age),
      1e-9,
    )
  })

  test('is none for customers who come and go', () => {
    const now = { period: 0, customers: 3, active: Int32Array.of(3, 1, 1, 3), lastActive: Int32Array.of(0, 0, 0, 3) }
    expect(() => toCome([now], 3, new Float64Array(16))).toThrow(
      'customers order in 33% of the periods between their first and their last order, and only who orders in 80% or more is known to have left; use CLV',
    )
    const nearly = { ...now, active: Int32Array.of(3, 2, 2, 2), lastActive: Int32Array.of(1, 0, 0, 2) }
    expect(toCome([nearly], 1, Float64Array.of(3, 2, 2, 2))).toHaveLength(1)
  })

  test('is none where the model is far from what was seen', () => {
    expect(() => toCome([regular(0, [40, 40, 40, 20])], 3, new Float64Array(16))).toThrow(
      'the curve of SBG_FIT has 83% of customers left at age 1, and 100% were',
    )
  })

  test('is none where nobody is left, or an age has no customer who could have stayed', () => {
    expect(() => toCome([regular(0, [6, 3, 0, 0, 0])], 3, new Float64Array(25))).toThrow(
      'no customer is left at the last ages observed',
    )
    const young = [regular(0, [6, 0, 0, 0, 0]), regular(2, [9, 8, 7])]
    const known = toCome(
      young,
      2,
      Float64Array.from({ length: 25 }, (_, i) => (i === 2 || i === 12 ? 8 : 0)),
    )
    expect(known.every((amount) => amount > 0 && Number.isFinite(amount))).toBe(true)
  })
})
