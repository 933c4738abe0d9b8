import { expect } from 'vitest'

/** A kind of text that makes an expression with two neighbours of one kind try every way to part them, in any length. */
export interface HardText {
  name: string
  text(length: number): string
}

const PARTS = [
  ...[' ', '\u00a0', '\t', '\n', '\r\n', '\u200b', '\u200c', '\u00ad'],
  ...['0', '1', '9,', '1.', '1 ', "1'", '1-', '1/', '1:', '1%', '٣', '３', '1e'],
  ...['.', ',', '-', '\u2014', '_', '*', '?', ':', ': ', '(', ')', '((', '[]', '()', '{', '<', '<a', '[$', '\\'],
  ...['"', '""', '","', "'", "''", '“', '”', '=', '%', '$', '€', '+', '/', '&', '!', 'a!', '#'],
  ...['a', 'A', 'aA', 'a ', 'a,', 'a, ', 'a,b;', 'a > ', 'é', 'e\u0301', '年', '二', '😀', 'a?', 'a_', 'a-', 'a.'],
  ...[
    'jan ',
    'may',
    '1 h ',
    '1h',
    'd',
    'q1 ',
    'of ',
    'and ',
    'to ',
    'mon-',
    'mon ',
    'per ',
    'one ',
    'usd',
    'kr ',
    'A1:',
  ],
  ...['>= 5 ', '>= ', '1 to 5 ', '<= 5 min ', '95% of ', '2026-01-01 '],
]

/** Alone, behind a digit, and before what makes the whole of it another thing. */
export const hardTexts: readonly HardText[] = PARTS.flatMap((part) =>
  ['', 'x', ' n/a'].flatMap((end) =>
    ['', '1'].map((start) => ({
      name: JSON.stringify(`${start}${part}${part}…${end}`),
      text: (length) => start + part.repeat(Math.ceil(length / part.length)).slice(0, length) + end,
    })),
  ),
)

/** What is tried, and how long: high powers show in short texts, in a second rather than in hours, and the square in long ones. */
export interface Trial {
  texts: readonly HardText[]
  lengths: readonly number[]
}

const FULL: Trial = { texts: hardTexts, lengths: [24, 80, 240, 1000, 20_000] }

/** For what takes its time for any text: one of each kind, with beginnings and ends in turn. */
export const BRIEF: Trial = { texts: PARTS.map((_, i) => hardTexts[6 * i + (i % 6)]!), lengths: [240, 20_000] }

/** Milliseconds that linear time hardly takes, and growth is hardly told in. */
const BUDGET = 50
/** Four times the length takes four times as long, and sixteen times where time grows with the square. */
const MOST_GROWTH = 8

/** Fails when the time for a text of any of these kinds grows faster than the text. */
export function expectLinear(read: (text: string) => unknown, { texts, lengths }: Trial = FULL): void {
  for (const length of lengths) {
    for (const { name, text } of texts) {
      const long = text(length)
      if (best(1, () => read(long)) < BUDGET || best(3, () => read(long), BUDGET) < BUDGET) continue
      // The collector works in steps: growth counts where it shows up to here and further on.
      const growth = Math.min(growthTo(length, read, text), growthTo(2 * length, read, text))
      expect(growth, `${name} of ${length} signs`).toBeLessThan(MOST_GROWTH)
    }
  }
}

/** How many times longer than a quarter of it a text takes. */
function growthTo(length: number, read: (text: string) => unknown, text: HardText['text']): number {
  const [long, short] = [text(length), text(length / 4)]
  return best(2, () => read(long)) / best(3, () => read(short))
}

/** The least of several times, or the first that is small enough. */
function best(times: number, act: () => unknown, enough = 0): number {
  let least = Infinity
  for (let i = 0; i < times && least > enough; i++) least = Math.min(least, timeOf(act))
  return least
}

/** Milliseconds that the processor worked, whatever else the machine did meanwhile. */
function timeOf(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
