import { useRef } from 'preact/hooks'
import type { RowsRequest } from '../../sheet/book.ts'
import type { Repair } from '../../plans/repairs.ts'
import { focusOn } from '../focus.ts'
import { focusHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

/** What is done here reaches a hidden sheet as well, but nobody would see it there. */
export function Hidden({ store }: { store: Store }) {
  const show = async () => {
    if (await store.reveal(0)) focusHeading()
  }
  return (
    <div class="question" role="group" aria-label={texts.plans.sheet.hidden.label}>
      <p>{texts.plans.sheet.hidden.about(store.plan.name)}</p>
      <button type="button" class="quiet" aria-disabled={store.busy} onClick={show}>
        {texts.plans.showSheet}
      </button>
    </div>
  )
}

/** Sheets that the formulas of the plan read, and that were deleted or renamed. */
export function Missing({ store }: { store: Store }) {
  const { plan, missing } = store
  if (missing.length === 0) return null
  const { label, about, create: createText } = texts.plans.sheet.missing
  const create = async () => {
    if (await store.createMissing()) focusHeading()
  }
  return (
    <div class="question" role="group" aria-label={label}>
      <p>{about({ names: missing.map(({ name }) => name), plan: plan.name })}</p>
      <button type="button" class="quiet" aria-disabled={store.busy} onClick={create}>
        {createText(missing.length)}
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
    const { isWritten, hasGoneOn } = await store.change(request, texts.plans.sheet.repairs.mended)
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
    <div class="question" role="group" aria-label={texts.plans.sheet.repairs.label} ref={box}>
      <p>
        {first.problem}
        {repairs.length > 1 && <small> {texts.plans.sheet.repairs.more(repairs.length - 1)}</small>}
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
