import { countText, type Plan } from '../../plans/plan.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

interface Props {
  plan: Plan
  leave(): void
}

export function Waiting({ plan: { name }, leave }: Props) {
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo={texts.plans.all} />
      <p class="note" role="status">
        {texts.plans.sheet.reading(name)}
      </p>
    </div>
  )
}

export function Failed({ plan: { name }, problem, again, leave }: Props & { problem: string; again(): void }) {
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo={texts.plans.all} />
      <p class="problem" role="alert">
        {problem}
      </p>
      <button type="button" class="primary wide" onClick={again}>
        {texts.plans.sheet.tryAgain}
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
  const words = texts.plans.sheet.start
  const rows = words.rows({ count: lost, rows: countText(plan, lost), one: plan.noun[0] })
  const create = async () => {
    await store.create()
    if (lost === 0) start()
  }
  return (
    <div class="page">
      <PageHeading title={name} back={leave} backTo={texts.plans.all} />
      {lost > 0 ? (
        <p role="alert">{words.gone({ name, rows })}</p>
      ) : (
        <>
          <p>{about}</p>
          <p class="note">{words.about(name)}</p>
          {missing.length > 0 && <p class="note">{words.needs(missing.map(({ name }) => name))}</p>}
        </>
      )}
      <button type="button" class="primary wide" aria-disabled={busy} onClick={create}>
        {busy ? texts.doing.creating : lost > 0 ? words.putBack(rows) : words.create}
      </button>
      {lost === 0 && !plan.isRecord && (
        <button type="button" class="quiet wide" onClick={importTable}>
          {texts.plans.importTable}
        </button>
      )}
      {lost > 0 && (
        <>
          <button type="button" class="quiet wide" onClick={store.look}>
            {texts.plans.lookAgain}
          </button>
          <button type="button" class="quiet wide" aria-disabled={busy} onClick={store.forget}>
            {words.anew}
          </button>
        </>
      )}
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </div>
  )
}
