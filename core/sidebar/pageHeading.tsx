import { useLayoutEffect, useRef } from 'preact/hooks'
import { focusOn, showTop, takeFreeFocus } from './focus.ts'
import { texts } from './texts/texts.ts'

interface Props {
  title: string
  back?: () => void
  /** Where Back leads, where that is not simply the page before. */
  backTo?: string
  focus?: boolean
}

/** The heading of a page, which takes the focus when the page comes, so that a screen reader tells where one is. */
export function PageHeading({ title, back, backTo, focus = true }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    if (!focus) return
    takeFreeFocus(heading.current, { preventScroll: true })
    showTop(heading.current)
  }, [])
  return (
    <>
      {back && <BackButton back={back} to={backTo} />}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
    </>
  )
}

function BackButton({ back, to = texts.controls.back }: { back(): void; to?: string | undefined }) {
  return (
    <button type="button" class="back" onClick={back}>
      {texts.controls.backTo(to)}
    </button>
  )
}

/** Puts the focus on the heading of the page, where what had it has gone. */
export function focusHeading(): void {
  focusOn(headingInSight())
}

/** The heading of the page that a person sees. */
export function headingInSight(): HTMLElement | null {
  const panel = '[role=tabpanel]:not([hidden])'
  return document.querySelector(
    `${panel} .pages:not([hidden]) .page:not([hidden]) h1, ${panel} > .page:not([hidden]) h1`,
  )
}
