import { EMOJI, IDIOMS, NEGATIONS, STRONGER, WEAKER, WEIGHTS } from './englishWords.ts'

/**
 * The sentiment of an English text from -1 to 1 by VADER (Hutto and Gilbert 2014): the weights of its words and emoji,
 * turned, strengthened or weakened by the words before them, by capitals, by exclamation marks and by “but”. 0 where it
 * knows no word.
 */
export function englishSentiment(text: string): number {
  const written = plainlySpelled(text)
  const said = saidIn(written)
  const weights = said.words.map((_, i) => weightAt(said, i))
  const but = said.words.indexOf('but')
  let total = 0
  weights.forEach((weight, i) => {
    total += but < 0 || i === but ? weight : weight * (i < but ? BEFORE_BUT : AFTER_BUT)
  })
  total += Math.sign(total) * emphasis(written)
  return total / Math.sqrt(total * total + MOST)
}

// As VADER found them in ratings by people.
const STRONGER_BY = 0.293
const LOUDER_BY = 0.733
const TURNED_BY = -0.74
const NEVER_SO = 1.25
const BEFORE_BUT = 0.5
const AFTER_BUT = 1.5
/** How much less a word counts that stands one, two or three words before. */
const BY_DISTANCE = [1, 0.95, 0.9]
/** Near to the sum of a text in which all is good. */
const MOST = 15

interface English {
  weights: ReadonlyMap<string, number>
  degrees: ReadonlyMap<string, number>
  negations: ReadonlySet<string>
  idioms: ReadonlyMap<string, number>
}

/** Unpacked when a text is first read: most formulas of a spreadsheet never ask for it. */
let unpacked: English | undefined

function english(): English {
  if (unpacked) return unpacked
  const degree = (words: string, by: number) => words.split('|').map((word): [string, number] => [word, by])
  const weights = new Map<string, number>()
  let word = ''
  for (const entry of WEIGHTS.split(' ')) {
    word = word.slice(0, parseInt(entry[0]!, 36)) + entry.slice(1, -1)
    weights.set(word, (entry.charCodeAt(entry.length - 1) - 79) / 10)
  }
  for (const entry of EMOJI.split(' ')) {
    const [, emoji, weight] = /^(.+?)(-?\d)$/u.exec(entry)!
    // From five steps to the four of the words.
    weights.set(emoji!, (Number(weight) * 4) / 5)
  }
  unpacked = {
    weights,
    degrees: new Map([...degree(STRONGER, STRONGER_BY), ...degree(WEAKER, -STRONGER_BY)]),
    negations: new Set(NEGATIONS.split('|')),
    idioms: new Map(
      IDIOMS.split('|').map((entry) => {
        const end = entry.lastIndexOf(' ')
        return [entry.slice(0, end), Number(entry.slice(end + 1))]
      }),
    ),
  }
  return unpacked
}

/** Word processors and phones write marks that are no ASCII, and emoji right behind a word, in colours. */
function plainlySpelled(text: string): string {
  return text
    .replace(/[\u2018\u2019\u201b\u02bc\uff07]/g, "'")
    .replace(/[\u201c-\u201f]/g, '"')
    .replace(/\u2026/g, '...')
    .replace(/\u2014/g, ' - ')
    .replace(/\ufe0f|[\u{1f3fb}-\u{1f3ff}]/gu, '')
    .replace(/\p{Extended_Pictographic}/gu, ' $& ')
}

/** The words of a text in small letters, and which of them are in capitals while others are not. */
interface Said {
  words: string[]
  isLoud: boolean[]
}

function saidIn(text: string): Said {
  const written = text
    .split(/\s+/)
    .filter((token) => token !== '')
    .map(withoutMarks)
  const words = written.map((word) => word.toLowerCase())
  const capitals = written.map((word, i) => word === word.toUpperCase() && word !== words[i])
  const someAreNot = capitals.includes(false)
  return { words, isLoud: capitals.map((isCapital) => isCapital && someAreNot) }
}

