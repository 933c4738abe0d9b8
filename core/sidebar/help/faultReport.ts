import { versionText, type Release } from '../../release.ts'
import type { HostAbout } from '../../sheet/book.ts'
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
  return [
    'What I did, and what happened:',
    '',
    '',
    `Cuesheet ${versionText(release)}`,
    ...(about ? aboutHost(about) : ['Host: does not answer']),
    `Sheets: ${sheets ?? 'unknown'}`,
    `Browser: ${browser.userAgent}`,
    `Languages: ${browser.languages.join(', ')}`,
    `Time zone: ${browser.timeZone}`,
    '',
    faults.length === 0 ? 'Nothing has failed since the sidebar was opened.' : 'What failed, the latest last:',
    ...faults.map(inOneLine),
  ].join('\n')
}

function aboutHost({ name, computes, facts }: HostAbout): string[] {
  return [
    `Host: ${name}`,
    ...(computes === undefined ? [] : [`Functions: ${computes || 'older than this sidebar'}`]),
    ...facts,
  ]
}

function inOneLine({ kind, about, at }: Fault): string {
  return `- ${[kind, about.join(', '), at.join(' < ')].filter(Boolean).join('; ')}`
}
