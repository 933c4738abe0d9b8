import { catalogue } from './catalogue.ts'
import { stems } from './ranking.ts'
import { families } from '../metrics/index.ts'
import type { Metric, Spec } from '../metric.ts'

const MOST = 6

/**
 * Functions that go with one: those that its texts name, those whose texts name it, those of its name, and those of its family
 * that are asked for in the same words.
 */
export function related({ spec }: Metric): Spec[] {
  const others = specs.filter((other) => other !== spec)
  const named = textsOf(spec).names
  const naming = others.filter((other) => textsOf(other).names.has(spec.name))
  const [root] = spec.name.split('_')
  const sisters = others.filter(({ name }) => name.split('_')[0] === root)
  const family = families.find(({ metrics }) => metrics.some((one) => one.spec === spec))!.metrics
  const alike = family
    .map((metric) => ({ other: metric.spec, score: likeness(spec, metric.spec) }))
    .filter(({ other, score }) => other !== spec && score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ other }) => other)
  const found = [...others.filter(({ name }) => named.has(name)), ...naming, ...sisters, ...alike]
  return [...new Set(found)].slice(0, MOST)
}

/** How much two functions are asked for in the same words, each counting by how few functions are. */
function likeness(one: Spec, other: Spec): number {
  const there = textsOf(other).words
  let score = 0
  for (const word of textsOf(one).words) if (there.has(word)) score += Math.log(specs.length / users.get(word)!)
  return score / Math.sqrt(there.size)
}

interface Texts {
  /** The functions that its texts name. */
  names: ReadonlySet<string>
  /** The stems of what people ask, and of what it is. */
  words: ReadonlySet<string>
}

function textsOf(spec: Spec): Texts {
  return texts.get(spec)!
}

const specs = catalogue().map((metric) => metric.spec)

const texts = new Map(
  specs.map((spec): [Spec, Texts] => {
    const { name, summary, questions, args } = spec
    const written = [summary, ...args.map(({ help }) => help)].join(' ')
    const asked = [name.replace(/_/g, ' '), ...questions, summary].join(' ')
    return [spec, { names: new Set(written.match(/\b[A-Z][A-Z0-9_]{2,}\b/g)), words: new Set(stems(asked)) }]
  }),
)

const users = new Map<string, number>()
for (const { words } of texts.values()) for (const word of words) users.set(word, 1 + (users.get(word) ?? 0))
