import { useRef, useState } from 'preact/hooks'
import { misfit, parseTarget } from '../../arguments/target.ts'
import { findMetric } from '../../catalogue/catalogue.ts'
import { anchored, parseCall } from '../../catalogue/explain.ts'
import type { Metric, Returns, Spec } from '../../metric.ts'
import { linkCells, showsKpi } from '../../plans/linking.ts'
import { targetIn } from '../../plans/live.ts'
import { nameOf } from '../../plans/plan.ts'
import { changeOf, requestOf } from '../../plans/reading.ts'
import { contentIn, wordIn, type Row } from '../../plans/row.ts'
import type { Book } from '../../sheet/book.ts'
import { Confirmation } from '../confirmation.tsx'
import { PageHeading } from '../pageHeading.tsx'
import { reason } from '../said.tsx'
import { texts } from '../texts/texts.ts'
import { LinkDataForm, useLinkData } from './linkData.tsx'
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
  const words = texts.plans.linking
  const isLinked =
    contentIn(row, columnsOfLink.value) !== '' && findMetric(wordIn(row, columnsOfLink.metric)) === metric
  const finds = plan.columns.some(({ title, formula }) => title === columnsOfLink.target && formula !== undefined)
  const data = useLinkData(
    book,
    spec,
    plan.name,
    isLinked ? parseCall(contentIn(row, columnsOfLink.value), plan.name) : null,
  )
  const { fields, formula, problem, setProblem } = data
  const [target, setTarget] = useState(
    isLinked || finds ? targetIn(row, columnsOfLink.target) : usualTarget(spec.returns),
  )
  /** The segment of Targets from which the target is taken; undefined for one that is typed. */
  const [fromTargets, setFromTargets] = useState<string | undefined>(undefined)
  const offered = finds ? [] : targetsFor(spec.name, about.rowsOf('Targets'))
  const [isAsked, setAsked] = useState(false)
  /** What is filled in by now. */
  const latest = useRef({ fields, target })
  latest.current = { fields, target }

  const link = async (isAgreed: boolean) => {
    if (!data.isComplete()) return
    const wrong = data.unreadable() || targetProblem(target, spec)
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
      words.linked(spec.name),
    )
    if (!isWritten) return
    if (!hasGoneOn && latest.current.fields === fields && latest.current.target === target) return finish(row.id)
    const now = rows.find(({ id }) => id === row.id)
    if (now) rewritten(now)
  }

  return (
    <>
      <PageHeading title={words.metricFor({ metric: spec.name, name: nameOf(plan, row) })} back={back} />
      <p>{spec.summary}</p>
      <button type="button" class="quiet wide" onClick={other}>
        {words.other}
      </button>
      <LinkDataForm data={data} label={words.link(one)} busy={store.busy} link={() => void link(false)}>
        <div class="field">
          <label for="target">
            {words.target.label} <small>{texts.controls.optional}</small>
          </label>
          <p id="target-help" class="note">
            {words.target[finds ? 'helpWithTargets' : 'help']}
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
              {words.target.fromTargets({ segment, target: text })}
            </button>
          ))}
        </div>
      </LinkDataForm>
      {isAsked && (
        <Confirmation label={texts.controls.replace} agree={() => void link(true)} close={() => setAsked(false)}>
          {words.occupied({ one, content: <code>{ownValue(row, store)}</code> })}
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

/** What Targets says of a metric, by segment. */
function targetsFor(name: string, rows: readonly Row[] | null): { segment: string; text: string }[] {
  const own = (rows ?? []).filter((row) => wordIn(row, 'Metric').toUpperCase() === name)
  return own
    .map((row) => ({ segment: wordIn(row, 'Segment'), text: wordIn(row, 'Target') }))
    .filter(({ text }) => text !== '')
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
    return problem && texts.plans.linking.target.problem({ metric: name, problem })
  } catch (error) {
    return reason(error)
  }
}
