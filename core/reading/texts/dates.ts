import { civil, isoSerial, serialOf, twoDigits } from '../../statistics/time/calendar.ts'
import { keyed, unwrapped } from './spelling.ts'

/** Which of the first two numbers of 01/02/2024 is the day; and where a year has two digits, whether it stands first. */
export type DateOrder = 'day first' | 'month first' | 'year first'

/** What a text says where a date belongs. */
export type DateReading =
  | {
      kind: 'date'
      serial: number
      /** The order that the text shows, as 13/02/2024 does. */
      order?: DateOrder
      /** How far the clock that the text states is ahead of UTC, in minutes, where it says so. */
      offset?: number
    }
  /** 01/02/2024, 13-02-24: what it is in each order, NaN where there is no such day. */
  | ({ kind: 'either'; offset?: number } & Orders)
  | { kind: 'none' }

interface Orders {
  dayFirst: number
  monthFirst: number
  yearFirst: number
}

const NONE = { kind: 'none' } as const
/** No date is longer, with its time and the name of its zone. */
const LONGEST = 80
/** A1042, inv-1042, ann12@example.com: what begins with a letter is a date only with two numbers, or with spaces between its parts. */
const CODE = /^[a-z][!-/:-~]*\d+[!-/:-~]*$/i

/**
 * What a text says where a date belongs: 2024-03-01, 1 March 2024, 15/Jan/24 10:30 AM, 01.03.2024, 2024-03-01T10:00:00Z.
 * An instant is read at the clock on the wall that it states itself.
 */
export function readDate(text: string): DateReading {
  const iso = readIso(text)
  if (iso !== null) return { kind: 'date', ...iso }
  if (text.length > LONGEST || !/\p{Nd}/u.test(text) || CODE.test(text)) return NONE
  const written = unwrapped(keyed(text))
    .toLowerCase()
    .replace(/(\d) ?uhr$/, '$1')
  const clock = clockOf(written)
  if (clock === null) return NONE
  const day = dayOf(clock.day) ?? dayOf(withoutWeekday(clock.day))
  if (day === null) return NONE
  const offset = clock.offset === undefined ? {} : { offset: clock.offset }
  if ('serial' in day)
    return { kind: 'date', serial: day.serial + clock.time, ...(day.order && { order: day.order }), ...offset }
  const { dayFirst, monthFirst, yearFirst } = day
  const { time } = clock
  return {
    kind: 'either',
    dayFirst: dayFirst + time,
    monthFirst: monthFirst + time,
    yearFirst: yearFirst + time,
    ...offset,
  }
}

/**
 * What ISO text says, also with the zone of its time: 2024-03-01, 2024-03-01 10:20, 2024-03-01T10:20:30.5Z,
 * 2024-03-01T10:20+02:00; null for any other text. Programs write it, a million rows at a time.
 */
export function readIso(text: string): { serial: number; offset?: number } | null {
  const written = text.trim()
  const length = written.length
  const offset = length < 17 ? NaN : isoOffset(written)
  if (Number.isNaN(offset)) {
    const serial = isoSerial(written, length)
    return Number.isNaN(serial) ? null : { serial }
  }
  const end = written.endsWith('Z') ? length - 1 : length - 6
  // With a zone, a year has four digits that count, and a second nine at most.
  const serial = end < 16 || end > 29 || written[0] === '0' ? NaN : isoSerial(written, end)
  return Number.isNaN(serial) ? null : { serial, offset }
}

/** How far the zone at the end of a text is ahead of UTC, in minutes; NaN unless one is written as Z or +02:00. */
function isoOffset(text: string): number {
  if (text.endsWith('Z')) return 0
  const at = text.length - 6
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : NaN
  const hours = twoDigits(text, at + 1)
  const minutes = twoDigits(text, at + 4)
  return text[at + 3] === ':' && hours <= 14 && minutes <= 59 ? sign * (60 * hours + minutes) : NaN
}

