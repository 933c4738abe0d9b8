import { folded, plain, UNSPACED, WORDS } from './words.ts'

/** A theme and the words, or words in a row, that tell of it. A word that ends in * stands for its beginnings. */
export interface Theme {
  name: string
  keywords: string[]
}

/** How many texts tell of each theme, and how many tell of none. A text counts once for a theme, and may for several. */
export function countThemes(texts: readonly string[], themes: readonly Theme[]): { counts: Int32Array; none: number } {
  const counts = new Int32Array(themes.length)
  const lastText = new Int32Array(themes.length).fill(-1)
  const { anywhere, phrases } = readKeywords(themes)
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
    if (anywhere.size > 0) {
      const whole = plain(text)
      for (let at = 0; at < whole.length; at++) markParts(anywhere.get(whole.charCodeAt(at)), whole, at, mark)
    }
    spoken.length = 0
    for (const written of text.match(WORDS) ?? []) {
      let word = known.get(written)
      if (word === undefined) known.set(written, (word = readWord(written, phrases)))
      spoken.push(word)
    }
    for (let at = 0; at < spoken.length; at++) {
      const { themes, next } = spoken[at]!
      if (themes) themes.forEach(mark)
      for (let said = next, k = at + 1; said && k < spoken.length; k++) said = goOn(said, spoken[k]!.folded, mark)
    }
    if (!found) none++
  })
  return { counts, none }
}

/** Themes by what a text tells of them with, and how long that may be: to find it takes a look-up for each length. */
interface Parts {
  lengths: Set<number>
  themes: Map<string, Set<number>>
}

/** What has been said of phrases: themes that it tells of, beginnings of a next word that tell of some, words that go on. */
interface Phrases {
  themes: Set<number>
  beginnings?: Parts
  next: Map<string, Phrases>
}

/** What a word of a text means: the themes it is a keyword of, and the phrases that begin with it. */
interface Word {
  folded: string
  themes: number[] | null
  next: Phrases | undefined
}

function readWord(written: string, phrases: Phrases): Word {
  const word = folded(written)
  const themes = new Set<number>()
  const next = goOn(phrases, word, (theme) => themes.add(theme))
  return { folded: word, themes: themes.size > 0 ? [...themes] : null, next }
}

/** Marks what a further word tells of, and gives the phrases that go on with it. */
function goOn({ beginnings, next }: Phrases, word: string, mark: (theme: number) => void): Phrases | undefined {
  markParts(beginnings, word, 0, mark)
  const said = next.get(word)
  said?.themes.forEach(mark)
  return said
}

function markParts(parts: Parts | undefined, text: string, at: number, mark: (theme: number) => void): void {
  parts?.lengths.forEach((length) => {
    if (at + length <= text.length) parts.themes.get(text.slice(at, at + length))?.forEach(mark)
  })
}

function addPart({ lengths, themes }: Parts, part: string, theme: number): void {
  lengths.add(part.length)
  themes.set(part, (themes.get(part) ?? new Set()).add(theme))
}

const noParts = (): Parts => ({ lengths: new Set(), themes: new Map() })
const noPhrases = (): Phrases => ({ themes: new Set(), next: new Map() })

/** The keywords of all themes: those that may stand anywhere in a text, by their first sign, and the words in a row. */
function readKeywords(themes: readonly Theme[]): { anywhere: Map<number, Parts>; phrases: Phrases } {
  const anywhere = new Map<number, Parts>()
  const phrases = noPhrases()
  themes.forEach(({ keywords }, theme) => {
    for (const keyword of keywords) {
      const beginning = /[\p{L}\p{N}\p{M}]\*$/u.test(keyword)
      const words = (keyword.match(WORDS) ?? []).map(folded)
      if (words.length === 0 || UNSPACED.test(keyword)) {
        const part = plain(beginning ? keyword.slice(0, -1) : keyword)
        const first = part.charCodeAt(0)
        const parts = anywhere.get(first) ?? noParts()
        anywhere.set(first, parts)
        addPart(parts, part, theme)
      } else addPhrase(phrases, words, beginning, theme)
    }
  })
  return { anywhere, phrases }
}

function addPhrase(phrases: Phrases, words: readonly string[], beginning: boolean, theme: number): void {
  let said = phrases
  words.forEach((word, i) => {
    if (beginning && i === words.length - 1) addPart((said.beginnings ??= noParts()), word, theme)
    else {
      const next = said.next.get(word) ?? noPhrases()
      said.next.set(word, next)
      said = next
    }
  })
  if (!beginning) said.themes.add(theme)
}
