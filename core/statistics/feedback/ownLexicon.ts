import { folded, plain, UNSPACED, WORDS } from './words.ts'

/** Weights of words and phrases, as they are compared. */
export interface Lexicon {
  phrases: Phrases
  /** Signs, and words of scripts without spaces, which may stand anywhere. */
  anywhere: Parts
  /** The largest weight, whatever its sign. */
  most: number
}

/** Weights of parts of a text, and how long these may be, the longest first: to find one takes a look-up for each length. */
interface Parts {
  lengths: number[]
  weights: Map<string, number>
}

/** What has been said of phrases: its own weight, beginnings of a next word that have one, words that go on. */
interface Phrases {
  weight?: number
  beginnings: Parts
  next: Map<string, Phrases>
}

export function lexiconOf(entries: readonly { entry: string; weight: number }[]): Lexicon {
  const phrases = noPhrases()
  const anywhere = noParts()
  let most = 0
  for (const { entry, weight } of entries) {
    most = Math.max(most, Math.abs(weight))
    if (isAnywhere(entry)) addPart(anywhere, plain(withoutStar(entry)), weight)
    else addPhrase(phrases, wordsOf(entry), BEGINNING.test(entry), weight)
  }
  return { phrases, anywhere, most }
}

/** How an entry is compared: two that read the same are one. */
export function readingOf(entry: string): string {
  if (isAnywhere(entry)) return plain(withoutStar(entry))
  return wordsOf(entry).join(' ') + (BEGINNING.test(entry) ? '*' : '')
}

/**
 * The mean weight of what a text holds of the lexicon, in units of its largest weight: from -1 to 1, and 0 where it holds
 * nothing. The longest entry wins, so that "not good" counts and the "good" in it does not; an entry of weight 0 counts
 * for nothing.
 */
export function lexiconSentiment(text: string, { phrases, anywhere, most }: Lexicon): number {
  let total = 0
  let found = 0
  const count = (weight: number): void => {
    total += weight / most
    if (weight !== 0) found++
  }
  if (anywhere.lengths.length > 0) {
    const whole = plain(text)
    for (let at = 0; at < whole.length;) {
      const part = partAt(anywhere, whole, at)
      if (part !== undefined) count(anywhere.weights.get(part)!)
      at += part?.length ?? 1
    }
  }
  const words = wordsOf(text)
  for (let at = 0; at < words.length;) {
    const match = longestFrom(words, at, phrases)
    if (match) count(match.weight)
    at += match?.words ?? 1
  }
  return found === 0 ? 0 : total / found
}

/** deliver* is any word that begins so. */
const BEGINNING = /[\p{L}\p{N}\p{M}]\*$/u
const RUNS_WITHOUT_SPACES = new RegExp(`${UNSPACED.source}+`, 'gu')

function withoutStar(entry: string): string {
  return BEGINNING.test(entry) ? entry.slice(0, -1) : entry
}

function isAnywhere(entry: string): boolean {
  return UNSPACED.test(entry) || !/[\p{L}\p{N}]/u.test(entry)
}

function wordsOf(text: string): string[] {
  return (text.replace(RUNS_WITHOUT_SPACES, ' ').match(WORDS) ?? []).map(folded)
}

const noParts = (): Parts => ({ lengths: [], weights: new Map() })
const noPhrases = (): Phrases => ({ beginnings: noParts(), next: new Map() })

function addPart({ lengths, weights }: Parts, part: string, weight: number): void {
  weights.set(part, weight)
  if (lengths.includes(part.length)) return
  lengths.push(part.length)
  lengths.sort((a, b) => b - a)
}

/** The longest part that stands there. */
function partAt({ lengths, weights }: Parts, text: string, at: number): string | undefined {
  for (const length of lengths) {
    const part = text.slice(at, at + length)
    if (part.length === length && weights.has(part)) return part
  }
  return undefined
}

function addPhrase(phrases: Phrases, words: readonly string[], isBeginning: boolean, weight: number): void {
  let said = phrases
  words.forEach((word, i) => {
    if (isBeginning && i === words.length - 1) {
      addPart(said.beginnings, word, weight)
      return
    }
    const next = said.next.get(word) ?? noPhrases()
    said.next.set(word, next)
    said = next
  })
  if (!isBeginning) said.weight = weight
}

/** The entry that the words from here on say: the one of most words, and of these the whole word before a beginning. */
function longestFrom(words: readonly string[], at: number, phrases: Phrases) {
  let longest: { weight: number; words: number } | undefined
  let said: Phrases | undefined = phrases
  for (let k = at; said && k < words.length; k++) {
    const word: string = words[k]!
    const beginning = partAt(said.beginnings, word, 0)
    const begun = beginning === undefined ? undefined : said.beginnings.weights.get(beginning)
    said = said.next.get(word)
    const weight: number | undefined = said?.weight ?? begun
    if (weight !== undefined) longest = { weight, words: k - at + 1 }
  }
  return longest
}
