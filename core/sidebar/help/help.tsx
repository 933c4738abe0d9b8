import type { Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'
import { PageHeading } from '../pageHeading.tsx'
import { CheckInstallation } from './checkInstallation.tsx'
import { Checks } from './checks.tsx'
import { FaultReportCard } from './faultReportCard.tsx'
import { VersionCard } from './versionCard.tsx'

interface Props {
  book: Book
  release: Release
  /** Whether the check of the installation begins at once. */
  checks: boolean
}

/** The Help tab: what this is, which build, where to read on, what the host can be asked, and how to report a fault. */
export function Help({ book, release, checks }: Props) {
  const { site } = release
  return (
    <div class="page">
      <PageHeading title="Help" focus={false} />
      <p>
        Cuesheet answers questions about customers with formulas: type one, such as <code>=NPS(C:C)</code>, or find it
        under Functions. Everything is computed in this spreadsheet; no cell leaves it.
      </p>
      {site && (
        <ul class="links">
          <Link address={`${site}/functions/index.html`}>All functions</Link>
          <Link address={`${site}/plans/index.html`}>All plans</Link>
          <Link address={`${site}/support.html`}>Support</Link>
          <Link address={`${site}/privacy.html`}>Privacy</Link>
          <Link address={`${site}/terms.html`}>Terms</Link>
        </ul>
      )}
      <VersionCard book={book} release={release} />
      <Checks checks={book.checks} />
      <CheckInstallation book={book} release={release} starts={checks} />
      <FaultReportCard book={book} release={release} />
    </div>
  )
}

/** A page of its own: the frame in which Google shows a sidebar goes nowhere else. */
function Link({ address, children }: { address: string; children: string }) {
  return (
    <li>
      <a href={address} target="_blank" rel="noopener">
        {children}
      </a>
    </li>
  )
}
