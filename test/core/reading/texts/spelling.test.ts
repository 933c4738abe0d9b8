import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, hasUnseen, keyed, unwrapped, withoutUnseen } from '../../../../core/reading/texts/spelling.ts'
import { runs } from '../../../properties.ts'

const UNSEEN = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2066',
  '\u2069',
  '\ufeff',
]

test('the digits of every script are read as digits', () => {
  let scripts = 0
  for (let code = 0x30; code < 0x20000; code++) {
    const sign = String.fromCodePoint(code)
    if (!/\p{Nd}/u.test(sign)) continue
    const digit = keyed(sign)
    expect(digit, code.toString(16)).toMatch(/^\d$/)
    if (digit === '0') {
      scripts++
      const ten = Array.from({ length: 10 }, (_, i) => String.fromCodePoint(code + i)).join('')
      expect(keyed(ten), code.toString(16)).toBe('0123456789')
    }
  }
  expect(scripts).toBeGreaterThan(60)
})

test('the digits of Intl are the digits that it means', () => {
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const text = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false }).format(9876543210)
    if (/^\p{Nd}+$/u.test(text)) expect(keyed(text), numberingSystem).toBe('9876543210')
  }
})

test.each<[string, string]>([
  ['−5', '-5'],
  ['–5', '-5'],
  ['‐5', '-5'],
  ['－５', '-5'],
  ['１２％', '12%'],
  ['٥٪', '5%'],
  ['1’234', "1'234"],
  ['a\u00a0b', 'a b'],
  ['a\u2009\u2003b', 'a b'],
  ['  a   b  ', 'a b'],
  ['\ta\nb\r\n', 'a b'],
  ['\u200e5\u200f', '5'],
  ['（５）', '(5)'],
])('“%s” is “%s” on a keyboard', (text, typed) => {
  expect(keyed(text)).toBe(typed)
})

test.each<[string, string]>([
  ["'60", '60'],
  ['="60"', '60'],
  ['"60"', '60'],
  ['“60”', '60'],
  ['" 60 "', '60'],
  ['="\'60"', '60'],
  ['""', ''],
  ['60', '60'],
  ['a "60"', 'a "60"'],
  ['"60', '"60'],
  ['=60', '=60'],
])('“%s” is “%s” without its wrapping', (text, inner) => {
  expect(unwrapped(text)).toBe(inner)
})

test('a text reads the same with marks that nobody sees', () => {
  for (const mark of UNSEEN) {
    expect(cleanText(`${mark}An${mark}n${mark}`), mark.codePointAt(0)!.toString(16)).toBe('Ann')
    expect(hasUnseen(`An${mark}n`)).toBe(true)
    expect(withoutUnseen(`An${mark}n`)).toBe('Ann')
  }
  expect(hasUnseen('Ann Lee')).toBe(false)
})

test('joiners belong to the signs around them, and are nothing at the ends', () => {
  expect(cleanText('👩\u200d👧')).toBe('👩\u200d👧')
  expect(cleanText('\u200d Ann\u200c ')).toBe('Ann')
  expect(hasUnseen('\u200dAnn')).toBe(true)
  expect(hasUnseen('Ann\u200c')).toBe(true)
  expect(hasUnseen('👩\u200d👧')).toBe(false)
  expect(cleanText('\u200c \u200d')).toBe('')
})

test('a text reads the same with other spaces and accents', () => {
  expect(cleanText(' Ann\u00a0\u2003Lee\n')).toBe('Ann Lee')
  expect(cleanText('cafe\u0301')).toBe('caf\u00e9')
})

test('cleaning twice changes nothing more', () => {
  const signs = fc.constantFrom(
    ...UNSEEN,
    '\u200c',
    '\u200d',
    ' ',
    '\u00a0',
    'a',
    'é',
    'e\u0301',
    '5',
    '٥',
    '😀',
    '-',
    '−',
    "'",
    '"',
  )
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      expect(cleanText(cleanText(text))).toBe(cleanText(text))
      expect(keyed(keyed(text))).toBe(keyed(text))
    }),
    { numRuns: runs() },
  )
})

test('a text is read the same whether or not it holds a mark that nobody sees', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Z', '~', '!', ' ', '\u00a0', '\n', 'é', 'e\u0301', '\u200d') })
  fc.assert(
    fc.property(text, (text) => {
      expect(cleanText(`${text}\u200b`)).toBe(cleanText(text))
    }),
    { numRuns: runs(500) },
  )
})
