import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { excelFunctions } from './bundles.ts'
import { thousands, type Line } from './lines.ts'
import { columnOf, randomFrom } from './measure.ts'

const ROWS = 1_000_000
/** Bytes a row that a function may need beside its cells. */
const MOST = 100

const random = randomFrom(5)
const column = (cell: () => unknown) => columnOf(ROWS, cell)
const ids = () => column(() => `C${Math.floor((random() * ROWS) / 10)}`)
const days = () => column(() => 45000 + Math.floor(random() * 700))
const whole = (from: number, count: number) => () => from + Math.floor(random() * count)
const oneOf =
  <T>(...cells: T[]) =>
  () =>
    cells[Math.floor(random() * cells.length)]

/** The functions that keep most of what they read, with cells that make them keep it. */
const calls: Readonly<Record<string, () => unknown[]>> = {
  RFM: () => [ids(), days(), column(() => Math.round(random() * 1e4) / 100)],
  COHORT_RETENTION: () => [ids(), days()],
  MRR_MOVEMENTS: () => [ids(), days(), column(whole(0, 200))],
  DRIVER_IMPACT: () => [
    column(whole(0, 11)),
    Array.from({ length: ROWS }, () => Array.from({ length: 5 }, whole(1, 5))),
  ],
  METRIC_BY: () => ['NPS', column(() => `Segment ${whole(0, 200)()}`), [column(whole(0, 11))]],
  SURVIVAL_COMPARE: () => [column(whole(0, 1000)), column(oneOf('yes', 'no')), column(oneOf('a', 'b', 'c'))],
  PRICE_METER: () => [1000, 1600, 2200, 2800].map((cents) => column(() => whole(cents, 500)() / 100)),
  THEME_COUNT: () => [
    // Joined, as texts that are added up are copied when they are first read, which is none of the function's memory.
    column(() => [oneOf('late delivery', 'great price', 'the box was broken')(), whole(0, 97)()].join(' ')),
    [
      ['delivery', 'late, deliver*'],
      ['price', 'price'],
    ],
  ],
}

/** How much memory a function takes above its cells at the most; each in a process of its own, whose peak it is. */
export const memory: Readonly<Record<string, () => Line[]>> = Object.fromEntries(
  Object.keys(calls).map((name) => [`memory of ${name}`, () => [peakOf(name)]]),
)

function peakOf(name: string): Line {
  const call = excelFunctions()[name]!
  const cells = calls[name]!()
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  const before = process.memoryUsage.rss()
  call(...cells)
  const bytes = Math.round((1024 * process.resourceUsage().maxRSS - before) / ROWS)
  const line = {
    what: `${name}, ${thousands(ROWS)} rows, memory at its peak`,
    ours: `${bytes} bytes a row`,
    other: `${MOST} bytes a row`,
    ratio: (bytes / MOST).toFixed(2),
    goal: 'at most 1',
  }
  return bytes <= MOST ? line : { ...line, missed: `${line.what}: ${bytes} bytes a row, the goal is ${MOST}` }
}