const MARKS = new Set('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')

/** A word without the marks around it. One of two signs or less is likely to be an emoticon and stays, such as :D. */
function withoutMarks(token: string): string {
  let start = 0
  let end = token.length
  while (start < end && MARKS.has(token[start]!)) start++
  while (end > start && MARKS.has(token[end - 1]!)) end--
  return end - start <= 2 ? token : token.slice(start, end)
}

function weightAt(said: Said, i: number): number {
  const { words, isLoud } = said
  const { weights, degrees } = english()
  const word = words[i]!
  const own = weights.get(word)
  if (own === undefined || degrees.has(word) || (word === 'kind' && words[i + 1] === 'of')) return 0
  let weight = word === 'no' && weights.has(words[i + 1]!) ? 0 : own
  if (followsNo(words, i)) weight = own * TURNED_BY
  if (isLoud[i]) weight += weight > 0 ? LOUDER_BY : -LOUDER_BY
  for (let before = 1; before <= 3 && before <= i; before++) {
    if (weights.has(words[i - before]!)) continue
    weight += BY_DISTANCE[before - 1]! * degreeOf(said, i - before, weight)
    weight *= turn(words, i, before)
    if (before === 3) weight = inIdiom(words, i, weight)
  }
  return isLeast(words, i) ? weight * TURNED_BY : weight
}

/** No problem, no real problem, no fuss or problem. */
function followsNo(words: readonly string[], i: number): boolean {
  if (words[i - 1] === 'no' || words[i - 2] === 'no') return true
  return words[i - 3] === 'no' && (words[i - 1] === 'or' || words[i - 1] === 'nor')
}

/** What a word such as very adds to the weight of one that follows. */
function degreeOf({ words, isLoud }: Said, at: number, weight: number): number {
  const degree = english().degrees.get(words[at]!)
  if (degree === undefined) return 0
  const added = weight < 0 ? -degree : degree
  if (!isLoud[at]) return added
  return added + (weight > 0 ? LOUDER_BY : -LOUDER_BY)
}

/** By what a word that stands so many words before multiplies a weight. */
function turn(words: readonly string[], i: number, before: number): number {
  const word = words[i - before]!
  const isSo = (at: number) => words[at] === 'so' || words[at] === 'this'
  if (before > 1) {
    if (word === 'never' && isSo(i - before + 1)) return NEVER_SO
    if (before === 3 && isSo(i - 1)) return NEVER_SO
    if (word === 'without' && words.slice(i - before + 1, i).includes('doubt')) return 1
  }
  return english().negations.has(word) || word.includes("n't") ? TURNED_BY : 1
}

/** The weight of an idiom that the word belongs to, and what a degree of two words adds. */
function inIdiom(words: readonly string[], i: number, weight: number): number {
  const { idioms, degrees } = english()
  const spoken = (from: number, to: number) => words.slice(from, to + 1).join(' ')
  const known = (...spans: [from: number, to: number][]) =>
    spans.map(([from, to]) => idioms.get(spoken(i + from, i + to))).find((found) => found !== undefined)
  const value = known([0, 2], [0, 1]) ?? known([-1, 0], [-2, 0], [-2, -1], [-3, -1], [-3, -2]) ?? weight
  return value + (degrees.get(spoken(i - 3, i - 2)) ?? 0) + (degrees.get(spoken(i - 2, i - 1)) ?? 0)
}

/** The least helpful; not at least helpful, nor very least. */
function isLeast(words: readonly string[], i: number): boolean {
  return words[i - 1] === 'least' && words[i - 2] !== 'at' && words[i - 2] !== 'very'
}

/** What exclamation marks add, four at most, and question marks from two on. */
function emphasis(text: string): number {
  const count = (mark: string) => text.split(mark).length - 1
  const questions = count('?')
  const asked = questions < 2 ? 0 : questions <= 3 ? 0.18 * questions : 0.96
  return 0.292 * Math.min(4, count('!')) + asked
}
