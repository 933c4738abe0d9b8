import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reasonPareto } from '../../../../core/metrics/reliability/reasonPareto.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['reason', 'count', 'share', 'cumulative']

test('the most frequent reason comes first, with the share of all down to it', () => {
  expect(compute(reasonPareto, column('Reason', 'b', 'a', 'c', 'a', 'c', 'a', 'a', 'c'))).toEqual([
    header,
    ['a', 4, 0.5, 0.5],
    ['c', 3, 0.375, 0.875],
    ['b', 1, 0.125, 1],
  ])
})

test('a reason is the same in any case and with any spaces', () => {
  expect(compute(reasonPareto, column('Too small', 'TOO SMALL', ' too  small '))).toEqual([
    header,
    ['Too small', 3, 1, 1],
  ])
})

test('equals stand by name: numbers first, then text whatever its case', () => {
  const table = compute(reasonPareto, column('Reason', 'beta', 'Alpha', 10, 9)) as unknown[][]
  expect(table.slice(1).map(([reason]) => reason)).toEqual([9, 10, 'Alpha', 'beta'])
})

test('with values the shares are of these, and the count still is of rows', () => {
  expect(compute(reasonPareto, column('late', 'late', 'lost'), column(5, 5, 30))).toEqual([
    [...header, 'value'],
    ['lost', 1, 0.75, 0.75, 30],
    ['late', 2, 0.25, 1, 10],
  ])
})

test('it agrees with a count over a map, ends at 1, and the order of rows does not matter', () => {
  const row = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 0, max: 500 }))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), (rows) => {
      const total = rows.reduce((all, [, value]) => all + value, 0)
      fc.pre(total > 0)
      const run = (list: typeof rows) =>
        compute(
          reasonPareto,
          column(...list.map(([reason]) => reason)),
          column(...list.map(([, value]) => value)),
        ) as unknown[][]
      const values = new Map<string, number>()
      for (const [reason, value] of rows) values.set(reason, (values.get(reason) ?? 0) + value)
      const sorted = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      let before = 0
      const expected = sorted.map(([reason, value]) => {
        before += value
        const count = rows.filter(([name]) => name === reason).length
        return [reason, count, value / total, before / total, value]
      })
      const table = run(rows)
      expectClose(table.slice(1), expected)
      expect(table[table.length - 1]![3]).toBe(1)
      expect(run(rows.slice().reverse())).toEqual(table)
    }),
  )
})

test('cents of a long column add up', () => {
  const many = new Array<number>(10_000).fill(0.1)
  expect(compute(reasonPareto, column(...many.map(() => 'late')), column(...many))).toEqual([
    [...header, 'value'],
    ['late', 10_000, 1, 1, 1000],
  ])
})

test('values that add up to 0 share nothing out', () => {
  expect(failure(reasonPareto, column('a', 'b'), column(0, 0))).toBe(
    '#DIV/0! REASON_PARETO: values add up to 0, so no reason has a share',
  )
})

test('rows without a reason are left out, and with values those without one', () => {
  expect(compute(reasonPareto, column('a', null, ' ', 'a', 'b', ''))).toEqual([
    header,
    ['a', 2, 2 / 3, 2 / 3],
    ['b', 1, 1 / 3, 1],
  ])
  expect(compute(reasonPareto, column('Reason', 'a', 'b', null), column('Cost', 5, null, 7))).toEqual([
    [...header, 'value'],
    ['a', 1, 1, 1, 5],
  ])
  expect(compute(reasonPareto, 'a')).toEqual([header, ['a', 1, 1, 1]])
})

test.each(['Reason', 'REASONS', ' return reason ', 'Category', 'Cause'])(
  '“%s” in the first cell is the title of the column',
  (title) => {
    expect(compute(reasonPareto, column(title, 'a', 'a', 'b'))).toEqual([
      header,
      ['a', 2, 2 / 3, 2 / 3],
      ['b', 1, 1 / 3, 1],
    ])
  },
)

test('“Reason” further down, in longer text or alone is a reason', () => {
  expect(compute(reasonPareto, column('Reason', 'a', 'Reason'))).toEqual([
    header,
    ['a', 1, 0.5, 0.5],
    ['Reason', 1, 0.5, 1],
  ])
  expect(compute(reasonPareto, column('a', 'a', 'Reason'))).toEqual([
    header,
    ['a', 2, 2 / 3, 2 / 3],
    ['Reason', 1, 1 / 3, 1],
  ])
  expect(compute(reasonPareto, column('No reason', 'No reason'))).toEqual([header, ['No reason', 2, 1, 1]])
  expect(compute(reasonPareto, 'Reason')).toEqual([header, ['Reason', 1, 1, 1]])
})

test('a first reason that does not come again counts, and a last row says that it may be the title', () => {
  expect(compute(reasonPareto, column('b', 'a', 'a', 'c', 'a'))).toEqual([
    header,
    ['a', 3, 0.6, 0.6],
    ['b', 1, 0.2, 0.8],
    ['c', 1, 0.2, 1],
    ['reasons row 1 (“b”) counts; if that is a title, select from the row below it', '', '', ''],
  ])
  expect(compute(reasonPareto, column('b', 'a', 'a', 'B'))).toEqual([header, ['a', 2, 0.5, 0.5], ['b', 2, 0.5, 1]])
})

test('one reason alone is a reason, in a cell as in a longer selection', () => {
  const one = [header, ['Late', 1, 1, 1]]
  expect(compute(reasonPareto, 'Late')).toEqual(one)
  expect(compute(reasonPareto, column('Late', null, ' '))).toEqual(one)
  expect(compute(reasonPareto, column('Reason', 'Late', null))).toEqual(one)
})

test('wrong cells are named', () => {
  expect(failure(reasonPareto, column(null))).toBe('#N/A REASON_PARETO: reasons has no values')
  expect(failure(reasonPareto, column('a', 'b'), column(1))).toBe(
    '#VALUE! REASON_PARETO: reasons has 2 rows and values has 1, select the same rows in both',
  )
  expect(failure(reasonPareto, column('Reason', 'b'), column(1, 2))).toBe(
    '#VALUE! REASON_PARETO: reasons begins with a header and values does not, select the same rows in both',
  )
  expect(failure(reasonPareto, column('a', 'b'), column(1, -1))).toBe(
    '#VALUE! REASON_PARETO: values row 2 has -1, below 0',
  )
})

test('a defect is a reason, not a title', () => {
  const [, ...rows] = compute(reasonPareto, column('Defect', 'Size', 'Defect')) as unknown[][]
  expect(rows.map(([reason, count]) => [reason, count])).toEqual([
    ['Defect', 2],
    ['Size', 1],
  ])
})
