import { useEffect, useState } from 'preact/hooks'
import { newerVersions, releaseText, versionText, type Release } from '../../release.ts'
import type { Book } from '../../sheet/book.ts'
import { texts } from '../texts/texts.ts'

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
    <section aria-label={texts.help.version.heading}>
      <h2>{texts.help.version.heading}</h2>
      <p>{releaseText(release)}</p>
      {computes !== undefined && computes !== own && (
        <p class="warning">{texts.help.version.differs({ computes, own })}</p>
      )}
      <p class="note">
        {site
          ? texts.help.version.newer(
              <a href={`${site}/index.html`} target="_blank" rel="noopener">
                {site}
              </a>,
            )
          : newerVersions(release)}
      </p>
      {publisher && <p class="note">{texts.help.version.publisher(publisher)}</p>}
      {contact && (
        <p class="note">
          {texts.help.version.contact(
            <a href={/^https?:/.test(contact) ? contact : `mailto:${contact}`} target="_blank" rel="noopener">
              {contact}
            </a>,
          )}
        </p>
      )}
    </section>
  )
}
