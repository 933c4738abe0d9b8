import { serialOf, UNIX_EPOCH } from '../../statistics/time/calendar.ts'
import { keyed } from './spelling.ts'

/** What people and programs write into a cell for which there is no value. */
export const placeholderWords: ReadonlySet<string> = new Set(
  (
    'na|n.a|n.a.|n/a|n/a.|n\\a|#n/a|n/d|n.d.|none|null|nil|nan|undefined|void|empty|blank|unknown|missing|not set|not provided|' +
    'not available|not applicable|not specified|unspecified|not yet|not answered|no answer|no response|no reply|no data|no value|' +
    'prefer not to say|undisclosed|tbd|tba|tbc|t.b.d.|t.b.a.|t.b.c.|nobody|no one|\\n|k.a.|s.o.|n.v.|n.b.|n.v.t.|nvt|k.a|s/o|s/d|' +
    'keine angabe|ohne angabe|nicht angegeben|unbekannt|nicht verfügbar|non renseigné|inconnu|aucun|aucune|sin datos|no aplica|ninguno|' +
    'desconocido|não informado|não se aplica|nessuno|niet van toepassing|onbekend|不明|なし|無し|无|暂无|нет данных|' +
    'select|please select|select one|choose|please choose'
  ).split('|'),
)
/** The zero of databases, and the first day of a calendar that no spreadsheet has. */
const NO_DAY = /^000[01]-\d\d-\d\d(?:[t ][\d:.z]*)?$/
const DASHES = /^[-\u2010-\u2015\u2212.\u2026?#*_~]+$/
const BRACKETS = /^(?:\((.*)\)|\[(.*)\]|<(.*)>|\{(.*)\}|"(.*)"|-+ *([^- ].*[^- ]) *-+)$/s
/** An id or an amount, such as A1042 or 1042: a placeholder has digits only where it is a day that is none. */
const WITH_DIGITS = /^(?:[1-9]|[a-z].*\d)/is
/** No placeholder is longer: a comment is not looked at any further. */
const LONGEST = 24

/** Whether a text only says that there is no value: n/a, none, (not set), TBD, a dash. */
export function isPlaceholder(text: string): boolean {
  if (text.length > LONGEST || WITH_DIGITS.test(text)) return false
  const written = keyed(text).replace(/^'/, '').toLowerCase()
  const bracketed = BRACKETS.exec(written)
  if (!bracketed) return saysNothing(written)
  const inner = bracketed.slice(1).join('').trim()
  return inner === '' || saysNothing(inner)
}

/** N / A and k. A. are n/a and k.A. */
function saysNothing(written: string): boolean {
  return (
    placeholderWords.has(written) ||
    placeholderWords.has(written.replace(/([./]) /g, '$1').replace(/ (?=\/)/g, '')) ||
    isDashes(written) ||
    NO_DAY.test(written)
  )
}

/** Whether a text is made of dashes, points and other signs that stand for nothing. */
export function isDashes(text: string): boolean {
  return DASHES.test(text)
}

const NOT_YET = new Set(
  (
    'open|still open|not closed|unclosed|unresolved|unsolved|not resolved|not solved|active|still active|pending|ongoing|current|currently|present|' +
    'running|waiting|outstanding|in progress|in transit|on hold|to date|never|new|reopened|not delivered|undelivered|not shipped|not returned|' +
    'not replied|not answered|unanswered|not paid|unpaid|not renewed|still waiting|noch offen|offen|en cours|abierto|pendiente|not churned|not ended|no end date'
  ).split('|'),
)

/** Whether a text says that something has not happened yet, where the date of it belongs. */
export function isNotYet(text: string): boolean {
  return text.length <= LONGEST && (isPlaceholder(text) || NOT_YET.has(keyed(text).toLowerCase()))
}

/** Days that programs write for “never” and “not known”: a date must have a value in many of them. */
export const NO_DAYS: ReadonlySet<number> = new Set([
  serialOf(1753, 1, 1),
  serialOf(1899, 12, 30),
  serialOf(1899, 12, 31),
  serialOf(1900, 1, 1),
  serialOf(1901, 1, 1),
  serialOf(2099, 12, 31),
  serialOf(2100, 1, 1),
  serialOf(2199, 12, 31),
])
/** From here on no day is meant. */
export const FAR = serialOf(2900, 1, 1)
/** Up to here every day but the first of the Unix calendar is a day. */
export const FIRST_FAR = serialOf(2099, 12, 31)

const FIRST_OF_FOUR_DIGITS = serialOf(1000, 1, 1)

/** Whether a date stands for no date: 9999-12-31, 1900-01-01 and their like, and the moment from which computers count. */
export function isNoDate(serial: number): boolean {
  const day = Math.floor(serial)
  return day >= FAR || day < FIRST_OF_FOUR_DIGITS || NO_DAYS.has(day) || serial === UNIX_EPOCH
}
