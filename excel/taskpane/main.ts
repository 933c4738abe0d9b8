import { openSidebar } from '../../core/sidebar/sidebar.tsx'
import { excelBook } from '../book.ts'

const root = document.getElementById('sidebar')!

void Office.onReady(({ host }) => {
  if (host === Office.HostType.Excel) openSidebar(root, excelBook(namespace()))
  else root.textContent = 'Cuesheet is an add-in for Excel: open it from the Home tab there.'
})

/** The prefix of the functions in this build; the page carries it. */
function namespace(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="cuesheet-namespace"]')?.content ?? ''
}
