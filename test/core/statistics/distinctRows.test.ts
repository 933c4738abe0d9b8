import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctRows, pickRows, spreadRows } from '../../../core/statistics/distinctRows.ts'

test('equal rows count as one, and the distinct ones go up by the first column, then the next', () => {
  const distinct = distinctRows(Float64Array.of(2, 1, 2, 1), Float64Array.of(5, 7, 5, -1))
  expect(distinct).toEqual({
    codes: Int32Array.of(2, 1, 2, 0),
    first: Int32Array.of(3, 1, 0),
    counts: Int32Array.of(1, 1, 2),
  })
  expect(pickRows(Float64Array.of(10, 20, 30, 40), distinct)).toEqual(Float64Array.of(40, 20, 10))
  expect(spreadRows(Float64Array.of(0.4, 0.2, 0.1), distinct)).toEqual(Float64Array.of(0.1, 0.2, 0.1, 0.4))
})

test('it agrees with rows written as text', () => {
  const row = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 2 }), fc.constantFrom(0.5, 1e9, NaN))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const columns = [0, 1, 2].map((k) => Float64Array.from(rows, (cells) => cells[k]!)) as [Float64Array]
      const { codes, first, counts } = distinctRows(...columns)
      const texts = rows.map((cells) => cells.join())
      expect(first).toHaveLength(new Set(texts).size)
      rows.forEach((_, i) => expect(texts[first[codes[i]!]!]).toBe(texts[i]))
      first.forEach((row, code) => {
        expect(texts.indexOf(texts[row]!)).toBe(row)
        expect(counts[code]).toBe(texts.filter((text) => text === texts[row]).length)
      })
    }),
  )
})

test('no rows are no distinct rows', () => {
  expect(distinctRows(new Float64Array(0)).first).toHaveLength(0)
})
