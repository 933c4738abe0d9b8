import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lexiconOf, lexiconSentiment, readingOf } from '../../../../core/statistics/feedback/ownLexicon.ts'
import { expectClose } from '../../../close.ts'

const scored = (text: string, weights: Readonly<Record<string, number>>): number =>
  lexiconSentiment(text, lexiconOf(Object.entries(weights).map(([entry, weight]) => ({ entry, weight }))))

test('the mean weight of what is found, over the largest weight', () => {
  expect(scored('gut gut schlecht', { gut: 2, schlecht: -4 })).toBe((0.5 + 0.5 - 1) / 3)
  expect(scored('schlecht', { gut: 2, schlecht: -4 })).toBe(-1)
  expect(scored('neutral', { gut: 2, schlecht: -4 })).toBe(0)
})

test('whole words, in any case, with or without accents', () => {
  for (const text of ['sehr schön', 'SCHÖN!', 'scho\u0308n', 'schon', '(Schön)']) {
    expect(scored(text, { Schön: 1 }), text).toBe(1)
  }
  expect(scored('schöner', { schön: 1 })).toBe(0)
  expect(scored('Große Klasse', { 'GROSSE KLASSE': 3 })).toBe(1)
})

test('the longest entry wins, and its words count no more', () => {
  const weights = { gut: 1, 'nicht gut': -1, 'gar nicht gut gemacht': -2 }
  expect(scored('nicht gut', weights)).toBe(-0.5)
  expect(scored('gar nicht gut gemacht', weights)).toBe(-1)
  expect(scored('gar nicht gut', weights)).toBe(-0.5)
  expect(scored('nicht, gut', weights)).toBe(-0.5)
})

test('a beginning stands for its words, and a whole word wins over it', () => {
  expect(scored('freundlichste Leute', { 'freund*': 1 })).toBe(1)
  expect(scored('Freund', { 'freund*': 1, freund: -1 })).toBe(-1)
  expect(scored('Freundschaft', { 'freund*': 1, 'freundsch*': -1 })).toBe(-1)
  expect(scored('sehr freundlich', { 'sehr freund*': 1, sehr: -1 })).toBe(1)
  expect(scored('unfreundlich', { 'freund*': 1 })).toBe(0)
})

test('a weight of 0 counts for nothing and keeps shorter entries from it', () => {
  expect(scored('good morning', { good: 1, 'good morning': 0 })).toBe(0)
  expect(scored('good morning, good hotel', { good: 1, 'good morning': 0 })).toBe(1)
})

test.each([
  ['Chinese', '服务不好，味道很好', { 好: 1, 不好: -1 }, 0],
  ['Chinese beside Latin letters', 'iPhone很好用', { 很好: 1, iphone: 1 }, 1],
  ['Japanese', '対応が最悪でした', { 最悪: -2, 最高: 2 }, -1],
  ['Thai', 'อาหารอร่อยมาก', { อร่อย: 1 }, 1],
  ['Arabic', 'الخدمة مُمتازة', { ممتازة: 1 }, 1],
  ['Hebrew', 'שירות מְעוּלֶה', { מעולה: 1 }, 1],
  ['Russian', 'Очень ПЛОХО', { плохо: -1 }, -1],
  ['Greek', 'ΚΑΛΌ φαγητό', { καλο: 1 }, 1],
  ['Hindi', 'सेवा अच्छी है', { अच्छी: 1 }, 1],
  ['Korean', '서비스 최고', { 최고: 1 }, 1],
  ['Turkish', 'Çok İYİ', { iyi: 1 }, 1],
  ['Vietnamese', 'rất tốt', { tốt: 1 }, 1],
  ['emoji', 'ok😡👍🏽', { '😡': -1, '👍': 1 }, 0],
  ['emoticons', 'thanks :-) ;-)', { ':-)': 1 }, 1],
])('%s', (_, text, weights, expected) => expect(scored(text, weights)).toBe(expected))

test('entries that read the same are one', () => {
  expect(readingOf('  Schön ')).toBe(readingOf('SCHON'))
  expect(readingOf('not good')).toBe(readingOf('not, good'))
  expect(readingOf('deliver*')).not.toBe(readingOf('deliver'))
  expect(readingOf('好')).toBe(readingOf('好'))
})

test('in other units it is the same, and turned around the contrary', () => {
  const weights = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'a b', 'b c', 'a*', '好', '不好', '😡'),
    fc.integer({ min: -5, max: 5 }),
  )
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'ab', '好', '不好', '😡', 'x')).map((words) => words.join(' '))
  fc.assert(
    fc.property(weights, text, fc.integer({ min: 1, max: 9 }), (given, said, unit) => {
      fc.pre(Object.values(given).some((weight) => weight !== 0))
      const times = (by: number) =>
        Object.fromEntries(Object.entries(given).map(([entry, weight]) => [entry, weight * by]))
      const score = scored(said, given)
      expect(Math.abs(score)).toBeLessThanOrEqual(1)
      expectClose(scored(said, times(unit)), score)
      expect(scored(said, times(-1)) + score).toBe(0)
    }),
  )
})
