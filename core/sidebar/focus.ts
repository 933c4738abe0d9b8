/** Puts the focus where a person goes on, unless they work in the sheet by now. */
export function focusOn(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (document.hasFocus()) element?.focus(options)
}

/** Puts the focus there where what had it is gone with its page. A person who has it elsewhere is left there. */
export function takeFreeFocus(element: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (document.activeElement === document.body) focusOn(element, options)
}

/** Shows the top of the page that an element stands on. */
export function showTop(element: HTMLElement | null): void {
  const page = element?.closest('.page')
  if (page) page.scrollTop = 0
}
