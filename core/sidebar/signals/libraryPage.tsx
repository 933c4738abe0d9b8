import { useState } from 'preact/hooks'
import type { RowChange } from '../../sheet/book.ts'
import { libraryId, trades, type LibraryCue } from '../../signals/library.ts'
import { requestOf, type Cue } from '../../signals/matrix.ts'
import { PageHeading } from './pageHeading.tsx'
import type { Store } from './store.ts'

interface Props {
  store: Store
  cues: readonly Cue[]
  back(): void
  finish(): void
}

/** Cues of a trade to start from; several are picked at once and written in one go. */
export function LibraryPage({ store, cues, back, finish }: Props) {
  const [trade, setTrade] = useState(trades[0]!)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const there = new Set(cues.map(({ cue }) => cue.toLowerCase()))
  const isThere = ({ cue }: LibraryCue) => there.has(cue.toLowerCase())
  const free = trade.cues.filter((cue) => !isThere(cue))
  // What was picked in another trade is picked still. Of a cue that several trades have, that of the trade in sight counts.
  const inSightLast = [...trades.filter((other) => other !== trade), trade]
  const all = new Map(inSightLast.flatMap(({ cues }) => cues).map((cue) => [cue.cue, cue]))
  const chosen = [...all.values()].filter((cue) => picked.has(cue.cue) && !isThere(cue))
  const allPicked = free.length > 0 && free.every(({ cue }) => picked.has(cue))
  const toggle = (cue: string) =>
    setPicked((before) => {
      const next = new Set(before)
      if (!next.delete(cue)) next.add(cue)
      return next
    })
  const add = async () => {
    const taken = new Set(cues.map(({ id }) => id))
    const changes = chosen.map(({ cue, kind, role, path, stage, outcome }): RowChange => ({
      id: libraryId(cue, (id) => taken.has(id)),
      seen: null,
      cells: { Cue: cue, Kind: kind, Role: role, Path: path, Stage: stage, Outcome: outcome },
    }))
    const named = new Map(changes.map(({ id, cells }) => [id, cells!.Cue]))
    const { isWritten, spared, hasGoneOn } = await store.change(
      requestOf(changes),
      `${countOf(chosen.length)} added.`,
      // Someone else has added it meanwhile and filled in more.
      ({ id, found }) => found !== null && found.Cue === named.get(id),
    )
    if (!isWritten) return
    if (spared > 0)
      store.say(`${countOf(chosen.length - spared)} added, ${spared} ${spared === 1 ? 'was' : 'were'} there already.`)
    if (!hasGoneOn) finish()
  }
  return (
    <>
      <PageHeading title="Cues to start from" back={back} />
      <div class="field">
        <label for="trade">Trade</label>
        <select
          id="trade"
          value={trade.name}
          onChange={(event) => setTrade(trades.find(({ name }) => name === event.currentTarget.value)!)}
        >
          {trades.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <button
        type="button"
        class="quiet wide"
        disabled={free.length === 0}
        onClick={() => {
          const names = free.map(({ cue }) => cue)
          setPicked(
            (before) => new Set(allPicked ? [...before].filter((cue) => !names.includes(cue)) : [...before, ...names]),
          )
        }}
      >
        {allPicked ? 'Pick none' : `Pick all ${free.length}`}
      </button>
      {(['tangible', 'intangible'] as const).map((kind) => (
        <fieldset key={kind}>
          <legend>{kind}</legend>
          {trade.cues
            .filter((cue) => cue.kind === kind)
            .map((cue) => (
              <label key={cue.cue} class="pick">
                <input
                  type="checkbox"
                  checked={isThere(cue) || picked.has(cue.cue)}
                  disabled={isThere(cue)}
                  onChange={() => toggle(cue.cue)}
                />
                <span>
                  {cue.cue}
                  <small>{isThere(cue) ? 'already in the matrix' : cue.outcome}</small>
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
          {store.busy ? 'Writing…' : `Add ${countOf(chosen.length)}`}
        </button>
      </div>
    </>
  )
}

function countOf(cues: number): string {
  return cues === 1 ? '1 cue' : `${cues} cues`
}
