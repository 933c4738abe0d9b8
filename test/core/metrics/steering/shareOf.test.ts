import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { metricBy } from '../../../../core/metrics/steering/metricBy.ts'
import { shareOf } from '../../../../core/metrics/steering/shareOf.ts'
import { column, compute, failure } from '../../../compute.ts'

test('it is the share of rows that say yes, however they say it', () => {
  expect(compute(shareOf, column('Yes', 'no', 'NO', 'y'))).toBe(0.5)
  expect(compute(shareOf, column(true, false, 1, 0, 0))).toBe(0.4)
  expect(compute(shareOf, 'yes')).toBe(1)
})

test('with which it is the share of the rows that have one of these values, in any case', () => {
  const status = column('active', 'Cancelled', 'paused', 'CANCELLED')
  expect(compute(shareOf, status, 'cancelled')).toBe(0.5)
  expect(compute(shareOf, status, column('cancelled', null, 'Paused'))).toBe(0.75)
  expect(compute(shareOf, column(1, 2, 2, 4), 2)).toBe(0.5)
  expect(compute(shareOf, column('yes', 'no', 'no'), 'no')).toBe(2 / 3)
})

test('the shares of all values add up to 1', () => {
  const status = column('a', 'b', 'c', 'b', 'b', 'a', null)
  const shares = ['a', 'b', 'c'].map((which) => compute(shareOf, status, which) as number)
  expect(shares).toEqual([1 / 3, 1 / 2, 1 / 6])
})

test('a title is skipped, blank cells in three spellings are left out, blank rows at the end are cut', () => {
  expect(compute(shareOf, column('Churned?', 'Yes', null, '', '  ', 'No', null))).toBe(0.5)
  expect(compute(shareOf, column('Left us in 2025', 'Yes', 'No'))).toBe(0.5)
  expect(compute(shareOf, column('Status', 'active', 'lost'), 'lost')).toBe(0.5)
})

test('another word than yes and no is refused, its row named', () => {
  const mend = 'use yes or no, TRUE or FALSE, 1 or 0, or name the values to count in which'
  expect(failure(shareOf, column('yes', 'no', 'maybe'))).toBe(`#VALUE! SHARE_OF: values row 3 has “maybe”, ${mend}`)
  expect(failure(shareOf, column('active', 'lost'))).toBe(
    `#VALUE! SHARE_OF: values row 1 has “active”, ${mend}; if that is a title, select from the row below it`,
  )
  expect(failure(shareOf, column(1, 2))).toBe(`#VALUE! SHARE_OF: values row 2 has 2, ${mend}`)
})

test('a value that the data do not have is refused with those there are', () => {
  expect(failure(shareOf, column('active', 'lost', 'Active'), 'loost')).toBe(
    '#VALUE! SHARE_OF: which has “loost”, which values has not: it has “active”, “lost”',
  )
  const many = failure(shareOf, column(...'abcdefghijklmnopqrstuvwxyz0123456789'), 'zz')
  expect(many).toMatch(/: it has “a”, “b”, “c”, .+, “y”, “z”, .*, …$/)
  expect(many.length).toBeLessThan(250)
})

test('without a value there is no share, and error cells come back', () => {
  expect(failure(shareOf, column(null, ' '))).toBe('#N/A SHARE_OF: values has no values')
  expect(failure(shareOf, column(null, ' '), 'lost')).toBe('#N/A SHARE_OF: values has no values')
  expect(failure(shareOf, column('yes', new CellError('#REF!', '')))).toBe('#REF! SHARE_OF: values row 2 is #REF!')
})

describe('by segment', () => {
  const contract = column('Contract', 'month', 'year', 'month', 'year', 'month')

  test('it is the churn of a column of yes and no', () => {
    expect(compute(metricBy, 'SHARE_OF', contract, column('Churn', 'Yes', 'No', 'No', 'No', null))).toEqual([
      ['segment', 'rows', 'SHARE_OF'],
      ['month', 3, 0.5],
      ['year', 2, 0],
    ])
  })

  test('a title that may as well be a value is told by the yes and no below it', () => {
    expect(compute(shareOf, column('churned', 'active'), 'churned')).toBe(0.5)
    const table = compute(metricBy, 'SHARE_OF', contract, column('Churned', 'Yes', 'No', 'No', 'No', 'Yes'))
    expect((table as unknown[][]).slice(1)).toEqual([
      ['month', 3, 2 / 3],
      ['year', 2, 0],
    ])
  })

  test('a segment with some of the values that count has these', () => {
    const status = column('Status', 'lost', 'paused', 'active', 'active', 'active')
    expect((compute(metricBy, 'SHARE_OF', contract, status, column('lost', 'paused')) as unknown[][]).slice(1)).toEqual(
      [
        ['month', 3, 1 / 3],
        ['year', 2, 0.5],
      ],
    )
  })

  test('a segment without the value that counts has 0, as others have it', () => {
    const status = column('Status', 'lost', 'active', 'paused', 'active', 'active')
    expect(compute(metricBy, 'SHARE_OF', contract, status, column('lost', 'paused'))).toEqual([
      ['segment', 'rows', 'SHARE_OF'],
      ['month', 3, 2 / 3],
      ['year', 2, 0],
    ])
    expect(failure(metricBy, 'SHARE_OF', contract, status, 'loost')).toBe(
      '#VALUE! METRIC_BY: SHARE_OF: which has “loost”, which values has not: it has “lost”, “active”, “paused”',
    )
  })
})
