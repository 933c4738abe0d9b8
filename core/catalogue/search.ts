import type { Spec } from '../metric.ts'
import { catalogue } from './catalogue.ts'
import { natives } from './natives.ts'
import { ranked, type Found } from './ranking.ts'

/** What the search finds: a function of ours, or a formula of the spreadsheet's own. */
export interface Answer {
  spec: Spec
}

const everything: readonly Answer[] = [...catalogue(), ...natives]

/** The answers to a question, or of a name, best first. An empty query finds nothing. */
export function search<A extends Answer = Answer>(query: string, answers?: readonly A[]): A[] {
  return find(query, answers).answers
}

/** The same, and whether they are about what was asked. */
export function find<A extends Answer = Answer>(query: string, answers = everything as readonly A[]): Found<A> {
  return ranked(query, answers)
}
