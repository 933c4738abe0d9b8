import { openSidebar } from '../../core/sidebar/sidebar.tsx'
import { sheetsBook, type ScriptRun } from './book.ts'

declare const google: { script: { run: ScriptRun } }

openSidebar(document.getElementById('sidebar')!, sheetsBook(google.script.run))
