import { useEffect, useRef, useState } from 'preact/hooks'
import { findMetric } from '../../catalogue/catalogue.ts'
import type { Book } from '../../sheet/book.ts'
import { lettersOf, reference, firstCell } from '../../sheet/sheetReference.ts'
import { logsOf, readingOf, type Logs } from '../../plans/renewals/logs.ts'
import { merged, mergeText, type Merge } from '../../plans/renewals/merge.ts'
import {
  CONTRACTS,
  isDays,
  keeping,
  keptSources,
  ORDERS,
  refreshedOn,
  SOURCE_LABELS,
  type SourceLabel,
  type Sources,
} from '../../plans/renewals/sources.ts'
import { nameOf } from '../../plans/plan.ts'
import { requestOf } from '../../plans/reading.ts'
import type { Row } from '../../plans/row.ts'
import { useAction } from '../action.ts'
import { showTop } from '../focus.ts'
import { columnsOf, guesses } from '../functions/guess.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  back(): void
  finish(): void
}

/** Which of our functions reads a log, and which of its arguments the cells are. */
const GROUPS = [
  { name: 'contracts', labels: CONTRACTS, metric: 'RENEWALS_DUE', args: ['ids', 'end_dates', 'values'] },
  { name: 'orders', labels: ORDERS, metric: 'RFM', args: ['ids', 'dates', 'amounts'] },
] as const

/** The list as a log has it by now: who comes, who goes and who stays is shown before it is written, in one go. */
export function RefreshPage({ book, store, rows, back, finish }: Props) {
  const { plan, state, layout, about } = store
  const words = texts.plans.renewals
  const content = state.kind === 'ready' ? state.content : null
  const [sources, setSources] = useState<Sources>(() => keptSources(content ?? { values: [], formulas: [] }))
  const [days, setDays] = useState(String(sources.days))
  const [logs, setLogs] = useState<Logs | null>(null)
  /** Whether the cells are shown though they were read. */
  const [isOpen, setOpen] = useState(false)
  const top = useRef<HTMLDivElement>(null)
  const { busy, act } = useAction((problem) => store.say(problem, true))
  const set = (cells: Partial<Sources['cells']>) => {
    setSources((before) => ({ ...before, cells: { ...before.cells, ...cells } }))
    setLogs(null)
  }
  const look = () =>
    act(texts.doing.looking, async () => {
      store.say('')
      setLogs(null)
      if (!isDays(Number(days)) || days.trim() === '') return store.say(words.noDays(days), true)
      const now = { ...sources, days: Number(days) }
      setSources(now)
      const reading = readingOf(now, about.today)
      if ('problem' in reading) return store.say(reading.problem, true)
      const found = logsOf(reading, await book.readRanges(reading.ranges), about.today)
      if ('problem' in found) return store.say(found.problem, true)
      setLogs(found)
      setOpen(false)
      showTop(top.current)
    })
  // What was read last time is read again at once: what is left to do is to look it through and write.
  useEffect(() => {
    if (SOURCE_LABELS.some((label) => sources.cells[label] !== '')) void look()
  }, [])

  /** The cells that are selected. Several columns side by side are those of the fields from this one on. */
  const useSelection = (label: SourceLabel) =>
    act(texts.doing.looking, async () => {
      const { sheet, address, columns } = await book.selection()
      const labels: readonly SourceLabel[] = GROUPS.find((group) => group.labels.some((one) => one === label))!.labels
      const from = labels.indexOf(label)
      const named = labels.slice(from, from + columns)
      set(Object.fromEntries(named.map((one, i) => [one, reference({ sheet, address: columnOf(address, i) })])))
    })
  /** The columns of the selected sheet whose titles speak of what is asked for. */
  const find = ({ labels, metric, args }: (typeof GROUPS)[number]) =>
    act(texts.doing.looking, async () => {
      store.say('')
      const { sheet } = await book.selection()
      const spec = findMetric(metric)!.spec.args.map((arg) => ({ ...arg, optional: false }))
      const found =
        sheet === plan.name
          ? {}
          : guesses(
              spec.filter(({ name }) => args.some((arg) => arg === name)),
              await columnsOf(book, sheet),
            )
      const cells = labels.map((label, i) => [label, found[args[i]!] ?? ''] as const).filter(([, text]) => text !== '')
      if (cells.length === 0) return store.say(words.noTitle(sheet), true)
      set(Object.fromEntries(cells))
    })

  const merge = logs && merged(plan, rows, logs, layout)
  const write = async () => {
    const named = new Map<string, unknown>()
    const request = () => {
      const { changes } = merged(plan, rows, logs!, layout)
      for (const { id, seen, cells } of changes) if (seen === null) named.set(id, cells![plan.key])
      return { ...requestOf(plan, changes), beside: content ? keeping(content, sources, about.today) : [] }
    }
    const { isWritten, hasGoneOn } = await store.change(
      request,
      words.merged(mergeText(merge!)),
      // Someone else has added the same customer meanwhile.
      ({ id, found }) => found !== null && named.has(id) && found[plan.key] === String(named.get(id)),
    )
    if (isWritten && !hasGoneOn) finish()
  }
  const day = content ? refreshedOn(content) : ''
  return (
    <>
      <PageHeading title={texts.plans.ownPages.refresh} back={back} />
      <p>{words.about}</p>
      {day && <p class="note">{words.last(day)}</p>}
      <div role="status" ref={top}>
        {merge && <Preview plan={plan} merge={merge} notes={logs.notes} />}
      </div>
      {merge && (
        <button type="button" class="quiet wide" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.cells}
        </button>
      )}
      <form
        hidden={merge !== null && !isOpen}
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        {GROUPS.map((group) => (
          <fieldset key={group.name}>
            <legend>{words[group.name].heading}</legend>
            {group.labels.map((label) => (
              <Cells
                key={label}
                {...{ label, value: sources.cells[label] }}
                set={(text) => set({ [label]: text })}
                use={() => void useSelection(label)}
              />
            ))}
            {group.name === 'contracts' && (
              <div class="field">
                <label for="refresh-days">{words.days}</label>
                <p id="refresh-days-help" class="note">
                  {words.daysHelp}
                </p>
                <input
                  id="refresh-days"
                  type="text"
                  inputMode="numeric"
                  autocomplete="off"
                  aria-describedby="refresh-days-help"
                  value={days}
                  onInput={(event) => {
                    setDays(event.currentTarget.value)
                    setLogs(null)
                  }}
                />
              </div>
            )}
            <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => void find(group)}>
              {words[group.name].find}
            </button>
          </fieldset>
        ))}
        <button type="submit" class={merge ? 'quiet wide' : 'primary wide'} aria-disabled={busy !== ''}>
          {busy || (merge ? texts.plans.lookAgain : words.look)}
        </button>
      </form>
      {merge && (
        <div class="bar">
          <button type="button" class="primary wide" aria-disabled={store.busy} onClick={() => void write()}>
            {store.busy ? texts.doing.writing : words.refresh(plan.name)}
          </button>
        </div>
      )}
    </>
  )
}

