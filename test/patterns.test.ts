import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { withLatePatterns } from '../patterns.mjs'

const LETTERS = String.raw`/\p{L}+/gu`

/** What a script gives as it is written, and with its patterns made late. */
function both(code: string): unknown[] {
  return [code, withLatePatterns(code)].map((script) => runInNewContext(script) as unknown)
}

test.each<[string, string, unknown]>([
  ['that stands alone', String.raw`const WORD = /^\p{L}+$/iu; WORD.test('Größe') && !WORD.test('a b')`, true],
  [
    'in a function that is called twice',
    String.raw`const is = (text) => /^\p{Lu}/u.test(text); [is('Ä'), is('ä')] + ''`,
    'true,false',
  ],
  ['with marks that a text needs', String.raw`(() => /^"\\\p{L}\/$/u.test('"\\a/'))()`, true],
  [
    'in a replacement of all',
    `const clean = (text) => text.replace(${LETTERS}, '-'); clean('a1b') + clean('a1b')`,
    '-1--1-',
  ],
  [
    'that keeps its place in a loop',
    `const all = (text) => { const found = []; const words = ${LETTERS}; for (let one; (one = words.exec(text)); ) found.push(one[0]); return found }; all('a b') + all('c d')`,
    'a,bc,d',
  ],
  [
    'that would remember its place',
    `const has = (text) => ${LETTERS}.test(text); [has('a'), has('a'), has('a')] + ''`,
    'true,true,true',
  ],
])('a pattern %s gives the same', (_, code, expected) => {
  expect(both(code)).toEqual([expected, expected])
})

test('what is not called makes no pattern, and what is called twice makes one', () => {
  const code = withLatePatterns(String.raw`const is = (text) => /\p{L}/u.test(text); const never = () => /\p{N}/u`)
  let made = 0
  class Counted extends RegExp {
    constructor(pattern: string, flags: string) {
      super(pattern, flags)
      made++
    }
  }
  runInNewContext(`${code}; is('a'); is('b')`, { RegExp: Counted })
  expect(made).toBe(1)
  expect(code).not.toMatch(/\/\\p/)
})

test('a pattern of plain signs stays as it is written', () => {
  const code = String.raw`const is = (text) => /^[a-z]\d$/.test(text)`
  expect(withLatePatterns(code)).toBe(code)
})
