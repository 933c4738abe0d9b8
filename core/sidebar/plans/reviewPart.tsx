import { contentIn, dayIn } from '../../plans/row.ts'
import { isoText } from '../../statistics/time/calendar.ts'
import type { PartProps } from './metricPart.tsx'

/** When someone last looked at a row, and that someone does now. */
export function ReviewPart({ store, row, isDraft, write }: PartProps) {
  const day = dayIn(row, 'Reviewed on')
  const review = () => {
    const done = isDraft ? 'Saved and marked as reviewed today.' : 'Marked as reviewed today.'
    return write({ 'Reviewed on': store.about.today }, done)
  }
  return (
    <>
      <h2>Review</h2>
      <p class="note">
        {day !== null
          ? `Last reviewed on ${isoText(Math.floor(day))}.`
          : contentIn(row, 'Reviewed on') === '' && 'Never reviewed.'}
      </p>
      <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={review}>
        {isDraft ? 'Save, reviewed today' : 'Reviewed today'}
      </button>
    </>
  )
}
