import { distance } from 'fastest-levenshtein'
import { stemmer } from 'stemmer'
import type { Arg, Spec } from '../metric.ts'
import { isCounts } from '../reading/standingFor.ts'
import { inEnglish, PHRASES, STOP, SYNONYMS } from './vocabulary.ts'

/** What may be found: by its name, what it is, what people ask when it is the answer, and what it asks for. */
export interface Findable {
  spec: Pick<Spec, 'name' | 'summary' | 'questions'> & { args: readonly Pick<Arg<unknown>, 'name' | 'help'>[] }
}

export interface Found<A extends Findable> {
  answers: A[]
  /** Whether the first one is about what was asked, rather than the nearest that there is. */
  isSure: boolean
}

/** What scores less than this share of the best has little to do with the question. */
const NEAR = 0.3
/** Who finds less than this share of what a question says has not been understood. */
const SURE = 0.5

interface Entry<A> {
  answer: A
  /** The most telling place each word stem stands in. */
  weights: ReadonlyMap<string, number>
  /** The name, the questions and the summary, as stems. */
  texts: readonly ReadonlySet<string>[]
}

interface Index<A> {
  entries: readonly Entry<A>[]
  /** The words as they are written, by their stems: a slip is one of a word, not of its stem. */
  words: ReadonlyMap<string, string>
  stems: ReadonlySet<string>
  /** How telling a word is: the fewer answers have it, the more. */
  telling(stem: string): number
}

/** The answers to a question, or of a name, best first, and whether they are about it. An empty query finds nothing. */
export function ranked<A extends Findable>(query: string, answers: readonly A[]): Found<A> {
  const index = indexOf(answers)
  const asked = askedFor(query, index)
  if (asked.length === 0) return { answers: [], isSure: false }
  const name = nameIn(query)
  const scored = index.entries.map((entry) => {
    const byName = nameScore(entry.answer.spec.name, name)
    const { score, share } = wordScore(entry, asked, index)
    return { answer: entry.answer, byName, byWords: score, share }
  })
  const best = Math.max(...scored.map(({ byWords }) => byWords))
  const found = scored
    .filter(({ byName, byWords }) => byName > 0 || (byWords > 0 && byWords >= best * NEAR))
    .sort((a, b) => b.byName + b.byWords - (a.byName + a.byWords))
  const isSure = found.length > 0 && (found[0]!.byName > 0 || Math.max(...found.map(({ share }) => share)) >= SURE)
  return { answers: found.map(({ answer }) => answer), isSure }
}

/** A word of the question, first, and the words that stand for it in our texts, each with how much of it they say. */
type Asked = ReadonlyMap<string, number>

function askedFor(query: string, index: Index<Findable>): Asked[] {
  const phrased = PHRASES.reduce((text, [phrase, words]) => text.replace(phrase, ` ${words} `), query)
  const words = wordsIn(phrased)
  const isKnown = (word: string) => index.words.has(word) || synonyms.has(stemmer(word))
  const english = inEnglish(words.filter((word) => !isKnown(word)).join(' '))
  // Of a question in another language, the words that look like none of ours are left out.
  const said =
    english === '' ? words : [...words.filter((word) => word.length > 2 && isKnown(word)), ...wordsIn(english)]
  return [...new Set(said)].map((word) => meant(word, index))
}

/** A word and its synonyms; for one that stands nowhere, the word it may be a slip of, or the beginning of. */
function meant(word: string, { words, stems }: Index<Findable>): Asked {
  const stem = stemmer(word)
  const found = new Map([[stem, 1]])
  const same = synonyms.get(stem)
  for (const other of same ?? []) found.set(other, 0.8)
  if (same || stems.has(stem)) return found
  const begun = [...words].filter(([known]) => word.length > 2 && known.startsWith(word))
  if (begun.length > 0) for (const [, known] of begun) found.set(known, 0.5)
  else {
    const slip = slipOf(word, words)
    if (slip !== undefined) {
      found.set(slip, 0.9)
      for (const other of synonyms.get(slip) ?? []) found.set(other, 0.7)
    }
  }
  return found
}

/** The stem of the word that is meant by a mistyped one: two letters changed places, one or two are wrong. */
function slipOf(word: string, words: ReadonlyMap<string, string>): string | undefined {
  const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  let nearest: string | undefined
  let least = allowed + 0.5
  for (const [known, stem] of words) {
    if (Math.abs(known.length - word.length) > allowed || known[0] !== word[0]) continue
    const steps = isTurned(word, known) ? 0.5 : distance(word, known)
    if (steps < least) [nearest, least] = [stem, steps]
  }
  return nearest
}

