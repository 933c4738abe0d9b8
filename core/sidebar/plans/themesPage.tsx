import { useState } from 'preact/hooks'
import { capitalized } from '../../catalogue/readable.ts'
import type { Book } from '../../sheet/book.ts'
import { withField } from '../../plans/draft.ts'
import { feedbackThemes, missedThemes, textTitles, type Theme } from '../../plans/missedThemes.ts'
import type { Row } from '../../plans/row.ts'
import { reference } from '../../sheet/sheetReference.ts'
import { useAction } from '../action.ts'
import { PageHeading } from '../pageHeading.tsx'
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
  const [found, setFound] = useState<Found | null>(null)
  const { busy, act } = useAction((problem) => store.say(problem, true))
  const look = () =>
    act('Looking…', async () => {
      const selection = await book.selection()
      const [cells] = await book.readRanges([selection])
      const from = reference(selection)
      const none = `In ${from}, no word stands in three comments that no ${one} has.`
      setFound({ from, none, themes: missedThemes(cells!, rows, textTitles(plan)) })
    })
  const feedback = store.about.rowsOf('Feedback')
  const lookAtFeedback = () =>
    setFound({
      from: 'Feedback',
      none: `In Feedback, no theme of two rows and no word of three is one that no ${one} has.`,
      themes: feedbackThemes(feedback!, rows, textTitles(plan)),
    })
  const add = (word: string) => {
    const id = newId()
    updateDraft(id, (draft) => withField(plan, draft, null, plan.key, capitalized(word)))
    go({ page: 'row', id, isNew: true })
  }
  return (
    <>
      <PageHeading title={`What do customers say that no ${one} speaks of?`} back={back} />
      <p>
        Select a column of comments, such as answers of a survey or reviews, then look. Words that several of them use
        and no {one} does may be signals that nobody has thought of.
      </p>
      <button type="button" class="primary wide" aria-disabled={busy !== ''} onClick={() => void look()}>
        {busy || 'Look at the selected comments'}
      </button>
      {feedback && (
        <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={lookAtFeedback}>
          Look at Feedback
        </button>
      )}
      <p class="note" role="status">
        {found && (found.themes.length > 0 ? `From ${found.from}, the most frequent first.` : found.none)}
      </p>
      {found && found.themes.length > 0 && (
        <ul class="functions">
          {found.themes.map(({ word, comments, example }) => (
            <li key={word}>
              <button type="button" class="function" onClick={() => add(word)}>
                <b>
                  {word} <small>{comments} comments</small>
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

const LONG = 120
