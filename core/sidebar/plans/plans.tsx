import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { plans } from '../../plans/gallery/index.ts'
import type { Plan } from '../../plans/plan.ts'
import { takeFreeFocus } from '../focus.ts'
import { headingInSight } from '../pageHeading.tsx'
import { ClosePage } from './closePage.tsx'
import { Gallery, type Place } from './gallery.tsx'
import { PlanPages } from './planPages.tsx'
import { ScorecardPage } from './scorecardPage.tsx'

/** The Plans tab: the frameworks of the business as sheets with live numbers. A plan stays as it was left. */
export function Plans({ book, shown }: { book: Book; shown: boolean }) {
  /** The plan or page that is open; null for all of them. */
  const [open, setOpen] = useState<Place | null>(null)
  const [seen, setSeen] = useState<readonly Place[]>([])
  /** Counted, so that nothing of another workbook stays. */
  const [workbook, setWorkbook] = useState(0)
  useEffect(() => book.watchWorkbook(() => setWorkbook((before) => before + 1)), [])
  // The button that leads to a plan is out of sight by then.
  useEffect(() => takeFreeFocus(headingInSight()), [open])
  const go = (place: Place) => {
    setOpen(place)
    setSeen((before) => (before.includes(place) ? before : [...before, place]))
  }
  const leave = useCallback(() => setOpen(null), [])
  return (
    <>
      <div class="pages" hidden={open !== null}>
        <Gallery key={workbook} book={book} shown={shown && open === null} go={go} />
      </div>
      {plans
        .filter(({ name }) => seen.includes(name))
        .map((plan) => (
          <Opened key={plan.name} {...{ book, plan, workbook, leave }} isOpen={open === plan.name} shown={shown} />
        ))}
      {open === 'Close the month' && <ClosePage key={workbook} book={book} leave={leave} go={go} />}
      {open === 'Scorecard' && <ScorecardPage key={workbook} book={book} leave={leave} go={go} />}
    </>
  )
}

interface OpenedProps {
  book: Book
  plan: Plan
  workbook: number
  isOpen: boolean
  /** Whether the tab is in sight. */
  shown: boolean
  leave(): void
}

/** A plan that was opened. While it is out of sight, it is not drawn again whenever another comes or goes. */
function Opened({ book, plan, workbook, isOpen, shown, leave }: OpenedProps) {
  const isShown = shown && isOpen
  const pages = useMemo(
    () => <PlanPages key={workbook} book={book} plan={plan} shown={isShown} leave={leave} />,
    [book, plan, workbook, isShown, leave],
  )
  return (
    <div class="pages" hidden={!isOpen}>
      {pages}
    </div>
  )
}
