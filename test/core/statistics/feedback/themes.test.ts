import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countThemes } from '../../../../core/statistics/feedback/themes.ts'
import { runs } from '../../../properties.ts'

/** How many of the texts one keyword finds. */
const found = (keyword: string, ...texts: string[]): number =>
  countThemes(texts, [{ name: 'theme', keywords: [keyword] }]).counts[0]!

test('whole words count, not parts of words', () => {
  expect(found('late', 'It was late.', 'LATE!', 'too-late', '(late)')).toBe(4)
  expect(found('late', 'later', 'plate', 'latest', 'late2')).toBe(0)
})

test('case and accents do not matter, on either side', () => {
  expect(found('cafe', 'Café', 'CAFÉ', 'cafe\u0301')).toBe(3)
  expect(found('Überraschung', 'uberraschung')).toBe(1)
  expect(found('ΚΑΛΌ', 'καλο')).toBe(1)
  expect(found('istanbul', 'İSTANBUL')).toBe(1)
  expect(found('מחיר', 'מְחִיר')).toBe(1)
  expect(found('Straße', 'Straße gesperrt', 'STRASSE GESPERRT')).toBe(2)
  expect(found('zly', 'zły', 'ZŁY')).toBe(2)
  expect(found('lodz', 'Łódź')).toBe(1)
  expect(found('ol', 'Øl')).toBe(1)
  expect(found('late', 'ｌａｔｅ')).toBe(1)
  expect(found('fine', 'ﬁne')).toBe(1)
})

test('vowel signs are no accents: without them a word of India is another', () => {
  expect(found('कि', 'वह कि')).toBe(1)
  expect(found('कि', 'वह का')).toBe(0)
})

test('several words must follow each other, whatever stands between them but words', () => {
  expect(found('late delivery', 'Late delivery', 'late – delivery', 'a LATE, delivery')).toBe(3)
  expect(found('late delivery', 'delivery late', 'late my delivery', 'late', 'late deliverys')).toBe(0)
  expect(found("don't like", 'I don’t like it')).toBe(1)
  expect(found('not not good', 'not not not good')).toBe(1)
})

test('a trailing * stands for the beginning of a word', () => {
  expect(found('deliver*', 'delivered', 'Deliveries', 'deliver')).toBe(3)
  expect(found('deliver*', 'redelivered', 'delive')).toBe(0)
  expect(found('late deliver*', 'late deliveries')).toBe(1)
  expect(found('late* delivery', 'later delivery', 'late delivery')).toBe(1)
})

test('words of scripts without spaces count anywhere, and their marks are letters', () => {
  expect(found('配送', '配送が遅い', '早い配送')).toBe(2)
  expect(found('ガラス', 'カラス')).toBe(0)
  expect(found('แพง', 'ราคาแพงมาก')).toBe(1)
  expect(found('配送*', '再配送')).toBe(1)
})

test('signs count anywhere, an emoji in any style', () => {
  expect(found('👍', 'ok👍🏽', '👍👍', 'nice')).toBe(2)
  expect(found('❤\ufe0f', 'love ❤', 'love ❤\ufe0f', '😀\ufe0f')).toBe(2)
  expect(found(':)', 'thanks :)', 'thanks')).toBe(1)
})

test('signs of regular expressions are signs', () => {
  for (const keyword of ['.*', '(', '[a-z]', '\\w+', '$', '^', '|', '?']) expect(found(keyword, 'plain text')).toBe(0)
  expect(found('*', '5* hotel', 'plain text')).toBe(1)
  expect(found('$', 'costs $5')).toBe(1)
})

test('a text counts once for a theme and for every theme it tells of', () => {
  const themes = [
    { name: 'a', keywords: ['late', 'slow', 'late'] },
    { name: 'b', keywords: ['slow', 'price'] },
    { name: 'c', keywords: [] },
  ]
  const { counts, none } = countThemes(['late late slow', 'price', 'fine', ''], themes)
  expect([Array.from(counts), none]).toEqual([[1, 2, 0], 2])
})

test('it agrees with a search for each keyword among the words of each text', () => {
  const word = fc.constantFrom('late', 'later', 'slow', 'price', 'deliver', 'delivery', 'a')
  const keyword = fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean())
  const themes = fc.array(fc.array(keyword, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 }), themes, (texts, lists) => {
      const has = (text: string[], [words, open]: [string[], boolean]): boolean =>
        ` ${text.join(' ')} `.includes(` ${words.join(' ')}${open ? '' : ' '}`)
      const hits = lists.map((keywords) => texts.map((text) => keywords.some((one) => has(text, one))))
      const written = texts.map((text) => text.map((one, i) => (i % 2 ? one.toUpperCase() : one)).join(', '))
      const { counts, none } = countThemes(
        written,
        lists.map((keywords, i) => ({
          name: String(i),
          keywords: keywords.map(([words, open]) => words.join(' ') + (open ? '*' : '')),
        })),
      )
      expect(Array.from(counts)).toEqual(hits.map((list) => list.filter(Boolean).length))
      expect(none).toBe(texts.filter((_, i) => !hits.some((list) => list[i])).length)
    }),
  )
})

test('long texts and words, and phrases that repeat a word', () => {
  const texts = ['late '.repeat(2000), 'x'.repeat(10_000), '('.repeat(10_000), 'not '.repeat(2500)]
  expect(found('late', ...texts)).toBe(1)
  expect(found('not not not good', ...texts)).toBe(0)
})

test('a keyword that is nothing but a style of the sign before it finds nothing', () => {
  expect(found('\ufe0f', 'love \u2764\ufe0f', 'fine')).toBe(0)
})

const MANY = runs(100_000)

test.each([
  ['words', (i: number) => `word${i}`],
  ['beginnings', (i: number) => `w${i}x*`],
  ['phrases that begin alike', (i: number) => `late again ${i}`],
  ['phrases that end in a beginning', (i: number) => `late w${i}x*`],
  ['signs that begin alike', (i: number) => `配送${i}`],
])('a hundred thousand themes are told apart in as many texts: %s', (_, keyword) => {
  const themes = Array.from({ length: MANY }, (_, i) => ({ name: String(i), keywords: [keyword(i)] }))
  const texts = themes.map(({ keywords }) => keywords[0]!.replace('*', 'yz'))
  const { counts, none } = countThemes([...texts, 'nothing of it'], themes)
  expect(counts[MANY - 1]).toBe(1)
  expect(counts.every((count) => count > 0)).toBe(true)
  expect(none).toBe(1)
})

test('a keyword that comes again and again counts once', () => {
  const keywords = Array.from({ length: MANY }, () => 'late')
  const texts = Array.from({ length: MANY }, () => 'too late')
  expect(countThemes(texts, [{ name: 'Delivery', keywords }]).counts[0]).toBe(MANY)
})
