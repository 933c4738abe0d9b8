import type { Book } from '../../core/book.ts'
import { openSidebar } from '../../core/sidebar/sidebar.tsx'

// The page around this frame, which app.ts writes.
const { cuesheet } = parent as Window & { cuesheet: { book: Book } }
openSidebar(document.getElementById('sidebar')!, cuesheet.book)
