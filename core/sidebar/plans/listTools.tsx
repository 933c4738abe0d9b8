import { filtersOf, oneText } from '../../plans/plan.ts'
import { wordIn, type Row } from '../../plans/row.ts'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'
import { ALL, type Choice } from './view.ts'

interface Props {
  store: Store
  rows: readonly Row[]
  choice: Choice
  setChoice(choice: Choice): void
  /** How many rows are shown under a filter. */
  countOf(filter: string): number
}

/** Which rows are shown, and how: words to find, what they lack, whose they are, by what they are grouped. */
export function ListTools({ store: { plan }, rows, choice, setChoice, countOf }: Props) {
  const words = texts.plans.list
  const { filter, query, owner, group } = choice
  const hasOwners = plan.columns.some(({ title }) => title === 'Owner')
  const owners = [...new Set(rows.map((row) => wordIn(row, 'Owner')))].sort()
  return (
    <>
      <input
        type="search"
        class="find"
        autocomplete="off"
        aria-label={words.find(oneText(plan))}
        placeholder={words.find(oneText(plan))}
        value={query}
        onInput={(event) => setChoice({ ...choice, query: event.currentTarget.value })}
      />
      <div class="row choices">
        {hasOwners && (
          <label>
            <span>{words.owner}</span>
            <select
              value={owner === null ? EVERYONE : owner}
              onChange={(event) => {
                const { value } = event.currentTarget
                setChoice({ ...choice, owner: value === EVERYONE ? null : value })
              }}
            >
              <option value={EVERYONE}>{words.everyone}</option>
              {owners.map((name) => (
                <option key={name} value={name}>
                  {name || words.nobody}
                </option>
              ))}
            </select>
          </label>
        )}
        {plan.groups.length > 1 && (
          <label>
            <span>{words.groupBy}</span>
            <select value={group} onChange={(event) => setChoice({ ...choice, group: event.currentTarget.value })}>
              {plan.groups.map(({ title }) => (
                <option key={title} value={title}>
                  {title}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div class="chips" role="group" aria-label={words.show}>
        {[ALL, ...filtersOf(plan)].map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={filter === name}
            onClick={() => setChoice({ ...choice, filter: name })}
          >
            {words.filter({ name: name === ALL ? words.all : name, rows: countOf(name) })}
          </button>
        ))}
      </div>
    </>
  )
}

/** No person is called that: names have no spaces at their ends. */
const EVERYONE = ' '
