import { useLayoutEffect, useRef } from 'preact/hooks'
import { focusOn, showTop, takeFreeFocus } from '../focus.ts'

/** The heading of a page, which takes the focus when the page comes, so that a screen reader tells where one is. */
export function PageHeading({ title, back, focus = true }: { title: string; back?: () => void; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!focus) return
    takeFreeFocus(heading.current, { preventScroll: true })
    showTop(heading.current)
  }, [])
  return (
    <>
      {back && (
        <button type="button" class="back" onClick={back}>
          ‹ Back
        </button>
      )}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </>
  )
}

/** Puts the focus on the heading of the page, where what had it has gone. */
export function focusHeading(): void {
  focusOn(document.querySelector<HTMLElement>('[role=tabpanel]:not([hidden]) h1'))
}
