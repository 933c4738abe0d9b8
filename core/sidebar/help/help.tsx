import type { Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'
import { PageHeading } from '../pageHeading.tsx'
import { texts } from '../texts/texts.ts'
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
      <PageHeading title={texts.help.heading} focus={false} />
      <p>{texts.help.about(<code>{book.typed(texts.help.example)}</code>)}</p>
      {site && (
        <ul class="links">
          <Link address={`${site}/functions/index.html`}>{texts.help.links.functions}</Link>
          <Link address={`${site}/plans/index.html`}>{texts.help.links.plans}</Link>
          <Link address={`${site}/support.html`}>{texts.help.links.support}</Link>
          <Link address={`${site}/privacy.html`}>{texts.help.links.privacy}</Link>
          <Link address={`${site}/terms.html`}>{texts.help.links.terms}</Link>
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
