import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { reason } from './said.tsx'

/**
 * What a person has done since an action began. Its answer comes late: what was filled in meanwhile stays, and who has
 * gone on to something else is left there.
 */
export interface Meanwhile {
  /** Whether something was typed or chosen. */
  hasFilledIn(): boolean
  /** Whether something was filled in, clicked, or come to with a key. */
  hasGoneOn(): boolean
}

export interface Acting {
  /** What is being done, "" for nothing. */
  busy: string
  isActing(): boolean
  /** What is being done by now. */
  now(what: string): void
  /** Does it, unless something is being done already; undefined then, and when it fails. */
  act<T>(what: string, action: (meanwhile: Meanwhile) => Promise<T>): Promise<T | undefined>
}

/** One action at a time; whatever fails is said. */
export function useAction(say: (problem: string) => void): Acting {
  const [busy, setBusy] = useState('')
  const acting = useRef(false)
  const hands = useRef({ filledIn: 0, clicked: 0 })
  useLayoutEffect(() => {
    const filledIn = () => void hands.current.filledIn++
    const clicked = ({ target }: Event) => {
      const control = (target as Element).closest('button, label, summary')
      // Who presses a button twice means it once.
      if (control && control.getAttribute('aria-disabled') !== 'true') hands.current.clicked++
    }
    document.addEventListener('input', filledIn, true)
    document.addEventListener('click', clicked, true)
    return () => {
      document.removeEventListener('input', filledIn, true)
      document.removeEventListener('click', clicked, true)
    }
  }, [])
  return {
    busy,
    isActing: () => acting.current,
    now: setBusy,
    async act(what, action) {
      if (acting.current) return undefined
      acting.current = true
      setBusy(what)
      try {
        return await action(meanwhile(hands.current))
      } catch (error) {
        say(reason(error))
        return undefined
      } finally {
        acting.current = false
        setBusy('')
      }
    },
  }
}

function meanwhile(hands: { filledIn: number; clicked: number }): Meanwhile {
  const { filledIn, clicked } = hands
  const { activeElement } = document
  const hasFilledIn = () => hands.filledIn !== filledIn
  return {
    hasFilledIn,
    hasGoneOn: () => {
      // What had the focus may be gone, and then the page has it.
      const isElsewhere = ![activeElement, document.body].includes(document.activeElement)
      return hasFilledIn() || hands.clicked !== clicked || isElsewhere
    },
  }
}