interface CellsProps {
  label: SourceLabel
  value: string
  set(text: string): void
  use(): void
}

function Cells({ label, value, set, use }: CellsProps) {
  const id = `refresh-${label.toLowerCase().replace(' ', '-')}`
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p id={`${id}-help`} class="note">
        {texts.plans.renewals.help[label]}
      </p>
      <div class="row">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-help`}
          value={value}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <button type="button" class="quiet" aria-label={texts.controls.useSelectionFor(label)} onClick={use}>
          {texts.controls.useSelection}
        </button>
      </div>
    </div>
  )
}

/** So many names are shown of each kind. */
const SHOWN = 12

function Preview({ plan, merge, notes }: { plan: Store['plan']; merge: Merge; notes: readonly string[] }) {
  const { added, gone, marked, typed } = merge
  const words = texts.plans.renewals
  return (
    <>
      <p class="done">{words.merged(mergeText(merge))}</p>
      {marked.length > 0 && <p class="note">{words.noLonger(marked.length)}</p>}
      {typed > 0 && <p class="note">{words.typed(typed)}</p>}
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <Names heading={words.added} names={added.map(({ name, why }) => [name, why])} />
      <Names heading={words.gone} names={gone.map((row) => [nameOf(plan, row), ''])} />
    </>
  )
}

function Names({ heading, names }: { heading: string; names: readonly (readonly [name: string, why: string])[] }) {
  if (names.length === 0) return null
  const more = names.length - SHOWN
  return (
    <>
      <h2>
        {heading} <span class="number">{names.length}</span>
      </h2>
      <ul class="drivers">
        {names.slice(0, SHOWN).map(([name, why]) => (
          <li key={name}>
            <b>{name}</b>
            {why && <span class="note">{why}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="note">{texts.plans.renewals.more(more)}</p>}
    </>
  )
}

/** A column of a block, from 0: B2:B9 for 1 and A2:C9. */
function columnOf(address: string, place: number): string {
  const letters = lettersOf(firstCell(address).column + place)
  return address.includes(':') ? address.replace(/\$?[A-Z]+/gi, letters) : address
}
