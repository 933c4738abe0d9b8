import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renewalRate } from '../../../../core/metrics/retention/renewalRate.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const due = column('2026-01-31', '2026-02-28', '2026-02-28T18:00', '2026-03-31')
const renewed = column('yes', 'no', 'yes', 'yes')

test('it is the renewed ones of those due', () => {
  expect(compute(renewalRate, due, renewed)).toBe(0.75)
})

test('102 of 120 due is 85 %', () => {
  const days = Array.from({ length: 120 }, (_, i) => 46023 + i)
  expect(compute(renewalRate, column(...days), column(...days.map((_, i) => i < 102)))).toBe(0.85)
})

test('only contracts due from the first to the last day count, both included whole', () => {
  expect(compute(renewalRate, due, renewed, '2026-02-28', '2026-02-28')).toBe(0.5)
  expect(compute(renewalRate, due, renewed, '2026-02-28T09:00')).toBe(2 / 3)
  expect(compute(renewalRate, due, renewed, null, '2026-02-28')).toBe(2 / 3)
})

test('a contract that is not decided yet is left out', () => {
  expect(compute(renewalRate, due, column('yes', 'no', null, ' '))).toBe(0.5)
})

test('it agrees with a filter and a count, whatever the order', () => {
  const contract = fc.tuple(fc.integer({ min: 46000, max: 46060 }), fc.constantFrom(true, false, null))
  const day = fc.integer({ min: 46000, max: 46060 })
  fc.assert(
    fc.property(fc.array(contract, { minLength: 1, maxLength: 40 }), day, day, (contracts, a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)]
      const counted = contracts.filter(([date, flag]) => flag !== null && date >= from && date <= to)
      fc.pre(counted.length > 0)
      const rate = (list: typeof contracts) =>
        compute(renewalRate, column(...list.map(([date]) => date)), column(...list.map(([, flag]) => flag)), from, to)
      expectClose(rate(contracts), counted.filter(([, flag]) => flag).length / counted.length)
      expect(rate(contracts.slice().reverse())).toBe(rate(contracts))
    }),
  )
})

test('nothing due is #N/A in words', () => {
  expect(failure(renewalRate, due, renewed, '2026-04-01', '2026-06-30')).toBe(
    '#N/A RENEWAL_RATE: needs 1 decided contract due from 2026-04-01 to 2026-06-30, has 0',
  )
  expect(failure(renewalRate, due, renewed, '2026-04-01')).toContain('due from 2026-04-01, has 0')
  expect(failure(renewalRate, due, renewed, '', '2025-12-31')).toContain('due to 2025-12-31, has 0')
  expect(failure(renewalRate, due, column(null, null, null, null))).toBe(
    '#N/A RENEWAL_RATE: due_dates and renewed have no complete row',
  )
})

test('dates the wrong way round are refused', () => {
  expect(failure(renewalRate, due, renewed, '2026-03-01', '2026-02-01')).toBe(
    '#VALUE! RENEWAL_RATE: to_date (2026-02-01) is before from_date (2026-03-01)',
  )
})

test('a header is skipped, one row is enough, wrong cells are named', () => {
  expect(compute(renewalRate, column('Due', 46030, null), column('Renewed', 1, null))).toBe(1)
  expect(compute(renewalRate, 46030, 'no')).toBe(0)
  expect(failure(renewalRate, due, column('yes', 'perhaps', 'yes', 'yes'))).toBe(
    '#VALUE! RENEWAL_RATE: renewed row 2 has “perhaps”, use TRUE or FALSE, 1 or 0, yes or no',
  )
  expect(failure(renewalRate, due, column('yes'))).toBe(
    '#VALUE! RENEWAL_RATE: due_dates has 4 rows and renewed has 1, select the same rows in both',
  )
})
