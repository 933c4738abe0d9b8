import { expect, test } from 'vitest'
import { faultReport } from '../../../../core/sidebar/help/faultReport.ts'

const release = { version: '1.2.3', date: '2026-11-30', site: '', publisher: '', contact: '' }
const browser = { userAgent: 'Browser/1.0', languages: ['de-CH', 'en'], timeZone: 'Europe/Zurich' }
const fault = { kind: 'TypeError', about: ['NPS'], at: ['f taskpane.js:1:2', 'taskpane.js:1:9'] }

test('a report has room for what happened, then build, host, browser and what failed', () => {
  const about = { computes: '1.2.0 2026-10-01', facts: ['Locale: de_CH'] }
  expect(faultReport(release, { name: 'Google Sheets', about, sheets: 4 }, browser, [fault]))
    .toBe(`What I did, and what happened:


Cuesheet 1.2.3 2026-11-30
Host: Google Sheets
Functions: 1.2.0 2026-10-01
Locale: de_CH
Sheets: 4
Browser: Browser/1.0
Languages: de-CH, en
Time zone: Europe/Zurich

What failed, the latest last:
- TypeError; NPS; f taskpane.js:1:2 < taskpane.js:1:9`)
})

test('a host that does not answer is told as such', () => {
  const report = faultReport(release, { name: 'Excel', about: null, sheets: null }, browser, [])
  expect(report).toContain('Host: Excel\nThe host does not answer.\nSheets: unknown\n')
  expect(report).toContain('Nothing has failed since the sidebar was opened.')
})

test('functions from before they could tell their version are older', () => {
  const about = { computes: '', facts: [] }
  expect(faultReport(release, { name: 'Google Sheets', about, sheets: 1 }, browser, [])).toContain(
    'Functions: older than this sidebar',
  )
})
