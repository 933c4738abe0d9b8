import { useState } from 'preact/hooks'
import { findMetric } from '../../catalogue/catalogue.ts'
import { anchored, parseCall } from '../../catalogue/explain.ts'
import type { Metric } from '../../metric.ts'
import { SCORECARD, type View } from '../../plans/scorecard/views.ts'
import type { Book } from '../../sheet/book.ts'
import { Confirmation } from '../confirmation.tsx'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { LinkDataForm, useLinkData } from './linkData.tsx'

interface Props {
  book: Book
  view: View
  /** What is linked now; "" for nothing. */
  formula: string
  busy: boolean
  link(formula: string): void
  back(): void
}

/** Links the data of a view: which of its functions, over which columns. */
export function ViewPage(props: Props) {
  const { view, formula, back } = props
  const [metric, setMetric] = useState<Metric | null>(() => parseCall(formula, SCORECARD)?.metric ?? null)
  if (metric) return <ViewForm key={metric.spec.name} {...props} metric={metric} other={() => setMetric(null)} />
  return (
    <>
      <PageHeading title={texts.plans.scorecard.views.shows(view.question)} back={back} />
      <ul class="functions">
        {view.functions.map((name) => {
          const found = findMetric(name)!
          return (
            <li key={name}>
              <button type="button" class="function" onClick={() => setMetric(found)}>
                <b>{name}</b>
                <span>{found.spec.questions[0]}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

interface FormProps extends Props {
  metric: Metric
  other(): void
}

function ViewForm({ book, view, formula: now, busy, link, back, metric, other }: FormProps) {
  const { spec } = metric
  const words = texts.plans.scorecard.views
  const call = parseCall(now, SCORECARD)
  const data = useLinkData(book, spec, SCORECARD, call?.metric === metric ? call : null)
  const [isAsked, setAsked] = useState(false)
  const formula = anchored(data.formula)
  const submit = () => {
    if (!data.isComplete()) return
    const wrong = ownCells(formula) || data.unreadable()
    if (wrong) return data.setProblem(wrong)
    // What somebody has made of it by hand cannot be filled in again.
    if (now !== '' && !call) return setAsked(true)
    link(formula)
  }
  return (
    <>
      <PageHeading title={words.inScorecard(spec.name)} back={back} />
      <p>{spec.summary}</p>
      <button type="button" class="quiet wide" onClick={other}>
        {words.other}
      </button>
      <LinkDataForm data={data} label={words.linkTo} busy={busy} link={submit} />
      {isAsked && (
        <Confirmation label={texts.controls.replace} agree={() => link(formula)} close={() => setAsked(false)}>
          {words.occupied({ view: view.title, formula: <code>{now}</code> })}
        </Confirmation>
      )}
      <p class="problem" role="status">
        {data.problem}
      </p>
    </>
  )
}

/** Why a formula would not hold when the scorecard is drawn anew: it names cells of its own. */
function ownCells(formula: string): string {
  const call = parseCall(formula, SCORECARD)
  const own = call?.inputs.findIndex((input) => input.kind === 'cells' && input.range.sheet === SCORECARD) ?? -1
  if (!call || own < 0) return ''
  const { name } = call.metric.spec.args[Math.min(own, call.metric.spec.args.length - 1)]!
  const { text } = call.inputs[own]!
  return texts.plans.scorecard.views.ownCells({ name, text })
}
