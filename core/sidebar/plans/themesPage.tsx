import { useState } from 'preact/hooks'
import { capitalized } from '../../catalogue/readable.ts'
import type { Book } from '../../sheet/book.ts'
import { withField } from '../../plans/draft.ts'
import { feedbackThemes, missedThemes, textTitles, type Theme } from '../../plans/missedThemes.ts'
import type { Row } from '../../plans/row.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { useAction } from '../action.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import { newId, type Store } from './store.ts'
import type { NextDraft, View } from './view.ts'

interface Props {
  book: Book
  store: Store
  rows: readonly Row[]
  go(view: View): void
  back(): void
  updateDraft(id: string, next: NextDraft): void
}

/** Words of a column of comments that stand in no row: what customers notice and nobody has thought of. */
export function ThemesPage({ book, store, rows, go, back, updateDraft }: Props) {
  const { plan } = store
  const [one] = plan.noun
  const words = texts.plans.signals.themes
  const [found, setFound] = useState<Found | null>(null)
  const { busy, act } = useAction((problem) => store.say(problem, true))
  const look = () =>
    act(texts.doing.looking, async () => {
      const selection = await book.selection()
      const [cells] = await book.readRanges([selection])
      const from = reference(selection)
      const none = words.none({ cells: from, one })
      setFound({ from, none, themes: missedThemes(cells!, rows, textTitles(plan)) })
    })
  const feedback = store.about.rowsOf(FEEDBACK)
  const lookAtFeedback = () =>
    setFound({
      from: FEEDBACK,
      none: words.noneInFeedback(one),
      themes: feedbackThemes(feedback!, rows, textTitles(plan)),
    })
  const add = (word: string) => {
    const id = newId()
    updateDraft(id, (draft) => withField(plan, draft, null, plan.key, capitalized(word)))
    go({ page: 'row', id, isNew: true })
  }
  return (
    <>
      <PageHeading title={words.heading(one)} back={back} />
      <p>{words.about(one)}</p>
      <button type="button" class="primary wide" aria-disabled={busy !== ''} onClick={() => void look()}>
        {busy || words.look}
      </button>
      {feedback && (
        <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={lookAtFeedback}>
          {words.lookAtFeedback}
        </button>
      )}
      <p class="note" role="status">
        {found && (found.themes.length > 0 ? words.from(found.from) : found.none)}
      </p>
      {found && found.themes.length > 0 && (
        <ul class="functions">
          {found.themes.map(({ word, comments, example }) => (
            <li key={word}>
              <button type="button" class="function" onClick={() => add(word)}>
                <b>
                  {word} <small>{words.comments(comments)}</small>
                </b>
                <span>{example.length > LONG ? `${example.slice(0, LONG)}…` : example}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface Found {
  from: string
  themes: readonly Theme[]
  /** What is said where there are none. */
  none: string
}

/** The plan of what customers say. */
const FEEDBACK = 'Feedback'
const LONG = 120
