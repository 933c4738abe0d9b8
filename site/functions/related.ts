import { catalogue } from '../../core/catalogue/catalogue.ts'
import { ranked } from '../../core/catalogue/ranking.ts'
import type { Metric, Spec } from '../../core/metric.ts'

const MOST = 6

const all = catalogue()

/** Functions that go with one: those that its texts name, those whose texts name it, those of its name, and those that answer its questions too. */
export function related({ spec }: Metric): Spec[] {
  const others = all.map((metric) => metric.spec).filter((other) => other !== spec)
  const named = namesIn(spec)
  const naming = others.filter((other) => namesIn(other).has(spec.name))
  const [root] = spec.name.split('_')
  const sisters = others.filter(({ name }) => name.split('_')[0] === root)
  const alike = spec.questions.flatMap((question) =>
    ranked(question, all)
      .answers.slice(0, 3)
      .map((one) => one.spec),
  )
  const found = [
    ...others.filter(({ name }) => named.has(name)),
    ...naming,
    ...sisters,
    ...alike.filter((one) => one !== spec),
  ]
  return [...new Set(found)].slice(0, MOST)
}

/** The functions that the texts of one name. */
function namesIn(spec: Spec): ReadonlySet<string> {
  let names = known.get(spec)
  if (!names) {
    const texts = [spec.summary, ...spec.args.map(({ help }) => help)].join(' ')
    names = new Set(texts.match(/\b[A-Z][A-Z0-9_]{2,}\b/g))
    known.set(spec, names)
  }
  return names
}

const known = new Map<Spec, ReadonlySet<string>>()
