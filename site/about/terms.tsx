import type { Release } from '../../core/release.ts'
import type { SitePage } from '../page.ts'
import { Contact, publisherOf } from './contact.tsx'

/** The licence, as it stands in LICENSE, and whose work is in it, as NOTICE says. */
export function terms(release: Release, licence: string, notice: string): SitePage {
  return {
    path: 'terms.html',
    title: 'Terms',
    description: 'The licence of Cuesheet, and of what it holds.',
    part: '',
    body: (
      <article>
        <h1>Terms</h1>
        <p>
          This build of Cuesheet is published by {publisherOf(release)}
          {release.contact !== '' && (
            <>
              . Contact: <Contact release={release} />
            </>
          )}
          .
        </p>
        <h2 id="licence">Licence</h2>
        <Paragraphs text={licence} />
        <h2 id="notices">Whose work is in it</h2>
        <Paragraphs text={notice} />
        <p>
          <a href="THIRD-PARTY-NOTICES.txt">The licences of all packages in full</a>
        </p>
      </article>
    ),
  }
}

function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.trim().split(/\n{2,}/)
  return (
    <>
      {paragraphs.map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </>
  )
}
