import { render } from 'preact'
import type { Book } from '../book.ts'
import { Functions } from './functions.tsx'

/** Shows the sidebar in `root`. Every host calls this, each with its own book. */
export function openSidebar(root: HTMLElement, book: Book): void {
  render(<Functions book={book} />, root)
}
