import { render } from 'preact'
import type { Book } from '../book.ts'
import { Functions } from './functions.tsx'

/**
 * Shows the sidebar in `root`. Every host calls this, each with its own book. `focus` says whether a person has just
 * asked for the sidebar and will type there.
 */
export function openSidebar(root: HTMLElement, book: Book, { focus = true } = {}): void {
  render(<Functions book={book} focus={focus} />, root)
}