/** Whether two words differ by two neighbours that changed places. */
function isTurned(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 4) return false
  const at = [...one].findIndex((letter, i) => letter !== other[i])
  return at >= 0 && one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}

const indexes = new WeakMap<readonly Findable[], Index<Findable>>()

function indexOf<A extends Findable>(answers: readonly A[]): Index<A> {
  const known = indexes.get(answers)
  if (known) return known as Index<A>
  const words = new Map<string, string>()
  const entries = answers.map((answer) => entryOf(answer, words))
  const having = new Map<string, number>()
  for (const { weights } of entries) for (const stem of weights.keys()) having.set(stem, 1 + (having.get(stem) ?? 0))
  const index: Index<A> = {
    entries,
    words,
    stems: new Set(having.keys()),
    telling: (stem) => Math.log(1 + entries.length / (having.get(stem) ?? 1)),
  }
  indexes.set(answers, index)
  return index
}

function entryOf<A extends Findable>(answer: A, words: Map<string, string>): Entry<A> {
  const { name, summary, questions, args } = answer.spec
  const weights = new Map<string, number>()
  const add = (text: string, weight: number): ReadonlySet<string> => {
    const found = new Set<string>()
    for (const word of wordsIn(text)) {
      const stem = stemmer(word)
      words.set(word, stem)
      weights.set(stem, Math.max(weight, weights.get(stem) ?? 0))
      found.add(stem)
    }
    return found
  }
  const texts = [add(name.replace(/_/g, ' '), 4), ...questions.map((question) => add(question, 4))]
  // The first sentence says what it is.
  const first = /^.*?[.:;](?= |$)/.exec(summary)?.[0] ?? summary
  texts.push(add(first, 3))
  add(summary.slice(first.length), 1.5)
  // Counts are an argument of half of all functions.
  const own = args.filter((arg) => !isCounts(arg))
  for (const { name, help } of own) add(`${name.replace(/_/g, ' ')} ${help}`, 0.7)
  return { answer, weights, texts }
}

function nameIn(query: string): string {
  return query
    .trim()
    .toUpperCase()
    .replace(/^=/, '')
    .replace(/[\s_]+/g, '_')
}

function nameScore(name: string, typed: string): number {
  const own = nameIn(name)
  if (own === typed) return 1000
  return typed.length > 1 && own.startsWith(typed) ? 100 : 0
}

/**
 * Each word counts by where it stands and by how few answers have it, and more where one text of the answer says all of
 * the question and little else. `share` is how much of the question the answer speaks of at all.
 */
function wordScore({ weights, texts }: Entry<Findable>, asked: readonly Asked[], index: Index<Findable>) {
  let score = 0
  let said = 0
  let all = 0
  for (const stems of asked) {
    const [own] = stems.keys()
    const most = Math.max(
      ...[...stems].map(([stem, part]) => (weights.has(stem) ? part * weights.get(stem)! * index.telling(stem) : 0)),
    )
    const telling = index.telling(own!)
    score += most
    all += telling
    if (most > 0) said += telling
  }
  const fit = Math.max(...texts.map((text) => fitOf(text, asked, index)))
  return { score: score * (0.5 + fit) * (0.3 + said / all), share: said / all }
}

/** How much a text and the question say the same, from 0 to 1. */
function fitOf(text: ReadonlySet<string>, asked: readonly Asked[], index: Index<Findable>): number {
  let shared = 0
  let all = 0
  const used = new Set<string>()
  for (const stems of asked) {
    const [own] = stems.keys()
    all += index.telling(own!)
    const [best] = [...stems].filter(([stem]) => text.has(stem)).sort(([, a], [, b]) => b - a)
    if (!best) continue
    shared += best[1] * Math.min(index.telling(own!), index.telling(best[0]))
    used.add(best[0])
  }
  let length = 0
  for (const stem of text) length += index.telling(stem)
  return length === 0 || all === 0 ? 0 : shared / Math.sqrt(all * length)
}

function wordsIn(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(found.filter((word) => !STOP.has(word)))]
}

/** The stems of the words that say something. */
export function stems(text: string): string[] {
  return [...new Set(wordsIn(text).map(stemmer))]
}

const synonyms = new Map(Object.entries(SYNONYMS).map(([word, same]) => [stemmer(word), stems(same)]))
