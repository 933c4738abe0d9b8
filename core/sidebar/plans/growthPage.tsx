import { useState } from 'preact/hooks'
import type { Book, CellValue } from '../../sheet/book.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { CellError } from '../../cell.ts'
import { decode } from '../../catalogue/explain.ts'
import { evaluate } from '../../reading/evaluate.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { reason } from '../said.tsx'
import { readable } from '../../catalogue/readable.ts'
import { closedKpis, monthsOf, type ClosedKpi } from '../../plans/month/closedKpis.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

type Outcome =
  | { kind: 'none' | 'busy' }
  | { kind: 'told'; from: string; growth: string; rows: string; drivers: Driver[] }
  | { kind: 'why not'; text: string }

/** A row of DRIVER_IMPACT, where a cell that cannot be known is "". */
type Driver = [
  name: string,
  correlation: number | '',
  rankCorrelation: number | '',
  effect: number | '',
  weight: number | '',
  warning: string,
]

/** Which cues move with growth, where a history of both allows to say it, and why not where it does not. */
export function GrowthPage({ book, store, back }: { book: Book; store: Store; back(): void }) {
  const words = texts.plans.signals.growth
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const closed = closedKpis(store.about.rowsOf('History') ?? [])
  const tell = (cells: CellValue[][], from: string) => {
    const history = historyIn(cells)
    const problem = problemIn(history)
    if (problem) return setOutcome({ kind: 'why not', text: problem })
    const [growth] = history.titles
    setOutcome({ kind: 'told', from, growth: growth!, rows: rowsText(history), drivers: driversIn(cells) })
  }
  const look = async () => {
    if (outcome.kind === 'busy') return
    setOutcome({ kind: 'busy' })
    try {
      const selection = await book.selection()
      const from = reference(selection)
      if (selection.columns < 2) {
        setOutcome({ kind: 'why not', text: words.oneColumn(from) })
        return
      }
      const [read] = await book.readRanges([selection])
      // Months at the left say when, not how much.
      const cells = isCalendar(read!.map(([first]) => first ?? null)) ? read!.map((row) => row.slice(1)) : read!
      if (cells[0] && cells[0].length < 2) {
        setOutcome({ kind: 'why not', text: words.oneBesideDates(from) })
        return
      }
      tell(cells, from)
    } catch (error) {
      setOutcome({ kind: 'why not', text: reason(error) })
    }
  }
  return (
    <>
      <PageHeading title={texts.plans.ownPages.growth} back={back} />
      <p>{words.about}</p>
      <p class="note">{words.select}</p>
      <button type="button" class="primary wide" aria-disabled={outcome.kind === 'busy'} onClick={look}>
        {outcome.kind === 'busy' ? texts.doing.looking : words.look}
      </button>
      {closed.length > 1 && (
        <ClosedMonths
          closed={closed}
          look={(growth, others) => {
            try {
              tell(monthsOf(growth, others), words.months.from)
            } catch (error) {
              setOutcome({ kind: 'why not', text: reason(error) })
            }
          }}
        />
      )}
      <div role="status">
        {outcome.kind === 'why not' && <p class="problem">{outcome.text}</p>}
        {outcome.kind === 'told' && <p class="note">{words.told(outcome)}</p>}
      </div>
      {outcome.kind === 'told' && (
        <ul class="drivers">
          {outcome.drivers.map((driver) => (
            <DriverLine key={driver[0]} driver={driver} />
          ))}
        </ul>
      )}
    </>
  )
}

interface ClosedMonthsProps {
  closed: readonly ClosedKpi[]
  look(growth: ClosedKpi, others: readonly ClosedKpi[]): void
}

