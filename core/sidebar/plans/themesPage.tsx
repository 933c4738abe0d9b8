import { useState } from 'preact/hooks'
import { capitalized } from '../../catalogue/readable.ts'
import type { Book } from '../../sheet/book.ts'
import { withField } from '../../plans/draft.ts'
import { missedThemes, type Theme } from '../../plans/missedThemes.ts'
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
  const [found, setFound] = useState<{ from: string; themes: readonly Theme[] } | null>(null)
  const { busy, act } = useAction((problem) => store.say(problem, true))
  const look = () =>
    act('Looking…', async () => {
      const selection = await book.selection()
      const [cells] = await book.readRanges([selection])
      const texts = plan.columns.filter(({ kind, muted }) => kind === 'text' && !muted).map(({ title }) => title)
      setFound({ from: reference(selection), themes: missedThemes(cells!, rows, texts) })
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
      <p class="note" role="status">
        {found &&
          (found.themes.length > 0
            ? `From ${found.from}, the most frequent first.`
            : `In ${found.from}, no word stands in three comments that no ${one} has.`)}
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

const LONG = 120
