import type { VNode } from 'preact'

/** One page of the site. */
export interface SitePage {
  /** Where it stands, from the root of the site: functions/NPS.html */
  path: string
  title: string
  /** What it is about, in one line, for those who find it elsewhere. */
  description: string
  /** Which entry of the menu it belongs to. */
  part: Part
  body: VNode
  /** A script of its own, beside that of the search. */
  script?: string
}

export type Part = 'Functions' | 'Plans' | 'Guides' | 'Try it' | 'Support' | ''

/** The address of a file of the site, as seen from a page of it: the site may stand in any folder. */
export function linkFrom(page: string, to: string): string {
  return '../'.repeat(page.split('/').length - 1) + to
}
