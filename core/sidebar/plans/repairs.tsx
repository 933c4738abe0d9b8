import { useRef } from 'preact/hooks'
import type { RowsRequest } from '../../sheet/book.ts'
import type { Repair } from '../../plans/repairs.ts'
import { focusOn } from '../focus.ts'
import { focusHeading } from '../pageHeading.tsx'
import type { Store } from './store.ts'

/** What is done here reaches a hidden sheet as well, but nobody would see it there. */
export function Hidden({ store }: { store: Store }) {
  const show = async () => {
    if (await store.reveal(0)) focusHeading()
  }
  return (
    <div class="question" role="group" aria-label="Hidden sheet">
      <p>The sheet “{store.plan.name}” is hidden. What you do here is written into it all the same.</p>
      <button type="button" class="quiet" aria-disabled={store.busy} onClick={show}>
        Show the sheet
      </button>
    </div>
  )
}

/** Sheets that the formulas of the plan read, and that were deleted or renamed. */
export function Missing({ store }: { store: Store }) {
  const { plan, missing } = store
  if (missing.length === 0) return null
  const names = missing.map(({ name }) => `“${name}”`).join(' and ')
  const one = missing.length === 1
  const create = async () => {
    if (await store.createMissing()) focusHeading()
  }
  return (
    <div class="question" role="group" aria-label="Missing sheets">
      <p>
        {one ? 'The sheet' : 'The sheets'} {names}, which the formulas of {plan.name} read,{' '}
        {one
          ? 'is not there. If it was renamed, give it its name again'
          : 'are not there. If they were renamed, give them their names again'}
        ; if deleted, Ctrl+Z in the sheet brings {one ? 'it' : 'them'} back with what {one ? 'it' : 'they'} held.
      </p>
      <button type="button" class="quiet" aria-disabled={store.busy} onClick={create}>
        Create {one ? 'it' : 'them'} anew, empty
      </button>
    </div>
  )
}

export function Repairs({ repairs, store }: { repairs: readonly Repair[]; store: Store }) {
  const [first] = repairs
  const box = useRef<HTMLDivElement>(null)
  const calm = useRef(0)
  /** The button goes with what it mends: the focus goes on to the next, or back to the heading. */
  const mend = async (request: RowsRequest) => {
    // A second click was meant for the problem before.
    if (performance.now() < calm.current) return
    const { isWritten, hasGoneOn } = await store.change(request, 'Mended.')
    if (!isWritten) return
    calm.current = performance.now() + CALM_MS
    if (hasGoneOn) return
    await drawn()
    const next = box.current?.querySelector('button')
    if (next) focusOn(next)
    else focusHeading()
  }
  if (!first) return null
  return (
    <div class="question" role="group" aria-label="To mend" ref={box}>
      <p>
        {first.problem}
        {repairs.length > 1 && <small> {repairs.length - 1} more after this.</small>}
      </p>
      {first.ways.map(({ label, request }) => (
        <button key={label} type="button" class="quiet" aria-disabled={store.busy} onClick={() => mend(request)}>
          {label}
        </button>
      ))}
    </div>
  )
}

/** How long the next problem is only shown. */
const CALM_MS = 500

/** Once what was shown last is on the page. */
function drawn(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => done()))
}
