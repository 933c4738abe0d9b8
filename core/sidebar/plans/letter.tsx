import { useRef, useState } from 'preact/hooks'
import { copied } from '../copying.ts'
import { texts } from '../texts/texts.ts'
import type { Store } from './store.ts'

interface Props {
  store: Store
  write(): string
}

/** A text to be sent: it is shown, and copied with a click. */
export function Letter({ store, write }: Props) {
  const [text, setText] = useState('')
  const area = useRef<HTMLTextAreaElement>(null)
  const copy = () => store.perform(() => copied(area.current!))
  return (
    <>
      <button type="button" class="quiet wide" onClick={() => setText(write())}>
        {texts.plans.printing.write}
      </button>
      {text && (
        <>
          <textarea ref={area} class="letter" readOnly rows={10} aria-label={texts.plans.printing.text} value={text} />
          <button type="button" class="quiet wide" aria-disabled={store.busy} onClick={() => void copy()}>
            {texts.plans.printing.copy}
          </button>
        </>
      )}
    </>
  )
}
