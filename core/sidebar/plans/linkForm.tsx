import { useEffect, useRef, useState } from 'preact/hooks'
import type { Arg } from '../../arguments/argument.ts'
import { misfit, parseTarget } from '../../arguments/target.ts'
import { columnReference, type DataColumn } from '../../catalogue/dataColumns.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { anchored, parseCall, type Input } from '../../catalogue/explain.ts'
import { sample } from '../../catalogue/reference.ts'
import type { Metric, Returns, Spec } from '../../metric.ts'
import { linkCells, showsKpi } from '../../plans/linking.ts'
import { targetIn } from '../../plans/live.ts'
import { nameOf } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { contentIn, wordIn, type Row } from '../../plans/row.ts'
import type { Book } from '../../sheet/book.ts'
import { ArgumentField } from '../functions/argumentField.tsx'
import { callText, inSheet, missing, unreadable, type Fields } from '../functions/call.ts'
import { columnsOf, guesses } from '../functions/guess.ts'
import { Confirmation } from '../confirmation.tsx'
import { focusOn } from '../focus.ts'
import { PageHeading } from '../pageHeading.tsx'
import { reason } from '../said.tsx'
import { useFields } from '../useFields.ts'
import type { Store } from './store.ts'

export interface LinkProps {
  row: Row
  book: Book
  store: Store
  back(): void
  finish(from?: string): void
}

interface Props extends LinkProps {
  metric: Metric
  /** The row is this one by now. */
  rewritten(row: Row): void
  other(): void
}

/** Which data a metric is made of, and what is to be reached. */
export function LinkForm({ metric, row, book, store, back, finish, rewritten, other }: Props) {
  const spec = askedFor(metric.spec)
  const { plan, layout, about } = store
  const columnsOfLink = plan.link!
  const [one] = plan.noun
  const isLinked =
    contentIn(row, columnsOfLink.value) !== '' && findMetric(wordIn(row, columnsOfLink.metric)) === metric
  const finds = plan.columns.some(({ title, formula }) => title === columnsOfLink.target && formula !== undefined)
  const { fields, set, suggest, takeSelection } = useFields(() => (isLinked ? linkedFields(row, store) : {}))
  const [target, setTarget] = useState(
    isLinked || finds ? targetIn(row, columnsOfLink.target) : usualTarget(spec.returns),
  )
  /** The segment of Targets from which the target is taken; undefined for one that is typed. */
  const [fromTargets, setFromTargets] = useState<string | undefined>(undefined)
  const offered = finds ? [] : targetsFor(spec.name, about.rowsOf('Targets'))
  const [columns, setColumns] = useState<readonly DataColumn[]>([])
  const [problem, setProblem] = useState('')
  const [isAsked, setAsked] = useState(false)
  const looks = useRef(0)
  /** What is filled in by now. */
  const latest = useRef({ fields, target })
  latest.current = { fields, target }

  /** The columns of the sheet in which a person has selected something, found by their headers. */
  const lookAtSheet = async (asked: boolean) => {
    const look = ++looks.current
    setProblem('')
    try {
      const { sheet } = await book.selection()
      const found = sheet === plan.name ? [] : await columnsOf(book, sheet)
      if (look !== looks.current) return
      // One who comes from the plan has done nothing wrong yet.
      if (found.length === 0 && (asked || sheet !== plan.name)) {
        setProblem('Click into the sheet with the data, in which the first row holds the titles.')
      }
      setColumns(found)
      suggest(guesses(spec.args, found))
    } catch (error) {
      if (look === looks.current) setProblem(reason(error))
    }
  }
  useEffect(() => void lookAtSheet(false), [])

  const useSelection = (arg: Arg<unknown>) => takeSelection(book, arg).catch((error) => setProblem(reason(error)))
  const home = columns[0]?.sheet
  const filled = home === undefined ? fields : inSheet(spec, fields, home)
  const formula = callText(spec, filled, plan.name)
  const link = async (isAgreed: boolean) => {
    setProblem('')
    const empty = missing(spec, fields)
    if (empty.length > 0) {
      setProblem(`Fill in ${empty.join(', ')} first.`)
      focusOn(document.getElementById(`link-${empty[0]}`))
      return
    }
    const wrong = unreadable(spec, filled) || targetProblem(target, spec)
    if (wrong) return setProblem(wrong)
    if (ownValue(row, store) !== '' && !isAgreed) return setAsked(true)
    const link = {
      metric: spec.name,
      formula: anchored(formula),
      target,
      ...(fromTargets !== undefined && { fromTargets }),
    }
    const { isWritten, hasGoneOn, rows } = await store.change(
      () => requestOf(plan, [changeOf(plan, row, linkCells(plan, row, link, layout))]),
      `${spec.name} is linked.`,
    )
    if (!isWritten) return
    if (!hasGoneOn && latest.current.fields === fields && latest.current.target === target) return finish(row.id)
    const now = rows.find(({ id }) => id === row.id)
    if (now) rewritten(now)
  }

  return (
    <>
      <PageHeading title={`${spec.name} for “${nameOf(plan, row)}”`} back={back} />
      <p>{spec.summary}</p>
      <button type="button" class="quiet wide" onClick={other}>
        Another metric
      </button>
      <h2>Data</h2>
      <p class="note">
        {columns.length > 0
          ? `Columns of “${columns[0]!.sheet}” are offered. For another sheet, click into it and look again.`
          : 'Click into the sheet with the data.'}
      </p>
      <button type="button" class="quiet wide" onClick={() => lookAtSheet(true)}>
        Look at the selected sheet
      </button>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void link(false)
        }}
      >
        {spec.args.map((arg) => (
          <ArgumentField
            key={arg.name}
            id={`link-${arg.name}`}
            arg={arg}
            example={sample(spec, arg)}
            value={fields[arg.name] ?? ''}
            set={(value) => set(arg.name, value)}
            useSelection={() => useSelection(arg)}
          >
            {arg.shape !== 'cell' && columns.length > 0 && (
              <select
                class="columns"
                aria-label={`Column for ${arg.name}`}
                value={fields[arg.name] ?? ''}
                onChange={(event) => set(arg.name, event.currentTarget.value)}
              >
                <option value="">choose a column, or type below</option>
                {isElsewhere(fields[arg.name] ?? '', columns) && (
                  <option value={fields[arg.name]}>{fields[arg.name]}</option>
                )}
                {columns.map((column) => (
                  <option key={column.index} value={columnReference(column)}>
                    {column.title}
                  </option>
                ))}
              </select>
            )}
          </ArgumentField>
        ))}
        <div class="field">
          <label for="target">
            Target <small>optional</small>
          </label>
          <p id="target-help" class="note">
            Such as &gt;= 85%, &lt; 2.5 or under 5 min.{' '}
            {finds
              ? 'Left blank, it is that of Targets, or else the usual one.'
              : 'Without one the status stays blank.'}
          </p>
          <input
            id="target"
            type="text"
            autocomplete="off"
            aria-describedby="target-help"
            list="usual-targets"
            value={target}
            onInput={(event) => {
              setTarget(event.currentTarget.value)
              setFromTargets(undefined)
            }}
          />
          <datalist id="usual-targets">
            {usualTargets(spec.returns).map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
          {offered.map(({ segment, text }) => (
            <button
              key={segment}
              type="button"
              class="quiet wide"
              aria-pressed={fromTargets === segment}
              onClick={() => {
                setTarget(text)
                setFromTargets(segment)
              }}
            >
              From Targets{segment && ` for ${segment}`}: {text}
            </button>
          ))}
        </div>
        <output class="formula" aria-label="Formula">
          {formula}
        </output>
        <button type="submit" class="primary wide" aria-disabled={store.busy}>
          {store.busy ? 'Writing…' : `Link to the ${one}`}
        </button>
      </form>
      {isAsked && (
        <Confirmation label="Replace" agree={() => void link(true)} close={() => setAsked(false)}>
          The value of this {one} already holds <code>{ownValue(row, store)}</code>. Replace it?
        </Confirmation>
      )}
      <p class="problem" role="status">
        {problem}
      </p>
    </>
  )
}

