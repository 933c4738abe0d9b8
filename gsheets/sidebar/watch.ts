/** When a page looks for changes. */
export interface Looking {
  /** Milliseconds from one look to the next. */
  every: number
  /** Whether anybody sees the page. */
  isVisible(): boolean
  /** Calls `look` when a person comes back to the page. The result ends it. */
  onReturn(look: () => void): () => void
}

export const pageLooking: Looking = {
  every: 15_000,
  isVisible: () => document.visibilityState === 'visible',
  onReturn(look) {
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  },
}

/**
 * Looks again and again, and at once when a person comes back, for Google tells a sidebar nothing. Looks never overlap,
 * and one that fails is left to the next. The result ends it.
 */
export function lookRepeatedly(look: () => Promise<void>, { every, isVisible, onReturn }: Looking): () => void {
  let busy = false
  const lookOnce = () => {
    if (busy || !isVisible()) return
    busy = true
    const rest = () => {
      busy = false
    }
    look().then(rest, rest)
  }
  const timer = setInterval(lookOnce, every)
  const endReturn = onReturn(lookOnce)
  return () => {
    clearInterval(timer)
    endReturn()
  }
}
