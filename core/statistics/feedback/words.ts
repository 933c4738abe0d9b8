/** Letters and digits of any script, with the marks that belong to them. */
export const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** Scripts that are written without spaces between words. */
export const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Accents of Latin, Greek and Cyrillic letters, and the points that Hebrew and Arabic leave out as often as not. Marks of
 * other scripts are vowels, without which the word is another.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** A word as it is compared: in any case, with or without accents. */
export function folded(word: string): string {
  const plainLetters = word.toLowerCase().normalize('NFKD').replace(ACCENTS, '').normalize('NFC')
  return plainLetters.replace(WHOLE_LETTERS, (letter) => LETTERS[letter]!)
}

/** Letters that bear their stroke in one piece, and ligatures. STRASSE is the capital form of straße. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}
const WHOLE_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** A text as parts of it are compared: in any case, wide and narrow signs and the styles of an emoji alike. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\ufe0f/g, '')
    .toLowerCase()
}
