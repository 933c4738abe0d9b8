import fc from 'fast-check'
import { expect, test } from 'vitest'
import { funnel } from '../../../../core/metrics/adoption/funnel.ts'
import { expectClose } from '../../../close.ts'
import { column, compute, failure } from '../../../compute.ts'

const header = ['stage', 'count', 'step_rate', 'overall_rate', 'drop_off']

test('a step is the share of the stage before, the drop-off is who is lost there', () => {
  expect(compute(funnel, column('Visit', 'Sign-up', 'Paid'), column(1000, 200, 50))).toEqual([
    header,
    ['Visit', 1000, '', 1, ''],
    ['Sign-up', 200, 0.2, 0.2, 800],
    ['Paid', 50, 0.25, 0.05, 150],
  ])
})

test('the steps multiply to the overall rate, and the drop-offs add up to who never arrived', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 8 }), (list) => {
      const counts = list.sort((a, b) => b - a)
      const names = counts.map((_, i) => `stage ${i}`)
      const [, ...rows] = compute(funnel, column(...names), column(...counts)) as unknown[][]
      let [overall, left] = [1, counts[0]!]
      for (const [, count, step, rate, dropOff] of rows) {
        if (step !== '') overall *= step as number
        if (dropOff !== '') left -= dropOff as number
        expectClose(rate, overall)
        expect(left).toBe(count)
      }
    }),
  )
})

test('a stage people enter from elsewhere shows a rate above 1 and a negative drop-off', () => {
  const table = compute(funnel, column('Visit', 'Trial'), column(100, 150)) as unknown[][]
  expect(table[2]).toEqual(['Trial', 150, 1.5, 1.5, -50])
})

test('after a stage that nobody reached there is no step rate', () => {
  const table = compute(funnel, column('a', 'b', 'c'), column(10, 0, 0)) as unknown[][]
  expect(table.slice(2)).toEqual([
    ['b', 0, 0, 0, 10],
    ['c', 0, '', 0, 0],
  ])
})

test('a header, blank rows and half-filled rows are left out', () => {
  expect(compute(funnel, column('Stage', 'a', null, 'b', 'c', null), column('People', 10, 5, 5, ' ', null))).toEqual([
    header,
    ['a', 10, '', 1, ''],
    ['b', 5, 0.5, 0.5, 5],
  ])
  expect(compute(funnel, 'a', 10)).toEqual([header, ['a', 10, '', 1, '']])
})

test('wrong cells are named', () => {
  expect(failure(funnel, column('a', 'b'), column(10, -5))).toBe('#VALUE! FUNNEL: stage_counts row 2 has -5, below 0')
  expect(failure(funnel, column('a', 'b'), column(10, '5+'))).toBe(
    '#VALUE! FUNNEL: stage_counts row 2 has “5+”, keep only the number, or clear the cell if there is none',
  )
  expect(compute(funnel, column('a', 'b'), column(10, '5'))).toEqual(compute(funnel, column('a', 'b'), column(10, 5)))
  expect(failure(funnel, column('a', 'b'), column(10))).toBe(
    '#VALUE! FUNNEL: stage_names has 2 rows and stage_counts has 1, select the same rows in both',
  )
  expect(failure(funnel, column(null), column(null))).toBe(
    '#N/A FUNNEL: stage_names and stage_counts have no complete row',
  )
})
