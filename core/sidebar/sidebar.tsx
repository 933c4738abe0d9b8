import { render } from 'preact'
import type { Book } from '../book.ts'

/** Shows the sidebar in `root`. Every host calls this, each with its own book. */
export function openSidebar(root: HTMLElement, book: Book): void {
  render(<p>{book.checks.length}</p>, root)
}
