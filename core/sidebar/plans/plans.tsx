import { useEffect, useRef, useState } from 'preact/hooks'
import type { Book } from '../../sheet/book.ts'
import { plans } from '../../plans/gallery/index.ts'
import type { Plan } from '../../plans/plan.ts'
import { takeFreeFocus } from '../focus.ts'
import { Gallery } from './gallery.tsx'
import { PlanPages } from './planPages.tsx'

/** The Plans tab: the frameworks of the business as sheets with live numbers. A plan stays as it was left. */
export function Plans({ book, shown }: { book: Book; shown: boolean }) {
  const [open, setOpen] = useState<Plan | null>(null)
  const [seen, setSeen] = useState<readonly Plan[]>([])
  /** Counted, so that nothing of another workbook stays. */
  const [workbook, setWorkbook] = useState(0)
  useEffect(() => book.watchWorkbook(() => setWorkbook((before) => before + 1)), [])
  const root = useRef<HTMLDivElement>(null)
  // The button that leads to a plan is out of sight by then.
  useEffect(() => takeFreeFocus(root.current?.querySelector('.page:not([hidden]) h1')), [open])
  const go = (plan: Plan) => {
    setOpen(plan)
    setSeen((before) => (before.includes(plan) ? before : [...before, plan]))
  }
  return (
    <>
      <div class="pages" hidden={open !== null}>
        <Gallery key={workbook} book={book} shown={shown && open === null} go={go} />
      </div>
      {plans
        .filter((plan) => seen.includes(plan))
        .map((plan) => (
          <div key={plan.name} class="pages" ref={open === plan ? root : null} hidden={open !== plan}>
            <PlanPages book={book} plan={plan} shown={shown && open === plan} leave={() => setOpen(null)} />
          </div>
        ))}
    </>
  )
}
