import { ranked, stems } from '../../core/catalogue/ranking.ts'
import type { Entries, Entry } from './entries.ts'

const MOST_FUNCTIONS = 7
const MOST_TEXTS = 5

type Group = readonly [heading: string, entries: readonly Entry[]]

/**
 * What answers a question, the list with the best of all first. A function is what most people look for, unless the title
 * of a plan or a guide says more of what was asked than the name of any function.
 */
export function answersTo(query: string, { functions, texts }: Entries): readonly Group[] {
  const [found, others] = [ranked(query, functions), ranked(query, texts)]
  const asked = stems(query)
  const saying = new Map(others.answers.map((entry) => [entry, titleMatch(entry, asked)]))
  const best = others.answers.slice().sort((a, b) => saying.get(b)! - saying.get(a)!)
  const most = Math.max(0, ...found.answers.map((entry) => titleMatch(entry, asked)))
  const groups: Group[] = [
    ['Functions', found.isSure ? found.answers.slice(0, MOST_FUNCTIONS) : []],
    ['Plans and guides', others.isSure ? best.slice(0, MOST_TEXTS) : []],
  ]
  const leads = others.isSure && best.length > 0 && saying.get(best[0]!)! > most
  return leads || !found.isSure ? groups.reverse() : groups
}

/** 2 where the title of a page says what was asked and no more, 1 where it says that too, else 0. */
function titleMatch({ path, spec }: Entry, asked: readonly string[]): number {
  const own = stems(spec.name.replace(/_/g, ' '))
  if (asked.length === 0 || !asked.every((word) => own.includes(word))) return 0
  return own.length === asked.length && !path.includes('#') ? 2 : 1
}
