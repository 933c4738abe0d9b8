import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { focusOn } from './focus.ts'
import { texts } from './texts/texts.ts'

interface Props {
  /** What is asked. */
  children: ComponentChildren
  /** What is done when a person agrees, as the button says it. */
  label: string
  agree(): void
  /** It is answered, in whatever way. */
  close(): void
  /** Whether it comes to one who waits for it, and not to one who has gone on. */
  takesFocus?: boolean
}

/**
 * Asks before something is lost. The focus comes to the answer that loses nothing, Escape is that answer too, and
 * afterwards the focus is back where it was.
 */
export function Confirmation({ children, label, agree, close, takesFocus = true }: Props) {
  const question = useId()
  const safe = useRef<HTMLButtonElement>(null)
  const before = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    before.current = document.activeElement as HTMLElement | null
    if (takesFocus) focusOn(safe.current)
  }, [])
  const end = () => {
    focusOn(before.current)
    close()
  }
  return (
    <div
      class="question"
      role="group"
      aria-labelledby={question}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        end()
      }}
    >
      <p id={question}>{children}</p>
      <button type="button" class="quiet" ref={safe} onClick={end}>
        {texts.controls.keepIt}
      </button>
      <button
        type="button"
        class="primary"
        onClick={() => {
          end()
          agree()
        }}
      >
        {label}
      </button>
    </div>
  )
}
