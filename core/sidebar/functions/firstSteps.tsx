import { findMetric } from '../../catalogue/catalogue.ts'
import type { Answer } from '../../catalogue/search.ts'
import type { Book } from '../../sheet/book.ts'
import { ToldButton } from '../toldButton.tsx'
import { texts } from '../texts/texts.ts'
import { insertSampleSheets } from './insertSampleSheets.ts'

/** The functions whose first question many people come with. */
const ASKED = ['NPS', 'COHORT_RETENTION', 'LTV']

/** For who opens the sidebar and does not know yet what to look for. */
export function FirstSteps({ book, open }: { book: Book; open(answer: Answer): void }) {
  return (
    <section class="first" aria-label={texts.functions.first.heading}>
      <p class="note">{texts.functions.first.about}</p>
      {ASKED.map((name) => {
        const metric = findMetric(name)!
        return (
          <button key={name} type="button" class="link" onClick={() => open(metric)}>
            {metric.spec.questions[0]}
          </button>
        )
      })}
      <ToldButton
        label={texts.functions.first.insert}
        doing={texts.doing.inserting}
        work={() => insertSampleSheets(book)}
      />
    </section>
  )
}