/** What a person has put into the value cell; "" where it is blank or holds a formula of ours, or of a KPI. */
function ownValue(row: Row, { plan }: Store): string {
  const content = contentIn(row, plan.link!.value)
  return parseCall(content, plan.name) || showsKpi(content) ? '' : content
}

/** What the formula in the row is made of. */
function linkedFields(row: Row, { plan }: Store): Fields {
  const call = parseCall(contentIn(row, plan.link!.value), plan.name)
  if (!call) return {}
  const named = call.metric.spec.args.map(({ name }, i) => [name, unquoted(call.inputs[i])] as const)
  return Object.fromEntries(named.filter(([, text]) => text !== ''))
}

/** What Targets says of a metric, by segment. */
function targetsFor(name: string, rows: readonly Row[] | null): { segment: string; text: string }[] {
  const own = (rows ?? []).filter((row) => wordIn(row, 'Metric').toUpperCase() === name)
  return own
    .map((row) => ({ segment: wordIn(row, 'Segment'), text: wordIn(row, 'Target') }))
    .filter(({ text }) => text !== '')
}

/** A word as one types it into a field. */
function unquoted(input: Input | undefined): string {
  return input?.kind === 'value' && typeof input.value === 'string' ? input.value : (input?.text ?? '')
}

function isElsewhere(text: string, columns: readonly DataColumn[]): boolean {
  return text !== '' && !columns.some((column) => columnReference(column) === text)
}
/** What is asked for a metric: an option with which it gives a table would fill the cells beside the value. */
function askedFor(spec: Spec): Spec {
  return spec.returns.table ? { ...spec, args: spec.args.filter(({ optional }) => !optional) } : spec
}

function usualTargets({ target }: Returns): string[] {
  if (target === undefined) return []
  return typeof target === 'string' ? [target] : Object.values(target)
}

function usualTarget(returns: Returns): string {
  const [first, ...others] = usualTargets(returns)
  return first !== undefined && others.length === 0 ? first : ''
}

/** A target that cannot be read, or that counts something else than the metric: its status would mislead. */
function targetProblem(target: string, { name, returns }: Spec): string {
  try {
    const problem = target.trim() === '' ? '' : misfit(parseTarget(target), returns)
    return problem && `${name} ${problem}.`
  } catch (error) {
    return reason(error)
  }
}
