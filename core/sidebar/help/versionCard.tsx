import { useEffect, useState } from 'preact/hooks'
import { newerVersions, releaseText, versionText, type Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'

/** Which build this is, how to learn of a newer one, and whether the functions are of another one than the sidebar. */
export function VersionCard({ book, release }: { book: Book; release: Release }) {
  const [computes, setComputes] = useState<string>()
  useEffect(() => {
    // A host that does not answer has said so elsewhere.
    book.about().then(
      (about) => setComputes(about.computes),
      () => {},
    )
  }, [book])
  const { site, publisher, contact } = release
  const own = versionText(release)
  return (
    <section aria-label="Version">
      <h2>Version</h2>
      <p>{releaseText(release)}</p>
      {computes !== undefined && computes !== own && (
        <p class="warning">
          The functions in this spreadsheet are {computes ? `of ${computes}` : 'older'}, this sidebar is of {own}. Paste
          Code.js and Sidebar.html anew, both from the same version.
        </p>
      )}
      <p class="note">
        {site ? (
          <>
            Newer versions and guides:{' '}
            <a href={`${site}/index.html`} target="_blank" rel="noopener">
              {site}
            </a>
          </>
        ) : (
          newerVersions(release)
        )}
      </p>
      {publisher && <p class="note">Published by {publisher}</p>}
      {contact && (
        <p class="note">
          Questions:{' '}
          <a href={/^https?:/.test(contact) ? contact : `mailto:${contact}`} target="_blank" rel="noopener">
            {contact}
          </a>
        </p>
      )}
    </section>
  )
}
