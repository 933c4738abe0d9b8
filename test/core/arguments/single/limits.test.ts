import { describe, expect, test } from 'vitest'
import { number, numbers } from '../../../../core/arguments/index.ts'
import type { Limits } from '../../../../core/arguments/argument.ts'
import { metric, type Arg } from '../../../../core/metric.ts'
import { column, compute, failure } from '../../../compute.ts'

const bare = { name: 'TRY', summary: '', questions: [], returns: {}, examples: [], source: '' }
/** A function that gives its last argument, whose limits these are. */
const tell = (limits: Limits, ...others: Arg<number>[]) =>
  metric({ ...bare, args: [...others, number('n', '', limits)] as Arg<number>[] }, (...values) => values.at(-1)!)

test('a number without limits may be any', () => {
  for (const value of [-1e300, -0.5, 0, 1e300]) expect(compute(tell({}), value)).toBe(value)
})

describe('a limit may be reached and not passed', () => {
  test.each<[Limits, number[], number, string]>([
    [{ min: 2 }, [2, 2.5, 1e9], 1.99, '1.99, below 2'],
    [{ max: 5 }, [5, 4.5, -1e9], 5.01, '5.01, above 5'],
    [{ min: 2, max: 5 }, [2, 3.5, 5], 1.99, '1.99, outside 2 to 5'],
    [{ min: 2, max: 5 }, [2, 3.5, 5], 5.01, '5.01, outside 2 to 5'],
    [{ min: 0 }, [0], -1, '-1, below 0'],
    [{ max: 0 }, [0], 1, '1, above 0'],
    [{ min: 3, max: 3 }, [3], 4, '4, outside 3 to 3'],
  ])('%j', (limits, taken, beyond, problem) => {
    for (const value of taken) expect(compute(tell(limits), value)).toBe(value)
    expect(failure(tell(limits), beyond)).toBe(`#VALUE! TRY: n is ${problem}`)
  })
})

test('a limit may be another argument of the call', () => {
  const part = tell({ min: 1, max: 'whole' }, number('whole', ''))
  expect(compute(part, 10, 10)).toBe(10)
  expect(failure(part, 10, 10.5)).toBe('#VALUE! TRY: n is 10.5, outside 1 to 10')
  const most = tell({ min: 'least' }, number('least', '', { default: 3 }))
  expect(compute(most, 7, 7)).toBe(7)
  expect(failure(most, 7, 6)).toBe('#VALUE! TRY: n is 6, below 7')
  expect(failure(most, null, 2)).toBe('#VALUE! TRY: n is 2, below 3')
})

test('a whole number has no decimals', () => {
  const whole = tell({ min: 1, whole: true })
  expect([compute(whole, 1), compute(whole, '12')]).toEqual([1, 12])
  expect(failure(whole, 2.5)).toBe('#VALUE! TRY: n is 2.5, not a whole number')
  expect(failure(whole, 0.5)).toBe('#VALUE! TRY: n is 0.5, below 1')
  expect(compute(tell({ min: 1 }), 2.5)).toBe(2.5)
})

test('the sentence ends with how to mend it, where that is known for the value', () => {
  expect(failure(tell({ max: 5, hint: 'give the mean' }), 6)).toBe('#VALUE! TRY: n is 6, above 5, give the mean')
  const hint = (value: number) => (value === 6 ? 'six is too many' : '')
  expect(failure(tell({ max: 5, hint }), 6)).toBe('#VALUE! TRY: n is 6, above 5, six is too many')
  expect(failure(tell({ max: 5, hint }), 7)).toBe('#VALUE! TRY: n is 7, above 5')
  expect(failure(tell({ max: 5, hint, whole: true }), 4.5)).toBe('#VALUE! TRY: n is 4.5, not a whole number')
})

test('the numbers of a range keep to the limits one by one, and the row of a wrong one is named', () => {
  const scores = metric({ ...bare, args: [numbers('scores', '', { min: 0, max: 10, whole: true })] }, (all) =>
    Array.from(all).join(' '),
  )
  expect(compute(scores, column(0, null, 10))).toBe('0 10')
  expect(failure(scores, column(0, 11))).toBe('#VALUE! TRY: scores row 2 has 11, outside 0 to 10')
  expect(failure(scores, column(0, 9, -1))).toBe('#VALUE! TRY: scores row 3 has -1, outside 0 to 10')
  expect(failure(scores, column(9.5, 0))).toBe('#VALUE! TRY: scores row 1 has 9.5, not a whole number')
})
