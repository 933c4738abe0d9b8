import { useState } from 'preact/hooks'
import { useAction } from './action.ts'
import { QUIET, type Message } from './said.tsx'

interface Props {
  label: string
  /** What stands on it while the work is done. */
  doing: string
  /** Does the work, and gives what to say of it. */
  work(): Promise<Message>
}

/** A button that says below itself what came of it. */
export function ToldButton({ label, doing, work }: Props) {
  const [message, setMessage] = useState(QUIET)
  const { busy, act } = useAction((text) => setMessage({ text, isProblem: true }))
  const press = async () => {
    const said = await act(doing, work)
    if (said) setMessage(said)
  }
  return (
    <>
      <button type="button" class="quiet wide" aria-disabled={busy !== ''} onClick={() => void press()}>
        {busy || label}
      </button>
      <p class={message.isProblem ? 'problem' : 'done'} role="status">
        {message.text}
      </p>
    </>
  )
}
