const CURRENCY = String.raw`(?:[$\u20ac\u00a3\u00a5\u20b9]|USD|EUR|GBP|JPY|CHF|CNY|INR|BRL|AUD|CAD|SEK|NOK|DKK|PLN|MXN|ZAR|SGD|HKD|NZD|TRY|KRW)`
const GROUPED = String.raw`\d{1,3}(?:[.,'\u2019\s]\d{2,3})+`
const DIGITS = String.raw`(?:(?:${GROUPED}|\d+)(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?`
const SIGN = String.raw`[+\u2212-]?`
const NUMBER = new RegExp(
  String.raw`^\s*\(?\s*${SIGN}\s*${CURRENCY}?\s*${SIGN}\s*${DIGITS}\s*(?:%|${CURRENCY})?\s*\)?\s*$`,
  'i',
)

const LABELLED = new RegExp(String.raw`^\s*\(?\s*${SIGN}\s*${CURRENCY}?\s*\d`, 'i')

/**
 * Whether a number stands at the beginning of this text, as in "10 - Extremely likely", "5 stars" or "3/4": an answer with
 * a label that would be lost.
 */
export function beginsWithNumber(text: string): boolean {
  return LABELLED.test(text)
}

/**
 * Whether people read this text as a number: "9", "80%", "1,200", "1.234,5", "$ 12", "(40)". Native functions skip such
 * a cell without a word, so it is an error here.
 */
export function readsAsNumber(text: string): boolean {
  return NUMBER.test(text)
}
