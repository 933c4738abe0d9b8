import { joined } from '../../cell.ts'
import { countText, type Plan } from '../../plans/plan.ts'
import { PageHeading } from '../pageHeading.tsx'
import type { Store } from './store.ts'

interface Props {
  plan: Plan
  leave(): void
}

export function Waiting({ plan: { name }, leave }: Props) {
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo="All plans" />
      <p class="note" role="status">
        Reading the sheet “{name}”…
      </p>
    </div>
  )
}

export function Failed({ plan: { name }, problem, again, leave }: Props & { problem: string; again(): void }) {
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo="All plans" />
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="primary wide" onClick={again}>
        Try again
      </button>
    </div>
  )
}

interface StartProps {
  store: Store
  start(): void
  importTable(): void
  leave(): void
}

/** How many rows a sheet held that is gone. */
export function lostRows({ state }: Store): number {
  return state.kind === 'absent' && state.lost ? state.lost.values.length - 1 : 0
}

/** Nothing is there yet, or the sheet was deleted or renamed while the sidebar was open. */
export function Start({ store, start, importTable, leave }: StartProps) {
  const { busy, message, plan, missing } = store
  const { name, about } = plan
  const lost = lostRows(store)
  const counted = lost === 1 ? `the ${plan.noun[0]}` : `the ${countText(plan, lost)}`
  const create = async () => {
    await store.create()
    if (lost === 0) start()
  }
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo="All plans" />
      {lost > 0 ? (
        <p role="alert">
          The sheet “{name}” is not there any more. If it was renamed, name it {name} again and look again. If it was
          deleted, {counted} last seen can be put back.
        </p>
      ) : (
        <>
          <p>{about}</p>
          <p class="note">It is kept in a sheet of its own, “{name}”, which you can read, sort and edit by hand.</p>
          {missing.length > 0 && (
            <p class="note">
              Its formulas read{' '}
              {joined(
                missing.map(({ name }) => name),
                'and',
              )}
              : what is not there yet is created with it.
            </p>
          )}
        </>
      )}
      <button type="button" class="primary wide" aria-disabled={busy} onClick={create}>
        {busy ? 'Creating…' : lost > 0 ? `Put ${counted} back` : 'Create the sheet'}
      </button>
      {lost === 0 && !plan.isRecord && (
        <button type="button" class="quiet wide" onClick={importTable}>
          Import my table
        </button>
      )}
      {lost > 0 && (
        <>
          <button type="button" class="quiet wide" onClick={store.look}>
            Look again
          </button>
          <button type="button" class="quiet wide" aria-disabled={busy} onClick={store.forget}>
            Start anew without them
          </button>
        </>
      )}
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </div>
  )
}
