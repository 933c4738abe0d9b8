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
import type { Store } from './store.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  back(): void
  finish(): void
}

const HELP: Readonly<Record<SourceLabel, string>> = {
  'Contract customers': 'Customer of each contract, such as Contracts!A:A.',
  'Contract ends': 'Last day of each contract.',
  'Contract values': 'What each is worth. May be left out.',
  'Order customers': 'Customer of each order, such as Orders!A:A.',
  'Order dates': 'Date of each order.',
  'Order amounts': 'Amount of each order. Those below 0 are refunds.',
}
/** Which of our functions reads a log, and which of its arguments the cells are. */
const GROUPS = [
  { heading: 'Contracts that end', labels: CONTRACTS, metric: 'RENEWALS_DUE', args: ['ids', 'end_dates', 'values'] },
  { heading: 'Orders', labels: ORDERS, metric: 'RFM', args: ['ids', 'dates', 'amounts'] },
] as const

/** The list as a log has it by now: who comes, who goes and who stays is shown before it is written, in one go. */
export function RefreshPage({ book, store, rows, back, finish }: Props) {
  const { plan, state, layout, about } = store
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
    act('Looking…', async () => {
      store.say('')
      setLogs(null)
      if (!isDays(Number(days)) || days.trim() === '')
        return store.say(`Days ahead “${days}” is no whole number of days.`, true)
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
    act('Looking…', async () => {
      const { sheet, address, columns } = await book.selection()
      const labels: readonly SourceLabel[] = GROUPS.find((group) => group.labels.some((one) => one === label))!.labels
      const from = labels.indexOf(label)
      const named = labels.slice(from, from + columns)
      set(Object.fromEntries(named.map((one, i) => [one, reference({ sheet, address: columnOf(address, i) })])))
    })
  /** The columns of the selected sheet whose titles speak of what is asked for. */
  const find = ({ labels, metric, args }: (typeof GROUPS)[number]) =>
    act('Looking…', async () => {
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
      if (cells.length === 0)
        return store.say(
          `No title in the first row of “${sheet}” speaks of them. Click into your log, or select each column.`,
          true,
        )
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
      `${mergeText(merge!)}.`,
      // Someone else has added the same customer meanwhile.
      ({ id, found }) => found !== null && named.has(id) && found[plan.key] === String(named.get(id)),
    )
    if (isWritten && !hasGoneOn) finish()
  }
  const day = content ? refreshedOn(content) : ''
  return (
    <>
      <PageHeading title={REFRESH} back={back} />
      <p>
        Name the columns of your log of contracts, of orders, or both. Who is due or at risk comes into the list, who is
        no longer goes, and what you have noted about a customer stays.
      </p>
      {day && <p class="note">Refreshed last on {day}.</p>}
      <div role="status" ref={top}>
        {merge && <Preview plan={plan} merge={merge} notes={logs.notes} />}
      </div>
      {merge && (
        <button type="button" class="quiet wide" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          The cells that it is read from
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
          <fieldset key={group.heading}>
            <legend>{group.heading}</legend>
            {group.labels.map((label) => (
              <Cells
                key={label}
                {...{ label, value: sources.cells[label] }}
                set={(text) => set({ [label]: text })}
                use={() => void useSelection(label)}
              />
            ))}
            {group.labels === CONTRACTS && (
              <div class="field">
                <label for="refresh-days">Days ahead</label>
                <p id="refresh-days-help" class="note">
                  Contracts that end in so many days are due.
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
              Find {group.labels === CONTRACTS ? 'contracts' : 'orders'} in the selected sheet
            </button>
          </fieldset>
        ))}
        <button type="submit" class={merge ? 'quiet wide' : 'primary wide'} aria-disabled={busy !== ''}>
          {busy || (merge ? 'Look again' : 'Look who comes and goes')}
        </button>
      </form>
      {merge && (
        <div class="bar">
          <button type="button" class="primary wide" aria-disabled={store.busy} onClick={() => void write()}>
            {store.busy ? 'Writing…' : `Refresh ${plan.name}`}
          </button>
        </div>
      )}
    </>
  )
}

export const REFRESH = 'Refresh from a log'

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
        {HELP[label]}
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
        <button type="button" class="quiet" aria-label={`Use selection for ${label}`} onClick={use}>
          Use selection
        </button>
      </div>
    </div>
  )
}

/** So many names are shown of each kind. */
const SHOWN = 12

function Preview({ plan, merge, notes }: { plan: Store['plan']; merge: Merge; notes: readonly string[] }) {
  const { added, gone, marked, typed } = merge
  return (
    <>
      <p class="done">{mergeText(merge)}.</p>
      {marked.length > 0 && (
        <p class="note">
          {marked.length === 1
            ? 'One that stays is no longer due or at risk: something is noted about it.'
            : `${marked.length} that stay are no longer due or at risk: something is noted about them.`}
        </p>
      )}
      {typed > 0 && <p class="note">What was typed over an end or a value by hand stays: {typed} of them.</p>}
      {notes.map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
      <Names heading="New" names={added.map(({ name, why }) => [name, why])} />
      <Names heading="Gone" names={gone.map((row) => [nameOf(plan, row), ''])} />
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
      {more > 0 && <p class="note">and {more} more</p>}
    </>
  )
}

/** A column of a block, from 0: B2:B9 for 1 and A2:C9. */
function columnOf(address: string, place: number): string {
  const letters = lettersOf(firstCell(address).column + place)
  return address.includes(':') ? address.replace(/\$?[A-Z]+/gi, letters) : address
}
