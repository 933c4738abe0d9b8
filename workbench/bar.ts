/** A line across the page that asks or tells something, while the rest of the page can be used. */
export interface Bar {
  /** Shows a question, and gives whether the first answer was chosen. Escape, like another question, gives the second. */
  ask(text: string, yes: string, no: string): Promise<boolean>
  /** Lets a person choose one of several ways, and gives which; undefined for none of them. */
  choose<T>(text: string, ways: readonly (readonly [words: string, way: T])[]): Promise<T | undefined>
  /** Lets a person write a text, and gives it; undefined when they would rather not. */
  write(text: string, words: string): Promise<string | undefined>
  isAsking(): boolean
  /** Shows sentences until they are closed. */
  tell(text: string): void
  close(): void
}

export function barIn(element: HTMLElement): Bar {
  const words = element.querySelector('p')!
  const answers = element.querySelector('div')!
  let answer: ((chosen: number | undefined) => void) | undefined
  let focusedBefore: Element | null = null

  const close = (chosen?: number) => {
    if (element.hidden) return
    const hadFocus = element.contains(document.activeElement)
    element.hidden = true
    if (hadFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus()
    answer?.(chosen)
    answer = undefined
  }
  const show = (text: string, fields: readonly HTMLElement[]) => {
    close()
    words.textContent = text
    answers.replaceChildren(...fields)
    focusedBefore = document.activeElement
    element.hidden = false
  }
  const answered = () => new Promise<number | undefined>((done) => (answer = done))
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  })

  return {
    ask: async (text, yes, no) => {
      const safe = button(no, () => close())
      show(text, [button(yes, () => close(0)), safe])
      safe.focus()
      return (await answered()) === 0
    },
    choose: async (text, ways) => {
      const buttons = ways.map(([words], i) => button(words, () => close(i)))
      show(text, [...buttons, button('Cancel', () => close())])
      buttons[0]!.focus()
      const chosen = await answered()
      return chosen === undefined ? undefined : ways[chosen]![1]
    },
    write: async (text, words) => {
      const field = document.createElement('textarea')
      field.value = words
      field.rows = 3
      field.setAttribute('aria-labelledby', element.getAttribute('aria-labelledby')!)
      field.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
        if (key === 'Enter' && (ctrlKey || metaKey)) close(0)
      })
      show(text, [field, button('Keep', () => close(0)), button('Cancel', () => close())])
      field.focus()
      return (await answered()) === 0 ? field.value : undefined
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
