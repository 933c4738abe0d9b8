import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book, CellValue, RangeName } from '../sheet/book.ts'
import { CellError } from '../cell.ts'
import { callsIn, explain, parseCall, rangesOf, type InputReading, type ParsedCall } from '../catalogue/explain.ts'
import { targetText, unitText, type Result, type Returns, type Share, type Spec, type Unit } from '../metric.ts'
import { textOf } from '../sheet/rows.ts'
import { findPlan } from '../plans/findPlan.ts'
import type { Link, Plan } from '../plans/plan.ts'
import { reason } from './said.tsx'
import { texts } from './texts/texts.ts'
import { madeOf } from '../catalogue/madeOf.ts'
import { readable } from '../catalogue/readable.ts'
import { hasChart, tableIn, type FilledTable } from '../tables/tables.ts'
import { recipeOf, type Recipe } from '../tables/recipe.ts'
import { ChartButton } from './functions/chartButton.tsx'
import { ResultTable } from './functions/resultTable.tsx'

type State =
  | { kind: 'waiting' }
  | { kind: 'busy' }
  | { kind: 'nothing'; text: string; isAsked: boolean }
  | {
      kind: 'told'
      cell: string
      formula: string
      /** The formula of the cell, where ours is a part of it, and how many of ours it holds besides. */
      within: { formula: string; others: number } | null
      spec: Spec
      /** What its row in the matrix wants of it. */
      goal: Goal | null
      readings: InputReading[] | null
      result: Result | CellError | null
      /** What a rate is made of. */
      share: Share | undefined
      /** What the numbers of the result count. */
      returns: Returns
      /** The table that the formula fills, where it has a chart. */
      table: FilledTable | null
      /** The formula, where it can be made again for another table. */
      call: ParsedCall | null
      /** What the cell shows in the sheet. */
      value: CellValue
    }

interface Goal {
  target: string
  status: string
}

/** What the number in the selected cell is, and what it was made of. */
export function Explain({ book, shown, again }: { book: Book; shown: boolean; again(recipe: Recipe): void }) {
  const [state, setState] = useState<State>({ kind: 'waiting' })
  const looks = useRef(0)
  /** Who selects another cell goes on to that; what was told before stays until then. */
  const look = async (isAsked: boolean) => {
    const mine = ++looks.current
    if (isAsked) setState({ kind: 'busy' })
    const next = await told(book, isAsked).catch((error: unknown): State => {
      return { kind: 'nothing', text: reason(error), isAsked }
    })
    if (mine === looks.current) setState(next)
  }
  useEffect(() => {
    if (!shown) return
    void look(true)
    let calm: ReturnType<typeof setTimeout> | undefined
    const end = book.watchSelection(() => {
      clearTimeout(calm)
      calm = setTimeout(() => void look(false), CALM_MS)
    })
    return () => {
      clearTimeout(calm)
      end()
    }
  }, [shown])
  const useAgain = (call: ParsedCall) =>
    void recipeOf(book, call)
      .then(again)
      .catch((error: unknown) => setState({ kind: 'nothing', text: reason(error), isAsked: true }))
  return (
    <div class="page">
      <h1>{texts.explain.heading}</h1>
      <p class="note">{texts.explain.about}</p>
      <button type="button" class="primary wide" aria-disabled={state.kind === 'busy'} onClick={() => void look(true)}>
        {state.kind === 'busy' ? texts.doing.looking : texts.explain.explain}
      </button>
      <div role="status">
        {state.kind === 'nothing' && <p class={state.isAsked ? 'problem' : 'note'}>{state.text}</p>}
      </div>
      {state.kind === 'told' && <Told {...state} book={book} again={useAgain} />}
    </div>
  )
}

/** How long a selection lasts that is looked at: who goes through cells with the arrows passes many. */
const CALM_MS = 250

async function told(book: Book, isAsked: boolean): Promise<State> {
  const { sheet, address, content: own, filledFrom } = await book.selection()
  const cell = filledFrom?.cell ?? address.split(':')[0]!
  const content = filledFrom?.formula ?? own
  const plan = findPlan(sheet)
  // The status of a row of a plan is ours as well: it waits for its value in an IF().
  const status = plan?.link ? STATUS.exec(content) : null
  const [first = '', ...others] = status ? [status[0]] : content.startsWith('=') ? explainableCalls(content, sheet) : []
  const call = parseCall(`=${first}`, sheet)
  if (!call) {
    const text = content.startsWith('=')
      ? texts.explain.notOurs({ cell, formula: content })
      : texts.explain.noFormula(cell)
    return { kind: 'nothing', text, isAsked }
  }
  const ranges = rangesOf(call)
  const goalRanges = plan?.link ? rangesOfGoal(plan, cell) : []
  const [shown, ...cells] = await book.readRanges([{ sheet, address: cell }, ...ranges, ...goalRanges])
  const found = explain(call, cells.slice(0, ranges.length))
  const isAlone = status !== null || content.replace(/\s/g, '') === `=${first}`.replace(/\s/g, '')
  return {
    kind: 'told',
    cell,
    formula: `=${first}`,
    within: isAlone ? null : { formula: content, others: others.length },
    spec: call.metric.spec,
    goal: plan?.link ? goalIn(plan.link, cells.slice(ranges.length)) : null,
    readings: found && found.readings,
    result: found && found.result,
    share: found?.share,
    returns: found ? found.returns : call.metric.spec.returns,
    table: isAlone ? tableIn(call, found, sheet, cell) : null,
    call: isAlone && status === null ? call : null,
    value: shown?.[0]?.[0] ?? null,
  }
}

