import { parseCall } from '../../catalogue/explain.ts'
import { SCORECARD, VIEWS, type LinkedView, type View } from '../../plans/scorecard/views.ts'
import { texts } from '../texts/texts.ts'

interface Props {
  /** Whether there is a scorecard, which keeps what is linked. */
  isDrawn: boolean
  linked: readonly LinkedView[]
  /** Why a view shows no table, by its title. */
  problems: Readonly<Record<string, string>>
  busy: boolean
  open(view: View): void
  remove(view: LinkedView): void
}

/** The views of the scorecard, where their data are linked. */
export function ViewPart({ isDrawn, linked, problems, busy, open, remove }: Props) {
  const words = texts.plans.scorecard.views
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="note">{isDrawn ? words.about : words.notDrawn(SCORECARD)}</p>
      {VIEWS.map((view) => {
        const { title } = view
        const own = linked.find((one) => one.title === title)
        return (
          <div key={title} class="view" role="group" aria-label={title}>
            <p>
              <b>{title}</b> {own ? nameIn(own) : <span class="note">{words.notLinked}</span>}
            </p>
            {own && <code class="formula">{own.formula}</code>}
            {problems[title] && <p class="warning">{problems[title]}</p>}
            <div class="row">
              <button
                type="button"
                id={linkButton(title)}
                class="quiet"
                aria-disabled={busy}
                onClick={() => !busy && open(view)}
              >
                {own ? words.change : words.link}
                <span class="hidden-text"> {title}</span>
              </button>
              {own && (
                <button type="button" class="quiet" aria-disabled={busy} onClick={() => remove(own)}>
                  {words.remove}
                  <span class="hidden-text"> {title}</span>
                </button>
              )}
            </div>
          </div>
        )
      })}
    </>
  )
}

/** The button that links a view. */
export function linkButton(title: string): string {
  return `link-view-${title.toLowerCase()}`
}

/** The function of a formula. */
function nameIn({ formula }: LinkedView) {
  const call = parseCall(formula, SCORECARD)
  return call ? call.metric.spec.name : <span class="note">{texts.plans.scorecard.views.ownFormula}</span>
}
