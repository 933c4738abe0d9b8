import { ranked, stems } from '../../core/catalogue/ranking.ts'
import type { Entries, Entry } from './entries.ts'

const MOST_FUNCTIONS = 7
const MOST_TEXTS = 5

type Group = readonly [heading: string, entries: readonly Entry[]]

/**
 * What answers a question, the list with the best of all first. A function is what most people look for, unless the title
 * of a plan or a guide says all that was asked and the name of no function does.
 */
export function answersTo(query: string, { functions, texts }: Entries): readonly Group[] {
  const [found, others] = [ranked(query, functions), ranked(query, texts)]
  const asked = stems(query)
  const says = ({ spec }: Entry) => {
    const own = stems(spec.name.replace(/_/g, ' '))
    return asked.length > 0 && asked.every((word) => own.includes(word))
  }
  const named = others.answers.filter(says)
  const first = [...named, ...others.answers.filter((one) => !named.includes(one))].slice(0, MOST_TEXTS)
  const groups: Group[] = [
    ['Functions', found.isSure ? found.answers.slice(0, MOST_FUNCTIONS) : []],
    ['Plans and guides', others.isSure ? first : []],
  ]
  const leads = named.length > 0 && !found.answers.some(says)
  return leads || !found.isSure ? groups.reverse() : groups
}
