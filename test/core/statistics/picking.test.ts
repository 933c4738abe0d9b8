import { expect, test } from 'vitest'
import { different, joined, rowsWhere, valuesAt, valuesWhere } from '../../../core/statistics/picking.ts'

const f = (...values: number[]) => Float64Array.from(values)

test('rows are kept in their order', () => {
  expect(rowsWhere(5, (row) => row % 2 === 0)).toEqual(Int32Array.of(0, 2, 4))
  expect(rowsWhere(0, () => true)).toEqual(new Int32Array(0))
})

test('values keep their kind and all of their digits, in the order of the rows that are asked for', () => {
  expect(valuesAt(f(0.1, 0.2, NaN), [2, 0, 0])).toEqual(f(NaN, 0.1, 0.1))
  expect(valuesAt(Uint8Array.of(1, 0, 1), Int32Array.of(1, 2))).toEqual(Uint8Array.of(0, 1))
  expect(valuesWhere(f(1.5, 2.5, 3.5), (row) => row !== 1)).toEqual(f(1.5, 3.5))
})

test('of values that go up each comes once, -0 as 0', () => {
  expect(different(f(-1, -0, 0, 2, 2, 2, 7))).toEqual(f(-1, -0, 2, 7))
  expect(different(f())).toEqual(f())
})

test('columns come one after the other', () => {
  expect(joined([f(1, 2), f(), f(3)])).toEqual(f(1, 2, 3))
})
