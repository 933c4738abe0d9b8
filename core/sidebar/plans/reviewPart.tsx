import { contentIn, dayIn } from '../../plans/row.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import { texts } from '../texts/texts.ts'
import type { PartProps } from './metricPart.tsx'

/** When someone last looked at a row, and that someone does now. */
export function ReviewPart({ store, row, isDraft, write }: PartProps) {
  const day = dayIn(row, 'Reviewed on')
  const words = texts.plans.row.review
  const review = () => write({ 'Reviewed on': store.about.today }, words.reviewed(isDraft))
  return (
    <>
      <h2>{words.heading}</h2>
      <p class="note">
        {day !== null ? words.last(isoText(Math.floor(day))) : contentIn(row, 'Reviewed on') === '' && words.never}
      </p>
      <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={review}>
        {words.review(isDraft)}
      </button>
    </>
  )
}