/** The first day of a month that stands without a day: 2026-01, 01/2026, Jan 2026. NaN for any other text. */
export function firstOfMonth(text: string): number {
  const written = unwrapped(keyed(text))
  const first = written
    .replace(/^(\d{1,2})[-/.](\d{4})$/, '$2-$1')
    .replace(/^(\d{4})[-/.](\d{1,2})$/, '$1-$2-01')
    .replace(/^(?=\p{L}+\.?,?[ /-]?\d{4}$)/u, '1 ')
  const reading = first === written ? NONE : readDate(first)
  return reading.kind === 'date' ? reading.serial : NaN
}

/** How far the clock of a text is ahead of UTC, in minutes, where it says so. */
export function zoneIn(text: string): number | undefined {
  if (!/z$|[+-]\d|utc|gmt/i.test(text)) return undefined
  const reading = readDate(text)
  return reading.kind === 'none' ? undefined : reading.offset
}

/** 120 as +02:00 */
export function zoneText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (part: number) => String(part).padStart(2, '0')
  return minutes === 0 ? 'UTC' : `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

/** Whether a text may be meant as a date, in whatever way it is written: it is no title then, but has to be mended. */
export function mayBeDate(text: string): boolean {
  const written = text.slice(0, 2 * LONGEST)
  return /^\W*\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\d/i.test(written) || isDateText(text)
}

/** Whether people read the whole text as a date, in whatever order. */
export function isDateText(text: string): boolean {
  return readDate(text).kind !== 'none'
}

/** The order that a column shows; both where its texts do not agree, undefined where none shows one. */
export function dateOrderOf(texts: Iterable<string>): DateOrder | 'both' | undefined {
  let found: DateOrder | undefined
  for (const text of texts) {
    const reading = readDate(text)
    if (reading.kind !== 'date' || reading.order === undefined) continue
    if (found !== undefined && found !== reading.order) return 'both'
    found = reading.order
  }
  return found
}

/** Whether a text shows by a day above 12 which of its numbers is the day, as 13/02/2024 does. */
export function hasLateDay(text: string): boolean {
  const reading = readDate(text)
  return reading.kind === 'date' && reading.order !== undefined && civil(reading.serial).day > 12
}

/** The serial of a text by the order of its column; NaN where it is no date without doubt. */
export function dateBy(reading: DateReading, order: DateOrder | 'both' | undefined): number {
  if (reading.kind === 'date') return reading.serial
  if (reading.kind === 'none' || order === undefined || order === 'both') return NaN
  return order === 'day first' ? reading.dayFirst : order === 'month first' ? reading.monthFirst : reading.yearFirst
}

/** The days that a text in doubt may be. */
export function daysIn({ dayFirst, monthFirst, yearFirst }: Orders): number[] {
  return [...new Set([dayFirst, monthFirst, yearFirst])].filter((serial) => !Number.isNaN(serial))
}

const TIME =
  /(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?!:)(?: ?([ap])\.? ?m\.?(?!\p{L}))?|(?:^|[^\p{L}\p{N}])(\d{1,2}) ?([ap])\.?m\.?(?!\p{L})/u
/** Days of the week in the languages whose months are known. Those that are other words too need a mark behind them. */
const WEEKDAYS = new Set(
  (
    'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday ' +
    'montag mo dienstag di mittwoch mi donnerstag freitag samstag sonntag sonnabend ' +
    'lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim ' +
    'lunes martes miércoles mié jueves jue viernes vie sábado sáb domingo dom lunedì martedì mercoledì giovedì gio venerdì sabato sab domenica ' +
    'segunda-feira segunda seg terça-feira terça ter quarta-feira quarta qua quinta-feira quinta qui sexta-feira sexta sex ' +
    'maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo ' +
    'mandag tirsdag onsdag torsdag fredag lørdag lør søndag søn måndag mån tisdag tis ons tors tor lördag lör söndag sön fre ' +
    'poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz ' +
    'pondělí úterý út středa st čtvrtek čt pátek pá neděle понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс 月 火 水 木 金 土 日 월 화 수 목 금 토 일'
  ).split(' '),
)
const BEHIND = / ?\((\p{L}{1,9})\)$/u
const SHORT_WEEKDAYS = new Set('do so fr sa to po la ne su ti ke pe'.split(' '))

function withoutWeekday(text: string): string {
  const [all, word, mark] = /^(\p{L}+(?:-\p{L}+)?)(\.?,?) (?=\p{N}|\p{L})/u.exec(text) ?? ['', '', '']
  const isKnown = WEEKDAYS.has(word!) || (mark !== '' && SHORT_WEEKDAYS.has(word!))
  return (isKnown ? text.slice(all!.length) : text).replace(BEHIND, (all, word) => (WEEKDAYS.has(word) ? '' : all))
}

/** The parts of a text with a time of day: the share of the day that has gone by, and what is left for the day. */
function clockOf(written: string): { day: string; time: number; offset?: number } | null {
  const compact = /^(\d{8})t?(\d\d)(\d\d)(\d\d)?(?=z|[+-]|$)/.exec(written)
  const match = compact ? null : TIME.exec(written)
  if (!match && !compact) return { day: written, time: 0 }
  const [end, before] = compact
    ? [compact[0].length, compact[1]!]
    : [match!.index + match![0].length, written.slice(0, match!.index + match![0].search(/\d/))]
  const time = compact
    ? timeOf(compact[2]!, compact[3]!, compact[4] ?? '0', '', '')
    : timeOf(match![1] ?? match![6]!, match![2] ?? '0', match![3] ?? '0', match![4] ?? '', match![5] ?? match![7] ?? '')
  // A time that is glued to other letters or digits is none.
  if (Number.isNaN(time) || /[^\s,t(\d]$/.test(before.replace(AT, '')) || (!compact && /\d$/.test(before))) {
    return null
  }
  const zone = zoneOf(written.slice(end))
  if (zone === null) return null
  const head = before
    .replace(AT, '')
    .replace(/(?:,? |,|t)$/, '')
    .trim()
  // Sun Mar 3 10:00:00 2024 has its year behind the time.
  const day = `${head} ${zone.rest}`.trim()
  return { day, time, ...(zone.offset !== undefined && { offset: zone.offset }) }
}

/** Words between a date and its time. */
const AT = /(?:^|,? )(?:at|um|à|a las|alle|alle ore|às|om|kl\.|la|v|в|-) ?$/

function timeOf(hours: string, minutes: string, seconds: string, fraction: string, half: string): number {
  const [h, m, s] = [Number(hours), Number(minutes), Number(`${seconds}.${fraction || 0}`)]
  if (m > 59 || s >= 60 || h > 23 || (half !== '' && h > 12)) return NaN
  const hour = half === '' ? h : (h % 12) + (half === 'p' ? 12 : 0)
  return (hour * 3600 + m * 60 + s) / 86400
}

const OFFSET = /^ ?(?:(?:utc|gmt) ?)?([+-]) ?(\d{1,2})(?::?(\d\d))?(?![\d:])/
const ZONE = /^ ?(z|utc|gmt|[a-z]{2,5}t|mez|mesz|msk|wib|[a-z]+\/[a-z_/+-]+\d*)(?![a-z\d])/

/** What follows a time: the zone that it states, and whatever else stands there; null where that is no zone. */
function zoneOf(behind: string): { offset?: number; rest: string } | null {
  const match = OFFSET.exec(behind)
  const named = match ? null : ZONE.exec(behind)
  const length = (match ?? named)?.[0].length ?? 0
  // The name of the zone beside it: +0100 (CET), [Europe/Paris].
  const rest = behind
    .slice(length)
    .replace(/^ ?(?:\([^()]*\)|\[[^[\]]*\])/, '')
    .trim()
  if (rest !== '' && !/^(?:\d{4}$|[\s,(-]*\d{1,2}[ ./-])/.test(rest)) return null
  if (match) {
    const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)]
    if (hours > 14 || minutes > 59) return null
    return { offset: (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes), rest }
  }
  const isUtc = named !== null && /^(?:z|utc|gmt)$/.test(named[1]!)
  return { ...(isUtc && { offset: 0 }), rest: rest.replace(/^[\s,-]+/, '') }
}

type Day = { serial: number; order?: DateOrder } | Orders | null

const YEAR_FIRST =
  /^(\d{4})(?:([-/.]) ?(\d{1,2})\2 ?(\d{1,2})\.?|(\d\d)(\d\d)|[\u5e74\ub144] ?(\d{1,2})[\u6708\uc6d4] ?(\d{1,2})[\u65e5\uc77c])$/
const YEAR_LAST = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|'?\d\d)(\.?)$/
const DAY_MONTH =
  /^(\d{1,2})(?:st|nd|rd|th|er|\u00ba)?[.,]?[ /-]{0,2}(?:(?:of|de) )?(\p{L}+)\.?[,./-]? ?(?:(?:of|de|del) )?('?\d\d|\d{4}|\d{4}\.|\d{4} [гр]\.?)$/u
const MONTH_DAY = /^(\p{L}+)\.?[ /-]?(\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ /-])('?\d\d|\d{4})$/u
const YEAR_MONTH = /^(\d{4})[ ./-]{1,2}(\p{L}+)\.?[ /-]{1,2}(\d{1,2})\.?$/u

function dayOf(text: string): Day {
  const first = YEAR_FIRST.exec(text)
  if (first) return named(first[1]!, first[3] ?? first[5] ?? first[7]!, first[4] ?? first[6] ?? first[8]!)
  const last = YEAR_LAST.exec(text)
  if (last) return numeric(last[1]!, last[3]!, last[4]!, last[2] === '.', last[5] !== '')
  const dayMonth = DAY_MONTH.exec(text)
  if (dayMonth) return named(/\d+/.exec(dayMonth[3]!)![0], monthOf(dayMonth[2]!), dayMonth[1]!)
  const monthDay = MONTH_DAY.exec(text)
  if (monthDay) return named(monthDay[3]!, monthOf(monthDay[1]!), monthDay[2]!)
  const yearMonth = YEAR_MONTH.exec(text)
  return yearMonth ? named(yearMonth[1]!, monthOf(yearMonth[2]!), yearMonth[3]!) : null
}

function named(year: string, month: string | number, day: string): Day {
  const serial = serialIn(yearOf(year), Number(month), Number(day))
  return Number.isNaN(serial) ? null : { serial }
}

/**
 * Strokes and dashes part the numbers of a date in any order; points part the day from the month behind it. A year of two
 * digits may also stand first: 24-01-05, and with points where one ends the date, 24. 01. 05.
 */
function numeric(one: string, two: string, three: string, hasPoints: boolean, endsInPoint: boolean): Day {
  const mayBeYear = /^\d\d?$/.test(three) && /^\d\d$/.test(one)
  const orders: readonly [DateOrder, number][] = [
    ['day first', serialIn(yearOf(three), Number(two), Number(one))],
    ['month first', hasPoints ? NaN : serialIn(yearOf(three), Number(one), Number(two))],
    ['year first', mayBeYear && (!hasPoints || endsInPoint) ? serialIn(yearOf(one), Number(two), Number(three)) : NaN],
  ]
  const found = orders.filter(([, serial]) => !Number.isNaN(serial))
  const [first] = found
  if (!first) return null
  if (found.length === 1) return { serial: first[1], order: first[0] }
  if (found.every(([, serial]) => serial === first[1])) return { serial: first[1] }
  return { dayFirst: orders[0]![1], monthFirst: orders[1]![1], yearFirst: orders[2]![1] }
}

/** A year of two digits is one that both spreadsheets and people take it for; in between, programs do not agree. */
function yearOf(written: string): number {
  const digits = written.replace("'", '')
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 30 ? 2000 + year : year >= 50 ? 1900 + year : NaN
}

function serialIn(year: number, month: number, day: number): number {
  if (!(year >= 1000) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= 31)) return NaN
  const serial = serialOf(year, month, day)
  return civil(serial).day === day ? serial : NaN
}

/** How months begin in English, German, French, Spanish, Italian, Portuguese, Dutch and the Nordic languages. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'janvier', 'enero', 'gennaio', 'janeiro', 'januari'],
  ['february', 'februar', 'fevrier', 'febrero', 'febbraio', 'fevereiro', 'februari'],
  ['march', 'marz', 'mars', 'marzo', 'marco', 'maart', 'mrt', 'marts', 'maerz', 'mrz'],
  ['april', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'maio', 'mei', 'maj'],
  ['june', 'juni', 'juin', 'junio', 'giugno', 'junho'],
  ['july', 'juli', 'juillet', 'julio', 'luglio', 'julho'],
  ['august', 'aout', 'agosto', 'augustus', 'augusti'],
  ['september', 'septembre', 'septiembre', 'settembre', 'setembro', 'sept'],
  ['october', 'oktober', 'octobre', 'octubre', 'ottobre', 'outubro'],
  ['november', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dicembre', 'dezembro', 'desember'],
]

/**
 * Months, whole and as they are shortened, of further languages of Europe. What is October in Croatia and November in Poland
 * stands in both.
 */
const FURTHER_MONTHS: readonly (readonly string[])[] = [
  'ian ianuarie janner led leden ledna oca ocak sij sijecanj sijecnja sty styczen stycznia tammi tammikuuta ιαν ιανουαριου січ січня янв январь января',
  'feber februara februarie helmi helmikuuta lut lutego luty sub subat unor unora veljace φεβ φεβρουαριου лют лютого фев февр февраль февраля',
  'brezen brezna maalis maaliskuuta marca marcius martie marzec ozujka μαρ μαρτιου бер березня мар март марта',
  'aprilie aprila dub duben dubna huhti huhtikuuta kwi kwietnia kwiecien nis nisan travnja απρ απριλιου апр апрель апреля квіт квітня',
  'kve kveten kvetna maja majus mayıs svi svibnja touko toukokuuta μαι μαιου май мая трав травня',
  'cerven cervna cvn cze czerwca czerwiec haz haziran iun iunie juna junius kesa kesakuuta lip lipnja ιουν ιουνιου июн июнь июня черв червня',
  'cervence cervenec cvc heina heinakuuta iul iulie jula julius lip lipca lipiec srp srpnja tem temmuz ιουλ ιουλιου июл июль июля лип липня',
  'agu agustos augusta augusztus avg avgusta elo elokuuta kolovoza sie sierpien sierpnia srp srpen srpna αυγ αυγουστου авг август августа серп серпня',
  'eyl eylul ruj rujna septembra septembrie syys syyskuuta szept szeptember wrz wrzesien wrzesnia zar zari σεπ σεπτεμβριου вер вересня сен сент сентябрь сентября',
  'eki ekim lis listopada loka lokakuuta octombrie oktobra paz pazdziernik pazdziernika rij rijen rijna οκτ οκτωβριου жовт жовтня окт октябрь октября',
  'kas kasım lis listopad listopada listopadu marras marraskuuta noiembrie novembra stu studenoga νοε νοεμβριου лист листопада ноя нояб ноябрь ноября',
  'ara aralık decembra decembrie gru grudnia grudzien joulu joulukuuta pro prosinca prosince prosinec δεκ δεκεμβριου груд грудня дек декабрь декабря',
].map((names) => names.split(' '))

/** 1 for jan, January, Jänner, stycznia; 0 for what is no month, or the beginning of more than one. */
function monthOf(word: string): number {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '')
  if (plain.length < 3) return 0
  const others = FURTHER_MONTHS.flatMap((names, i) => (names.includes(plain) ? [i + 1] : []))
  if (others.length > 0) return others.length === 1 ? others[0]! : 0
  const found = MONTHS.flatMap((names, i) => (names.some((name) => name.startsWith(plain)) ? [i + 1] : []))
  return found.length === 1 ? found[0]! : 0
}
