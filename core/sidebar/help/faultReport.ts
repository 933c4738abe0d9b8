import { versionText, type Release } from '../../release.ts'
import type { HostAbout } from '../../sheet/book.ts'
import { texts } from '../texts/texts.ts'
import type { Fault } from './faults.ts'

/** What a page knows of the browser that it is in. */
export interface BrowserFacts {
  userAgent: string
  languages: readonly string[]
  timeZone: string
}

/**
 * What whoever mends a fault needs to know, as text: nothing of it stands in the workbook. `about` is null where the host
 * does not answer, and so is `sheets`.
 */
export function faultReport(
  release: Release,
  about: HostAbout | null,
  sheets: number | null,
  browser: BrowserFacts,
  faults: readonly Fault[],
): string {
  const { report } = texts.help
  return [
    report.story,
    '',
    '',
    report.release(versionText(release)),
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

function aboutHost({ name, computes, facts }: HostAbout): string[] {
  return [
    texts.help.report.host(name),
    ...(computes === undefined ? [] : [texts.help.report.functions(computes)]),
    ...facts,
  ]
}

function inOneLine({ kind, about, at }: Fault): string {
  return `- ${[kind, about.join(', '), at.join(' < ')].filter(Boolean).join('; ')}`
}
