import { CellError, isBlank } from '../../cell.ts'
import { datedText, isDated } from '../../reading/cells.ts'
import { readDuration } from '../../reading/texts/durations.ts'
import { FIRST_SERIAL } from '../../statistics/time/calendar.ts'
import type { Arg, Limits } from '../argument.ts'
import { boundsOf, within } from './limits.ts'
import { absent, described, numberOf, rawOf, single } from './singles.ts'

/** Three seconds: whatever is shorter is the share of a day that a time cell such as 0:04:30 holds. */
const SHORTEST = 0.05
const MINUTES_OF_DAY = 1440

/** A single length of time in minutes: a number, a time or duration cell, or text such as "4 min 30 s" or "0:04:30". */
export function minutes(name: string, help: string, limits: Limits = {}): Arg<number> {
  return {
    name,
    help,
    shape: 'cell',
    optional: false,
    limits,
    read(raw, reading) {
      const { decode } = reading
      const cell = single(name, raw, decode)
      if (isBlank(cell)) return absent<number>(name, raw, undefined)
      const checked = (value: number) => within(value, boundsOf(limits, reading), name, 'is')
      if (typeof cell === 'number' && isDated(rawOf(raw), decode)) {
        if (cell < FIRST_SERIAL) return checked(rounded(MINUTES_OF_DAY * cell))
        throw new CellError('#VALUE!', `${name} is ${datedText(cell)}, not a length of time`)
      }
      const written = typeof cell === 'string' ? readDuration(cell) : { kind: 'none' as const }
      if (written.kind === 'hours') return checked(rounded(60 * written.hours))
      if (written.kind === 'either') {
        const both = `${rounded(60 * written.asMinutes)} or ${rounded(60 * written.asHours)} minutes`
        throw new CellError(
          '#VALUE!',
          `${name} is ${described(cell)}, which may be ${both}: write the one that is meant`,
        )
      }
      const value = checked(numberOf(name, cell, raw, decode))
      if (value > 0 && value < SHORTEST) throw new CellError('#VALUE!', `${name} is ${value}, ${shareOfDay(value)}`)
      return value
    },
  }
}

/** What to do about a time cell that comes as a number: 0.003125 is 0:04:30. */
function shareOfDay(value: number): string {
  const seconds = Math.max(1, Math.round(86400 * value))
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600]
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = `${hours}:${two(Math.floor(rest / 60))}:${two(rest % 60)}`
  const meant = Number((seconds / 60).toPrecision(4))
  return `under 3 seconds; a time cell such as ${clock} counts days: write minutes, ${meant}`
}

/** 4.5 for a time that is so but for the last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
