import { useState } from 'preact/hooks'
import { isThere, libraryChanges, libraryName, shownName, type LibraryRow } from '../../plans/libraryRows.ts'
import { countText } from '../../plans/plan.ts'
import { requestOf } from '../../plans/reading.ts'
import type { Row } from '../../plans/row.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

interface Props {
  store: Store
  rows: readonly Row[]
  back(): void
  finish(): void
}

/** Rows to start from; several are picked at once and written in one go. */
export function LibraryPage({ store, rows, back, finish }: Props) {
  const { plan, layout } = store
  const { label, heading, by, says, sets } = plan.library!
  const [set, setSet] = useState(sets[0]!)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const isInSheet = isThere(plan, rows)
  const free = set.rows.filter((row) => !isInSheet(row))
  // What was picked in another set is picked still. Of a row that several sets have, that of the set in sight counts.
  const inSightFirst = [set, ...sets.filter((other) => other !== set)].flatMap(({ rows }) => rows)
  const chosen = inSightFirst.filter(
    (row, i) =>
      picked.has(keyOf(row)) && !isInSheet(row) && inSightFirst.findIndex((other) => keyOf(other) === keyOf(row)) === i,
  )
  const allPicked = free.length > 0 && free.every((row) => picked.has(keyOf(row)))
  const words = [...new Set(set.rows.map((row) => String(row[by] ?? '')))]
  function keyOf(row: LibraryRow): string {
    return libraryName(plan, row)
  }
  const toggle = (name: string) =>
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(name)) next.add(name)
      return next
    })
  const add = async () => {
    const named = new Map<string, unknown>()
    const { isWritten, spared, hasGoneOn } = await store.change(
      () => {
        const changes = libraryChanges(plan, chosen, rows, layout)
        for (const { id, cells } of changes) named.set(id, cells![plan.key])
        return requestOf(plan, changes)
      },
      texts.plans.list.library.added(countText(plan, chosen.length)),
      // Someone else has added it meanwhile and filled in more.
      ({ id, found }) => found !== null && found[plan.key] === named.get(id),
    )
    if (!isWritten) return
    if (spared > 0) {
      const rows = countText(plan, chosen.length - spared)
      store.say(texts.plans.list.library.addedBut({ rows, there: spared }))
    }
    if (!hasGoneOn) finish()
  }
  return (
    <>
      <PageHeading title={heading} back={back} />
      <div class="field">
        <label for="library-set">{label}</label>
        <select
          id="library-set"
          value={set.name}
          onChange={(event) => setSet(sets.find(({ name }) => name === event.currentTarget.value)!)}
        >
          {sets.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <button
        type="button"
        class="quiet wide"
        disabled={free.length === 0}
        onClick={() => {
          const names = free.map(keyOf)
          setPicked(
            (before) =>
              new Set(allPicked ? [...before].filter((name) => !names.includes(name)) : [...before, ...names]),
          )
        }}
      >
        {allPicked ? texts.plans.pickNone : texts.plans.pickAll(free.length)}
      </button>
      {words.map((word) => (
        <fieldset key={word}>
          <legend>{word}</legend>
          {set.rows
            .filter((row) => String(row[by] ?? '') === word)
            .map((row) => (
              <label key={keyOf(row)} class="pick">
                <input
                  type="checkbox"
                  checked={isInSheet(row) || picked.has(keyOf(row))}
                  disabled={isInSheet(row)}
                  onChange={() => toggle(keyOf(row))}
                />
                <span>
                  {shownName(plan, row)}
                  <small>
                    {isInSheet(row) ? texts.plans.list.library.alreadyIn(plan.name) : String(row[says] ?? '')}
                  </small>
                </span>
              </label>
            ))}
        </fieldset>
      ))}
      <div class="bar">
        <button
          type="button"
          class="primary wide"
          aria-disabled={store.busy}
          disabled={chosen.length === 0 && !store.busy}
          onClick={add}
        >
          {store.busy ? texts.doing.writing : texts.plans.list.library.add(countText(plan, chosen.length))}
        </button>
      </div>
    </>
  )
}
