import { useLayoutEffect, useRef } from 'preact/hooks'
import type { CellsRequest, SheetContent } from '../../sheet/book.ts'

export interface Message {
  text: string
  isProblem: boolean
}

/** A change, and what is said when it is done. */
export interface Action {
  request: CellsRequest
  done: string
  /** How many columns the table has more after it. */
  columns?: number
  /** What takes it back, on the sheet as it is then. */
  undo?: { label: string; done: string; columns?: number; request(content: SheetContent): CellsRequest }
}

/** What the pages of the tab know and do. */
export interface Desk {
  /** What is being done, "" for nothing. */
  busy: string
  message: Message
  /** The button that takes back what was done last. */
  undo: { label: string; run(): void } | null
  /** Looks at what is selected. */
  look(): void
  /** Writes, and looks at the same cells again. True when it was written. */
  change(action: Action): Promise<boolean>
}

/**
 * What was done or went wrong. It covers nothing, and stays in the page, since screen readers tell only what changes in an
 * element that was there.
 */
export function Said({ message: { text, isProblem } }: { message: Message }) {
  const line = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    if (text !== '') line.current?.scrollIntoView({ block: 'nearest' })
  }, [text])
  return (
    <p ref={line} class={isProblem ? 'said problem' : 'said done'} role="status">
      {text}
    </p>
  )
}
