/** A theme and the words, or words in a row, that tell of it. A word that ends in * stands for its beginnings. */
export interface Theme {
  name: string
  keywords: string[]
}

/** How many texts tell of each theme, and how many tell of none. A text counts once for a theme, and may for several. */
export function countThemes(texts: readonly string[], themes: readonly Theme[]): { counts: Int32Array; none: number } {
  const counts = new Int32Array(themes.length)
  const lastText = new Int32Array(themes.length).fill(-1)
  const { anywhere, words } = readKeywords(themes)
  const known = new Map<string, Word>()
  const spoken: Word[] = []
  let none = 0
  texts.forEach((text, i) => {
    let found = false
    const mark = (theme: number): void => {
      found = true
      if (lastText[theme] === i) return
      lastText[theme] = i
      counts[theme]!++
    }
    if (anywhere.length > 0) {
      const whole = plain(text)
      for (const { part, theme } of anywhere) if (whole.includes(part)) mark(theme)
    }
    spoken.length = 0
    for (const written of text.match(WORDS) ?? []) {
      let word = known.get(written)
      if (word === undefined) known.set(written, (word = words(written)))
      spoken.push(word)
    }
    for (let at = 0; at < spoken.length; at++) {
      const { themes, phrases } = spoken[at]!
      if (themes) themes.forEach(mark)
      if (phrases) for (const phrase of phrases) if (follows(phrase.rest, spoken, at + 1)) mark(phrase.theme)
    }
    if (!found) none++
  })
  return { counts, none }
}

/** Letters and digits of any script, with the marks that belong to them. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/** Scripts that are written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Accents of Latin, Greek and Cyrillic letters, and the points that Hebrew and Arabic leave out as often as not. Marks of
 * other scripts are vowels, without which the word is another.
 */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g

/** A word as it is compared: in any case, with or without accents. */
function folded(word: string): string {
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
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\ufe0f/g, '')
    .toLowerCase()
}

/** What a word of a text may mean: the themes it is a keyword of, and the phrases that begin with it. */
interface Word {
  folded: string
  themes: number[] | null
  phrases: Phrase[] | null
}

interface Part {
  text: string
  /** Whether words that begin with it will do. */
  beginning: boolean
}

interface Phrase {
  rest: readonly Part[]
  theme: number
}

function matches({ text, beginning }: Part, word: string): boolean {
  return beginning ? word.startsWith(text) : word === text
}

function follows(rest: readonly Part[], spoken: readonly Word[], at: number): boolean {
  return rest.every((part, i) => at + i < spoken.length && matches(part, spoken[at + i]!.folded))
}

/** The keywords of all themes: those that may stand anywhere in a text, and what any single word means. */
function readKeywords(themes: readonly Theme[]): {
  anywhere: { part: string; theme: number }[]
  words: (written: string) => Word
} {
  const anywhere: { part: string; theme: number }[] = []
  const exact = new Map<string, Phrase[]>()
  const beginnings: { part: Part; theme: number }[] = []
  themes.forEach(({ keywords }, theme) => {
    for (const keyword of keywords) {
      const beginning = /[\p{L}\p{N}\p{M}]\*$/u.test(keyword)
      const parts = (keyword.match(WORDS) ?? []).map((word, i, { length }): Part => {
        return { text: folded(word), beginning: beginning && i === length - 1 }
      })
      const [first, ...rest] = parts
      if (first === undefined || UNSPACED.test(keyword)) {
        anywhere.push({ part: plain(beginning ? keyword.slice(0, -1) : keyword), theme })
      } else if (first.beginning) beginnings.push({ part: first, theme })
      else exact.set(first.text, [...(exact.get(first.text) ?? []), { rest, theme }])
    }
  })
  return {
    anywhere,
    words(written) {
      const word = folded(written)
      const begun = exact.get(word) ?? []
      const single = begun.filter(({ rest }) => rest.length === 0)
      const phrases = begun.filter(({ rest }) => rest.length > 0)
      const themes = [...single, ...beginnings.filter(({ part }) => matches(part, word))].map(({ theme }) => theme)
      return {
        folded: word,
        themes: themes.length > 0 ? [...new Set(themes)] : null,
        phrases: phrases.length > 0 ? phrases : null,
      }
    },
  }
}