/** The KPIs of the closed months in place of selected columns: what should grow, and what may move with it. */
function ClosedMonths({ closed, look }: ClosedMonthsProps) {
  const words = texts.plans.signals.growth.months
  const [growth, setGrowth] = useState(closed[0]!.name)
  const [picked, setPicked] = useState<readonly string[]>([])
  const others = closed.filter(({ name }) => name !== growth)
  const chosen = others.filter(({ name }) => picked.includes(name))
  return (
    <>
      <h2>{words.heading}</h2>
      <div class="field">
        <label for="growth-kpi">{words.growth}</label>
        <select id="growth-kpi" value={growth} onChange={(event) => setGrowth(event.currentTarget.value)}>
          {closed.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{words.others}</legend>
        {others.map(({ name, values }) => (
          <label key={name} class="pick">
            <input
              type="checkbox"
              checked={picked.includes(name)}
              onChange={() =>
                setPicked(picked.includes(name) ? picked.filter((one) => one !== name) : [...picked, name])
              }
            />
            <span>
              {name}
              <small>{words.count(values.size)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        class="quiet wide"
        disabled={chosen.length === 0}
        onClick={() =>
          look(
            closed.find(({ name }) => name === growth)!,
            chosen,
          )
        }
      >
        {words.look}
      </button>
    </>
  )
}

function DriverLine({ driver: [name, correlation, , , weight, warning] }: { driver: Driver }) {
  return (
    <li>
      <b>
        {name}
        {weight !== '' && <span>{readable(weight, 'fraction', 2)}</span>}
      </b>
      {weight !== '' && <meter value={weight} aria-hidden="true" />}
      {correlation !== '' && <span class="note">{together(correlation)}</span>}
      {warning && <span class="finding amber">{warning}</span>}
    </li>
  )
}

/** A correlation in words, by Cohen’s sizes: below 0.3 is small. */
function together(correlation: number): string {
  const { hardly, rises, falls } = texts.plans.signals.growth
  const how = Math.abs(correlation) < 0.3 ? hardly : correlation > 0 ? rises : falls
  return how(correlation.toFixed(2))
}

/** Whether a column holds dates below its title: whole serial numbers of this century that go up or down all the way. */
function isCalendar(column: readonly CellValue[]): boolean {
  const days = column.slice(1).filter((cell) => cell !== null)
  const isDay = (cell: CellValue): cell is number =>
    Number.isInteger(cell) && Number(cell) > 36_525 && Number(cell) < 73_050
  if (days.length < 2 || !days.every(isDay)) return false
  const steps = days.slice(1).map((day, i) => Math.sign((day as number) - (days[i] as number)))
  return steps.every((step) => step !== 0 && step === steps[0])
}

/** The columns that were selected, growth first. */
interface History {
  titles: readonly string[]
  /** Below the titles, without blank rows. */
  rows: readonly (readonly CellValue[])[]
  /** The row of the selection in which the first of them stands, from 1. */
  first: number
  complete: number
}

function historyIn(cells: readonly (readonly CellValue[])[]): History {
  const [top = [], ...below] = cells
  const isHeader = top.every((cell) => typeof cell !== 'number') && top.some((cell) => typeof cell === 'string')
  const rows = isHeader ? below : cells
  return {
    titles: top.map((cell, i) =>
      isHeader && cell !== null && cell !== '' ? String(cell) : texts.plans.signals.growth.column(i + 1),
    ),
    rows,
    first: isHeader ? 2 : 1,
    complete: rows.filter((row) => row.every((cell) => typeof cell === 'number')).length,
  }
}

/** Why nothing can be told from a history, in the words of its columns; "" where something can. */
function problemIn({ titles, rows, first, complete }: History): string {
  const words = texts.plans.signals.growth
  for (const [i, row] of rows.entries()) {
    const column = row.findIndex((cell) => decode(cell) instanceof CellError)
    if (column >= 0) return words.error({ title: titles[column]!, error: String(row[column]), row: i + first })
  }
  const empty = titles.findIndex((_, column) => !rows.some((row) => typeof row[column] === 'number'))
  if (empty >= 0) return words.noNumbers(titles[empty]!)
  // Two more than there are cues, or anything would fit.
  if (complete > titles.length) return ''
  return words.tooFew({ cues: titles.length - 1, rows: titles.length + 1, complete })
}

/** Which of the rows counted. */
function rowsText({ rows, complete }: History): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== null && cell !== '')).length
  const { allRows, someRows } = texts.plans.signals.growth
  return complete === filled ? allRows(complete) : someRows({ complete, rows: filled })
}

function driversIn(cells: readonly CellValue[][]): Driver[] {
  const growth = cells.map((row) => [row[0] ?? null])
  const cues = cells.map((row) => row.slice(1))
  try {
    const [, ...rows] = evaluate(findMetric('DRIVER_IMPACT')!, [growth, cues], decode) as [unknown, ...Driver[]]
    return rows
  } catch (error) {
    if (!(error instanceof CellError)) throw error
    const { cues } = texts.plans.signals.growth
    throw new Error(error.message.replace(/^\w+: /, '').replace(/\bdrivers\b/, cues))
  }
}
