import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codebook } from '../../../core/reading/codebook.ts'

/** Gives each different cell the next code, and compares with a Map at every step. */
function compareWithMap(cells: readonly unknown[]): void {
  const book = codebook()
  const map = new Map<unknown, number>()
  const astray = cells.filter((cell) => {
    const found = book.get(cell)
    const expected = map.get(cell)
    if (expected === undefined) {
      book.set(cell, map.size)
      map.set(cell, map.size)
    }
    return found !== expected
  })
  expect(astray).toEqual([])
  expect([...map.keys()].map((cell) => book.get(cell))).toEqual([...map.values()])
}

const many = Array.from({ length: 20_000 }, (_, i) => `C${i}`)

test('a cell has the code that it was given, whether cells are few or many', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 14 }),
    fc.string({ maxLength: 3, unit: 'grapheme' }),
    fc.integer({ min: -20, max: 20 }),
    fc.constantFrom(true, false, null, '', '7', 7, '\0', '\0\0', 'ÿ', 'abcdefghijkl', 'abcdefghijklm'),
  )
  fc.assert(fc.property(fc.array(cell, { maxLength: 60 }), compareWithMap))
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 60 }), (cells) => compareWithMap([...many, ...cells])),
    { numRuns: 3 },
  )
})

test('texts of the same end and length, and of one that begins another, are told apart', () => {
  const few = ['A17', 'B17', 'A17', 'C17', 'B17', '7', '17', '117', '', 'A', 'A17']
  compareWithMap(few)
  compareWithMap([...many, ...few])
})

test('what is the same but for signs beyond ASCII, or for signs after the twelfth, is told apart', () => {
  const alike = ['Jose', 'José', 'Jos\u{69}', 'customer-0001', 'customer-0002', 'customer-000', 'é', 'i']
  compareWithMap([...many, ...alike, ...alike])
})

test('a row without a label is known again', () => {
  const book = codebook()
  for (const cell of many) book.set(cell, 0)
  book.set('n/a', -1)
  book.set(null, -1)
  expect([book.get('n/a'), book.get(null), book.get('none')]).toEqual([-1, -1, undefined])
})
