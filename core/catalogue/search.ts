import { distance } from 'fastest-levenshtein'
import { stemmer } from 'stemmer'
import { catalogue } from './catalogue.ts'
import type { Metric } from '../metric.ts'

/** Words that every question has and no function is about. */
const STOP = new Set(
  'a an and are as at be by can did do does each every for from get has have how i if in is it its many me much my of on or our so that the their them they this to us was we what when where which who will with would you your'.split(
    ' ',
  ),
)

/** What people say, and what our texts call it. */
const SYNONYMS: Readonly<Record<string, string>> = {
  attrition: 'churn',
  breakdown: 'segment',
  breakeven: 'earn back',
  cancel: 'churn lose',
  cancellation: 'churn lose',
  clv: 'lifetime value worth',
  cltv: 'lifetime value worth',
  country: 'region segment',
  coupon: 'offer promotion',
  loyalty: 'loyal repeat',
  renewal: 'renew contract',
  roi: 'return investment',
  subscription: 'recurring revenue',
  survey: 'answer satisfied recommend',
  ticket: 'case contact',
  voucher: 'offer promotion',
}

/** What scores less than this share of the best has little to do with the question. */
const NEAR = 0.25

interface Entry {
  metric: Metric
  /** The most telling place each word stem stands in. */
  weights: ReadonlyMap<string, number>
}

/** The functions that answer a question or bear a name, best first. An empty query finds nothing. */
export function search(query: string, metrics: readonly Metric[] = catalogue()): Metric[] {
  const typed = stems(query)
  if (typed.length === 0) return []
  const name = query.trim().toUpperCase().replace(/^=/, '').replace(/\s+/g, '_')
  const entries = metrics.map(entryOf)
  const vocabulary = new Set(entries.flatMap(({ weights }) => [...weights.keys()]))
  const asked = [...new Set(typed.flatMap((word) => meant(word, vocabulary)))]
  const scored = entries.map((entry) => ({
    metric: entry.metric,
    byName: nameScore(entry, name),
    byWords: wordScore(entry, asked, entries),
  }))
  const best = Math.max(...scored.map(({ byWords }) => byWords))
  return scored
    .filter(({ byName, byWords }) => byName > 0 || (byWords > 0 && byWords >= best * NEAR))
    .sort((a, b) => b.byName + b.byWords - (a.byName + a.byWords))
    .map(({ metric }) => metric)
}

/** A word and its synonyms; for one that stands nowhere, the word it may be a slip of. */
function meant(word: string, vocabulary: ReadonlySet<string>): string[] {
  const same = synonyms.get(word)
  if (same) return [word, ...same]
  if (vocabulary.has(word) || [...vocabulary].some((known) => known.startsWith(word))) return [word]
  const slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2
  const near = [...vocabulary].filter((known) => known[0] === word[0] && distance(known, word) <= slips)
  return near.length > 0 ? near : [word]
}

function entryOf(metric: Metric): Entry {
  const { name, summary, questions, args } = metric.spec
  const weights = new Map<string, number>()
  const add = (text: string, weight: number): void => {
    for (const word of stems(text)) weights.set(word, Math.max(weight, weights.get(word) ?? 0))
  }
  add(name.replace(/_/g, ' '), 4)
  for (const question of questions) add(question, 4)
  add(summary, 2)
  for (const { name, help } of args) add(`${name.replace(/_/g, ' ')} ${help}`, 1)
  return { metric, weights }
}

function nameScore({ metric }: Entry, typed: string): number {
  const { name } = metric.spec
  if (name === typed) return 1000
  return name.startsWith(typed) ? 100 : 0
}

/** Each word counts by where it stands and by how few functions have it. The start of a word counts half. */
function wordScore({ weights }: Entry, asked: readonly string[], entries: readonly Entry[]): number {
  let score = 0
  for (const word of asked) {
    const having = entries.filter((entry) => entry.weights.has(word)).length
    if (weights.has(word)) score += weights.get(word)! * Math.log(1 + entries.length / having)
    else if (having === 0 && word.length > 2) {
      const longer = [...weights].filter(([other]) => other.startsWith(word)).map(([, weight]) => weight)
      score += Math.max(0, ...longer) / 2
    }
  }
  return score
}

/** The stems of the words that say something. */
export function stems(text: string): string[] {
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(found.filter((word) => !STOP.has(word)).map(stemmer))]
}

const synonyms = new Map(Object.entries(SYNONYMS).map(([word, same]) => [stemmer(word), stems(same)]))
