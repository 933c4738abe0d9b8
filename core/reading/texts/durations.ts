import { keyed, unwrapped } from './spelling.ts'

/** What a text says where a length of time belongs, in hours. */
export type DurationReading =
  | { kind: 'hours'; hours: number }
  /** 12:34, which is hours and minutes to some and minutes and seconds to others. */
  | { kind: 'either'; asHours: number; asMinutes: number }
  | { kind: 'none' }

const NONE = { kind: 'none' } as const
const LONGEST = 60

/** Hours in one of each unit. */
const UNITS: readonly (readonly [names: RegExp, hours: number])[] = [
  [/^w(?:ks?|eeks?)?$|^wochen?$|^semaines?$|^semanas?$/, 168],
  [/^d(?:ays?)?$|^tage?n?$|^jours?$|^d[ií]as?$|^giorn[oi]$/, 24],
  [/^h(?:rs?|ours?)?$|^std$|^stunden?$|^heures?$|^horas?$|^or[ae]$/, 1],
  [/^m(?:ins?|inutes?)?$|^minuten?$|^minutos?$|^minut[oi]$/, 1 / 60],
  [/^s(?:ecs?|econds?)?$|^sekunden?$|^secondes?$|^segundos?$|^second[oi]$/, 1 / 3600],
  [/^ms(?:ecs?)?$|^milliseconds?$/, 1 / 3.6e6],
]

/** The length of time in a text: "1 h 23 m", "99:30:00", "90 min", "2 days 3 hours", "PT1H30M", "1 day, 2:03:04". */
export function readDuration(text: string): DurationReading {
  if (text.length > LONGEST) return NONE
  const written = unwrapped(keyed(text)).toLowerCase()
  const clock =
    /^(?:(\d+)(?:\.| ?d(?:ays?)?,? ?))?(\d+):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(?: ?h(?:rs?|ours?)?)?$/.exec(
      written,
    )
  if (clock) return clockReading(clock)
  const iso = /^p(?:([\d.]+)w)?(?:([\d.]+)d)?(?:t(?:([\d.]+)h)?(?:([\d.]+)m)?(?:([\d.]+)s)?)?$/.exec(written)
  if (iso && /\d/.test(written)) return total(iso.slice(1).map((part, i) => [Number(part ?? 0), UNITS[i]![1]]))
  return unitsReading(written)
}

function clockReading([, days, first, second, third, fraction]: RegExpExecArray): DurationReading {
  const [a, b] = [Number(first), Number(second)]
  if (third !== undefined)
    return hours(24 * Number(days ?? 0) + a + b / 60 + Number(`${third}.${fraction ?? 0}`) / 3600)
  if (days !== undefined) return hours(24 * Number(days) + a + b / 60)
  return { kind: 'either', asHours: a + b / 60, asMinutes: (a + b / 60) / 60 }
}

/** Numbers, each with its unit, from the longest unit to the shortest. */
function unitsReading(written: string): DurationReading {
  const part = /(\d+(?:[.,]\d+)?) ?(\p{L}+)\.?(?:,? ?(?:and |und |et |y )?|$)/uy
  const parts: [number, number][] = []
  while (part.lastIndex < written.length) {
    const match = part.exec(written)
    const unit = match && UNITS.find(([names]) => names.test(match[2]!))
    // 1,234 min may be a thousand of them.
    const isDoubtful = match !== null && /^[1-9]\d{0,2}[.,]\d{3}$/.test(match[1]!)
    if (!unit || isDoubtful || (parts.length > 0 && unit[1] >= parts[parts.length - 1]![1])) return NONE
    parts.push([Number(match[1]!.replace(',', '.')), unit[1]])
  }
  return parts.length > 0 ? total(parts) : NONE
}

function total(parts: readonly (readonly [count: number, size: number])[]): DurationReading {
  return hours(parts.reduce((sum, [count, size]) => sum + count * size, 0))
}

function hours(value: number): DurationReading {
  return Number.isFinite(value) ? { kind: 'hours', hours: value } : NONE
}
