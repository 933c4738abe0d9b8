import { versionText, type Release } from '../../release.ts'
import type { HostAbout, HostName } from '../../sheet/book.ts'
import { texts } from '../texts/texts.ts'
import type { Fault } from './faults.ts'

/** What a page knows of the browser that it is in. */
export interface BrowserFacts {
  userAgent: string
  languages: readonly string[]
  timeZone: string
}

/** What the spreadsheet has told of itself: null where it does not answer. */
export interface HostFacts {
  name: HostName
  about: HostAbout | null
  sheets: number | null
}

/** What whoever mends a fault needs to know, as text: nothing of it stands in the workbook. */
export function faultReport(
  release: Release,
  { name, about, sheets }: HostFacts,
  browser: BrowserFacts,
  faults: readonly Fault[],
): string {
  const { report } = texts.help
  return [
    report.story,
    '',
    '',
    report.release(versionText(release)),
    report.host(name),
    ...(about ? aboutHost(about) : [report.silent]),
    report.sheets(sheets),
    report.browser(browser.userAgent),
    report.languages(browser.languages),
    report.timeZone(browser.timeZone),
    '',
    faults.length === 0 ? report.noFaults : report.faults,
    ...faults.map(inOneLine),
  ].join('\n')
}

function aboutHost({ computes, facts }: HostAbout): string[] {
  return [...(computes === undefined ? [] : [texts.help.report.functions(computes)]), ...facts]
}

function inOneLine({ kind, about, at }: Fault): string {
  return `- ${[kind, about.join(', '), at.join(' < ')].filter(Boolean).join('; ')}`
}
