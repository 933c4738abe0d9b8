import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stickiness } from '../../../../core/metrics/adoption/stickiness.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is the mean day over the month', () => {
  expect(compute(stickiness, column(200, 250, 150), 1000)).toBe(0.2)
  expect(compute(stickiness, 500, 1000)).toBe(0.5)
})

test('it agrees with the users themselves: the mean share of days on which a user of the month came', () => {
  const days = fc.array(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(days, (users) => {
      const active = users.filter((came) => came.includes(true))
      fc.pre(active.length > 0)
      const daily = Array.from({ length: 30 }, (_, day) => active.filter((came) => came[day]).length)
      const shares = active.map((came) => came.filter(Boolean).length / 30)
      const mean = shares.reduce((total, share) => total + share, 0) / active.length
      expectClose(compute(stickiness, column(...daily), active.length), mean)
      expectClose(compute(stickiness, [daily.slice().reverse()], active.length), mean)
    }),
  )
})

test('a day with nobody counts, a blank day does not', () => {
  expect(compute(stickiness, column('DAU', 200, 0, null, 'closed'), 1000)).toBe(0.1)
})

test('a day larger than the month is named', () => {
  expect(failure(stickiness, column(900, 1001), 1000)).toBe(
    '#VALUE! STICKINESS: daily_active row 2 has 1001, outside 0 to 1000, everyone active on a day is among the monthly_active',
  )
})

test('nobody active is #DIV/0!', () => {
  expect(failure(stickiness, column(0, 0), 0)).toBe('#DIV/0! STICKINESS: monthly_active is 0, so nobody was active')
})

test('wrong cells are named', () => {
  expect(failure(stickiness, column('80+'), 1000)).toBe(
    '#VALUE! STICKINESS: daily_active has “80+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(stickiness, column('80', '1,200', '0.5'), '10000')).toBe(
    compute(stickiness, column(80, 1200, 0.5), 10000),
  )
  expect(failure(stickiness, column(null), 1000)).toBe('#N/A STICKINESS: daily_active has no numbers')
  expect(failure(stickiness, 10, ' ')).toBe('#VALUE! STICKINESS: monthly_active is blank')
})
