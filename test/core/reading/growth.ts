import { expect } from 'vitest'

/** Texts of a length that make expressions with two neighbours of one kind try every way to part them. */
export function hardTexts(length: number): string[] {
  const parts = [
    ' ',
    '\u00a0',
    '\t',
    '\n',
    '\u200b',
    '\u200c',
    '\u00ad',
    '0',
    '1',
    '1,',
    '1.',
    '1 ',
    "1'",
    '.',
    ',',
    '-',
    '\u2014',
    '_',
    '*',
    '?',
    ':',
    ': ',
    '(',
    ')',
    '((',
    '[]',
    '()',
    '{',
    '<',
    '"',
    "'",
    '=',
    '%',
    '$',
    '€',
    '+',
    '/',
    'a',
    'A',
    'aA',
    'a ',
    'é',
    'e\u0301',
    'jan ',
    'may',
    '1:',
    '1:1:',
    '1 h ',
    '1h',
    'd',
    'q1 ',
    'of ',
    'and ',
    'to ',
    'mon-',
    'mon ',
    '٣',
    '３',
    '年',
    '😀',
    'a?',
    'a_',
    'per ',
    'one ',
    'usd',
    'kr ',
  ]
  return parts.flatMap((part) => {
    const run = part.repeat(Math.ceil(length / part.length)).slice(0, length)
    return ['', 'x', ' n/a'].flatMap((end) => [run + end, `1${run}${end}`])
  })
}

/** Quadratic time takes seconds for the longer ones, cubic time does so for the shorter ones; linear time a millisecond. */
const [short, long] = [hardTexts(1000), hardTexts(40_000)]
const BUDGET = 60

/** Fails when a text of a kind takes much longer than its length accounts for. */
export function expectLinear(read: (text: string) => unknown): void {
  for (const texts of [short, long]) {
    for (const text of texts) {
      // The collector may have been at work: the best of three counts.
      const isQuick = [1, 2, 3].some(() => timeOf(() => read(text)) < BUDGET)
      expect(isQuick, `${JSON.stringify(text.slice(0, 12))}… ending in ${JSON.stringify(text.slice(-6))}`).toBe(true)
    }
  }
}

/** Milliseconds that the processor worked, whatever else the machine did meanwhile. */
function timeOf(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
