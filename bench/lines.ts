import { shortest, type Times, type Turns } from './measure.ts'

/** A line of the table, and what is to be said where its goal is missed. */
export interface Line {
  what: string
  ours: string
  other: string
  ratio: string
  goal: string
  missed?: string
}

/** Ours beside the other, and at most how many times as long it may take. */
export function compared(what: string, turns: Turns, name: string, most?: number): Line {
  const ratio = shortest(turns.ours) / shortest(turns.other)
  const ratios = turns.ours.map((time, i) => time / turns.other[i]!)
  return {
    what,
    ours: spread(turns.ours, milliseconds),
    other: `${name}: ${spread(turns.other, milliseconds)}`,
    ratio: `${ratio.toFixed(2)}${middle(ratios, (one) => one.toFixed(2))}`,
    ...goalOf(what, ratio, most, `times ${name}`),
  }
}

export function inYardsticks(what: string, turns: Turns, most?: number): Line {
  return compared(what, turns, 'the yardstick', most)
}

/** How the time grows from the first size to the last, as a power of the size: not above n log n, or as whatever passes over so many rows does. */
export function growth(what: string, sizes: readonly number[], turns: readonly Turns[], name: string): Line {
  const last = sizes.length - 1
  const times = Math.log(sizes[last]! / sizes[0]!)
  const exponent = (side: keyof Turns) => Math.log(shortest(turns[last]![side]) / shortest(turns[0]![side])) / times
  const [ours, other] = [exponent('ours'), exponent('other')]
  const most = Math.max(LINEAR, other)
  const goal = `at most n^${LINEAR}, or as ${name}`
  const line = { what: `growth of ${what}`, ours: power(ours), other: `${name}: ${power(other)}`, ratio: '', goal }
  return ours <= most ? line : { ...line, missed: `growth of ${what}: ${power(ours)}, the goal is ${goal}` }
}

/** As n log n grows from ten thousand to a million. */
const LINEAR = 1.1
const power = (exponent: number) => `n^${exponent.toFixed(2)}`

function goalOf(what: string, found: number, most: number | undefined, of: string): Pick<Line, 'goal' | 'missed'> {
  if (most === undefined) return { goal: '' }
  const goal = `at most ${most}`
  return found <= most ? { goal } : { goal, missed: `${what}: ${found.toFixed(2)} ${of}, the goal is ${goal}` }
}

/** The shortest time, and between which limits the middle half of all runs lies. */
function spread(times: Times, told: (time: number) => string): string {
  return `${told(shortest(times))}${middle(times, told)}`
}

function middle(values: readonly number[], told: (value: number) => string): string {
  if (values.length < 3) return ''
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => told(sorted[Math.round(share * (sorted.length - 1))]!)
  return ` (${at(0.25)} to ${at(0.75)})`
}

export const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`
export const thousands = (value: number) => value.toLocaleString('en-US')

/** The table in Markdown. */
export function table(lines: readonly Line[]): string {
  return [
    '| what | ours | compared with | ratio | goal |',
    '| --- | --- | --- | --- | --- |',
    ...lines.map(({ what, ours, other, ratio, goal }) => `| ${what} | ${ours} | ${other} | ${ratio} | ${goal} |`),
  ].join('\n')
}
