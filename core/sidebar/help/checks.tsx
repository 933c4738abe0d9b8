import { useState } from 'preact/hooks'
import type { HostCheck } from '../../sheet/book.ts'
import { reason } from '../said.tsx'
import { texts } from '../texts/texts.ts'

/** What a person may have the host look into. */
export function Checks({ checks }: { checks: readonly HostCheck[] }) {
  if (checks.length === 0) return null
  return (
    <section aria-label={texts.help.checks}>
      <h2>{texts.help.checks}</h2>
      {checks.map((check) => (
        <Check key={check.title} {...check} />
      ))}
    </section>
  )
}

function Check({ title, run }: HostCheck) {
  const [state, setState] = useState<{ busy: boolean; answer: string; failed: boolean }>(START)
  const start = async () => {
    if (state.busy) return
    setState({ ...START, busy: true })
    try {
      setState({ ...START, answer: await run() })
    } catch (error) {
      setState({ ...START, answer: reason(error), failed: true })
    }
  }
  return (
    <>
      <button type="button" class="quiet wide" aria-disabled={state.busy} onClick={start}>
        {state.busy ? texts.doing.looking : title}
      </button>
      <p class={state.failed ? 'problem' : 'note'} role="status">
        {state.answer}
      </p>
    </>
  )
}

const START = { busy: false, answer: '', failed: false }
