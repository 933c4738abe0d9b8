import { openSidebar } from '../../core/sidebar/sidebar.tsx'
import type { Release } from '../../core/release.ts'
import { excelBook } from '../book.ts'
import { OPEN } from '../shortcuts.ts'

declare const RELEASE: string

const root = document.getElementById('sidebar')!

void Office.onReady(({ host }) => {
  if (host !== Office.HostType.Excel) {
    root.textContent = 'Cuesheet is an add-in for Excel: open it from the Home tab there.'
    return
  }
  Office.actions.associate(OPEN.id, () => Office.addin.showAsTaskpane())
  root.textContent = ''
  openSidebar(root, excelBook(namespace()), { release: JSON.parse(RELEASE) as Release })
})

/** The prefix of the functions in this build; the page carries it. */
function namespace(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="cuesheet-namespace"]')?.content ?? ''
}
