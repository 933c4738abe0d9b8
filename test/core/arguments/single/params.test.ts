import { describe, expect, test } from 'vitest'
import { CellError } from '../../../../core/cell.ts'
import { metric } from '../../../../core/metric.ts'
import { fitColumns, fitTable, params } from '../../../../core/arguments/single/params.ts'
import { compute, failure } from '../../../compute.ts'

/** A function that tells which parameters it was given. */
const tell = (...accepted: Parameters<typeof params> extends [string, string, ...infer Rest] ? Rest : never) =>
  metric(
    {
      name: 'TRY',
      summary: '',
      questions: [],
      args: [params('params', '', ...accepted)],
      returns: {},
      examples: [],
      source: '',
    },
    (model) => JSON.stringify(model),
  )
const bgnbd = tell('BGNBD_FIT')
const either = tell('BGNBD_FIT', 'PNBD_FIT')
const values = [0.243, 4.414, 0.793, 2.426]
const model = '{"r":0.243,"alpha":4.414,"a":0.793,"b":2.426}'
const header = ['r', 'alpha', 'a', 'b', 'log_likelihood', 'converged']

describe('the parameters of a fit', () => {
  test('come from the block that the fit gives', () => {
    const [r, alpha, a, b] = values as [number, number, number, number]
    const block = fitTable('BGNBD_FIT', { r, alpha, a, b }, { value: -9582.4, converged: true })
    expect(block).toEqual([header, [...values, -9582.4, true]])
    expect(fitColumns('BGNBD_FIT').map(({ name }) => name)).toEqual(header)
    expect(compute(bgnbd, block)).toBe(model)
  })

  test('come from the row of values alone, with or without log_likelihood and converged', () => {
    expect(compute(bgnbd, [values])).toBe(model)
    expect(compute(bgnbd, [[...values, -9582.4]])).toBe(model)
    expect(compute(bgnbd, [[...values, -9582.4, true]])).toBe(model)
    expect(compute(bgnbd, [header.slice(0, 4), values])).toBe(model)
  })

  test('blank cells beside and below them do no harm, nor does the case of the header', () => {
    expect(
      compute(bgnbd, [
        ['R', ' Alpha', 'A', 'b', null],
        [...values, ''],
        [null, null, null, null, null],
      ]),
    ).toBe(model)
  })

  test('of several models are told by the header, and are the first without one', () => {
    expect(
      compute(either, [
        ['r', 'alpha', 's', 'beta'],
        [1, 2, 3, 4],
      ]),
    ).toBe('{"r":1,"alpha":2,"s":3,"beta":4}')
    expect(compute(either, [[1, 2, 3, 4]])).toBe('{"r":1,"alpha":2,"a":3,"b":4}')
  })
})

test.each([
  ['BGNBD_FIT', ['r', 'alpha', 'a', 'b']],
  ['PNBD_FIT', ['r', 'alpha', 's', 'beta']],
  ['SPEND_FIT', ['p', 'q', 'gamma']],
  ['SBG_FIT', ['alpha', 'beta']],
] as const)('the result of %s is a row of numbers, and whether a best fit was found in words', (fit, names) => {
  expect(fitColumns(fit)).toEqual([
    ...names.map((name) => ({ name, unit: 'ratio' })),
    { name: 'log_likelihood', unit: 'ratio' },
    { name: 'converged', unit: 'text' },
  ])
  const ones = names.map(() => 1)
  expect(JSON.parse(compute(tell(fit), [ones]) as string)).toEqual(Object.fromEntries(names.map((name) => [name, 1])))
  expect(failure(tell(fit), [[1]])).toBe(
    `#VALUE! TRY: params has 1 value; select the result of ${fit} (${names.join(', ')})`,
  )
})

describe('what is no result of the fit is refused in words', () => {
  test('a block of another fit', () => {
    expect(
      failure(bgnbd, [
        ['alpha', 'beta', 'log_likelihood', 'converged'],
        [0.668, 3.806, -1611, true],
      ]),
    ).toBe('#VALUE! TRY: params has alpha, beta, a result of SBG_FIT; select the result of BGNBD_FIT (r, alpha, a, b)')
    expect(
      failure(either, [
        ['p', 'q', 'gamma'],
        [1, 2, 3],
      ]),
    ).toBe(
      '#VALUE! TRY: params has p, q, gamma, a result of SPEND_FIT; select the result of BGNBD_FIT (r, alpha, a, b) or PNBD_FIT (r, alpha, s, beta)',
    )
    expect(
      failure(bgnbd, [
        ['id', 'frequency'],
        [1, 2],
      ]),
    ).toContain('params has the columns id, frequency; select')
  })

  test('too few or too many values or rows', () => {
    expect(failure(either, [[1, 2, 3]])).toBe(
      '#VALUE! TRY: params has 3 values; select the result of BGNBD_FIT (r, alpha, a, b)',
    )
    expect(failure(bgnbd, 1)).toContain('params has 1 value; select')
    expect(failure(bgnbd, [[1, 2, 3, 4, 5, 6, 7]])).toContain('params has 7 values; select')
    expect(failure(bgnbd, [values, values])).toContain('params has 2 rows of values; select')
    expect(failure(bgnbd, [header])).toContain('params has 0 rows of values; select')
    expect(failure(bgnbd, [[1], [2], [3]])).toContain('params has 3 values; select')
    expect(failure(bgnbd, null)).toContain('params has 0 values; select')
    expect(failure(bgnbd)).toBe('#VALUE! TRY: params is missing')
    expect(failure(bgnbd, [])).toBe(failure(bgnbd, [[null]]))
  })

  test('a value that is no number above 0', () => {
    const of = (b: unknown) => failure(bgnbd, [[0.2, 4, 0.8, b]])
    expect(of(-1)).toBe('#VALUE! TRY: params has -1 where b belongs, a number above 0')
    expect(of(0)).toContain('has 0 where b belongs')
    expect(of('2.4')).toContain('has “2.4” where b belongs')
    expect(of(true)).toContain('has TRUE where b belongs')
    expect(failure(bgnbd, [[0.2, null, 0.8, 1]])).toContain('params is blank where alpha belongs')
  })

  test('an error cell comes back as itself', () => {
    expect(failure(bgnbd, [[0.2, 4, 0.8, new CellError('#N/A', '')]])).toContain('#N/A TRY: params')
  })
})