/** Which version computes is asked by a call of ours too, but there is nothing to explain in it. */
function explainableCalls(formula: string, sheet: string): string[] {
  return callsIn(formula).filter((call) => parseCall(`=${call}`, sheet))
}

const STATUS = /KPI_STATUS\([^()]*\)/

/** The titles of a plan and the row of a cell. */
function rangesOfGoal({ name }: Plan, cell: string): RangeName[] {
  const row = cell.replace(/\D/g, '')
  // Whole rows: people may have added columns of their own before, and the sheet may end soon after.
  return ['1:1', `${row}:${row}`].map((address) => ({ sheet: name, address }))
}

function goalIn({ target, status }: Link, [titles, row]: readonly CellValue[][][]): Goal | null {
  const content = (title: string) => textOf(row?.[0]?.[titles?.[0]?.indexOf(title) ?? -1] ?? null)
  return content(target) === '' ? null : { target: content(target), status: content(status) }
}

type ToldProps = Extract<State, { kind: 'told' }> & { book: Book; again(call: ParsedCall): void }

function Told(told: ToldProps) {
  const { book, again, cell, formula, within, spec, goal, readings, result, share, returns, table, call, value } = told
  return (
    <>
      <h2>{cell}</h2>
      {within && (
        <p class="note">
          {texts.explain.within({
            formula: <code>{within.formula}</code>,
            others: within.others,
            value: readable(value ?? ''),
          })}
        </p>
      )}
      <code class="formula">{formula}</code>
      {result instanceof CellError && <p class="problem">{result.message}</p>}
      {result !== null && !(result instanceof CellError) && <Shown result={result} returns={returns} />}
      {share && <p class="note">{madeOf(share, returns.unit!)}</p>}
      {result === null && value !== null && within === null && <Shown result={value} returns={returns} />}
      {table && hasChart(table) && <ChartButton key={`${table.sheet}!${cell}`} book={book} table={table} />}
      {call && (
        <button type="button" class="quiet wide" onClick={() => again(call)}>
          {texts.explain.useAgain}
        </button>
      )}
      <h2>{texts.explain.whatItIs}</h2>
      <p>{spec.summary}</p>
      {goal && (
        <p>
          {goal.status
            ? texts.explain.targetAndStatus({
                target: goal.target,
                status: <b class={`live ${goal.status}`}>{goal.status}</b>,
              })
            : texts.explain.target(goal.target)}
        </p>
      )}
      {returns.target && <p class="note">{texts.explain.usualTarget(targetText(returns))}</p>}
      {readings && readings.some(({ text }) => text !== '') && (
        <>
          <h2>{texts.explain.madeOf}</h2>
          <dl class="readings">
            {readings
              .filter(({ text }) => text !== '')
              .map((reading) => (
                <Reading key={reading.name} {...reading} />
              ))}
          </dl>
        </>
      )}
      {!readings && (
        <p class="note">{texts.explain.uncounted(typeof value === 'string' && value.startsWith('#') ? value : '')}</p>
      )}
      <h2>{texts.explain.source}</h2>
      <p class="note">{spec.source}</p>
    </>
  )
}

function Shown({ result, returns }: { result: Result; returns: Returns }) {
  if (Array.isArray(result)) return <ResultTable rows={result.slice(0, 12)} returns={returns} />
  const { unit } = returns
  return (
    <p class="result">
      <b>{readable(result, unit, unit === 'fraction' ? 6 : 10)}</b>{' '}
      {unit && WORDS.includes(unit) && <span class="note">{unitText(unit)}</span>}
    </p>
  )
}

/** Units that are read after the number: 4 hours, but not 4 a count. */
const WORDS: readonly Unit[] = ['points', 'seconds', 'hours', 'days', 'months']

function Reading({ name, text, rows, counts = 'rows', used, blank, skipped, standFor }: InputReading) {
  return (
    <div>
      <dt>
        {name} <code>{text}</code>
      </dt>
      {rows !== undefined && (
        <dd>
          {texts.explain.read({ count: rows, what: counts, used, blank, standFor })}
          {skipped.map(({ count, why }) => (
            <span key={why} class="skipped">
              {texts.explain.skipped({ count, why })}
            </span>
          ))}
        </dd>
      )}
    </div>
  )
}
