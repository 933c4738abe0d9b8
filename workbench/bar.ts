/** A line across the page that asks or tells something, while the rest of the page can be used. */
export interface Bar {
  /** Shows a question, and gives whether the first answer was chosen. Escape, like another question, gives the second. */
  ask(text: string, yes: string, no: string): Promise<boolean>
  isAsking(): boolean
  /** Shows sentences until they are closed. */
  tell(text: string): void
  close(): void
}

export function barIn(element: HTMLElement): Bar {
  const words = element.querySelector('p')!
  const answers = element.querySelector('div')!
  let answer: ((yes: boolean) => void) | undefined
  let focusedBefore: Element | null = null

  const close = (isYes = false) => {
    if (element.hidden) return
    const hadFocus = element.contains(document.activeElement)
    element.hidden = true
    if (hadFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus()
    answer?.(isYes)
    answer = undefined
  }
  const show = (text: string, buttons: readonly HTMLButtonElement[]) => {
    close()
    words.textContent = text
    answers.replaceChildren(...buttons)
    focusedBefore = document.activeElement
    element.hidden = false
  }
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  })

  return {
    ask: (text, yes, no) => {
      const safe = button(no, () => close())
      show(text, [button(yes, () => close(true)), safe])
      safe.focus()
      return new Promise((done) => (answer = done))
    },
    isAsking: () => answer !== undefined,
    tell: (text) => show(text, [button('Close', () => close())]),
    close: () => close(),
  }
}

function button(text: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.textContent = text
  element.addEventListener('click', action)
  return element
}
