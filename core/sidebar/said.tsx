import { useLayoutEffect, useRef } from 'preact/hooks'
import { keepFault } from './help/faults.ts'
import { texts } from './texts/texts.ts'

export interface Message {
  text: string
  isProblem: boolean
}

export const QUIET: Message = { text: '', isProblem: false }

/**
 * What was done or went wrong, below the page of a tab. It covers nothing, and stays there when it is empty, since screen
 * readers tell only what changes in an element that was there.
 */
export function Said({ message: { text, isProblem } }: { message: Message }) {
  const line = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    // The page has become lower, and what has the focus in it is to stay in sight.
    const page = line.current?.previousElementSibling
    if (text !== '' && page?.contains(document.activeElement))
      document.activeElement!.scrollIntoView({ block: 'nearest' })
  }, [text])
  return (
    <p ref={line} class={isProblem ? 'said problem' : 'said done'} role="status">
      {text}
    </p>
  )
}

/** What went wrong, in the words of whoever knows. The fault report tells of it later. */
export function reason(error: unknown): string {
  keepFault(error)
  // The workbench’s book lives in the page around this frame, whose errors are not of this frame’s class.
  const { message } = (error ?? {}) as { message?: unknown }
  return typeof message === 'string' && message !== '' ? message : texts.said.failed
}
