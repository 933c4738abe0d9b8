import { openSidebar } from '../../core/sidebar/sidebar.tsx'
import type { Opened, Release } from '../../core/release.ts'
import { sheetsBook, type ScriptRun } from './book.ts'

declare const RELEASE: string
declare const google: { script: { run: ScriptRun } }

// Which menu item has opened the page.
const opened = document.body.dataset.opened as Opened | undefined
openSidebar(document.getElementById('sidebar')!, sheetsBook(google.script.run), {
  release: JSON.parse(RELEASE) as Release,
  ...(opened && { opened }),
})
