import { cut } from '../../../cell.ts'
import { scalesToMap } from '../../../plans/importing/scales.ts'
import { wordsToMap, type FoundWord } from '../../../plans/importing/words.ts'
import type { Plan } from '../../../plans/plan.ts'
import { withWord, type OwnImport } from './ownImport.ts'
import { texts } from '../../texts/texts.ts'
import { Pair } from './pair.tsx'

interface Props {
  plan: Plan
  own: OwnImport
  change(own: OwnImport): void
}

/** What each word of the table stands for, those first of which nobody can be sure. */
export function Words({ plan, own, change }: Props) {
  const { table, choices } = own
  const said = texts.plans.importing.words
  const scores = scalesToMap(plan, table, choices.mapping).map(({ title, words, range: { least, most } }) => {
    // Scores come to the nearest half.
    const steps = Array.from({ length: 2 * (most - least) + 1 }, (_, i) => least + i / 2)
    return { title, words, choices: steps }
  })
  const columns = [...wordsToMap(plan, table, choices.mapping), ...scores].filter(({ words }) => words.length > 0)
  if (columns.length === 0) return null
  const open = columns.reduce(
    (sum, { title, words }) => sum + words.filter(({ key }) => isOpen(own, title, key)).length,
    0,
  )
  const titleOf = (title: string) => table.titles[choices.mapping[title]!]!
  return (
    <>
      <h2>{said.heading}</h2>
      <p class={open > 0 ? 'warning' : 'note'} role="status">
        {open === 0 ? said.allChosen : said.open(open)}
      </p>
      {columns.map(({ title, words, choices: meanings }) => (
        <fieldset key={title} class="pairs">
          <legend>
            {title} <small>{said.from(titleOf(title))}</small>
          </legend>
          {unsureFirst<string | number>(words)
            .slice(0, MOST)
            .map(({ word, key, rows }) => {
              const options = [undefined, '', ...meanings]
              return (
                <Pair
                  key={key}
                  options={options.map(textOfMeaning)}
                  chosen={options.indexOf(choices.words[title]?.get(key))}
                  choose={(option) => change(withWord(own, title, key, options[option]))}
                  is={isOpen(own, title, key) ? 'open' : undefined}
                >
                  {cut(word)} <small>{said.rows(rows)}</small>
                </Pair>
              )
            })}
          {words.length > MOST && (
            <p class="note">{said.more({ words: words.length - MOST, title: titleOf(title) })}</p>
          )}
        </fieldset>
      ))}
    </>
  )
}

/** A column with more words than this holds something else than choices. */
const MOST = 30

function isOpen({ choices }: OwnImport, title: string, key: string): boolean {
  return !choices.words[title]?.has(key)
}

function unsureFirst<T extends string | number>(words: readonly FoundWord<T>[]): FoundWord<T>[] {
  return [...words].sort((a, b) => Number(a.guess !== null) - Number(b.guess !== null))
}

function textOfMeaning(meaning: string | number | undefined): string {
  const { choose, leaveBlank } = texts.plans.importing.words
  return meaning === undefined ? choose : meaning === '' ? leaveBlank : String(meaning)
}
