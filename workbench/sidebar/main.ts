import type { Book } from '../../core/sheet/book.ts'
import { openSidebar } from '../../core/sidebar/sidebar.tsx'

// The page around this frame, which app.ts writes.
const { cuesheet } = parent as Window & { cuesheet: { book: Book; nextPane(event: KeyboardEvent): void } }
addEventListener('keydown', (event) => {
  // F6 goes from pane to pane, as in Excel.
  if (event.key === 'F6') cuesheet.nextPane(event)
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
openSidebar(document.getElementById('sidebar')!, cuesheet.book, { focus: false })
