import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CellError, type Cell } from '../../../core/cell.ts'
import { firstAlike, hashOf, hashOfAnyCase, hashOfNumber } from '../../../core/data/alike.ts'
import { spellings } from '../../../core/data/columns.ts'
import { findingsOf } from '../../../core/data/findings.ts'
import { tableOf } from '../../../core/data/table.ts'
import { cleanText } from '../../../core/reading/texts/spelling.ts'

const words = fc.array(fc.constantFrom('a', 'b', 'aa', 'ab', '', 'ba'), { maxLength: 60 })

test.each<[string, (text: string) => number]>([
  ['the hash of the text', hashOf],
  ['the same hash for all', () => 7],
  ['a hash that is the same for some', (text) => text.length],
  ['negative hashes', (text) => -1 - text.length],
])('the first row that says the same is found by %s, and a row of hash 0 is alone', (_, hash) => {
  fc.assert(
    fc.property(words, (texts) => {
      const hashes = Int32Array.from(texts, (text) => (text === '' ? 0 : hash(text)))
      const first = firstAlike(hashes, (row, earlier) => texts[row] === texts[earlier])
      expect(Array.from(first)).toEqual(texts.map((text, row) => (text === '' ? row : texts.indexOf(text))))
    }),
  )
})

test('a number and the text that it is written as have one hash, and no hash is 0', () => {
  fc.assert(
    fc.property(fc.oneof(fc.double(), fc.integer()), (value) => {
      expect(hashOf(String(value))).toBe(hashOfNumber(value))
      expect(hashOfNumber(value)).not.toBe(0)
    }),
  )
  expect(hashOfNumber(-0)).toBe(hashOf('0'))
})

test('a hash of any case does not see the capital letters of English', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(hashOfAnyCase(text.toUpperCase())).toBe(hashOfAnyCase(text.toLowerCase()))
    }),
  )
})

const cell = fc.constantFrom<Cell>(
  ...[null, '', ' ', 0, -0, 5, '5', ' 5', '5.0', 1.5, '1.5', true, 'true', 'TRUE', 'x', 'x ', 'X', 1e21, '1e+21'],
  ...[new CellError('#N/A', ''), '#N/A', '1,5', '["x"]', 'x","x'],
)

test('a row is a duplicate where the trimmed texts of all its cells are those of an earlier row', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 40 }), (rows) => {
      const table = tableOf([['left', 'right'], ...rows, ['the', 'end']])!
      const found = findingsOf(table).find(({ what }) => what === 'duplicate row')?.rows ?? []
      const texts = rows.map((row) =>
        JSON.stringify(row.map((cell) => (cell instanceof CellError ? cell.code : String(cell ?? '').trim()))),
      )
      const expected = texts.flatMap((text, i) => (text !== '["",""]' && texts.indexOf(text) < i ? [i] : []))
      expect(found).toEqual(expected)
    }),
  )
})

const id = fc.constantFrom<Cell>(
  ...[
    'Ann',
    'ann',
    'ANN',
    ' Ann',
    'Ann\u200b',
    'ann@x',
    'Ann@X',
    'ANN@x ',
    '0015g0XyZ',
    '0015G0xyz',
    'ab',
    'AB',
    'Zoë',
  ],
  ...['Zoe\u0308', 'ZOË', 'Ann Lee', 'ann  lee', 'n/a', 'N/A', 5, null],
)

test('each other way of writing an id becomes the one that is written most often', () => {
  const isOneCase = (text: string) =>
    text.includes('@') ||
    (text.length > 2 && /^(?:\P{Lu}*|\P{Ll}*|(?:\P{L}*\p{L}\P{Lu}*)(?: \p{L}\P{Lu}*)*)$/u.test(text))
  fc.assert(
    fc.property(fc.array(id, { maxLength: 30 }), (cells) => {
      const texts = cells.filter((cell) => typeof cell === 'string' && !/^n\/a$/i.test(cell)) as string[]
      const key = (text: string) => (isOneCase(cleanText(text)) ? cleanText(text).toLowerCase() : cleanText(text))
      const expected = new Map<string, string>()
      for (const text of texts) {
        const alike = texts.filter((other) => key(other) === key(text)).map(cleanText)
        const often = (one: string) => alike.filter((other) => other === one).length
        const most = alike.reduce((most, one) => (often(one) > often(most) ? one : most))
        const written = key(text).includes('@') ? key(text) : most
        if (new Set(texts.filter((other) => key(other) === key(text))).size > 1 && text !== written) {
          expected.set(text, written)
        }
      }
      expect(Object.fromEntries(spellings(cells))).toEqual(Object.fromEntries(expected))
    }),
  )
})
