import { filtersOf } from '../../plans/plan.ts'
import { wordIn, type Row } from '../../plans/row.ts'
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
  const { filter, query, owner, group } = choice
  const [one] = plan.noun
  const find = `Find ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`
  const hasOwners = plan.columns.some(({ title }) => title === 'Owner')
  const owners = [...new Set(rows.map((row) => wordIn(row, 'Owner')))].sort()
  return (
    <>
      <input
        type="search"
        class="find"
        autocomplete="off"
        aria-label={find}
        placeholder={find}
        value={query}
        onInput={(event) => setChoice({ ...choice, query: event.currentTarget.value })}
      />
      <div class="row choices">
        {hasOwners && (
          <label>
            <span>Owner</span>
            <select
              value={owner === null ? EVERYONE : owner}
              onChange={(event) => {
                const { value } = event.currentTarget
                setChoice({ ...choice, owner: value === EVERYONE ? null : value })
              }}
            >
              <option value={EVERYONE}>everyone</option>
              {owners.map((name) => (
                <option key={name} value={name}>
                  {name || 'nobody'}
                </option>
              ))}
            </select>
          </label>
        )}
        {plan.groups.length > 1 && (
          <label>
            <span>Group by</span>
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
      <div class="chips" role="group" aria-label="Show">
        {[ALL, ...filtersOf(plan)].map((name) => (
          <button
            key={name}
            type="button"
            class="chip"
            aria-pressed={filter === name}
            onClick={() => setChoice({ ...choice, filter: name })}
          >
            {name} {countOf(name)}
          </button>
        ))}
      </div>
    </>
  )
}

/** No person is called that: names have no spaces at their ends. */
const EVERYONE = ' '
