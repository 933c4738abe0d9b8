import { currencyAround, currencyName, hasDecimalPoint, isCurrency, type Currency } from './currencies.ts'
import { isDashes } from './placeholders.ts'
import { keyed, unwrapped } from './spelling.ts'

/** The mark before the decimals. */
export type DecimalMark = '.' | ','

/** What a text says where a number belongs. */
export type NumberReading =
  /** A number without doubt. `mark` is the decimal mark that it shows, where it shows one. */
  | { kind: 'number'; value: number; percent: boolean; mark: DecimalMark | undefined; currency?: string }
  /** 1.234 or 1,234, in which the mark may part thousands or decimals: what it is with either as the decimal mark. */
  | {
      kind: 'either'
      point: number
      comma: number
      percent: boolean
      usual: DecimalMark | undefined
      currency?: string
    }
  /** Something that may be meant as a value and is none without doubt: it holds a digit, a star, a number in words. */
  | { kind: 'unclear' }
  /** Nothing that can be meant as a value. */
  | { kind: 'word' }

const UNCLEAR = { kind: 'unclear' } as const
const WORD = { kind: 'word' } as const

/** What a text says where a number belongs: "9", "80%", "$ 1,234.50", "(40)", "−1 234,5", "n/a". Time grows with its length. */
export function readNumber(text: string): NumberReading {
  const written = unwrapped(keyed(text))
  const start = written.search(/\d/)
  if (start < 0) return withoutDigits(text, written)
  if (written.length > LONGEST || /[^\P{N}\d]/u.test(written)) return UNCLEAR
  // A mark right before the digits is theirs: .5
  const from =
    /[.,\u066b]/.test(written[start - 1] ?? '') && !/\p{L}/u.test(written[start - 2] ?? '') ? start - 1 : start
  const digits = /^[.,\u066b]?\d(?:[\d.,' \u066b\u066c]*\d)?/.exec(written.slice(from))![0]
  const frame = frameOf(written.slice(0, from), written.slice(from + digits.length))
  return frame === null ? UNCLEAR : amountOf(digits, frame)
}

/** No number is longer, with its currency. */
const LONGEST = 60

function withoutDigits(text: string, written: string): NumberReading {
  if (/\p{N}/u.test(text)) return UNCLEAR
  if (!/\p{L}/u.test(written)) return isDashes(written) ? WORD : UNCLEAR
  if (written.length > LONGEST) return WORD
  // R$ - is how spreadsheets show that an amount is zero.
  const isAmount = /-/.test(written) && isCurrency(written.replace(/-/g, ''))
  return isAmount || isNumberInWords(written.toLowerCase()) ? UNCLEAR : WORD
}

/** English, German, French, Spanish, and the digits of China and Japan. */
const NUMBER_WORDS = new Set(
  (
    'zero nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion half dozen ' +
    'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend ' +
    'un deux trois quatre cinq sept huit neuf dix onze douze vingt cent mille ' +
    'cero uno dos tres cuatro cinco seis siete ocho nueve diez cien ciento mil'
  ).split(' '),
)
const HAN_DIGITS = /^[-+.,%() ]*[零〇一二三四五六七八九十百千万萬亿億两兩点點.,]+[%) ]*$/

function isNumberInWords(text: string): boolean {
  const words = text.split(/[ -]+/).filter((word) => word !== '' && word !== 'and' && word !== 'minus')
  // "null" is German for zero and a placeholder everywhere.
  if (text === 'null') return false
  return HAN_DIGITS.test(text) || (words.length > 0 && words.every((word) => NUMBER_WORDS.has(word)))
}

/** What stands around the digits, where all of it is known. */
interface Frame {
  negative: boolean
  percent: boolean
  exponent: string
  /** What stands before the digits, and whether it or what stands behind them is a currency. */
  before: string
  currency: Currency | undefined
  /** The currency in one spelling, where it can be told from others. */
  money: string
  /** A minus behind the digits, as accounting programs write it. */
  minusBehind: boolean
}

function frameOf(prefix: string, suffix: string): Frame | null {
  const exponent = /^e[+-]\d{1,3}/i.exec(suffix)?.[0] ?? ''
  // 50,- is 50.00, and so is Rs 50/-
  const rest = suffix
    .slice(exponent.length)
    .replace(/^[.,][-\u2014]+/, '')
    .replace(/^ ?\/-$/, prefix === '' ? '/-' : '')
    .replace(/^[.,](?=$| )/, '')
  const [head, signs] = without(prefix, /[-+]/g)
  const [opened, opens] = without(head, /\(/g)
  // %50 stands in Turkish texts.
  const [first, percentsBefore] = without(opened, /%/g)
  const [closing, percentsBehind] = without(rest, /%/g)
  const [closed, closes] = without(closing, /\)/g)
  // Of kr.- it cannot be told whether that is a minus, or says that there are no cents.
  if (/[.,]-$/.test(closed)) return null
  const [last, minuses] = closed.endsWith('-') ? [closed.slice(0, -1), 1] : [closed, 0]
  const percents = percentsBefore + percentsBehind
  if (signs + opens + minuses > 1 || opens !== closes || percents > 1) return null
  const [before, behind] = [first.trim(), last.trim()]
  const isMoney = before !== '' || behind !== ''
  const currency = isMoney ? currencyAround(before, behind) : undefined
  if (isMoney && (currency === undefined || percents > 0)) return null
  const negative = prefix.includes('-') || opens > 0 || minuses > 0
  const money = isMoney ? currencyName(before, behind) : ''
  return { negative, percent: percents > 0, exponent, before, currency, money, minusBehind: minuses > 0 }
}

/** A text without these signs, and how many of them it held. */
function without(text: string, signs: RegExp): [rest: string, count: number] {
  const kept = text.replace(signs, '')
  return [kept, text.length - kept.length]
}

function amountOf(
  digits: string,
  { negative, percent, exponent, before, currency, money, minusBehind }: Frame,
): NumberReading {
  const parts = partsOf(digits)
  if (parts === null) return UNCLEAR
  const { whole, decimals, mark, isEither } = parts
  // 007 is a name, and a double does not hold more digits than these.
  if (/^0\d/.test(whole) || whole.length > MOST_DIGITS) return UNCLEAR
  // “10-” may be a range that was cut off, and Q1 is a quarter and Q1.1 a question rather than quetzales.
  if ((minusBehind && decimals === '') || (currency === 'with decimals' && (isEither || decimals.length !== 2)))
    return UNCLEAR
  const value = (whole: string, decimals: string) => {
    const shift = Number(exponent.slice(1) || 0) - (percent ? 2 : 0)
    const size = Number(`${whole || 0}.${decimals || 0}e${shift}`)
    return negative && size !== 0 ? -size : size
  }
  // 1e+400 and 1e-400 are beyond a double.
  const size = Math.abs(value(whole, decimals))
  if (size === Infinity || (size === 0 && /[1-9]/.test(digits))) return UNCLEAR
  const named = money === '' ? {} : { currency: money }
  if (!isEither) return { kind: 'number', value: value(whole, decimals), percent, mark, ...named }
  const [asThousands, asDecimals] = [value(whole + decimals, ''), value(whole, decimals)]
  const [point, comma] = mark === '.' ? [asDecimals, asThousands] : [asThousands, asDecimals]
  const usual = mark === ',' && hasDecimalPoint(before) ? '.' : undefined
  return { kind: 'either', point, comma, percent, usual, ...named }
}

/** A double holds every whole number of 15 digits and not every longer one. */
const MOST_DIGITS = 15

interface Parts {
  whole: string
  decimals: string
  /** The decimal mark that the number shows; where it may be read in two ways, the mark that it holds. */
  mark: DecimalMark | undefined
  isEither: boolean
}

/** Digits parted into thousands and decimals; null where the marks stand as in no number: 1.2.3, 12/03. */
function partsOf(digits: string): Parts | null {
  const marks = digits.replace(/\d/g, '')
  const last = marks.slice(-1)
  const others = marks.slice(0, -1)
  const at = digits.lastIndexOf(last)
  const [front, back] = [digits.slice(0, at), digits.slice(at + 1)]
  if (marks === '') return { whole: digits, decimals: '', mark: undefined, isEither: false }
  if (others === '' && (last === '.' || last === ',')) {
    const isEither = back.length === 3 && /^[1-9]\d{0,2}$/.test(front)
    return { whole: front, decimals: back, mark: last, isEither }
  }
  const isDecimal = /[.,\u066b]/.test(last) && !others.includes(last)
  const grouped = isDecimal ? front : digits
  const separator = isDecimal ? others : marks
  if (separator !== '' && !isGrouped(grouped, separator)) return null
  const whole = grouped.replace(/\D/g, '')
  if (isDecimal)
    return { whole, decimals: back, mark: last === '\u066b' ? undefined : (last as DecimalMark), isEither: false }
  const mark = last === '.' ? ',' : last === ',' ? '.' : undefined
  return { whole, decimals: '', mark, isEither: false }
}

/** Whether thousands are parted by one mark, as everywhere or as in India: 1,234,567 and 12,34,567. */
function isGrouped(digits: string, marks: string): boolean {
  const [mark] = marks
  if (![...marks].every((other) => other === mark) || mark === '\u066b') return false
  const [first, ...groups] = digits.split(mark!)
  const tail = groups.pop()!
  if (tail.length !== 3 || !/^\d{1,3}$/.test(first!)) return false
  return (
    groups.every(({ length }) => length === 3) ||
    (mark === ',' && first!.length <= 2 && groups.every(({ length }) => length === 2))
  )
}

/** The decimal mark that a column shows; both where its texts do not agree, undefined where none shows one. */
export function decimalMarkOf(texts: Iterable<string>): DecimalMark | 'both' | undefined {
  let found: DecimalMark | undefined
  for (const text of texts) {
    const reading = readNumber(text)
    if (reading.kind !== 'number' || reading.mark === undefined) continue
    if (found !== undefined && found !== reading.mark) return 'both'
    found = reading.mark
  }
  return found
}

/** The number of a text by the decimal mark of its column; NaN where it is none without doubt. */
export function numberBy(reading: NumberReading, mark: DecimalMark | 'both' | undefined): number {
  if (reading.kind === 'number') return reading.value
  if (reading.kind !== 'either' || mark === 'both') return NaN
  const known = mark ?? reading.usual
  return known === undefined ? NaN : known === '.' ? reading.point : reading.comma
}

/**
 * The answer in a label of a scale that holds just one number, apart from its words: "9 - Likely", "Satisfied (4)", "5 stars";
 * NaN for any other text.
 */
export function labelledNumber(text: string): number {
  const written = keyed(text)
  const numbers = written.length <= LONGEST_LABEL ? (written.match(/\d+(?:[.,]\d+)?/g) ?? []) : []
  if (numbers.length !== 1 || !/\p{L}/u.test(written) || /[^\P{N}\d]/u.test(written)) return NaN
  const match = LABEL_AFTER.exec(written) ?? LABEL_BEFORE.exec(written)
  return match ? Number(match[1]) : NaN
}

const LONGEST_LABEL = 200
/** 0-Not at all has its number before the dash, the 7 of a 7-day trial and the -2 of “Bad -2” are none. */
const LABEL_AFTER =
  /^[([]?(\d{1,3})(?:[)\]]| ?[\u2014:=]| - |-(?=\p{Lu})| \([^()\d]+\)$|\. | (?=[Ss]tars?$|[Pp]oints?$|[Pp]ts\.?$))/u
const LABEL_BEFORE = /(?:[([]| - | ?[\u2014=] ?|: ?)(\d{1,3})[)\]]?$/
