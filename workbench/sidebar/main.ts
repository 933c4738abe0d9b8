import type { Book } from '../../core/sheet/book.ts'
import type { Release } from '../../core/release.ts'
import { openSidebar } from '../../core/sidebar/sidebar.tsx'

declare const RELEASE: string

// The page around this frame, which app.ts writes.
interface Around {
  cuesheet: { book: Book; nextPane(event: KeyboardEvent): void; undo(): void; redo(): void }
}
const { cuesheet } = parent as Window & Around
addEventListener('keydown', (event) => {
  // F6 goes from pane to pane, as in Excel.
  if (event.key === 'F6') cuesheet.nextPane(event)
  // What the sidebar has written is taken back from here as well, but for what is being typed.
  const isTyping =
    event.target instanceof HTMLElement && event.target.matches('input:not([type=radio], [type=checkbox])')
  if (!(event.ctrlKey || event.metaKey) || isTyping) return
  const key = event.key.toLowerCase()
  if (key === 'z' && !event.shiftKey) cuesheet.undo()
  else if (key === 'y' || (key === 'z' && event.shiftKey)) cuesheet.redo()
  else return
  event.preventDefault()
})

// A frame forgets what had the focus when it goes to the page around it.
let last: EventTarget | null = null
addEventListener('focusin', ({ target }) => {
  last = target
})
addEventListener('focus', () => {
  const isFree = document.activeElement === document.body
  if (isFree && last instanceof HTMLElement && last.isConnected) last.focus({ preventScroll: true })
})

// It is there from the start, while people type into the grid.
openSidebar(document.getElementById('sidebar')!, cuesheet.book, {
  release: JSON.parse(RELEASE) as Release,
  focus: false,
})
