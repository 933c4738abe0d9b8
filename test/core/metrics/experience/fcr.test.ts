import { expect, test } from 'vitest'
import { fcr } from '../../../../core/metrics/experience/fcr.ts'
import { column, compute, failure } from '../../../compute.ts'

test('a case with one contact is solved at the first', () => {
  expect(compute(fcr, column(1, 2, 1, 3))).toBe(0.5)
})

test('a case that is still open is not', () => {
  expect(compute(fcr, column(1, 2, 1, 1), column('yes', 'yes', 'no', 'yes'))).toBe(0.5)
})

test('flags alone give the gross rate: 5 of 8 (cx-fcr-003)', () => {
  const flags = [1, 1, 0, 1, 0, 1, 1, 0]
  expect(compute(fcr, null, column(...flags))).toBe(0.625)
  expect(compute(fcr, undefined, column('First time?', ...flags.map((flag) => flag === 1), null))).toBe(0.625)
  expect(compute(fcr, column(...flags.map(() => 1)), column(...flags))).toBe(0.625)
  expect(failure(fcr)).toBe('#VALUE! FCR: contacts_per_case is missing')
})

test('a case nobody says is solved or not is left out', () => {
  expect(compute(fcr, column(1, 1, 2), column(true, null, true))).toBe(0.5)
})

test('wrong cells are named', () => {
  expect(failure(fcr, column(1, 0))).toBe(
    '#VALUE! FCR: contacts_per_case row 2 has 0, below 1, a case has at least 1 contact; for TRUE and FALSE leave this out: FCR(, flags)',
  )
  expect(failure(fcr, column(1, 1.5))).toBe('#VALUE! FCR: contacts_per_case row 2 has 1.5, not a whole number')
  expect(failure(fcr, column(1, 2), column('yes', 'perhaps'))).toContain('resolved row 2 has “perhaps”')
  expect(failure(fcr, column(1, 2), column('yes'))).toContain('contacts_per_case has 2 rows and resolved has 1')
  expect(failure(fcr, column(null))).toBe('#N/A FCR: contacts_per_case has no values')
})
