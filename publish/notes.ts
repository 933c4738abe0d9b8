import { findMetric } from '../core/catalogue/catalogue.ts'
import { formula } from '../core/catalogue/reference.ts'
import type { Release } from '../core/release.ts'
import { prefixed } from '../excel/formulas.ts'
import { requirements } from '../excel/manifest.ts'

/** For the people at Microsoft who try the add-in: what to do, and what they should see. */
export function certificationNotes({ version, site, contact }: Release, namespace: string): string {
  const tries = ['NPS', 'LTV', 'CHURN_RATE'].map((name) => {
    const { spec } = findMetric(name)!
    const { cells, gives } = spec.examples.find(({ gives }) => typeof gives === 'number')!
    const typed = prefixed(formula(spec, cells), namespace)
    return `   - \`${typed}\` gives ${String(gives)}`
  })
  return `# Notes for certification: Cuesheet ${version}

No account, licence key, test data or further software is needed. Nothing is bought in the add-in.

It asks for ${requirements.map(({ name, minVersion }) => `${name} ${minVersion}`).join(', ')}: Excel 2021 and later, Microsoft 365 on Windows and on the Mac, and Excel on the web. The texts are English; descriptions of the functions that are used most also come in German, French, Spanish, Portuguese (Brazil), Korean and Japanese. Where Excel writes decimal commas, arguments are separated by semicolons.

## Custom functions

1. Open an empty workbook in Excel and install the add-in.
2. Type each of these into a cell and press Enter. The pane need not be open.
${tries.join('\n')}
3. Type \`${prefixed('=NPS({10;11})', namespace)}\`. The cell shows #VALUE!, and the card beside it says which value is outside 0 to 10: a mistake in the data is told, never counted.
4. Each function's help link opens its page, such as ${site}/functions/NPS.html

## Task pane

1. Press **Cuesheet** on the Home tab, or Ctrl+Alt+Up (on the web Ctrl+Alt+1, on the Mac Command+Option+1). The pane opens on **Functions**.
2. Type \`recommend\` into the search, choose NPS, fill in a range of numbers from 0 to 10 and insert the formula.
3. Select that cell and open **Explain**: it says what the number is made of.
4. Open **Plans**, choose **Signals** and create its sheet: it is filled from the pane, row by row.
5. **Help** shows the version, ${version}.

## What it reads and sends

The add-in reads and writes the open workbook. It makes no request but for its own files at ${site} and Microsoft's office.js, and sends no content of the workbook.

- Privacy: ${site}/privacy.html
- Support: ${site}/support.html
- Questions during certification: ${contact}
`
}

/** For Google's review of the consent screen: why each scope, and what the film shows. */
export function scopes({ site }: Release): string {
  return `# Scopes, and why

The same two stand in appsscript.json, on the consent screen and in the Marketplace SDK.

## https://www.googleapis.com/auth/spreadsheets.currentonly

Cuesheet computes customer metrics from the spreadsheet it is opened in. The sidebar reads the columns that a person points at, writes the formula they ask for into the cell they chose, and keeps the plans they fill in as sheets of that same spreadsheet. It never opens another file, so this is the narrowest scope with which it can work.

## https://www.googleapis.com/auth/script.container.ui

Cuesheet shows one sidebar inside the spreadsheet (SpreadsheetApp.getUi().showSidebar). There a person finds the metric that answers their question, fills in its ranges, and sees what a number is made of. Without this scope the functions work in cells, but nobody could be helped to write them, and the plans could not be filled in. The sidebar makes no request to any server: all of its scripts and styles are within it, and no content of the spreadsheet leaves Google. No narrower scope shows a sidebar.

## The film of the consent screen (about two minutes, not listed, with sound or captions)

1. Show ${site}/index.html: the name and the logo are those of the consent screen.
2. In a spreadsheet, open **Extensions ▸ Cuesheet ▸ Open sidebar**. The consent screen appears, in English. Show its address bar, in which the client ID of the project stands, and open its details, so that both scopes can be read; then allow them.
3. spreadsheets.currentonly: choose a metric in the sidebar, take a column with **Use selection**, insert the formula. The number appears in the cell.
4. script.container.ui: walk through the tabs of the sidebar, and open a plan.
5. End on ${site}/privacy.html, which says that nothing leaves the spreadsheet.
`
}

/** Beside the three files, for whoever pastes them into a spreadsheet of their own. */
export function installText({ version, site, contact }: Release): string {
  return `Cuesheet ${version} in a spreadsheet of your own

1. Open the spreadsheet, then Extensions > Apps Script.
2. Replace the contents of Code.gs by those of Code.js.
3. Add a file with + > HTML, call it Sidebar, and paste Sidebar.html.
4. In Project settings, tick "Show appsscript.json manifest file in editor". Back in the editor, open appsscript.json
   and paste that of this folder over it.
5. Save, go back to the spreadsheet and reload it. Type =NPS( in a cell: the help appears.
   Extensions > Cuesheet > Open sidebar opens the sidebar; Google asks once for permission. It may say that it has not
   verified this app, as of any script of one's own: Advanced, then Go to, with the name of your script.

Or with clasp: turn on the Apps Script API at https://script.google.com/home/usersettings, put the script id of
Project settings into clasp.json.example, save it as .clasp.json, then
npx @google/clasp login, and npx @google/clasp push -f
(without -f clasp skips the push when the manifest has changed, and says that all is well).

A newer version takes the same steps. Which one is in the spreadsheet: Extensions > Cuesheet > Help.

Guide: ${site}/guides/google-sheets.html
Help: ${site}/support.html, ${contact}
`
}

/** Beside the workbench, which its own small server shows to the machine it runs on. */
export function workbenchText({ version, site }: Release): string {
  return `Cuesheet workbench ${version}

A spreadsheet in the browser with every function of Cuesheet, for this machine alone: no account, no network.
It needs Node 20.19 or newer (https://nodejs.org). In this folder:

node workbench/server/start.mjs

The libraries in dist/workbench/lib are those of their makers, unchanged, and may be replaced by other versions of
them; o-spreadsheet and owl are under the LGPL. THIRD-PARTY-NOTICES.txt has all licences, and where the sources are.

${site}/index.html
`
}
