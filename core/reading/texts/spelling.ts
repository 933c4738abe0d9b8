/** Marks that nobody sees: zero-width spaces, direction marks, soft hyphens and the like. */
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
/** Joiners and variants belong to the signs around them, and are unseen only at the ends. */
const JOINERS = /[\s\u200c\u200d]/
/** Text that is written in one way only: words without accents, and single spaces between them. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

export function isPlain(text: string): boolean {
  return PLAIN.test(text)
}

/** A text as it reads: without marks that nobody sees, with single spaces and accents in one spelling. */
export function cleanText(text: string): string {
  if (isPlain(text)) return text
  return withoutJoiners(withoutUnseen(text).replace(/\s+/g, ' ')).normalize('NFC')
}

function withoutJoiners(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && JOINERS.test(text[start]!)) start++
  while (end > start && JOINERS.test(text[end - 1]!)) end--
  return text.slice(start, end)
}

/** A text without the marks that nobody sees. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}

/** Whether a text holds marks that nobody sees. */
export function hasUnseen(text: string): boolean {
  return withoutUnseen(text) !== text || /^[\u200c\u200d]|[\u200c\u200d]$/.test(text)
}

/**
 * A text with its digits, signs and spaces as a keyboard has them, so that a reader of numbers or dates knows one spelling
 * of each: ３, ٣ and 3; −, – and -; a no-break space and a space.
 */
export function keyed(text: string): string {
  if (TYPED.test(text)) return text.replace(/  +/g, ' ').trim()
  return withoutUnseen(text)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\p{Nd}/gu, digitOf)
    .replace(/[\u2010-\u2013\u2212\ufe63]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/\u066a/g, '%')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A text as it was before a program kept it from being read: '60, ="60", "60", “60”. */
export function unwrapped(text: string): string {
  const inner = WRAPPED.exec(text)?.slice(1).join('') ?? text
  return inner.replace(/^'/, '').trim()
}

const WRAPPED = /^(?:="(.*)"|"(.*)"|\u201c(.*)\u201d)$/s
const TYPED = /^[ -~]*$/

/** The digits of every script stand ten by ten in their order. */
function digitOf(sign: string): string {
  if (sign <= '9') return sign
  const code = sign.codePointAt(0)!
  let before = 0
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
