import { useLayoutEffect, useRef } from 'preact/hooks'

/** The heading of a page, which takes the focus when the page comes, so that a screen reader tells where one is. */
export function PageHeading({ title, back, focus = true }: { title: string; back?: () => void; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!focus) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
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
  document.querySelector<HTMLElement>('[role=tabpanel]:not([hidden]) h1')?.focus()
}
