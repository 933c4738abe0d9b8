/** What a build says of itself. The text fields are "" where whoever built it did not say. */
export interface Release {
  /** 1.2.3 */
  version: string
  /** The day of what it was built from: 2026-11-30. */
  date: string
  /** Where its pages stand, without a slash at the end; "" where they are on nobody else's machine. */
  site: string
  publisher: string
  /** A mail address, or that of a page. */
  contact: string
}

/** A function of every host that says which build of it computes there. People are not offered it. */
export const VERSION_FUNCTION = 'CUESHEET_VERSION'

/** What it says: 1.2.3 2026-11-30 */
export function versionText({ version, date }: Pick<Release, 'version' | 'date'>): string {
  return `${version} ${date}`
}

/** The same in a sentence: Cuesheet 1.2.3 of 30 November 2026. */
export function releaseText({ version, date }: Pick<Release, 'version' | 'date'>): string {
  const [year, month, day] = date.split('-')
  return `Cuesheet ${version} of ${Number(day)} ${MONTHS[Number(month) - 1]} ${year}.`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** Where to look for a newer one: nothing here asks a network. */
export function newerVersions({ site }: Pick<Release, 'site'>): string {
  return site ? `Newer versions: ${site}` : 'This copy does not look for newer versions: ask whoever gave it to you.'
}

/** What of the sidebar a menu item opens: a tab, or the Help tab with the check begun. */
export type Opened = 'Functions' | 'Help' | 'Check'
